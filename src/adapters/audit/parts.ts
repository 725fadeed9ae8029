import { readFile } from 'node:fs/promises';
import { AuditPageError } from './errors.ts';

/** What every page is made of beside the file that it shows. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
}

/** Where the script and the styles lie: beside this module, in a checkout as in the package. */
const BUILT = new URL('./built/', import.meta.url);

/**
 * The script and the styles, as they were built.
 *
 * @throws {AuditPageError} `page-not-built`
 */
export async function builtParts(from: URL = BUILT): Promise<PageParts> {
  try {
    const [script, style] = await Promise.all(
      ['page.js', 'page.css'].map((name) => readFile(new URL(name, from), 'utf8')),
    );
    return { script: script ?? '', style: style ?? '' };
  } catch (cause) {
    throw new AuditPageError(
      'page-not-built',
      `The script of the page is not at ${from.pathname}: run \`npm run prepare\` in the checkout.`,
      { cause },
    );
  }
}
