import { certificationNumber, lines, noted, numberNoted, registration } from '../../../domain/reading/line.ts';
import { plan } from '../../../domain/reading/session.ts';
import { all, type Reading } from '../../../domain/reading/taken.ts';
import { of } from './due.ts';
import { hour, type Look, people } from './record.ts';

/** Every event that gave somebody a certification number. */
const gifts = (reading: Reading) =>
  all(reading, 'CertificationNumberRecorded', 'CertificationNumberCorrected').map(({ data, ...found }) => ({
    ...found,
    ...data,
  }));

type Gift = ReturnType<typeof gifts>[number];

/** Whether a number was still that of whom it was given to, when the record had so many events. */
const stillStood = (reading: Reading, gift: Gift, index: number): boolean =>
  gifts(reading).every(
    (other) => other.candidate !== gift.candidate || other.index <= gift.index || other.index >= index,
  ) &&
  all(reading, 'EntryRetracted').every(
    (retraction) =>
      retraction.data.entry !== gift.revision || retraction.index < gift.index || retraction.index >= index,
  );

/** Numbers that were given to somebody after somebody else. */
const givenTwice = (reading: Reading) =>
  gifts(reading).flatMap((gift) => {
    const { candidate, certificationNumber: number, index } = gift;
    const before = gifts(reading).filter(
      (other) => other.index < index && other.candidate !== candidate && other.certificationNumber === number,
    );
    const holder = before.find((other) => stillStood(reading, other, index));
    const first = holder ?? before.at(-1);
    if (first === undefined) return [];
    const due = of(candidate, [first.revision, gift.revision], number, String(first.candidate));
    return [{ due, isAtOnce: holder !== undefined }];
  });

/** When a number was first noted that counts, or that was put right since without ever being taken back. */
function notedFirst(reading: Reading, candidate: number): Gift | null {
  const theirs = gifts(reading).filter((gift) => gift.candidate === candidate);
  const back = (gift: Gift): Gift => {
    const before = theirs.findLast(({ index }) => index < gift.index);
    return before === undefined || !stillStood(reading, before, gift.index) ? gift : back(before);
  };
  const counting = theirs.at(-1);
  return counting === undefined ? null : back(counting);
}

const endScreenBeforeNumber: Look = ({ reading }) =>
  people(reading).flatMap((candidate) => {
    const seen = noted(reading, candidate, 'EndScreenSeen');
    const first = notedFirst(reading, candidate);
    if (numberNoted(reading, candidate) === null || first === null || seen === null || first.at <= seen.at) return [];
    return [of(candidate, [seen.revision, first.revision], hour(reading, seen.at), hour(reading, first.at))];
  });

const numberInAnotherSession: Look = ({ reading, others }) =>
  others.flatMap((other) =>
    gifts(reading)
      .filter((gift) => stillStood(reading, gift, reading.taken.length))
      .flatMap(({ candidate, certificationNumber: number, revision }) => {
        const line = lines(other).find((one) => certificationNumber(other, one) === number);
        const theirs = registration(other, line ?? 0)?.data.candidate;
        if (theirs === undefined) return [];
        return [of(candidate, [revision], number, String(theirs), plan(other)?.session ?? '')];
      }),
  );

/** What can be the matter with certification numbers. */
export const NUMBERS: Readonly<Record<string, Look>> = {
  'number-twice': ({ reading }) => givenTwice(reading).flatMap(({ due, isAtOnce }) => (isAtOnce ? [due] : [])),
  'number-changed-hands': ({ reading }) => givenTwice(reading).flatMap(({ due, isAtOnce }) => (isAtOnce ? [] : [due])),
  'end-screen-before-number': endScreenBeforeNumber,
  'number-in-another-session': numberInAnotherSession,
};
