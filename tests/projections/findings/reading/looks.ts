import { CHARGE } from './charge.ts';
import { FILES } from './files.ts';
import { NUMBERS } from './numbers.ts';
import type { Look } from './record.ts';
import { THE_PAPER } from './thePaper.ts';
import { THE_RECORD } from './theRecord.ts';
import { THE_SHEET } from './theSheet.ts';
import { THE_TEST } from './theTest.ts';

/** What somebody looks for who looks through a record by hand, under the rule that must find it. */
export const LOOKS: Readonly<Record<string, Look>> = {
  ...THE_RECORD,
  ...THE_TEST,
  ...NUMBERS,
  ...CHARGE,
  ...THE_PAPER,
  ...THE_SHEET,
  ...FILES,
};
