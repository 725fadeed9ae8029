import type { EventData, EventType } from '../../domain/events/catalogue.ts';
import { candidateSentences } from './candidateSentences.ts';
import { type Sentence, sessionSentences } from './sessionSentences.ts';

const SENTENCES: { readonly [T in EventType]: Sentence<T> } = { ...sessionSentences, ...candidateSentences };

/**
 * What happened, in one French sentence without its full stop. What a person wrote in several lines stays so.
 *
 * @param zone of the room's wall clock
 */
export const sentenceOf = <T extends EventType>(type: T, data: EventData<T>, zone: string): string =>
  SENTENCES[type](data, zone);
