import type { CandidateIdentity } from '../values/people.ts';
import type { MaybeErased } from '../values/personal.ts';
import type { Policy } from '../values/policy.ts';
import { PROCEDURE_POLICY } from '../values/policy.ts';
import type { Slot } from '../values/slot.ts';

/** Something that was noted about a candidate: when it happened, and the event that says so. */
export interface Mark {
  readonly at: number;
  readonly revision: number;
}

/** A stretch without the test; `to` is `null` until the candidate resumed. Epoch milliseconds. */
export interface Interruption {
  readonly from: number;
  readonly revision: number;
  to: number | null;
  resumedBy: number | null;
}

/** What the rules, the deadlines and the decisions need to know of a candidate. */
export interface CandidateState {
  /** The line of the sheet, from 1. */
  readonly number: number;
  /** Only for telling homonyms apart when somebody registers; no rule reads it. */
  identity: MaybeErased<CandidateIdentity>;
  withdrawn: boolean;
  /** The duration that this candidate has, extra time included, in seconds. */
  durationSeconds: number;
  /** Whether extra time was granted, so that what was declared no longer counts. */
  granted: boolean;
  present: Mark | null;
  absent: Mark | null;
  couldNotJoin: Mark | null;
  left: Mark | null;
  started: Mark | null;
  signature: Mark | null;
  certificationNumber: string | null;
  /** The event that gave the certification number that counts. */
  numbered: Mark | null;
  numberMissing: Mark | null;
  endScreen: Mark | null;
  endScreenNotSeen: Mark | null;
  /** In order of `from`. */
  interruptions: Interruption[];
  /** Whether a result was recorded. */
  result: boolean;
}

/** Time that was given back. */
export interface Allowance {
  readonly revision: number;
  readonly seconds: number;
  readonly candidates: 'all' | readonly number[];
}

/** What the rules, the deadlines and the decisions need to know of a session. Views live in the projections. */
export interface SessionState {
  revision: number;
  session: string;
  slot: Slot | null;
  policy: Policy;
  /** The version of the rulebook that judges this session. */
  rulebook: number;
  /** When the last event was learned. */
  recordedAt: number;
  /** When the last event of the lifecycle happened. */
  lifecycleAt: number;
  examiners: string[];
  accessCode: string | null;
  /** Start of the clock. */
  startedAt: number | null;
  /** The event that says when the clock started. */
  startedBy: number;
  closedAt: number | null;
  allowances: Allowance[];
  /** By number: candidate 1 is the first. */
  candidates: CandidateState[];
  /** Candidates who are not withdrawn. */
  registered: number;
  /** The candidate who has a certification number. */
  numbers: Map<string, number>;
  /** Entries that can be taken back: the revision of each, and the candidate it is about or `null`. */
  entries: Map<number, number | null>;
}

/** The state of a session of which nothing is recorded. */
export const emptySession = (): SessionState => ({
  revision: 0,
  session: '',
  slot: null,
  policy: PROCEDURE_POLICY,
  rulebook: 0,
  recordedAt: 0,
  lifecycleAt: 0,
  examiners: [],
  accessCode: null,
  startedAt: null,
  startedBy: 0,
  closedAt: null,
  allowances: [],
  candidates: [],
  registered: 0,
  numbers: new Map(),
  entries: new Map(),
});

/** A copy that shares nothing that `evolve` changes. */
export const copyOf = (state: SessionState): SessionState => ({
  ...state,
  examiners: [...state.examiners],
  allowances: [...state.allowances],
  candidates: state.candidates.map((candidate) => ({
    ...candidate,
    interruptions: candidate.interruptions.map((interruption) => ({ ...interruption })),
  })),
  numbers: new Map(state.numbers),
  entries: new Map(state.entries),
});

/** The candidate of this number, or `undefined`. */
export const candidateOf = (state: SessionState, number: number): CandidateState | undefined =>
  state.candidates[number - 1];

/** How many candidates the examiners of this session may take charge of. */
export const capOf = (state: SessionState): number => state.policy.candidatesPerExaminer * state.examiners.length;
