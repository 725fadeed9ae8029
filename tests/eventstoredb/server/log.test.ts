import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds } from '../../support/property.ts';
import { readAll, readStream } from './log/read.ts';
import { recentIds } from './log/recent.ts';
import { TOMBSTONE } from './log/record.ts';
import { stateOf } from './log/stream.ts';
import { append } from './log/write.ts';
import { events, logAfter, make, moves, newWriter } from './support/moves.ts';

describe('a log, whatever is done to it,', () => {
  test('takes an append whole or not at all, and what is refused or known already leaves no trace', () => {
    holds(
      fc.property(moves, (made) => {
        let writer = newWriter();
        for (const move of made) {
          const former = [...writer.log.all];
          const step = make(writer, move);
          writer = step.writer;
          expect(writer.log.all.slice(0, former.length)).toEqual(former);
          if (move.kind !== 'append' || step.outcome === null) continue;
          const added = writer.log.all.slice(former.length).filter(({ stream }) => stream === move.stream);
          if (step.outcome.kind !== 'written') expect(added).toEqual([]);
          else if (added.length > 0) {
            expect(added.map(({ id }) => id)).toEqual(move.ids);
            expect(step.outcome).toMatchObject({ last: added.at(-1)?.revision, position: added.at(-1)?.position });
          }
        }
      }),
      { runs: 300 },
    );
  });

  test('counts the events of a stream without a gap, and gives them rising positions', () => {
    holds(
      fc.property(moves, (made) => {
        const log = logAfter(made);
        const positions = log.all.map(({ position }) => position);
        expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => a - b));
        for (const stream of ['a', 'b', '$$a', '$$b']) {
          const revisions = log.of(stream).map(({ revision }) => revision);
          if (revisions.at(-1) === TOMBSTONE) revisions.pop();
          expect(revisions).toEqual(revisions.map((_, index) => index));
        }
      }),
      { runs: 300 },
    );
  });

  test('says of an append that is made again at its place what it said first, even after a restart', () => {
    holds(
      fc.property(moves, fc.array(fc.uuid(), { minLength: 1, maxLength: 3 }), (made, ids) => {
        const log = logAfter(made.filter(({ kind }) => kind === 'append' || kind === 'restart'));
        const { last } = stateOf(log, 'a', 0);
        const expected = last === -1 ? 'no_stream' : last;
        const outcome = append(newWriter(log), 'a', expected, events(ids));
        expect(outcome).toMatchObject({ kind: 'written', last: last + ids.length });
        append(newWriter(log), 'a', 'any', events(['later']));
        const stored = log.all.length;
        expect(append(newWriter(log), 'a', expected, events(ids))).toEqual(outcome);
        expect(log.all).toHaveLength(stored);
      }),
      { runs: 300 },
    );
  });

  test('says of an append that is made again wherever what it said first, unless it was restarted in between', () => {
    holds(
      fc.property(moves, fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 3 }), (made, ids) => {
        const writer = newWriter(logAfter(made));
        const outcome = append(writer, 'c', 'any', events(ids));
        expect(append(writer, 'c', 'any', events(ids))).toEqual(outcome);
        expect(append(newWriter(writer.log), 'c', 'any', events(ids))).toMatchObject({ last: 2 * ids.length - 1 });
      }),
      { runs: 100 },
    );
  });
});

test('a node forgets the oldest of the ids that it remembers', () => {
  const recent = recentIds(2);
  for (const id of ['a', 'b', 'a', 'c']) recent.remember(id, { stream: 's', revision: 0 });
  expect(['a', 'b', 'c'].filter((id) => recent.find(id) !== undefined)).toEqual(['a', 'c']);
});

describe('reading a log, whatever was done to it,', () => {
  const pages = fc.integer({ min: 1, max: 4 });

  test('page by page shows what reading it at once shows, in either direction', () => {
    holds(
      fc.property(moves, pages, (made, count) => {
        const log = logAfter(made);
        const whole = readStream(log, 'a', { from: 'start', backwards: false, count: 1_000 }, 0);
        const backwards = readStream(log, 'a', { from: 'end', backwards: true, count: 1_000 }, 0);
        if (typeof whole === 'string' || typeof backwards === 'string') {
          expect(whole).toBe(backwards);
          return;
        }
        expect([...backwards].reverse()).toEqual(whole);
        const read = [];
        for (let from = 0; ; ) {
          const page = readStream(log, 'a', { from, backwards: false, count }, 0);
          if (typeof page === 'string' || page.length === 0) break;
          read.push(...page);
          from = (page.at(-1)?.revision ?? 0) + 1;
        }
        expect(read).toEqual(whole);
      }),
      { runs: 300 },
    );
  });

  test('at any of its positions, forwards and backwards together show all, and nothing twice', () => {
    holds(
      fc.property(moves, fc.nat(), (made, any) => {
        const log = logAfter(made);
        const from = log.all[any % log.all.length]?.position ?? 0;
        const forwards = readAll(log, { from, backwards: false, count: 1_000 });
        const backwards = readAll(log, { from, backwards: true, count: 1_000 });
        expect([...backwards].reverse().concat(forwards)).toEqual(log.all);
      }),
      { runs: 100 },
    );
  });
});
