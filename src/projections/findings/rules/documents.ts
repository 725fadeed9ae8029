import { type NamedDocument, namedDocuments } from '../analysis/documents.ts';
import type { FindingInput, FindingRule, GivenDocument } from '../finding.ts';
import { foundInSession } from '../found.ts';
import { documentWords } from '../words.ts';

/** A file that was given and is none of those that the record names as what it is said to be. */
interface Stranger {
  readonly given: GivenDocument;
  /** The files that the record names as this kind. */
  readonly ofItsKind: readonly NamedDocument[];
  /** Where the record names this very file as something else. */
  readonly elsewhere: readonly NamedDocument[];
}

function strangers({ replayed, documents }: FindingInput): readonly Stranger[] {
  return documents
    .map((given) => {
      const named = namedDocuments(replayed);
      const same = named.filter(({ sha256 }) => sha256 === given.sha256.toLowerCase());
      const ofItsKind = named.filter(({ kind }) => kind === given.kind);
      return { given, ofItsKind, elsewhere: same };
    })
    .filter(({ given, elsewhere }) => elsewhere.every(({ kind }) => kind !== given.kind));
}

/** The host keeps the files, the record their digests: a file that was changed or exchanged is another. */
export const documentDiffers: FindingRule = {
  name: 'document-differs',
  severity: 'serious',
  sentence: 'submission',
  about: {
    en: 'A file that was given for comparison is not the one that the record names: its digest differs.',
    fr: 'Un fichier remis pour comparaison n’est pas celui que le registre désigne : son empreinte diffère.',
  },
  *find(input) {
    for (const { given, ofItsKind, elsewhere } of strangers(input)) {
      if (ofItsKind.length === 0 && elsewhere.length === 0) continue;
      const { en, fr } = documentWords(given.kind);
      const as = [...new Set(elsewhere.map(({ kind }) => kind))].map(documentWords);
      const other = { en: as.map((one) => one.en).join(', '), fr: as.map((one) => one.fr).join(', ') };
      const known = [...ofItsKind, ...elsewhere].map(({ revision }) => revision);
      yield foundInSession(known, {
        en: `The file given as ${en} (SHA-256 ${given.sha256}) is not the one in the record${other.en === '' ? '' : `, which knows it as ${other.en}`}.`,
        fr: `Le fichier remis comme ${fr} (SHA-256 ${given.sha256}) n’est pas celui du registre${other.fr === '' ? '' : `, qui le connaît comme ${other.fr}`}.`,
      });
    }
  },
};

/** A file of which the record knows nothing proves nothing about the session. */
export const documentUnknown: FindingRule = {
  name: 'document-unknown',
  severity: 'doubtful',
  sentence: 'submission',
  about: {
    en: 'A file was given for comparison of which, and of whose kind, the record says nothing.',
    fr: 'Le registre ne dit rien d’un fichier remis pour comparaison, ni d’aucun autre de sa nature.',
  },
  *find(input) {
    for (const { given, ofItsKind, elsewhere } of strangers(input)) {
      if (ofItsKind.length > 0 || elsewhere.length > 0) continue;
      const { en, fr } = documentWords(given.kind);
      yield foundInSession([], {
        en: `No event names the file given as ${en} (SHA-256 ${given.sha256}).`,
        fr: `Aucun événement ne désigne le fichier remis comme ${fr} (SHA-256 ${given.sha256}).`,
      });
    }
  },
};
