import fc from 'fast-check';
import { FIRST_NAMES, SURNAMES, TOWNS } from './people.ts';

/** Particles that stand before a surname, with the space or the apostrophe that follows. */
const PARTICLES = ['', '', '', '', 'DE ', 'DU ', 'D’', "D'", 'LE ', 'DE LA ', 'VAN DER ', 'EL '] as const;

/** Surnames as schools write them: accents, ligatures, hyphens, particles, apostrophes of either kind, two names. */
export const surnames: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...SURNAMES),
  fc
    .tuple(
      fc.constantFrom(...PARTICLES),
      fc.constantFrom('Hervé', 'MÜLLER', 'NGUYỄN', 'Françoise', 'CAËN', 'ØSTERGÅRD', 'KAHUIARII', 'WAÏA', 'TRAORÉ'),
    )
    .map(([particle, name]) => particle + name),
  fc.tuple(fc.constantFrom(...SURNAMES), fc.constantFrom(...SURNAMES)).map((two) => two.join('-')),
);

/** First names: one, or two with a hyphen or a space. */
export const firstNames: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...FIRST_NAMES),
  fc
    .tuple(fc.constantFrom(...FIRST_NAMES), fc.constantFrom('-', ' '), fc.constantFrom(...FIRST_NAMES))
    .map((parts) => parts.join('')),
);

/** Towns of mainland France, of overseas and of elsewhere. */
export const towns: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...TOWNS),
  fc.constantFrom('L’Haÿ-les-Roses', 'Paris 11e', 'Œting', 'Mamoudzou', 'Tân An (Viêt Nam)', 'Sà Pa', 'Y'),
);

/** What people write in a comment, a reason or a report: a line or several, with quotes, accents and numbers. */
export const remarks: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      'Signalement épreuve n° 18',
      'Coupure du réseau pendant 12 min, « reprise » à 9 h 15.',
      'Le candidat a changé de poste ; sans incidence.',
      'Erreur de saisie',
      'Téléphone sur les genoux, à 09:40.',
      'À la demande de M. N’DIAYE (CPE)',
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((lines) => lines.join('\n'));
