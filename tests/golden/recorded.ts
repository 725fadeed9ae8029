import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { upToDate } from '../../src/domain/events/upcast.ts';
import { storedEnvelope } from '../../src/domain/store/envelope.ts';

/** The sessions that earlier versions recorded. Files are added with each version, and never changed. */
export const RECORDED = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.jsonl'))
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted();

/** The history in such a file, as the rulebook of today reads it. */
export const historyIn = (file: string): readonly SessionEvent[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => upToDate(storedEnvelope.parse(JSON.parse(line))));
