import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { Expected } from '../log/decide.ts';
import type { Ending } from './write.ts';

/** An answer that is an error. A client tells most of them apart by the trailer `exception` alone. */
export function failure(code: number, details: string, trailers: Readonly<Record<string, string>> = {}): ServiceError {
  const metadata = new Metadata();
  // Headers are ASCII.
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value.replaceAll(/[^ -~]/g, '?'));
  return Object.assign(new Error(details), { code, details, metadata });
}

export const deleted = (stream: string): ServiceError =>
  failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

const WORDS = { no_stream: -1, any: -2, stream_exists: -4 } as const;

export const wrongVersion = (stream: string, expected: Expected, current: number): ServiceError =>
  failure(status.FAILED_PRECONDITION, `Append failed due to WrongExpectedVersion. Stream: ${stream}`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': String(typeof expected === 'number' ? expected : WORDS[expected]),
    'actual-version': String(current),
  });

export const tooLarge = (bytes: number): ServiceError =>
  failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${bytes} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(bytes),
  });

export const notLeader = ({ address, port }: { readonly address: string; readonly port: number }): ServiceError =>
  failure(status.NOT_FOUND, `Leader info available`, {
    exception: 'not-leader',
    'leader-endpoint-host': address,
    'leader-endpoint-port': String(port),
  });

export const denied = (): ServiceError =>
  failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const unknownUser = (): ServiceError => failure(status.UNAUTHENTICATED, 'Bad HTTP response: 401 Unauthorized');

export const invalidPosition = (): ServiceError =>
  failure(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');

export const tooSlow = (): ServiceError =>
  failure(status.ABORTED, 'Consumer too slow to handle event while live. Client resubscription required.');

export const timedOut = (): ServiceError => failure(status.ABORTED, 'Operation timed out');

/** What a handler makes of what it cannot use, an id that is none among them. */
export const thrown = (): ServiceError => failure(status.UNKNOWN, 'Exception was thrown by handler.');

export const unavailable = (why: 'Server Is Not Ready' | 'Server Is Busy'): ServiceError =>
  failure(status.UNAVAILABLE, why);

/** What a call is told that asks for one answer, and whose write did not take place. */
export function errorOf(
  ending: Exclude<Ending, { kind: 'written' | 'conflict' }>,
  stream: string,
  maxAppendSize: number,
): ServiceError {
  switch (ending.kind) {
    case 'refused':
      return ending.error;
    case 'deleted':
      return deleted(stream);
    case 'too-large':
      return tooLarge(maxAppendSize);
    case 'bad-request':
      return thrown();
    case 'timeout':
      return timedOut();
  }
}
