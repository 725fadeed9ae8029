import { isKeyError, type KeyErrorCode } from '../../../src/adapters/encrypted/errors.ts';

/** A fault of keys, as far as a test goes by it. */
export interface KeyFault {
  readonly code: KeyErrorCode;
  readonly message: string;
}

/** The fault of keys that some work ends in; anything else that is thrown fails the test. */
export async function keyFaultOf(work: () => unknown): Promise<KeyFault> {
  try {
    await work();
  } catch (thrown) {
    if (isKeyError(thrown)) return { code: thrown.code, message: thrown.message };
    throw thrown;
  }
  throw new Error('there was no fault of keys');
}
