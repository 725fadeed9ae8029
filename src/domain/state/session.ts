import type { CandidateIdentity } from '../values/people.ts';
import type { Person } from '../values/person.ts';
import { ERASED, type MaybeErased } from '../values/personal.ts';
import type { Policy } from '../values/policy.ts';
import { PROCEDURE_POLICY } from '../values/policy.ts';
import type { Slot } from '../values/slot.ts';

/** Something that was noted about a candidate: when it happened, and the event that says so. */
export interface Mark {
  readonly at: number;
  readonly revision: number;
}

/** A stretch without the test; `resumed` is `null` until the candidate took it up again. */
export interface Interruption {
  readonly began: Mark;
  resumed: Mark | null;
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
  /** In the order in which they began. */
  interruptions: Interruption[];
  /** Whether a result was recorded. */
  result: boolean;
}

/** A candidate of whom nothing is noted yet. */
export const newCandidate = (
  number: number,
  identity: MaybeErased<CandidateIdentity>,
  durationSeconds: number,
): CandidateState => ({
  number,
  identity,
  withdrawn: false,
  durationSeconds,
  granted: false,
  present: null,
  absent: null,
  couldNotJoin: null,
  left: null,
  started: null,
  signature: null,
  certificationNumber: null,
  numbered: null,
  numberMissing: null,
  endScreen: null,
  endScreenNotSeen: null,
  interruptions: [],
  result: false,
});

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
  /** Those who were removed, in the order in which they were; somebody who was named again is in both. */
  formerExaminers: readonly string[];
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
  /** Comments and reports that count, by revision, each with the candidate it is about or `null`. */
  notes: Map<number, number | null>;
  /** Whose personal data were erased, in the order in which they were. */
  erased: readonly Person[];
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
  formerExaminers: [],
  accessCode: null,
  startedAt: null,
  startedBy: 0,
  closedAt: null,
  allowances: [],
  candidates: [],
  registered: 0,
  numbers: new Map(),
  notes: new Map(),
  erased: [],
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
  notes: new Map(state.notes),
});

/** A candidate whom nobody registered. */
export const NOBODY: CandidateState = newCandidate(0, ERASED, 0);
NOBODY.withdrawn = true;

/** The candidate of this number; {@link NOBODY} where there is none. */
export const candidateOf = (state: SessionState, number: number): CandidateState =>
  state.candidates[number - 1] ?? NOBODY;

/** How many candidates the examiners of this session may take charge of. */
export const capOf = (state: SessionState): number => state.policy.candidatesPerExaminer * state.examiners.length;
