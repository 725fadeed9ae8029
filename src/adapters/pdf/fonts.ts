import { fileURLToPath } from 'node:url';

/** The faces that documents are set in, each with the file it is read from; what a document uses of it is embedded. */
export const FONTS = {
  regular: fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf')),
  bold: fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf')),
} as const;

/** A face at a size, in points. */
export interface Face {
  readonly font: keyof typeof FONTS;
  readonly size: number;
}

/** From one line to the next, in points. */
export const leading = ({ size }: Face): number => size * 1.25;
