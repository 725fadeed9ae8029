import type { Position } from '../../domain/store/port.ts';
import type { Views, Where } from '../../domain/store/views.ts';
import type { ReadModel } from '../../projections/readModels/readModel.ts';

/** The rows of a read model that were found. */
export interface Found<Row> {
  /** In the order of their streams' names. */
  readonly rows: readonly { readonly stream: string; readonly row: Row }[];
  /** Up to where the rows know the record; `null` where they know nothing of it. */
  readonly position: Position | null;
}

/**
 * Finds rows of a read model by its columns.
 *
 * @returns `null` where there are no rows of this version of the model: it was not built yet, or has to be rebuilt
 * @throws StoreError `range-invalid` for what no column can have
 */
export async function find<Kept extends object, Row = Kept>(
  views: Views,
  {
    name,
    version,
    shown = (kept) => kept as unknown as Row,
  }: ReadModel<Kept> & { readonly shown?: (kept: Kept) => Row },
  where?: Where,
): Promise<Found<Row> | null> {
  const found = await views.query(name, where);
  // Rows of another version may be of another shape.
  if (found === null || found.view.version !== version) return null;
  const rows = found.rows.map(({ stream, row }) => ({ stream, row: shown(row as Kept) }));
  return { rows, position: found.view.position };
}
