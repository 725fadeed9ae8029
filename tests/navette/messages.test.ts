import { describe, expect, test } from 'vitest';
import { cellMessages } from '../../src/adapters/navette/cellMessages.ts';
import { fileMessages } from '../../src/adapters/navette/fileMessages.ts';
import type { Bilingual } from '../../src/adapters/navette/finding.ts';
import { faultOf } from '../../src/adapters/navette/issues.ts';
import { noticeMessages } from '../../src/adapters/navette/noticeMessages.ts';
import { peopleMessages } from '../../src/adapters/navette/peopleMessages.ts';

const messages: Record<string, (detail: string) => Bilingual> = {
  ...fileMessages,
  ...cellMessages,
  ...peopleMessages,
  ...noticeMessages,
};

describe.each(Object.entries(messages))('%s', (code, message) => {
  test('is said in English and in French, as whole sentences', () => {
    const { en, fr } = message('76300');
    expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    for (const sentence of [en, fr]) expect(sentence).toMatch(/^[A-ZÀ-Þ].*\.$/);
    expect(fr).not.toBe(en);
    expect(fr).not.toMatch(/'|"/);
  });
});

test('a rule of the domain that has no sentence here still says its name', () => {
  expect(faultOf({ code: 'custom', message: 'room-open', path: ['room'] })).toEqual({
    code: 'cell-refused',
    detail: 'room-open',
  });
});
