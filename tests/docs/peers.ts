import { judge, PEERS, peerTable } from '../testing/peers/table.ts';

const INTRODUCTION = `# What stores keep of the contract

The kit tries any \`EventStore\` on generated cases, and makes the case smaller in which it does not do what the port
says. What a store does not claim to offer is not held against it, and is said here. Others are tried through bindings
that do nothing but pass on what they are given, each on what its own interface offers; some of what the port
guarantees is nothing that they ever promised, so a failure here is a difference, and not always a fault.

\`\`\`ts
import { checkStore, reportText } from 'emargement/testing';

const report = await checkStore({ name: 'mine', open: async () => ({ store: openMyStore() }), capabilities });
if (!report.passed) throw new Error(reportText(report));
\`\`\``;

/** The stores of this library and of others, tried by the same kit with the same seed. */
export async function peersPage(): Promise<string> {
  const judged = [];
  for (const peer of PEERS) judged.push(await judge(peer));
  return `${INTRODUCTION}\n\n${peerTable(judged)}\n`;
}
