import type { Command } from '../../../domain/commands/catalogue.ts';

/** What is registered of a candidate. */
export type Registration = Command<'RegisterCandidate'>['data'];

/** A candidate, as the examiner writes a line of the sheet. */
const line = (
  surname: string,
  firstName: string,
  birthDate: string,
  birthPlace: string,
  more: Partial<Registration> = {},
): Registration => ({ identity: { surname, firstName, birthDate, birthPlace }, ...more });

/** The candidates of the first session of the morning. */
export const MORNING: readonly Registration[] = [
  line('Martin', 'Camille', '2004-03-12', 'Rouen', {
    email: 'camille.martin@example.org',
    identifier: { kind: 'ine', value: '070482913KE' },
  }),
  line('Nguyễn', 'Thị Mai Anh', '2004-11-02', 'Hải Phòng (Viêt Nam)'),
  line('Diallo', 'Aminata', '2003-07-28', 'Conakry (Guinée)', { extraTime: '1/3' }),
  line('O’Connor-Lemaître', 'Élouan', '2004-05-19', 'Saint-Étienne-du-Rouvray'),
  line('Bernard', 'Lucas', '2004-09-30', 'Elbeuf'),
  line('García', 'Léa', '2004-01-08', 'Le Havre', { email: 'lea.garcia@example.org' }),
  line('Petit', 'Noé', '2004-12-25', 'Rouen', { identifier: { kind: 'local', value: 'TG3-17' } }),
  line('Robert', 'Inès', '2004-06-14', 'Dieppe'),
];

/** The candidates of the session next door. */
export const NEXT_DOOR: readonly Registration[] = [
  line('Chevalier', 'Maëlle', '2004-02-17', 'Rouen'),
  line('Öztürk', 'Emre', '2003-10-05', 'Évreux'),
  line('Lopes da Silva', 'Tiago', '2004-08-21', 'Porto (Portugal)'),
];

/** The candidates of the afternoon. */
export const AFTERNOON: readonly Registration[] = [
  line('Faure', 'Zoé', '2004-04-03', 'Caen'),
  line('Traoré', 'Moussa', '2004-07-07', 'Bamako (Mali)', { extraTime: '33 %' }),
];
