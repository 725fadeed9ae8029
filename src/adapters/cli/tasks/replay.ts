import { findingsOf } from '../../../projections/findings/findings.ts';
import { findingsText } from '../../../projections/findings/text.ts';
import { replayer } from '../../../projections/replay/replayer.ts';
import { historyUnder, RULES_OF_TODAY, type UnderRules, underRules } from '../../../projections/replay/underRules.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { prefaceText } from '../dossier/preface.ts';
import { DOSSIER_OPTIONS, readDossier } from '../dossier/read.ts';
import { answer, outcomeOf } from '../dossier/show.ts';
import { type ExitCode, type Io, UsageError } from '../io.ts';
import { assertParts, momentText, PART_NAMES } from '../moment/parts.ts';
import { askedMoment, askedStep, placeOf, stepTitle } from '../moment/question.ts';
import { rulesDifference } from '../moment/rules.ts';
import { showing } from '../moment/shown.ts';
import type { Terminal } from '../stepper/screen.ts';
import { stepThrough } from '../stepper/step.ts';
import type { Call, Task } from '../task.ts';

/** Options that ask for one moment, so that nobody steps. */
const QUESTIONS = ['step', 'at', 'known-at', 'rules'] as const;

/** The same session judged by today's rules, and what differs; as it is where nobody asks. */
function judged(dossier: Dossier, rules: string | boolean | undefined) {
  if (rules === undefined) return { dossier, difference: null };
  if (rules !== 'today') throw new UsageError(`--rules ${rules} : écrire today.`);
  const { history } = dossier;
  return { dossier: { ...dossier, history: historyUnder(history, RULES_OF_TODAY) }, difference: underRules(history) };
}

/** Lets somebody step through the session at a terminal. */
async function step(io: Io, terminal: Terminal, dossier: Dossier): Promise<ExitCode> {
  io.out(prefaceText(dossier));
  const moments = replayer(dossier.history);
  const shown = showing(dossier);
  const broken = dossier.seal.outcome === 'fails' ? ' [SCEAU ROMPU]' : '';
  await stepThrough(terminal, {
    size: moments.size,
    placeOf: (revision) => placeOf(revision, dossier),
    title: (place) => `${stepTitle(place, dossier)}, session ${dossier.session}${broken}`,
    moment: (place) => momentText(shown(askedStep(place, moments, dossier))),
    findings: () => findingsText(findingsOf(dossier.history), dossier.header),
  });
  return outcomeOf(dossier);
}

/** One moment of the session, as text or as JSON. */
function tell(call: Call, dossier: Dossier, difference: UnderRules | null): ExitCode {
  const { part: parts = [] } = call.lists;
  assertParts(parts);
  const shown = showing(dossier)(askedMoment(call, replayer(dossier.history), dossier));
  const { title, moment, breaches } = shown;
  return answer(call, dossier, { title, moment, breaches, underRulesOfToday: difference }, () =>
    [
      title,
      momentText(shown, parts.length === 0 ? PART_NAMES : parts),
      ...(difference === null ? [] : [rulesDifference(difference, dossier.header)]),
    ].join('\n\n'),
  );
}

/** « Que savait-on à 11 h 40 ? Qu’était-il arrivé à 11 h 40 ? »: the session as of any of its moments. */
export const replay: Task = {
  usage: 'replay SESSION|DOSSIER [--at HEURE] [--known-at HEURE] [--step RANG]',
  summary: 'la session à un moment : état, temps, ce qui était possible, feuille, PV ; pas à pas dans un terminal',
  words: [1, 1],
  options: {
    at: { type: 'string', help: 'ce qui était arrivé à cette heure : 11:40, ou 2019-05-14T11:40:00+02:00' },
    'known-at': { type: 'string', help: 'ce que l’on savait à cette heure ; avec --at, d’après ce que l’on savait' },
    step: { type: 'string', help: 'après le fait de ce rang ; 0, avant le premier' },
    part: {
      type: 'string',
      multiple: true,
      help: `ceci seulement : ${PART_NAMES.join(', ')} ; plusieurs fois au besoin`,
    },
    rules: { type: 'string', help: 'today : d’après les règles d’aujourd’hui, et ce qu’elles changent' },
    ...DOSSIER_OPTIONS,
  },
  async run(call) {
    const { io, values, json } = call;
    const { rules } = values;
    const { part: parts = [] } = call.lists;
    const { dossier, difference } = judged(await readDossier(call), rules);
    const isOneMoment = QUESTIONS.some((name) => values[name] !== undefined) || parts.length > 0;
    if (io.terminal === undefined || isOneMoment || json) return tell(call, dossier, difference);
    return step(io, io.terminal, dossier);
  },
};
