import { EVENTS } from '../../../domain/events/catalogue.ts';
import { storedEnvelope } from '../../../domain/store/envelope.ts';
import { law } from './law.ts';
import { assertSame } from './same.ts';
import { recorded } from './telling.ts';

/** What is read back years later is what was written. */
export const storedEventsReadBack = law(
  'Every event comes back from JSON, from the schema of the envelope and from its own schema as it was',
  { runs: 40, mistakes: 0 },
  async (subject, history) => {
    for (const event of await recorded(subject, history)) {
      const what = `Event ${event.revision}, ${event.type}`;
      assertSame(`${what}, written as JSON`, JSON.parse(JSON.stringify(event)), event);
      assertSame(`${what}, read by the schema of the envelope`, storedEnvelope.parse(event), event);
      assertSame(`${what}, read by its own schema`, EVENTS[event.type].data.parse(event.data), event.data);
    }
  },
);
