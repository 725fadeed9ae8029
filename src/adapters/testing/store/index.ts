/**
 * The conformance kit for stores: whoever writes an `EventStore` learns here whether it keeps the contract.
 *
 * @module
 */

export type { Capabilities, Capability } from './capabilities.ts';
export { CAPABILITIES, EVERY_CAPABILITY } from './capabilities.ts';
export type { NotTried, StoreReport } from './checkStore.ts';
export { checkStore, storeTrials } from './checkStore.ts';
export type { AppendCall, When } from './faults.ts';
export { deliverTwice, failAfter, failBefore, faults, slow, tearBatch } from './faults.ts';
export { reportText } from './reportText.ts';
export type { OpenedStore, StoreSubject } from './subject.ts';
