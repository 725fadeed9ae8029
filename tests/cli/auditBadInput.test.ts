import { dirname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import type { StoredEvent } from '../../src/domain/store/envelope.ts';
import { sessions } from '../evidence/support/record.ts';
import { seed } from '../support/property.ts';
import { type Ran, ran, started } from './cli.ts';
import { linesOf, QUESTIONS, storedAs, written } from './dossiers.ts';

/** What a terminal obeys, or what makes a line read otherwise than it is written. */
const ACTS = /[^\P{Cc}\n]|(?![\u200C\u200D])\p{Cf}|[\p{Zl}\p{Zp}\p{Cs}]/u;

/** A session in which a candidate is registered, and nobody was erased. */
const [SESSION] = fc.sample(
  sessions(40).filter(
    ({ events }) =>
      events.some(({ type }) => type === 'AccessCodeGiven') && events.every(({ type }) => type !== 'PersonErased'),
  ),
  { seed, numRuns: 1 },
);
const EVENTS: readonly SessionEvent[] = SESSION?.events ?? [];
const NEXT = EVENTS.length + 1;

const examiner = (identity: string) => ({ role: 'examiner', identity }) as const;

/** What every task says of a file. */
async function answers(path: string, ...more: readonly string[]): Promise<readonly Ran[]> {
  const given: Ran[] = [];
  for (const [task, ...words] of QUESTIONS) given.push(await ran([task, path, ...words, ...more]));
  return given;
}

/** All tasks answer, in text and in JSON, and nothing of what they say acts on a terminal. */
async function allAnswer(path: string): Promise<readonly Ran[]> {
  const texts = await answers(path);
  for (const { out, err, code } of texts) {
    expect([err, code === 0 || code === 1]).toEqual(['', true]);
    expect(out).not.toMatch(ACTS);
  }
  for (const { out } of await answers(path, '--json')) {
    expect(out).not.toMatch(ACTS);
    JSON.parse(out);
  }
  return texts;
}

describe('a session that is not as it should be is shown for what it is:', () => {
  test.each<[string, (events: readonly StoredEvent[]) => readonly StoredEvent[], string]>([
    ['an event of an unknown type', (all) => [...all, storedAs('FromTheFuture', NEXT, {})], 'FromTheFuture'],
    [
      'an event of a newer version',
      (all) => [...all, { ...storedAs('SessionCommentAdded', NEXT, { text: 'Noté' }), schemaVersion: 9 }],
      `rang ${NEXT}, SessionCommentAdded`,
    ],
    [
      'an event whose data is not what its type declares',
      (all) => [...all, storedAs('SessionClosed', NEXT, { stillRunning: 'nobody' })],
      'data.stillRunning',
    ],
  ])('%s', async (_, changed, said) => {
    const path = written(await linesOf(changed(EVENTS)));
    for (const { out } of await allAnswer(path)) {
      expect(out).toContain('✗ Événement illisible');
      expect(out).toContain(said);
      expect(out).toContain('Sceau : ROMPU');
    }
  });

  test('an event that the rules refuse', async () => {
    const path = written(await linesOf([...EVENTS, storedAs('SessionPlanned', NEXT, EVENTS[0]?.data)]));
    await allAnswer(path);
    expect((await ran(['replay', path, '--part', 'manquements'])).out).toMatch(
      new RegExp(`Manquements[^]*rang ${NEXT} : .*\\[allowed-in-state\\]`),
    );
    expect(await ran(['findings', path])).toMatchObject({ code: 1, out: expect.stringContaining('[rule-broken') });
  });

  test('a person who was erased', async () => {
    const path = written(
      await linesOf([...EVENTS, storedAs('PersonErased', NEXT, { person: 'candidate-1', reason: 'Demande' })]),
    );
    const texts = await allAnswer(path);
    for (const { out } of texts) expect(out).toContain('Effacé du registre : candidat n° 1');
    expect(texts.at(-1)?.out).toContain('CANDIDAT N° 1, « effacé »');
  });

  test('data that its key does not open, or whose key is not there', async () => {
    const lines = await linesOf(EVENTS);
    const keys = JSON.parse(lines[1] ?? '') as { keys: { person: string; key: string }[] };
    const wrong = keys.keys.map(({ person }) => ({ person, key: 'A'.repeat(43) }));
    for (const [given, said] of [
      [wrong, 'ne s’ouvre pas avec sa clé'],
      [[], 'Sans clé, donc illisible ici : '],
    ] as const) {
      const path = written(lines.with(1, `${JSON.stringify({ keys: given })}\n`));
      const texts = await allAnswer(path);
      for (const { out } of texts) expect(out).toContain(said);
      expect(texts.at(-1)?.out).toContain('CANDIDAT N° 1, « effacé »');
    }
  });

  test('lines that are no events, and a file that was cut off', async () => {
    const lines = await linesOf(EVENTS);
    const garbled = await allAnswer(written(lines.with(5, 'not JSON\n')));
    for (const { out } of garbled) expect(out).toContain('à la place 4 (ne dit rien de soi) : not-json');
    const cut = await allAnswer(written([...lines.slice(0, 6), '{"id":']));
    for (const { out, code } of cut) {
      expect([code, out.includes('✗ Lu en partie seulement.')]).toEqual([1, true]);
    }
  });

  test('texts that hold markup, marks that turn text around, and control characters', async () => {
    const [text, control] = ['<script>alert(1)</script>\u202edaeh\u202c', '\u001b[2J\u009b31m\u0007'];
    const comment = { ...storedAs('CommentAdded', NEXT, { candidate: 1, text }), actor: examiner(`x${control}`) };
    const path = written(
      await linesOf([
        ...EVENTS,
        comment,
        storedAs('CommentAdded', NEXT + 1, { candidate: 1, text: control }),
        storedAs(`Later${control}`, NEXT + 2, { text: control }),
      ]),
    );
    const texts = await allAnswer(path);
    const [shown, made] = ['<script>alert(1)</script><U+202E>daeh<U+202C>', '<U+001B>[2J<U+009B>31m<U+0007>'];
    for (const { out } of texts) {
      expect(out).toContain(`Later${made}) : event-unreadable`);
      expect(out).toContain(`Rang ${NEXT + 1}, candidat n° 1 : ce qui est chiffré`);
    }
    for (const { out } of [texts[0], texts.at(-1)].filter((one) => one !== undefined)) expect(out).toContain(shown);
    expect(texts.at(-1)?.out).toContain(`x${made} (examinateur)`);
    const { out } = await ran(['candidate', path, '1', '--json']);
    const { events } = JSON.parse(out) as { events: readonly { data: { text?: unknown } }[] };
    expect(events.some(({ data }) => data.text === text)).toBe(true);
  });
});

test('a session of 50,000 events is answered like any other, in memory that is bounded', {
  timeout: 600_000,
}, async () => {
  const start = EVENTS.at(-1)?.recordedAt ?? 0;
  const many = Array.from({ length: 50_000 - EVENTS.length }, (_, index) =>
    storedAs('RemainingTimeAnnounced', NEXT + index, { remainingSeconds: 60, invitedToPass: true }, start + index),
  );
  const path = written(await linesOf([...EVENTS, ...many]));
  for (const [task, ...more] of [['findings'], ['candidate', '1'], ['diff', '0', '1'], ['replay', '--part', 'etat']]) {
    const { code, out, err } = await started(dirname(path), [String(task), path, ...more], '', [
      '--max-old-space-size=512',
    ]);
    expect([err, code === 0 || code === 1]).toEqual(['', true]);
    expect(out).toContain('50000 faits lisibles');
  }
});
