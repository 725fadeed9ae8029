import { chargeEvents, type Held, type HeldAtOnce, heldAtOnce } from '../analysis/atOnce.ts';
import type { FindingRule } from '../finding.ts';
import { foundInSession } from '../found.ts';

/** How many candidates are left to one examiner of a session when the others take as many as they may. */
const leftBy = ({ registered, examiners }: Held, most: number): number =>
  Math.max(0, registered - most * (examiners.length - 1));

/** Where one examiner has most candidates at once while the session's own slot lasts. */
function busiest({ own, others }: HeldAtOnce, most: number) {
  return [own, ...others]
    .map(({ slot }) => Math.max(slot.startsAt, own.slot.startsAt))
    .sort((a, b) => a - b)
    .map((at) => {
      const held = [own, ...others].filter(({ slot }) => slot.startsAt <= at && at < slot.endsAt);
      return { at, held, candidates: held.reduce((sum, session) => sum + leftBy(session, most), 0) };
    })
    .reduce((former, later) => (later.candidates > former.candidates ? later : former));
}

/** « au maximum 20 candidats », in all rooms together. */
export const overTheCapAtOnce: FindingRule = {
  name: 'over-the-cap-at-once',
  severity: 'serious',
  sentence: 'cap',
  about: {
    en: 'An examiner has charge of more candidates than allowed, in sessions whose slots overlap.',
    fr: 'Un examinateur a la charge de plus de candidats que permis, dans des sessions dont les créneaux se chevauchent.',
  },
  *find(input) {
    const { session, clock } = input.replayed;
    const most = session.state.policy.candidatesPerExaminer;
    for (const atOnce of heldAtOnce(input)) {
      const found = busiest(atOnce, most);
      if (found.held.length < 2 || found.candidates <= most) continue;
      const { examiner } = atOnce;
      const sessions = found.held.map((held) => held.session).join(', ');
      yield foundInSession(chargeEvents(input.replayed, examiner), {
        en: `Examiner ${examiner} has charge of ${found.candidates} candidates at once, of ${most} at most, at ${clock.en(found.at)} (sessions ${sessions}).`,
        fr: `L’examinateur ${examiner} a la charge de ${found.candidates} candidats à la fois, pour ${most} au maximum, à ${clock.fr(found.at)} (sessions ${sessions}).`,
      });
    }
  },
};
