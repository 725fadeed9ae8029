import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { Collector, counting, coverageText, requireCoverage } from '../../src/adapters/testing/coverage/index.ts';
import { tamperedRecords } from '../../src/adapters/testing/histories/index.ts';
import { LAWS } from '../../src/adapters/testing/laws/index.ts';
import { historyTrial } from '../../src/adapters/testing/report/index.ts';
import { check } from '../../src/adapters/testing/run/check.ts';
import type { Budget, Verdict } from '../../src/adapters/testing/run/trial.ts';
import { checkedReplay } from '../../src/domain/machine/replay.ts';
import { cell, table } from '../docs/markdown.ts';
import { FAULTS as FAULTY_DOORS, tried } from './laws/killList.ts';
import { inMemory } from './laws/subjects.ts';
import { judge, PEERS, peerTable } from './peers/table.ts';
import { FAULTY as FAULTY_STORES, failuresOf } from './store/killList.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string' }, seed: { type: 'string' } } });

/** How long the laws are tried, all together; as many cases as they ask for where nothing is said. */
const seconds = values.seconds === undefined ? null : Number(values.seconds);

/** Cheap, so that it can be tried on many: the reach of a run comes from here. */
const replayed = historyTrial(
  'whatever is told in order is a legal record',
  ({ events, story }) => {
    const { breaches, lifecycle } = checkedReplay(events);
    if (breaches.length > 0) throw new Error(`revision ${breaches[0]?.revision} is in breach of the rules`);
    if (lifecycle !== story.draft.place.lifecycle) throw new Error(`it ends ${lifecycle}`);
  },
  { runs: 1500 },
);

const laws = [replayed, ...Object.values(LAWS).map((law) => law(inMemory))];
const budget: Budget = {
  ...(seconds === null ? {} : { milliseconds: (seconds * 1000) / laws.length, runs: 1_000_000 }),
  ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
};

/** What a run must have met of the machine to prove anything. */
const REQUIRED = { states: 1, transitions: 1, pairs: 0.7, rules: 1, eventTypes: 1 };

const say = (text: string) => process.stdout.write(`${text}\n\n`);

function verdictRow(verdict: Verdict): readonly string[] {
  const how =
    verdict.kind === 'failed' ? '**failed**' : verdict.stoppedBy === 'time' ? 'held, stopped by time' : 'held';
  return [cell(verdict.name), String(verdict.runs), how];
}

/** The laws on the library's own register, and what their histories covered. */
async function tryLaws(): Promise<boolean> {
  const collector = new Collector();
  const verdicts: Verdict[] = [];
  for (const law of laws) verdicts.push(await check(counting(law, collector), budget));
  // Some rules no command can break; records that were tampered with do.
  const { seed = 1 } = budget;
  for (const record of fc.sample(tamperedRecords(25), { numRuns: 500, seed })) collector.add(record);
  say(table(['Law', 'Cases', 'Verdict'], verdicts.map(verdictRow)));
  for (const verdict of verdicts) if (verdict.kind === 'failed') say(verdict.text);
  say(coverageText(collector.coverage));
  try {
    requireCoverage(collector.coverage, REQUIRED);
  } catch (thrown) {
    say(String(thrown));
    return false;
  }
  return verdicts.every(({ kind }) => kind === 'held');
}

/** Everything that is wrong on purpose, and what found it out. */
async function tryFaults(): Promise<boolean> {
  const rows: (readonly string[])[] = [];
  for (const fault of FAULTY_DOORS) {
    const verdict = await tried(fault);
    const token = verdict.kind === 'failed' ? (verdict.token ?? '') : '**not found**';
    rows.push([cell(fault.subject.name), fault.killedBy, String(verdict.runs), token]);
  }
  for (const subject of FAULTY_STORES) {
    const [first] = await failuresOf(subject);
    rows.push([cell(subject.name), first?.name ?? '', String(first?.runs ?? ''), first?.token ?? '**not found**']);
  }
  say(table(['What is wrong on purpose', 'Found by', 'Cases before', 'Token'], rows));
  const missed = rows.filter((row) => row.includes('**not found**')).length;
  say(`${rows.length - missed} of ${rows.length} are found.`);
  return missed === 0;
}

/** The stores of others, judged by the same kit. */
async function judgePeers(): Promise<void> {
  const judged = [];
  for (const peer of PEERS) judged.push(await judge(peer));
  say(peerTable(judged));
}

const isSound = await tryLaws();
const doesBite = await tryFaults();
await judgePeers();
process.exitCode = isSound && doesBite ? 0 : 1;
