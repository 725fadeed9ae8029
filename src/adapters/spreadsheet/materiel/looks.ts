/** The font of every cell; LibreOffice has one of the same measures. */
export const FONT = 'Arial';

/** How cells of one kind look, and whether anybody should type in them. */
export interface Appearance {
  readonly bold: boolean;
  /** In points. */
  readonly size: number;
  /** A colour as six hexadecimal digits; `null` for none. */
  readonly fill: string | null;
  readonly boxed: boolean;
  readonly align: 'left' | 'center';
  readonly wrapped: boolean;
  /** What is typed becomes a text, a day or a number: a text that begins with = + - @ stays one, and 1/3 is no date. */
  readonly holds: 'text' | 'day' | 'number';
  readonly isOpen: boolean;
}

const PLAIN: Appearance = {
  bold: false,
  size: 10,
  fill: null,
  boxed: false,
  align: 'left',
  wrapped: false,
  holds: 'text',
  isOpen: false,
};

const BOXED: Appearance = { ...PLAIN, boxed: true, wrapped: true };

/** Every kind of cell. */
export const LOOKS = {
  title: { ...PLAIN, bold: true, size: 14 },
  label: { ...PLAIN, bold: true },
  fact: PLAIN,
  day: { ...PLAIN, holds: 'day' },
  heading: { ...BOXED, bold: true, fill: 'E3E8EE', align: 'center' },
  number: { ...BOXED, holds: 'number', align: 'center' },
  boxed: BOXED,
  boxedDay: { ...BOXED, holds: 'day', align: 'center' },
  code: { ...BOXED, bold: true, size: 12, align: 'center' },
  entry: { ...BOXED, isOpen: true },
  shortEntry: { ...BOXED, isOpen: true, align: 'center' },
  dayEntry: { ...BOXED, isOpen: true, align: 'center', holds: 'day' },
} satisfies Record<string, Appearance>;

/** The name of one. */
export type Look = keyof typeof LOOKS;
