import { lifecyclePage } from './lifecycle.ts';
import { procedurePage } from './procedure.ts';

/** The pages that are written from code and tests, by their paths. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'src/domain/README.md': lifecyclePage,
  'src/domain/PROCEDURE.md': procedurePage,
};
