/** A text as a cell of a table: one line, and no bar. */
export const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

/** A table; its cells are ready. */
export const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
