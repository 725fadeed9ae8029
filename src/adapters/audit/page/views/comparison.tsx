import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { MOST_BETWEEN } from '../../../../projections/comparison/change.ts';
import type { Changed } from '../model/comparison.ts';
import { pairsOf } from '../model/pairs.ts';
import type { Actions, State } from '../model/state.ts';
import { EventLink, Headings, Lines, Scrolling, Section } from './parts.tsx';

/** Changes that are listed. */
const SHOWN = 300;

/** What changed between any two moments, and by whom. */
export function Comparison({ state, actions }: { state: State; actions: Actions }): JSX.Element {
  const { audit, choice, compared } = state;
  const { size } = audit.replayer;
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState(size);
  const pairs = useMemo(() => pairsOf(audit), [audit]);
  const compare = (first: number, second: number): void => {
    setFrom(first);
    setTo(second);
    actions.compare(first, second);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    compare(within(from, size), within(to, size));
  };
  return (
    <Section id="comparaison" title="Comparaison de deux moments">
      <form class="comparing" onSubmit={submit} novalidate>
        <Place label="De l’événement" value={from} size={size} onPlace={setFrom} />
        <Place label="à l’événement" value={to} size={size} onPlace={setTo} />
        <button type="submit" class="main-button">
          Comparer
        </button>
        <button type="button" onClick={() => compare(within(from, size), choice.place)}>
          Jusqu’au moment affiché
        </button>
        {pairs.map((pair) => (
          <button key={pair.text} type="button" onClick={() => compare(pair.from, pair.to)}>
            {pair.text}
          </button>
        ))}
      </form>
      <p class="legend" role="status">
        {compared !== null && summaryOf(compared)}
      </p>
      {compared?.changes != null && compared.changes.length > 0 && (
        <Changes changes={compared.changes} actions={actions} />
      )}
    </Section>
  );
}

const within = (place: number, size: number): number =>
  Math.min(Math.max(Number.isInteger(place) ? place : 0, 0), size);

function summaryOf({ from, to, changes, isAttributed }: NonNullable<State['compared']>): string {
  const between = `De l’événement ${from} à l’événement ${to} : `;
  if (changes === null) return `${between}comparaison en cours…`;
  if (changes.length === 0) return `${between}aucune différence.`;
  const more = changes.length > SHOWN ? ` Les ${SHOWN} premières sont montrées.` : '';
  const who = isAttributed ? '' : ' Le registre est trop long pour dire ici qui les a faites.';
  return `${between}${changes.length} différence${changes.length > 1 ? 's' : ''}.${more}${who}`;
}

interface PlaceProps {
  label: string;
  value: number;
  size: number;
  onPlace: (place: number) => void;
}

function Place({ label, value, size, onPlace }: PlaceProps): JSX.Element {
  return (
    <label>
      {label}{' '}
      <input
        type="number"
        min={0}
        max={size}
        value={value}
        onInput={({ currentTarget: { valueAsNumber } }) => onPlace(valueAsNumber)}
      />
    </label>
  );
}

const TITLES = ['Document', 'Au sujet de', 'Champ', 'Avant', 'Après', 'Par'];

function Changes({ changes, actions }: { changes: readonly Changed[]; actions: Actions }): JSX.Element {
  return (
    <Scrolling label="Différences entre deux moments">
      <table class="changes">
        <caption class="unseen">Différences entre deux moments</caption>
        <Headings titles={TITLES} />
        <tbody>
          {changes.slice(0, SHOWN).map(({ document, about, title, before, after, by }, index) => (
            <tr key={index}>
              <td>{document}</td>
              <td>{about}</td>
              <th scope="row">{title}</th>
              <td>{before === null ? <em>absent</em> : <Lines text={before} />}</td>
              <td>{after === null ? <em>absent</em> : <Lines text={after} />}</td>
              <td>
                <By by={by} actions={actions} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

/** Where too much lies between two moments to look at each event. */
const UNNAMED = `plus de ${MOST_BETWEEN} faits entre les deux moments`;

function By({ by, actions }: { by: Changed['by']; actions: Actions }): JSX.Element {
  if (by.length === 0) return <em>{UNNAMED}</em>;
  return (
    <ul class="by">
      {by.map(({ revision, place, actor, occurred, recorded, reason }) => (
        <li key={revision}>
          <EventLink revision={revision} place={place} actions={actions} /> {actor}
          <br />
          survenu le {occurred}, enregistré le {recorded}
          {reason !== '' && (
            <>
              <br />
              motif : <Lines text={reason} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
