import { describe, expect, test } from 'vitest';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { closed, eventsOf, faultsOf, issued, planned, rulesOf, started, submitted, why } from './stages.ts';

describe(PROCEDURE.print, () => {
  test('the sheet is printed once it has its code, as the record stands', () => {
    const story = issued();
    const told = { type: 'PrintSheet', data: { view: 'copyToSign' } } as const;
    expect(story.draft.state.revision).toBe(6);
    expect(eventsOf(story, told)).toEqual([{ type: 'SheetPrinted', data: { view: 'copyToSign', printedRevision: 6 } }]);
    expect(rulesOf(planned(), told)).toEqual(['allowed-in-state']);
  });

  test('a print of an earlier revision is noted; one of a later revision cannot be', () => {
    const story = issued();
    const of = (printedRevision: number) =>
      ({ type: 'PrintSheet', data: { view: 'examinersCopy', printedRevision } }) as const;
    expect(eventsOf(story, of(1))).toEqual([{ type: 'SheetPrinted', data: of(1).data }]);
    expect(eventsOf(story, of(7))).toEqual([{ type: 'SheetPrinted', data: of(7).data }]);
    expect(why(story, of(9))).toEqual([
      'printed-from-the-record: The sheet cannot show revision 9: the record stands at 8.',
    ]);
    expect(faultsOf('PrintSheet', { view: 'poster', printedRevision: 0 })).toEqual([
      'field-invalid-value at data.view',
      'field-too-small at data.printedRevision',
    ]);
  });
});

describe(PROCEDURE.submission, () => {
  test('what was seen of a signature is noted, from the code on', () => {
    for (const signature of ['seen', 'forgotten', 'wrongLine'] as const) {
      const story = issued();
      expect(eventsOf(story, { type: 'RecordSignature', data: { candidate: 2, signature } })).toEqual([
        { type: 'SignatureRecorded', data: { candidate: 2, signature, detail: null } },
      ]);
      expect(story.draft.state.candidates[1]?.signature).toEqual({ at: story.now, revision: 7 });
    }
    const told = { type: 'RecordSignature', data: { candidate: 2, signature: 'seen', detail: 'Au crayon' } } as const;
    expect(eventsOf(closed(), told)).toEqual([{ type: 'SignatureRecorded', data: told.data }]);
    expect(rulesOf(planned(), told)).toEqual(['allowed-in-state']);
  });

  test('nobody who is absent or not on the sheet has signed', () => {
    const story = started();
    story.must({ type: 'MarkAbsent', data: { candidate: 2 } });
    expect(why(story, { type: 'RecordSignature', data: { candidate: 2, signature: 'seen' } })).toEqual([
      'candidate-not-absent: Candidate 2 is noted absent: note that they came, or take the absence back.',
    ]);
    expect(rulesOf(story, { type: 'RecordSignature', data: { candidate: 4, signature: 'seen' } })).toEqual([
      'candidate-registered',
    ]);
  });

  test('a signature that was forgotten is noted after the sheet was sent, too', () => {
    const told = { type: 'RecordSignature', data: { candidate: 1, signature: 'forgotten' } } as const;
    expect(eventsOf(submitted(), told)).toHaveLength(1);
  });
});
