import { commandVerdicts } from './command.ts';
import { encryptedVerdicts } from './encrypted.ts';
import { serverVerdicts } from './eventstoredb.ts';
import { findingsVerdict } from './findings.ts';
import { generationTable } from './generate.ts';
import { jumpTable } from './jump.ts';
import { materielVerdicts } from './materiel.ts';
import { pageVerdicts } from './page.ts';
import { pdfVerdict } from './pdf.ts';
import { isKept, verdictText } from './ratio.ts';
import { rebuildVerdicts } from './rebuild/rebuild.ts';
import { replayTable } from './replay.ts';
import { sealedVerdicts, verificationTable } from './sealed.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

const { lines, verdicts: ofReplay } = replayTable();
for (const line of lines) say(line);
const { line: generation, verdict: ofGeneration } = generationTable();
say(generation);
const { lines: ofSeals, verdict: ofVerification } = await verificationTable();
for (const line of ofSeals) say(line);
const { lines: ofJumps, verdict: ofJumping } = jumpTable();
for (const line of ofJumps) say(line);
say('');
const ofCommands = [...(await commandVerdicts()), ...(await sealedVerdicts()), ...(await encryptedVerdicts())];
const verdicts = [
  ...ofReplay,
  ofJumping,
  ofGeneration,
  findingsVerdict(),
  ofVerification,
  ...ofCommands,
  await pdfVerdict(),
  ...(await materielVerdicts()),
  ...(await pageVerdicts()),
  ...rebuildVerdicts(),
  ...(await serverVerdicts()),
];
for (const verdict of verdicts) say(verdictText(verdict));
process.exitCode = verdicts.every(isKept) ? 0 : 1;
