import { z } from 'zod';
import { line } from './text.ts';

/** « L'établissement (nom, adresse, code postal, ville) ». A postal code has five digits, as in France. */
export const establishment = z.strictObject({
  name: line(200),
  address: line(300),
  postalCode: z.string().regex(/^\d{5}$/, { error: 'postal-code-five-digits' }),
  city: line(100),
});

/** The certification centre. */
export type Establishment = z.output<typeof establishment>;
