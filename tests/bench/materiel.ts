import { readOds, writeOds } from 'hucre/ods';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { readSheets, readWorkbook, type SpreadsheetFormat } from '../../src/adapters/spreadsheet/index.ts';
import type { Layout } from '../../src/adapters/spreadsheet/materiel/layout.ts';
import { filledTab } from '../../src/adapters/spreadsheet/materiel/sheetTab.ts';
import { writeLayout } from '../../src/adapters/spreadsheet/materiel/write.ts';
import { identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import type { Command, CommandType } from '../../src/domain/commands/catalogue.ts';
import type { AttendanceSheet } from '../../src/projections/sheet/attendanceSheet.ts';
import { codeOf, HALF_PAST_EIGHT, issue, must, opened, plan, say } from '../support/asked.ts';
import { median, type Verdict } from './ratio.ts';

const SESSIONS = 50;
const CANDIDATES = 20;

const ROUNDS = 24;
/** Rounds before the engine has compiled what it runs. */
const WARM_UP = 6;

/** The sheet of a full room, after the test. */
async function fullRoom(): Promise<AttendanceSheet> {
  const { register, clock } = opened(openMemoryStore());
  const tell = async <T extends CommandType>(type: T, data: Command<T>['data']) =>
    void (await must(register.handle(say('s', type, data))));
  await must(register.handle(plan('s')));
  await must(register.handle(issue('s')));
  for (let n = 0; n < CANDIDATES; n++) {
    const identifier = { kind: 'ine', value: `0123456${100 + n}A` } as const;
    const email = `candidat.${n}@lycee.example`;
    await tell('RegisterCandidate', { identity: identityOf(n), email, identifier, extraTime: '1/3' });
  }
  clock.goTo(HALF_PAST_EIGHT);
  await tell('GiveAccessCode', { accessCode: String(await codeOf(register, 's')) });
  for (let candidate = 1; candidate <= CANDIDATES; candidate++) {
    await tell('RecordSignature', { candidate, signature: 'seen' });
    await tell('RecordCertificationNumber', { candidate, certificationNumber: String(410_200 + candidate) });
    await tell('RecordEndScreen', { candidate });
    await tell('AddComment', { candidate, text: `Signalement épreuve n° ${candidate}` });
  }
  return register.sheet('s');
}

/** Many sheets, one tab for each. */
const laidOut = (sheet: AttendanceSheet): Layout => ({
  title: 'Feuilles',
  tabs: Array.from({ length: SESSIONS }, (_, n) => filledTab(sheet, `Session ${n}`)),
});

/** The same cells, with nothing but what they say. */
const bare = ({ tabs }: Layout) =>
  tabs.map(({ name, rows }) => ({
    name,
    rows: rows.map(({ cells }) =>
      cells.map(({ cell }) => {
        if (cell.kind === 'date') return new Date(cell.date);
        if (cell.kind === 'empty') return null;
        return cell.kind === 'text' ? cell.text : cell.value;
      }),
    ),
  }));

const OTHERS = {
  ods: { write: writeOds, read: readOds },
  xlsx: { write: writeXlsx, read: readXlsx },
} as const;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function verdictFor(format: SpreadsheetFormat, sheet: AttendanceSheet): Promise<Verdict> {
  const { write, read } = OTHERS[format];
  const sheets = bare(laidOut(sheet));
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const theirs = await timed(async () => read(await write({ sheets })));
    const ours = await timed(async () => {
      const bytes = await writeLayout(laidOut(sheet), { format });
      const reading = readWorkbook(bytes, { file: 'feuilles' });
      const found = reading.kind === 'read' ? readSheets(reading.workbook) : null;
      if (found?.sheets.length !== SESSIONS || found.faults.length > 0) throw new Error('not read back');
    });
    ratios.push(ours / theirs);
  }
  const what = `${SESSIONS} sheets of ${CANDIDATES} written and read as .${format}, against bare cells by a library`;
  return { what, ratio: median(ratios.slice(WARM_UP)), limit: { kind: 'at-most', value: 3 } };
}

/** What it costs to write the sheets of many sessions, and to read them back as sheets. */
export async function materielVerdicts(): Promise<readonly Verdict[]> {
  const sheet = await fullRoom();
  return [await verdictFor('ods', sheet), await verdictFor('xlsx', sheet)];
}
