import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { examinerOf } from '../../src/adapters/testing/arbitraries/people.ts';
import type { StoredEvent } from '../../src/domain/store/envelope.ts';
import { StoreError } from '../../src/domain/store/errors.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import type { RegisterOptions } from '../../src/service/ports.ts';
import { openRegister, type Register } from '../../src/service/register.ts';
import type { RetentionAnswer } from '../../src/service/retention.ts';
import { codeOf, comment, HALF_PAST_EIGHT, issue, must, opened, plan, register, say } from '../support/asked.ts';
import { erasing } from '../support/erasing.ts';
import { holds } from '../support/property.ts';
import { troubled } from '../support/wrapped.ts';

const DAY = 86_400_000;

const RUN = { actor: { role: 'system', identity: 'conservation' }, reason: 'Fin de la durée de conservation' } as const;

const APPLY = { ...RUN, apply: true };

const LIST = { ...RUN, apply: false };

const EXAMINER = `examiner-${examinerOf(0).id}`;

/** Bytes that are the same in each centre, so that their access codes are. */
function foreseeable(): (bytes: number) => Uint8Array {
  let made = 0;
  return (bytes) => Uint8Array.from({ length: bytes }, () => (made++ * 37) % 251);
}

/** A centre with a session that was cancelled, one that is closed, one that nobody closed, and one that is planned. */
async function centre(store: EventStore, options: Omit<RegisterOptions, 'clock'> = {}) {
  const { register: inUse, clock } = opened(store, { random: foreseeable(), ...options });
  for (const session of ['annulee', 'close', 'oubliee', 'prevue']) {
    await must(inUse.handle(plan(session)));
    await must(inUse.handle(register(session, 0)));
    if (session !== 'prevue') await must(inUse.handle(issue(session)));
  }
  await must(inUse.handle(say('annulee', 'CancelSession', { reason: 'Grève des transports' })));
  clock.goTo(HALF_PAST_EIGHT);
  for (const session of ['close', 'oubliee']) {
    await must(inUse.handle(say(session, 'GiveAccessCode', { accessCode: String(await codeOf(inUse, session)) })));
  }
  await must(inUse.handle(say('close', 'CloseSession', {})));
  clock.goTo(HALF_PAST_EIGHT + 400 * DAY);
  return { inUse, clock };
}

/** An answer in brief. */
function brief(answer: RetentionAnswer) {
  if (answer.kind === 'refused') return answer.refusals.map(({ rule, path }) => [rule, path]);
  return {
    due: answer.due.map(({ session, persons, erased }) => [session, persons.length, erased.length]),
    stillOpen: answer.stillOpen.map(({ session }) => session),
    unreadable: answer.unreadable.map(({ session, code }) => [session, code]),
  };
}

const everything = async (inUse: Register) =>
  Promise.all(['annulee', 'close', 'oubliee', 'prevue'].map((session) => inUse.history(session)));

describe('a retention policy that is carried out', () => {
  test('lists who is due and changes nothing, unless it is applied', async () => {
    const { inUse } = await centre(await erasing());
    const before = await everything(inUse);
    const answer = await inUse.retention({ cancelled: 30, closed: 365 }, LIST);
    expect(answer).toMatchObject({
      kind: 'reviewed',
      due: [
        { session: 'annulee', lifecycle: 'cancelled', persons: ['candidate-1', EXAMINER, 'session'], erased: [] },
        { session: 'close', lifecycle: 'closed', since: HALF_PAST_EIGHT, hindered: null },
      ],
      stillOpen: [
        { session: 'oubliee', lifecycle: 'running' },
        { session: 'prevue', lifecycle: 'planned' },
      ],
      unreadable: [],
    });
    expect(await everything(inUse)).toEqual(before);
  });

  test('erases those who are due, says why and who did it, and is done then', async () => {
    const { inUse } = await centre(await erasing());
    const [, , forgotten, planned] = await everything(inUse);
    const answer = await inUse.retention({ cancelled: 30, closed: 365 }, APPLY);
    expect(brief(answer)).toMatchObject({
      due: [
        ['annulee', 3, 3],
        ['close', 3, 3],
      ],
    });
    const { state } = await inUse.session('close');
    expect(state.erased).toEqual(['candidate-1', EXAMINER, 'session']);
    const last = (await inUse.history('close')).at(-1);
    expect(last).toMatchObject({ actor: RUN.actor, data: { person: 'session', reason: RUN.reason } });
    expect((await inUse.sheet('close')).lines[0]?.identity).toEqual({ erased: true });
    expect((await everything(inUse)).slice(2)).toEqual([forgotten, planned]);
    expect(brief(await inUse.retention({ cancelled: 0, closed: 0 }, APPLY))).toMatchObject({ due: [] });
  });

  test('erases nobody before their time', async () => {
    const { inUse } = await centre(await erasing());
    expect(brief(await inUse.retention({ closed: 401, cancelled: 36_500 }, APPLY))).toEqual({
      due: [],
      stillOpen: [],
      unreadable: [],
    });
  });

  test('is refused where it cannot be read, and where the store cannot erase', async () => {
    const { inUse } = await centre(openMemoryStore());
    expect(brief(await inUse.retention({ closed: -1 }, APPLY))).toEqual([['field-too-small', 'closed']]);
    expect(brief(await inUse.retention({ closed: 1 }, APPLY))).toEqual([['store-erases', 'apply']]);
    expect(brief(await inUse.retention({ closed: 1 }, LIST))).toMatchObject({ due: [['close', 3, 0]] });
  });

  test('says what stands in the way, and goes on with the other sessions', async () => {
    const because = { en: 'Not this one.', fr: 'Pas celle-ci.' };
    const { inUse } = await centre(await erasing(), {
      authorize: ({ type, session }) => (type === 'ErasePerson' && session === 'annulee' ? because : null),
    });
    const answer = await inUse.retention({ cancelled: 30, closed: 365 }, APPLY);
    expect(brief(answer)).toMatchObject({
      due: [
        ['annulee', 3, 0],
        ['close', 3, 3],
      ],
    });
    expect(answer).toMatchObject({
      due: [{ hindered: { kind: 'refused', refusals: [because, because, because] } }, {}],
    });
  });

  test('reports sessions that cannot be read', async () => {
    const inner = await erasing();
    let spoilt = false;
    const later = (event: StoredEvent): StoredEvent => ({ ...event, schemaVersion: 99 });
    const store: EventStore = {
      ...inner,
      async readStream(stream, range) {
        if (!spoilt) return inner.readStream(stream, range);
        if (stream === 'session-close') throw new StoreError('store-damaged', 'Revision 3 is damaged');
        const events = await inner.readStream(stream, range);
        return stream === 'session-annulee' ? events.map(later) : events;
      },
    };
    const { clock } = await centre(store);
    spoilt = true;
    const answer = await openRegister(store, { clock }).retention({ cancelled: 30, closed: 365 }, APPLY);
    expect(brief(answer)).toEqual({
      due: [],
      stillOpen: ['oubliee', 'prevue'],
      unreadable: [
        ['annulee', 'event-unreadable'],
        ['close', 'store-damaged'],
      ],
    });
  });

  test('is not carried out by a register that was closed', async () => {
    const store = await erasing();
    const { inUse } = await centre(store);
    await inUse.close();
    await expect(inUse.retention({ closed: 1 }, APPLY)).rejects.toMatchObject({ code: 'store-closed' });
  });

  test('comes to the same record wherever it was cut off before, done again', async () => {
    const dataOf = async (inUse: Register) => (await everything(inUse)).map((events) => events.map(({ data }) => data));
    const whole = await centre(await erasing());
    await whole.inUse.retention({ cancelled: 30, closed: 365 }, APPLY);
    const wanted = await dataOf(whole.inUse);
    await holds(
      fc.asyncProperty(fc.nat(9), fc.boolean(), async (until, isStored) => {
        let steps = Number.POSITIVE_INFINITY;
        const inner = await erasing();
        const fails = () => {
          steps -= 1;
          return steps === 0;
        };
        const store: EventStore = {
          ...troubled(inner, () => (fails() ? (isStored ? 'after' : 'before') : null)),
          async erase(stream, person) {
            if (fails() && !isStored) throw new StoreError('store-unwritable', 'The disk is out of reach');
            await inner.erase(stream, person);
          },
        };
        const { inUse } = await centre(store);
        steps = until;
        await inUse.retention({ cancelled: 30, closed: 365 }, APPLY).catch(() => null);
        steps = Number.POSITIVE_INFINITY;
        await must(inUse.handle(comment('prevue', 'Salle à revoir')));
        await inUse.retention({ cancelled: 30, closed: 365 }, APPLY);
        const [cancelled, closed] = await dataOf(inUse);
        expect([cancelled, closed]).toEqual(wanted.slice(0, 2));
        for (const session of ['annulee', 'close']) {
          const stored = await inner.readStream(`session-${session}`);
          expect(stored.map(({ data }) => data)).toEqual((await inUse.history(session)).map(({ data }) => data));
        }
      }),
      { runs: 40 },
    );
  });
});
