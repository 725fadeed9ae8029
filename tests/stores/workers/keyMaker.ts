import { openKeyring } from '../../../src/adapters/encrypted/openKeyring.ts';
import { openSqliteKeys } from '../../../src/adapters/sqlite/keys/keys.ts';
import { hex } from '../../../src/domain/seal/digest.ts';
import { MASTER } from '../../encrypted/support/master.ts';
import { given, path, say, word } from './talk.ts';

// Waits for the start, then asks for the keys of so many persons, and says each.
const [count = '1'] = given;
say('ready');
await word();
const keyring = await openKeyring(openSqliteKeys(path, { busyTimeoutMs: 60_000 }), { current: MASTER });
for (let n = 1; n <= Number(count); n++) {
  say(hex((await keyring.keyFor('session-1', `candidate-${n}`))?.export() ?? new Uint8Array()));
}
await keyring.close();
