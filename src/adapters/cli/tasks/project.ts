import { READ_MODELS } from '../../../projections/readModels/all.ts';
import { type AnyModel, openProjector, type Projector, type SubscriptionHealth } from '../../projector/index.ts';
import { EXIT, type ExitCode, type Io, UsageError } from '../io.ts';
import { type Place, reading } from '../place.ts';
import { ofAll } from '../size.ts';
import type { Call, Task } from '../task.ts';
import { untilTold } from '../untilTold.ts';
import { viewStatusText } from '../viewStatus.ts';
import { viewsFile, withViews } from '../views.ts';

/** The read models that are named; all of them where none is. @throws {UsageError} where there is no such model */
function modelsOf(names: readonly string[]): readonly AnyModel[] {
  const all: readonly AnyModel[] = READ_MODELS;
  const known = all.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`« ${unknown} » n’est pas une vue : ${known.join(', ')}.`);
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}

/** Makes anew what has to be, or what there is none of yet; lets what stopped try again; and takes in the rest. */
async function bringUp(
  projector: Projector,
  { record }: Place,
  { io, values: { rebuild: asked } }: Call,
): Promise<void> {
  const tell = await ofAll(record, io);
  for (const { model, state, rebuild } of await projector.status()) {
    const isNew = state === 'missing' || state === 'building' || state === 'outdated' || rebuild !== null;
    if (isNew || asked === true) {
      await projector.rebuild(model, { onProgress: ({ events }) => tell(events, `événements, vue ${model}`) });
    } else if (state === 'stopped') await projector.retry(model);
  }
  await projector.catchUp();
}

async function tellStatus(projector: Projector, { io, json }: Call): Promise<ExitCode> {
  const statuses = await projector.status();
  io.out(json ? JSON.stringify(statuses, null, 2) : viewStatusText(statuses));
  return statuses.every(({ state, rebuild }) => state === 'live' && rebuild === null) ? EXIT.done : EXIT.refused;
}

/** Tells whoever follows that the record is out of reach, and that it is there again. */
function healthTeller({ err }: Io): (model: string, health: SubscriptionHealth) => void {
  const waiting = new Set<string>();
  return (model, { state }) => {
    if (state === 'waiting' && !waiting.has(model)) {
      if (waiting.size === 0) err('Le registre est hors d’atteinte ; nouvel essai.');
      waiting.add(model);
    } else if (state !== 'waiting' && waiting.delete(model) && waiting.size === 0)
      err('Le registre répond de nouveau.');
  };
}

/** Projects the read models of a register into the file of views beside it. */
export const project: Task = {
  usage: 'project [VUE...] [--rebuild] [--follow]',
  summary: 'tient à jour les vues (agenda, board…) dans REGISTRE.views ; noms en clair : à protéger comme les clés',
  words: [0, READ_MODELS.length],
  options: {
    rebuild: { type: 'boolean', help: 'refait les vues depuis le début ; les anciennes servent jusque-là' },
    follow: { type: 'boolean', help: 'continue de suivre le registre, jusqu’à Ctrl-C' },
  },
  async run(call) {
    const { io, words, values, db } = call;
    const { follow } = values;
    const models = modelsOf(words);
    return reading(db, (place) => {
      if (!place.hasKeys) throw new UsageError(`Les clés du registre ${db} manquent : les vues n’auraient aucun nom.`);
      return withViews(db, async (views) => {
        const projector = openProjector(place.store, views, models, { onHealth: healthTeller(io) });
        try {
          await bringUp(projector, place, call);
          const code = await tellStatus(projector, call);
          if (follow !== true) return code;
          io.err(`Le registre est suivi (${viewsFile(db)}) ; Ctrl-C pour arrêter.`);
          await untilTold((signal) => projector.run(signal));
          return EXIT.done;
        } finally {
          await projector.close();
        }
      });
    });
  },
};
