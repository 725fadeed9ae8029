import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { landmarksOf } from '../model/landmarks.ts';
import type { Actions, State } from '../model/state.ts';

/** Picks the moment that changes are marked against, in the sheet and in the PV. */
export function Against({ state, actions }: { state: State; actions: Actions }): JSX.Element {
  const { against, place, question } = state.choice;
  const { events } = state.audit.replayer.history;
  const landmarks = useMemo(() => landmarksOf(events), [events]);
  const isOther = against !== null && against !== 0 && !landmarks.some((one) => one.place === against);
  return (
    <p class="against">
      <label>
        Surligner ce qui diffère de{' '}
        <select
          value={against === null ? '' : String(against)}
          onChange={({ currentTarget: { value } }) => actions.mark(value === '' ? null : Number(value))}
        >
          <option value="">{question === 'happened' ? 'ce que l’on savait alors' : 'l’événement précédent'}</option>
          <option value="0">avant le premier événement</option>
          {landmarks.map((one) => (
            <option key={one.place} value={String(one.place)}>
              {one.place} : {one.text}
            </option>
          ))}
          {isOther && <option value={String(against)}>l’événement {against}</option>}
        </select>
      </label>{' '}
      <button type="button" onClick={() => actions.mark(place)}>
        Retenir l’événement {place}
      </button>
    </p>
  );
}
