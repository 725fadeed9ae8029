import { duration } from '../../../../src/projections/french/lengths.ts';
import { noted, stretches } from '../../../domain/reading/line.ts';
import { policyOf } from '../../../domain/reading/session.ts';
import { all, standing } from '../../../domain/reading/taken.ts';
import { of, ofTheSession } from './due.ts';
import { declared, endingsOf, hour, type Look, last, lastAbout, timeRestsOn, wasDone, wholeSeconds } from './record.ts';

const A_QUARTER_OF_AN_HOUR = 15 * 60_000;

const closedEarly: Look = ({ reading }) => {
  const close = last(reading, 'SessionClosed');
  const endings = endingsOf(reading);
  if (close === null) return [];
  return [...endings].flatMap(([candidate, { endsAt }]) => {
    if (endsAt <= close.at || wasDone(reading, candidate, close.at)) return [];
    const left = duration(Math.ceil((endsAt - close.at) / 1000));
    const events = [...timeRestsOn(reading, candidate), close.revision];
    return [of(candidate, events, hour(reading, close.at), left, hour(reading, endsAt))];
  });
};

const overTime: Look = ({ reading }) =>
  [...endingsOf(reading)].flatMap(([candidate, { endsAt }]) => {
    const seen = noted(reading, candidate, 'EndScreenSeen');
    if (seen === null || seen.at - endsAt <= A_QUARTER_OF_AN_HOUR) return [];
    const events = [...timeRestsOn(reading, candidate), seen.revision];
    return [of(candidate, events, hour(reading, seen.at), wholeSeconds(seen.at - endsAt), hour(reading, endsAt))];
  });

/** What was said of somebody's time: declared, verified, granted; nothing of whoever did not take the test. */
const saidOfTime: (...table: Parameters<Look>) => readonly Said[] = ({ reading }) =>
  [...endingsOf(reading).keys()].flatMap((candidate) => {
    const first = declared(reading, candidate);
    return first === null
      ? []
      : [
          {
            candidate,
            declared: { revision: first.revision, seconds: first.data.durationSeconds },
            verified: spoken(lastAbout(reading, 'ExtraTimeVerified', candidate)),
            granted: spoken(lastAbout(reading, 'ExtraTimeGranted', candidate)),
          },
        ];
  });

interface Spoken {
  readonly revision: number;
  readonly seconds: number;
}

interface Said {
  readonly candidate: number;
  readonly declared: Spoken;
  readonly verified: Spoken | null;
  readonly granted: Spoken | null;
}

const spoken = (
  found: { readonly revision: number; readonly data: { readonly durationSeconds: number } } | null,
): Spoken | null => (found === null ? null : { revision: found.revision, seconds: found.data.durationSeconds });

const isShortened = ({ declared: first, verified, granted }: Said): boolean =>
  (granted ?? first).seconds < (verified ?? first).seconds;

const extraTimeCutShort: Look = (table) =>
  saidOfTime(table)
    .filter(isShortened)
    .map(({ candidate, declared: first, verified, granted }) => {
      const [had, due] = [granted ?? first, verified ?? first];
      const word = verified === null ? { en: 'declared', fr: 'déclarées' } : { en: 'verified', fr: 'vérifiées' };
      return of(candidate, [had.revision, due.revision], duration(had.seconds), duration(due.seconds), word);
    });

const extraTimeNotGranted: Look = (table) => {
  const plain = policyOf(table.reading).durationSeconds;
  const written = (said: Spoken | null) => (said === null ? { en: 'no', fr: 'non' } : duration(said.seconds));
  return saidOfTime(table)
    .filter((said) => !isShortened(said))
    .filter(({ declared: first, verified, granted }) =>
      granted === null
        ? first.seconds > plain || (verified !== null && verified.seconds > plain)
        : granted.seconds < first.seconds,
    )
    .map(({ candidate, declared: first, verified, granted }) => {
      const events = [first, verified, granted].flatMap((said) => said?.revision ?? []);
      return of(candidate, events, written(first), written(verified), written(granted));
    });
};

const interruptionNotResumed: Look = ({ reading }) =>
  [...endingsOf(reading).keys()]
    .filter((candidate) => noted(reading, candidate, 'CandidateLeft') === null)
    .flatMap((candidate) =>
      stretches(reading, candidate)
        .filter(({ resumed }) => resumed === null)
        .map(({ began }) => of(candidate, [began.revision], hour(reading, began.at))),
    );

const timeNotAnnounced: Look = ({ reading }) => {
  const close = last(reading, 'SessionClosed');
  const { noticeSeconds } = policyOf(reading);
  const announcements = all(reading, 'RemainingTimeAnnounced').filter((found) => standing(reading, found) !== null);
  if (close === null || noticeSeconds === 0 || announcements.length > 0) return [];
  const working = [...endingsOf(reading)].flatMap(([candidate, { endsAt, place }]) => {
    const due = endsAt - noticeSeconds * 1000;
    return place !== 'registered' && due <= close.at && !wasDone(reading, candidate, due) ? [candidate] : [];
  });
  return working.length === 0 ? [] : [ofTheSession([close.revision], working.join(', '))];
};

/** What can be the matter with a test. */
export const THE_TEST: Readonly<Record<string, Look>> = {
  'closed-early': closedEarly,
  'over-time': overTime,
  'extra-time-cut-short': extraTimeCutShort,
  'extra-time-not-granted': extraTimeNotGranted,
  'interruption-not-resumed': interruptionNotResumed,
  'time-not-announced': timeNotAnnounced,
};
