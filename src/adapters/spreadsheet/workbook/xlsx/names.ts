/** An element's name without its prefix, which each program chooses for itself. */
export const localName = (written: string): string => written.slice(written.indexOf(':') + 1);

/** What a part of the archive points to: its identity there, what it is, and the path of the other. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

/** The path of a target, seen from the folder of the part that names it. */
export function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = folder === '' ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The folder of a part. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The part in which a part's relations stand. */
export const relationsPath = (path: string): string =>
  `${folderOf(path)}/_rels/${path.slice(path.lastIndexOf('/') + 1)}.rels`.replace(/^\//, '');
