import { histories } from '../../src/adapters/testing/histories/histories.ts';

/** Generated histories of which something was recorded: there are some in which every command was refused. */
export const recorded: typeof histories = (options) => histories(options).filter(({ events }) => events.length > 0);
