import { law } from './law.ts';
import { assertSame } from './same.ts';
import { look, opening, tell } from './telling.ts';

/** A refusal is an answer, and no event. */
export const refusedChangesNothing = law(
  'What is refused leaves no event and changes nothing',
  { runs: 40, mistakes: 35, choices: 30 },
  (subject, { steps }) =>
    opening(subject, async (opened) => {
      for (const [index, step] of steps.entries()) {
        const before = step.decision.kind === 'refused' ? await look(opened) : null;
        const answer = await tell(opened, step, index);
        if (before === null || answer.kind !== 'refused') continue;
        assertSame(`After ${step.told.type} was refused`, await look(opened), before);
      }
    }),
);
