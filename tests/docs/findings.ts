import { PROCEDURE } from '../../src/domain/procedure.ts';
import type { Severity } from '../../src/projections/findings/finding.ts';
import { FINDING_RULES } from '../../src/projections/findings/rules/index.ts';
import { cell, table } from './markdown.ts';

const rules = (of: Severity): string =>
  table(
    ['Rule', 'Looks for', 'Cherche', 'Sentence of the procedure'],
    FINDING_RULES.filter(({ severity }) => severity === of).map(({ name, about, sentence }) => [
      `\`${name}\``,
      cell(about.en),
      cell(about.fr),
      sentence === null ? '' : cell(PROCEDURE[sentence]),
    ]),
  );

/** The page on what an audit looks for. */
export const findingsPage = (): string => `# What an audit looks for

<!-- Written by \`npm run docs\` from the rules of findings; a test fails when it differs. -->

\`findingsOf(history)\` asks each of these rules of the record of a session. A finding names its rule, how much it weighs,
the candidate, the events that it rests on, and the sentence of the procedure; it says in English and in French what is
the matter, with its times on the wall clock of the room. The gravest come first, then those that rest on the earliest
event. No rule reads what can be erased, so that a record says the same after somebody was forgotten.

A finding is no verdict: it says where to look. A host adds rules of its own with \`findingsOf(history, { rules })\`, other
sessions with \`others\`, and the digests of files in hand with \`documents\`. Of each rule 1,000 findings are kept at most;
one more says how many there were beside.

## Serious

A candidate may have been wronged, or the record is not what it should be.

${rules('serious')}

## Doubtful

Somebody should look at it.

${rules('doubtful')}

## Notes

In order, and good to know.

${rules('note')}
`;
