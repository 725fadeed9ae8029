import { describe, expect, test } from 'vitest';
import type { Story } from '../../src/adapters/testing/histories/story.ts';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import {
  at,
  closed,
  concluded,
  ESTABLISHMENT,
  eventsOf,
  expectFaults,
  faultsOf,
  resultsOf,
  rulesOf,
  SCAN,
  SHEET,
  SUBMIT,
  started,
  submitted,
  why,
} from './stages.ts';

const back = { type: 'ReturnSheet', data: { reason: 'Scan illisible' } } as const;

const send = (...results: { certificationNumber: string; obtained: boolean }[]) => ({
  type: 'SendResults' as const,
  data: { results, document: SHEET, recipient: ESTABLISHMENT.name },
});

const ended = (story: Story): Story => {
  story.must({ type: 'CloseSession', data: {} });
  return story;
};

describe(PROCEDURE.submission, () => {
  test('the digital sheet and the scan go to Pix together', () => {
    const story = closed();
    const { sender } = SUBMIT.data;
    expect(eventsOf(story, SUBMIT)).toEqual([
      { type: 'DocumentRecorded', data: { kind: 'digitalSheet', document: SHEET, sender, recipient: 'certif@pix.fr' } },
      { type: 'DocumentRecorded', data: { kind: 'signedScan', document: SCAN, sender, recipient: 'certif@pix.fr' } },
      { type: 'SheetSubmitted', data: { digitalSheet: SHEET, signedScan: SCAN } },
    ]);
    expect(story.draft.place.lifecycle).toBe('sheetSubmitted.underReview');
    expect(story.draft.state.lifecycleAt).toBe(at('10:30'));
    expect(rulesOf(story, SUBMIT)).toEqual(['allowed-in-state']);
    expect(rulesOf(started(), SUBMIT)).toEqual(['allowed-in-state']);
  });

  test('both of them are named, with who sends them', () => {
    expect(faultsOf('SubmitSheet', {})).toEqual([
      'field-missing at data.digitalSheet',
      'field-missing at data.signedScan',
      'field-missing at data.sender',
    ]);
    expectFaults(
      (over: object) => faultsOf('SubmitSheet', { ...SUBMIT.data, ...over }),
      [
        [{ sender: 's'.repeat(200), recipient: 'r'.repeat(200) }],
        [
          { sender: 's'.repeat(201), recipient: 'r'.repeat(201) },
          'field-too-big at data.sender',
          'field-too-big at data.recipient',
        ],
      ],
    );
  });

  test('it is not sent before the close', () => {
    expect(rulesOf(closed(), { ...SUBMIT, occurredAt: at('10:20') - 1 })).toEqual(['lifecycle-in-order']);
    expect(eventsOf(closed(), { ...SUBMIT, occurredAt: at('10:20') })).toHaveLength(3);
  });

  test('everybody who took part has a number and an end screen, or a reason why not', () => {
    const story = ended(started());
    const number = (...of: number[]) =>
      `every-number-or-reason: Candidates ${of.join(', ')} have neither a certification number, nor a reason why not, nor an absence.`;
    const end = (...of: number[]) =>
      `every-end-screen-or-reason: Candidates ${of.join(', ')} have neither an end screen, nor a reason why not, nor an absence.`;
    const when = { occurredAt: at('09:00') };
    expect(why(story, SUBMIT)).toEqual([number(1, 2, 3), end(1, 2, 3)]);
    story.must({ type: 'RecordCertificationNumber', data: { candidate: 1, certificationNumber: '7' }, ...when });
    expect(why(story, SUBMIT)).toEqual([number(2, 3), end(1, 2, 3)]);
    story.must({ type: 'ExplainMissingNumber', data: { candidate: 2, cause: 'notRead' } });
    expect(why(story, SUBMIT)).toEqual([number(3), end(1, 2, 3)]);
    story.must({ type: 'RecordEndScreen', data: { candidate: 1 }, ...when });
    expect(why(story, SUBMIT)).toEqual([number(3), end(2, 3)]);
    story.must({ type: 'ExplainMissingEndScreen', data: { candidate: 2, cause: 'overlooked' } });
    expect(why(story, SUBMIT)).toEqual([number(3), end(3)]);
    story.must({ type: 'MarkLeft', data: { candidate: 3, cause: 'excluded' }, ...when });
    expect(why(story, SUBMIT)).toEqual([number(3)]);
    story.must({ type: 'ExplainMissingNumber', data: { candidate: 3, cause: 'leftBefore' } });
    expect(eventsOf(story, SUBMIT)).toHaveLength(3);
  });

  test('who was absent, withdrawn or could not join needs neither', () => {
    const story = started({ candidates: 2 });
    story.must({ type: 'MarkAbsent', data: { candidate: 1 } });
    story.must({ type: 'MarkCouldNotJoin', data: { candidate: 2, cause: 'account' } });
    expect(eventsOf(ended(story), SUBMIT)).toHaveLength(3);
  });

  test('who came after all does', () => {
    const story = started({ candidates: 2 });
    story.must({ type: 'MarkAbsent', data: { candidate: 1 } });
    story.must({ type: 'MarkPresent', data: { candidate: 1 } });
    story.must({ type: 'MarkCouldNotJoin', data: { candidate: 2, cause: 'account' } });
    story.must({ type: 'MarkStarted', data: { candidate: 2 } });
    expect(ended(story).refused(SUBMIT)).toMatchObject([
      { values: { candidates: { value: [1, 2], personal: false } } },
      { values: { candidates: { value: [1, 2], personal: false } } },
    ]);
  });

  test('a sheet that Pix sends back is put right and sent again', () => {
    const story = submitted();
    expect(rulesOf(story, { ...back, occurredAt: at('10:29') })).toEqual(['lifecycle-in-order']);
    expect(eventsOf(story, back)).toEqual([{ type: 'SheetReturned', data: back.data }]);
    expect(story.draft.place.lifecycle).toBe('sheetSubmitted.returned');
    expect(story.draft.state.lifecycleAt).toBe(at('11:00'));
    expect(rulesOf(story, back)).toEqual(['allowed-in-state']);
    expect(rulesOf(story, send())).toEqual(['allowed-in-state']);
    story.must({ type: 'RetractEntry', data: { entry: 8, reason: 'Autre poste' } });
    expect(rulesOf(story, SUBMIT)).toEqual(['every-number-or-reason']);
    story.must({ type: 'ExplainMissingNumber', data: { candidate: 1, cause: 'notRead' } });
    expect(rulesOf(story, { ...SUBMIT, occurredAt: at('10:59') })).toEqual(['lifecycle-in-order']);
    story.must(SUBMIT);
    expect(story.draft.place.lifecycle).toBe('sheetSubmitted.underReview');
    expect(rulesOf(closed(), back)).toEqual(['allowed-in-state']);
  });
});

describe(PROCEDURE.results, () => {
  test('the results come with their document, one for each number', () => {
    const story = submitted({ candidates: 2 });
    const given = [
      { certificationNumber: '1002', obtained: false },
      { certificationNumber: '1001', obtained: true, score: 512, comment: 'Félicitations' },
    ];
    const recipient = ESTABLISHMENT.name;
    const told = { type: 'SendResults', data: { results: given, document: SHEET, recipient } } as const;
    expect(eventsOf(story, told)).toEqual([
      { type: 'DocumentRecorded', data: { kind: 'results', document: SHEET, sender: 'certif@pix.fr', recipient } },
      { type: 'ResultRecorded', data: { ...given[0], candidate: 2, score: null, comment: null } },
      { type: 'ResultRecorded', data: { ...given[1], candidate: 1 } },
      { type: 'ResultsSent', data: { document: SHEET } },
    ]);
    expect(story.draft.place.lifecycle).toBe('resultsSent');
    expect(story.draft.state.lifecycleAt).toBe(at('11:00'));
    expect(story.draft.state.candidates.map(({ result }) => result)).toEqual([true, true]);
  });

  test('they cover every certification number', () => {
    const story = submitted();
    expect(why(story, send({ certificationNumber: '1002', obtained: true }))).toEqual([
      'every-number-has-its-result: Certification numbers 1001, 1003 have no result.',
    ]);
    expect(eventsOf(story, resultsOf(story))).toHaveLength(5);
  });

  test('a number has one result', () => {
    const story = submitted({ candidates: 1 });
    const given = { certificationNumber: '1001', obtained: true };
    expect(why(story, send(given, given))).toEqual(['one-result: Certification number 1001 has a result already.']);
    expect(story.draft.state.candidates[0]?.result).toBe(false);
  });

  test('a number that nobody has is named', () => {
    const story = submitted({ candidates: 1 });
    const told = send({ certificationNumber: '1001', obtained: true }, { certificationNumber: '42', obtained: true });
    expect(why(story, told)).toEqual([
      'candidate-registered: No candidate 10000 is registered in this session.',
      'result-of-the-number: Certification number 42 is not that of candidate 10000 (—).',
    ]);
  });

  test('who has no number needs no result', () => {
    const story = ended(started({ candidates: 1 }));
    story.must({ type: 'ExplainMissingNumber', data: { candidate: 1, cause: 'notRead' } });
    story.must({ type: 'ExplainMissingEndScreen', data: { candidate: 1, cause: 'overlooked' } });
    story.must(SUBMIT);
    expect(eventsOf(story, send())).toHaveLength(2);
  });

  test('they are not sent before the sheet was', () => {
    const story = submitted({ candidates: 1 });
    const told = send({ certificationNumber: '1001', obtained: true });
    expect(rulesOf(story, { ...told, occurredAt: at('10:29') })).toEqual(['lifecycle-in-order']);
    expect(rulesOf(closed({ candidates: 1 }), told)).toEqual(['allowed-in-state', 'allowed-in-state']);
    expect(eventsOf(story, { ...told, occurredAt: at('10:30') })).toHaveLength(3);
  });

  test('a score is a whole number of points', () => {
    const scored = (score: unknown) =>
      faultsOf('SendResults', {
        results: [{ certificationNumber: '1', obtained: true, score, comment: 'c'.repeat(1000) }],
        document: SHEET,
        recipient: 'r'.repeat(200),
      });
    expectFaults(scored, [
      [0],
      [10_000],
      [null],
      [undefined],
      [-1, 'field-too-small at data.results.0.score'],
      [10_001, 'field-too-big at data.results.0.score'],
      [0.5, 'field-invalid-type at data.results.0.score'],
    ]);
    expectFaults(
      (over: object) => faultsOf('SendResults', { ...send().data, ...over }),
      [
        [{ sender: 's'.repeat(200) }],
        [
          { sender: 's'.repeat(201), recipient: 'r'.repeat(201) },
          'field-too-big at data.sender',
          'field-too-big at data.recipient',
        ],
        [
          { results: [{ certificationNumber: 'a', comment: 'c'.repeat(1001) }] },
          'certification-number-digits at data.results.0.certificationNumber',
          'field-missing at data.results.0.obtained',
          'field-too-big at data.results.0.comment',
        ],
        [
          { results: Array(10_001).fill({ certificationNumber: '1', obtained: true }) },
          'field-too-big at data.results',
        ],
      ],
    );
  });
});

describe(PROCEDURE.ownResult, () => {
  const correct = (candidate: number, certificationNumber: string) =>
    ({
      type: 'CorrectResult',
      data: { candidate, certificationNumber, obtained: true, reason: 'Réclamation' },
    }) as const;

  test('a result is corrected after the results were sent, for the number that the candidate has', () => {
    const story = concluded();
    expect(eventsOf(story, correct(2, '#1002'))).toEqual([
      {
        type: 'ResultCorrected',
        data: {
          candidate: 2,
          certificationNumber: '1002',
          obtained: true,
          score: null,
          comment: null,
          reason: 'Réclamation',
        },
      },
    ]);
    expect(story.draft.place.lifecycle).toBe('resultsSent');
    expect(story.draft.state.revision).toBe(story.events.length);
    expect(why(story, correct(2, '1001'))).toEqual([
      'result-of-the-number: Certification number 1001 is not that of candidate 2 (1002).',
    ]);
    expect(rulesOf(submitted(), correct(2, '1002'))).toEqual(['allowed-in-state']);
  });

  test('only a result that was given is corrected', () => {
    const story = ended(started({ candidates: 1 }));
    story.must({ type: 'ExplainMissingNumber', data: { candidate: 1, cause: 'notRead' } });
    story.must({ type: 'ExplainMissingEndScreen', data: { candidate: 1, cause: 'overlooked' } });
    story.must(SUBMIT);
    story.must(send());
    story.must({ type: 'RecordCertificationNumber', data: { candidate: 1, certificationNumber: '7' } });
    expect(why(story, correct(1, '7'))).toEqual([
      'corrects-a-result: Certification number 7 has no result to correct.',
    ]);
    expect(rulesOf(story, correct(2, '7'))).toEqual([
      'candidate-registered',
      'result-of-the-number',
      'corrects-a-result',
    ]);
  });
});
