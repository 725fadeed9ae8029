import { sha256 } from '../../../src/adapters/crypto/node.ts';
import type { PrintOptions } from '../../../src/adapters/pdf/index.ts';
import { headText } from '../../../src/domain/seal/head.ts';
import { bare } from './tools.ts';

/** A text as it stands in a part of a document: its lines one after the other. */
export const inOne = (text: string): string => text.replaceAll('\n', ' ').trim();

/** The short form of a head. */
export const written = ({ head }: PrintOptions): string => (head === null ? '' : headText(sha256, head));

/** What stands at the foot of every page, without white space. */
export const footOf = (name: string, page: number, pages: number, options: PrintOptions): string =>
  bare(
    `${name} page ${page}/${pages} Empreinte du registre, à comparer ; le code en porte le texte : ${written(options)}`,
  );

/**
 * What stands on the pages between their feet, without white space.
 *
 * @param titles the headings of a table, which stand again at the top of every page but the first
 * @throws {Error} where a page has another foot, or lacks the headings
 */
export function bodyOf(pages: readonly string[], name: string, options: PrintOptions, titles = ''): string {
  const again = bare(titles);
  return pages
    .map((page, place) => {
      const foot = footOf(name, place + 1, pages.length, options);
      if (!page.endsWith(foot)) throw new Error(`page ${place + 1} has another foot: ${page.slice(-200)}`);
      if (place > 0 && !page.startsWith(again)) throw new Error(`page ${place + 1} lacks the headings`);
      return page.slice(place > 0 ? again.length : 0, -foot.length);
    })
    .join('');
}
