import { COMMANDS } from '../../../domain/commands/catalogue.ts';
import type { History, Step } from '../histories/histories.ts';
import { sentence, short, timeOf, zoneOf } from './words.ts';

/** What was told, when, of which moment where it was not told at once, and with which data where no fact says so. */
function told({ told: command, now, decision }: Step, zone: string): string {
  const { type, data, occurredAt } = command;
  const happened = occurredAt === undefined ? now : Date.parse(new Date(occurredAt).toISOString());
  const when = happened === now ? '' : ` (of ${timeOf(happened, zone)})`;
  const said = decision.kind === 'accepted' ? '' : `: ${short(JSON.stringify(data), 160)}`;
  return `${timeOf(now, zone)}  ${COMMANDS[type].label} [${type}]${when}${said}`;
}

/** What became of it: each fact in a sentence, or each rule that refused it with its reason. */
const became = ({ decision }: Step, zone: string): readonly string[] =>
  decision.kind === 'accepted'
    ? decision.facts.map((fact) => `recorded ${fact.revision}: ${sentence(fact, zone)}`)
    : decision.refusals.map(({ rule, fr }) => `refused by ${rule}: ${short(fr, 160)}`);

const indented = (lines: readonly string[], by: number): readonly string[] =>
  lines.map((line) => `${' '.repeat(by)}${line}`);

const account = (step: Step, zone: string): readonly string[] => [
  ...indented([told(step, zone)], 2),
  ...indented(became(step, zone), 6),
];

/**
 * A history in words: what was given until its last command, when that was told, and what then became of it. Facts are
 * told as the timeline tells them, in French; times are those of the room.
 */
export function storyText(history: History): string {
  const zone = zoneOf(history);
  const last = history.steps.at(-1);
  if (last === undefined) return 'Given\n  nothing is recorded of the session';
  const before = history.steps.slice(0, -1).flatMap((step) => account(step, zone));
  return [
    'Given',
    ...(before.length === 0 ? ['  nothing is recorded of the session'] : before),
    'When',
    ...indented([told(last, zone)], 2),
    'Then',
    ...indented(became(last, zone), 6),
  ].join('\n');
}
