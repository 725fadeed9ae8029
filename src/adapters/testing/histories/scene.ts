import type { EventType, SessionEvent } from '../../../domain/events/catalogue.ts';
import type { Lifecycle } from '../../../domain/machine/table.ts';
import { isAbsent, lastInterruption } from '../../../domain/state/candidate.ts';
import type { CandidateState, SessionState } from '../../../domain/state/session.ts';
import { type Choice, nth } from './choice.ts';
import type { Setup } from './setup.ts';
import type { Story, Told } from './story.ts';

/** What the next step of a history can go by. */
export interface Scene {
  readonly setup: Setup;
  readonly story: Story;
  readonly choice: Choice;
}

/** A command that makes sense in a scene, or `null` where there is none of this kind. */
export type Move = (scene: Scene) => Told | null;

/** What happened in the room while the clock ran, so that neither the start nor the close may lie on the wrong side. */
const TIMED: readonly EventType[] = [
  'AllowanceGranted',
  'CandidateStarted',
  'CandidateCouldNotJoin',
  'CandidateLeft',
  'CertificationNumberRecorded',
  'CertificationNumberCorrected',
  'TestInterrupted',
  'TestResumed',
  'ProblemSignalled',
  'FraudReported',
  'RemainingTimeAnnounced',
  'EndScreenSeen',
];

export const stateOf = ({ story }: Scene): SessionState => story.draft.state;

export const lifecycleOf = ({ story }: Scene): Lifecycle => story.draft.place.lifecycle;

const isAbout = (event: SessionEvent, candidate: CandidateState): boolean =>
  'candidate' in event.data && event.data.candidate === candidate.number;

/** When things happened in the room, of one candidate or of all. */
export const timesInTheRoom = ({ story }: Scene, candidate?: CandidateState): readonly number[] =>
  story.events
    .filter((event) => TIMED.includes(event.type) && (candidate === undefined || isAbout(event, candidate)))
    .map(({ occurredAt }) => occurredAt);

/** An instant in a span, as late as the choice says; the end of the span where it was noted at once. */
export const within = ({ choice }: Scene, earliest: number, latest: number): number =>
  choice.late === 0 ? latest : latest - Math.floor(((latest - earliest) * choice.late) / 100);

/** When something happened in the test of a candidate, or in the room where there is no candidate. */
export function duringTheTest(scene: Scene, candidate?: CandidateState): { readonly occurredAt: number } | null {
  const { startedAt, closedAt } = stateOf(scene);
  if (startedAt === null) return null;
  const ends = [scene.story.now, closedAt, candidate?.endScreen?.at, candidate?.left?.at];
  const latest = Math.min(...ends.filter((at) => typeof at === 'number'));
  return latest < startedAt ? null : { occurredAt: within(scene, startedAt, latest) };
}

/** When a candidate can have reached the end screen: after all that happened in the test. */
export function atTheEnd(scene: Scene, candidate: CandidateState): { readonly occurredAt: number } | null {
  const { startedAt, closedAt } = stateOf(scene);
  if (startedAt === null) return null;
  const earliest = Math.max(
    startedAt,
    lastInterruption(candidate)?.at ?? startedAt,
    ...timesInTheRoom(scene, candidate).filter((at) => at <= (closedAt ?? at)),
  );
  const latest = Math.min(scene.story.now, closedAt ?? scene.story.now);
  return latest < earliest ? null : { occurredAt: within(scene, earliest, latest) };
}

/** Those on the sheet who are not noted absent. */
export const expected = (scene: Scene): readonly CandidateState[] =>
  stateOf(scene).candidates.filter((candidate) => !candidate.withdrawn && !isAbsent(candidate));

/** One of the candidates on the sheet who fits. */
export function someone(scene: Scene, fits: (candidate: CandidateState) => boolean): CandidateState | null {
  const fitting = stateOf(scene).candidates.filter((candidate) => !candidate.withdrawn && fits(candidate));
  return fitting.length === 0 ? null : nth(fitting, scene.choice.who);
}

/** One of the candidates who are expected and fit. */
export const someoneExpected = (scene: Scene, fits: (candidate: CandidateState) => boolean): CandidateState | null =>
  someone(scene, (candidate) => !isAbsent(candidate) && fits(candidate));

export const anyone = (): boolean => true;

/** A certification number that nobody has had in this session. */
export const freshNumber = ({ story }: Scene): string => String(100_000 + story.events.length * 7);

/** Why somebody did something. */
export const reasonOf = ({ choice }: Scene): string =>
  nth(['Erreur de saisie', 'Relu sur la feuille papier', 'À la demande du centre'], choice.how);

/** A file that the host keeps. */
export const documentOf = ({ story }: Scene) => ({
  sha256: story.events.length.toString(16).padStart(64, '0'),
  mediaType: 'application/pdf',
  bytes: 1000 + story.events.length,
});
