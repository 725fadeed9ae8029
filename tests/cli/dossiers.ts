import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import type { StoredEvent } from '../../src/domain/store/envelope.ts';
import { fileOf } from '../evidence/support/files.ts';
import { recorded, STREAM } from '../evidence/support/record.ts';
import { folder } from '../stores/support/folder.ts';

/** The tasks that read a dossier, each with what it asks after the dossier's name. */
export const QUESTIONS: readonly (readonly [task: string, ...more: string[]])[] = [
  ['replay'],
  ['replay', '--step', '0'],
  ['replay', '--at', '2019-05-14T11:40:00+02:00'],
  ['replay', '--known-at', '2019-05-14T11:40:00+02:00', '--rules', 'today'],
  ['diff', '0', '1'],
  ['findings'],
  ['candidate', '1'],
];

/** After everything that generated histories tell. */
const LATER = Date.UTC(2030, 0, 1);

/** An event as a store would have it after so many others, about this session and of any type. */
export const storedAs = (type: string, revision: number, data: unknown, at = LATER): StoredEvent => ({
  id: `00000000-0000-4000-8000-${revision.toString(16).padStart(12, '0')}`,
  type,
  schemaVersion: 1,
  stream: STREAM,
  revision,
  occurredAt: at,
  recordedAt: at,
  actor: { role: 'examiner', identity: 'lefevre' },
  commandId: `command-${revision}`,
  correlationId: null,
  causationId: null,
  previousHash: null,
  data,
});

/** Writes these lines as a file. @returns its path */
export function written(lines: Iterable<string>): string {
  const path = join(folder(), 'session.evidence');
  writeFileSync(path, [...lines].join(''));
  return path;
}

/** The evidence file of these events, encrypted and sealed whatever they are. @returns its lines, each with its end */
export const linesOf = (events: readonly StoredEvent[]): Promise<readonly string[]> =>
  fileOf(recorded(events as readonly SessionEvent[]));
