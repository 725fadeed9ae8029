import { CAPABILITIES, capabilityNames } from '../../../src/adapters/testing/store/capabilities.ts';
import { checkStore, type StoreReport } from '../../../src/adapters/testing/store/checkStore.ts';
import { STORE_TRIALS } from '../../../src/adapters/testing/store/trials/index.ts';
import { cell, table } from '../../docs/markdown.ts';
import { EVENTSTOREDB } from '../../eventstoredb/support/subject.ts';
import { MEMORY, SQLITE } from '../store/subjects.ts';
import { CASTORE } from './castore.ts';
import { EMMETT } from './emmett.ts';
import { EMMETT_SQLITE } from './emmettSqlite.ts';
import type { Peer } from './peer.ts';

/** What became of a peer, or why nothing did. */
export interface Judged {
  readonly name: string;
  readonly version: string;
  readonly report: StoreReport | { readonly notRun: string };
}

/** Our own stores, judged as the others are. */
const OWN: readonly Peer[] = [MEMORY, SQLITE, EVENTSTOREDB].map((subject) => ({
  name: `emargement, ${subject.name}`,
  version: 'this one',
  load: async () => subject,
}));

/** All who are judged, in the order of the table. */
export const PEERS: readonly Peer[] = [...OWN, EMMETT, CASTORE, EMMETT_SQLITE];

/** Judges a peer, always with the same seed. */
export async function judge({ name, version, load }: Peer): Promise<Judged> {
  const subject = await load();
  return { name, version, report: 'notRun' in subject ? subject : await checkStore(subject) };
}

const verdictOn = (trial: string, { report }: Judged): string => {
  if ('notRun' in report) return 'not run';
  const verdict = report.verdicts.find(({ name }) => name === trial);
  return verdict === undefined ? 'not offered' : verdict.kind === 'held' ? 'held' : '**failed**';
};

const says = (capability: (typeof capabilityNames)[number], { report }: Judged): string => {
  if ('notRun' in report) return 'not run';
  return report.capabilities[capability] ? 'yes' : 'no';
};

/** What each says that it offers, what became of it, and who was not run and why; as Markdown. */
export function peerTable(judged: readonly Judged[]): string {
  const titles = judged.map(({ name, version }) => cell(`${name} (${version})`));
  const offered = capabilityNames.map((name) => [CAPABILITIES[name], ...judged.map((one) => says(name, one))]);
  const trials = STORE_TRIALS.map(({ name }) => [name, ...judged.map((one) => verdictOn(name, one))]);
  const notRun = judged.flatMap(({ name, report }) => ('notRun' in report ? [`- ${name}: ${report.notRun}`] : []));
  return [
    table(['What is offered', ...titles], offered),
    table(['What must hold', ...titles], trials),
    ...(notRun.length === 0 ? [] : [['Not run:', '', ...notRun].join('\n')]),
  ].join('\n\n');
}
