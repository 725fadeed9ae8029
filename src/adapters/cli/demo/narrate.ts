import { hour } from '../../../projections/french/dates.ts';
import { sentenceOf } from '../../../projections/french/sentences.ts';
import type { Answer } from '../../../service/answer.ts';
import { refusalText } from '../answers.ts';
import { ZONE } from './scene.ts';

/** A sentence with its digests cut short: the PV has them whole. */
const shortened = (sentence: string): string => sentence.replace(/[0-9a-f]{64}/g, (digest) => `${digest.slice(0, 8)}…`);

/** Tells what a command led to. @param place where it happened, as each line begins after the hour */
export function narrate(answer: Answer, place: string, now: number, say: (text: string) => void): void {
  const line = (text: string) => say(`${hour(now, ZONE)}  ${place}${text}`);
  if (answer.kind === 'conflict') line(`✗ Conflit au rang ${answer.actual}`);
  if (answer.kind === 'refused') for (const refusal of answer.refusals) line(`✗ Refusé : ${refusalText(refusal)}`);
  if (answer.kind !== 'accepted') return;
  for (const { type, data, occurredAt, recordedAt } of answer.events) {
    const late = occurredAt < recordedAt ? ` (à ${hour(occurredAt, ZONE)}, saisi après coup)` : '';
    line(`${shortened(sentenceOf(type, data, ZONE))}${late}`);
  }
  for (const { fr } of answer.warnings) line(`⚠ ${fr}`);
}
