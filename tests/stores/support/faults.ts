import { isStoreError, type StoreErrorCode } from '../../../src/domain/store/errors.ts';

/** A fault, as far as a test goes by it. */
export interface Fault {
  readonly code: StoreErrorCode;
  readonly message: string;
}

/** The store's fault that some work ends in; anything else that is thrown is not the store's own, and fails the test. */
export async function faultOf(work: () => unknown): Promise<Fault> {
  try {
    await work();
  } catch (thrown) {
    if (isStoreError(thrown)) return { code: thrown.code, message: thrown.message };
    throw thrown;
  }
  throw new Error('there was no fault');
}

/** The code of the fault that some work ends in. */
export const codeOf = async (work: () => unknown): Promise<StoreErrorCode> => (await faultOf(work)).code;
