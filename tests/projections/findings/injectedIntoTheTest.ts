import { identityOf } from '../../../src/adapters/testing/arbitraries/people.ts';
import { forge, revisionsOf } from './asked.ts';
import { type Injection, nothing } from './injection.ts';

/** What went wrong in the room, each under the rule that finds it. */
export const INTO_THE_TEST: Readonly<Record<string, Injection>> = {
  'closed-early': {
    otherwise: {
      middle: ({ story }, usual) => {
        usual();
        story.must({ type: 'GrantAllowance', data: { candidates: 'all', seconds: 90, cause: 'fireAlarm' } });
      },
      announce: nothing,
      finish: ({ story, at, candidates, someone }) => {
        story.now = at(60);
        for (const candidate of candidates.filter((one) => one !== someone)) {
          story.must({ type: 'RecordEndScreen', data: { candidate } });
        }
      },
      close: ({ story, at }) => {
        story.now = at(70);
        story.must({ type: 'CloseSession', data: {} });
      },
      after: ({ story, someone }) => {
        story.must({ type: 'ExplainMissingEndScreen', data: { candidate: someone, cause: 'overlooked' } });
      },
    },
    finds: ({ someone, plan }, of) => [
      [
        someone,
        of(plan.extra[someone - 1] === true ? 'ExtraTimeGranted' : 'CandidateRegistered', someone),
        of('AccessCodeGiven'),
        of('AllowanceGranted'),
        of('SessionClosed'),
      ],
    ],
  },
  'extra-time-cut-short': {
    otherwise: {
      welcome: ({ story, someone }, usual) => {
        usual();
        story.must({ type: 'VerifyExtraTime', data: { candidate: someone, extraTime: '2/3' } });
      },
    },
    finds: ({ someone, plan }, of) => [
      [
        someone,
        of(plan.extra[someone - 1] === true ? 'ExtraTimeGranted' : 'CandidateRegistered', someone),
        of('ExtraTimeVerified', someone).slice(-1),
      ],
    ],
  },
  'extra-time-not-granted': {
    otherwise: {
      start: ({ story, someone }, usual) => {
        usual();
        const data = { candidate: someone, extraTime: '2/3', reason: 'Notification relue' };
        story.must({ type: 'CorrectExtraTime', data });
      },
    },
    finds: ({ someone }, of) => [
      [someone, of('ExtraTimeVerified', someone), of('ExtraTimeGranted', someone), of('ExtraTimeCorrected', someone)],
    ],
  },
  'over-time': {
    otherwise: {
      finish: ({ story, at, candidates, minutesOf, someone }) => {
        for (const candidate of candidates) {
          const end = at(minutesOf(candidate)) + (candidate === someone ? 15 * 60_000 + 1 : 15 * 60_000);
          story.now = at(190);
          story.must({ type: 'RecordEndScreen', data: { candidate }, occurredAt: end });
        }
      },
      close: ({ story }) => {
        story.must({ type: 'CloseSession', data: {} });
      },
      after: nothing,
    },
    finds: ({ someone, plan }, of) => [
      [
        someone,
        of(plan.extra[someone - 1] === true ? 'ExtraTimeGranted' : 'CandidateRegistered', someone),
        of('AccessCodeGiven'),
        of('EndScreenSeen', someone),
      ],
    ],
  },
  'interruption-not-resumed': {
    otherwise: {
      middle: ({ story, someone }, usual) => {
        usual();
        story.must({ type: 'RecordInterruption', data: { candidate: someone, cause: 'browserClosed' } });
      },
    },
    finds: ({ someone }, of) => [[someone, of('TestInterrupted', someone)]],
  },
  'time-not-announced': {
    otherwise: { announce: nothing },
    finds: (_, of) => [[null, of('SessionClosed')]],
  },
  'signature-missing': {
    otherwise: {
      middle: ({ story, someone }, usual) => {
        usual();
        const [entry = 0] = revisionsOf(story.events, ['SignatureRecorded'], someone);
        story.must({ type: 'RetractEntry', data: { entry, reason: 'Un autre candidat' } });
      },
    },
    finds: ({ someone }, of) => [[someone, of('CandidatePresent', someone)]],
  },
  'fraud-without-remarks': {
    otherwise: {
      middle: ({ story, someone }, usual) => {
        usual();
        story.must({ type: 'ReportFraud', data: { candidate: someone, facts: 'Téléphone sur les genoux.' } });
      },
    },
    finds: ({ someone }, of) => [[someone, of('FraudReported', someone)]],
  },
  'over-the-cap': {
    otherwise: {
      prepare: (room, usual) => {
        usual();
        const missing = { email: null, identifier: null, extraTime: null, homonymOf: [], homonymKnown: false };
        for (let candidate = room.candidates.length + 1; candidate <= 22; candidate++) {
          const identity = identityOf(candidate);
          forge(room, 'CandidateRegistered', { candidate, identity, durationSeconds: 6300, ...missing });
        }
      },
      submit: nothing,
      conclude: nothing,
    },
    finds: (_, of) => [[null, of('CandidateRegistered').slice(20)]],
  },
  'printed-before-a-change': {
    otherwise: {
      print: ({ story, someone }, usual) => {
        usual();
        const identity = { ...identityOf(someone), birthPlace: 'Mantes-la-Jolie' };
        story.must({ type: 'CorrectCandidate', data: { candidate: someone, identity, homonymKnown: true } });
      },
    },
    finds: ({ someone }, of) =>
      of('SheetPrinted').map((print) => [someone, [print], of('CandidateCorrected', someone)]),
  },
};
