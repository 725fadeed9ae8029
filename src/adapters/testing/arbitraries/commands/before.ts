import fc from 'fast-check';
import { accessCodes } from '../codes.ts';
import { writtenExtraTimes } from '../extraTimes.ts';
import { emails, examinerIds, examinerNames, identifiers, identities } from '../identities.ts';
import { remarks } from '../names.ts';
import { candidates, details } from '../parts.ts';
import { establishments, slots } from '../places.ts';
import { policies } from '../records.ts';
import type { CommandData } from './data.ts';

const examiners = fc.record({ id: examinerIds, name: examinerNames });

/** Extra time as it is written, in whichever notation, or none. */
export const extraTimeOrNone = fc.option(writtenExtraTimes.map(({ written }) => written));

const line = {
  identity: identities,
  email: fc.option(emails),
  identifier: fc.option(identifiers),
  extraTime: extraTimeOrNone,
  homonymKnown: fc.boolean(),
};

/** What is told until the code is given. */
export const before: CommandData<
  | 'PlanSession'
  | 'ReplanSession'
  | 'AddExaminer'
  | 'RemoveExaminer'
  | 'CancelSession'
  | 'IssueAccessCode'
  | 'RegisterCandidate'
  | 'CorrectCandidate'
  | 'WithdrawCandidate'
> = {
  PlanSession: fc.record(
    {
      establishment: establishments,
      slot: slots,
      examiners: fc.uniqueArray(examiners, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
      policy: policies,
    },
    { requiredKeys: ['establishment', 'slot', 'examiners'] },
  ),
  ReplanSession: fc.oneof(
    fc.record(
      { slot: slots, establishment: fc.option(establishments), reason: remarks },
      { requiredKeys: ['slot', 'reason'] },
    ),
    fc.record({ establishment: establishments, reason: remarks }),
  ),
  AddExaminer: examiners,
  RemoveExaminer: fc.record({ id: examinerIds, reason: remarks }),
  CancelSession: fc.record({ reason: remarks }),
  IssueAccessCode: fc.record({ accessCode: accessCodes }),
  RegisterCandidate: fc.record(line, { requiredKeys: ['identity'] }),
  CorrectCandidate: fc.record({ candidate: candidates, ...line }, { requiredKeys: ['candidate', 'identity'] }),
  WithdrawCandidate: fc.record({ candidate: candidates, reason: details }, { requiredKeys: ['candidate'] }),
};
