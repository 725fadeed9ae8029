import { nameOf } from '../french/personal.ts';
import { establishmentText, hoursText, roomText } from '../french/places.ts';
import type { SessionHeader } from '../header.ts';

/** Something that the head of a document says: what it is, and how it reads. */
export type Particular = readonly [what: string, text: string];

/** Where, when and by whom: the head of a session's documents. */
export function particularsOf(header: Omit<SessionHeader, 'policy'>): readonly Particular[] {
  const { session, establishment, slot, examiners, accessCode } = header;
  return [
    ['Session', session],
    ['Établissement', establishmentText(establishment)],
    ['Date', hoursText(slot)],
    ['Site et salle', roomText(slot)],
    ['Examinateurs', examiners.map(({ name }) => nameOf(name)).join(', ')],
    ...(accessCode === null ? [] : [['Code d’accès', accessCode] as const]),
  ];
}
