import { MASTER_ID } from '../../domain/store/keys.ts';
import { keyOfBytes } from '../crypto/node.ts';
import { KEY_BYTES } from '../crypto/primitives.ts';
import type { SecretKey } from '../crypto/secretKey.ts';
import { KeyError } from './errors.ts';

/** A key that wraps the keys of persons. The host keeps it, far from the table of keys and from the record. */
export interface MasterKey {
  /** Its name, letters, digits and `. _ : -`, at most 64: no secret, and kept beside every key that it wraps. */
  readonly id: string;
  /** 32 bytes, drawn at random; good for 2^32 keys of persons. */
  readonly bytes: Uint8Array;
}

/** The master keys that are in use. */
export interface MasterKeys {
  /** The one that wraps new keys. */
  readonly current: MasterKey;
  /** Those that may still wrap keys from before. */
  readonly others?: readonly MasterKey[];
}

/** A master key, ready for use. */
export interface Master {
  readonly id: string;
  readonly key: SecretKey;
}

/** Master keys as they are looked up. */
export interface Masters {
  readonly current: Master;
  /** All of them, the current one too. */
  readonly byName: ReadonlyMap<string, Master>;
}

/**
 * Master keys that can be looked up; what becomes of the host's own bytes afterwards changes nothing here.
 *
 * @throws KeyError `master-key-size`, `master-key-name`
 */
export function mastersOf({ current, others = [] }: MasterKeys): Masters {
  const byName = new Map<string, Master>();
  for (const master of [current, ...others].map(masterOf)) {
    if (byName.has(master.id)) throw new KeyError('master-key-name', `Two master keys are named ${master.id}`);
    byName.set(master.id, master);
  }
  return { current: masterOf(current), byName };
}

function masterOf({ id, bytes }: MasterKey): Master {
  if (typeof id !== 'string' || !MASTER_ID.test(id)) {
    throw new KeyError('master-key-name', `Not a name of a master key: ${String(id)}`);
  }
  if (!(bytes instanceof Uint8Array) || bytes.length !== KEY_BYTES) {
    throw new KeyError('master-key-size', `Master key ${id}: it must be ${KEY_BYTES} bytes`);
  }
  return { id, key: keyOfBytes(bytes) };
}
