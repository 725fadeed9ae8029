import type { JSX } from 'preact';
import type { State } from '../model/state.ts';
import { Headings } from './parts.tsx';

/** Most events that are printed. */
const PRINTED = 5000;

/** The whole history on paper. */
export function PrintedHistory({ state }: { state: State }): JSX.Element {
  const { entries } = state.audit;
  const order = entries.in(state.choice.order);
  return (
    <>
      <table>
        <caption class="unseen">Historique</caption>
        <Headings titles={['Rang', 'Survenu', 'Enregistré', 'Par', 'Fait']} />
        <tbody>
          {order.slice(0, PRINTED).map((place) => {
            const { revision, occurred, recorded, actor, sentence, late, retractedBy } = entries.at(place);
            return (
              <tr key={place}>
                <th scope="row">{revision}</th>
                <td>{occurred}</td>
                <td>
                  {recorded}
                  {late && ' (après coup)'}
                </td>
                <td>{actor}</td>
                <td>
                  {sentence}
                  {retractedBy !== null && ` [retiré par le rang ${retractedBy}]`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {order.length > PRINTED && (
        <p>
          Seuls les {PRINTED} premiers événements sont imprimés, sur {order.length}.
        </p>
      )}
    </>
  );
}
