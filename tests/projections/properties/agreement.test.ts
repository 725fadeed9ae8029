import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { replay } from '../../../src/domain/machine/replay.ts';
import { isInterrupted, statusOf } from '../../../src/domain/state/candidate.ts';
import { agenda, attendanceSheet, project, pv, upTo } from '../../../src/projections/index.ts';
import { holds } from '../../support/property.ts';

test('The sheet says of every candidate what the rules go by, after any event', () => {
  holds(
    fc.property(histories({ choices: 120 }), fc.nat(100), ({ events }, cut) => {
      const until = upTo(events, Math.ceil((events.length * cut) / 100));
      const { state } = replay(until);
      const { lines } = project(attendanceSheet, until);
      expect(
        lines.map((line) => ({
          number: line.number,
          identity: line.identity,
          status: line.status,
          durationSeconds: line.extraTime.durationSeconds,
          certificationNumber: line.certificationNumber,
          endScreen: line.endScreen?.type ?? null,
          signature: line.signature?.entry.revision ?? null,
          interruptions: line.interruptions.map(({ from, to }) => [from, to]),
          isInterrupted: line.interruptions.at(-1)?.to === null,
        })),
      ).toEqual(
        state.candidates.map((candidate) => ({
          number: candidate.number,
          identity: candidate.identity,
          status: statusOf(state, candidate),
          durationSeconds: candidate.durationSeconds,
          certificationNumber: candidate.certificationNumber,
          endScreen:
            candidate.endScreen === null
              ? candidate.endScreenNotSeen === null
                ? null
                : 'EndScreenNotSeen'
              : 'EndScreenSeen',
          signature: candidate.signature?.revision ?? null,
          interruptions: candidate.interruptions.map(({ began, resumed }) => [began.at, resumed?.at ?? null]),
          isInterrupted: isInterrupted(candidate),
        })),
      );
    }),
    { runs: 300 },
  );
});

test('The head of the documents says of the session what the rules go by', () => {
  holds(
    fc.property(histories(), ({ events }) => {
      const { lifecycle, state } = replay(events);
      const sheet = project(attendanceSheet, events);
      const { header, lifecycle: told, notes } = project(pv, events);
      expect(told).toBe(lifecycle);
      expect(header).toEqual(sheet.header);
      expect(header).toMatchObject({ session: state.session, slot: state.slot, accessCode: state.accessCode });
      expect(header.policy).toEqual(state.policy);
      expect(header.examiners.map(({ id }) => id)).toEqual(state.examiners);
      expect(sheet.start.startedAt).toBe(state.startedAt);
      expect(sheet.revision).toBe(state.revision);
      expect(notes.standing.filter(({ type }) => type === 'AllowanceGranted').length).toBe(state.allowances.length);
    }),
    { runs: 150 },
  );
});

test('The agenda counts the candidates as the cap does', () => {
  holds(
    fc.property(histories(), ({ events }) => {
      const { lifecycle, state } = replay(events);
      expect(project(agenda, events)).toMatchObject(
        events.length === 0 ? [] : [{ lifecycle, candidates: state.registered, stream: 'session-session-1' }],
      );
    }),
    { runs: 100 },
  );
});
