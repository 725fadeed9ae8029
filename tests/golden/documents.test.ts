import { expect, test } from 'vitest';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import {
  agenda,
  agendaText,
  attendanceSheet,
  printText,
  printView,
  project,
  pv,
  pvText,
  results,
  resultsText,
  sheetText,
  submissions,
  submissionsText,
  timeline,
  timelineText,
} from '../../src/projections/index.ts';
import { historyIn, RECORDED } from './recorded.ts';

/** Every document of a session, one after the other. */
function documentsOf(events: readonly SessionEvent[]): string {
  const sheet = project(attendanceSheet, events);
  return [
    sheetText(sheet),
    printText(printView(sheet, 'copyToSign')),
    printText(printView(sheet, 'examinersCopy')),
    pvText(project(pv, events)),
    resultsText(project(results, events)),
    submissionsText(project(submissions, events)),
    agendaText(project(agenda, events)),
    timelineText(project(timeline, events)),
  ].join('\n\n');
}

test.each(RECORDED)('the documents of the session recorded in %s read as they always did', async (file) => {
  await expect(documentsOf(historyIn(file))).toMatchFileSnapshot(file.replace('.jsonl', '.txt'));
});
