import type { SessionEvent } from '../../domain/events/catalogue.ts';
import type { Header, RecordedDocument } from './format.ts';
import { MOST_DOCUMENTS } from './limits.ts';

/** What a header repeats of its events. */
export type Repeated = Pick<Header, 'policy' | 'rulebook' | 'documents'>;

/** Gathers what a header repeats of its events, event after event. */
export class Summary {
  private readonly documents: RecordedDocument[] = [];
  private planned: Pick<Header, 'session' | 'policy' | 'rulebook'> | null = null;
  /** Whether more documents are recorded than a header may hold. */
  isOverflowing = false;

  add(event: SessionEvent): void {
    if (event.type === 'SessionPlanned' && this.planned === null) this.planned = event.data;
    for (const document of documentsOf(event)) {
      if (this.documents.length === MOST_DOCUMENTS) this.isOverflowing = true;
      else this.documents.push(document);
    }
  }

  get session(): string | null {
    return this.planned?.session ?? null;
  }

  get repeated(): Repeated {
    const { policy = null, rulebook = null } = this.planned ?? {};
    return { policy, rulebook, documents: this.documents };
  }
}

/** The documents that an event speaks of. */
function documentsOf(event: SessionEvent): readonly RecordedDocument[] {
  const { revision } = event;
  switch (event.type) {
    case 'DocumentRecorded':
      return [{ ...event.data.document, kind: event.data.kind, revision }];
    case 'SheetSubmitted':
      return [
        { ...event.data.digitalSheet, kind: 'digitalSheet', revision },
        { ...event.data.signedScan, kind: 'signedScan', revision },
      ];
    case 'ResultsSent':
      return [{ ...event.data.document, kind: 'results', revision }];
    default:
      return [];
  }
}
