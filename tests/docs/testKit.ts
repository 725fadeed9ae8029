import { LAWS } from '../../src/adapters/testing/laws/index.ts';
import { CAPABILITIES } from '../../src/adapters/testing/store/capabilities.ts';
import { FAULTS } from '../testing/laws/killList.ts';
import { inMemory } from '../testing/laws/subjects.ts';
import { FAULTY } from '../testing/store/killList.ts';
import { cell, table } from './markdown.ts';

const laws = (): string =>
  table(
    ['Law', 'What holds'],
    Object.entries(LAWS).map(([name, law]) => [`\`${name}\``, cell(law(inMemory).name)]),
  );

const capabilities = (): string =>
  table(
    ['Capability', 'A store that states it'],
    Object.entries(CAPABILITIES).map(([name, says]) => [`\`${name}\``, cell(says)]),
  );

const faults = (names: readonly string[]): string => names.map((name) => `- ${name}`).join('\n');

/** The page on the test kit. */
export const testKitPage = (): string => `# The test kit, and its verdicts

<!-- Written by \`npm run docs\` from the kit itself; a test fails when it differs. -->

\`emargement/testing\` judges whatever behaves like a register or like a store. Cases follow the procedure, shrink, and
are tried again from one printed token. Nothing is passed that was not tried: a capability that is stated and not
exercised fails its report, and \`requireCoverage\` fails a run that met too little of the machine.

## The laws of a front door

\`checkLaws(subject)\` tries them on generated histories, told again through the front door.

${laws()}

## What a store may offer

\`checkStore(subject)\` tries what every store must do, and whatever this one says that it offers besides. Each is stated,
one way or the other.

${capabilities()}

What it finds in the stores of others, and how they are judged: [the verdicts](store/README.md).

## What is wrong on purpose, and found

Every one of these is found within the kit's own budget (\`npm run check:harness\`).

Front doors and rulebooks:

${faults(FAULTS.map(({ subject }) => subject.name))}

Stores:

${faults(FAULTY.map(({ name }) => name))}
`;
