import fc from 'fast-check';
import type { CommandInput } from '../../../src/service/register.ts';
import { comment, EXAMINER, register, say } from '../../support/asked.ts';
import { CODE } from './race.ts';
import { type Round, SESSION } from './round.ts';

/** The first of the people whom several processes register by one and the same command. */
const SHARED = 2_000;

/** What a process sends, given what is its own: a person, and the identity of a command. */
type Move = (person: number, id: string) => readonly CommandInput[];

const registered: Move = (person, id) => [register(SESSION, person, { id })];

const registeredWithNote: Move = (person, id) => [
  register(SESSION, person, { id }),
  comment(SESSION, `Inscrit ${person}`, { id: `${id}-note` }),
];

const registeredAt = (expectedRevision: number): Move => {
  return (person, id) => [register(SESSION, person, { id, expectedRevision })];
};

const registeredByAll = (n: number): Move => {
  return () => [register(SESSION, SHARED + n, { id: `shared-${n}` })];
};

const notedByAll = (n: number): Move => {
  return () => [comment(SESSION, 'Noté', { id: `shared-note-${n}` })];
};

const withdrawn = (candidate: number): Move => {
  return (_, id) => [say(SESSION, 'WithdrawCandidate', { candidate, reason: 'Malade' }, { id })];
};

const numbered = ([candidate, number]: readonly [number, number]): Move => {
  const data = { candidate, certificationNumber: String(number) };
  return (_, id) => [say(SESSION, 'RecordCertificationNumber', data, { id })];
};

const onTheSheet: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(registered) },
  { weight: 2, arbitrary: fc.constant(registeredWithNote) },
  { weight: 2, arbitrary: fc.nat(4).map(registeredByAll) },
  { weight: 2, arbitrary: fc.integer({ min: 3, max: 16 }).map(registeredAt) },
  { weight: 1, arbitrary: fc.nat(1).map(notedByAll) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }).map(withdrawn) },
);

const inTheTest: fc.Arbitrary<Move> = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 100, max: 115 }))
  .map(numbered);

/** What is done once in a session, by a command of its own or by one that all processes send. */
const once = (type: 'GiveAccessCode' | 'CloseSession', data: object): fc.Arbitrary<Move> =>
  fc
    .constantFrom(null, `shared-${type}`)
    .map((shared) => (_, id) => [{ session: SESSION, actor: EXAMINER, id: shared ?? id, type, data }]);

/** What one process sends: it fills the sheet, gives the code, notes numbers and closes, whatever the others do. */
const moves = fc
  .tuple(
    fc.array(onTheSheet, { minLength: 12, maxLength: 16 }),
    once('GiveAccessCode', { accessCode: CODE }),
    fc.array(inTheTest, { minLength: 8, maxLength: 14 }),
    once('CloseSession', {}),
    fc.array(inTheTest, { maxLength: 4 }),
  )
  .map(([before, give, during, close, after]) => [...before, give, ...during, close, ...after]);

/** What each of so many processes sends. No race is run twice the same, so that a smaller one would say nothing. */
export const sendingsOf = (processes: number): fc.Arbitrary<readonly Round['sendings'][]> =>
  fc
    .noShrink(fc.array(moves, { minLength: processes, maxLength: processes }))
    .map((all) => all.map((own, process) => own.map((move, n) => move(process * 100 + n, `p${process}-${n}`))));
