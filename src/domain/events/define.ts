import { z } from 'zod';
import type { Sentence } from '../procedure.ts';
import type { FactField, PersonalField } from '../values/personal.ts';

/** Each field of an event, declared as a fact or as personal. There is no third way to write a field. */
export type Fields = Readonly<Record<string, FactField | PersonalField>>;

/** Whose personal data an event carries: each event speaks of one person at most, or of the session in free text. */
export type Subject = 'candidate' | 'examiner' | 'session';

/** What a field holds once it is stored. */
export type DataOf<F extends Fields> = { readonly [K in keyof F]: z.output<F[K]['schema']> };

/** An event as its declaration knows it. */
export interface EventDefinition<Type extends string = string, F extends Fields = Fields> {
  readonly type: Type;
  /** The version of `data`; it rises when a field changes, and an upcaster brings older events up. */
  readonly version: number;
  /** Whose the personal fields are; for a candidate or an examiner, `data` names which one. */
  readonly about: Subject;
  /** The sentence of the procedure that asks for this fact; `null` where something else does. */
  readonly sentence: Sentence | null;
  /** What happened, in French, as a timeline tells it. */
  readonly label: string;
  readonly fields: F;
  /** Reads stored data; strict, so that an undeclared field cannot hide personal data. */
  readonly data: z.ZodType<DataOf<F>>;
}

/** What a declaration says beside its fields. */
interface Header<Type extends string> {
  readonly type: Type;
  readonly version: number;
  readonly about: Subject;
  readonly sentence: Sentence | null;
  readonly label: string;
}

/** Declares an event. A field that is neither {@link fact} nor {@link personal} does not compile. */
export function defineEvent<const Type extends string, F extends Fields>(
  header: Header<Type>,
  fields: F,
): EventDefinition<Type, F> {
  const shape = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.schema]));
  return { ...header, fields, data: z.strictObject(shape) as unknown as z.ZodType<DataOf<F>> };
}
