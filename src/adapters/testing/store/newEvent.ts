import type { NewEvent } from '../../../domain/store/envelope.ts';

let made = 0;

/** An event that no other of this process has, unless its id says otherwise. */
export function newEvent(different: Partial<NewEvent> = {}): NewEvent {
  made++;
  return {
    id: `11111111-1111-4111-8111-${made.toString(16).padStart(12, '0')}`,
    type: 'CertificationNumberRecorded',
    schemaVersion: 1,
    occurredAt: 1_726_570_000_000 + made,
    recordedAt: 1_726_570_060_000 + made,
    actor: { role: 'examiner', identity: 'lefevre' },
    commandId: `command-${made}`,
    correlationId: null,
    causationId: null,
    data: { candidate: 3, certificationNumber: '123456' },
    ...different,
  };
}
