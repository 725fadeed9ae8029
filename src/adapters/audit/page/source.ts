import { bytesOf, type Piece } from './bytes.ts';

const pause = (): Promise<void> => new Promise((done) => setTimeout(done));

const now = (): number => performance.now();

/** The pieces of the file that stand in this page. */
function* pieces(dossier: Element): Generator<Piece> {
  for (const { textContent, attributes } of dossier.children) {
    yield { text: textContent ?? '', hex: attributes.getNamedItem('data-hex')?.value ?? null };
  }
}

/**
 * The file that stands in this page, from its first byte on.
 *
 * @param onPause is told at every pause how much of it was handed out, from 0 to 1
 */
export function embeddedFile(onPause: (part: number) => void = () => {}): AsyncIterable<Uint8Array> {
  const dossier = document.getElementById('dossier');
  if (dossier === null) return bytesOf([], pause, now);
  let given = 0;
  function* counted(whole: Element): Generator<Piece> {
    for (const piece of pieces(whole)) {
      given += 1;
      yield piece;
    }
  }
  const told = (): Promise<void> => {
    onPause(given / dossier.childElementCount);
    return pause();
  };
  return bytesOf(counted(dossier), told, now);
}

/** Waits until the page has been drawn. */
export const drawn = pause;
