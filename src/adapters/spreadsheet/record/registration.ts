import { areHomonyms } from '../../../domain/values/people.ts';
import { type Erased, isErased } from '../../../domain/values/personal.ts';
import type { SheetField } from '../../../domain/values/policy.ts';
import { ratio } from '../../../projections/french/lengths.ts';
import { cellOf } from '../../../projections/sheet/cells.ts';
import type { SheetLine } from '../../../projections/sheet/line.ts';
import type { FilledLine } from '../sheet/line.ts';
import { type LineDifference, NO_DIFFERENCE, type SheetChange } from './change.ts';
import { type Context, changeOf, commandOf, reasonOf, type Said } from './context.ts';

/** What is filled in before the test. */
const FIELDS = ['surname', 'firstName', 'birthDate', 'birthPlace', 'email', 'identifier', 'extraTime'] as const;

type Field = (typeof FIELDS)[number];

const IDENTITY: readonly Field[] = ['surname', 'firstName', 'birthDate', 'birthPlace'];

/** A personal value that is there. Of somebody who was erased nothing is compared. */
const known = <V>(value: V): Exclude<V, Erased> | null => (isErased(value) ? null : (value as Exclude<V, Erased>));

/** Whether a line of a sheet says in a field what the record says. */
function isSame(filled: FilledLine, recorded: SheetLine, field: Field): boolean {
  if (filled.texts[field] === cellOf(recorded, field)) return true;
  switch (field) {
    case 'email':
      return filled.email === known(recorded.email);
    case 'identifier':
      // The heading may leave open of which kind it is.
      return filled.identifier?.value === known(recorded.identifier)?.value;
    case 'extraTime':
      return ratio(filled.extraTime) === ratio(recorded.declared.extraTime);
    default:
      return filled.identity[field] === known(recorded.identity)?.[field];
  }
}

/** A candidate whom the record does not know yet. */
export function newCandidate(context: Context, filled: FilledLine): LineDifference {
  const { identity, email, identifier, extraTime } = filled;
  const said: Said = { type: 'RegisterCandidate', data: { identity, email, identifier, extraTime } };
  const command = commandOf(context, filled, 'surname', said);
  const by = command === null ? null : said.type;
  return {
    commands: command === null ? [] : [command],
    changes: FIELDS.filter((field) => filled.texts[field] !== '').map((field) =>
      changeOf(filled, null, field, { kind: 'new', by }),
    ),
  };
}

/** Before the start a line is filled anew as a whole; a column that the sheet does not have stays as it is. */
function filledAnew({ sheet }: Context, filled: FilledLine, recorded: SheetLine): Said {
  const given = <T>(field: SheetField, own: T, kept: T): T => (sheet.fields.includes(field) ? own : kept);
  const identity = known(recorded.identity);
  const identifier = known(recorded.identifier);
  const isSameIdentifier = filled.identifier?.value === identifier?.value;
  return {
    type: 'CorrectCandidate',
    data: {
      candidate: recorded.number,
      identity: filled.identity,
      email: given('email', filled.email, known(recorded.email)),
      identifier: isSameIdentifier ? identifier : given('identifier', filled.identifier, identifier),
      extraTime: given('extraTime', filled.extraTime, known(recorded.declared.extraTime)),
      // That they are two people was said when the second was registered; who becomes a homonym is asked again.
      homonymKnown: identity !== null && areHomonyms(filled.identity, identity),
    },
  };
}

/** After the start identity and extra time are put right, each with its reason; anything else stays. */
function putRight(context: Context, filled: FilledLine, recorded: SheetLine, fields: readonly Field[]): LineDifference {
  const candidate = recorded.number;
  const identityField = fields.find((field) => IDENTITY.includes(field));
  const said: (readonly [Field, Said])[] = [];
  if (identityField !== undefined) {
    const reason = reasonOf(context, filled, identityField);
    said.push([identityField, { type: 'CorrectIdentity', data: { candidate, identity: filled.identity, reason } }]);
  }
  if (fields.includes('extraTime')) {
    const reason = reasonOf(context, filled, 'extraTime');
    const { extraTime } = filled;
    said.push(['extraTime', { type: 'CorrectExtraTime', data: { candidate, extraTime, reason } }]);
  }
  const commands = said.flatMap(([field, one]) => commandOf(context, filled, field, one) ?? []);
  const types = new Set(commands.map(({ command }) => command.type));
  const byFor = (field: Field): SheetChange['by'] => {
    const type = IDENTITY.includes(field) ? 'CorrectIdentity' : 'CorrectExtraTime';
    return field !== 'email' && field !== 'identifier' && types.has(type) ? type : null;
  };
  return {
    commands,
    changes: fields.map((field) => changeOf(filled, recorded, field, { kind: 'disagrees', by: byFor(field) })),
  };
}

/** What a line says of who the candidate is, against the record. */
export function registrationOf(context: Context, filled: FilledLine, recorded: SheetLine): LineDifference {
  const differs = FIELDS.filter((field) => context.sheet.fields.includes(field) && !isSame(filled, recorded, field));
  if (differs.length === 0) return NO_DIFFERENCE;
  if (context.session.state.startedAt !== null) return putRight(context, filled, recorded, differs);
  const [first = 'surname'] = differs;
  const command = commandOf(context, filled, first, filledAnew(context, filled, recorded));
  const by = command === null ? null : 'CorrectCandidate';
  return {
    commands: command === null ? [] : [command],
    changes: differs.map((field) => changeOf(filled, recorded, field, { kind: 'changed', by })),
  };
}
