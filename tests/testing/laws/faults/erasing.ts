import type { SessionEvent } from '../../../../src/domain/events/catalogue.ts';
import { checkedReplay, replay, type Session } from '../../../../src/domain/machine/replay.ts';
import { ruleNamed } from '../../../../src/domain/rules/rulebook.ts';
import { durationWith } from '../../../../src/domain/values/extraTime.ts';
import { isErased } from '../../../../src/domain/values/personal.ts';
import { withParts } from '../subjects.ts';
import type { Fault } from './fault.ts';

/** A rule that somebody added: whoever takes the test has a name. */
const asksForNames = withParts('a rule asks for the names of the candidates', {
  checkedReplay: (history) => {
    const { breaches, ...session } = checkedReplay(history);
    const { name, sentence, text } = ruleNamed('candidate-registered');
    const unnamed = history.flatMap(({ type, revision, data }) =>
      type === 'CandidateRegistered' && isErased(data.identity)
        ? [
            {
              revision,
              refusals: [{ rule: name, sentence, event: type, lifecycle: null, path: null, ...text, values: {} }],
            },
          ]
        : [],
    );
    return { ...session, breaches: [...breaches, ...unnamed] };
  },
});

/** The seconds of a line of the sheet, worked out anew from what was declared. */
function declared(event: SessionEvent, { state: { policy } }: Session): SessionEvent {
  if (event.type !== 'CandidateRegistered') return event;
  const { extraTime } = event.data;
  const extra = extraTime === null || isErased(extraTime) ? null : extraTime;
  return { ...event, data: { ...event.data, durationSeconds: durationWith(policy.durationSeconds, extra) } };
}

const readsDeclaredTime = withParts('a deadline is worked out from the extra time that was declared', {
  replay: (history) => replay(history.map((event) => declared(event, replay(history)))),
});

const keepsNames = withParts('a view keeps the names of those who were erased', {
  views: {
    names: {
      initial: { names: {} },
      on: {
        CandidateRegistered: ({ names }: { names: object }, { data }) => ({
          names: { ...names, [data.candidate]: data.identity },
        }),
      },
    },
  },
});

/** What can be wrong with erasure. */
export const ERASING: readonly Fault[] = [
  { subject: asksForNames, killedBy: 'erasureChangesNoVerdict', says: /The breaches after/ },
  { subject: readsDeclaredTime, killedBy: 'erasureChangesNoVerdict', says: /durationSeconds/ },
  { subject: keepsNames, killedBy: 'viewsForgetTheErased', says: /The view names after candidate-\d was erased/ },
];
