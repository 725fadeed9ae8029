import type { EventType } from '../../../src/domain/events/catalogue.ts';
import { all, type Found, type Reading, standing } from './taken.ts';

// What a record says of its session.

const last = <T extends EventType>(reading: Reading, ...types: readonly T[]): Found<T> | undefined =>
  all(reading, ...types).at(-1);

/** The plan that the session was made by. */
export const plan = (reading: Reading) => last(reading, 'SessionPlanned')?.data;

/** The slot that counts. */
export const slot = (reading: Reading) =>
  all(reading, 'SessionReplanned').findLast(({ data }) => data.slot !== null)?.data.slot ?? plan(reading)?.slot ?? null;

/** What the plan lets be, as far as rules look at it. */
export const policyOf = (reading: Reading) =>
  plan(reading)?.policy ?? {
    candidatesPerExaminer: 20,
    durationSeconds: 6300,
    noticeSeconds: 300,
    clock: 'accessCodeGiven',
  };

/** Who is in charge. */
export const examiners = (reading: Reading): readonly string[] => {
  const changes = all(reading, 'ExaminerAdded', 'ExaminerRemoved');
  const named = new Set(changes.map(({ data }) => data.examiner));
  return [...named].filter(
    (examiner) => changes.findLast(({ data }) => data.examiner === examiner)?.type === 'ExaminerAdded',
  );
};

/** How many candidates may be on the sheet. */
export const cap = (reading: Reading): number => policyOf(reading).candidatesPerExaminer * examiners(reading).length;

export const accessCode = (reading: Reading): string | null =>
  last(reading, 'AccessCodeIssued')?.data.accessCode ?? null;

/** When the clock started, and the event that says so. */
export const start = (reading: Reading): { readonly at: number; readonly revision: number } | null => {
  const said = last(reading, 'AccessCodeGiven', 'StartCorrected');
  if (said === undefined) return null;
  return { at: 'startedAt' in said.data ? said.data.startedAt : said.at, revision: said.revision };
};

export const closedAt = (reading: Reading): number | null => last(reading, 'SessionClosed')?.at ?? null;

/** When the session came to the state that it is in. */
export const movedAt = (reading: Reading): number => {
  const closing = last(reading, 'SessionClosed')?.index ?? Number.POSITIVE_INFINITY;
  const moves = all(
    reading,
    ...(['SessionPlanned', 'AccessCodeIssued', 'AccessCodeGiven', 'SessionClosed'] as const),
    ...(['SheetSubmitted', 'SheetReturned', 'ResultsSent', 'SessionCancelled'] as const),
  ).map(({ at, index }) => ({ at, index }));
  const corrections = all(reading, 'StartCorrected')
    .filter(({ index }) => index < closing)
    .map(({ data, index }) => ({ at: data.startedAt, index }));
  return [...moves, ...corrections].toSorted((a, b) => a.index - b.index).at(-1)?.at ?? 0;
};

/** Time given back that still counts. */
export const allowances = (reading: Reading) =>
  all(reading, 'AllowanceGranted').filter((found) => standing(reading, found) !== null);

/** Whose data were erased. */
export const erased = (reading: Reading): readonly string[] =>
  all(reading, 'PersonErased').map(({ data }) => data.person);

/** Every examiner of whom the record says that they came or went. */
export const everExaminers = (reading: Reading): readonly string[] =>
  all(reading, 'ExaminerAdded', 'ExaminerRemoved').map(({ data }) => data.examiner);
