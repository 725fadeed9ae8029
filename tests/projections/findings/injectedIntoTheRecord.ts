import { forge } from './asked.ts';
import { numberOf, type Room, SCAN } from './held.ts';
import { type Injection, nothing } from './injection.ts';

/** What went wrong with what was written down, each under the rule that finds it. */
export const INTO_THE_RECORD: Readonly<Record<string, Injection>> = {
  'rule-broken': {
    otherwise: {
      after: (room) => forge(room, 'EndScreenSeen', { candidate: room.someone }, { occurredAt: room.at(139.5) }),
    },
    finds: ({ someone }, of) => [[someone, of('EndScreenSeen', someone).slice(1)]],
  },
  'time-backwards': {
    otherwise: {
      middle: (room, usual) => {
        usual();
        const { story, at } = room;
        forge(room, 'SessionCommentAdded', { text: 'Plus tard' }, { occurredAt: story.now + 1 });
        forge(room, 'SessionCommentAdded', { text: 'Avant' }, { occurredAt: at(1), recordedAt: story.now - 1 });
      },
      submit: (room) => {
        const digitalSheet = SCAN;
        forge(room, 'SheetSubmitted', { digitalSheet, signedScan: SCAN }, { occurredAt: room.at(139) });
      },
    },
    finds: (_, of) => {
      const [later = 0, earlier = 0] = of('SessionCommentAdded');
      return [
        [null, [later]],
        [null, [later, earlier]],
        [null, of('SheetSubmitted')],
      ];
    },
  },
  'number-twice': {
    otherwise: {
      number: (room, usual) => {
        usual();
        const { plan, someone, another } = room;
        const certificationNumber = numberOf(plan, another);
        forge(room, 'CertificationNumberRecorded', { candidate: someone, certificationNumber });
      },
      conclude: nothing,
    },
    finds: ({ someone, another }, of) => [
      [someone, of('CertificationNumberRecorded', another), of('CertificationNumberRecorded', someone).slice(1)],
    ],
  },
  'end-screen-before-number': {
    otherwise: { number: withoutOne, after: numberedAt(139.5) },
    finds: ({ someone }, of) => [[someone, of('EndScreenSeen', someone), of('CertificationNumberRecorded', someone)]],
  },
  'number-changed-hands': {
    otherwise: {
      middle: ({ story, plan, someone, another }, usual) => {
        usual();
        const correct = (candidate: number, certificationNumber: string) =>
          story.must({
            type: 'CorrectCertificationNumber',
            data: { candidate, certificationNumber, reason: 'Relu à l’écran' },
          });
        correct(someone, '777');
        correct(another, numberOf(plan, someone));
      },
    },
    finds: ({ someone, another }, of) => [
      [another, of('CertificationNumberRecorded', someone), of('CertificationNumberCorrected', another)],
    ],
  },
  'changed-after-the-close': {
    otherwise: { after: correctedAfterwards },
    finds: ({ someone }, of) => [[someone, of('CertificationNumberCorrected', someone), of('SheetSubmitted')]],
  },
  'changed-since-submission': {
    otherwise: {
      conclude: (room, usual) => {
        correctedAfterwards(room);
        usual();
      },
    },
    finds: ({ someone }, of) => [[someone, of('SheetSubmitted'), of('CertificationNumberCorrected', someone)]],
  },
  'added-after-the-close': {
    otherwise: { number: withoutOne, after: numberedAt(7) },
    finds: ({ someone }, of) => [[someone, of('CertificationNumberRecorded', someone), of('SheetSubmitted')]],
  },
  'typed-in-late': {
    otherwise: { number: withoutOne, after: numberedAt(7) },
    finds: ({ someone }, of) => [[someone, of('CertificationNumberRecorded', someone)]],
  },
};

/** The numbers are noted, but for one. */
function withoutOne({ story, plan, candidates, someone, at }: Room): void {
  story.now = at(5);
  for (const candidate of candidates.filter((one) => one !== someone)) {
    story.must({
      type: 'RecordCertificationNumber',
      data: { candidate, certificationNumber: numberOf(plan, candidate) },
    });
  }
}

/** The number that was left out is typed in after the close, as of that minute. */
function numberedAt(minute: number) {
  return ({ story, plan, someone, at }: Room, usual: () => void): void => {
    usual();
    const data = { candidate: someone, certificationNumber: numberOf(plan, someone) };
    story.must({ type: 'RecordCertificationNumber', data, occurredAt: at(minute) });
  };
}

/** A number is read again and put right. */
function correctedAfterwards({ story, someone }: Room): void {
  const data = { candidate: someone, certificationNumber: '777', reason: 'Relu sur le papier' };
  story.must({ type: 'CorrectCertificationNumber', data });
}
