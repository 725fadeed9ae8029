/** The format of a character map that knows every character of Unicode, in groups. */
const GROUPS = 12;

/** The offset of a table of a TrueType font. @throws {RangeError} where the font has none of this name */
function tableOf(font: DataView, name: string): number {
  for (let at = 12; at < 12 + font.getUint16(4) * 16; at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((place) => font.getUint8(at + place)));
    if (tag === name) return font.getUint32(at + 8);
  }
  throw new RangeError(`the font has no table ${name}`);
}

/**
 * The characters that a TrueType font has a glyph for, by its table `cmap`.
 *
 * @throws {RangeError} where the font has no map of all Unicode
 */
export function coverageOf(bytes: Uint8Array): ReadonlySet<number> {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const maps = tableOf(font, 'cmap');
  for (let at = maps + 4; at < maps + 4 + font.getUint16(maps + 2) * 8; at += 8) {
    const map = maps + font.getUint32(at + 4);
    if (font.getUint16(map) !== GROUPS) continue;
    const covered = new Set<number>();
    for (let group = map + 16; group < map + 16 + font.getUint32(map + 12) * 12; group += 12) {
      const last = font.getUint32(group + 4);
      for (let character = font.getUint32(group); character <= last; character++) covered.add(character);
    }
    return covered;
  }
  throw new RangeError('the font has no map of all Unicode');
}
