import type { AuditHistory } from '../../../projections/audit/history.ts';
import { findingsOf } from '../../../projections/findings/findings.ts';
import { findingsText } from '../../../projections/findings/text.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { DOSSIER_OPTIONS, readDossier } from '../dossier/read.ts';
import { answer } from '../dossier/show.ts';
import { givenFrom } from '../given.ts';
import { EXIT } from '../io.ts';
import { neighboursOf } from '../neighbours.ts';
import { reading } from '../place.ts';
import type { Task } from '../task.ts';

/** The sessions beside which a session is read: those of its register that have something in common with it. */
async function neighbours({ source, session, history }: Dossier): Promise<readonly AuditHistory[]> {
  if (source.kind === 'file') return [];
  return reading(source.db, ({ record }) => neighboursOf(session, history, record));
}

/** What somebody who judges a session should look at. */
export const findings: Task = {
  usage: 'findings SESSION|DOSSIER [--with scan=FICHIER]',
  summary: 'ce qui doit retenir l’attention : temps écourté, numéros en double, saisies tardives, règles enfreintes…',
  words: [1, 1],
  options: {
    ...DOSSIER_OPTIONS,
    with: {
      type: 'string',
      multiple: true,
      help: 'à comparer : scan=, feuille=, fraude=, resultats=, navette= ou materiel=FICHIER, ou un autre dossier',
    },
  },
  async run(call) {
    const { with: written = [] } = call.lists;
    const { documents, others } = await givenFrom(written);
    const dossier = await readDossier(call);
    const all = [...others, ...(await neighbours(dossier))];
    const found = findingsOf(dossier.history, { documents, others: all });
    const isSerious = found.some(({ severity }) => severity === 'serious');
    return answer(
      call,
      dossier,
      { findings: found },
      () => findingsText(found, dossier.header),
      isSerious ? EXIT.refused : EXIT.done,
    );
  },
};
