import { expect } from 'vitest';
import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { checkedReplay } from '../../../src/domain/machine/replay.ts';
import { project } from '../../../src/projections/projection.ts';
import { attendanceSheet } from '../../../src/projections/sheet/attendanceSheet.ts';
import type { Seen } from './racers.ts';
import type { Outcome } from './round.ts';

/** « un enseignant prend en charge au maximum 20 candidats ». */
const CAP = 20;

/** Judges a record as somebody would who has it on paper, and counts. */
export function countedByHand(history: readonly SessionEvent[]): void {
  expect(history.map(({ revision }) => revision)).toEqual(history.map((_, index) => index + 1));
  let onTheSheet = 0;
  for (const { type } of history) {
    if (type === 'CandidateRegistered') onTheSheet++;
    if (type === 'CandidateWithdrawn') onTheSheet--;
    expect(onTheSheet).toBeLessThanOrEqual(CAP);
  }
  const registered = history.flatMap(({ type, data }) => (type === 'CandidateRegistered' ? [data.candidate] : []));
  expect(registered).toEqual(registered.map((_, index) => index + 1));
  const noted = history.flatMap(({ type, data }) => (type === 'CertificationNumberRecorded' ? [data] : []));
  expect(new Set(noted.map(({ candidate }) => candidate)).size).toBe(noted.length);
  expect(new Set(noted.map(({ certificationNumber }) => certificationNumber)).size).toBe(noted.length);
  const types = history.map(({ type }) => type);
  for (const once of ['AccessCodeIssued', 'AccessCodeGiven', 'SessionClosed'] as const) {
    expect(types.filter((type) => type === once).length).toBeLessThanOrEqual(1);
  }
}

/** Judges what everybody was told: all of it stands in the record, once, and nothing else does. */
export function toldTheTruth(outcomes: readonly Outcome[], raced: readonly SessionEvent[]): void {
  const standing = Map.groupBy(
    raced.map(({ revision, id, commandId }) => ({ revision, id, commandId })),
    ({ commandId }) => commandId,
  );
  const accepted = new Set<string>();
  for (const { ids, expected, told } of outcomes) {
    // No fault that a host could not name, and nobody who is never answered.
    expect(told).not.toMatchObject({ kind: 'failed' });
    if (told.kind !== 'accepted') continue;
    for (const id of ids) accepted.add(id);
    // What was sent as one stands as one.
    const first = told.events[0]?.revision ?? 0;
    expect(told.events.map(({ revision }) => revision - first)).toEqual(told.events.map((_, index) => index));
    if (expected !== null) expect(first).toBe(expected + 1);
    expect(told.events).toEqual(ids.flatMap((id) => standing.get(id) ?? []));
  }
  expect(new Set(standing.keys())).toEqual(accepted);
}

/** Judges that everybody sees the record, and sees it as the rules allow it to be. */
export function seenTheSame(seen: readonly Seen[], history: readonly SessionEvent[]): void {
  const { breaches, lifecycle, state } = checkedReplay(history);
  expect(breaches).toEqual([]);
  const sheet: unknown = JSON.parse(JSON.stringify(project(attendanceSheet, history)));
  const session = { lifecycle, revision: state.revision, registered: state.registered };
  for (const each of seen) expect(each).toEqual({ sheet, session });
}
