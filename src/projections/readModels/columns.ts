import type { SessionHeader } from '../header.ts';
import type { ColumnValue } from './readModel.ts';

/** What every row of a session has. */
interface Headed {
  readonly header: SessionHeader;
}

/** What the rows of every read model are found by, none of which says anything of a candidate. */
export const SESSION_COLUMNS = {
  /** The day of the session on its own wall clock, `YYYY-MM-DD`; none before it is planned. */
  date: ({ header: { slot } }: Headed): readonly ColumnValue[] => (slot === null ? [] : [slot.date]),
  /** The centre by its name; and by its name and city, since many a school bears the name of another. */
  centre: ({ header: { establishment } }: Headed): readonly ColumnValue[] =>
    establishment === null ? [] : [establishment.name, `${establishment.name}, ${establishment.city}`],
  /** The identities of its examiners, never their names. */
  examiner: ({ header: { examiners } }: Headed): readonly ColumnValue[] => examiners.map(({ id }) => id),
} as const;
