import type { JSX } from 'preact';
import { personText } from '../../../../projections/french/words.ts';
import { visible } from '../../../../projections/terminal/visible.ts';
import type { Audit } from '../model/audit.ts';

/** What stands in the record and cannot be read. */
export function Faults({ audit }: { audit: Audit }): JSX.Element | null {
  const { file, replayer } = audit;
  const { unreadable } = replayer.history;
  const { unopened, withoutKey, fault: cut } = file;
  if (unreadable.length + unopened.length + withoutKey.length === 0 && cut === null) return null;
  return (
    <div class="card faults">
      {cut !== null && <p>{cut.fr}</p>}
      {withoutKey.length > 0 && (
        <p>Sans clé dans ce dossier, donc montré comme effacé : {visible(withoutKey.map(personText).join(', '))}.</p>
      )}
      {unopened.length > 0 && (
        <p>Ne s’ouvre pas avec la clé du dossier : {unopened.map(({ revision }) => `rang ${revision}`).join(', ')}.</p>
      )}
      {unreadable.length > 0 && (
        <details>
          <summary>
            {unreadable.length} événement{unreadable.length > 1 ? 's' : ''} illisible{unreadable.length > 1 ? 's' : ''}{' '}
            : ce qui suit le premier repose sur de l’inconnu.
          </summary>
          <ul>
            {unreadable.slice(0, 100).map(({ place, path, fault }) => (
              <li key={place}>{visible(`À la place ${place} : ${fault}${path === '' ? '' : ` (${path})`}`)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
