import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { candidateIn, erased } from '../../../src/adapters/testing/laws/erased.ts';
import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { replay } from '../../../src/domain/machine/replay.ts';
import { ERASED } from '../../../src/domain/values/personal.ts';
import {
  agenda,
  agendaText,
  attendanceSheet,
  differences,
  differencesText,
  ownResultText,
  printText,
  printView,
  project,
  pv,
  pvText,
  resultOf,
  results,
  resultsText,
  sheetText,
  statusText,
  submissions,
  submissionsText,
  timeline,
  timelineText,
} from '../../../src/projections/index.ts';
import { holds, isWhole } from '../../support/property.ts';

/** Every text that there is of one session. */
function texts(events: readonly SessionEvent[]): readonly string[] {
  const sheet = project(attendanceSheet, events);
  const given = project(results, events);
  const last = events.at(-1)?.recordedAt ?? 0;
  const own = given.certifications.flatMap(({ certificationNumber }) => resultOf(given, certificationNumber) ?? []);
  return [
    sheetText(sheet),
    printText(printView(sheet, 'copyToSign')),
    printText(printView(sheet, 'examinersCopy')),
    pvText(project(pv, events)),
    resultsText(given),
    ...own.map(ownResultText),
    timelineText(project(timeline, events)),
    submissionsText(project(submissions, events)),
    differencesText(differences(attendanceSheet.initial, sheet)),
    agendaText(project(agenda, events)),
    statusText(replay(events), last),
  ];
}

/** Everything in the events that is personal and that a text could show. */
function personalTexts(events: readonly SessionEvent[]): readonly string[] {
  return events.flatMap((event) => {
    const hidden = erased(event).data;
    const values = Object.entries(event.data).filter(([name]) => Reflect.get(hidden, name) === ERASED);
    return values.flatMap(([, value]) => leaves(value));
  });
}

const leaves = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
};

describe('Erasing a person', () => {
  test('breaks no document and no text', () => {
    holds(
      fc.property(histories({ choices: 100 }), fc.nat(5), ({ events }, candidate) => {
        const left = events.map((event) => (candidateIn(event) === candidate ? erased(event) : event));
        for (const text of texts(left)) expect(text).not.toMatch(/\[object|undefined|NaN/);
      }),
      { runs: 80 },
    );
  });

  test('leaves nothing personal in any text when everybody is erased, and says that it was erased', () => {
    holds(
      fc.property(histories({ choices: 100 }), ({ events }) => {
        const all = texts(events.map(erased)).join('\n');
        // What is a fact elsewhere may stand there as before, and so may « épreuve n° 18 », which the mention says too.
        const facts = JSON.stringify(events.map(erased));
        for (const text of personalTexts(events)) {
          if (text.length > 4 && !facts.includes(text) && !text.startsWith('épreuve n°'))
            expect(all).not.toContain(text);
        }
        if (events.some(({ type }) => type === 'CandidateRegistered')) expect(all).toContain('« effacé »');
      }),
      { runs: 80 },
    );
  });

  test('changes nothing of when things happened, nor of who has which certification number', () => {
    holds(
      fc.property(histories({ choices: 100 }), ({ events }) => {
        const facts = (all: readonly SessionEvent[]) =>
          project(attendanceSheet, all).lines.map(({ status, certificationNumber, extraTime, endScreen }) => [
            status,
            certificationNumber,
            extraTime.durationSeconds,
            endScreen?.occurredAt,
          ]);
        expect(facts(events.map(erased))).toEqual(facts(events));
      }),
      { runs: 80 },
    );
  });
});

describe('The copy to sign', () => {
  test('shows nobody’s e-mail address and nobody’s extra time', () => {
    const seen = { emails: 0, ratios: 0 };
    holds(
      fc.property(histories({ choices: 100 }), ({ events }) => {
        const copy = printView(project(attendanceSheet, events), 'copyToSign');
        const shown = `${printText(copy)}\n${JSON.stringify(copy)}`;
        for (const { data } of events) {
          if ('email' in data && typeof data.email === 'string') {
            seen.emails += 1;
            expect(shown).not.toContain(data.email);
          }
          if ('extraTime' in data && data.extraTime !== null && 'numerator' in data.extraTime) {
            seen.ratios += 1;
            const { numerator, denominator } = data.extraTime;
            expect(shown).not.toMatch(new RegExp(`(?<!\\d)${numerator}/${denominator}(?!\\d)`));
          }
        }
        expect(shown).not.toMatch(/@lycee|majoré|numerator/i);
      }),
      { runs: 100 },
    );
    if (isWhole) expect(Math.min(seen.emails, seen.ratios)).toBeGreaterThan(50);
  });

  test('bears no access code, since it goes from hand to hand before the start', () => {
    holds(
      fc.property(histories(), ({ events, story }) => {
        const sheet = project(attendanceSheet, events);
        const code = story.draft.state.accessCode;
        expect(printView(sheet, 'copyToSign').accessCode).toBeNull();
        expect(printView(sheet, 'examinersCopy').accessCode).toBe(code);
        if (code !== null) expect(printText(printView(sheet, 'copyToSign'))).not.toContain(code);
      }),
      { runs: 60 },
    );
  });

  test('has the columns that the policy names, and a row for each candidate who is on the sheet', () => {
    holds(
      fc.property(histories(), ({ events, story }) => {
        const sheet = project(attendanceSheet, events);
        for (const copy of ['copyToSign', 'examinersCopy'] as const) {
          const { columns, rows } = printView(sheet, copy);
          expect(columns).toEqual(sheet.header.policy[copy]);
          expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
          expect(rows.length).toBe(story.draft.state.registered);
        }
      }),
      { runs: 60 },
    );
  });
});
