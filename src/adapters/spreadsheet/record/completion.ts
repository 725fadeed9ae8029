import { folded } from '../../../domain/values/fold.ts';
import type { SheetField } from '../../../domain/values/policy.ts';
import { cellOf } from '../../../projections/sheet/cells.ts';
import type { SheetLine } from '../../../projections/sheet/line.ts';
import type { FilledLine } from '../sheet/line.ts';
import { type ChangeKind, type LineDifference, NO_DIFFERENCE } from './change.ts';
import { type Context, changeOf, commandOf, reasonOf, type Said } from './context.ts';

/** One field that differs, with the command that puts it right where there is one. */
function differing(
  context: Context,
  filled: FilledLine,
  recorded: SheetLine,
  field: SheetField,
  kind: ChangeKind,
  said?: Said,
): LineDifference {
  const command = said === undefined ? null : commandOf(context, filled, field, said);
  const by = command?.command.type ?? null;
  return {
    commands: command === null ? [] : [command],
    changes: [changeOf(filled, recorded, field, { kind, by })],
  };
}

type Compare = (context: Context, filled: FilledLine, recorded: SheetLine) => LineDifference;

/** « Numéro de certification ». */
const certificationNumber: Compare = (context, filled, recorded) => {
  const { number: candidate, certificationNumber: before } = recorded;
  const { certificationNumber: number, texts } = filled;
  const differ = differing.bind(null, context, filled, recorded, 'certificationNumber');
  if (number === null) return differ(texts.certificationNumber === '' ? 'missing' : 'disagrees');
  if (number === before) return NO_DIFFERENCE;
  if (before === null) {
    return differ('new', { type: 'RecordCertificationNumber', data: { candidate, certificationNumber: number } });
  }
  const reason = reasonOf(context, filled, 'certificationNumber');
  const data = { candidate, certificationNumber: number, reason };
  return differ('disagrees', { type: 'CorrectCertificationNumber', data });
};

/** How a teacher writes in the comments that a candidate did not come. */
const ABSENT = /^absente?(?:\(e\))?\.?$/;

/** Whether a line says of a candidate that they did not come, and nothing of a test. */
const saysAbsent = ({ comments, certificationNumber: number, endScreen: seen }: FilledLine, line: SheetLine): boolean =>
  ABSENT.test(folded(comments ?? '')) && number === null && seen !== 'seen' && line.certificationNumber === null;

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The lines of one text that another does not have, however they are spelled. */
const beyond = (text: string, other: string): readonly string[] => {
  const known = new Set(linesOf(other).map(folded));
  return linesOf(text).filter((line) => !known.has(folded(line)));
};

/** What the comments of a sheet say and the record does not. */
const newComments = (filled: FilledLine, recorded: SheetLine): string =>
  beyond(filled.comments ?? '', cellOf(recorded, 'comments')).join('\n');

/**
 * « Ecran de fin de test vu ». Where it is not ticked once the session is closed, a new comment is the explanation that
 * the heading asks for: « test non achevé, incident technique, fraude, etc. » Of somebody who was absent, could not join
 * or left, the record asks for none.
 */
const endScreen: Compare = (context, filled, recorded) => {
  const { number: candidate, endScreen: noted, attendance } = recorded;
  const { endScreen: mark, texts, comments } = filled;
  const differ = differing.bind(null, context, filled, recorded, 'endScreen');
  if (mark === 'seen') {
    if (noted?.type === 'EndScreenSeen') return NO_DIFFERENCE;
    return differ(noted === null ? 'new' : 'disagrees', { type: 'RecordEndScreen', data: { candidate } });
  }
  if (noted?.type === 'EndScreenSeen') return differ(mark === null ? 'missing' : 'disagrees');
  if (noted !== null) return mark === null && comments === null ? differ('missing') : NO_DIFFERENCE;
  const explained = newComments(filled, recorded);
  const isUnsaid = mark === null && (explained === '' || context.session.state.closedAt === null);
  if (isUnsaid || saysAbsent(filled, recorded) || attendance.because !== null) return NO_DIFFERENCE;
  const detail = (explained === '' ? texts.endScreen : explained).slice(0, 1000);
  return differ('new', { type: 'ExplainMissingEndScreen', data: { candidate, cause: 'other', detail } });
};

/** « Commentaires éventuels »: what the record does not say yet is added; nothing is taken out of the record. */
const comments: Compare = (context, filled, recorded) => {
  const differ = differing.bind(null, context, filled, recorded, 'comments');
  const { number: candidate } = recorded;
  const text = newComments(filled, recorded);
  if (text === '') {
    const left = beyond(cellOf(recorded, 'comments'), filled.comments ?? '');
    return left.length === 0 ? NO_DIFFERENCE : differ('missing');
  }
  if (saysAbsent(filled, recorded)) return differ('new', { type: 'MarkAbsent', data: { candidate } });
  return differ('new', { type: 'AddComment', data: { candidate, text } });
};

const FIELDS = [
  ['certificationNumber', certificationNumber],
  ['endScreen', endScreen],
  ['comments', comments],
] as const;

/** « les informations complémentaires »: what a line says of the test, against the record. */
export function completionOf(context: Context, filled: FilledLine, recorded: SheetLine): LineDifference {
  // A tick that is missing on both sides may still be explained by the comment.
  const isShown = (field: SheetField): boolean =>
    filled.texts[field] === cellOf(recorded, field).trim() && (field !== 'endScreen' || filled.texts[field] !== '');
  const parts = FIELDS.filter(([field]) => context.sheet.fields.includes(field) && !isShown(field)).map(([, compare]) =>
    compare(context, filled, recorded),
  );
  return {
    changes: parts.flatMap(({ changes }) => changes),
    commands: parts.flatMap(({ commands }) => commands),
  };
}
