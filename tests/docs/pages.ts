import { findingsPage } from './findings.ts';
import { lifecyclePage } from './lifecycle.ts';
import { peersPage } from './peers.ts';
import { procedurePage } from './procedure.ts';
import { testKitPage } from './testKit.ts';

/** The pages that are written from code and tests, by their paths. */
export const PAGES: Readonly<Record<string, () => string | Promise<string>>> = {
  'src/domain/README.md': lifecyclePage,
  'src/domain/PROCEDURE.md': procedurePage,
  'src/projections/findings/README.md': findingsPage,
  'src/adapters/testing/README.md': testKitPage,
  'src/adapters/testing/store/README.md': peersPage,
};
