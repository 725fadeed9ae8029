import { resolve } from 'node:path';
import { copyRecord } from '../../copy/copyRecord.ts';
import { CopyError } from '../../copy/errors.ts';
import { verifyStore } from '../../sealed/index.ts';
import { EXIT, UsageError } from '../io.ts';
import { isServer } from '../location.ts';
import { isThere, openRecord } from '../place.ts';
import { ofAll } from '../size.ts';
import { storeLines } from '../storeText.ts';
import type { Task } from '../task.ts';
import { watched } from '../watched.ts';

const STEPS = { copying: 'événements copiés', comparing: 'événements comparés' } as const;

/** Reads the two places. @throws {UsageError} where one is missing, or both are one */
function placesIn({ from, to }: Readonly<Record<string, string | boolean | undefined>>): readonly [string, string] {
  if (typeof from !== 'string' || typeof to !== 'string') throw new UsageError('D’où, et vers où ? --from A --to B');
  if (!isThere(from)) throw new UsageError(`Le registre ${from} n’existe pas, ou est vide.`);
  const same = isServer(from) || isServer(to) ? from === to : resolve(from) === resolve(to);
  if (same) throw new UsageError('--from et --to sont le même registre.');
  return [from, to];
}

/** What became of a place to which the record cannot be copied, in French. */
const refusalText = ({ code, stream, revision }: CopyError, to: string): string =>
  code === 'copy-ahead'
    ? `${to} va plus loin que le registre (${stream}, rang ${revision}) : rien n’y est changé.`
    : `${to} a autre chose que le registre (${stream}, rang ${revision}) : rien n’y est remplacé.`;

/** Copies a register from one place to another, byte for byte, and verifies the copy. */
export const copy: Task = {
  usage: 'copy --from A --to B',
  summary: 'copie un registre, à l’octet près, vers un autre fichier ou serveur, puis vérifie ; refait, il reprend',
  words: [0, 0],
  options: {
    from: { type: 'string', help: 'le registre à copier ; il n’est pas changé' },
    to: { type: 'string', help: 'où le copier ; ses clés (.keys et clé maîtresse) ne sont pas copiées' },
  },
  async run({ io, json, values }) {
    const [from, to] = placesIn(values);
    const source = await openRecord(from);
    try {
      const target = await openRecord(to);
      try {
        const tell = await ofAll(source, io);
        const copied = await copyRecord(source, target, {
          onProgress: ({ step, events }) => tell(events, STEPS[step]),
          verifySeals: (made) => verifyStore(watched(made, io)),
        });
        const { copied: done, passedOver, seals } = copied;
        const lines = seals === null ? [] : storeLines(seals);
        io.out(
          json
            ? JSON.stringify(copied, null, 2)
            : [`${done} événements copiés, ${passedOver} déjà là : tout est identique.`, ...lines].join('\n'),
        );
        return seals?.findings.length === 0 ? EXIT.done : EXIT.refused;
      } catch (thrown) {
        if (!(thrown instanceof CopyError)) throw thrown;
        io.err(refusalText(thrown, to));
        return EXIT.refused;
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
  },
};
