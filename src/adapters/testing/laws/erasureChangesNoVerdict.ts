import { deadlines } from '../../../domain/deadlines.ts';
import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import type { Session } from '../../../domain/machine/replay.ts';
import { noticesOf } from '../../../domain/notices.ts';
import { personsOf } from '../../../domain/state/persons.ts';
import { ERASED } from '../../../domain/values/personal.ts';
import { nth } from '../histories/choice.ts';
import { erased } from './erased.ts';
import { law } from './law.ts';
import { probe } from './probes.ts';
import { assertSame } from './same.ts';
import type { WholeSubject } from './subject.ts';
import { cuts, recorded } from './telling.ts';
import { withErasure } from './withErasure.ts';

/** How many facts are forged after each place where the record is cut. */
const PROBES = 13;

/** A session without what is kept only to tell homonyms apart. */
const nameless = ({ lifecycle, state }: Session): Session => ({
  lifecycle,
  state: { ...state, candidates: state.candidates.map((candidate) => ({ ...candidate, identity: ERASED })) },
});

/** Compares what follows from a record with what follows from it once everything personal is erased. */
function compare({ replay, checkedReplay }: WholeSubject, record: readonly SessionEvent[], first: number): void {
  const left = record.map((event) => erased(event));
  const [before, after] = [replay(record), replay(left)];
  assertSame('The session after erasure', nameless(after), nameless(before));
  const { startedAt } = before.state;
  assertSame('The deadlines', deadlines(after.state, startedAt ?? 0), deadlines(before.state, startedAt ?? 0));
  assertSame('The notices', noticesOf(after.state), noticesOf(before.state));
  for (let n = 0; n < PROBES; n++) {
    const fact = probe(before.state, first + n) as SessionEvent;
    const { breaches } = checkedReplay([...left, erased(fact)]);
    assertSame(`The breaches after ${fact.type}`, breaches, checkedReplay([...record, fact]).breaches);
  }
}

/** Nothing that counts may rest on what somebody may ask to have erased. */
export const erasureChangesNoVerdict = law(
  'No rule, refusal, deadline or notice changes when everything personal is erased',
  { runs: 40, mistakes: 0, choices: 50 },
  async (subject, history) => {
    const events = await recorded(subject, history);
    for (const cut of cuts(events.length, 3)) {
      const record = events.slice(0, cut);
      const first = events.length + cut;
      compare(subject, record, first);
      compare(subject, withErasure(record, nth(personsOf(subject.replay(record).state), first)), first + PROBES);
    }
  },
);
