/** A control character could move the cursor of the terminal that shows a text; names and identities hold none. */
const CONTROL_BUT_LINES = /[^\P{Cc}\n]/gu;

/** A text that a terminal shows and does not obey. */
const harmless = (text: string): string => text.replace(CONTROL_BUT_LINES, ' ');

/** A page of blocks, one line apart, ended by a line break. Empty blocks are left out. */
export const page = (...blocks: readonly string[]): string =>
  `${harmless(blocks.filter((block) => block !== '').join('\n\n'))}\n`;

/** A text under a title. */
export const titled = (title: string, text: string): string => `${title}\n${'─'.repeat(title.length)}\n${text}`;

/** Items under a title, one a line, or « Néant. »; what has several lines is indented. */
export const section = (title: string, items: readonly string[]): string =>
  titled(title, items.length === 0 ? 'Néant.' : items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n'));
