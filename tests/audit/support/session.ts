import { examinerOf, identityOf } from '../../../src/adapters/testing/arbitraries/people.ts';
import { Story } from '../../../src/adapters/testing/histories/story.ts';
import { fileOf } from '../../evidence/support/files.ts';
import { recorded } from '../../evidence/support/record.ts';

const MINUTE = 60_000;

/** 14 May 2019, 8:00 in Rouen. */
export const MORNING = Date.parse('2019-05-14T06:00:00Z');

const CODE = 'BCDF23';

const slot = {
  ...{ date: '2019-05-14', start: '08:30', end: '10:30', zone: 'Europe/Paris' },
  ...{ site: 'Bâtiment principal', room: 'B204' },
};

const establishment = { name: 'Lycée', address: '12 rue des Lilas', postalCode: '76300', city: 'Sotteville-lès-Rouen' };

const file = (digit: string) => ({ sha256: digit.repeat(64), mediaType: 'application/pdf', bytes: 48_211 });

/** A session that is planned and has begun, with so many candidates; each step takes a minute. */
function begun(candidates: number): Story {
  const story = new Story('session-1', MORNING);
  story.must({ type: 'PlanSession', data: { establishment, slot, examiners: [examinerOf(1)] } });
  for (let n = 1; n <= candidates; n++) {
    const extraTime = n === 2 ? '1/3' : null;
    story.must({
      type: 'RegisterCandidate',
      data: { identity: identityOf(n), email: null, identifier: null, extraTime },
    });
  }
  story.must({ type: 'IssueAccessCode', data: { accessCode: CODE } });
  for (let candidate = 1; candidate <= candidates; candidate++) {
    story.now += MINUTE;
    story.must({ type: 'RecordSignature', data: { candidate, signature: 'seen' } });
  }
  story.now = MORNING + 30 * MINUTE;
  story.must({ type: 'GiveAccessCode', data: { accessCode: CODE } });
  for (let candidate = 1; candidate <= candidates; candidate++) {
    story.now += MINUTE / 4;
    const certificationNumber = String(100_000 + candidate);
    story.must({ type: 'RecordCertificationNumber', data: { candidate, certificationNumber } });
  }
  return story;
}

/** Ends screens, close and submission. */
function ended(story: Story, candidates: number): void {
  for (let candidate = 1; candidate <= candidates; candidate++) {
    story.must({ type: 'RecordEndScreen', data: { candidate } });
  }
  story.must({ type: 'CloseSession', data: {} });
}

const submit = (story: Story, digit: string): void => {
  const data = { digitalSheet: file(digit), signedScan: file('f'), sender: 'Lycée' };
  story.must({ type: 'SubmitSheet', data });
};

/** What somebody wrote who would like a reader to see something else, or the page to do something. */
export const HOSTILE =
  '<script>alert(1)</script> & "<b onclick=x>" \u202Eéhcirt\u202C </pre><img src=x onerror=alert(2)>';

/**
 * A session with three candidates: an interruption at 9:00 that was noted at once, a fraud at 9:30 that was typed in at
 * 10:40, a hostile comment, and a number that was put right between two submissions.
 */
export function disputed(): Story {
  const story = begun(3);
  story.now = MORNING + 60 * MINUTE;
  story.must({ type: 'RecordInterruption', data: { candidate: 1, cause: 'disconnection' } });
  story.now += 4 * MINUTE;
  story.must({ type: 'RecordResumption', data: { candidate: 1, accessCode: CODE } });
  story.must({ type: 'AddComment', data: { candidate: 3, text: HOSTILE } });
  story.now = MORNING + 150 * MINUTE;
  ended(story, 3);
  story.now += 10 * MINUTE;
  const occurredAt = MORNING + 90 * MINUTE;
  const facts = 'Consulte son téléphone.';
  story.must({ type: 'ReportFraud', data: { candidate: 3, facts, witnesses: [], candidateRemarks: null }, occurredAt });
  story.now += 30 * MINUTE;
  submit(story, 'a');
  story.now += 60 * MINUTE;
  story.must({ type: 'ReturnSheet', data: { reason: 'Numéro inconnu' } });
  const corrected = { candidate: 2, certificationNumber: '100137', reason: 'Mal lu sur l’écran' };
  story.must({ type: 'CorrectCertificationNumber', data: corrected });
  submit(story, 'b');
  return story;
}

/** A session with so many events, most of them remarks. */
export function long(size: number): Story {
  const story = begun(20);
  const step = (110 * MINUTE) / size;
  for (let n = 0; story.events.length < size - 21; n++) {
    story.now += step;
    const candidate = 1 + ((n * 7) % 20);
    if (n % 2 === 0) story.must({ type: 'AddComment', data: { candidate, text: 'A changé de poste.' } });
    else story.must({ type: 'SignalProblem', data: { candidate, question: 1 + (n % 40), examinerAdvised: true } });
  }
  ended(story, 20);
  return story;
}

/** The evidence file of a session, as lines. */
export const evidenceOf = ({ events }: Story): Promise<readonly string[]> => fileOf(recorded(events));
