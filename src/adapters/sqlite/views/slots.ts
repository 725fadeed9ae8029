import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

/** Where a text stands, and how many bytes there are for it. */
export interface Slot {
  readonly slot: number;
  readonly size: number;
}

/** The smallest slot, in bytes; the others are a quarter as long again, and again. */
const SMALLEST = 512;

function sizeFor(bytes: number): number {
  let size = SMALLEST;
  while (size < bytes) size += size >> 2;
  return size;
}

/** A text with so many blanks after it; SQLite makes them, so that they are never made here. */
const PADDED = "? || printf('%*s', ?, '')";

/** The slots of a generation. */
export interface Slots {
  /**
   * Writes a text in a slot.
   *
   * @param former where the text stood that this one replaces; nothing of it is left there
   */
  write(text: string, former: Slot | null): Slot;
}

/** Prepares the statements on the slots of a generation. */
export function slotsOf(db: DatabaseSync, generation: number): Slots {
  const add = db.prepare(`INSERT INTO slots_${generation} (text) VALUES (${PADDED})`);
  const overwrite = db.prepare(`UPDATE slots_${generation} SET text = ${PADDED} WHERE id = ?`);
  const free = db.prepare(`INSERT INTO free_${generation} (size, slot) VALUES (?, ?)`);
  const firstFree = db.prepare(`SELECT slot FROM free_${generation} WHERE size = ? LIMIT 1`);
  const take = db.prepare(`DELETE FROM free_${generation} WHERE size = ? AND slot = ?`);

  const elsewhere = (text: string, blanks: number, size: number): Slot => {
    const found: { readonly slot?: SQLOutputValue } | undefined = firstFree.get(size);
    if (found === undefined) return { slot: Number(add.run(text, blanks).lastInsertRowid), size };
    const slot = Number(found.slot);
    take.run(size, slot);
    overwrite.run(text, blanks, slot);
    return { slot, size };
  };

  return {
    write(text, former) {
      const bytes = Buffer.byteLength(text);
      const needed = sizeFor(bytes);
      const size = former !== null && former.size >= needed ? former.size : needed;
      const blanks = size - bytes;
      if (former === null) return elsewhere(text, blanks, size);
      if (former.size === size) {
        overwrite.run(text, blanks, former.slot);
        return former;
      }
      overwrite.run('', former.size, former.slot);
      free.run(former.size, former.slot);
      return elsewhere(text, blanks, size);
    },
  };
}
