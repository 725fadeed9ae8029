import type { z } from 'zod';
import { MarkAbsent, MarkCouldNotJoin, MarkLeft, MarkPresent, MarkStarted } from './attendance.ts';
import {
  CorrectCandidate,
  CorrectExtraTime,
  CorrectIdentity,
  GrantExtraTime,
  RegisterCandidate,
  VerifyExtraTime,
  WithdrawCandidate,
} from './candidates.ts';
import type { CommandDefinition, commandFrame } from './define.ts';
import { ErasePerson } from './erasure.ts';
import {
  AddComment,
  AddSessionComment,
  RecordInterruption,
  RecordResumption,
  ReportFraud,
  RetractEntry,
  SignalProblem,
} from './incidents.ts';
import { PrintSheet, RecordDocument, RecordSignature } from './paper.ts';
import { AddExaminer, CancelSession, IssueAccessCode, PlanSession, RemoveExaminer, ReplanSession } from './planning.ts';
import { CorrectResult, ReturnSheet, SendResults, SubmitSheet } from './submission.ts';
import {
  AnnounceRemainingTime,
  CloseSession,
  CorrectCertificationNumber,
  CorrectStart,
  ExplainMissingEndScreen,
  ExplainMissingNumber,
  GiveAccessCode,
  GrantAllowance,
  RecordCertificationNumber,
  RecordEndScreen,
} from './test.ts';

/** Every command, by its type. */
export const COMMANDS = {
  PlanSession,
  ReplanSession,
  AddExaminer,
  RemoveExaminer,
  CancelSession,
  IssueAccessCode,
  RegisterCandidate,
  CorrectCandidate,
  WithdrawCandidate,
  CorrectIdentity,
  CorrectExtraTime,
  VerifyExtraTime,
  GrantExtraTime,
  PrintSheet,
  RecordSignature,
  RecordDocument,
  MarkPresent,
  MarkAbsent,
  MarkCouldNotJoin,
  MarkLeft,
  MarkStarted,
  GiveAccessCode,
  CorrectStart,
  GrantAllowance,
  RecordCertificationNumber,
  CorrectCertificationNumber,
  ExplainMissingNumber,
  AnnounceRemainingTime,
  RecordEndScreen,
  ExplainMissingEndScreen,
  CloseSession,
  AddComment,
  AddSessionComment,
  RecordInterruption,
  RecordResumption,
  SignalProblem,
  ReportFraud,
  RetractEntry,
  SubmitSheet,
  ReturnSheet,
  SendResults,
  CorrectResult,
  ErasePerson,
} as const;

/** The type of a command. */
export type CommandType = keyof typeof COMMANDS;

type SchemaOf<T extends CommandType> = (typeof COMMANDS)[T] extends CommandDefinition<string, infer S> ? S : never;

type Frame = z.ZodObject<typeof commandFrame>;

/** A command as a host writes it. */
export type Command<T extends CommandType = CommandType> = {
  [K in T]: z.input<Frame> & { readonly type: K; readonly data: z.input<SchemaOf<K>> };
}[T];

/** A command that was read: every default filled in, every value in its stored form. */
export type ReadCommand<T extends CommandType = CommandType> = {
  [K in T]: z.output<Frame> & { readonly type: K; readonly data: z.output<SchemaOf<K>> };
}[T];

/** Whether this is the type of a command. */
export const isCommandType = (type: unknown): type is CommandType =>
  typeof type === 'string' && Object.hasOwn(COMMANDS, type);
