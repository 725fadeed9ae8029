import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../src/adapters/audit/bundle.ts';
import { AuditPageError, auditPage } from '../../src/adapters/audit/index.ts';
import { pageOf } from '../../src/adapters/audit/page.ts';
import { builtParts, type PageParts } from '../../src/adapters/audit/parts.ts';
import { bytesOf } from '../evidence/support/files.ts';
import { evidenceOf, long } from './support/session.ts';

const written = async (pieces: AsyncIterable<string>): Promise<string> => {
  let html = '';
  for await (const piece of pieces) html += piece;
  return html;
};

describe('the page of a session', () => {
  let parts: PageParts;

  beforeAll(async () => {
    parts = await bundle();
  }, 120_000);

  test('is smaller than a megabyte for a thousand events', async () => {
    const story = long(1000);
    expect(story.events.length).toBe(1000);
    const html = await written(pageOf(bytesOf(await evidenceOf(story)), parts));
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
  });

  test('holds one script and one sheet of styles, which its policy names by their digests', async () => {
    const html = await written(pageOf(bytesOf([]), parts));
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none';/,
    );
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/script/g)).toHaveLength(1);
    expect(html.match(/<style/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(?:link|img|iframe|base|form)\b[^>]*>/);
  });

  test('asks for nothing that only Node has, and makes no code from text', () => {
    expect(parts.script).not.toMatch(/\bnode:|__vite-browser-external|\brequire\(|\beval\(/);
  });

  test('is written by what was built beside the library', async () => {
    const built = await builtParts();
    const [html, same] = await Promise.all([
      written(auditPage(bytesOf(['{}\n']))),
      written(pageOf(bytesOf(['{}\n']), built)),
    ]);
    expect(html).toBe(same);
    expect(html).toContain('<pre>\n{}\n</pre>');
  });

  test('cannot be written where nothing was built, and says what builds it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'emargement-audit-'));
    try {
      const missing = await builtParts(pathToFileURL(`${folder}/`)).catch((fault: unknown) => fault);
      expect(missing).toBeInstanceOf(AuditPageError);
      expect(missing).toMatchObject({ code: 'page-not-built', message: expect.stringContaining('npm run prepare') });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
