import { randomUUID } from 'node:crypto';
import type { NewEvent } from '../../../src/domain/store/envelope.ts';

/** An event that no other has, unless its id says otherwise. */
export const newEvent = (different: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'CertificationNumberRecorded',
  schemaVersion: 1,
  occurredAt: 1_726_570_000_000,
  recordedAt: 1_726_570_060_000,
  actor: { role: 'examiner', identity: 'lefevre' },
  commandId: 'command-1',
  correlationId: null,
  causationId: null,
  data: { candidate: 3, certificationNumber: '123456' },
  ...different,
});
