import type { Change } from './change.ts';

/** A field of a document, and what stands in it at one moment. */
export interface Field extends Pick<Change, 'document' | 'candidate' | 'field' | 'title'> {
  readonly text: string;
}

/** Fields that change together, by what tells them from all others. */
export type Fields = ReadonlyMap<string, Field>;

/** Fields as they are looked up. */
export const fieldsOf = (fields: readonly Field[]): Fields =>
  new Map(fields.map((field) => [JSON.stringify([field.document, field.candidate, field.field]), field]));
