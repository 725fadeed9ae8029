import fc from 'fast-check';
import { examinerOf, identityOf, PLACES_OF_SESSIONS } from '../../../src/adapters/testing/arbitraries/people.ts';
import { nth } from '../../../src/adapters/testing/histories/choice.ts';
import { Story } from '../../../src/adapters/testing/histories/story.ts';
import { durationWith } from '../../../src/domain/values/extraTime.ts';
import { instantAt } from '../../../src/domain/values/time.ts';

/** How a session is held in which nothing is the matter. */
export interface Plan {
  readonly session: string;
  readonly examiner: number;
  readonly place: number;
  readonly date: string;
  /** For each candidate, whether a third of extra time is declared, verified and granted. */
  readonly extra: readonly boolean[];
  /** Whom something happens to, where something does: counted round and round. */
  readonly who: number;
  /** Minutes by which this or that is shifted, from 0 to 3. */
  readonly shift: number;
}

/** Sessions in which nothing is the matter. */
export const plans: fc.Arbitrary<Plan> = fc.record({
  session: fc.constant('mai'),
  examiner: fc.nat(5),
  place: fc.nat(PLACES_OF_SESSIONS.length - 1),
  date: fc.constantFrom('2019-05-14', '2019-03-31', '2019-10-27', '2020-02-29'),
  extra: fc.array(fc.boolean(), { minLength: 2, maxLength: 6 }),
  who: fc.nat(99),
  shift: fc.nat(3),
});

/** A plan for examples: three candidates in Rouen, the second with extra time; something happens to the first. */
export const PLAN: Plan = {
  session: 'mai',
  examiner: 1,
  place: 0,
  date: '2019-05-14',
  extra: [false, true, false],
  who: 0,
  shift: 0,
};

/** A session while it is held. */
export interface Room {
  readonly story: Story;
  readonly plan: Plan;
  readonly candidates: readonly number[];
  /** The one whom something happens to, and another one. */
  readonly someone: number;
  readonly another: number;
  /** Minutes after the start, epoch milliseconds. */
  readonly at: (minutes: number) => number;
  /** How long a candidate has, in minutes. */
  readonly minutesOf: (candidate: number) => number;
}

/** What happens in turn; by then it is so many minutes after the start. */
const COURSE = {
  prepare,
  print: ({ story }: Room) => {
    story.must({ type: 'PrintSheet', data: { view: 'copyToSign' } });
    story.must({ type: 'PrintSheet', data: { view: 'examinersCopy' } });
  },
  welcome,
  start: ({ story, at }: Room) => {
    story.now = at(0);
    story.must({ type: 'GiveAccessCode', data: { accessCode: CODE } });
  },
  number: ({ story, plan, candidates, at }: Room) => {
    story.now = at(5 + plan.shift);
    for (const candidate of candidates) {
      const data = { candidate, certificationNumber: numberOf(plan, candidate) };
      story.must({ type: 'RecordCertificationNumber', data });
    }
  },
  middle,
  announce: ({ story, plan, at }: Room) => {
    story.now = at(95 + plan.shift);
    story.must({ type: 'AnnounceRemainingTime', data: { remainingSeconds: 300 } });
  },
  finish,
  close: ({ story, at }: Room) => {
    story.now = at(140);
    story.must({ type: 'CloseSession', data: {} });
  },
  after: ({ story, at }: Room) => {
    story.now = at(150);
  },
  submit: ({ story }: Room) => {
    story.must({ type: 'SubmitSheet', data: { digitalSheet: SHEET, signedScan: SCAN, sender: 'Lycée' } });
  },
  conclude: ({ story, at }: Room) => {
    story.now = at(600);
    const numbers = [...story.draft.state.numbers.keys()];
    const results = numbers.map((certificationNumber) => ({ certificationNumber, obtained: true, score: 512 }));
    story.must({ type: 'SendResults', data: { results, document: RESULTS, recipient: 'Lycée' } });
  },
} as const satisfies Record<string, (room: Room) => void>;

type Turn = keyof typeof COURSE;

/** What happens otherwise than usual, turn by turn. */
export type Otherwise = { readonly [T in Turn]?: (room: Room, usual: () => void) => void };

/** The access code of the session. */
export const CODE = 'BCDF23';

const file = (digit: string) => ({ sha256: digit.repeat(64), mediaType: 'application/pdf', bytes: 1000 });

/** The files that the session names. */
export const SHEET = file('a');
export const SCAN = file('b');
export const RESULTS = file('c');

/** The certification number of a candidate of this session. */
export const numberOf = ({ session }: Plan, candidate: number): string =>
  `${session.length}${1000 + candidate}${session.codePointAt(0)}`;

function prepare({ story, plan, candidates }: Room): void {
  const { zone, postalCode, city } = nth(PLACES_OF_SESSIONS, plan.place);
  story.must({
    type: 'PlanSession',
    data: {
      establishment: { name: 'Lycée Marcel-Sembat', address: '128 rue Léon Salva', postalCode, city },
      slot: { date: plan.date, start: '08:30', end: '11:30', zone, site: 'Bâtiment B', room: 'B12' },
      examiners: [examinerOf(plan.examiner)],
    },
  });
  for (const candidate of candidates) {
    const extraTime = plan.extra[candidate - 1] === true ? '1/3' : null;
    story.must({ type: 'RegisterCandidate', data: { identity: identityOf(candidate), extraTime } });
  }
  story.must({ type: 'IssueAccessCode', data: { accessCode: CODE } });
}

function welcome({ story, plan, candidates, at }: Room): void {
  story.now = at(-10);
  for (const candidate of candidates) {
    story.must({ type: 'MarkPresent', data: { candidate } });
    story.must({ type: 'RecordSignature', data: { candidate, signature: 'seen' } });
    if (plan.extra[candidate - 1] !== true) continue;
    story.must({ type: 'VerifyExtraTime', data: { candidate, extraTime: '1/3', evidence: 'Notification' } });
    story.must({ type: 'GrantExtraTime', data: { candidate, extraTime: '1/3' } });
  }
}

function middle({ story, plan, another, someone, at }: Room): void {
  story.now = at(40 + plan.shift);
  story.must({ type: 'RecordInterruption', data: { candidate: another, cause: 'disconnection' } });
  story.now = at(44 + plan.shift);
  story.must({ type: 'RecordResumption', data: { candidate: another, accessCode: CODE } });
  story.must({ type: 'SignalProblem', data: { candidate: someone, question: 18, examinerAdvised: true } });
}

/** Everybody reaches the end screen within their time. */
function finish({ story, plan, candidates, at, minutesOf }: Room): void {
  for (const candidate of candidates.toSorted((a, b) => minutesOf(a) - minutesOf(b))) {
    story.now = at(minutesOf(candidate) - plan.shift - 1);
    story.must({ type: 'RecordEndScreen', data: { candidate } });
  }
}

const MINUTE = 60_000;

/** A session as it was planned, but for what happens otherwise. */
export function held(plan: Plan, otherwise: Otherwise = {}): Room {
  const { zone } = nth(PLACES_OF_SESSIONS, plan.place);
  const start = Number(instantAt(plan.date, '08:30', zone));
  const candidates = plan.extra.map((_, index) => index + 1);
  const room: Room = {
    story: new Story(plan.session, start - 14 * 24 * 60 * MINUTE),
    plan,
    candidates,
    someone: nth(candidates, plan.who),
    another: nth(candidates, plan.who + 1),
    at: (minutes) => start + minutes * MINUTE,
    minutesOf: (candidate) =>
      durationWith(105, plan.extra[candidate - 1] === true ? { numerator: 1, denominator: 3 } : null),
  };
  for (const [turn, usual] of Object.entries(COURSE)) {
    const other = otherwise[turn as Turn];
    if (other === undefined) usual(room);
    else other(room, () => usual(room));
  }
  return room;
}
