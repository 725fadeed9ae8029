import { RULEBOOK_VERSION } from '../../domain/rules/rulebook.ts';

/**
 * Whether this library has the rules of this version of the rulebook. Where it has not, what they allow and refuse is
 * said to be unknown, and not guessed by other rules. 0, of a session that was never planned, names no rules to differ.
 */
export const isKnownRulebook = (version: number): boolean => version <= RULEBOOK_VERSION;
