import { CENTRE, file, PIX, type Room, type Scene } from './scene.ts';

const materiel = (room: Room): Scene => ({
  at: ['2019-05-09', '14:00'],
  room,
  actor: PIX,
  tell: () => [
    { type: 'IssueAccessCode', data: {} },
    {
      type: 'RecordDocument',
      data: {
        kind: 'materiel',
        document: file('Matériel certification', 'application/vnd.oasis.opendocument.spreadsheet'),
        sender: PIX.identity,
        recipient: CENTRE.identity,
      },
    },
  ],
});

/** « Pix envoie à l'enseignant le fichier intitulé "Matériel certification" »; and a session will not take place. */
export const before: readonly Scene[] = [
  ...(['morning', 'nextDoor', 'afternoon', 'cancelled'] as const).map(materiel),
  {
    at: ['2019-05-10', '11:00'],
    room: 'cancelled',
    actor: CENTRE,
    tell: () => [{ type: 'CancelSession', data: { reason: 'Salle en travaux' } }],
  },
];
