import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWithoutBrowser, type Opened, placeOf, Reader, STARTING } from './support/browser.ts';
import { disputed, evidenceOf, HOSTILE } from './support/session.ts';

describe.skipIf(isWithoutBrowser)('a jury that opens the page', () => {
  const story = disputed();
  const last = story.events.length;
  const placeOfType = (type: string): number => story.events.findIndex((event) => event.type === type) + 1;
  let reader: Reader;
  let lines: readonly string[];
  let opened: Opened;

  beforeAll(async () => {
    reader = new Reader();
    lines = await evidenceOf(story);
    opened = await reader.open(lines);
  }, STARTING);

  afterAll(() => reader.close());

  const go = (place: number): Promise<void> => opened.page.locator('#slider').fill(String(place));

  test('steps through the states by keyboard, with the arrows, Home and End', async () => {
    const { page } = opened;
    await page.locator('h1').click();
    expect(await placeOf(page)).toBe(last);
    for (const [key, place] of [
      ['Home', 0],
      ['ArrowRight', 1],
      ['ArrowRight', 2],
      ['ArrowLeft', 1],
      ['End', last],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => placeOf(page)).toBe(place);
    }
    await page.keyboard.press('Home');
    await expect.poll(() => page.locator('.now').textContent()).toContain('Avant le premier événement');
  });

  test('slides to an event, and sees the sheet and the PV as they were then', async () => {
    const { page } = opened;
    await go(placeOfType('CertificationNumberRecorded'));
    const now = page.locator('.now');
    await expect.poll(() => now.textContent()).toContain('en cours');
    expect(await now.getAttribute('aria-live')).toBe('polite');
    expect(await page.locator('#feuille tbody tr').count()).toBe(3);
    expect(await page.locator('#feuille mark').allTextContents()).toContain('100001');
    expect(await page.locator('#pv').textContent()).toContain('Session non close.');
    await go(last);
    await expect.poll(() => page.locator('#pv').textContent()).toContain('session close');
  });

  test('goes through the history by its list, in the order of the record and in that of the room', async () => {
    const { page } = opened;
    const list = page.getByRole('listbox', { name: 'Événements' });
    const fraud = placeOfType('FraudReported');
    await page.getByLabel('des faits').check();
    await go(fraud);
    await expect.poll(() => list.getAttribute('aria-activedescendant')).toBe(`event-${fraud}`);
    await list.press('ArrowUp');
    // In the room, the comment at 9:04 came before the fraud at 9:30, which was typed in after the close.
    await expect.poll(() => placeOf(page)).toBe(placeOfType('CommentAdded'));
    await page.getByLabel('d’enregistrement').check();
    await go(fraud);
    await expect.poll(() => list.getAttribute('aria-activedescendant')).toBe(`event-${fraud}`);
    await list.press('ArrowUp');
    await expect.poll(() => placeOf(page)).toBe(fraud - 1);
    await list.getByRole('option').filter({ hasText: 'rapport de fraude' }).click();
    await expect.poll(() => placeOf(page)).toBe(fraud);
  });

  test('asks what was known at an instant, and what had happened by then', async () => {
    const { page } = opened;
    const known = page.getByLabel('Que savait-on à cet instant ?');
    const happened = page.getByLabel('Qu’était-il arrivé à cet instant ?');
    await known.fill('2019-05-14T09:45:00');
    await known.press('Enter');
    await expect.poll(() => page.locator('.now-title').textContent()).toBe('Ce que l’on savait le 14/05/2019 09:45:00');
    expect(await page.locator('#pv').textContent()).not.toContain('rapport de fraude');
    await happened.fill('2019-05-14T09:45:00');
    await happened.press('Enter');
    await expect.poll(() => page.locator('.now-title').textContent()).toContain('Ce qui était arrivé dans la salle');
    expect(await page.locator('#pv mark').allTextContents()).toContainEqual(
      expect.stringContaining('rapport de fraude'),
    );
    await happened.fill('2019-03-31T02:30:00');
    await happened.press('Enter');
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('n’existe pas sur l’horloge de la salle');
  });

  test('compares two submissions, and reads who changed what, when and why', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'De la transmission 1 à la 2' }).click();
    const changed = page.locator('#comparaison tr').filter({ hasText: 'Numéro de certification' }).first();
    await expect.poll(() => changed.textContent()).toContain('100137');
    const text = await changed.textContent();
    for (const part of ['100002', 'lefevre (examinateur)', 'survenu le 14/05/2019', 'motif : Mal lu sur l’écran']) {
      expect(text).toContain(part);
    }
    await changed.getByRole('button').click();
    await expect.poll(() => placeOf(page)).toBe(placeOfType('CertificationNumberCorrected'));
  });

  test('filters the findings by how grave they are, and goes to the events that they rest on', async () => {
    const { page } = opened;
    const grave = page.locator('.finding-serious');
    const late = page.locator('.finding').filter({ hasText: 'après coup' }).first();
    await expect.poll(() => late.count()).toBe(1);
    const before = await page.locator('.finding').count();
    const serious = await grave.count();
    await page.getByLabel(/à noter/).uncheck();
    await page.getByLabel(/douteux/).uncheck();
    await expect.poll(() => page.locator('.finding').count()).toBe(serious);
    expect(serious).toBeLessThan(before);
    await page.getByLabel(/à noter/).check();
    await page.getByLabel(/douteux/).check();
    await late.getByRole('button').first().click();
    await expect.poll(() => placeOf(page)).toBe(placeOfType('FraudReported'));
  });

  test('sees what each candidate had left, drawn and written', async () => {
    const { page } = opened;
    await go(placeOfType('TestInterrupted'));
    // At 9:00, half an hour after the start: 1 h 15 of 1 h 45, and 1 h 50 of 2 h 20.
    await expect.poll(() => page.locator('.clocks .time').allTextContents()).toEqual(['1 h 15', '1 h 50', '1 h 15']);
    expect(await page.locator('.clocks svg').nth(1).getAttribute('aria-label')).toContain('reste 1 h 50 sur 2 h 20');
  });

  test('reads what could be recorded, and why the rest could not', async () => {
    const { page } = opened;
    await go(placeOfType('AccessCodeGiven') - 1);
    const refused = page.locator('#permis li').filter({ hasText: 'Session close' }).first();
    await refused.locator('summary').click();
    await expect
      .poll(() => refused.textContent())
      .toContain('Dans l’état « code attribué », ceci ne peut être enregistré');
  });

  test('sees hostile text for what it is', async () => {
    const { page } = opened;
    await go(placeOfType('CommentAdded'));
    const shown = HOSTILE.replace('\u202E', '<U+202E>').replace('\u202C', '<U+202C>');
    await expect.poll(() => page.locator('.now-sentence').textContent()).toContain(shown);
    expect(await page.locator('#page script, #page img, #page b[onclick]').count()).toBe(0);
  });

  test('has everything on paper: the whole history, and nothing that only a screen can do', async () => {
    const { page } = opened;
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('#historique tbody tr').count()).toBe(last);
    expect(await page.locator('.player').isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(() => page.getByRole('listbox').count()).toBe(1);
  });

  test('hears no complaint from the browser, and nothing leaves the page', () => {
    expect(opened.said).toEqual([]);
    expect(opened.requests).toEqual([]);
  });
});
