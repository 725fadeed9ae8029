import { wallClock } from '../../domain/values/time.ts';
import { shown } from './findings.ts';
import type { CheckName, EvidenceVerdict, Outcome } from './verdict.ts';

/** What each check is called. */
export const CHECKS: Readonly<Record<CheckName, string>> = {
  schema: 'Forme du dossier',
  chain: 'Chaîne des événements',
  head: 'Dernier événement',
  inclusion: 'Présence dans le journal',
  root: 'Racine du journal',
  signature: 'Signature du dossier',
  lifecycle: 'Règles de la procédure',
  personal: 'Données personnelles',
  documents: 'Documents',
};

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  holds: 'CONFORME    ',
  fails: 'NON CONFORME',
  notChecked: 'non vérifié ',
};

/** Findings of a check that are listed under it, beside the first one. */
const LISTED = 10;

const ZONE = 'Europe/Paris';

/** A verdict in French, for a terminal or a printed page; it ends with a line break. */
export function verdictText(verdict: EvidenceVerdict): string {
  const { proves, doesNotProve, sound } = verdict;
  const conclusion = sound ? 'Rien de ce qui a été vérifié n’est en défaut.' : 'Ce dossier n’est pas en ordre.';
  const lines = [
    ...about(verdict),
    '',
    ...verdict.checks.flatMap(({ check, outcome, fr, findings, more }) => [
      `${OUTCOMES[outcome]}  ${CHECKS[check]} : ${fr}`,
      ...findings.slice(1, 1 + LISTED).map((finding) => `${' '.repeat(14)}- ${finding.fr}`),
      ...(findings.length + more > 1 + LISTED ? [`${' '.repeat(14)}- …`] : []),
    ]),
    '',
    conclusion,
    ...listed(
      'Ce que cela prouve :',
      proves.map(({ fr }) => fr),
    ),
    ...listed(
      'Ce que cela ne prouve pas :',
      doesNotProve.map(({ fr }) => fr),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function about({ header, head }: EvidenceVerdict): readonly string[] {
  if (header === null) return ['Dossier de preuve illisible'];
  const { session, kind, person, madeAt } = header;
  const { date, time } = wallClock(madeAt, ZONE);
  return [
    `Dossier de preuve de la session ${session}`,
    kind === 'jury' || person === null ? 'Pour un jury' : `Pour la personne ${shown(person)}`,
    `Établi le ${date} à ${time} (heure de Paris, d’après le dossier)`,
    ...(head === null ? [] : [`${head.revision} événements, empreinte du dernier : ${head.hash}`]),
  ];
}

const listed = (title: string, sentences: readonly string[]): readonly string[] =>
  sentences.length === 0 ? [] : ['', title, ...sentences.map((sentence) => `- ${sentence}`)];
