import type { Command } from '../../../../src/domain/commands/catalogue.ts';
import type { SessionEvent } from '../../../../src/domain/events/catalogue.ts';
import type { CommandInput } from '../../../../src/service/register.ts';
import { behind } from '../subjects.ts';
import type { Fault } from './fault.ts';

const isPlan = (command: CommandInput): command is Command<'PlanSession'> =>
  Reflect.get(command, 'type') === 'PlanSession';

/** A session of which the cap is forgotten when commands are judged, and stands in the record all the same. */
const capNotChecked = behind('the cap is not checked', (front) => {
  let candidatesPerExaminer = 20;
  const asPlanned = (event: SessionEvent): SessionEvent =>
    event.type === 'SessionPlanned'
      ? { ...event, data: { ...event.data, policy: { ...event.data.policy, candidatesPerExaminer } } }
      : event;
  return {
    handle(command) {
      if (!isPlan(command)) return front.handle(command);
      const { policy } = command.data;
      candidatesPerExaminer = policy?.candidatesPerExaminer ?? candidatesPerExaminer;
      return front.handle({ ...command, data: { ...command.data, policy: { ...policy, candidatesPerExaminer: 100 } } });
    },
    history: async (session) => (await front.history(session)).map(asPlanned),
  };
});

/** A front door that keeps a note of what it refused. */
const refusedYetRecorded = behind('what is refused is noted in the record', (front) => ({
  async handle(command) {
    const answer = await front.handle(command);
    if (answer.kind === 'refused') {
      const data = { text: 'Une commande a été refusée.' };
      await front.handle({
        session: 'session-1',
        actor: { role: 'system', identity: 'n' },
        type: 'AddSessionComment',
        data,
      });
    }
    return answer;
  },
}));

const refusesWhatIsLegal = behind('an interruption is taken for a mistake', (front) => ({
  handle: async (command) =>
    Reflect.get(command, 'type') === 'RecordInterruption' ? { kind: 'refused', refusals: [] } : front.handle(command),
}));

const namesOneRule = behind('a refusal names the first rule alone', (front) => ({
  async handle(command) {
    const answer = await front.handle(command);
    return answer.kind === 'refused' ? { ...answer, refusals: answer.refusals.slice(0, 1) } : answer;
  },
}));

const forgetsWhen = behind('what is typed in late is taken to happen now', (front) => ({
  handle: (command) => {
    const { occurredAt: _, ...rest } = command as Record<string, unknown>;
    return front.handle(rest);
  },
}));

/** What can be wrong with how commands are judged. */
export const JUDGING: readonly Fault[] = [
  { subject: capNotChecked, killedBy: 'neverMoreThanTheCap', says: /candidates, and at most/ },
  { subject: refusedYetRecorded, killedBy: 'refusedChangesNothing', says: /was refused: / },
  { subject: refusesWhatIsLegal, killedBy: 'judgedByTheRulebook', says: /RecordInterruption was refused/ },
  { subject: namesOneRule, killedBy: 'judgedByTheRulebook', says: /The rules that refuse/ },
  { subject: forgetsWhen, killedBy: 'judgedByTheRulebook', says: /occurredAt|, and the rulebook says/ },
];
