import { crc32, deflateRawSync } from 'node:zlib';
import { DIRECTORY, END, LOCAL } from '../../zipFormat.ts';

/** A part of an archive. */
export interface ArchivePart {
  readonly name: string;
  readonly text: string;
}

/** What wants it can be unpacked by any program since 1993. */
const VERSION = 20;
/** Names are in UTF-8. */
const FLAGS = 0x0800;
const STORED = 0;
const DEFLATED = 8;
/** The first day that archives know: the same parts give the same bytes. */
const [NO_TIME, NO_DATE] = [0, 0x0021];

type Field = readonly [bytes: 2 | 4, value: number];

function fields(...all: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(all.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of all) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

/**
 * A zip archive of some texts. The first stands as it is, so that the kind of an OpenDocument file can be told from its
 * first bytes; the others are packed.
 */
export function archiveOf(parts: readonly ArchivePart[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [at, { name, text }] of parts.entries()) {
    const title = Buffer.from(name);
    const bytes = Buffer.from(text);
    const packed = at === 0 ? bytes : deflateRawSync(bytes);
    const about: readonly Field[] = [
      [2, VERSION],
      [2, FLAGS],
      [2, at === 0 ? STORED : DEFLATED],
      [2, NO_TIME],
      [2, NO_DATE],
      [4, crc32(bytes)],
      [4, packed.length],
      [4, bytes.length],
      [2, title.length],
      [2, 0],
    ];
    const local = fields([4, LOCAL], ...about);
    directory.push(fields([4, DIRECTORY], [2, VERSION], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), title);
    bodies.push(local, title, packed);
    offset += local.length + title.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = parts.length;
  const end = fields([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
  return new Uint8Array(Buffer.concat([...bodies, ...directory, end]));
}
