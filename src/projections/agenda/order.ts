import { byText } from '../byText.ts';
import type { Agenda, AgendaEntry } from './agenda.ts';

const startOf = ({ header }: AgendaEntry): number => header.slot?.startsAt ?? Number.POSITIVE_INFINITY;

/** The sessions by the instant at which they are to begin, whatever their zones; what has no slot comes last. */
export const inOrderOfTime = (agenda: Agenda): Agenda =>
  // Infinity less itself is no number, so that sessions without a slot are told apart by their streams.
  agenda.toSorted((a, b) => startOf(a) - startOf(b) || byText(a.stream, b.stream));
