import { z } from 'zod';

/** Fields of a candidate that a print view may show, beside the line number. */
export const sheetField = z.enum([
  'surname',
  'firstName',
  'birthDate',
  'birthPlace',
  'email',
  'identifier',
  'extraTime',
  'signature',
  'certificationNumber',
  'endScreen',
  'comments',
]);

/** A column of the attendance sheet. */
export type SheetField = z.output<typeof sheetField>;

/** What the centre decided for its sessions; recorded with the first event, so that a replay judges by it. */
export const policy = z.strictObject({
  /** « au maximum 20 candidats » for one examiner. */
  candidatesPerExaminer: z.int().min(1).max(200),
  /** « 1h45 », in seconds. */
  durationSeconds: z.int().min(60).max(86_400),
  /** « quelques minutes avant la fin », in seconds before a deadline. */
  noticeSeconds: z.int().min(0).max(7200),
  /** Whether a candidate's clock starts when the code is given (the procedure) or when that candidate begins. */
  clock: z.enum(['accessCodeGiven', 'candidateStart']),
  /** The columns of the copy that candidates sign: what others may read over a shoulder is left out. */
  copyToSign: z.array(sheetField).max(20),
  /** The columns of the examiner's own copy. */
  examinersCopy: z.array(sheetField).max(20),
});

/** The policy in force for a session. */
export type Policy = z.output<typeof policy>;

/** The procedure's own policy. */
export const PROCEDURE_POLICY: Policy = {
  candidatesPerExaminer: 20,
  durationSeconds: 105 * 60,
  noticeSeconds: 5 * 60,
  clock: 'accessCodeGiven',
  copyToSign: ['surname', 'firstName', 'birthDate', 'birthPlace', 'identifier', 'signature'],
  examinersCopy: [...sheetField.options],
};

const { shape } = policy;

/** A policy in a command: what is not given is as the procedure says. */
export const policyGiven = z
  .strictObject({
    candidatesPerExaminer: shape.candidatesPerExaminer.default(PROCEDURE_POLICY.candidatesPerExaminer),
    durationSeconds: shape.durationSeconds.default(PROCEDURE_POLICY.durationSeconds),
    noticeSeconds: shape.noticeSeconds.default(PROCEDURE_POLICY.noticeSeconds),
    clock: shape.clock.default(PROCEDURE_POLICY.clock),
    copyToSign: shape.copyToSign.default(PROCEDURE_POLICY.copyToSign),
    examinersCopy: shape.examinersCopy.default(PROCEDURE_POLICY.examinersCopy),
  })
  .prefault({});
