import { writeSync } from 'node:fs';
import { withRegister } from '../../../src/adapters/cli/place.ts';
import { examinerOf } from '../../../src/adapters/testing/arbitraries/people.ts';
import { comment, plan } from '../../support/asked.ts';

// Plans sessions with several examiners and notes things, one command after the other until the process ends, whichever
// way; says each command that was acknowledged, with the revision that it led to.
const [path = '', round = ''] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);
const examiners = [0, 1, 2, 3, 4].map(examinerOf);
say('ready');
await withRegister(path, async (register) => {
  for (let n = 0; ; n++) {
    const session = `s${round}-${n % 7 === 0 ? n : n - (n % 7)}`;
    const command =
      n % 7 === 0 ? plan(session, { examiners }, { id: `c${n}` }) : comment(session, `Note ${n}`, { id: `c${n}` });
    const answer = await register.handle(command);
    say(`${session} ${command.id} ${answer.kind === 'accepted' ? answer.revision : answer.kind}`);
  }
});
