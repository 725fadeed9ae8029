import type { RuleText } from '../../domain/rules/define.ts';
import { filled } from './findings.ts';
import type { CheckName, EvidenceVerdict } from './verdict.ts';

/** A verdict before it is said what follows from it. */
type Checked = Omit<EvidenceVerdict, 'proves' | 'doesNotProve'>;

interface Sentence extends RuleText {
  readonly when: (verdict: Checked) => boolean;
}

const holds = ({ checks }: Checked, name: CheckName): boolean =>
  checks.some(({ check, outcome }) => check === name && outcome === 'holds');

const isUnbroken = (verdict: Checked): boolean => holds(verdict, 'chain') && verdict.vouchedUpTo !== null;

const PROVES: readonly Sentence[] = [
  {
    when: (verdict) => holds(verdict, 'signature'),
    en: 'Whoever holds the trusted key signed this file as it is, byte for byte.',
    fr: 'Le détenteur de la clé de confiance a signé ce dossier tel qu’il est, octet pour octet.',
  },
  {
    when: isUnbroken,
    en: 'Of the {events} events up to the head that is known or signed, none was changed, removed, added or moved since that head was made.',
    fr: 'Des {events} événements jusqu’à l’empreinte connue ou signée, aucun n’a été modifié, retiré, ajouté ni déplacé depuis que cette empreinte existe.',
  },
  {
    when: (verdict) => holds(verdict, 'chain') && holds(verdict, 'inclusion') && holds(verdict, 'root'),
    en: 'The session stood in the record in exactly this form when the root of its log was made.',
    fr: 'La session figurait dans le registre sous cette forme exacte lorsque la racine de son journal a été établie.',
  },
  {
    when: (verdict) => holds(verdict, 'lifecycle'),
    en: 'As it is recorded, the session follows the rules of the procedure.',
    fr: 'Telle qu’elle est enregistrée, la session suit les règles de la procédure.',
  },
  {
    when: (verdict) => holds(verdict, 'personal') && isUnbroken(verdict),
    en: 'What can be read of persons is what was encrypted when it was recorded.',
    fr: 'Ce qui peut être lu des personnes est ce qui a été chiffré lors de l’enregistrement.',
  },
  {
    when: (verdict) => holds(verdict, 'documents'),
    en: 'The files that were given are those that the events speak of.',
    fr: 'Les fichiers donnés sont bien ceux dont parlent les événements.',
  },
];

const DOES_NOT_PROVE: readonly Sentence[] = [
  {
    when: () => true,
    en: 'That what was recorded is true: it is what somebody entered, at instants told by the clock of the machine.',
    fr: 'Que ce qui est enregistré est vrai : c’est ce que quelqu’un a saisi, à des instants donnés par l’horloge de la machine.',
  },
  {
    when: (verdict) => !(holds(verdict, 'inclusion') && holds(verdict, 'root')),
    en: 'That the session was not written anew as a whole: no root of the log is vouched for.',
    fr: 'Que la session n’a pas été réécrite en entier : aucune racine du journal n’est attestée.',
  },
  {
    when: (verdict) => holds(verdict, 'signature') || holds(verdict, 'root'),
    en: 'Anything against whoever holds the signing key: they can sign whatever they want, with any date.',
    fr: 'Quoi que ce soit contre le détenteur de la clé de signature : il peut signer ce qu’il veut, à la date qu’il veut.',
  },
  {
    when: (verdict) => !holds(verdict, 'signature'),
    en: 'Who made this file.',
    fr: 'Qui a fait ce dossier.',
  },
  {
    when: (verdict) => !holds(verdict, 'head'),
    en: 'That the events are those of the record, and all of them: no head was known.',
    fr: 'Que les événements sont ceux du registre, et qu’ils y sont tous : aucune empreinte n’était connue.',
  },
  {
    when: () => true,
    en: 'That nothing was recorded after this file was made.',
    fr: 'Que rien n’a été enregistré après la création de ce dossier.',
  },
  {
    when: (verdict) => !holds(verdict, 'lifecycle'),
    en: 'That the session follows the rules of the procedure.',
    fr: 'Que la session suit les règles de la procédure.',
  },
  {
    when: ({ unreadable }) => unreadable.length > 0,
    en: 'What is recorded of {unreadable} person(s), whose keys are not in the file.',
    fr: 'Ce qui est enregistré de {unreadable} personne(s), dont les clés ne sont pas dans le dossier.',
  },
  {
    when: ({ erased }) => erased.length > 0,
    en: 'What was personal of {erased} person(s), who were erased from the record.',
    fr: 'Ce qui était personnel de {erased} personne(s), effacée(s) du registre.',
  },
  {
    when: (verdict) => !holds(verdict, 'documents'),
    en: 'That any file is one of those that the events speak of: none was recognised.',
    fr: 'Qu’un fichier est l’un de ceux dont parlent les événements : aucun n’a été reconnu.',
  },
];

/** What follows from what was checked, and what does not. */
export function conclusionsOf(verdict: Checked): Pick<EvidenceVerdict, 'proves' | 'doesNotProve'> {
  const { vouchedUpTo, unreadable, erased } = verdict;
  const values = { events: vouchedUpTo ?? 0, unreadable: unreadable.length, erased: erased.length };
  const that = (sentences: readonly Sentence[]): readonly RuleText[] =>
    sentences.filter(({ when }) => when(verdict)).map(({ en, fr }) => filled({ en, fr }, values));
  return { proves: that(PROVES), doesNotProve: that(DOES_NOT_PROVE) };
}
