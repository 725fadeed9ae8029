import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { folder } from '../../stores/support/folder.ts';

const { CI } = process.env;

/**
 * Whether the machine has LibreOffice: Debian's libreoffice-calc. A test that needs it is skipped without it, but never
 * where CI runs.
 */
export const hasOffice = spawnSync('soffice', ['--version']).error === undefined || CI !== undefined;

if (!hasOffice) process.stderr.write('Skipped: tests in which LibreOffice opens what is written want soffice\n');

/** Opens files in LibreOffice, and saves each in another format. @returns their bytes, in the same order */
export function saved(format: 'ods' | 'xlsx' | 'pdf', files: Readonly<Record<string, Uint8Array>>): Uint8Array[] {
  const home = folder();
  mkdirSync(join(home, 'in'));
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(home, 'in', name);
    writeFileSync(path, bytes);
    return path;
  });
  const alone = `-env:UserInstallation=file://${join(home, 'profile')}`;
  const to = ['--convert-to', format, '--outdir', join(home, 'out')];
  const { status, stderr, error } = spawnSync('soffice', ['--headless', alone, ...to, ...paths]);
  if (error !== undefined || status !== 0) throw new Error(`soffice: ${error?.message ?? stderr.toString()}`);
  return paths.map((path) => readFileSync(join(home, 'out', `${basename(path, extname(path))}.${format}`)));
}
