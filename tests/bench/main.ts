import { commandVerdicts } from './command.ts';
import { generationTable } from './generate.ts';
import { isKept, verdictText } from './ratio.ts';
import { replayTable } from './replay.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

const { lines, verdicts: ofReplay } = replayTable();
for (const line of lines) say(line);
const { line, verdict: ofGeneration } = generationTable();
say(line);
say('');
const verdicts = [...ofReplay, ofGeneration, ...(await commandVerdicts())];
for (const verdict of verdicts) say(verdictText(verdict));
process.exitCode = verdicts.every(isKept) ? 0 : 1;
