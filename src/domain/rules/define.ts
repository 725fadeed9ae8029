import type { EventType, Fact } from '../events/catalogue.ts';
import type { Sentence } from '../procedure.ts';
import type { CandidateState, SessionState } from '../state/session.ts';
import { wallClock } from '../values/time.ts';

/** A value as a refusal quotes it. A host keeps what is personal out of its logs. */
export interface Quoted {
  readonly value: string | number | boolean | null | readonly (string | number)[];
  readonly personal: boolean;
  /** Of an instant alone: the zone whose clock a text shows; `null` for that of the session's room. */
  readonly zone?: string | null;
}

/** Quotes a value that tells nothing of a person; `null` where there is none. */
export const plain = (value: Quoted['value'] | undefined): Quoted => ({ value: value ?? null, personal: false });

/**
 * Quotes an instant, as ISO 8601 in UTC; `null` where there is none. A text shows it as the clock in the room did.
 *
 * @param zone where it is not that of the session
 */
export const instantOf = (at: number | null | undefined, zone: string | null = null): Quoted =>
  typeof at === 'number' ? { ...plain(new Date(at).toISOString()), zone } : plain(null);

interface Shown {
  readonly date: string;
  readonly time: string;
}

/** What a clock in this zone shows, to the millisecond where there is one: two instants may differ by no more. */
function shownOn(at: number, zone: string): Shown {
  const { date, seconds } = wallClock(at, zone);
  const thousandths = at % 1000;
  return { date, time: thousandths === 0 ? seconds : `${seconds}.${String(thousandths).padStart(3, '0')}` };
}

/** What a rule says in both languages; `{name}` stands for a quoted value. */
export interface RuleText {
  readonly en: string;
  readonly fr: string;
}

const written = ({ value }: Quoted): string => (Array.isArray(value) ? value.join(', ') : String(value ?? '—'));

const fill = (text: string, values: Readonly<Record<string, Quoted>>, write: (quoted: Quoted) => string): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => write(values[name] ?? plain(null)));

/**
 * A text in both languages, with the quoted values in it.
 *
 * @param room the zone of the session, whose clock shows the instants; without one they stay in UTC
 */
export function said(
  { en, fr }: RuleText,
  values: Readonly<Record<string, Quoted>>,
  room: string | null = null,
): RuleText {
  const on = (write: (clock: Shown) => string) => (quoted: Quoted) => {
    const zone = quoted.zone === undefined ? null : (quoted.zone ?? room);
    return zone === null ? written(quoted) : write(shownOn(Date.parse(String(quoted.value)), zone));
  };
  return {
    en: fill(
      en,
      values,
      on(({ time, date }) => `${time} on ${date}`),
    ),
    fr: fill(
      fr,
      values,
      on(({ time, date }) => `${time.replace('.', ',')} le ${date.split('-').reverse().join('/')}`),
    ),
  };
}

/** A named condition on an event and the state that it meets. */
export interface Rule<F = Fact, Name extends string = string> {
  readonly name: Name;
  /** The sentence of the procedure that it comes from; `null` where it is what any record needs. */
  readonly sentence: Sentence | null;
  readonly text: RuleText;
  /**
   * Whether the event keeps the rule. Reads no field that can be erased. `candidate` is the one that the event is about,
   * looked up once for all rules; where there is none, it is a candidate whom nobody registered.
   */
  readonly holds: (state: SessionState, fact: F, candidate: CandidateState) => boolean;
  /** The values that a refusal quotes. Called only where the rule is broken. */
  readonly values: (state: SessionState, fact: F, candidate: CandidateState) => Readonly<Record<string, Quoted>>;
}

/** Declares a rule for events of these types. */
export const rule =
  <T extends EventType>() =>
  <const Name extends string>(declaration: Rule<Fact<T>, Name>): Rule<Fact<T>, Name> =>
    declaration;
