/**
 * Documents for paper, as PDF in A4: the copies of the attendance sheet, the sheet that is filled in, the PV, and fraud
 * reports. Wants the optional peers `pdfkit`, `uqr` and `dejavu-fonts-ttf`.
 *
 * At the foot of every page stands the head of the record in its short form, and again as a QR code: whoever holds the
 * paper can have the record verified against it years later. Text is text, in embedded fonts; headings, lists and tables
 * are tagged for assistive readers; the same input gives the same bytes.
 *
 * @example
 * ```ts
 * import { writeFile } from 'node:fs/promises';
 * import { sheetPdf } from 'emargement/pdf';
 * import { printView } from 'emargement/projections';
 * import { inclusionOf } from 'emargement/sealed';
 *
 * const view = printView(await register.sheet('b204-14-mai'), 'copyToSign');
 * const inclusion = await inclusionOf(store, 'session-b204-14-mai');
 * await writeFile('b204.pdf', await sheetPdf(view, { head: inclusion?.head ?? null, at: Date.now() }));
 * ```
 *
 * @module
 */
export { fraudPdf } from './fraudPdf.ts';
export type { PrintOptions } from './options.ts';
export { pvPdf } from './pvPdf.ts';
export { sheetPdf } from './sheetPdf.ts';
