import { visible } from './visible.ts';

/** A page of blocks, one line apart, ended by a line break, safe to show. Empty blocks are left out. */
export const page = (...blocks: readonly string[]): string =>
  `${visible(blocks.filter((block) => block !== '').join('\n\n'))}\n`;

/** A text under a title. */
export const titled = (title: string, text: string): string => `${title}\n${'─'.repeat(title.length)}\n${text}`;

/** Items under a title, one a line, or « Néant. »; what has several lines is indented. */
export const section = (title: string, items: readonly string[]): string =>
  titled(title, items.length === 0 ? 'Néant.' : items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n'));
