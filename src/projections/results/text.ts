import { moment, shortDate } from '../french/dates.ts';
import { ERASED_TEXT, nameOf, shown, withReason } from '../french/personal.ts';
import { establishmentText, hoursText } from '../french/places.ts';
import { zoneOf } from '../header.ts';
import { page, section, titled } from '../terminal/page.ts';
import { table } from '../terminal/table.ts';
import type { GivenResult } from './given.ts';
import type { OwnResult } from './ownResult.ts';
import type { CertificationResult, Results } from './results.ts';

type Said = Pick<GivenResult, 'obtained' | 'score' | 'comment'>;

const obtainedText = ({ obtained }: Said): string => (obtained ? 'obtenue' : 'non obtenue');

function scoreText({ score }: Said): string {
  if (score === null) return '';
  return typeof score === 'number' ? `${score} Pix` : ERASED_TEXT;
}

const commentText = ({ comment }: Said): string => (comment === null ? '' : shown(comment));

const WAITING = ['en attente', '', ''];

const said = (result: GivenResult | null): readonly string[] =>
  result === null ? WAITING : [obtainedText(result), scoreText(result), commentText(result)];

const TITLES = ['N°', 'Nom et prénom', 'Numéro de certification', 'Certification', 'Score', 'Commentaire'];

const row = ({ candidate, identity, certificationNumber, result }: CertificationResult): readonly string[] => [
  String(candidate),
  nameOf(identity),
  certificationNumber,
  ...said(result),
];

const inBrief = (result: GivenResult): string =>
  [`n° ${result.certificationNumber}`, ...said(result)].filter((text) => text !== '').join(', ');

const corrected = ({ candidate, corrections }: CertificationResult, zone: string): readonly string[] =>
  corrections.map(({ before, after, reason, occurredAt }) => {
    const former = before === null ? 'aucun résultat' : inBrief(before);
    return withReason(
      `Candidat n° ${candidate}, le ${moment(occurredAt, zone)} : ${former} → ${inBrief(after)}`,
      reason,
    );
  });

/** The results of a session as the centre reads them. */
export function resultsText({ header, sent, certifications }: Results): string {
  const zone = zoneOf(header);
  return page(
    `RÉSULTATS DE LA SESSION ${header.session}`,
    [
      `Établissement : ${establishmentText(header.establishment)}`,
      `Date          : ${hoursText(header.slot)}`,
      sent === null ? 'Résultats non transmis.' : `Résultats transmis au centre le ${moment(sent.occurredAt, zone)}.`,
    ].join('\n'),
    table(
      TITLES.map((title) => ({ title })),
      certifications.map(row),
    ),
    section(
      'Résultats corrigés',
      certifications.flatMap((certification) => corrected(certification, zone)),
    ),
  );
}

/** A candidate's own result as that candidate reads it. */
export function ownResultText(own: OwnResult): string {
  const lines = [
    own.date === null ? '' : `Session du ${shortDate(own.date)}`,
    `Certification ${obtainedText(own)}`,
    scoreText(own),
    commentText(own),
    own.corrected ? 'Ce résultat remplace un résultat précédent.' : '',
  ];
  return page(titled(`CERTIFICATION N° ${own.certificationNumber}`, lines.filter((line) => line !== '').join('\n')));
}
