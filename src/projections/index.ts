/**
 * The documents of a session as views of its record: pure folds over its events, and their French texts. Each can be
 * shown as of any revision, any moment in the room, or any moment of the record, and each takes in every event once.
 *
 * A document has a folder of its own, with its fold in the file that bears its name and its text in `text.ts`. What all
 * documents share stands beside the folders, the words in `french/`, and what a terminal needs in `terminal/`.
 */
export { type Agenda, type AgendaEntry, agenda } from './agenda/agenda.ts';
export { type Charge, chargesOf, isTooMuch } from './agenda/charges.ts';
export { type Overlap, overlapsOf } from './agenda/overlaps.ts';
export { agendaText } from './agenda/text.ts';
export { happenedBy, recordedBy, upTo } from './asOf.ts';
export { type AuditHistory, auditHistory } from './audit/history.ts';
export { type Board, type BoardSession, boardAt } from './board/board.ts';
export type { BoardLine } from './board/line.ts';
export type { BoardRow } from './board/row.ts';
export { boardText } from './board/text.ts';
export type { Change, ChangedBy } from './comparison/change.ts';
export { changesBetween, changesBetweenSubmissions } from './comparison/changesBetween.ts';
export { changesText } from './comparison/text.ts';
export type { Replayed } from './findings/analysis/replayed.ts';
export type { Finding, FindingInput, FindingRule, Found, GivenDocument, Severity } from './findings/finding.ts';
export { type FindingOptions, findingsOf } from './findings/findings.ts';
export { FINDING_RULES } from './findings/rules/index.ts';
export { findingsText } from './findings/text.ts';
export type { SessionHeader } from './header.ts';
export type { Incident, IncidentsRow } from './incidents/incidents.ts';
export { incidentsText } from './incidents/text.ts';
export { advance, type Projection, project } from './projection.ts';
export { type Pv, pv } from './pv/pv.ts';
export { pvText } from './pv/text.ts';
export { agendaModel } from './readModels/agendaModel.ts';
export { READ_MODELS } from './readModels/all.ts';
export { boardModel } from './readModels/boardModel.ts';
export { incidentsModel } from './readModels/incidentsModel.ts';
export type { ColumnValue, ReadModel, ShownModel } from './readModels/readModel.ts';
export { resultsModel } from './readModels/resultsModel.ts';
export { sheetsModel } from './readModels/sheetsModel.ts';
export type { Moment } from './replay/moment.ts';
export type { Permission } from './replay/permissions.ts';
export { type Replayer, replayer } from './replay/replayer.ts';
export {
  historyUnder,
  type Judgement,
  type OtherDeadline,
  RULES_OF_TODAY,
  type Rules,
  type UnderRules,
  underRules,
} from './replay/underRules.ts';
export { type OwnResult, resultOf } from './results/ownResult.ts';
export { type CertificationResult, type Results, results } from './results/results.ts';
export { ownResultText, resultsText } from './results/text.ts';
export { type AttendanceSheet, attendanceSheet, type KeptSheet } from './sheet/attendanceSheet.ts';
export { COLUMNS } from './sheet/columns.ts';
export type { SheetLine } from './sheet/line.ts';
export { type Copy, type PrintRow, type PrintView, printView } from './sheet/printView.ts';
export { printText, sheetText } from './sheet/text.ts';
export { statusText } from './status/text.ts';
export { type Difference, differences } from './submissions/differences.ts';
export { type Submission, type Submissions, submissions } from './submissions/submissions.ts';
export { differencesText, submissionsText } from './submissions/text.ts';
export { timelineText } from './timeline/text.ts';
export { entriesBy, type Timeline, type TimelineEntry, type TimelineOrder, timeline } from './timeline/timeline.ts';
