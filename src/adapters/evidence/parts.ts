import type { z } from 'zod';
import type { Person } from '../../domain/privacy/person.ts';
import { fromBase64url, hashing, keyOfBytes } from '../crypto/node.ts';
import { KEY_BYTES } from '../crypto/primitives.ts';
import type { SecretKey } from '../crypto/secretKey.ts';
import { type Header, type HeadLine, header, headLine, keysLine, signatureLine } from './format.ts';
import type { FormFault } from './formFaults.ts';
import { type JsonReading, readJson } from './json.ts';
import { MOST_EVENTS, MOST_STRANGE_LINES } from './limits.ts';
import { linesOf } from './lines.ts';

/** The keys in a file, by whose they are. */
export type Keys = ReadonlyMap<Person, SecretKey>;

/** A line in the place of an event; it is left to whoever verifies it, so that one wrong event does not hide the others. */
export interface EventPart {
  readonly kind: 'event';
  /** Its place among the events, from 1. */
  readonly place: number;
  readonly reading: JsonReading;
}

/** A part of an evidence file, in the order of the file. Nothing follows a fault. */
export type Part =
  | { readonly kind: 'header'; readonly header: Header }
  | { readonly kind: 'keys'; readonly keys: Keys }
  | EventPart
  | { readonly kind: 'head'; readonly line: HeadLine }
  /** `sha256` is the digest of every byte before this line. */
  | { readonly kind: 'signature'; readonly token: string | null; readonly sha256: string }
  | { readonly kind: 'fault'; readonly code: FormFault; readonly line: number };

/** Reads an evidence file part by part, in memory that does not grow with it, and never further than its limits. */
export async function* partsOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  const reader = new PartReader();
  let line = 0;
  for await (const found of linesOf(source)) {
    line += 1;
    const part = found.kind === 'fault' ? found.code : reader.take(found.bytes);
    if (typeof part === 'string') return yield { kind: 'fault', code: part, line };
    yield part;
  }
  if (!reader.isAtEnd) yield { kind: 'fault', code: line === 0 ? 'empty' : 'cut-off', line: line + 1 };
}

/** How an event begins, and how the line that follows the events. */
const [EVENT, HEAD] = ['{"id":', '{"head":'];

/** Knows which line comes next. */
class PartReader {
  private next: 'header' | 'keys' | 'events' | 'signature' | 'end' = 'header';
  private readonly hash = hashing();
  private place = 0;
  private strange = 0;

  get isAtEnd(): boolean {
    return this.next === 'end';
  }

  take(bytes: Uint8Array): Part | FormFault {
    const isSigned = this.next !== 'signature' && this.next !== 'end';
    if (isSigned) this.hash.update(bytes).update('\n');
    if (this.next === 'events' && !startsWith(HEAD, bytes)) return this.event(bytes);
    if (this.next === 'end') return 'more-after-the-end';
    const reading = readJson(bytes);
    return reading.kind === 'fault' ? reading.code : this.line(reading.value, this.next);
  }

  private event(bytes: Uint8Array): Part | FormFault {
    if (this.place === MOST_EVENTS) return 'too-many-events';
    if (!startsWith(EVENT, bytes)) this.strange += 1;
    if (this.strange > MOST_STRANGE_LINES) return 'too-many-strange-lines';
    this.place += 1;
    return { kind: 'event', place: this.place, reading: readJson(bytes) };
  }

  private line(value: unknown, next: 'header' | 'keys' | 'events' | 'signature'): Part | FormFault {
    switch (next) {
      case 'header':
        this.next = 'keys';
        return read(header, value, (top) => ({ kind: 'header', header: top })) ?? 'not-a-header';
      case 'keys':
        this.next = 'events';
        return read(keysLine, value, ({ keys }) => ({ kind: 'keys', keys: keysOf(keys) })) ?? 'not-the-keys';
      case 'events':
        this.next = 'signature';
        return read(headLine, value, (line) => ({ kind: 'head', line })) ?? 'not-the-head';
      case 'signature':
        this.next = 'end';
        return read(signatureLine, value, (line) => this.signature(line.signature)) ?? 'not-the-signature';
    }
  }

  private signature(token: string | null): Part {
    return { kind: 'signature', token, sha256: this.hash.hex() };
  }
}

function read<T>(schema: z.ZodType<T>, value: unknown, make: (line: T) => Part): Part | null {
  const found = schema.safeParse(value);
  return found.success ? make(found.data) : null;
}

const keysOf = (keys: readonly { readonly person: Person; readonly key: string }[]): Keys =>
  new Map(keys.map(({ person, key }) => [person, keyOfBytes(fromBase64url(key) ?? new Uint8Array(KEY_BYTES))]));

const startsWith = (beginning: string, bytes: Uint8Array): boolean =>
  [...beginning].every((character, at) => bytes[at] === character.charCodeAt(0));
