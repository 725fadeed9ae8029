import { writeFileSync } from 'node:fs';
import { PAGES } from './pages.ts';
import { pagePath } from './sources.ts';

for (const [path, page] of Object.entries(PAGES)) writeFileSync(pagePath(path), await page());
