import { openMemoryStore } from '../../../src/adapters/memory/store.ts';
import type { FrontDoor, Subject, SubjectPorts } from '../../../src/adapters/testing/laws/index.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';
import { openRegister } from '../../../src/service/register.ts';

/** The library's register on a store, which further registers share; the first one closes it. */
const onStore = (store: EventStore, ports: SubjectPorts): FrontDoor => ({
  ...openRegister(store, ports),
  again: async () => onStore({ ...store, close: async () => undefined }, ports),
});

/** The library's register on new stores. */
export const registerOn = (
  name: string,
  openStore: (ports: SubjectPorts) => EventStore | Promise<EventStore>,
): Subject => ({
  name,
  open: async (ports) => onStore(await openStore(ports), ports),
});

/** The library's register in memory. */
export const inMemory: Subject = registerOn('the register in memory', openMemoryStore);

/** The library's register in memory, behind a front door of which some parts are others. */
export const behind = (
  name: string,
  spoil: (front: FrontDoor, ports: SubjectPorts) => Partial<FrontDoor>,
): Subject => ({
  name,
  open: async (ports) => {
    const front = await inMemory.open(ports);
    return { ...front, ...spoil(front, ports) };
  },
});

/** The library's register in memory, some pure parts of which are others. */
export const withParts = (name: string, parts: Omit<Subject, 'name' | 'open'>): Subject => ({
  ...inMemory,
  ...parts,
  name,
});
