import type { SheetField } from '../../../domain/values/policy.ts';
import type { Look } from './looks.ts';

/** A column of the sheet of a session. */
interface SheetColumn {
  /** The field, or the number of the line. */
  readonly field: SheetField | 'number';
  /** As centres have it, and as it is read back. */
  readonly heading: string;
  /** In digits of the font. */
  readonly width: number;
  /** Where nobody should type there is no entry: lines are numbered, and signatures are for the pen. */
  readonly look: Look;
}

const column = (field: SheetColumn['field'], heading: string, width: number, look: Look): SheetColumn => ({
  field,
  heading,
  width,
  look,
});

/** « L'enseignant remplit pour chaque session la feuille d'émargement avec les informations suivantes ». */
export const SHEET_COLUMNS: readonly SheetColumn[] = [
  column('number', 'N°', 5, 'number'),
  column('surname', 'NOM', 20, 'entry'),
  column('firstName', 'Prénom', 16, 'entry'),
  column('birthPlace', 'Lieu de naissance', 20, 'entry'),
  column('birthDate', 'Date de naissance\n(format : jj/mm/aaaa)', 14, 'dayEntry'),
  column('email', 'Adresse électronique de convocation', 28, 'entry'),
  column('identifier', 'Identifiant (INE)', 15, 'entry'),
  column('extraTime', 'Temps majoré ?', 13, 'shortEntry'),
  column('signature', 'Signature', 24, 'boxed'),
  column('certificationNumber', 'Numéro de certification\n(sans le #)', 14, 'shortEntry'),
  column('endScreen', 'Écran de fin de test vu\n(cocher)', 12, 'shortEntry'),
  column('comments', 'Commentaires / Signalements', 36, 'entry'),
];

/** The column of a field, from 1. */
export const columnOf = (field: SheetField): number => SHEET_COLUMNS.findIndex((one) => one.field === field) + 1;
