import { z } from 'zod';

/** What erasure leaves of a personal field. */
export const ERASED = { erased: true } as const;

/** The erased form of a personal field. */
export type Erased = typeof ERASED;

/** A personal value, or what erasure left of it. */
export type MaybeErased<T> = T | Erased;

const erased = z.strictObject({ erased: z.literal(true) });

/** Whether a personal field was erased. */
export const isErased = <T>(value: MaybeErased<T>): value is Erased =>
  typeof value === 'object' && value !== null && 'erased' in value && value.erased === true;

/** A field that says nothing about a person, or that the record cannot do without: it is never erased. */
export interface FactField<S extends z.ZodType = z.ZodType> {
  readonly personal: false;
  readonly schema: S;
}

/** A field that belongs to a person: erasure leaves {@link ERASED}, and the type says so. */
export interface PersonalField<S extends z.ZodType = z.ZodType> {
  readonly personal: true;
  readonly leaves: Erased;
  readonly schema: z.ZodUnion<readonly [S, typeof erased]>;
}

/** Declares a field that no erasure touches. */
export const fact = <S extends z.ZodType>(schema: S): FactField<S> => ({ personal: false, schema });

/** Declares a field that is erased with the person whom the event is about. */
export const personal = <S extends z.ZodType>(schema: S): PersonalField<S> => ({
  personal: true,
  leaves: ERASED,
  schema: z.union([schema, erased]),
});
