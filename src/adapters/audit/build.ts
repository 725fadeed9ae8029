import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

/**
 * Builds what every audit page holds beside its file: in the checkout (`npm run prepare`), and, by a folder that is
 * named, in the package (`npm run build`).
 */
const [folder = join(import.meta.dirname, 'built')] = process.argv.slice(2);

const { script, style } = await bundle();
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'page.js'), script);
await writeFile(join(folder, 'page.css'), style);
