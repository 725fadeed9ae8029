/** Histories of sessions: whole ones that follow the procedure, and records that somebody tampered with. */
export { type History, histories, type Likeness, type Step } from './histories.ts';
export { retold, type Spoken, spoken } from './retold.ts';
export { Story, type Told } from './story.ts';
export { type TamperedRecord, tamperedRecords } from './tampered.ts';
