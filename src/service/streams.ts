const SESSION = 'session-';
const ACCESS_CODE = 'access-code-';

/** The stream of a session. */
export const sessionStream = (session: string): string => SESSION + session;

/** The session that a stream is of. */
export const sessionOfStream = (stream: string): string => stream.slice(SESSION.length);

/** The stream in which an access code is reserved and released. */
export const accessCodeStream = (accessCode: string): string => ACCESS_CODE + accessCode;

/** Whether a stream is a session's. */
export const isSessionStream = (stream: string): boolean => stream.startsWith(SESSION);
