import { initialTransition, type SnapshotFrom, transition } from 'xstate';
import type { Fact, SessionEvent } from '../../../domain/events/catalogue.ts';
import type { sessionMachine } from '../../../domain/machine/session.ts';
import { law } from './law.ts';
import { probe } from './probes.ts';
import { assertSame, assertThat } from './same.ts';
import type { WholeSubject } from './subject.ts';
import { recorded } from './telling.ts';

type Snapshot = SnapshotFrom<typeof sessionMachine>;

/** How many facts are forged after each event. */
const PROBES = 3;

/** The machine's word for where it is, as the table writes it. */
const lifecycleOf = ({ value }: Snapshot): string =>
  typeof value === 'string' ? value : Object.entries(value).flat().join('.');

/** Asks both of them whether something may come next. */
function compare({ checkedReplay }: WholeSubject, snapshot: Snapshot, before: readonly SessionEvent[], fact: Fact) {
  const { breaches } = checkedReplay([...before, fact as SessionEvent]);
  const accepts = breaches.length === 0;
  const words = accepts
    ? 'accepts'
    : `refuses (${breaches.flatMap(({ refusals }) => refusals.map(ruleOf)).join(', ')})`;
  assertThat(
    snapshot.can(fact) === accepts,
    `After event ${before.length} the table ${words} ${fact.type}, and the machine does not`,
  );
}

const ruleOf = ({ rule }: { readonly rule: string }): string => rule;

/** The machine that people read and the table that replays are two readings of one definition. */
export const tableAndMachineAgree = law(
  'The dispatch table and the state machine agree on what may come next, and on where it leads',
  { runs: 40, mistakes: 0, choices: 40 },
  async (subject, history) => {
    const { machine, replay } = subject;
    const events = await recorded(subject, history);
    let [snapshot] = initialTransition(machine);
    for (let count = 0; ; count++) {
      const before = events.slice(0, count);
      const { lifecycle, state } = replay(before);
      assertSame(`The lifecycle after event ${count}`, lifecycleOf(snapshot), lifecycle);
      assertSame(`The state after event ${count}`, snapshot.context, state);
      for (let n = 0; n < PROBES; n++) {
        compare(subject, snapshot, before, probe(state, events.length + PROBES * count + n));
      }
      const event = events[count];
      if (event === undefined) return;
      compare(subject, snapshot, before, event);
      [snapshot] = transition(machine, snapshot, event);
    }
  },
);
