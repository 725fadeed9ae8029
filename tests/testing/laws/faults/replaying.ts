import type { Subject } from '../../../../src/adapters/testing/laws/index.ts';
import type { SessionEvent } from '../../../../src/domain/events/catalogue.ts';
import { apply, checkedReplay, replay, type Session, sessionOf } from '../../../../src/domain/machine/replay.ts';
import { sessionMachine } from '../../../../src/domain/machine/session.ts';
import { placeOf } from '../../../../src/domain/machine/table.ts';
import { ruleNamed } from '../../../../src/domain/rules/rulebook.ts';
import { isAboutCandidate, subjectOf } from '../../../../src/domain/state/evolve.ts';
import { behind, inMemory, withParts } from '../subjects.ts';
import type { Fault } from './fault.ts';

const forgetsWithdrawals = withParts('replay passes over withdrawals', {
  replay: (history) => {
    const revision = history.at(-1)?.revision ?? 0;
    const { lifecycle, state } = replay(history.filter(({ type }) => type !== 'CandidateWithdrawn'));
    return { lifecycle, state: { ...state, revision } };
  },
});

/** Takes the first field of a number's data for the candidate, as it is where the library writes it. */
const inOrderOfFields = (event: SessionEvent): SessionEvent => {
  if (event.type !== 'CertificationNumberRecorded') return event;
  const [candidate] = Object.values(event.data);
  return { ...event, data: { ...event.data, candidate: Number(candidate) } };
};

const readsFieldsByPlace = withParts('replay reads fields by their place', {
  replay: (history) => replay(history.map(inOrderOfFields)),
});

/** A replay that looks at a clock: it takes a test for closed when its slot is over. */
function looksAtTheClock(): Subject {
  let now = () => 0;
  return {
    name: 'replay looks at the clock',
    open: (ports) => {
      now = () => ports.clock.now();
      return inMemory.open(ports);
    },
    replay: (history) => {
      const { lifecycle, state } = replay(history);
      const isOver = state.slot !== null && now() > state.slot.endsAt + 43_200_000;
      return { lifecycle: lifecycle === 'running' && isOver ? 'closed' : lifecycle, state };
    },
  };
}

/** A front door that shows the session as it was when it was looked at before. */
const showsWhatItShowed = behind('the session is shown as it was shown before', (front) => {
  let before: Session | null = null;
  return {
    async session(session) {
      const current = await front.session(session);
      const shown = before ?? current;
      before = current;
      return shown;
    },
  };
});

/** Goes on as it should, but from a snapshot in which a part is missing. */
const snapshotLosesAllowances = withParts('a snapshot loses the time that was given back', {
  resume: ({ lifecycle, state }, events) => {
    const draft = { place: placeOf(lifecycle), state: { ...state, allowances: [] } };
    for (const event of events) apply(draft, event);
    return sessionOf(draft);
  },
});

const machineIsLenient = withParts('the machine takes candidates whom nobody registered', {
  machine: sessionMachine.provide({
    guards: {
      rules: ({ context, event }, names) => {
        const candidate = subjectOf(isAboutCandidate(event.type), context, event);
        return names.every(
          (name) => name === 'candidate-registered' || ruleNamed(name).holds(context, event, candidate),
        );
      },
    },
  }),
});

const tableIsLenient = withParts('the table takes what is recorded before what was recorded earlier', {
  checkedReplay: (history) => {
    const { breaches, ...session } = checkedReplay(history);
    return {
      ...session,
      breaches: breaches.filter(({ refusals }) => refusals.some(({ rule }) => rule !== 'recorded-in-order')),
    };
  },
});

/** What can be wrong with how histories are replayed. */
export const REPLAYING: readonly Fault[] = [
  { subject: forgetsWithdrawals, killedBy: 'replayIsDeterministic', says: /The session that is shown/ },
  { subject: readsFieldsByPlace, killedBy: 'replayIsDeterministic', says: /fields are in another order/ },
  { subject: looksAtTheClock(), killedBy: 'replayIsDeterministic', says: /lifecycle/ },
  { subject: showsWhatItShowed, killedBy: 'replayIsDeterministic', says: /The session that is shown/ },
  { subject: snapshotLosesAllowances, killedBy: 'foldsGoOn', says: /allowances/ },
  { subject: machineIsLenient, killedBy: 'tableAndMachineAgree', says: /the table refuses \(candidate-registered\)/ },
  { subject: tableIsLenient, killedBy: 'tableAndMachineAgree', says: /the table accepts/ },
];
