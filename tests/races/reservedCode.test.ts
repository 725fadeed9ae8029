import { expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import { openRegister, type Register } from '../../src/service/register.ts';
import { give, holder, planned } from '../service/codes.ts';
import { comment, must, refusedBy } from '../support/asked.ts';
import { overtaken } from '../support/wrapped.ts';

const CODE = 'ABCD12';

/** A register to which something happens once, right before it first writes to the session. */
function disturbed(store: EventStore, meanwhile: () => Promise<unknown>): Register {
  let isDisturbed = false;
  return openRegister(
    overtaken(store, async ({ stream }) => {
      if (stream !== 'session-s' || isDisturbed) return;
      isDisturbed = true;
      await meanwhile();
    }),
  );
}

/** Judges that the session has its code, and that nobody else can have it. */
async function keepsItsCode(store: EventStore): Promise<void> {
  const host = openRegister(store);
  expect((await host.session('s')).state.accessCode).toBe(CODE);
  expect(await holder(store, CODE)).toBe('s');
  expect(await refusedBy(host.handle(give('t', CODE)))).toEqual([['access-code-free', 'data.accessCode']]);
}

test('a code that is about to be issued is not taken back by the command that reserved it before, and came too late', async () => {
  const memory = openMemoryStore();
  const host = openRegister(memory);
  await planned(host, 's', 't');
  const isAboutTo = Promise.withResolvers<void>();
  const gaveUp = Promise.withResolvers<void>();
  const second = disturbed(memory, () => {
    isAboutTo.resolve();
    return gaveUp.promise;
  });
  let issued: Promise<unknown> | null = null;
  const first = disturbed(memory, async () => {
    await must(host.handle(comment('s', 'Entre-temps')));
    issued = must(second.handle(give('s', CODE)));
    await isAboutTo.promise;
  });
  expect(await first.handle(give('s', CODE, { expectedRevision: 2 }))).toMatchObject({ kind: 'conflict' });
  gaveUp.resolve();
  await issued;
  await keepsItsCode(memory);
});

test('a code that is about to be issued is not taken back by a command that reserved it after, and came too late', async () => {
  const memory = openMemoryStore();
  const host = openRegister(memory);
  await planned(host, 's', 't');
  const late = openRegister(memory);
  await late.session('s');
  await must(host.handle(comment('s', 'Entre-temps')));
  const first = disturbed(memory, async () => {
    expect(await late.handle(give('s', CODE, { expectedRevision: 2 }))).toMatchObject({ kind: 'conflict' });
  });
  await must(first.handle(give('s', CODE)));
  await keepsItsCode(memory);
});
