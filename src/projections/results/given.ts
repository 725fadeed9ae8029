import type { EventData, SessionEvent } from '../../domain/events/catalogue.ts';
import { candidatePerson } from '../../domain/values/person.ts';
import { ERASED, type MaybeErased } from '../../domain/values/personal.ts';
import { entryMark, type Noted } from '../entry.ts';
import type { Projection } from '../projection.ts';

/** What Pix says of one certification number. */
export interface GivenResult extends Noted {
  readonly certificationNumber: string;
  readonly obtained: boolean;
  /** Points (Pix); `null` where none were given. */
  readonly score: EventData<'ResultRecorded'>['score'];
  readonly comment: EventData<'ResultRecorded'>['comment'];
}

/** A result that took the place of another. */
export interface ResultCorrection extends Noted {
  /** `null` where the record holds no former result. */
  readonly before: GivenResult | null;
  readonly after: GivenResult;
  readonly reason: MaybeErased<string>;
}

/** The result of one candidate, and how it came to be. */
export interface CandidateResult {
  readonly candidate: number;
  readonly current: GivenResult;
  /** In the order of the record. */
  readonly corrections: readonly ResultCorrection[];
}

const givenBy = (event: SessionEvent<'ResultRecorded' | 'ResultCorrected'>): GivenResult => {
  const { certificationNumber, obtained, score, comment } = event.data;
  const { occurredAt } = event;
  return { certificationNumber, obtained, score, comment, occurredAt, entry: entryMark(event) };
};

const put = (results: readonly CandidateResult[], result: CandidateResult): readonly CandidateResult[] => [
  ...results.filter(({ candidate }) => candidate !== result.candidate),
  result,
];

const forgetting = (given: GivenResult): GivenResult => ({ ...given, score: ERASED, comment: ERASED });

/** A candidate's result without what is personal in it. */
const forgettingAll = ({ candidate, current, corrections }: CandidateResult): CandidateResult => ({
  candidate,
  current: forgetting(current),
  corrections: corrections.map((correction) => ({
    ...correction,
    before: correction.before === null ? null : forgetting(correction.before),
    after: forgetting(correction.after),
    reason: ERASED,
  })),
});

/** The results of a session, one for each candidate who has one. */
export const givenResults: Projection<readonly CandidateResult[]> = {
  initial: [],
  on: {
    ResultRecorded: (view, event) =>
      put(view, { candidate: event.data.candidate, current: givenBy(event), corrections: [] }),
    ResultCorrected: (view, event) => {
      const { occurredAt, data } = event;
      const former = view.filter(({ candidate }) => candidate === data.candidate);
      const before = former[0]?.current ?? null;
      const after = givenBy(event);
      const correction = { before, after, reason: data.reason, occurredAt, entry: after.entry };
      const corrections = [...former.flatMap((result) => result.corrections), correction];
      return put(view, { candidate: data.candidate, current: after, corrections });
    },
    PersonErased: (view, { data }) =>
      view.map((result) => (candidatePerson(result.candidate) === data.person ? forgettingAll(result) : result)),
  },
};
