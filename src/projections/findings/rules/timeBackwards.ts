import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import type { FindingInput, FindingRule, Found } from '../finding.ts';
import { foundInSession } from '../found.ts';
import { onTheWall } from './onTheWall.ts';

const LIFECYCLE_IN_ORDER = 'lifecycle-in-order';

/** The rules of the rulebook that speak of time going backwards. */
export const TIME_RULES: readonly string[] = ['recorded-in-order', 'not-in-the-future', LIFECYCLE_IN_ORDER];

/** Events that were recorded before the one that precedes them, or before they happened. */
function* ofTheRecord({ history, replayed: { clock } }: FindingInput): Generator<Found> {
  let before: SessionEvent | null = null;
  for (const event of history.events) {
    const { revision, occurredAt, recordedAt } = event;
    if (before !== null && recordedAt < before.recordedAt) {
      yield foundInSession([before.revision, revision], {
        en: `Event ${revision} was recorded at ${clock.en(recordedAt)}, before event ${before.revision} that precedes it (${clock.en(before.recordedAt)}).`,
        fr: `Le rang ${revision} est enregistré à ${clock.fr(recordedAt)}, avant le rang ${before.revision} qui le précède (${clock.fr(before.recordedAt)}).`,
      });
    }
    if (occurredAt > recordedAt) {
      yield foundInSession([revision], {
        en: `Event ${revision} is said to have happened at ${clock.en(occurredAt)}, after it was recorded (${clock.en(recordedAt)}).`,
        fr: `Le rang ${revision} est daté de ${clock.fr(occurredAt)}, après son enregistrement (${clock.fr(recordedAt)}).`,
      });
    }
    before = event;
  }
}

/** Steps of the lifecycle that happened before the step that precedes them. */
function* ofTheLifecycle({ replayed: { breaches, clock } }: FindingInput): Generator<Found> {
  for (const { event, refusals } of breaches) {
    const { revision } = event;
    for (const refusal of refusals) {
      if (refusal.rule !== LIFECYCLE_IN_ORDER) continue;
      const { en, fr } = onTheWall(refusal, clock);
      yield foundInSession([revision], { en: `Event ${revision}: ${en}`, fr: `Rang ${revision} : ${fr}` });
    }
  }
}

/** Clocks that ran backwards, or were set back by somebody. */
export const timeBackwards: FindingRule = {
  name: 'time-backwards',
  severity: 'serious',
  sentence: null,
  about: {
    en: 'An event was recorded before the one that precedes it or before it happened, or a step of the session lies before the step that precedes it.',
    fr: 'Un événement est enregistré avant le précédent ou avant de se produire, ou une étape de la session est antérieure à l’étape précédente.',
  },
  *find(input) {
    yield* ofTheRecord(input);
    yield* ofTheLifecycle(input);
  },
};
