import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { law } from './law.ts';
import { assertSame, assertThat } from './same.ts';
import { opening, SESSION, TELLER, tell } from './telling.ts';

const contentOf = ({ type, data, occurredAt, recordedAt, actor }: Omit<SessionEvent, 'id'>) => ({
  type,
  data,
  occurredAt,
  recordedAt,
  actor,
});

/** Every mistake is refused by the rule that it breaks, and everything else is recorded as the pure rulebook says. */
export const judgedByTheRulebook = law(
  'Every command is accepted or refused as the rulebook does, by the same rules and with the same events',
  { runs: 60, mistakes: 25, choices: 45 },
  (subject, { steps }) =>
    opening(subject, async (opened) => {
      const expected: unknown[] = [];
      for (const [index, step] of steps.entries()) {
        const { told, decision, mistake } = step;
        const answer = await tell(opened, step, index);
        if (answer.kind === 'refused' && decision.kind === 'refused') {
          const rules = answer.refusals.map(({ rule }) => rule);
          assertSame(`The rules that refuse ${told.type}`, rules.toSorted(), decision.refusals.map(ruleOf).toSorted());
          const isNamed = mistake === null || rules.includes(mistake);
          assertThat(isNamed, `${told.type} was refused by ${rules.join(', ')}, and not by ${mistake}`);
        } else if (answer.kind === 'accepted' && decision.kind === 'accepted') {
          const facts = decision.facts.map(({ revision: _, ...fact }) => ({ ...fact, actor: TELLER }));
          assertThat(mistake === null, `${told.type} was accepted, and ${mistake} must refuse it`);
          assertSame(`What ${told.type} records`, answer.events.map(contentOf), facts);
          expected.push(...answer.events);
        } else throw new Error(`${told.type} was ${answer.kind}, and the rulebook says ${decision.kind}`);
      }
      assertSame('The record', await opened.front.history(SESSION), expected);
    }),
);

const ruleOf = ({ rule }: { readonly rule: string }): string => rule;
