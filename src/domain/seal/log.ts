/** What stands for a whole record, up to so many events: the root of the tree of RFC 6962, section 2.1, over its heads. */
export interface LogRoot {
  /** How many events of the store's global order, from the first one. */
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly root: string;
}
