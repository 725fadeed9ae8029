import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { type CandidateState, emptySession, type SessionState } from '../../src/domain/state/session.ts';
import { ERASED } from '../../src/domain/values/personal.ts';

/**
 * The peer that replay is measured against: one mutable loop with one switch, as somebody would write it by hand who
 * needs exactly this state, and neither rules nor a diagram. A test holds it to the same state as replay.
 */
export function foldByHand(history: readonly SessionEvent[]): SessionState {
  const state = emptySession();
  for (const event of history) {
    const { occurredAt, revision } = event;
    switch (event.type) {
      case 'SessionPlanned':
        state.session = event.data.session;
        state.slot = event.data.slot;
        state.policy = event.data.policy;
        state.rulebook = event.data.rulebook;
        state.lifecycleAt = occurredAt;
        break;
      case 'SessionReplanned':
        state.slot = event.data.slot ?? state.slot;
        break;
      case 'ExaminerAdded':
        state.examiners.push(event.data.examiner);
        break;
      case 'ExaminerRemoved': {
        const { examiner } = event.data;
        state.examiners = state.examiners.filter((other) => other !== examiner);
        state.formerExaminers = [...state.formerExaminers, examiner];
        break;
      }
      case 'AccessCodeIssued':
        state.accessCode = event.data.accessCode;
        state.lifecycleAt = occurredAt;
        break;
      case 'AccessCodeGiven':
        state.startedAt = occurredAt;
        state.startedBy = revision;
        state.lifecycleAt = occurredAt;
        break;
      case 'CandidateRegistered':
        state.candidates.push(blankLine(event.data.candidate, event.data.identity, event.data.durationSeconds));
        state.registered += 1;
        break;
      case 'CandidateCorrected': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate === undefined) break;
        candidate.identity = event.data.identity;
        if (!candidate.granted) candidate.durationSeconds = event.data.durationSeconds;
        break;
      }
      case 'CandidateWithdrawn': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate === undefined) break;
        candidate.withdrawn = true;
        state.registered -= 1;
        break;
      }
      case 'ExtraTimeGranted': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate === undefined) break;
        candidate.durationSeconds = event.data.durationSeconds;
        candidate.granted = true;
        break;
      }
      case 'CandidatePresent': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate !== undefined) candidate.present = { at: occurredAt, revision };
        break;
      }
      case 'CandidateAbsent': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate !== undefined) candidate.absent = { at: occurredAt, revision };
        break;
      }
      case 'CandidateCouldNotJoin': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate !== undefined) candidate.couldNotJoin = { at: occurredAt, revision };
        break;
      }
      case 'CandidateStarted': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate !== undefined) candidate.started = { at: occurredAt, revision };
        break;
      }
      case 'CandidateLeft': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate !== undefined) candidate.left = { at: occurredAt, revision };
        break;
      }
      case 'SignatureRecorded': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate !== undefined) candidate.signature = { at: occurredAt, revision };
        break;
      }
      case 'CertificationNumberRecorded':
      case 'CertificationNumberCorrected': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate === undefined) break;
        if (candidate.certificationNumber !== null) state.numbers.delete(candidate.certificationNumber);
        candidate.certificationNumber = event.data.certificationNumber;
        candidate.numbered = { at: occurredAt, revision };
        state.numbers.set(event.data.certificationNumber, candidate.number);
        break;
      }
      case 'CertificationNumberMissing': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate !== undefined) candidate.numberMissing = { at: occurredAt, revision };
        break;
      }
      case 'TestInterrupted': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate === undefined) break;
        let place = candidate.interruptions.length;
        while (place > 0 && beganAfter(candidate, place - 1, occurredAt)) place -= 1;
        candidate.interruptions.splice(place, 0, { began: { at: occurredAt, revision }, resumed: null });
        break;
      }
      case 'TestResumed': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate === undefined) break;
        let place = candidate.interruptions.length - 1;
        while (place > 0 && beganAfter(candidate, place, occurredAt)) place -= 1;
        const interruption = candidate.interruptions[place];
        if (interruption !== undefined) interruption.resumed = { at: occurredAt, revision };
        break;
      }
      case 'EndScreenSeen': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate !== undefined) candidate.endScreen = { at: occurredAt, revision };
        break;
      }
      case 'EndScreenNotSeen': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate !== undefined) candidate.endScreenNotSeen = { at: occurredAt, revision };
        break;
      }
      case 'CommentAdded':
      case 'ProblemSignalled':
      case 'FraudReported':
        state.notes.set(revision, event.data.candidate);
        break;
      case 'SessionCommentAdded':
      case 'RemainingTimeAnnounced':
        state.notes.set(revision, null);
        break;
      case 'AllowanceGranted':
        state.allowances.push({ revision, seconds: event.data.seconds, candidates: event.data.candidates });
        break;
      case 'SessionClosed':
        state.closedAt = occurredAt;
        state.lifecycleAt = occurredAt;
        break;
      case 'ResultRecorded': {
        const candidate = state.candidates[event.data.candidate - 1];
        if (candidate !== undefined) candidate.result = true;
        break;
      }
      case 'PersonErased': {
        const { person } = event.data;
        state.erased = [...state.erased, person];
        const candidate = state.candidates.find(({ number }) => `candidate-${number}` === person);
        if (candidate !== undefined) candidate.identity = ERASED;
        break;
      }
      case 'SessionCancelled':
      case 'SheetSubmitted':
      case 'SheetReturned':
      case 'ResultsSent':
        state.lifecycleAt = occurredAt;
        break;
    }
    state.revision = revision;
    state.recordedAt = event.recordedAt;
  }
  return state;
}

const beganAfter = (candidate: CandidateState, place: number, at: number): boolean => {
  const interruption = candidate.interruptions[place];
  return interruption !== undefined && interruption.began.at > at;
};

const blankLine = (number: number, identity: CandidateState['identity'], durationSeconds: number): CandidateState => ({
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
