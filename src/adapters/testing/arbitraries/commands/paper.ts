import fc from 'fast-check';
import { writtenCertificationNumbers } from '../codes.ts';
import { identities } from '../identities.ts';
import { remarks } from '../names.ts';
import { candidates, correspondents, details, persons, revisions, scores } from '../parts.ts';
import { documentKinds, documents } from '../records.ts';
import { extraTimeOrNone } from './before.ts';
import type { CommandData } from './data.ts';

const result = {
  certificationNumber: writtenCertificationNumbers,
  obtained: fc.boolean(),
  score: scores,
  comment: details,
};

/** What is told of the sheet, of what travels, of the results, and of what is erased. */
export const paper: CommandData<
  | 'CorrectIdentity'
  | 'CorrectExtraTime'
  | 'VerifyExtraTime'
  | 'GrantExtraTime'
  | 'PrintSheet'
  | 'RecordSignature'
  | 'RecordDocument'
  | 'AddComment'
  | 'AddSessionComment'
  | 'RetractEntry'
  | 'SubmitSheet'
  | 'ReturnSheet'
  | 'SendResults'
  | 'CorrectResult'
  | 'ErasePerson'
> = {
  CorrectIdentity: fc.record({ candidate: candidates, identity: identities, reason: remarks }),
  CorrectExtraTime: fc.record({ candidate: candidates, extraTime: extraTimeOrNone, reason: remarks }),
  VerifyExtraTime: fc.record(
    { candidate: candidates, extraTime: extraTimeOrNone, evidence: details },
    { requiredKeys: ['candidate', 'extraTime'] },
  ),
  GrantExtraTime: fc.record(
    { candidate: candidates, extraTime: extraTimeOrNone, reason: details },
    { requiredKeys: ['candidate', 'extraTime'] },
  ),
  PrintSheet: fc.record(
    { view: fc.constantFrom('copyToSign', 'examinersCopy'), printedRevision: revisions },
    { requiredKeys: ['view'] },
  ),
  RecordSignature: fc.record(
    { candidate: candidates, signature: fc.constantFrom('seen', 'forgotten', 'wrongLine'), detail: details },
    { requiredKeys: ['candidate', 'signature'] },
  ),
  RecordDocument: fc.record({
    kind: documentKinds,
    document: documents,
    sender: correspondents,
    recipient: correspondents,
  }),
  AddComment: fc.record({ candidate: candidates, text: remarks }),
  AddSessionComment: fc.record({ text: remarks }),
  RetractEntry: fc.record({ entry: revisions, reason: remarks }),
  SubmitSheet: fc.record(
    { digitalSheet: documents, signedScan: documents, sender: correspondents, recipient: correspondents },
    { requiredKeys: ['digitalSheet', 'signedScan', 'sender'] },
  ),
  ReturnSheet: fc.record({ reason: remarks }),
  SendResults: fc.record(
    {
      results: fc.array(fc.record(result, { requiredKeys: ['certificationNumber', 'obtained'] }), { maxLength: 5 }),
      document: documents,
      sender: correspondents,
      recipient: correspondents,
    },
    { requiredKeys: ['results', 'document', 'recipient'] },
  ),
  CorrectResult: fc.record(
    { candidate: candidates, ...result, reason: remarks },
    { requiredKeys: ['candidate', 'certificationNumber', 'obtained', 'reason'] },
  ),
  ErasePerson: fc.record({ person: persons, reason: remarks }),
};
