import fc from 'fast-check';
import { EVENTS } from '../../../../domain/events/catalogue.ts';
import { accessCodes, writtenCertificationNumbers } from '../codes.ts';
import { remarks } from '../names.ts';
import { candidates, categories, causesOf, details, revisions } from '../parts.ts';
import { writtenInstants } from '../records.ts';
import type { CommandData } from './data.ts';

const someone = fc.record({ candidate: candidates });

const because = <C extends string>(cause: fc.Arbitrary<C>) =>
  fc.record({ candidate: candidates, cause, detail: details }, { requiredKeys: ['candidate', 'cause'] });

/** What is told of the room and of the tests in it. */
export const room: CommandData<
  | 'MarkPresent'
  | 'MarkAbsent'
  | 'MarkCouldNotJoin'
  | 'MarkLeft'
  | 'MarkStarted'
  | 'GiveAccessCode'
  | 'CorrectStart'
  | 'GrantAllowance'
  | 'RecordCertificationNumber'
  | 'CorrectCertificationNumber'
  | 'ExplainMissingNumber'
  | 'AnnounceRemainingTime'
  | 'RecordEndScreen'
  | 'ExplainMissingEndScreen'
  | 'CloseSession'
  | 'RecordInterruption'
  | 'RecordResumption'
  | 'SignalProblem'
  | 'ReportFraud'
> = {
  MarkPresent: someone,
  MarkAbsent: someone,
  MarkCouldNotJoin: because(causesOf(EVENTS.CandidateCouldNotJoin)),
  MarkLeft: because(causesOf(EVENTS.CandidateLeft)),
  MarkStarted: someone,
  GiveAccessCode: fc.record({ accessCode: accessCodes }),
  CorrectStart: fc.record(
    { startedAt: writtenInstants, corrects: revisions, reason: remarks },
    { requiredKeys: ['startedAt', 'reason'] },
  ),
  GrantAllowance: fc.record(
    {
      candidates: fc.oneof(fc.constant('all' as const), fc.array(candidates, { minLength: 1, maxLength: 5 })),
      seconds: fc.integer({ min: 1, max: 86_400 }),
      cause: causesOf(EVENTS.AllowanceGranted),
      detail: details,
    },
    { requiredKeys: ['seconds', 'cause'] },
  ),
  RecordCertificationNumber: fc.record({ candidate: candidates, certificationNumber: writtenCertificationNumbers }),
  CorrectCertificationNumber: fc.record(
    { candidate: candidates, certificationNumber: writtenCertificationNumbers, corrects: revisions, reason: remarks },
    { requiredKeys: ['candidate', 'certificationNumber', 'reason'] },
  ),
  ExplainMissingNumber: because(causesOf(EVENTS.CertificationNumberMissing)),
  AnnounceRemainingTime: fc.record(
    { remainingSeconds: fc.integer({ min: 0, max: 86_400 }), invitedToPass: fc.boolean() },
    { requiredKeys: ['remainingSeconds'] },
  ),
  RecordEndScreen: someone,
  ExplainMissingEndScreen: because(causesOf(EVENTS.EndScreenNotSeen)),
  CloseSession: fc.constant({}),
  RecordInterruption: because(causesOf(EVENTS.TestInterrupted)),
  RecordResumption: fc.record({ candidate: candidates, accessCode: accessCodes }),
  SignalProblem: fc.record(
    {
      candidate: candidates,
      question: fc.integer({ min: 1, max: 500 }),
      examinerAdvised: fc.boolean(),
      category: categories,
      wording: details,
    },
    { requiredKeys: ['candidate', 'question', 'examinerAdvised'] },
  ),
  ReportFraud: fc.record(
    {
      candidate: candidates,
      facts: remarks,
      witnesses: fc.array(fc.constantFrom('M. GARÇON', 'Mme N’DIAYE'), { maxLength: 3 }),
      candidateRemarks: details,
    },
    { requiredKeys: ['candidate', 'facts'] },
  ),
};
