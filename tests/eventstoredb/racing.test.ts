import { expect, test } from 'vitest';
import { checkedReplay } from '../../src/domain/machine/replay.ts';
import { openRegister } from '../../src/service/register.ts';
import { comment, must, plan, register } from '../support/asked.ts';
import { withStore } from './support/store.ts';

test('two registers on one server never register a twenty-first candidate, whoever is quicker and whatever fails', () =>
  withStore(
    async ({ server, store, open }) => {
      const registers = [openRegister(store), openRegister(open())];
      const [one] = registers;
      if (one === undefined) throw new Error('no register');
      await must(one.handle(plan('s', { policy: { candidatesPerExaminer: 20 } })));
      server.faults = ({ kind, n }) => {
        if (kind === 'append' && n % 5 === 0) return { fault: 'reset-after-commit' };
        return kind === 'append' && n % 7 === 0 ? { fault: 'reset' } : null;
      };
      const answers = await Promise.all(
        Array.from({ length: 32 }, (_, person) => registers[person % 2]?.handle(register('s', person))),
      );
      const kinds = answers.map((answer) => answer?.kind);
      // A register gives up a command that others overtake for too long, and says so.
      expect(kinds.filter((kind) => kind === 'accepted').length).toBeLessThanOrEqual(20);
      server.faults = null;
      for (let person = 0; person < 32; person++) await registers[person % 2]?.handle(register('s', person));
      const { state, breaches } = checkedReplay(await one.history('s'));
      expect(breaches).toEqual([]);
      expect(state.registered).toBe(20);
      const refused = await registers[1]?.handle(register('s', 99));
      expect(refused).toMatchObject({ kind: 'refused', refusals: [{ rule: 'room-for-one-more' }] });
    },
    { budgets: {} },
  ));

test('a command that reaches two registers at once is carried out once, and both answer what stands in the record', () =>
  withStore(
    async ({ store, open }) => {
      const registers = [openRegister(store), openRegister(open())];
      const [one] = registers;
      if (one === undefined) throw new Error('no register');
      await must(one.handle(plan('s')));
      for (let n = 0; n < 10; n++) {
        const answers = await Promise.all(
          registers.map((each) => must(each.handle(comment('s', 'Noté', { id: `c${n}` })))),
        );
        const history = await one.history('s');
        for (const { events } of answers) expect(events).toEqual([history.at(-1)]);
      }
      expect(await store.readStream('session-s')).toHaveLength(12);
    },
    { budgets: {} },
  ));
