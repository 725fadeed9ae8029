import { EVENT_TYPES, type EventType } from '../../../../src/domain/events/catalogue.ts';
import { duration } from '../../../../src/projections/french/lengths.ts';
import * as line from '../../../domain/reading/line.ts';
import { allowances, start } from '../../../domain/reading/session.ts';
import { all, type Found, type Reading } from '../../../domain/reading/taken.ts';
import { type Due, of, type Quote } from './due.ts';
import { hour, type Look, last } from './record.ts';

/** What stands of something, and whether it is no more than a reason why nothing does. */
interface Standing {
  readonly says: { readonly en: string; readonly fr: string };
  readonly isReason: boolean;
}

const says = (en: string, fr = en): Standing => ({ says: { en, fr }, isReason: false });
const because = (en: string, fr: string): Standing => ({ says: { en, fr }, isReason: true });

interface Thing {
  readonly name: { readonly en: string; readonly fr: string };
  readonly types: readonly EventType[];
  /** What stands in a reading, of a candidate; hours are told by the clock of the whole record. */
  readonly in: (then: Reading, candidate: number, clock: Reading) => Standing | null;
}

/** What a sheet says of the test. */
const THINGS: readonly Thing[] = [
  {
    name: { en: 'certification number', fr: 'numéro de certification' },
    types: ['CertificationNumberRecorded', 'CertificationNumberCorrected', 'CertificationNumberMissing'],
    in: (then, candidate) => {
      const number = line.certificationNumber(then, candidate);
      if (number !== null) return says(number);
      const reason = line.noted(then, candidate, 'CertificationNumberMissing');
      return reason === null ? null : because('none, with a reason', 'aucun, avec motif');
    },
  },
  {
    name: { en: 'end screen', fr: 'écran de fin' },
    types: ['EndScreenSeen', 'EndScreenNotSeen'],
    in: (then, candidate) => {
      if (line.noted(then, candidate, 'EndScreenSeen') !== null) return says('seen', 'vu');
      return line.noted(then, candidate, 'EndScreenNotSeen') === null ? null : because('not seen', 'non vu');
    },
  },
  {
    name: { en: 'attendance', fr: 'présence' },
    types: ['CandidatePresent', 'CandidateAbsent', 'CandidateCouldNotJoin', 'CandidateLeft'],
    in: (then, candidate) => {
      if (line.isAway(then, candidate)) return says('absent');
      if (line.noted(then, candidate, 'CandidateLeft') !== null) return says('left', 'parti');
      if (line.noted(then, candidate, 'CandidateCouldNotJoin') !== null)
        return says('could not join', 'n’a pas pu rejoindre');
      return line.noted(then, candidate, 'CandidatePresent') === null ? null : says('present', 'présent');
    },
  },
  {
    name: { en: 'interruptions', fr: 'interruptions' },
    types: ['TestInterrupted', 'TestResumed'],
    in: (then, candidate, clock) => {
      const told = line.stretches(then, candidate).map(({ began, resumed }) => {
        const [from, to] = [hour(clock, began.at), resumed === null ? null : hour(clock, resumed.at)];
        return { en: `${from.en}–${to?.en ?? '?'}`, fr: `${from.fr}–${to?.fr ?? '?'}` };
      });
      if (told.length === 0) return null;
      return says(told.map(({ en }) => en).join(', '), told.map(({ fr }) => fr).join(', '));
    },
  },
  {
    name: { en: 'duration', fr: 'durée' },
    types: ['ExtraTimeCorrected', 'ExtraTimeGranted'],
    in: (then, candidate) => says(duration(line.duration(then, candidate))),
  },
  {
    name: { en: 'start of the clock', fr: 'début du décompte' },
    types: ['StartCorrected'],
    in: (then, _, clock) => {
      const at = start(then)?.at;
      return at === undefined ? says('?') : { says: hour(clock, at), isReason: false };
    },
  },
  {
    name: { en: 'time given back', fr: 'temps rendu' },
    types: ['AllowanceGranted'],
    in: (then) => {
      const given = allowances(then).map(({ data }) => duration(data.seconds));
      return given.length === 0 ? null : says(given.join(' + '));
    },
  },
];

interface Difference {
  readonly candidate: number | null;
  readonly events: readonly number[];
  readonly wasThere: boolean;
  readonly quotes: readonly Quote[];
}

const upTo = (reading: Reading, { index }: Found<EventType>): Reading => ({
  ...reading,
  taken: reading.taken.slice(0, index + 1),
});

/** What stands otherwise after an event than it did after an earlier one, in the order in which it was spoken of. */
function differences(reading: Reading, from: Found<EventType>, to: Found<EventType>): readonly Difference[] {
  const between = all(reading, ...EVENT_TYPES).filter(({ index }) => index > from.index && index <= to.index);
  const spoken = between.flatMap(({ revision, type, data }) => {
    const told =
      type === 'EntryRetracted' ? takenBackBy(reading, data as Found<'EntryRetracted'>['data']) : { type, data };
    const thing = THINGS.find(({ types }) => told !== undefined && types.includes(told.type));
    if (told === undefined || thing === undefined) return [];
    const candidate = 'candidate' in told.data ? told.data.candidate : null;
    return [{ revision, thing, candidate, about: `${thing.name.en} ${candidate}` }];
  });
  return [...new Set(spoken.map(({ about }) => about))].flatMap((which) => {
    const alike = spoken.filter(({ about }) => about === which);
    return alike.slice(0, 1).flatMap(({ thing, candidate }) => {
      const [was, is] = [upTo(reading, from), upTo(reading, to)].map((then) => thing.in(then, candidate ?? 0, reading));
      const isNews = was !== null || is?.isReason !== true;
      if (was?.says.en === is?.says.en || !isNews) return [];
      const nothing = { en: 'nothing', fr: 'rien' };
      const quotes = [thing.name, was?.says ?? nothing, is?.says ?? nothing];
      return [{ candidate, events: alike.map(({ revision }) => revision), wasThere: was != null, quotes }];
    });
  });
}

const takenBackBy = (reading: Reading, { entry }: Found<'EntryRetracted'>['data']) =>
  reading.taken.findLast(({ revision }) => revision === entry);

/** One finding for each of whom something differs. */
const dueOf = (all: readonly Difference[], end: number): readonly Due[] =>
  [...new Set(all.map(({ candidate }) => candidate))].map((candidate) => {
    const theirs = all.filter((one) => one.candidate === candidate);
    return of(candidate, [...theirs.flatMap(({ events }) => events), end], ...theirs.flatMap(({ quotes }) => quotes));
  });

/** What the sheet that was sent says otherwise than what stood by the close: where something stood, or where nothing did. */
const sinceTheClose =
  (wasThere: boolean): Look =>
  ({ reading }) => {
    const [close, sent] = [last(reading, 'SessionClosed'), last(reading, 'SheetSubmitted')];
    if (close === null || sent === null) return [];
    const found = differences(reading, close, sent).filter((one) => one.wasThere === wasThere);
    return dueOf(found, sent.revision);
  };

const sinceTheSheet: Look = ({ reading }) => {
  const sent = last(reading, 'SheetSubmitted');
  const latest = all(reading, ...EVENT_TYPES).at(-1);
  return sent === null || latest === undefined ? [] : dueOf(differences(reading, sent, latest), sent.revision);
};

/** What can be the matter with a sheet that was sent. */
export const THE_SHEET: Readonly<Record<string, Look>> = {
  'changed-after-the-close': sinceTheClose(true),
  'added-after-the-close': sinceTheClose(false),
  'changed-since-submission': sinceTheSheet,
};
