import type { LawName, Subject } from '../../../../src/adapters/testing/laws/index.ts';

/** Something that is wrong on purpose, and the law that must find it. */
export interface Fault {
  readonly subject: Subject;
  readonly killedBy: LawName;
  /** What the verdict says of it, in part: so that it is killed for what is wrong, and for nothing else. */
  readonly says: RegExp;
}
