import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGES } from './pages.ts';
import { pagePath } from './sources.ts';

test.each(Object.entries(PAGES))('%s says what the code says: else run `npm run docs`', async (path, page) => {
  expect(readFileSync(pagePath(path), 'utf8')).toBe(await page());
});
