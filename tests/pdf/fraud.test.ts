import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraudPdf } from '../../src/adapters/pdf/index.ts';
import { readable } from '../../src/adapters/pdf/readable.ts';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { isErased } from '../../src/domain/values/personal.ts';
import { identityText, shown } from '../../src/projections/french/personal.ts';
import { project } from '../../src/projections/projection.ts';
import { type Pv, pv } from '../../src/projections/pv/pv.ts';
import { morning, morningEvents } from '../projections/morning.ts';
import { holds } from '../support/property.ts';
import { inOne } from './support/expected.ts';
import { canRead, pagesOf, partsOf } from './support/tools.ts';
import { OPTIONS } from './support/views.ts';

/** What stands under the heading of a report's part. */
function under(parts: readonly { tag: string; text: string }[], heading: string): readonly string[] {
  const from = parts.findIndex(({ tag, text }) => tag === 'H2' && text === heading);
  const rest = parts.slice(from + 1);
  const end = rest.findIndex(({ tag, text }) => tag === 'H2' || text.startsWith('Signature'));
  return rest
    .slice(0, end)
    .filter(({ tag }) => tag === 'P' || tag === 'LBody')
    .map(({ text }) => text.trim());
}

const printed = async (view: Pv, candidate?: number): Promise<Uint8Array> => {
  const pdf = await fraudPdf(view, OPTIONS, candidate);
  if (pdf === null) throw new Error('no fraud was reported');
  return pdf;
};

const minutes = project(pv, morningEvents());

describe.skipIf(!canRead)('« En cas de fraude, l’enseignant établit un rapport de fraude »: on paper it', () => {
  test('says the facts, who saw them and what the candidate says, of each report that counts', () =>
    holds(
      fc.asyncProperty(histories({ mistakes: 0 }), async ({ events }) => {
        const view = project(pv, events);
        for (const report of view.frauds) {
          const alone = { ...view, frauds: [report] };
          const parts = partsOf(await printed(alone));
          expect(under(parts, 'Faits')).toEqual([inOne(readable(shown(report.facts)))]);
          const { witnesses, candidateRemarks } = report;
          const seen = isErased(witnesses) ? [shown(witnesses)] : witnesses;
          expect(under(parts, 'Témoins')).toEqual(seen.length === 0 ? ['Néant.'] : seen);
          const said = candidateRemarks === null ? 'Néant.' : inOne(shown(candidateRemarks));
          expect(under(parts, 'Observations du candidat')).toEqual([said]);
          const line = view.lines.find(({ number }) => number === report.candidate);
          const who = line === undefined ? '' : `n° ${report.candidate}, ${identityText(line.identity)}`;
          expect(parts.map(({ text }) => text)).toContain(`Candidat : ${who}`);
        }
        expect((await fraudPdf(view, OPTIONS)) === null).toBe(view.frauds.length === 0);
      }),
      { runs: 12 },
    ));

  test('has room for all who sign, and no access code', async () => {
    const [page = ''] = pagesOf(await printed(minutes));
    for (const who of ['examinateur', 'Signatureducandidat', 'Signaturedestémoins']) expect(page).toContain(who);
    expect(page).not.toContain('BCDF23');
    expect(page).toContain('Constatéele:14mai2019à09:20');
    expect(page).toContain('Rapportéepar:lefevre(examinateur),le14mai2019à09:20,aurang23');
  });

  test('is of one candidate, where one is named', async () => {
    const story = morning();
    story.must({ type: 'ReportFraud', data: { candidate: 1, facts: 'Antisèche.', witnesses: [] } });
    const both = project(pv, story.events);
    expect(pagesOf(await printed(both)).length).toBe(2);
    const [page = '', ...others] = pagesOf(await printed(both, 1));
    expect([others.length, page.includes('Antisèche.'), page.includes('Téléphone')]).toEqual([0, true, false]);
  });
});

test('There is no fraud report of whoever is not reported', async () => {
  expect(await fraudPdf(minutes, OPTIONS, 1)).toBeNull();
  expect(await fraudPdf(pv.initial, OPTIONS)).toBeNull();
});
