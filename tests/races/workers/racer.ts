import { openRegister } from '../../../src/service/register.ts';
import { say, word } from '../../stores/workers/talk.ts';
import { storeOn } from '../support/ground.ts';
import { insist } from '../support/insist.ts';
import { type Round, SESSION } from '../support/round.ts';

// Round by round: opens a register, looks at the session as everybody does, waits for the start, and sends. Says what
// became of each sending, and then, when it is asked, how the session stands.
for (let asked = await word(); asked !== 'end'; asked = await word()) {
  const { ground, sendings }: Round = JSON.parse(asked);
  const register = openRegister(storeOn(ground));
  await register.session(SESSION);
  say('ready');
  await word();
  for (const commands of sendings) say(JSON.stringify(await insist(register, commands)));
  say('done');
  await word();
  say(JSON.stringify(await register.sheet(SESSION)));
  const { lifecycle, state } = await register.session(SESSION);
  say(JSON.stringify({ lifecycle, revision: state.revision, registered: state.registered }));
  await register.close();
}
