import type { FindingRule } from '../finding.ts';
import { foundInSession } from '../found.ts';

/** « un enseignant prend en charge au maximum 20 candidats ». */
export const overTheCap: FindingRule = {
  name: 'over-the-cap',
  severity: 'serious',
  sentence: 'cap',
  about: {
    en: 'From the start on, or when the session was to begin, there were more candidates than its examiners may take charge of.',
    fr: 'Il y a eu, à partir du début ou au moment de commencer, plus de candidats que les examinateurs ne peuvent en prendre en charge.',
  },
  *find({ replayed: { counting, session } }) {
    if (session.lifecycle === 'cancelled') return;
    const { candidatesPerExaminer } = session.state.policy;
    const examiners = new Set<string>();
    const registered = new Map<number, number>();
    let hasStarted = false;
    let removal: number | null = null;
    const isOver = () => registered.size > candidatesPerExaminer * examiners.size;
    for (const { type, data, revision } of counting) {
      if (type === 'ExaminerAdded') examiners.add(data.examiner);
      else if (type === 'CandidateRegistered') registered.set(data.candidate, revision);
      else if (type === 'CandidateWithdrawn') registered.delete(data.candidate);
      else if (type === 'AccessCodeGiven') hasStarted = true;
      else if (type === 'ExaminerRemoved') {
        examiners.delete(data.examiner);
        removal = revision;
      } else continue;
      // Before the start a sheet may be filled before its examiners are named; what counts is how it begins.
      if (hasStarted && isOver()) break;
    }
    if (!isOver()) return;
    const most = candidatesPerExaminer * examiners.size;
    const beyond = [...registered.values()].slice(most);
    yield foundInSession(removal === null ? beyond : [...beyond, removal], {
      en: `Candidates: ${registered.size}; examiners: ${examiners.size}, who take charge of ${most} at most.`,
      fr: `Candidats : ${registered.size} ; examinateurs : ${examiners.size}, qui en prennent en charge ${most} au maximum.`,
    });
  },
};
