import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWithoutBrowser, Reader } from './support/browser.ts';
import { disputed, evidenceOf, long } from './support/session.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SCREENS = [
  { name: 'on a desk', width: 1280, height: 900, colorScheme: 'light' },
  { name: 'on a desk, in the dark', width: 1280, height: 900, colorScheme: 'dark' },
  { name: 'on a telephone', width: 390, height: 844, colorScheme: 'light' },
] as const;

describe.skipIf(isWithoutBrowser)('the page', () => {
  let reader: Reader;

  beforeAll(() => {
    reader = new Reader();
  });

  afterAll(() => reader.close());

  test.each(SCREENS)('can be read by everyone $name', async (screen) => {
    const { page } = await reader.open(await evidenceOf(disputed()), screen);
    await page.getByRole('button', { name: 'Depuis la clôture' }).click();
    await page.locator('#comparaison table').waitFor();
    await page.locator('#permis summary').first().click();
    await page.evaluate(AXE);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
    const headings = await page
      .locator('h1, h2, h3')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    expect(headings.filter((level) => level === 1)).toHaveLength(1);
    expect(headings.every((level, at) => level <= (headings[at - 1] ?? 0) + 1)).toBe(true);
    await page.close();
  });

  test('is never wider than a telephone, and what is scrolls by itself, by keyboard too', async () => {
    const { page } = await reader.open(await evidenceOf(disputed()), { width: 390, height: 844 });
    const [whole, seen] = (await page.evaluate(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    )) as number[];
    expect(whole).toBe(seen);
    const sheet = page.getByRole('region', { name: 'Feuille d’émargement' }).last();
    await sheet.focus();
    await sheet.press('ArrowRight');
    await expect.poll(() => sheet.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
    await page.close();
  });

  test('of a thousand events draws no more of the list than is in sight, wherever it stands', async () => {
    const { page, said } = await reader.open(await evidenceOf(long(1000)));
    for (const place of [1000, 3, 500, 999]) {
      await page.locator('#slider').fill(String(place));
      await expect.poll(() => page.locator('.event.chosen').getAttribute('id')).toBe(`event-${place}`);
      expect(await page.locator('.event').count()).toBeLessThan(40);
    }
    expect(said).toEqual([]);
    await page.close();
  });
});
