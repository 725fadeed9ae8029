import type { ComponentChildren, JSX } from 'preact';
import type { Actions } from '../model/state.ts';

/** A section of the page, under its heading. */
export function Section({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section id={id} aria-labelledby={`${id}-title`} class="section">
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

/** Whoever has no mouse scrolls with the arrows, and has to be able to get there first. */
function reachable(element: HTMLElement | null): void {
  if (element !== null) element.tabIndex = 0;
}

/** What is wider than the page: it scrolls by itself, by keyboard too. */
export function Scrolling({ label, children }: { label: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="scrolling" aria-label={label} ref={reachable} data-scrolls="">
      {children}
    </section>
  );
}

/** The headings of a table's columns. */
export function Headings({ titles }: { titles: readonly string[] }): JSX.Element {
  return (
    <thead>
      <tr>
        {titles.map((title) => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Leads to an event; one that cannot be read is named alone. */
export function EventLink({
  revision,
  place,
  actions,
}: {
  revision: number;
  place: number | null;
  actions: Actions;
}): JSX.Element {
  if (place === null) return <span class="event-name">rang {revision}</span>;
  return (
    <button type="button" class="event-name" onClick={() => actions.go(place)}>
      rang {revision}
    </button>
  );
}

/** A text that may have several lines. */
export function Lines({ text }: { text: string }): JSX.Element {
  return <span class="lines">{text}</span>;
}
