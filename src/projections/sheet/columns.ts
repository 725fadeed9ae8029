import type { SheetField } from '../../domain/values/policy.ts';

/** The heading of each column of the sheet. */
export const COLUMNS: Readonly<Record<SheetField, string>> = {
  surname: 'Nom',
  firstName: 'Prénom',
  birthDate: 'Date de naissance',
  birthPlace: 'Lieu de naissance',
  email: 'Adresse électronique de convocation',
  identifier: 'Identifiant',
  extraTime: 'Temps majoré',
  signature: 'Signature',
  certificationNumber: 'Numéro de certification',
  endScreen: 'Écran de fin de test vu',
  comments: 'Commentaires / Signalements',
};
