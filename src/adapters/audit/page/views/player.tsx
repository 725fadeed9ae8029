import type { JSX } from 'preact';
import type { Actions, State } from '../model/state.ts';

/** Drawn rather than written, since not every machine has these characters. */
const SIGNS = {
  first: 'M3 3h2.5v14H3zM17 3v14L7 10z',
  former: 'M15 3v14L4 10z',
  next: 'M5 3v14l11-7z',
  last: 'M14.5 3H17v14h-2.5zM3 3v14l10-7z',
} as const;

/** Goes through the states of the session, one event after the other. It stays in sight. */
export function Player({ state, actions }: { state: State; actions: Actions }): JSX.Element {
  const { audit, choice } = state;
  const { size } = audit.entries;
  const { place } = choice;
  const entry = place === 0 ? null : audit.entries.at(place);
  const text = entry === null ? 'Avant le premier événement' : `${entry.occurred}, ${entry.sentence}`;
  const step = (label: string, sign: string, to: number, isOff: boolean): JSX.Element => (
    <button type="button" aria-label={label} title={label} disabled={isOff} onClick={() => actions.go(to)}>
      <svg viewBox="0 0 20 20" width={18} height={18} aria-hidden="true">
        <path d={sign} />
      </svg>
    </button>
  );
  return (
    <section class="player" aria-label="Parcourir les événements">
      <div class="player-steps">
        {step('Avant le premier événement', SIGNS.first, 0, place === 0)}
        {step('Événement précédent', SIGNS.former, place - 1, place === 0)}
        <span class="player-place">
          {place} / {size}
        </span>
        {step('Événement suivant', SIGNS.next, place + 1, place === size)}
        {step('Dernier événement', SIGNS.last, size, place === size)}
      </div>
      <input
        id="slider"
        type="range"
        min={0}
        max={size}
        step={1}
        value={place}
        aria-label="Événement"
        aria-valuetext={`${place} sur ${size}, ${text}`}
        onInput={({ currentTarget }) => actions.go(Number(currentTarget.value))}
      />
      <p class="player-text">{text}</p>
    </section>
  );
}
