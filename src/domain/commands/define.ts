import { z } from 'zod';
import type { EventData, EventType } from '../events/catalogue.ts';
import { type Quoted, type RuleText, said } from '../rules/define.ts';
import type { SessionState } from '../state/session.ts';
import { actor, identity, sessionIdentity } from '../store/envelope.ts';
import { instant } from '../values/time.ts';

/** An event as a decision names it, before it has its time and place. */
export type Decided<T extends EventType = EventType> = {
  [K in T]: { readonly type: K; readonly data: EventData<K> };
}[T];

/** Something that the person should know and that does not stand in the way, as a command declares it. */
export interface Caution {
  readonly warning: string;
  readonly text: RuleText;
  readonly values: Readonly<Record<string, Quoted>>;
}

/** Something that the person should know and that does not stand in the way, in both languages. */
export interface Warning extends RuleText, Omit<Caution, 'text'> {}

/**
 * A warning, with the values in its texts.
 *
 * @param room the zone of the session
 */
export const warningOf = ({ warning, text, values }: Caution, room: string | null = null): Warning => ({
  warning,
  ...said(text, values, room),
  values,
});

/** What a decision knows beside the command's data: which session, when it happened, and when it is learned. */
export interface Circumstances {
  readonly session: string;
  /** Epoch milliseconds. */
  readonly occurredAt: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a command of one type holds, decides and warns of. */
export interface CommandDefinition<Type extends string = string, S extends z.ZodType = z.ZodType> {
  readonly type: Type;
  /** What a person does, in French, as a screen would offer it. */
  readonly label: string;
  readonly data: S;
  readonly decide: (state: SessionState, data: z.output<S>, circumstances: Circumstances) => readonly Decided[];
  readonly warn: (state: SessionState, data: z.output<S>, circumstances: Circumstances) => readonly Caution[];
}

const NO_WARNING: CommandDefinition['warn'] = () => [];

/** Declares a command. */
export const defineCommand = <const Type extends string, S extends z.ZodType>(
  type: Type,
  label: string,
  data: S,
  decide: CommandDefinition<Type, S>['decide'],
  warn: CommandDefinition<Type, S>['warn'] = NO_WARNING,
): CommandDefinition<Type, S> => ({ type, label, data, decide, warn });

/** What every command says beside its type and data. */
export const commandFrame = {
  /** Made up where it is missing; the same identity handled twice has one effect. */
  id: identity.optional(),
  session: sessionIdentity,
  actor,
  /** When it happened in the room, as epoch milliseconds or ISO 8601; now where it is missing. */
  occurredAt: instant.optional(),
  correlationId: identity.nullable().default(null),
  causationId: identity.nullable().default(null),
  /** The revision of the session that the person saw; where the session went on since, the answer is a conflict. */
  expectedRevision: z.int().min(0).optional(),
};

/** A detail that may be left out. */
export const optionally = <S extends z.ZodType>(schema: S) => schema.nullable().default(null);
