import { examinerOf, identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { Story } from '../../src/adapters/testing/histories/story.ts';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';

const MINUTE = 60_000;

const MORNING = Date.parse('2019-05-14T06:00:00Z');

const CODE = 'BCDF23';

const document = { sha256: 'a'.repeat(64), mediaType: 'application/pdf', bytes: 48_211 };

/** Numbers that look like chance and are the same in every run: Lehmer's generator. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 0x7fffffff;
    return state % sides;
  };
}

/** A session as one is held: twenty candidates, a few of them absent, some trouble, and the results; about 170 events. */
function sessionHeld(seed: number): readonly SessionEvent[] {
  const roll = dice(seed);
  const story = new Story(`session-${seed}`, MORNING);
  prepare(story, roll);
  const present = welcome(story, roll);
  takeTheTest(story, roll, present);
  conclude(story);
  return story.events;
}

type Roll = ReturnType<typeof dice>;

const LINES = Array.from({ length: 20 }, (_, index) => index + 1);

function prepare(story: Story, roll: Roll): void {
  const slot = {
    ...{ date: '2019-05-14', start: '08:30', end: '10:30', zone: 'Europe/Paris' },
    ...{ site: 'Lycée Marcel-Sembat', room: `Salle ${roll(9)}` },
  };
  const establishment = {
    ...{ name: 'Lycée Marcel-Sembat', address: '128 rue Léon Salva' },
    ...{ postalCode: '76300', city: 'Sotteville-lès-Rouen' },
  };
  story.must({ type: 'PlanSession', data: { establishment, slot, examiners: [examinerOf(roll(9))] } });
  const navette = { kind: 'navette', document, sender: 'Lycée', recipient: 'certif@pix.fr' } as const;
  story.must({ type: 'RecordDocument', data: navette });
  const first = roll(1000);
  for (const line of LINES) {
    const extraTime = roll(8) === 0 ? '1/3' : null;
    const identity = identityOf(first + line);
    story.must({ type: 'RegisterCandidate', data: { identity, email: null, identifier: null, extraTime } });
    story.now += MINUTE;
  }
  story.must({ type: 'IssueAccessCode', data: { accessCode: CODE } });
  story.must({ type: 'PrintSheet', data: { view: 'copyToSign' } });
}

/** Notes who comes and signs; gives the lines of those who did. */
function welcome(story: Story, roll: Roll): readonly number[] {
  story.now += 30 * MINUTE;
  const absent = LINES.filter(() => roll(15) === 0);
  for (const candidate of absent) story.must({ type: 'MarkAbsent', data: { candidate } });
  const present = LINES.filter((line) => !absent.includes(line));
  for (const candidate of present) {
    story.must({ type: 'MarkPresent', data: { candidate } });
    story.must({ type: 'RecordSignature', data: { candidate, signature: 'seen' } });
    if (roll(8) === 0) verify(story, candidate);
  }
  return present;
}

function verify(story: Story, candidate: number): void {
  story.must({ type: 'VerifyExtraTime', data: { candidate, extraTime: '1/3', evidence: 'Notification' } });
  story.must({ type: 'GrantExtraTime', data: { candidate, extraTime: '1/3' } });
}

function takeTheTest(story: Story, roll: Roll, present: readonly number[]): void {
  story.now += 5 * MINUTE;
  story.must({ type: 'GiveAccessCode', data: { accessCode: CODE } });
  for (const candidate of present) {
    story.now += MINUTE / 4;
    const certificationNumber = String(100_000 + roll(9) + 10 * candidate);
    story.must({ type: 'RecordCertificationNumber', data: { candidate, certificationNumber } });
  }
  for (let trouble = 19 + roll(8); trouble > 0; trouble--) {
    story.now += 3 * MINUTE;
    happens(story, roll, present[roll(present.length)] ?? 1);
  }
  story.now += 20 * MINUTE;
  story.must({ type: 'AnnounceRemainingTime', data: { remainingSeconds: 300 } });
  for (const candidate of present) {
    story.now += MINUTE / 4;
    if (roll(20) === 0) story.must({ type: 'ExplainMissingEndScreen', data: { candidate, cause: 'overlooked' } });
    else story.must({ type: 'RecordEndScreen', data: { candidate } });
  }
  story.must({ type: 'CloseSession', data: {} });
}

/** Something that an examiner writes down while the others work. */
function happens(story: Story, roll: Roll, candidate: number): void {
  const question = 1 + roll(40);
  const certificationNumber = String(200_000 + story.events.length);
  switch (roll(8)) {
    case 0:
      story.must({ type: 'AddComment', data: { candidate, text: 'A changé de poste.' } });
      break;
    case 1:
      story.must({ type: 'SignalProblem', data: { candidate, question, examinerAdvised: true } });
      break;
    case 2:
      story.must({ type: 'AddSessionComment', data: { text: 'Salle bruyante.' } });
      break;
    case 3: {
      const reason = 'Relu à l’écran';
      story.must({ type: 'CorrectCertificationNumber', data: { candidate, certificationNumber, reason } });
      break;
    }
    default:
      story.must({ type: 'RecordInterruption', data: { candidate, cause: 'disconnection' } });
      story.now += MINUTE;
      story.must({ type: 'RecordResumption', data: { candidate, accessCode: CODE } });
  }
}

function conclude(story: Story): void {
  story.now += 60 * MINUTE;
  const sheet = { digitalSheet: document, signedScan: document, sender: 'Lycée' };
  story.must({ type: 'SubmitSheet', data: sheet });
  story.must({ type: 'ReturnSheet', data: { reason: 'Scan illisible' } });
  story.must({ type: 'SubmitSheet', data: sheet });
  const numbers = [...story.draft.state.numbers.keys()];
  const results = numbers.map((certificationNumber) => ({ certificationNumber, obtained: true, score: 512 }));
  story.must({ type: 'SendResults', data: { results, document, recipient: 'Lycée' } });
}

/** The texts of sessions, each different from the others and the same in every run: one text for each event. */
export const textsOfSessions = (count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, index) => sessionHeld(1 + index).map((event) => JSON.stringify(event)));

/** Histories as a store hands them out: read from text, and shared with nobody. */
export const readHistories = (texts: readonly (readonly string[])[]): readonly (readonly SessionEvent[])[] =>
  texts.map((events) => events.map((text) => JSON.parse(text) as SessionEvent));
