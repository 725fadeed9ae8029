import type * as fc from 'fast-check';
import type { Command, CommandType } from '../../../../domain/commands/catalogue.ts';

/** The data of these commands, each as a person may write it. */
export type CommandData<T extends CommandType> = { readonly [K in T]: fc.Arbitrary<Command<K>['data']> };
