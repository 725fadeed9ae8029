import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { linesOf } from '../model/axes.ts';
import type { Actions, State } from '../model/state.ts';

const HEIGHT = 136;
/** Where the two axes lie. */
const [UPPER, LOWER] = [24, 88];
/** Room at both sides, so that nothing is cut off. */
const MARGIN = 8;

/** How wide the drawing may be, in pixels. */
function useWidth(): [{ current: HTMLDivElement | null }, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(800);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const observer = new ResizeObserver(() => setWidth(Math.round(current.clientWidth)));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}

/** The two times of every event: when it happened, above, and when it was recorded, below. */
export function Axes({ state, actions }: { state: State; actions: Actions }): JSX.Element {
  const { audit, choice } = state;
  const { events } = audit.replayer.history;
  const [box, width] = useWidth();
  const inner = Math.max(width - 2 * MARGIN, 1);
  const late = useMemo(
    () => audit.entries.in('recorded').filter((place) => audit.entries.at(place).late).length,
    [audit],
  );
  const drawn = useMemo(() => <Background {...{ audit, inner }} />, [audit, inner]);
  const event = choice.place === 0 ? undefined : events[choice.place - 1];
  const x = (instant: number): number => MARGIN + audit.scale.at(instant) * inner;
  // By keyboard the slider and the list do the same.
  const pick = ({ offsetX, offsetY, button }: PointerEvent): void => {
    if (button !== 0) return;
    const at = (offsetX - MARGIN) / inner;
    const time = offsetY < HEIGHT / 2 ? 'occurredAt' : 'recordedAt';
    const far = events.map((one) => Math.abs(audit.scale.at(one[time]) - at));
    actions.go(far.reduce((best, one, place) => (one < (far[best] ?? 2) ? place : best), 0) + 1);
  };
  const said =
    `${events.length} événements sur deux axes de temps : en haut le moment où chacun est survenu, en bas celui où il a ` +
    `été enregistré ; ${late} ${late > 1 ? 'ont été saisis' : 'a été saisi'} après coup. La liste de l’historique donne les mêmes temps.`;
  return (
    <figure class="axes card">
      <figcaption>
        Deux temps : en haut, quand chaque fait est <em>survenu</em> ; en bas, quand il a été <em>enregistré</em>. Un
        trait penché est une saisie faite après coup ; les temps morts sont coupés.
      </figcaption>
      <div ref={box}>
        <svg width={width} height={HEIGHT} role="img" aria-label={said} onPointerUp={pick}>
          {drawn}
          {choice.at !== null && (
            <line class="axes-at" x1={x(choice.at)} x2={x(choice.at)} y1={UPPER - 10} y2={LOWER + 10} />
          )}
          {event !== undefined && (
            <g class="axes-now">
              <line x1={x(event.occurredAt)} y1={UPPER} x2={x(event.recordedAt)} y2={LOWER} />
              <circle cx={x(event.occurredAt)} cy={UPPER} r={5} />
              <circle cx={x(event.recordedAt)} cy={LOWER} r={5} />
            </g>
          )}
        </svg>
      </div>
    </figure>
  );
}

/** What does not change with the moment. */
function Background({ audit, inner }: { audit: State['audit']; inner: number }): JSX.Element {
  const { scale, replayer } = audit;
  const d = linesOf(replayer.history.events, scale, inner)
    .map(([from, to]) => `M${MARGIN + from} ${UPPER}L${MARGIN + to} ${LOWER}`)
    .join('');
  // Narrow screens have room for fewer texts.
  const every = Math.max(1, Math.ceil((scale.ticks.length * 130) / inner));
  return (
    <g>
      <line class="axes-axis" x1={0} x2={inner + 2 * MARGIN} y1={UPPER} y2={UPPER} />
      <line class="axes-axis" x1={0} x2={inner + 2 * MARGIN} y1={LOWER} y2={LOWER} />
      <path class="axes-events" d={d} />
      {scale.breaks.map((at) => (
        <line
          key={at}
          class="axes-break"
          x1={MARGIN + at * inner}
          x2={MARGIN + at * inner}
          y1={UPPER - 8}
          y2={LOWER + 8}
        />
      ))}
      <text class="axes-name" x={MARGIN} y={UPPER - 11}>
        Survenu
      </text>
      <text class="axes-name" x={MARGIN} y={LOWER + 20}>
        Enregistré
      </text>
      {scale.ticks
        .filter((_, place) => place % every === 0)
        .map(({ x, text }) => (
          <text
            key={x}
            class="axes-tick"
            x={MARGIN + x * inner}
            y={LOWER + 38}
            text-anchor={x > 0.85 ? 'end' : 'start'}
          >
            {text}
          </text>
        ))}
    </g>
  );
}
