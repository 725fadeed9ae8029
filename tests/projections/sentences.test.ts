import { expect, test } from 'vitest';
import { slot } from '../../src/domain/values/slot.ts';
import { candidateSentences } from '../../src/projections/french/candidateSentences.ts';
import { sessionSentences } from '../../src/projections/french/sessionSentences.ts';
import { ESTABLISHMENT, SLOT } from '../domain/stages.ts';

const ZONE = 'Europe/Paris';

test('What was changed of the plan is said, and what was not is not', () => {
  const replanned = (data: { slot: boolean; establishment: boolean }): string =>
    sessionSentences.SessionReplanned(
      {
        slot: data.slot ? slot.parse(SLOT) : null,
        establishment: data.establishment ? ESTABLISHMENT : null,
        reason: 'Travaux',
      },
      ZONE,
    );
  const school = 'établissement Lycée Marcel-Sembat, 128 rue Léon Salva, 76300 Sotteville-lès-Rouen';
  expect(replanned({ slot: false, establishment: false })).toBe('Organisation modifiée (motif : Travaux)');
  expect(replanned({ slot: true, establishment: false })).toContain('Organisation modifiée, créneau du 14 mai 2019');
  expect(replanned({ slot: true, establishment: false })).not.toContain('établissement');
  expect(replanned({ slot: false, establishment: true })).toBe(`Organisation modifiée, ${school} (motif : Travaux)`);
  expect(replanned({ slot: true, establishment: true })).toContain(`, ${school} (motif : Travaux)`);
});

test('A result is told with its points where it has any, and a problem with its category', () => {
  const result = { candidate: 1, certificationNumber: '7', obtained: true, comment: null };
  const told = (score: number | null) => candidateSentences.ResultRecorded({ ...result, score });
  expect([told(null), told(512)].map((text) => text.slice(text.indexOf('certification')))).toEqual([
    'certification n° 7 obtenue',
    'certification n° 7 obtenue, 512 Pix',
  ]);
  const problem = { candidate: 1, question: 18, examinerAdvised: true, wording: null, category: null };
  expect(candidateSentences.ProblemSignalled(problem)).toBe('Candidat n° 1 : signalement épreuve n° 18');
});
