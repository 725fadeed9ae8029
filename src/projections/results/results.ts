import type { CandidateIdentity } from '../../domain/values/people.ts';
import type { MaybeErased } from '../../domain/values/personal.ts';
import { combine, derive, merge, once, type Versioned } from '../compose.ts';
import { type SessionHeader, sessionHeader } from '../header.ts';
import { type Note, noteOf } from '../note.ts';
import type { Projection } from '../projection.ts';
import { type Roster, roster } from '../sheet/roster.ts';
import { type CandidateResult, type GivenResult, givenResults, type ResultCorrection } from './given.ts';

/** One certification of a session. */
export interface CertificationResult {
  /** The number that the result is about; before there is one, the number on the sheet. */
  readonly certificationNumber: string;
  readonly candidate: number;
  readonly identity: MaybeErased<CandidateIdentity>;
  /** `null` until Pix gives it. */
  readonly result: GivenResult | null;
  /** In the order of the record. */
  readonly corrections: readonly ResultCorrection[];
}

/** What the results are made from. */
interface Kept extends Roster {
  readonly header: SessionHeader;
  readonly given: readonly CandidateResult[];
  /** « Pix envoie les résultats au Centre de certification »; `null` before that. */
  readonly sent: Note<'ResultsSent'> | null;
}

/** The results of one session. */
export interface Results extends Kept, Versioned {
  /** By the line of the sheet; candidates without a certification number have none. */
  readonly certifications: readonly CertificationResult[];
}

const sent: Projection<Note<'ResultsSent'> | null> = {
  initial: null,
  on: { ResultsSent: (_, event) => noteOf(event) },
};

const certificationsOf = ({ lines, given }: Kept): readonly CertificationResult[] =>
  lines.flatMap(({ number, identity, certificationNumber: noted }) => {
    const found = given.find(({ candidate }) => candidate === number);
    const certificationNumber = found?.current.certificationNumber ?? noted;
    if (certificationNumber === null) return [];
    const result = found?.current ?? null;
    return [{ certificationNumber, candidate: number, identity, result, corrections: found?.corrections ?? [] }];
  });

/** The results of a session, as far as they are known, and whether they were sent. */
export const results: Projection<Results> = once(
  derive(
    merge(
      combine<Pick<Kept, 'header' | 'given' | 'sent'>>({ header: sessionHeader, given: givenResults, sent }),
      roster,
    ),
    (kept: Kept) => ({ certifications: certificationsOf(kept) }),
  ),
);
