import { describe, expect, test } from 'vitest';
import { EVENT_TYPES, type EventType } from '../../src/domain/events/catalogue.ts';
import { auditHistory, historyUnder, type Moment, RULES_OF_TODAY, replayer } from '../../src/projections/index.ts';
import { at, morningEvents, revisionOf } from './morning.ts';

const events = morningEvents();

const history = auditHistory(events);

const morning = replayer(history);

const about = ({ permissions }: Moment, type: EventType) => {
  const [found] = permissions.filter((permission) => permission.type === type);
  if (found === undefined) throw new Error(`nothing is said of ${type}`);
  return found;
};

/** Why something could not be recorded, by rule, with the candidate. */
const why = (moment: Moment, type: EventType) =>
  about(moment, type).refusals.map(({ candidate, refusal }) => [candidate, refusal.rule]);

describe('What could be recorded at a moment', () => {
  test('is said of every type of event, in French', () => {
    const { permissions } = morning.step(10);
    expect(permissions.map(({ type }) => type)).toEqual(EVENT_TYPES);
    expect(about(morning.step(10), 'AccessCodeGiven').title).toBe('Code d’accès donné');
  });

  test('before the session is planned is its planning, and nothing else', () => {
    const { permissions } = morning.step(0);
    expect(permissions.flatMap(({ type, allowed }) => (allowed ? [type] : []))).toEqual(['SessionPlanned']);
    expect(why(morning.step(0), 'AccessCodeGiven')).toEqual([[null, 'allowed-in-state']]);
  });

  test('names the candidates whom it could be recorded about, and why not about the others', () => {
    const running = morning.step(revisionOf(events, 'EndScreenSeen'));
    expect(about(running, 'EndScreenSeen').candidates).toEqual([2, 3]);
    expect(why(running, 'EndScreenSeen')).toEqual([
      [1, 'end-screen-not-seen-yet'],
      [4, 'candidate-not-absent'],
    ]);
    expect(about(running, 'SessionClosed').candidates).toBeNull();
    expect(about(running, 'CandidateRegistered').candidates).toBeNull();
  });

  test('leaves out whoever was taken off the sheet', () => {
    const left = morning.step(revisionOf(events, 'CandidateWithdrawn'));
    expect(about(left, 'CandidateCorrected').candidates).toEqual([1, 2, 3, 4]);
  });

  test('is nothing about a candidate where nobody is on the sheet', () => {
    const planned = morning.step(revisionOf(events, 'ExaminerAdded'));
    expect(about(planned, 'CandidateWithdrawn')).toMatchObject({ allowed: false, candidates: [] });
    expect(why(planned, 'CandidateWithdrawn')).toEqual([[null, 'candidate-registered']]);
  });

  test('after the close is what may still be said of what happened before it', () => {
    const closed = morning.step(revisionOf(events, 'SessionClosed'));
    expect(about(closed, 'TestInterrupted').candidates).toContain(2);
    expect(about(closed, 'TestResumed').candidates).toEqual([]);
    expect(why(closed, 'TestResumed')).toContainEqual([2, 'interrupted-before']);
    expect(about(closed, 'AllowanceGranted').allowed).toBe(true);
  });

  test('by an instant before the start, as it was put right, is nothing of the test', () => {
    const early = morning.trueAt(at('08:37'));
    expect(early.session.lifecycle).toBe('running');
    expect(about(early, 'CandidateStarted').candidates).toEqual([]);
    expect(why(early, 'TestInterrupted')).toContainEqual([1, 'after-the-start']);
    expect(about(morning.trueAt(at('08:40')), 'CandidateStarted').candidates).toEqual([1, 2, 3]);
  });

  test('is asked of now too: a session may be closed once all that was noted has happened', () => {
    const noted = morning.step(19);
    expect(noted.event?.data).toMatchObject({ candidate: 3, certificationNumber: '100030' });
    expect(about(noted, 'SessionClosed')).toMatchObject({ allowed: true, refusals: [] });
  });

  test('is asked once and then remembered', () => {
    const moment = morning.step(20);
    expect(moment.permissions).toBe(moment.permissions);
  });

  test('is not guessed for a session whose rules are not known', () => {
    const later = replayer(historyUnder(history, { ...RULES_OF_TODAY, rulebook: RULES_OF_TODAY.rulebook + 1 }));
    expect(later.step(20)).toMatchObject({ areRulesKnown: false, permissions: [] });
    expect(morning.step(20).areRulesKnown).toBe(true);
  });
});
