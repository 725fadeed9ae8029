import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditOf } from '../../src/adapters/audit/page/model/audit.ts';
import { ask, firstChoice, formerOf, goTo, momentOf } from '../../src/adapters/audit/page/model/choice.ts';
import { clocksShown } from '../../src/adapters/audit/page/model/clocks.ts';
import { changesAlone, compared } from '../../src/adapters/audit/page/model/compared.ts';
import { pvShown } from '../../src/adapters/audit/page/model/pv.ts';
import { changedCells, SHEET_COLUMNS, sheetRows } from '../../src/adapters/audit/page/model/sheet.ts';
import { evidenceHistory } from '../../src/adapters/evidence/index.ts';
import { newEvent } from '../../src/adapters/testing/store/newEvent.ts';
import { deadlines } from '../../src/domain/deadlines.ts';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { replay } from '../../src/domain/machine/replay.ts';
import { sheetField } from '../../src/domain/values/policy.ts';
import { openMemoryStore, openRegister } from '../../src/index.ts';
import type { Change } from '../../src/projections/comparison/change.ts';
import { changesBetween } from '../../src/projections/comparison/changesBetween.ts';
import { duration } from '../../src/projections/french/lengths.ts';
import { project } from '../../src/projections/projection.ts';
import { type Pv, pv } from '../../src/projections/pv/pv.ts';
import { pvText } from '../../src/projections/pv/text.ts';
import { cellOf } from '../../src/projections/sheet/cells.ts';
import { COLUMNS } from '../../src/projections/sheet/columns.ts';
import { sheetText } from '../../src/projections/sheet/text.ts';
import { visible } from '../../src/projections/terminal/visible.ts';
import { timeline } from '../../src/projections/timeline/timeline.ts';
import { bytesOf, fileOf } from '../evidence/support/files.ts';
import { recorded, STREAM, sessions } from '../evidence/support/record.ts';
import { holds } from '../support/property.ts';

/** What the page reads of a session, and a register that holds the same. */
async function bothOf(events: Parameters<typeof recorded>[0]) {
  const store = openMemoryStore();
  await store.append(STREAM, 'none', events);
  const audit = auditOf(await evidenceHistory(bytesOf(await fileOf(recorded(events)))));
  return { audit, register: openRegister(store) };
}

const SESSION = STREAM.replace('session-', '');

/** A PV on which nothing stands but comments on the session, all of the same minute. */
const pvOf = (comments: readonly string[]): Pv =>
  project(
    pv,
    comments.map((text, index) => ({
      ...newEvent({ type: 'SessionCommentAdded', data: { text } }),
      ...{ stream: STREAM, revision: index + 1, previousHash: null },
    })) as SessionEvent[],
  );

describe('what the page shows of a session', () => {
  test('is after every event what a register says of it', async () => {
    await holds(
      fc.asyncProperty(sessions(40), async ({ events }) => {
        const { audit, register } = await bothOf(events);
        const { replayer, entries } = audit;
        expect(replayer.size).toBe(events.length);
        const start = firstChoice(replayer);
        const told = (await register.view(timeline, SESSION)).entries;
        for (let place = 0; place <= events.length; place++) {
          const choice = goTo(start, place, replayer);
          const moment = momentOf(choice, replayer);
          const former = formerOf(choice, replayer);
          const upTo = { revision: place };
          const sheet = await register.sheet(SESSION, upTo);
          expect(moment.session).toEqual(replay(await register.history(SESSION, upTo)));
          expect(sheetText(moment.sheet)).toBe(sheetText(sheet));
          expect(pvText(moment.pv)).toBe(pvText(await register.pv(SESSION, upTo)));

          const rows = sheetRows(moment.sheet, former.sheet);
          expect(rows.map(({ number }) => number)).toEqual(sheet.lines.map(({ number }) => number));
          for (const { number, cells } of rows) {
            const line = sheet.lines.find((one) => one.number === number);
            for (const [at, field] of sheetField.options.entries()) {
              expect(SHEET_COLUMNS[at]).toBe(COLUMNS[field]);
              expect(cells[at]?.text).toBe(line === undefined ? null : visible(cellOf(line, field)));
            }
          }

          const clocks = clocksShown(moment);
          const left = deadlines(moment.session.state, moment.at);
          expect(clocks?.clocks.map(({ candidate, remaining }) => [candidate, remaining]) ?? []).toEqual(
            left.map(({ candidate, remainingSeconds: s }) => [candidate, s === 0 ? 'écoulé' : duration(s)]),
          );
          if (place > 0) {
            expect(entries.at(place)).toMatchObject({ place, revision: place, late: told[place - 1]?.entry.late });
            expect(entries.at(place).retractedBy).toBe(told[place - 1]?.retractedBy);
          }
        }
      }),
      { runs: 15 },
    );
  });

  test('is at any instant what was known then, and what had happened by then', async () => {
    await holds(
      fc.asyncProperty(
        sessions(40),
        fc.nat(),
        fc.integer({ min: -3_600_000, max: 3_600_000 }),
        async (history, at, off) => {
          const { events } = history;
          const { audit, register } = await bothOf(events);
          const { replayer } = audit;
          const instant = (events[at % events.length]?.recordedAt ?? 0) + off;
          const known = ask(firstChoice(replayer), 'known', instant, replayer);
          const happened = ask(firstChoice(replayer), 'happened', instant, replayer);
          expect(sheetText(momentOf(known, replayer).sheet)).toBe(
            sheetText(await register.sheet(SESSION, { recordedBy: instant })),
          );
          expect(sheetText(momentOf(happened, replayer).sheet)).toBe(
            sheetText(await register.sheet(SESSION, { happenedBy: instant })),
          );
          expect(known.place).toBe((await register.history(SESSION, { recordedBy: instant })).length);
          expect(sheetText(formerOf(happened, replayer).sheet)).toBe(sheetText(momentOf(known, replayer).sheet));
        },
      ),
      { runs: 30 },
    );
  });

  test('marks a second comment that says the same as the first', () => {
    const once = pvOf(['Bruit']);
    const twice = pvOf(['Bruit', 'Bruit']);
    const comments = (pv: Pv, former: Pv) => pvShown(pv, former).find(({ title }) => title === 'Commentaires');
    expect(comments(twice, once)?.items.map(({ isNew }) => isNew)).toEqual([false, true]);
    expect(comments(once, twice)?.gone).toEqual([comments(once, once)?.items[0]?.text]);
    expect(comments(twice, twice)).toMatchObject({ items: [{ isNew: false }, { isNew: false }], gone: [] });
  });

  test('marks whatever differs from the other moment, and nothing else', async () => {
    await holds(
      fc.asyncProperty(sessions(40), fc.nat(), fc.nat(), async ({ events }, one, other) => {
        const { audit } = await bothOf(events);
        const { replayer } = audit;
        const choice = {
          ...goTo(firstChoice(replayer), one % (events.length + 1), replayer),
          against: other % (events.length + 1),
        };
        const [moment, former] = [momentOf(choice, replayer), formerOf(choice, replayer)];
        const rows = sheetRows(moment.sheet, former.sheet);
        const before = sheetRows(former.sheet, former.sheet);
        for (const { number, title, before: was } of changedCells(rows)) {
          const row = before.find((line) => line.number === number);
          expect(row?.cells[SHEET_COLUMNS.indexOf(title)]?.text).toBe(was);
        }
        for (const { number, isNew, cells } of rows) {
          const row = before.find((line) => line.number === number);
          expect(isNew).toBe(row === undefined);
          for (const [at, cell] of cells.entries()) {
            const was = row?.cells[at]?.text ?? cell.text;
            expect(cell.before).toBe(was === cell.text ? null : was);
          }
        }
        const sections = pvShown(moment.pv, former.pv);
        for (const { title, items, gone } of pvShown(former.pv, moment.pv)) {
          const section = sections.find((here) => here.title === title);
          expect(items.filter(({ isNew }) => isNew).map(({ text }) => text)).toEqual(section?.gone ?? []);
          expect(gone).toEqual(section?.items.filter(({ isNew }) => isNew).map(({ text }) => text));
        }
      }),
      { runs: 40 },
    );
  });

  test('says of two moments what changed, with and without who changed it', async () => {
    const said = ({ document, candidate, field, before, after }: Change): string =>
      JSON.stringify([document, candidate, field, before, after]);
    await holds(
      fc.asyncProperty(sessions(40), fc.nat(), fc.nat(), async ({ events }, one, other) => {
        const { audit } = await bothOf(events);
        const [from, to] = [one % (events.length + 1), other % (events.length + 1)];
        const alone = changesAlone(audit.replayer, from, to).map(said);
        const attributed = changesBetween(audit.replayer.history, from, to);
        expect(alone.toSorted()).toEqual(attributed.map(said).toSorted());
        const shown = compared(audit, from, to);
        expect(shown.changes?.map(({ by }) => by.map(({ revision }) => revision))).toEqual(
          attributed.map(({ by }) => by.map(({ revision }) => revision)),
        );
      }),
      { runs: 20 },
    );
  });
});
