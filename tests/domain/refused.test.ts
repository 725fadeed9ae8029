import { expect, test } from 'vitest';
import { issued } from './stages.ts';

test('a refusal names the states in French as people call them, and quotes their own names', () => {
  const [refusal] = issued().refused({ type: 'RecordEndScreen', data: { candidate: 1 } });
  expect(refusal).toMatchObject({
    rule: 'allowed-in-state',
    fr: 'Dans l’état « code attribué », ceci ne peut être enregistré ; c’est possible dans : en cours, close, feuille transmise, feuille renvoyée, résultats transmis.',
    values: { lifecycle: { value: 'codesIssued' } },
  });
});
