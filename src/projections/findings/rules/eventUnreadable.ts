import type { RuleText } from '../../../domain/rules/define.ts';
import type { UnreadableEvent } from '../../audit/history.ts';
import type { FindingRule } from '../finding.ts';
import { foundInSession } from '../found.ts';

/** « en data.identity », where a part of the event is meant. */
const partOf = (path: string): RuleText =>
  path === '' ? { en: '', fr: '' } : { en: ` at ${path}`, fr: `, en ${path}` };

const text = ({ place, path, fault }: UnreadableEvent): RuleText => ({
  en: `The event in place ${place} cannot be read (${fault}${partOf(path).en}): what follows rests on something unknown, and the rules were not asked of it.`,
  fr: `L’événement en position ${place} est illisible (${fault}${partOf(path).fr}) : la suite repose sur un fait inconnu, et les règles ne lui ont pas été appliquées.`,
});

/** Events that are damaged, foreign, or of a later version. */
export const eventUnreadable: FindingRule = {
  name: 'event-unreadable',
  severity: 'serious',
  sentence: null,
  about: {
    en: 'An event of the record cannot be read.',
    fr: 'Un événement du registre est illisible.',
  },
  *find({ history }) {
    for (const event of history.unreadable) {
      yield foundInSession(event.revision === null ? [] : [event.revision], text(event));
    }
  },
};
