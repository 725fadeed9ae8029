import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pvPdf } from '../../src/adapters/pdf/index.ts';
import { readable } from '../../src/adapters/pdf/readable.ts';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { wallOf } from '../../src/projections/french/wall.ts';
import { project } from '../../src/projections/projection.ts';
import { ATTENDANCE_TITLES, attendanceRow } from '../../src/projections/pv/attendanceTable.ts';
import { pv } from '../../src/projections/pv/pv.ts';
import { courseSection, recordSections } from '../../src/projections/pv/sections.ts';
import { morningEvents } from '../projections/morning.ts';
import { holds } from '../support/property.ts';
import { footOf, inOne } from './support/expected.ts';
import { canRead, pagesOf, partsOf, rowsOf } from './support/tools.ts';
import { OPTIONS } from './support/views.ts';

const shown = (text: string): string => inOne(readable(text));

describe.skipIf(!canRead)('the PV on paper', () => {
  test('says all that its text says: every section, every item, everybody’s attendance', () =>
    holds(
      fc.asyncProperty(histories({ mistakes: 0 }), async ({ events }) => {
        const view = project(pv, events);
        const pdf = await pvPdf(view, OPTIONS);
        const parts = partsOf(pdf);
        const texts = (tag: string) => parts.filter((part) => part.tag === tag).map(({ text }) => text.trim());
        const sections = [courseSection(view), ...recordSections(view)];
        expect(texts('H2').toSorted()).toEqual(['Présence', ...sections.map(({ title }) => title)].toSorted());
        expect(texts('LBody')).toEqual(sections.flatMap(({ items }) => items.map(shown)));
        const empty = sections.filter(({ items }) => items.length === 0).length;
        expect(texts('P').filter((text) => text === 'Néant.').length).toBe(empty);
        expect(rowsOf(pdf)).toEqual([
          ATTENDANCE_TITLES,
          ...view.lines.map((line) => attendanceRow(line, wallOf(view.header)).map(shown)),
        ]);
      }),
      { runs: 6 },
    ));

  test('has « page n/N » at the foot of each page', async () => {
    const pages = pagesOf(await pvPdf(project(pv, morningEvents()), OPTIONS));
    expect(pages.length).toBe(2);
    for (const [place, page] of pages.entries()) {
      expect(page.endsWith(footOf('Procès-verbal de session', place + 1, pages.length, OPTIONS))).toBe(true);
    }
  });
});
