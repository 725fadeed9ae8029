import { EXPECTED, type Meaning, PLAIN_FIELDS } from './fields.ts';

/** Whether two columns give the same thing: the same field, or a name both whole and in parts. */
export function sameThing(a: Meaning, b: Meaning): boolean {
  const fields = [a.field, b.field];
  const bothWays = fields.includes('examiner') && (fields.includes('surname') || fields.includes('firstName'));
  return a.rank === b.rank && (a.field === b.field || bothWays);
}

/** What an examiner lacks: nothing, the other half of the name, or the name. */
function missingName(fields: readonly Meaning['field'][]): Meaning['field'] | null {
  if (fields.includes('examiner')) return null;
  if (fields.includes('surname')) return fields.includes('firstName') ? null : 'firstName';
  return fields.includes('firstName') ? 'surname' : 'examiner';
}

/** The headings that are asked for and stand nowhere: every plain field, and a name for each examiner announced. */
export function missingHeadings(columns: readonly Meaning[]): string[] {
  const of = (rank: number) => columns.filter((column) => column.rank === rank).map(({ field }) => field);
  const first = of(1);
  const plain = PLAIN_FIELDS.filter((field) => !first.includes(field)).map((field) => EXPECTED[field]);
  const ranks = new Set([1, ...columns.map(({ rank }) => rank)]);
  const names = [...ranks].flatMap((rank) => {
    const field = missingName(of(rank));
    if (field === null) return [];
    return [rank === 1 ? EXPECTED[field] : `${EXPECTED[field]} ${rank}`];
  });
  return [...plain, ...names];
}
