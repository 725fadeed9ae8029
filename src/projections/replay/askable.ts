import type { Place } from '../../domain/machine/table.ts';
import type { RuleName } from '../../domain/rules/rulebook.ts';
import type { CandidateState } from '../../domain/state/session.ts';

/**
 * What a rule has to know of an event beside its type, its candidate and what the session itself says:
 * nothing; when it happened; or its contents. A rule that is new must be put in its place here before this compiles.
 */
export type Needs = 'nothing' | 'instant' | 'contents';

/** What each rule needs. */
export const NEEDS: Readonly<Record<RuleName, Needs>> = {
  'not-in-the-future': 'instant',
  'recorded-in-order': 'instant',
  'next-revision': 'nothing',
  'lifecycle-in-order': 'instant',
  'after-the-start': 'instant',
  'before-the-close': 'instant',
  'examiner-known': 'contents',
  'examiner-new': 'contents',
  'one-examiner-remains': 'nothing',
  'cap-still-holds': 'nothing',
  'an-examiner-is-named': 'nothing',
  'room-for-one-more': 'nothing',
  'next-number': 'contents',
  'homonym-known': 'contents',
  'candidate-registered': 'nothing',
  'candidate-not-absent': 'nothing',
  'took-no-part': 'nothing',
  'someone-to-certify': 'nothing',
  'not-less-than-the-duration': 'contents',
  'all-registered': 'contents',
  'sessions-own-code': 'contents',
  'number-stands-once': 'contents',
  'no-number-yet': 'nothing',
  'corrects-the-number': 'nothing',
  'not-already-interrupted': 'instant',
  'interrupted-before': 'instant',
  'before-the-end-screen': 'instant',
  'end-screen-comes-last': 'instant',
  'end-screen-not-seen-yet': 'nothing',
  'examiner-advised': 'contents',
  'start-before-the-test': 'contents',
  'start-before-the-close': 'contents',
  'start-not-in-the-future': 'contents',
  'corrects-the-start': 'contents',
  'closed-last': 'instant',
  'every-number-or-reason': 'nothing',
  'every-end-screen-or-reason': 'nothing',
  'result-of-the-number': 'nothing',
  'one-result': 'nothing',
  'corrects-a-result': 'nothing',
  'every-number-has-its-result': 'nothing',
  'entry-still-counts': 'contents',
  'printed-from-the-record': 'contents',
  'person-on-record': 'contents',
  'person-not-erased': 'contents',
};

/** A place of the lifecycle of whose rules only those are asked that need this. */
export const onlyRules = (place: Place, needs: Needs): Place => ({
  ...place,
  steps: new Map(
    [...place.steps].map(([type, step]) => [
      type,
      { ...step, rules: step.rules.filter(({ name }) => NEEDS[name as RuleName] === needs) },
    ]),
  ),
});

/** All that an event needs to say for the rules that need nothing: what the session itself says of its candidate. */
export const whatTheSessionSays = ({ number, certificationNumber, numbered }: CandidateState) => ({
  candidate: number,
  certificationNumber: certificationNumber ?? '—',
  corrects: numbered?.revision ?? null,
});
