import { KeyError } from './errors.ts';
import type { Keyring } from './keyring.ts';

const refusal = (what: string): KeyError =>
  new KeyError('no-keys', `${what}: this store was opened without keys, and only reads`);

/**
 * No keys, and none are made: for whoever reads a record and has no business to know of whom it speaks. Everything
 * personal reads as erased; nothing personal can be written.
 */
export const noKeys: Keyring = {
  keysOf: async () => new Map(),
  destroyedOf: async () => ({ has: () => true }),
  keyFor: async (stream, person) => {
    throw refusal(`Personal data of ${person} for stream ${stream}`);
  },
  destroy: async (stream, person) => {
    throw refusal(`Erasing ${person} from stream ${stream}`);
  },
  close: async () => {},
};
