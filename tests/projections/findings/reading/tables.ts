import fc from 'fast-check';
import { histories, tamperedRecords } from '../../../../src/adapters/testing/histories/index.ts';
import type { SessionEvent } from '../../../../src/domain/events/catalogue.ts';
import { documentKind } from '../../../../src/domain/values/document.ts';
import { sheetField } from '../../../../src/domain/values/policy.ts';
import type { UnreadableEvent } from '../../../../src/projections/audit/history.ts';
import type { GivenDocument } from '../../../../src/projections/index.ts';
import { forgedAt } from '../../forgedAt.ts';
import { handled, handlings } from './handled.ts';

type Events = readonly SessionEvent[];

const legal = (choices: number): fc.Arbitrary<Events> =>
  histories({ choices, mistakes: 0 }).map(({ events }) => events);

const forged: fc.Arbitrary<Events> = tamperedRecords().map(({ events }) =>
  events.map((fact, place) => forgedAt(fact, place, fact.revision)),
);

/** What a centre may decide otherwise than the procedure, and no command of a history does. */
const decisions = fc.record({
  noticeSeconds: fc.constantFrom(300, 300, 0, 3000),
  copyToSign: fc.subarray([...sheetField.options]),
  examinersCopy: fc.subarray([...sheetField.options]),
});

/** The same record under another name, by other decisions. */
const planned = (events: Events, session: string, decided: object): Events =>
  events.map((event) =>
    event.type === 'SessionPlanned'
      ? {
          ...event,
          stream: `session-${session}`,
          data: { ...event.data, session, policy: { ...event.data.policy, ...decided } },
        }
      : { ...event, stream: `session-${session}` },
  );

/** Records that follow the procedure, that somebody added to, and that somebody had in their hands. */
const records: fc.Arbitrary<Events> = fc
  .tuple(
    fc.oneof(
      legal(40),
      forged,
      fc.tuple(legal(40), handlings).map(([events, all]) => handled(events, all)),
    ),
    decisions,
  )
  .map(([events, decided]) => planned(events, 'mai', decided));

const others: fc.Arbitrary<readonly Events[]> = fc
  .array(legal(15), { maxLength: 2 })
  .map((all) => all.map((events, index) => planned(events, `autre.${index}`, {})));

/** The digest of a file that no record names. */
const STRANGE = 'd'.repeat(64);

/** Every digest that a record names. */
const digestsIn = (events: Events): readonly string[] =>
  JSON.stringify(events)
    .match(/(?<="sha256":")[0-9a-f]{64}/g)
    ?.concat() ?? [];

const given = fc.array(
  fc.record({ kind: fc.constantFrom(...documentKind.options), which: fc.nat(9), isShouted: fc.boolean() }),
  { maxLength: 4 },
);

/** What lies beside a record. */
export interface Beside {
  readonly others: readonly Events[];
  readonly documents: readonly GivenDocument[];
  readonly unreadable: readonly UnreadableEvent[];
}

/** Events that cannot be read, wherever they stand. */
const unreadable: fc.Arbitrary<readonly UnreadableEvent[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant([]) },
  fc
    .array(
      fc.record({
        place: fc.integer({ min: 1, max: 30 }),
        revision: fc.option(fc.integer({ min: 1, max: 30 })),
        type: fc.constant(null),
        path: fc.constantFrom('', 'data.identity'),
        fault: fc.constantFrom('invalid-type', 'unknown-version'),
      }),
      { minLength: 1, maxLength: 2 },
    )
    .map((all) => all.toSorted((a, b) => a.place - b.place)),
);

/** Records with other sessions and files beside them. */
export const tables: fc.Arbitrary<Beside & { readonly events: Events }> = fc
  .record({ events: records, others, given, unreadable })
  .map(({ given: asked, ...table }) => {
    const digests = digestsIn(table.events).flatMap((digest) => [digest, STRANGE]);
    const documents = asked.map(({ kind, which, isShouted }) => {
      const sha256 = digests[which % digests.length] ?? STRANGE;
      return { kind, sha256: isShouted ? sha256.toUpperCase() : sha256 };
    });
    return { ...table, documents };
  });
