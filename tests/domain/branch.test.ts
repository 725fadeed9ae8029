import { expect, test } from 'vitest';
import { branch } from '../../src/domain/decide.ts';
import { apply } from '../../src/domain/machine/replay.ts';
import { factOf, started } from './stages.ts';

/** Whatever changes a list, a map or an interruption of a session that runs. */
const CHANGES = [
  ['AllowanceGranted', { candidates: 'all', seconds: 60, cause: 'other', detail: null }],
  ['TestResumed', { candidate: 1, accessCode: 'BCDF23' }],
  ['TestInterrupted', { candidate: 2, cause: 'other', detail: null }],
  ['CertificationNumberRecorded', { candidate: 2, certificationNumber: '77' }],
  ['SessionCommentAdded', { text: 'Bruit' }],
  ['ExaminerAdded', { examiner: 'martin', name: { surname: 'Martin', firstName: 'Luc' } }],
] as const;

test.each(CHANGES)('what happens to a branch of a session does not happen to the session: %s', (type, data) => {
  const story = started();
  story.must({ type: 'RecordInterruption', data: { candidate: 1, cause: 'disconnection' } });
  story.must({ type: 'GrantAllowance', data: { seconds: 60, cause: 'fireAlarm' } });
  const before = structuredClone(story.draft.state);
  const trial = branch(story.draft);
  expect(trial.state).toEqual(before);
  apply(trial, factOf(story, type, data as never));
  expect(trial.state).not.toEqual(before);
  expect(story.draft.state).toEqual(before);
});
