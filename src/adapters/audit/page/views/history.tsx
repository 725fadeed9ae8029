import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Entry } from '../model/entries.ts';
import type { Actions, State } from '../model/state.ts';
import { Faults } from './faults.tsx';
import { Section } from './parts.tsx';
import { PrintedHistory } from './printedHistory.tsx';

/** Height of an event in the list, in pixels; the styles know it too. */
const ROW = 84;

/** Events above and below what is in sight that are drawn too. */
const AROUND = 6;

const ORDERS = [
  ['recorded', 'd’enregistrement'],
  ['occurred', 'des faits'],
] as const;

/** Every event of the session, in either order of time. */
export function History({ state, actions }: { state: State; actions: Actions }): JSX.Element {
  const { audit, choice, isPrinting } = state;
  return (
    <Section id="historique" title="Historique">
      <fieldset class="choices">
        <legend>Dans l’ordre</legend>
        {ORDERS.map(([order, text]) => (
          <label key={order}>
            <input type="radio" name="order" checked={choice.order === order} onChange={() => actions.order(order)} />{' '}
            {text}
          </label>
        ))}
      </fieldset>
      <Faults audit={audit} />
      {isPrinting ? <PrintedHistory state={state} /> : <List state={state} actions={actions} />}
    </Section>
  );
}

/** The list by which a reader goes to an event; only what is in sight of it is drawn. */
function List({ state, actions }: { state: State; actions: Actions }): JSX.Element {
  const { audit, choice } = state;
  const order = audit.entries.in(choice.order);
  const at = useMemo(() => new Map(order.map((place, index) => [place, index])), [order]);
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const chosen = at.get(choice.place) ?? -1;

  useLayoutEffect(() => {
    const { current } = list;
    if (current === null) return;
    const observer = new ResizeObserver(() => setHeight(current.clientHeight));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const { current } = list;
    const to = scrolledTo(chosen, top, height);
    if (current !== null && to !== top) current.scrollTop = to;
  }, [chosen, order]);

  const first = Math.max(Math.floor(top / ROW) - AROUND, 0);
  const last = Math.min(Math.ceil((top + height) / ROW) + AROUND, order.length);
  const inSight = Array.from({ length: Math.max(last - first, 0) }, (_, index) => first + index);
  const drawn = chosen === -1 || (chosen >= first && chosen < last) ? inSight : [...inSight, chosen];
  const keys = (event: KeyboardEvent): void => {
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: order.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    actions.go(order[Math.min(to, order.length - 1)] ?? 0);
  };
  // Whoever points at an event stays in the list, and goes on from there by keyboard.
  const pick = ({ target, currentTarget }: MouseEvent): void => {
    const line = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
    if (line === null) return;
    if (currentTarget instanceof HTMLElement) currentTarget.focus({ preventScroll: true });
    actions.go(Number(line.getAttribute('data-place')));
  };
  return (
    <div
      ref={list}
      class="events"
      role="listbox"
      aria-label="Événements"
      tabIndex={0}
      aria-activedescendant={chosen === -1 ? undefined : `event-${choice.place}`}
      onClick={pick}
      onKeyDown={keys}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
      <div
        class="events-all"
        role="presentation"
        style={{ height: `${order.length * ROW + Math.round(height / 2)}px` }}
      >
        {drawn.map((index) => {
          const place = order[index] ?? 1;
          return (
            <Line
              key={place}
              entry={audit.entries.at(place)}
              index={index}
              size={order.length}
              isChosen={index === chosen}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Where the list is to be scrolled to, so that the event that is chosen is well in sight. */
function scrolledTo(chosen: number, top: number, height: number): number {
  const from = Math.max(chosen, 0) * ROW;
  const isInSight = from >= top + ROW && from + 3 * ROW <= top + height;
  return isInSight ? top : Math.max(from - Math.floor(height / 3), 0);
}

interface LineProps {
  entry: Entry;
  index: number;
  size: number;
  isChosen: boolean;
}

function Line({ entry, index, size, isChosen }: LineProps): JSX.Element {
  return (
    <div
      id={`event-${entry.place}`}
      role="option"
      tabIndex={-1}
      data-place={entry.place}
      class={isChosen ? 'event chosen' : 'event'}
      aria-selected={isChosen}
      aria-posinset={index + 1}
      aria-setsize={size}
      style={{ top: `${index * ROW}px` }}
    >
      <span class="event-times">
        <b>{entry.revision}</b>
        <span>{entry.occurred}</span>
        {entry.recorded !== entry.occurred && (
          <span class={entry.late ? 'event-late' : 'event-recorded'}>
            <span aria-hidden="true">→ </span>
            <span class="unseen">enregistré </span>
            {entry.recorded}
          </span>
        )}
      </span>
      <span class={entry.retractedBy === null ? 'event-sentence' : 'event-sentence retracted'}>{entry.sentence}</span>
      <span class="event-actor">
        {entry.actor}
        {entry.retractedBy !== null && ` · retiré par le rang ${entry.retractedBy}`}
      </span>
    </div>
  );
}
