import type { Subject } from '../../../../src/adapters/testing/laws/index.ts';
import type { SessionEvent } from '../../../../src/domain/events/catalogue.ts';
import { pv } from '../../../../src/projections/index.ts';
import { inMemory, withParts } from '../subjects.ts';
import type { Fault } from './fault.ts';

/** A list of comments, as a view that has something wrong with it. */
interface Comments {
  readonly texts: readonly unknown[];
}

const EMPTY: Comments = { texts: [] };

const changesItsInput = withParts('a view changes the view that it goes on from', {
  views: {
    comments: {
      initial: { ...EMPTY, revision: 0 },
      on: {
        SessionCommentAdded: (view: Comments & { revision: number }, event) => {
          if (event.revision <= view.revision) return view;
          (view.texts as unknown[]).push(event.data.text);
          return { ...view, revision: event.revision };
        },
      },
    },
  },
});

const countsTwice = withParts('a view takes in again what is handed over again', {
  views: {
    comments: {
      initial: EMPTY,
      on: { SessionCommentAdded: ({ texts }: Comments, { data }) => ({ texts: [...texts, data.text] }) },
    },
  },
});

/** A view that remembers what it saw beside what it was given. */
function remembersBeside(): Subject {
  const seen = new Set<string>();
  return {
    name: 'a view remembers something beside itself',
    open: (ports) => {
      seen.clear();
      return inMemory.open(ports);
    },
    views: {
      comments: {
        initial: EMPTY,
        on: {
          SessionCommentAdded: ({ texts }: Comments, { id, data }) => {
            if (seen.has(id)) return { texts };
            seen.add(id);
            return { texts: [...texts, data.text] };
          },
        },
      },
    },
  };
}

/** Something that was signalled, as a PV lists it. */
interface Signalled {
  readonly occurredAt: number;
  readonly candidate: number;
}

/** A PV with its problems in the order in which they were typed in. */
const inOrderOfEntry = withParts('the PV lists problems in the order in which they were typed in', {
  views: {
    pv: {
      initial: { ...pv.initial, signalled: [] },
      on: {
        ProblemSignalled: (view: { signalled: readonly Signalled[] }, event: SessionEvent<'ProblemSignalled'>) => {
          const { occurredAt, data } = event;
          return { ...view, signalled: [...view.signalled, { occurredAt, candidate: data.candidate }] };
        },
      },
    },
  },
});

/** What can be wrong with views. */
export const VIEWING: readonly Fault[] = [
  { subject: changesItsInput, killedBy: 'viewsAreFolds', says: /object is not extensible/ },
  { subject: countsTwice, killedBy: 'viewsAreFolds', says: /came again/ },
  { subject: remembersBeside(), killedBy: 'foldsGoOn', says: /The view comments/ },
  { subject: inOrderOfEntry, killedBy: 'lateEntriesCountTheSame', says: /ProblemSignalled, typed in last/ },
];
