import { LIMITS } from '../../limits.ts';
import type { Budget } from '../budget.ts';
import { scanXml } from '../xml.ts';
import { localName } from './names.ts';

/** Characters that XML cannot hold, as Excel writes them: `_x000D_`. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Collects the text of `t` elements, in runs or alone; how a word is pronounced (`rPh`) is none of it. */
export function newRuns() {
  let text = '';
  let isText = false;
  let pronounced = 0;
  return {
    open(name: string): void {
      if (name === 'rPh') pronounced++;
      else if (name === 't' && pronounced === 0) isText = true;
    },
    close(name: string): void {
      if (name === 'rPh') pronounced--;
      else if (name === 't') isText = false;
    },
    text(part: string): void {
      if (isText && text.length < LIMITS.text) text += part;
    },
    written: (): string => unescaped(text).slice(0, LIMITS.text),
  };
}

/** Reads the texts that cells share. */
export function readStrings(xml: string, budget: Budget): readonly string[] {
  const strings: string[] = [];
  let runs = newRuns();
  scanXml(xml, 'sharedStrings.xml', budget, {
    open(written) {
      const name = localName(written);
      if (name === 'si') runs = newRuns();
      else runs.open(name);
    },
    close(written) {
      const name = localName(written);
      if (name === 'si') strings.push(runs.written());
      else runs.close(name);
    },
    text: (text) => runs.text(text),
  });
  return strings;
}
