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

/** What is wider than the page: it scrolls by itself, by keyboard too. */
export function Scrolling({ label, children }: { label: string; children: ComponentChildren }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it
    // biome-ignore lint/a11y/useSemanticElements: a section would need a heading of its own
    <div class="scrolling" role="region" aria-label={label} tabIndex={0} data-scrolls="">
      {children}
    </div>
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
