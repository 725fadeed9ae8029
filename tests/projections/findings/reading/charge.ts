import type { Slot } from '../../../../src/domain/values/slot.ts';
import { onTheSheet } from '../../../domain/reading/line.ts';
import { plan, policyOf, slot } from '../../../domain/reading/session.ts';
import { all, type Reading } from '../../../domain/reading/taken.ts';
import { ofTheSession } from './due.ts';
import { hour, type Look, last, type OnTheTable } from './record.ts';

/** Who has charge of a session, in the order in which they were named for good. */
function inCharge(reading: Reading): readonly string[] {
  const names: string[] = [];
  for (const { type, data } of all(reading, 'ExaminerAdded', 'ExaminerRemoved')) {
    const at = names.indexOf(data.examiner);
    if (type === 'ExaminerAdded' && at === -1) names.push(data.examiner);
    if (type === 'ExaminerRemoved' && at !== -1) names.splice(at, 1);
  }
  return names;
}

const overTheCap: Look = ({ reading }) => {
  if (reading.state === 'cancelled') return [];
  const most = policyOf(reading).candidatesPerExaminer;
  const from = last(reading, 'AccessCodeGiven')?.index ?? reading.taken.length;
  const moments = Array.from({ length: Math.max(1, reading.taken.length - from) }, (_, more) => ({
    ...reading,
    taken: reading.taken.slice(0, from + more + 1),
  }));
  const counted = moments.map((then) => {
    const changes = all(then, 'CandidateRegistered', 'CandidateWithdrawn');
    // Whoever was registered twice stands where they stood first.
    const sheet = new Map<number, number>();
    for (const { type, data, revision } of changes) {
      if (type === 'CandidateRegistered') sheet.set(data.candidate, revision);
      else sheet.delete(data.candidate);
    }
    return { sheet: [...sheet.values()], examiners: inCharge(then).length, removal: last(then, 'ExaminerRemoved') };
  });
  const over = counted.find(({ sheet, examiners }) => sheet.length > most * examiners);
  if (over === undefined) return [];
  const { sheet, examiners, removal } = over;
  const cap = most * examiners;
  const events = [...sheet.slice(cap), ...(removal === null ? [] : [removal.revision])];
  return [ofTheSession(events, `${sheet.length}`, `${examiners}`, `${cap}`)];
};

/** A session that takes place, as far as whoever has charge of several must know it. */
interface Room {
  readonly name: string;
  readonly slot: Slot;
  readonly examiners: readonly string[];
  readonly candidates: number;
}

const roomOf = (reading: Reading): Room | null => {
  const when = slot(reading);
  if (when === null || reading.state === 'cancelled') return null;
  const name = plan(reading)?.session ?? '';
  return { name, slot: when, examiners: inCharge(reading), candidates: onTheSheet(reading).length };
};

/** The examiners who have charge of other rooms while this session lasts. */
function inTwoRooms({ reading, others }: OnTheTable) {
  const own = roomOf(reading);
  if (own === null) return [];
  const moved = all(reading, 'SessionReplanned').filter(({ data }) => data.slot !== null);
  return own.examiners
    .map((examiner) => ({
      examiner,
      own,
      elsewhere: others
        .map(roomOf)
        .filter((room) => room !== null)
        .filter((room) => room.examiners.includes(examiner))
        .filter(({ slot: { startsAt, endsAt } }) => startsAt < own.slot.endsAt && endsAt > own.slot.startsAt),
      events: [
        moved.at(-1) ?? last(reading, 'SessionPlanned'),
        all(reading, 'ExaminerAdded').findLast(({ data }) => data.examiner === examiner),
      ].flatMap((found) => found?.revision ?? []),
    }))
    .filter(({ elsewhere }) => elsewhere.length > 0);
}

const examinerInTwoSessions: Look = (table) =>
  inTwoRooms(table).flatMap(({ examiner, elsewhere, events }) =>
    elsewhere.map(({ name, slot: { startsAt, endsAt } }) =>
      ofTheSession(events, examiner, name, hour(table.reading, startsAt), hour(table.reading, endsAt)),
    ),
  );

const overTheCapAtOnce: Look = (table) => {
  const most = policyOf(table.reading).candidatesPerExaminer;
  return inTwoRooms(table).flatMap(({ examiner, own, elsewhere, events }) => {
    const rooms = [own, ...elsewhere];
    const moments = rooms
      .map(({ slot: { startsAt } }) => startsAt)
      .filter((at) => at >= own.slot.startsAt)
      .map((at) => {
        const now = rooms.filter(({ slot: { startsAt, endsAt } }) => startsAt <= at && endsAt > at);
        const left = now.map(({ candidates, examiners }) => Math.max(0, candidates - most * (examiners.length - 1)));
        return { at, now, candidates: left.reduce((sum, one) => sum + one, 0) };
      });
    const worst = Math.max(...moments.map(({ candidates }) => candidates));
    const when = Math.min(...moments.filter(({ candidates }) => candidates === worst).map(({ at }) => at));
    const now = moments.find(({ at }) => at === when)?.now ?? [];
    if (worst <= most || now.length < 2) return [];
    const names = now.map(({ name }) => name).join(', ');
    return [ofTheSession(events, examiner, `${worst}`, `${most}`, hour(table.reading, when), names)];
  });
};

/** What can be the matter with those in charge. */
export const CHARGE: Readonly<Record<string, Look>> = {
  'over-the-cap': overTheCap,
  'examiner-in-two-sessions': examinerInTwoSessions,
  'over-the-cap-at-once': overTheCapAtOnce,
};
