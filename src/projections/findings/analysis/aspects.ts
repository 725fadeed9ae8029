import type { EventType } from '../../../domain/events/catalogue.ts';
import type { RuleText } from '../../../domain/rules/define.ts';
import { isAbsent } from '../../../domain/state/candidate.ts';
import { type CandidateState, candidateOf, type SessionState } from '../../../domain/state/session.ts';
import { duration } from '../../french/lengths.ts';
import type { RoomClock } from './roomClock.ts';

/** What a sheet says of one thing, as both languages say it. */
export interface AspectValue extends RuleText {
  /** Whether it only says why there is nothing. */
  readonly isReason: boolean;
}

/** One thing that the sheet says of the test of a candidate, or of the session, and that may come to differ. */
export interface Aspect extends RuleText {
  /** The events that speak of it. */
  readonly types: readonly EventType[];
  /** What stands, of a candidate or of the session, whatever the number is then; {@link NOTHING} where nothing does. */
  readonly read: (state: SessionState, candidate: number, clock: RoomClock) => AspectValue;
}

const value = (en: string, fr: string): AspectValue => ({ en, fr, isReason: false });

const reason = (en: string, fr: string): AspectValue => ({ en, fr, isReason: true });

/** What a sheet says where nothing stands. */
export const NOTHING: AspectValue = value('nothing', 'rien');

/** An aspect of one candidate. */
const ofCandidate =
  (read: (candidate: CandidateState, clock: RoomClock) => AspectValue): Aspect['read'] =>
  (state, candidate, clock) =>
    read(candidateOf(state, candidate), clock);

const number = ({ certificationNumber, numberMissing }: CandidateState): AspectValue => {
  if (certificationNumber !== null) return value(certificationNumber, certificationNumber);
  return numberMissing === null ? NOTHING : reason('none, with a reason', 'aucun, avec motif');
};

const endScreen = ({ endScreen: seen, endScreenNotSeen }: CandidateState): AspectValue => {
  if (seen !== null) return value('seen', 'vu');
  return endScreenNotSeen === null ? NOTHING : reason('not seen', 'non vu');
};

const attendance = (candidate: CandidateState): AspectValue => {
  if (isAbsent(candidate)) return value('absent', 'absent');
  if (candidate.left !== null) return value('left', 'parti');
  if (candidate.couldNotJoin !== null) return value('could not join', 'n’a pas pu rejoindre');
  return candidate.present === null ? NOTHING : value('present', 'présent');
};

/** When something was; it may not have been yet. */
const hour = (tell: (at: number) => string, at: number | null): string => (at === null ? '?' : tell(at));

const interruptions = ({ interruptions: all }: CandidateState, { en, fr }: RoomClock): AspectValue => {
  if (all.length === 0) return NOTHING;
  const said = (tell: (at: number) => string): string =>
    all.map(({ began, resumed }) => `${tell(began.at)}–${hour(tell, resumed?.at ?? null)}`).join(', ');
  return value(said(en), said(fr));
};

const time = ({ durationSeconds }: CandidateState): AspectValue => {
  const length = duration(durationSeconds);
  return value(length, length);
};

const start: Aspect['read'] = ({ startedAt }, _, { en, fr }) => value(hour(en, startedAt), hour(fr, startedAt));

const givenBack: Aspect['read'] = ({ allowances }) => {
  if (allowances.length === 0) return NOTHING;
  const lengths = allowances.map(({ seconds }) => duration(seconds)).join(' + ');
  return value(lengths, lengths);
};

/** What a sheet says of the test. */
const ASPECTS: readonly Aspect[] = [
  {
    en: 'certification number',
    fr: 'numéro de certification',
    types: ['CertificationNumberRecorded', 'CertificationNumberCorrected', 'CertificationNumberMissing'],
    read: ofCandidate(number),
  },
  {
    en: 'end screen',
    fr: 'écran de fin',
    types: ['EndScreenSeen', 'EndScreenNotSeen'],
    read: ofCandidate(endScreen),
  },
  {
    en: 'attendance',
    fr: 'présence',
    types: ['CandidatePresent', 'CandidateAbsent', 'CandidateCouldNotJoin', 'CandidateLeft'],
    read: ofCandidate(attendance),
  },
  {
    en: 'interruptions',
    fr: 'interruptions',
    types: ['TestInterrupted', 'TestResumed'],
    read: ofCandidate(interruptions),
  },
  {
    en: 'duration',
    fr: 'durée',
    types: ['ExtraTimeCorrected', 'ExtraTimeGranted'],
    read: ofCandidate(time),
  },
  { en: 'start of the clock', fr: 'début du décompte', types: ['StartCorrected'], read: start },
  { en: 'time given back', fr: 'temps rendu', types: ['AllowanceGranted'], read: givenBack },
];

const BY_TYPE: ReadonlyMap<EventType, Aspect> = new Map(
  ASPECTS.flatMap((aspect) => aspect.types.map((type) => [type, aspect] as const)),
);

/** What events of this type speak of; `undefined` where it is nothing of the test. */
export const aspectOf = (type: EventType): Aspect | undefined => BY_TYPE.get(type);
