import type { SessionState } from './session.ts';

/**
 * Notes who has a certification number now: nobody, or the first on the sheet. No rule lets two have it, but a record may
 * say so all the same, and when one of them gives it up the other has it still.
 */
export function noteHolder(draft: SessionState, certificationNumber: string): void {
  const holder = draft.candidates.find((candidate) => candidate.certificationNumber === certificationNumber);
  if (holder === undefined) draft.numbers.delete(certificationNumber);
  else draft.numbers.set(certificationNumber, holder.number);
}
