import type { z } from 'zod';
import type { Row } from './csv.ts';
import type { KnownColumn } from './headingRow.ts';
import { type FaultCode, isFaultCode } from './report.ts';
import { faultIn, type Sheet } from './sheet.ts';

/** What zod says of a value: the parts that are used here. */
type Issue = Pick<z.core.$ZodIssue, 'code' | 'message' | 'path'> & { readonly maximum?: unknown };

/** The fault for an issue: rules of the domain bear their own names, and only a length has none. */
export function faultOf({ code, message, maximum }: Issue): { code: FaultCode; detail: string } {
  if (code === 'too_big') return { code: 'text-too-long', detail: String(maximum) };
  return isFaultCode(message) ? { code: message, detail: '' } : { code: 'cell-refused', detail: message };
}

/**
 * Reports what the domain refuses, in the cells that it comes from.
 *
 * @param columnFor the column of a property of the value
 */
export function refuse(
  sheet: Sheet,
  row: Row,
  issues: readonly Issue[],
  columnFor: (property: string) => KnownColumn | undefined,
): void {
  for (const issue of issues) {
    const { code, detail } = faultOf(issue);
    faultIn(sheet, row, columnFor(String(issue.path[0])), code, detail);
  }
}
