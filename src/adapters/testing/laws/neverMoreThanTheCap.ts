import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { apply, newDraft, replay } from '../../../domain/machine/replay.ts';
import { capOf } from '../../../domain/state/session.ts';
import { identityOf } from '../arbitraries/people.ts';
import { law } from './law.ts';
import { assertThat } from './same.ts';
import { type Opened, opening, SESSION, TELLER, tell } from './telling.ts';

/** People whom no history registers, from this number on. */
const STRANGERS = 5000;

/** Registers one candidate too many, then sends an examiner away. Whatever is wrong with that is the rulebook's affair. */
async function overfill({ front }: Opened): Promise<void> {
  const { state } = replay(await front.history(SESSION));
  for (let more = state.registered; more <= capOf(state); more++) {
    const data = { identity: identityOf(STRANGERS + more), homonymKnown: true };
    await front.handle({ session: SESSION, actor: TELLER, type: 'RegisterCandidate', data });
  }
  const data = { id: state.examiners.at(-1), reason: 'Malade' };
  await front.handle({ session: SESSION, actor: TELLER, type: 'RemoveExaminer', data });
}

function judge(events: readonly SessionEvent[]): void {
  const draft = newDraft();
  for (const event of events) {
    apply(draft, event);
    const { state } = draft;
    // The event that plans a session names no examiner: they follow.
    if (state.examiners.length === 0) continue;
    const count = state.candidates.filter(({ withdrawn }) => !withdrawn).length;
    const cap = capOf(state);
    assertThat(count <= cap, `After event ${event.revision} there are ${count} candidates, and at most ${cap} may be`);
  }
}

/** « un enseignant prend en charge au maximum 20 candidats », or as many as the policy says. */
export const neverMoreThanTheCap = law(
  'There are never more candidates than the examiners may take charge of',
  { runs: 40, mistakes: 20, choices: 30 },
  (subject, { steps }) =>
    opening(subject, async (opened) => {
      for (const [index, step] of steps.entries()) {
        if (step.told.type === 'GiveAccessCode') await overfill(opened);
        await tell(opened, step, index);
      }
      judge(await opened.front.history(SESSION));
    }),
);
