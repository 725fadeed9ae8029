import type { RuleText } from '../rules/define.ts';

/** What is said of a value that no text below fits. */
export const UNREADABLE: RuleText = {
  en: '{path} cannot be read: {value}.',
  fr: '{path} est illisible : {value}.',
};

/** What is wrong with a value, by the name of the rule that it breaks. */
export const INPUT_TEXTS: Readonly<Record<string, RuleText>> = {
  'command-known': { en: 'There is no command {value}.', fr: 'La commande {value} n’existe pas.' },
  'field-missing': { en: '{path} is missing.', fr: 'Il manque {path}.' },
  'field-unrecognized-keys': { en: 'There are unknown fields: {keys}.', fr: 'Il y a des champs inconnus : {keys}.' },
  'field-too-big': {
    en: '{path} is too long or too large: {value}.',
    fr: '{path} est trop long ou trop grand : {value}.',
  },
  'field-too-small': { en: '{path} is empty or too small: {value}.', fr: '{path} est vide ou trop petit : {value}.' },
  'field-invalid-type': {
    en: '{path} is not of the right kind: {value}.',
    fr: '{path} n’est pas du bon type : {value}.',
  },
  'field-invalid-value': {
    en: '{path} is not one of the known values: {value}.',
    fr: '{path} n’est pas une valeur connue : {value}.',
  },
  'text-well-formed': { en: '{path} holds half a character.', fr: '{path} contient un demi-caractère.' },
  'text-one-line': {
    en: '{path} must be one line, without control characters.',
    fr: '{path} doit tenir sur une ligne, sans caractère de contrôle.',
  },
  'text-no-control': { en: '{path} holds control characters.', fr: '{path} contient des caractères de contrôle.' },
  'date-exists': {
    en: '{path}: the date {value} does not exist, or is not written YYYY-MM-DD.',
    fr: '{path} : la date {value} n’existe pas, ou n’est pas au format AAAA-MM-JJ.',
  },
  'date-plausible': {
    en: '{path}: {value} is no date between 2000 and 2199.',
    fr: '{path} : {value} n’est pas une date entre 2000 et 2199.',
  },
  'time-exists': {
    en: '{path}: the time {value} does not exist that day, or is not written HH:MM.',
    fr: '{path} : l’heure {value} n’existe pas ce jour-là, ou n’est pas au format HH:MM.',
  },
  'instant-readable': {
    en: '{path}: {value} is no instant between 2000 and 2199; write 2019-05-14T08:35:00+02:00.',
    fr: '{path} : {value} n’est pas un instant entre 2000 et 2199 ; écrire 2019-05-14T08:35:00+02:00.',
  },
  'zone-known': {
    en: '{path}: {value} is no IANA time zone.',
    fr: '{path} : {value} n’est pas un fuseau horaire IANA.',
  },
  'slot-ends-after-it-starts': {
    en: '{path}: the slot ends at {value}, not after it starts.',
    fr: '{path} : le créneau finit à {value}, pas après son début.',
  },
  'replan-changes-something': {
    en: 'Give a slot or an establishment to change.',
    fr: 'Indiquer le créneau ou l’établissement à modifier.',
  },
  'postal-code-five-digits': {
    en: '{path}: {value} is no postal code of five digits.',
    fr: '{path} : {value} n’est pas un code postal à cinq chiffres.',
  },
  'examiner-identity': {
    en: '{path}: {value} cannot identify an examiner.',
    fr: '{path} : {value} ne peut identifier un examinateur.',
  },
  'retention-names-a-state': {
    en: 'Name a delay for one state at least: resultsSent, sheetSubmitted, closed or cancelled.',
    fr: 'Indiquer un délai pour un état au moins : resultsSent, sheetSubmitted, closed ou cancelled.',
  },
  'person-shape': {
    en: '{path}: {value} is nobody; write candidate-3, examiner-lefevre or session.',
    fr: '{path} : {value} ne désigne personne ; écrire candidate-3, examiner-lefevre ou session.',
  },
  'birth-date-plausible': {
    en: '{path}: nobody is certified who was born on {value}.',
    fr: '{path} : aucun candidat n’est né le {value}.',
  },
  'e-mail-readable': {
    en: '{path}: {value} is no e-mail address.',
    fr: '{path} : {value} n’est pas une adresse électronique.',
  },
  'extra-time-readable': {
    en: '{path}: {value} is no extra time; write 1/3 or 33 %.',
    fr: '{path} : {value} n’est pas un temps majoré ; écrire 1/3 ou 33 %.',
  },
  'extra-time-at-most-twice': {
    en: '{path}: extra time is at most twice the duration.',
    fr: '{path} : le temps majoré est au plus le double de la durée.',
  },
  'extra-time-reduced': {
    en: '{path}: the ratio of extra time is not reduced.',
    fr: '{path} : la fraction du temps majoré n’est pas irréductible.',
  },
  'access-code-shape': {
    en: '{path}: an access code is four capital letters and two digits, not {value}.',
    fr: '{path} : un code d’accès est formé de quatre lettres majuscules et de deux chiffres, et non {value}.',
  },
  'certification-number-digits': {
    en: '{path}: a certification number is made of digits, not {value}.',
    fr: '{path} : un numéro de certification est formé de chiffres, et non {value}.',
  },
  'digest-sha-256': {
    en: '{path}: {value} is no SHA-256 in 64 lower-case hexadecimal digits.',
    fr: '{path} : {value} n’est pas un SHA-256 en 64 chiffres hexadécimaux minuscules.',
  },
  'media-type-shape': { en: '{path}: {value} is no media type.', fr: '{path} : {value} n’est pas un type de média.' },
  'identity-shape': {
    en: '{path}: {value} is no identity of letters, digits and . _ : -',
    fr: '{path} : {value} n’est pas un identifiant de lettres, chiffres et . _ : -',
  },
};
