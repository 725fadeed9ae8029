import { existsSync } from 'node:fs';
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
 * Reads in the register in a file; a file that does not exist is not made.
 *
 * @throws {UsageError} where there is no such file
 */
export function readingRegister<T>(path: string, work: (register: Register) => Promise<T>): Promise<T> {
  if (!existsSync(path)) throw new UsageError(`Le registre ${path} n’existe pas.`);
  return withRegister(path, work);
}
