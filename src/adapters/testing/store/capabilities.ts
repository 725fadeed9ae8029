/** What a store may offer or not, each as it is said in a report. What every store must do is no capability. */
export const CAPABILITIES = {
  expectedAny: 'appends to a stream whatever its revision (`any`)',
  batches: 'stores several events with one append',
  emptyAppend: 'answers an append of no events',
  tellsActual: 'tells the actual revision with a conflict',
  globalOrder: 'reads all streams in one order',
  listening: 'tells listeners of what was stored',
  uniqueEventIds: 'refuses an event id that is taken',
  refusesNonJson: 'refuses data that is not JSON',
  secondInstance: 'opens a second instance on the same record',
  closing: 'can be closed, and then fails every call',
} as const;

/** The name of a capability. */
export type Capability = keyof typeof CAPABILITIES;

/** What a store says of itself. Nothing may be left out: what is not offered is said to be not offered. */
export type Capabilities = Readonly<Record<Capability, boolean>>;

/** All names, in the order of a report. */
export const capabilityNames = Object.keys(CAPABILITIES) as readonly Capability[];

/** A store that does all that the port knows of. */
export const EVERY_CAPABILITY: Capabilities = {
  expectedAny: true,
  batches: true,
  emptyAppend: true,
  tellsActual: true,
  globalOrder: true,
  listening: true,
  uniqueEventIds: true,
  refusesNonJson: true,
  secondInstance: true,
  closing: true,
};
