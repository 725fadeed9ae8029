import { changesBetween } from '../../../projections/comparison/changesBetween.ts';
import { changesText } from '../../../projections/comparison/text.ts';
import { zoneOf } from '../../../projections/header.ts';
import { titled } from '../../../projections/terminal/page.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { DOSSIER_OPTIONS, readDossier } from '../dossier/read.ts';
import { answer } from '../dossier/show.ts';
import { UsageError } from '../io.ts';
import { placeFrom } from '../moment/question.ts';
import type { Task } from '../task.ts';

/** How a submission is named: the first is `submission:1`. */
const SUBMISSION = /^submission:(\d{1,6})$/;

/** The place of a moment that somebody names by an event or by a submission. @throws {UsageError} where it is none */
function placeNamed(written: string, { history }: Dossier): number {
  const which = SUBMISSION.exec(written)?.[1];
  if (which === undefined) return placeFrom(written, { history });
  const places = history.events.flatMap(({ type }, index) => (type === 'SheetSubmitted' ? [index + 1] : []));
  const place = places[Number(which) - 1];
  if (place !== undefined) return place;
  throw new UsageError(`${written} : la feuille a été transmise ${places.length} fois.`);
}

/** What the sheet and the PV say at one moment and not at another, and who changed it, when and why. */
export const diff: Task = {
  usage: 'diff SESSION|DOSSIER RANG|submission:N RANG|submission:N',
  summary: 'ce qui a changé dans la feuille et le PV d’un moment à un autre : par qui, quand, pourquoi',
  words: [3, 3],
  options: DOSSIER_OPTIONS,
  async run(call) {
    const [, first = '', second = ''] = call.words;
    const dossier = await readDossier(call);
    const [from, to] = [placeNamed(first, dossier), placeNamed(second, dossier)];
    const changes = changesBetween(dossier.history, from, to);
    return answer(call, dossier, { from, to, changes }, () =>
      titled(`DE ${first} À ${second}`, `\n${changesText(changes, zoneOf(dossier.header))}`),
    );
  },
};
