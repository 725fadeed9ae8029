import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from '../../stores/support/folder.ts';

const { CI } = process.env;

const TOOLS = ['pdftotext', 'pdfinfo', 'pdffonts', 'pdftoppm', 'zbarimg'] as const;

type Tool = (typeof TOOLS)[number];

const BOX = /<(page|word) \w+="([\d.-]+)" \w+="([\d.-]+)"(?: \w+="([\d.-]+)" \w+="([\d.-]+)")?/gu;

const missing = TOOLS.filter((tool) => spawnSync(tool, ['-h']).error !== undefined);

/**
 * Whether the machine has what reads a PDF as others do: Debian's poppler-utils and zbar-tools. A test that needs them is
 * skipped without them, but never where CI runs.
 */
export const canRead = missing.length === 0 || CI !== undefined;

if (!canRead) process.stderr.write(`Skipped: tests that read PDFs want ${missing.join(', ')}\n`);

/** Runs a tool on a document. @returns what it wrote */
function told(tool: Tool, args: readonly string[], pdf?: Uint8Array): string {
  const { status, stdout, stderr, error } = spawnSync(tool, args, { input: pdf, maxBuffer: 1 << 28 });
  if (error !== undefined || status !== 0) throw new Error(`${tool}: ${error?.message ?? stderr.toString()}`);
  return stdout.toString();
}

/** A text without its white space, in one Unicode form: where lines end is the paper's own business. */
export const bare = (text: string): string => text.replaceAll(/\s/gu, '').normalize('NFC');

/** What can be selected and copied on each page, in the order in which it is drawn, without white space. */
export const pagesOf = (pdf: Uint8Array): readonly string[] =>
  told('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], pdf).split('\f').slice(0, -1).map(bare);

/** How near to the edges of their page the words of a document come, in points. */
export function marginOf(pdf: Uint8Array): number {
  let nearest = Number.POSITIVE_INFINITY;
  let page: readonly number[] = [];
  const said = told('pdftotext', ['-bbox', '-enc', 'UTF-8', '-', '-'], pdf);
  for (const [line, tag, first = '', second = '', third = '0', fourth = '0'] of said.matchAll(BOX)) {
    const [a, b, c, d] = [first, second, third, fourth].map(Number) as [number, number, number, number];
    if (tag === 'page') page = [a, b];
    else nearest = Math.min(nearest, a, b, Number(page[0]) - c, Number(page[1]) - d);
    if (Number.isNaN(nearest)) throw new Error(`no box: ${line}`);
  }
  return nearest;
}

/** What is said of a document: title, language, pages, tags. */
export const infoOf = (pdf: Uint8Array): string => told('pdfinfo', ['-'], pdf);

/** A line for each font of a document. */
export const fontsOf = (pdf: Uint8Array): readonly string[] => told('pdffonts', ['-'], pdf).trim().split('\n').slice(2);

/** A part of a document as assistive readers are told of it: its tag, and its text. */
export interface Part {
  readonly tag: string;
  readonly text: string;
}

/** The parts of a document that have a text, or are cells of a table, in their order. */
export function partsOf(pdf: Uint8Array): readonly Part[] {
  const parts: { tag: string; text: string }[] = [];
  for (const line of told('pdfinfo', ['-struct-text', '-enc', 'UTF-8', '-'], pdf).split('\n')) {
    const [, text] = /^ *"(.*)"$/u.exec(line) ?? [];
    const [, tag] = /^ *([A-Z][A-Za-z0-9]*)\b/u.exec(line) ?? [];
    const last = parts.at(-1);
    if (text !== undefined && last !== undefined) last.text += text;
    else if (tag !== undefined) parts.push({ tag, text: '' });
  }
  return parts.map(({ tag, text }) => ({ tag, text: text.normalize('NFC') }));
}

/** The rows of a document's tables, each with the texts of its cells; headings are a row as well. */
export function rowsOf(pdf: Uint8Array): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const { tag, text } of partsOf(pdf)) {
    if (tag === 'TR') rows.push([]);
    if (tag === 'TH' || tag === 'TD') rows.at(-1)?.push(text.trim());
  }
  return rows;
}

/** Dots an inch, as on an office printer at its coarsest. */
const DOTS = 200;

/** The corner that a camera is held to, in points. */
const CORNER = { width: 110, height: 90 } as const;

const dots = (points: number): string => String(Math.round((points * DOTS) / 72));

/** What a camera reads in the QR code at the lower right of each page. */
export function codesOf(pdf: Uint8Array): readonly string[] {
  const home = folder();
  writeFileSync(join(home, 'x.pdf'), pdf);
  const [, width = '', height = ''] = /^Page size: +([\d.]+) x ([\d.]+)/m.exec(infoOf(pdf)) ?? [];
  const from = ['-x', dots(Number(width) - CORNER.width), '-y', dots(Number(height) - CORNER.height)];
  const size = ['-W', dots(CORNER.width), '-H', dots(CORNER.height)];
  const look = ['-r', String(DOTS), ...from, ...size, '-gray', '-png'];
  told('pdftoppm', [...look, join(home, 'x.pdf'), join(home, 'page')]);
  const pages = readdirSync(home)
    .filter((name) => name.endsWith('.png'))
    .sort();
  return pages.map((name) => told('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', join(home, name)]).trim());
}
