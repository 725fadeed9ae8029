import { assign, setup } from 'xstate';
import type { Fact } from '../events/catalogue.ts';
import { ruleNamed } from '../rules/rulebook.ts';
import { evolve, isAboutCandidate, subjectOf } from '../state/evolve.ts';
import { copyOf, emptySession, type SessionState } from '../state/session.ts';
import { keeping } from './accepted.ts';
import { always, onceItIsOver, onceThereIsASheet, onceTheTestBegan, untilTheClose, untilTheStart } from './facts.ts';

/**
 * The lifecycle of a certification session. Its inputs are the events that are stored, so this one definition answers
 * what the state is, what may happen now, why not, and whether a history is legal.
 *
 * A guard names its rules as data; `evolve` is the one action. Clocks are no part of it: nothing closes by itself.
 */
export const sessionMachine = setup({
  types: {
    context: {} as SessionState,
    events: {} as Fact,
  },
  guards: {
    rules: ({ context, event }, names: readonly string[]) => {
      const candidate = subjectOf(isAboutCandidate(event.type), context, event);
      return names.every((name) => ruleNamed(name).holds(context, event, candidate));
    },
  },
  actions: {
    evolve: assign(({ context, event }) => {
      const draft = copyOf(context);
      evolve(draft, event);
      return draft;
    }),
  },
}).createMachine({
  id: 'session',
  context: emptySession,
  initial: 'unplanned',
  states: {
    unplanned: {
      on: {
        SessionPlanned: { target: 'planned', guard: keeping(), actions: 'evolve' },
      },
    },
    planned: {
      on: {
        ...always,
        ...untilTheStart,
        ...untilTheClose,
        AccessCodeIssued: {
          target: 'codesIssued',
          guard: keeping<'AccessCodeIssued'>('lifecycle-in-order', 'an-examiner-is-named'),
          actions: 'evolve',
        },
        SessionCancelled: {
          target: 'cancelled',
          guard: keeping<'SessionCancelled'>('lifecycle-in-order'),
          actions: 'evolve',
        },
      },
    },
    codesIssued: {
      on: {
        ...always,
        ...untilTheStart,
        ...untilTheClose,
        ...onceThereIsASheet,
        AccessCodeGiven: {
          target: 'running',
          guard: keeping<'AccessCodeGiven'>('lifecycle-in-order', 'sessions-own-code', 'someone-to-certify'),
          actions: 'evolve',
        },
        SessionCancelled: {
          target: 'cancelled',
          guard: keeping<'SessionCancelled'>('lifecycle-in-order'),
          actions: 'evolve',
        },
      },
    },
    running: {
      on: {
        ...always,
        ...untilTheClose,
        ...onceThereIsASheet,
        ...onceTheTestBegan,
        SessionClosed: {
          target: 'closed',
          guard: keeping<'SessionClosed'>('lifecycle-in-order', 'closed-last'),
          actions: 'evolve',
        },
      },
    },
    closed: {
      on: {
        ...always,
        ...onceThereIsASheet,
        ...onceTheTestBegan,
        ...onceItIsOver,
        SheetSubmitted: {
          target: 'sheetSubmitted',
          guard: keeping<'SheetSubmitted'>(
            'lifecycle-in-order',
            'every-number-or-reason',
            'every-end-screen-or-reason',
          ),
          actions: 'evolve',
        },
      },
    },
    sheetSubmitted: {
      initial: 'underReview',
      on: {
        ...always,
        ...onceThereIsASheet,
        ...onceTheTestBegan,
        ...onceItIsOver,
      },
      states: {
        underReview: {
          on: {
            SheetReturned: {
              target: 'returned',
              guard: keeping<'SheetReturned'>('lifecycle-in-order'),
              actions: 'evolve',
            },
            ResultRecorded: {
              guard: keeping<'ResultRecorded'>('candidate-registered', 'result-of-the-number', 'one-result'),
              actions: 'evolve',
            },
            ResultsSent: {
              target: '#session.resultsSent',
              guard: keeping<'ResultsSent'>('lifecycle-in-order', 'every-number-has-its-result'),
              actions: 'evolve',
            },
          },
        },
        returned: {
          on: {
            SheetSubmitted: {
              target: 'underReview',
              guard: keeping<'SheetSubmitted'>(
                'lifecycle-in-order',
                'every-number-or-reason',
                'every-end-screen-or-reason',
              ),
              actions: 'evolve',
            },
          },
        },
      },
    },
    resultsSent: {
      on: {
        ...always,
        ...onceThereIsASheet,
        ...onceTheTestBegan,
        ...onceItIsOver,
        ResultCorrected: {
          guard: keeping<'ResultCorrected'>('candidate-registered', 'result-of-the-number', 'corrects-a-result'),
          actions: 'evolve',
        },
      },
    },
    cancelled: {
      on: { ...always, ...onceItIsOver },
    },
  },
});
