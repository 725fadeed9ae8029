import type { Command } from '../../../domain/commands/catalogue.ts';
import type { Actor } from '../../../domain/store/envelope.ts';
import { instantAt } from '../../../domain/values/time.ts';
import { documentOf } from '../../../service/documents.ts';

/** Where the sessions of the demonstration are held. */
export const ZONE = 'Europe/Paris';

/** The sessions of the demonstration, by the rows of its Navette. */
export type Room = 'morning' | 'nextDoor' | 'afternoon' | 'cancelled';

/** The centre that has the Navette sent. */
export const CENTRE: Actor = { role: 'centre', identity: 'lycee-marie-curie' };

/** Pix, which sends codes and results. */
export const PIX: Actor = { role: 'pix', identity: 'certif@pix.fr' };

/** A command as the demonstration writes it; `at` is an hour of the session's day, where it is typed in later. */
export type Told = Pick<Command, 'type' | 'data'> & { readonly at?: string };

/** What somebody does at one moment. */
export interface Scene {
  /** A day and an hour of the room. */
  readonly at: readonly [day: string, time: string];
  readonly room: Room;
  readonly actor: Actor;
  /** The commands, once the access codes are known. */
  readonly tell: (codes: Readonly<Record<Room, string>>) => readonly Told[];
}

/** The instant of a day and an hour in the room; epoch milliseconds. */
export function instantOf([day, time]: Scene['at']): number {
  const instant = instantAt(day, time, ZONE);
  if (instant === null) throw new RangeError(`${day} ${time} does not exist in ${ZONE}`);
  return instant;
}

/** When the demonstration begins: the Navette is sent. */
export const BEGINS = instantOf(['2019-05-06', '09:00']);

/** A file that the demonstration speaks of, by its content. */
export const file = (content: string, mediaType: string) => documentOf(new TextEncoder().encode(content), mediaType);

/** The digital sheet and the scan of the signed one, on their way to Pix. */
export const submission = (sheet: string): Told => ({
  type: 'SubmitSheet',
  data: {
    digitalSheet: file(sheet, 'application/vnd.oasis.opendocument.spreadsheet'),
    signedScan: file(`${sheet}, signée`, 'application/pdf'),
    sender: CENTRE.identity,
  },
});

type Results = Extract<Command, { type: 'SendResults' }>['data']['results'];

/** The results, on their way to the centre. */
export const sending = (results: Results): Told => ({
  type: 'SendResults',
  data: { results, document: file(JSON.stringify(results), 'text/csv'), recipient: CENTRE.identity },
});

/** The number that a candidate's screen shows. */
export const number = (candidate: number, certificationNumber: string): Told => ({
  type: 'RecordCertificationNumber',
  data: { candidate, certificationNumber },
});

/** The end screens of candidates. */
export const endScreens = (...candidates: readonly number[]): readonly Told[] =>
  candidates.map((candidate) => ({ type: 'RecordEndScreen', data: { candidate } }));
