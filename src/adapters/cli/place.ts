import { statSync } from 'node:fs';
import { openRegister, type Register } from '../../service/register.ts';
import { openSqliteStore } from '../sqlite/store.ts';
import { UsageError } from './io.ts';

/** Does something with the register in a file, and closes it whatever happens. */
export async function withRegister<T>(path: string, work: (register: Register) => Promise<T>): Promise<T> {
  const register = openRegister(openSqliteStore(path));
  try {
    return await work(register);
  } finally {
    await register.close();
  }
}

/**
 * Reads in the register in a file. Reading makes none: neither where there is no file, nor of one that is empty.
 *
 * @throws {UsageError} where there is nothing to read
 */
export function readingRegister<T>(path: string, work: (register: Register) => Promise<T>): Promise<T> {
  const file = statSync(path, { throwIfNoEntry: false });
  if (file === undefined) throw new UsageError(`Le registre ${path} n’existe pas.`);
  if (file.isFile() && file.size === 0) throw new UsageError(`Le registre ${path} est vide.`);
  return withRegister(path, work);
}
