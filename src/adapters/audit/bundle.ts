import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import type { PageParts } from './parts.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What a page's script may not hold, since the page would end it there: written so that it says the same. */
const harmless = (script: string): string => script.replace(/<(?=\/script|!--)/gi, '\\x3C');

/** The package says that no module of it does anything by being imported. One of the page's does. */
const doing = {
  name: 'doing',
  transform: {
    filter: { id: /\/jitless\.ts$/ },
    handler: (code: string) => ({ code, moduleSideEffects: true }),
  },
};

/** Bundles the script and the styles of the page for browsers. Whatever only Node has is taken from elsewhere. */
export async function bundle(): Promise<PageParts> {
  const built = await build({
    root: here('./page'),
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: 'temporal-polyfill', replacement: here('./page/temporal.ts') },
        { find: /^(?:.*\/)?crypto\/node\.ts$/, replacement: here('../crypto/browser.ts') },
      ],
    },
    plugins: [doing],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      lib: { entry: here('./page/main.tsx'), formats: ['iife'], name: 'audit', cssFileName: 'page' },
    },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as readonly Rolldown.RolldownOutput[];
  const files = output?.output ?? [];
  const script = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n');
  const style = files.flatMap((file) => (file.type === 'asset' ? [String(file.source)] : [])).join('\n');
  return { script: harmless(script), style };
}
