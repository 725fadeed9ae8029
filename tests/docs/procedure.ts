import { EVENTS, type EventType } from '../../src/domain/events/catalogue.ts';
import { PROCEDURE, type Sentence } from '../../src/domain/procedure.ts';
import { RULES } from '../../src/domain/rules/rulebook.ts';
import { cell } from './markdown.ts';
import { type Source, sourcesIn } from './sources.ts';

/** Sentences that are a field of an event, by the event and the field. */
const FIELDS: { readonly [S in Sentence]?: readonly [EventType, string] } = {
  establishment: ['SessionPlanned', 'establishment'],
  date: ['SessionPlanned', 'slot'],
  hours: ['SessionPlanned', 'slot'],
  site: ['SessionPlanned', 'slot'],
  room: ['SessionPlanned', 'slot'],
  birth: ['CandidateRegistered', 'identity'],
  email: ['CandidateRegistered', 'email'],
  identifier: ['CandidateRegistered', 'identifier'],
  extraTime: ['CandidateRegistered', 'extraTime'],
  pass: ['RemainingTimeAnnounced', 'invitedToPass'],
  problemWording: ['ProblemSignalled', 'wording'],
  problemOnPv: ['ProblemSignalled', 'question'],
};

/** Sentences that are more than an event or a rule, by what carries them out. */
const CODE: { readonly [S in Sentence]?: readonly string[] } = {
  navette: ['readNavette', 'planNavette'],
  cap: ['capOf'],
  accessCode: ['accessCodeFrom', 'accessCodesOf'],
  blankSheet: ['attendanceSheet'],
  identifier: ['isDoubtfulIne'],
  extraTime: ['readExtraTime'],
  print: ['printView'],
  longerSession: ['durationWith'],
  duration: ['deadlines'],
  announcement: ['noticesOf'],
  submission: ['submissions', 'differences'],
  results: ['results'],
  ownResult: ['resultOf'],
  interruption: ['interruptionsOf'],
  problemOnPv: ['problemMention', 'pv'],
};

const CODE_FILES = sourcesIn('src').filter(({ path }) => !path.startsWith('src/adapters/cli/'));
const TEST_FILES = sourcesIn('tests');

const link = (name: string, { path }: Source): string => `[\`${name}\`](${path.replace(/^src\/domain\//, '')})`;

const fromDomain = (path: string): string => `../../${path}`;

/**
 * The file that exports this.
 *
 * @throws {Error} where there is none, or more than one: the page would lead nowhere
 */
function exporting(name: string): Source {
  const pattern = new RegExp(`^export (?:async )?(?:const|function) ${name}\\b`, 'm');
  const [file, another] = CODE_FILES.filter(({ text }) => pattern.test(text));
  if (file === undefined || another !== undefined) throw new Error(`${name} is not exported by exactly one file`);
  return file;
}

const codeLink = (name: string): string => {
  const file = exporting(name);
  return `[\`${name}\`](${file.path.startsWith('src/domain/') ? file.path.slice('src/domain/'.length) : fromDomain(file.path)})`;
};

/** The file that declares a rule. */
function ruleFile(name: string): Source {
  const [file] = CODE_FILES.filter(
    ({ path, text }) => path.startsWith('src/domain/rules/') && text.includes(`name: '${name}'`),
  );
  if (file === undefined) throw new Error(`no file declares the rule ${name}`);
  return file;
}

function fieldOf(sentence: Sentence): readonly string[] {
  const place = FIELDS[sentence];
  if (place === undefined) return [];
  const [type, field] = place;
  if (!Object.hasOwn(EVENTS[type].fields, field)) throw new Error(`${type} has no field ${field}`);
  return [`${link(`${type}.${field}`, exporting(type))}`];
}

/** The titles of the tests in the blocks that a sentence heads, by file. */
function testsOf(sentence: Sentence): readonly string[] {
  return TEST_FILES.flatMap(({ path, text }) => {
    const titles: string[] = [];
    let isInside = false;
    for (const line of text.split('\n')) {
      if (/^(?:describe|test)\b/.test(line)) isInside = line.includes(`PROCEDURE.${sentence},`);
      const title = /^\s*test(?:\.each\(.*\))?\(\s*(['"`])(.*?)\1/.exec(line)?.[2];
      if (isInside && title !== undefined) titles.push(title);
    }
    return titles.length === 0
      ? []
      : [`- [${path}](${fromDomain(path)})\n${titles.map((title) => `  - ${title}`).join('\n')}`];
  });
}

function section(sentence: Sentence): string {
  const events = Object.values(EVENTS).filter((event) => event.sentence === sentence);
  const rules = RULES.filter((rule) => rule.sentence === sentence);
  const places = [
    ...events.map(({ type, label }) => `event ${link(type, exporting(type))} (${cell(label)})`),
    ...fieldOf(sentence).map((field) => `field ${field}`),
    ...rules.map(({ name }) => `rule ${link(name, ruleFile(name))}`),
    ...(CODE[sentence] ?? []).map((name) => `code ${codeLink(name)}`),
  ];
  const tests = testsOf(sentence);
  if (places.length === 0) throw new Error(`nothing carries out the sentence ${sentence}`);
  if (tests.length === 0) throw new Error(`no test bears the sentence ${sentence}`);
  return [
    `## « ${cell(PROCEDURE[sentence])} »`,
    places.map((place) => `- ${place}`).join('\n'),
    `Tests:\n\n${tests.join('\n')}`,
  ].join('\n\n');
}

/** The page that leads from each sentence of the procedure to its place in the code, and to its tests. */
export const procedurePage = (): string => `# The procedure, sentence by sentence

<!-- Written by \`npm run docs\` from the code and the tests; a test fails when it differs, or when a sentence has none. -->

Each sentence of the procedure leads to the events, fields, rules and code that carry it out, and to the tests that bear
it as their title.

${(Object.keys(PROCEDURE) as Sentence[]).map(section).join('\n\n')}
`;
