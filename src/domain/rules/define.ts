import type { EventType, Fact } from '../events/catalogue.ts';
import type { Sentence } from '../procedure.ts';
import type { CandidateState, SessionState } from '../state/session.ts';

/** A value as a refusal quotes it. A host keeps what is personal out of its logs. */
export interface Quoted {
  readonly value: string | number | boolean | null | readonly (string | number)[];
  readonly personal: boolean;
}

/** Quotes a value that tells nothing of a person; `null` where there is none. */
export const plain = (value: Quoted['value'] | undefined): Quoted => ({ value: value ?? null, personal: false });

/** Quotes an instant, as ISO 8601 in UTC; `null` where there is none. */
export const instantOf = (at: number | null | undefined): Quoted =>
  plain(typeof at === 'number' ? new Date(at).toISOString() : null);

/** What a rule says in both languages; `{name}` stands for a quoted value. */
export interface RuleText {
  readonly en: string;
  readonly fr: string;
}

const written = ({ value }: Quoted): string => (Array.isArray(value) ? value.join(', ') : String(value ?? '—'));

const fill = (text: string, values: Readonly<Record<string, Quoted>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => written(values[name] ?? plain(null)));

/** A text in both languages, with the quoted values in it. */
export const said = ({ en, fr }: RuleText, values: Readonly<Record<string, Quoted>>): RuleText => ({
  en: fill(en, values),
  fr: fill(fr, values),
});

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
