/** How a server is named: a connection string of EventStoreDB. */
const SERVER = /^esdb(?:\+discover)?:\/\//;

/** Whether this names a server, and not a file. */
export const isServer = (db: string): boolean => SERVER.test(db);

/**
 * The name to which is added what a file beside a register is: the register's own file, or, for a server, its first
 * host and port, in the working folder.
 */
export function besides(db: string): string {
  if (!isServer(db)) return db;
  const [hosts = ''] = db.replace(SERVER, '').replace(/^.*@/, '').split(/[/?]/);
  const [first = ''] = hosts.split(',');
  return `emargement-${first.replace(/[^A-Za-z0-9.-]+/g, '-')}`;
}

/** The same text without the credentials of any connection string in it. */
export const withoutCredentials = (text: string): string =>
  text.replace(/(esdb(?:\+discover)?:\/\/)[^\s"«»]*@/g, '$1…@');
