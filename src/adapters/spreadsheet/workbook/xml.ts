import { Unreadable } from '../fault.ts';
import { LIMITS } from '../limits.ts';
import type { Budget } from './budget.ts';

/** The attributes of an element, by their names as written. */
export type Attributes = ReadonlyMap<string, string>;

/** What is done with each part of a document, in its order. Names are as written, prefix included. */
export interface Handlers {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** The attributes of most elements. */
const NONE: Map<string, string> = new Map();

const NAME = /[^\s/>=<"']+/y;
const ATTRIBUTE = /\s+([^\s/>=<"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;

const ENTITY = /&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+)?;?/gi;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Goes through an XML document without keeping it. No entity but the five of XML itself is known, and a document that
 * declares others is refused: nothing can grow.
 *
 * @param part what the document is, for a finding
 * @throws {Unreadable} where it is not well-formed, too deep, or larger than the budget
 */
export function scanXml(xml: string, part: string, budget: Budget, { open, close, text }: Handlers): void {
  const damaged = (): Unreadable => new Unreadable('file-damaged', { detail: part });
  const path: string[] = [];

  const decoded = (raw: string): string => {
    if (!raw.includes('&')) return raw;
    if (raw.length > LIMITS.encoded) throw new Unreadable('file-too-complex', { detail: part });
    return raw.replace(ENTITY, (written, name: string | undefined = '') => {
      const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      const character = name.startsWith('#') && code <= 0x10ffff ? String.fromCodePoint(code) : ENTITIES.get(name);
      if (character === undefined || !written.endsWith(';')) throw damaged();
      budget.spend('elements', 1);
      return character;
    });
  };

  const after = (mark: string, from: number): number => {
    const at = xml.indexOf(mark, from);
    if (at === -1) throw damaged();
    return at + mark.length;
  };

  const matched = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(xml);
  };

  /** Reads an opening tag. @returns where it ends */
  const opening = (start: number): number => {
    const name = matched(NAME, start + 1)?.[0];
    if (name === undefined) throw damaged();
    budget.spend('elements', 1);
    let at = start + 1 + name.length;
    const attributes = xml[at] === '>' ? NONE : new Map<string, string>();
    for (let found = matched(ATTRIBUTE, at); found !== null; found = matched(ATTRIBUTE, at)) {
      budget.spend('elements', 1);
      attributes.set(String(found[1]), decoded(found[2] ?? found[3] ?? ''));
      at = ATTRIBUTE.lastIndex;
    }
    const end = matched(TAG_END, at);
    if (end === null) throw damaged();
    open(name, attributes);
    if (end[1] === '/') close(name);
    else if (path.push(name) > LIMITS.depth) throw damaged();
    return TAG_END.lastIndex;
  };

  /** Reads a closing tag. @returns where it ends */
  const closing = (start: number): number => {
    const end = after('>', start);
    const name = xml.slice(start + 2, end - 1).trimEnd();
    if (path.pop() !== name) throw damaged();
    close(name);
    return end;
  };

  /** Reads whatever begins with a bracket. @returns where it ends */
  const markup = (start: number): number => {
    if (xml.startsWith('</', start)) return closing(start);
    if (xml.startsWith('<?', start)) return after('?>', start);
    if (xml.startsWith('<!--', start)) return after('-->', start + 4);
    if (xml.startsWith('<![CDATA[', start)) {
      const end = after(']]>', start);
      text(xml.slice(start + 9, end - 3));
      return end;
    }
    if (xml.startsWith('<!', start)) throw new Unreadable('file-declares-entities', { detail: part });
    return opening(start);
  };

  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    if (start === -1) break;
    if (start > at) text(decoded(xml.slice(at, start)));
    at = markup(start);
  }
  if (path.length > 0) throw damaged();
}
