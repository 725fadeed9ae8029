/** The same sentence in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}

/** Sentences by the name of the rule; `detail` is what a sentence quotes beside the value of the cell. */
export type Sentences = Readonly<Record<string, (detail: string) => Bilingual>>;
