import { cellMessages } from './cellMessages.ts';
import { fileMessages } from './fileMessages.ts';
import { type Bilingual, type Column, type Finding, inReadingOrder } from './finding.ts';
import { LIMITS } from './limits.ts';
import { noticeMessages } from './noticeMessages.ts';
import { peopleMessages } from './peopleMessages.ts';

const faultMessages = { ...fileMessages, ...cellMessages, ...peopleMessages };

/** The rules that a Navette can break. */
export type FaultCode = keyof typeof faultMessages;

/** What the reader says without refusing anything. */
export type NoticeCode = keyof typeof noticeMessages;

/** A place of the file that cannot be planned as it is. */
export type NavetteFault = Finding<FaultCode>;

/** A place of the file that deserves a look. */
export type NavetteNotice = Finding<NoticeCode>;

/** Where something was found, and the cell as written. */
export interface Place {
  readonly line: number;
  readonly column?: Column | undefined;
  readonly value?: string;
  /** What the sentence quotes: a line, a heading, a zone; never a name. */
  readonly detail?: string;
}

/** Whether a rule of the domain has a sentence here. */
export const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(faultMessages, code);

/** Everything found in one file while it is read. */
export function openReport(file: string) {
  const faults: NavetteFault[] = [];
  const notices: NavetteNotice[] = [];
  const told = new Set<string>();
  const faultyCells = new Map<number, Set<number | null>>();

  const finding = <Code extends string>(
    code: Code,
    messages: Record<Code, (detail: string) => Bilingual>,
    { line, column, value = '', detail = '' }: Place,
  ): Finding<Code> => ({
    code,
    file,
    line,
    column: column?.heading ?? null,
    columnNumber: column?.number ?? null,
    value: value.slice(0, LIMITS.cell),
    personal: value !== '' && column?.personal === true,
    ...messages[code](detail),
  });

  const isNew = (parts: readonly unknown[]): boolean => {
    const size = told.size;
    return told.add(JSON.stringify(parts)).size > size;
  };

  return {
    /** Notes a fault; the same words on the same cell are told once. */
    fault(code: FaultCode, place: Place): void {
      const found = finding(code, faultMessages, place);
      if (isNew([code, found.line, found.columnNumber, found.en])) faults.push(found);
      const cells = faultyCells.get(place.line) ?? new Set();
      faultyCells.set(place.line, cells.add(found.columnNumber));
    },
    /** Notes a notice; the same value in the same column is told once, where it stands first. */
    notice(code: NoticeCode, place: Place): void {
      const found = finding(code, noticeMessages, place);
      if (isNew([code, found.columnNumber, found.value, found.en])) notices.push(found);
    },
    /** Whether a line has a fault. */
    isLineFaulty: (line: number): boolean => faultyCells.has(line),
    /** Whether a cell has a fault. */
    isCellFaulty: (line: number, column: Column): boolean => faultyCells.get(line)?.has(column.number) ?? false,
    /** All that was found, in reading order. */
    close: () => ({ faults: faults.toSorted(inReadingOrder), notices: notices.toSorted(inReadingOrder) }),
  };
}

/** A report that is being written. */
export type Report = ReturnType<typeof openReport>;
