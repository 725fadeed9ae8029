/** What an object literal calls the texts that people read. */
const TEXTS: readonly string[] = ['text', 'en', 'fr', 'label'];

/** A place in the syntax tree, as far as it is looked at here. */
interface Place {
  readonly node: { readonly type: string; readonly key?: { readonly name?: string } };
}

const isText = ({ node: { type, key } }: Place): boolean =>
  type === 'ObjectProperty' && key?.name !== undefined && TEXTS.includes(key.name);

/** Leaves out the texts that people read: a mutated sentence says nothing about the rules. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'texts',
    value: { shouldIgnore: (path: Place) => (isText(path) ? 'a text that people read' : undefined) },
  },
];
