import { INPUT_TEXTS } from '../../src/domain/commands/inputTexts.ts';
import { EVENTS, type EventType } from '../../src/domain/events/catalogue.ts';
import type { RulesGuard } from '../../src/domain/machine/accepted.ts';
import { sessionMachine } from '../../src/domain/machine/session.ts';
import { PLACES } from '../../src/domain/machine/table.ts';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { RULES } from '../../src/domain/rules/rulebook.ts';
import { SERVICE_RULES } from '../../src/service/refusals.ts';
import { cell, table } from './markdown.ts';

type Node = (typeof sessionMachine)['root'];

const nameOf = (node: Node): string => node.path.at(-1) ?? '';

/** The transitions that lead from a state to another, by the events that take them. */
const moves = (node: Node): readonly string[] =>
  [...node.transitions].flatMap(([type, transitions]) =>
    transitions.flatMap(({ target }) => (target ?? []).map((to) => `${nameOf(node)} --> ${nameOf(to)}: ${type}`)),
  );

function drawn(node: Node, indent: string): readonly string[] {
  const states = Object.values(node.states);
  const initial = states.find((state) => state.path.at(-1) === node.initial.target?.[0]?.path.at(-1));
  return [
    ...(initial === undefined ? [] : [`${indent}[*] --> ${nameOf(initial)}`]),
    ...states.flatMap((state) => [
      ...(Object.keys(state.states).length === 0
        ? []
        : [`${indent}state ${nameOf(state)} {`, ...drawn(state, `${indent}  `), `${indent}}`]),
      ...moves(state).map((move) => indent + move),
    ]),
  ];
}

/** The lifecycle as a Mermaid diagram, drawn from the machine: only the events that move it. */
const diagram = (): string => ['```mermaid', 'stateDiagram-v2', ...drawn(sessionMachine.root, '  '), '```'].join('\n');

/** Which state accepts which event, read from the machine. */
function acceptance(): string {
  const places = PLACES.filter(({ lifecycle }) => lifecycle !== 'unplanned');
  const rows = Object.keys(EVENTS).map((type) => [
    cell(`\`${type}\``),
    ...places.map(({ lifecycle, steps }) => {
      const step = steps.get(type as EventType);
      if (step === undefined) return '';
      return step.target.lifecycle === lifecycle ? '●' : `→ ${step.target.lifecycle}`;
    }),
  ]);
  return table(['Event', ...places.map(({ lifecycle }) => lifecycle)], rows);
}

/** The events that each rule is asked of, read from the guards of the machine. */
function eventsOf(rule: string): string {
  const nodes = (node: Node): readonly Node[] => [node, ...Object.values(node.states).flatMap(nodes)];
  const types = nodes(sessionMachine.root).flatMap(({ transitions }) =>
    [...transitions].flatMap(([type, candidates]) =>
      candidates.some(({ guard }) => (guard as RulesGuard | undefined)?.params.includes(rule)) ? [type] : [],
    ),
  );
  const unique = [...new Set(types)];
  return unique.length === Object.keys(EVENTS).length ? 'every event' : unique.map((type) => `\`${type}\``).join(', ');
}

const rules = (): string =>
  table(
    ['Rule', 'Says', 'Dit', 'Asked of', 'Sentence of the procedure'],
    RULES.map(({ name, text, sentence }) => [
      `\`${name}\``,
      cell(text.en),
      cell(text.fr),
      eventsOf(name),
      sentence === null ? '' : cell(PROCEDURE[sentence]),
    ]),
  );

const inputRules = (): string =>
  table(
    ['Rule', 'Says', 'Dit'],
    Object.entries(INPUT_TEXTS).map(([name, text]) => [`\`${name}\``, cell(text.en), cell(text.fr)]),
  );

const serviceRules = (): string =>
  table(
    ['Rule', 'Says', 'Dit'],
    Object.entries(SERVICE_RULES).map(([name, { text }]) => [`\`${name}\``, cell(text.en), cell(text.fr)]),
  );

/** The page on the lifecycle and its rules. */
export const lifecyclePage = (): string => `# The lifecycle of a session, and its rules

<!-- Written by \`npm run docs\` from the machine and the rulebook; a test fails when it differs. -->

One machine ([machine/session.ts](machine/session.ts)) says what a session is, what may happen now, why not, and
whether a history is legal. Its inputs are the events that are stored. Nothing closes by itself: no arrow is taken by a
clock.

${diagram()}

## What each state accepts

● is recorded without moving the session; → moves it.

${acceptance()}

## The rules

An event is recorded where it keeps every rule that its transition names. A refusal lists all rules that are broken,
with the values that broke them; where a state does not know the event at all, the rule is \`allowed-in-state\`.

${rules()}

## What cannot be read

A command is read before it is judged; everything that is wrong with it is said at once, each with its place.

${inputRules()}

## What the register itself refuses

These speak of more than one session, or of the sender, so that no machine can ask them.

${serviceRules()}
`;
