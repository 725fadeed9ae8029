import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase64url } from '../../src/adapters/crypto/node.ts';
import { evidenceHistory, verdictText, verifyEvidence } from '../../src/adapters/evidence/index.ts';
import { erasedIn } from '../../src/domain/erasure.ts';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { takenApart } from '../../src/domain/privacy/box.ts';
import { type Person, personOf } from '../../src/domain/privacy/person.ts';
import { holds } from '../support/property.ts';
import { bytesOf, CENTRE, codesOf, fileFor, fileOf, outcomesOf } from './support/files.ts';
import { headOf, keyOf, recorded, sealedTexts, sessions } from './support/record.ts';

const trusted = [CENTRE.trusted];

/** The personal strings of these events that are long enough not to stand somewhere by chance. */
function stringsOf(events: readonly SessionEvent[], isMeant: (person: Person) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string' && value.length >= 4) found.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  for (const event of events) {
    const apart = takenApart(event);
    if (apart !== null && isMeant(apart.person)) look(apart.personal);
  }
  return found;
}

/** Somebody of whom a session speaks, and who is not erased. */
const somebody = ({ events }: { events: readonly SessionEvent[] }, at: number): Person | null => {
  const erased = erasedIn(events);
  const persons = new Set(events.map(personOf).filter((person) => person !== null && person !== 'session'));
  const there = [...persons].filter((person) => person !== null && !erased.includes(person));
  return there[at % there.length] ?? null;
};

describe('the file of one person', () => {
  test('verifies like the one for a jury, and shows nothing personal of anybody else', async () => {
    let shown = 0;
    await holds(
      fc.asyncProperty(sessions(25), fc.nat(99), async (history, at) => {
        const person = somebody(history, at);
        fc.pre(person !== null);
        if (person === null) return;
        const { events } = history;
        const lines = await fileFor(recorded(events), person);
        const verdict = await verifyEvidence(bytesOf(lines), { trusted });
        const { documents, ...outcomes } = outcomesOf(verdict);
        expect(Object.values(outcomes)).toEqual(Array(8).fill('holds'));
        expect(verdict.sound).toBe(true);
        expect(verdictText(verdict)).toContain(`Pour la personne ${person}`);

        const { history: read } = await evidenceHistory(bytesOf(lines));
        const theirs = stringsOf(events, (of) => of === person);
        const facts = JSON.stringify(
          events.map((event) => ({ ...event, data: takenApart(event)?.left ?? event.data })),
        );
        const texts = [lines.join(''), JSON.stringify(read)];
        for (const strange of stringsOf(events, (of) => of !== person)) {
          if (theirs.has(strange) || facts.includes(strange) || [...theirs].some((own) => own.includes(strange)))
            continue;
          shown += 1;
          for (const text of texts) expect(text).not.toContain(strange);
        }
        expect(stringsOf(read.events, (of) => of === person)).toEqual(theirs);
        expect(stringsOf(read.events, (of) => of !== person).size).toBe(0);
      }),
      { runs: 40 },
    );
    expect(shown).toBeGreaterThan(100);
  });

  test('cannot be written with the key of anybody else', async () => {
    await holds(
      fc.asyncProperty(sessions(15), fc.nat(99), async (history, at) => {
        const person = somebody(history, at);
        const record = recorded(history.events);
        fc.pre(person !== null && [...record.keys.keys()].some((other) => other !== person));
        if (person === null) return;
        const written = fileOf(record, { recipient: { kind: 'person', person } });
        await expect(written).rejects.toMatchObject({ name: 'EvidenceError', code: 'key-of-another' });
      }),
      { runs: 15 },
    );
  });

  test('cannot be written of a record in which the others can be read', async () => {
    await holds(
      fc.asyncProperty(sessions(15), async ({ events }) => {
        fc.pre(
          stringsOf(events, (of) => of !== 'candidate-1').size > 0 &&
            events.some((event) => personOf(event) === 'candidate-1'),
        );
        const record = { ...recorded(events), texts: sealedTexts(events) };
        const changes = { keys: new Map(), root: null, inclusion: null } as const;
        const written = fileOf(record, { ...changes, recipient: { kind: 'person', person: 'candidate-1' } });
        await expect(written).rejects.toMatchObject({ code: 'data-of-another' });
      }),
      { runs: 15 },
    );
  });

  test('that somebody signed with the key of another in it is not sound', async () => {
    const record = oneRecord();
    const lines = await fileFor(record, 'candidate-1');
    const keys = {
      keys: [...record.keys].map(([person, key]) => ({ person, key: toBase64url(key.export()) })),
    };
    const verdict = await verifyEvidence(bytesOf(lines.with(1, `${JSON.stringify(keys)}\n`)), { trusted: [] });
    expect(new Set(codesOf(verdict, 'personal'))).toEqual(new Set(['key-of-another']));
    expect(verdict.sound).toBe(false);
  });

  test('is written for somebody of whom the record speaks, and not for its free texts', async () => {
    for (const person of ['candidate-999', 'examiner-nobody', 'session'] as const) {
      await expect(fileFor(oneRecord(), person)).rejects.toMatchObject({ code: 'person-unknown' });
    }
  });
});

describe('the keys in a file', () => {
  test('may be missing: what is encrypted stays unreadable, and is counted', async () => {
    const record = oneRecord();
    const keys = new Map([...record.keys].filter(([person]) => person !== 'candidate-1'));
    const verdict = await verifyEvidence(bytesOf(await fileOf(record, { keys })), { trusted });
    expect(verdict).toMatchObject({ sound: true, unreadable: ['candidate-1'] });
    expect(verdict.doesNotProve.some(({ fr }) => fr.includes('de 1 personne(s), dont les clés'))).toBe(true);
  });

  test('that do not open are named with the person and the first event', async () => {
    const record = oneRecord();
    const keys = new Map(record.keys).set('candidate-1', keyOf('candidate-2'));
    const verdict = await verifyEvidence(bytesOf(await fileOf(record, { keys })), { trusted });
    const personal = verdict.checks.find(({ check }) => check === 'personal');
    const first = record.events.find((event) => personOf(event) === 'candidate-1')?.revision;
    expect(personal).toMatchObject({ outcome: 'fails', revision: first });
    expect(personal?.fr).toContain('candidate-1');
    expect(outcomesOf(verdict)).toMatchObject({ chain: 'holds', signature: 'holds' });
  });

  test('of somebody who was erased are left out, and found where somebody put them in', async () => {
    const [planned, ...rest] = oneRecord().events;
    const last = rest.at(-1);
    if (planned === undefined || last === undefined) throw new Error('no history');
    const data = { person: 'candidate-1', reason: 'Demande de la famille' };
    const erasing = {
      ...last,
      id: planned.id.replace(/^./, 'f'),
      type: 'PersonErased',
      revision: last.revision + 1,
      data,
    };
    const record = recorded([planned, ...rest, erasing as SessionEvent]);
    const lines = await fileOf(record);
    expect(lines[1]).not.toContain('"candidate-1"');
    const verdict = await verifyEvidence(bytesOf(lines), { trusted });
    expect(verdict).toMatchObject({ erased: ['candidate-1'], unreadable: [] });

    const keys = { keys: [{ person: 'candidate-1', key: toBase64url(keyOf('candidate-1').export()) }] };
    const found = await verifyEvidence(bytesOf(lines.with(1, `${JSON.stringify(keys)}\n`)), { trusted: [] });
    expect(codesOf(found, 'personal')).toContain('key-of-erased');
  });
});

/** A finished session with two candidates at least. */
function oneRecord() {
  const arbitrary = sessions(20).filter(({ events }) => {
    const persons = events.map(personOf);
    return persons.includes('candidate-1') && persons.includes('candidate-2') && erasedIn(events).length === 0;
  });
  const [history] = fc.sample(arbitrary, { numRuns: 1, seed: 11 });
  const record = recorded(history?.events ?? []);
  expect(record.head).toEqual(headOf(record.texts));
  return record;
}
