import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CENTRE, STRANGER } from '../evidence/support/files.ts';
import { isWithoutBrowser, type Opened, outcomeOf, Reader, STARTING } from './support/browser.ts';
import { disputed, evidenceOf } from './support/session.ts';

const pem = ({ trusted }: typeof CENTRE): string => String(trusted.key.export({ type: 'spki', format: 'pem' }));

describe.skipIf(isWithoutBrowser)('a jury that does not take the page at its word', () => {
  let reader: Reader;
  let lines: readonly string[];
  let opened: Opened;

  beforeAll(async () => {
    reader = new Reader();
    lines = await evidenceOf(disputed());
    opened = await reader.open(lines);
  }, STARTING);

  afterAll(() => reader.close());

  test('verifies the file, its signature too with a key from elsewhere', async () => {
    const { page } = opened;
    for (const check of ['schema', 'chain', 'lifecycle', 'personal'])
      expect(await outcomeOf(page, check)).toBe('holds');
    expect(await outcomeOf(page, 'signature')).toBe('notChecked');
    const head = String(await page.locator('output.head').textContent());
    await page.getByLabel(/Clé publique/).fill(pem(CENTRE));
    await page.getByLabel(/Empreinte imprimée/).fill(head.toLowerCase());
    await page.getByRole('button', { name: 'Vérifier' }).click();
    await expect.poll(() => outcomeOf(page, 'signature')).toBe('holds');
    for (const check of ['head', 'inclusion', 'root']) expect(await outcomeOf(page, check)).toBe('holds');
    expect(await page.locator('.standing').textContent()).toBe('En ordre, signé par la clé donnée');
    await page.getByLabel(/Clé publique/).fill(JSON.stringify(STRANGER.trusted.key.export({ format: 'jwk' })));
    await page.getByRole('button', { name: 'Vérifier' }).click();
    await expect.poll(() => outcomeOf(page, 'signature')).toBe('fails');
    await page.getByLabel(/Clé publique/).fill('clé');
    await page.getByRole('button', { name: 'Vérifier' }).click();
    await expect
      .poll(() => page.locator('#verification .wrong').allTextContents())
      .toContainEqual(expect.stringContaining('Cette clé ne peut être lue'));
  });

  test('is told to compare the printed head, since a page cannot vouch for itself', async () => {
    const text = await opened.page.locator('#verification').textContent();
    expect(text).toContain('Cette page ne peut répondre d’elle-même');
    expect(text).toMatch(/session-session-1@\d+ [0-9A-Z]{4}(-[0-9A-Z]{4}){6}/);
  });

  test('sees that the file was tampered with in the page', async () => {
    const tampered = await reader.open(lines, {
      tamper: (html) => html.replace('"signature":"seen"', '"signature":"forgotten"'),
    });
    expect(await outcomeOf(tampered.page, 'chain')).toBe('fails');
    expect(await tampered.page.locator('.standing').textContent()).toBe('Ce dossier n’est pas en ordre');
    await tampered.page.getByLabel(/Clé publique/).fill(pem(CENTRE));
    await tampered.page.getByRole('button', { name: 'Vérifier' }).click();
    await expect.poll(() => outcomeOf(tampered.page, 'signature')).toBe('fails');
    expect(tampered.said).toEqual([]);
    await tampered.page.close();
  });

  test.each([
    ['with a line that is no event', (all: readonly string[]) => all.with(5, '{"id":1}\n').join('')],
    ['that was cut off', (all: readonly string[]) => all.slice(0, 8).join('')],
    ['with bytes that are no text', (all: readonly string[]) => `${all.slice(0, 6).join('')}\xFF\0\r\n`],
    ['that holds nothing', () => ''],
  ])('opens a file %s, and is told so', async (_, damaged) => {
    const { page, said } = await reader.open(Buffer.from(damaged(lines), 'latin1'));
    expect(await page.locator('.standing').textContent()).toBe('Ce dossier n’est pas en ordre');
    expect(await page.locator('.faults').count()).toBe(1);
    expect(said).toEqual([]);
    await page.close();
  });
});
