import type { MasterKey } from '../../../src/adapters/encrypted/masters.ts';

/** A master key of tests: 32 bytes that are all the same. */
export const masterKey = (id: string, byte: number): MasterKey => ({ id, bytes: new Uint8Array(32).fill(byte) });

/** The master key of tests that have but one. */
export const MASTER = masterKey('master-1', 1);
