import type { Command, CommandType, ReadCommand } from '../../../domain/commands/catalogue.ts';
import type { Warning } from '../../../domain/commands/define.ts';
import { readCommand } from '../../../domain/commands/read.ts';
import { type Decision, decide } from '../../../domain/decide.ts';
import { EVENTS, type Fact, type SessionEvent } from '../../../domain/events/catalogue.ts';
import type { Refusal } from '../../../domain/machine/refusal.ts';
import { apply, type Draft, newDraft } from '../../../domain/machine/replay.ts';

/** What a test says of a command: its type, its data, and perhaps when it happened and who says so. */
export type Told<T extends CommandType = CommandType> = {
  [K in T]: Pick<Command<K>, 'type' | 'data'> & Partial<Pick<Command<K>, 'actor' | 'occurredAt'>>;
}[T];

const EXAMINER = { role: 'examiner', identity: 'lefevre' } as const;

/** A session carried by the domain alone: commands in, stored events out, with a clock that the test sets. */
export class Story {
  readonly draft: Draft = newDraft();
  readonly events: SessionEvent[] = [];
  readonly session: string;
  now: number;

  constructor(session: string, now: number) {
    this.session = session;
    this.now = now;
  }

  /** Reads and decides a command, and changes nothing. */
  ask(told: Told): Decision {
    const reading = readCommand({ session: this.session, actor: EXAMINER, ...told });
    return reading.kind === 'read' ? decide(this.draft, reading.command, this.now) : reading;
  }

  /** Tells a command; its facts are stored where it is accepted. */
  tell(told: Told): Decision {
    const decision = this.ask(told);
    if (decision.kind === 'accepted') this.store(decision.facts, told);
    return decision;
  }

  /** Tells a command that must be accepted. */
  must(told: Told): readonly Warning[] {
    const decision = this.tell(told);
    if (decision.kind === 'accepted') return decision.warnings;
    throw new Error(`${told.type} was refused: ${decision.refusals.map(({ rule, en }) => `${rule}: ${en}`).join(' ')}`);
  }

  /** Tells a command that must be refused, and gives the rules that refused it. */
  refused(told: Told): readonly Refusal[] {
    const decision = this.tell(told);
    if (decision.kind === 'refused') return decision.refusals;
    throw new Error(`${told.type} was accepted`);
  }

  private store(facts: readonly Fact[], told: Told): void {
    for (const fact of facts) {
      apply(this.draft, fact);
      this.events.push({
        ...fact,
        id: uuidOf(this.session, fact.revision),
        schemaVersion: EVENTS[fact.type].version,
        stream: `session-${this.session}`,
        actor: (told.actor as ReadCommand['actor'] | undefined) ?? EXAMINER,
        commandId: `command-${facts[0]?.revision}`,
        correlationId: null,
        causationId: null,
        previousHash: null,
      } as SessionEvent);
    }
  }
}

const uuidOf = (session: string, revision: number): string => {
  let sum = 0;
  for (const character of session) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 0xffffffff;
  return `${sum.toString(16).padStart(8, '0')}-0000-4000-8000-${revision.toString(16).padStart(12, '0')}`;
};
