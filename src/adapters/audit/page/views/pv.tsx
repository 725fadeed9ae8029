import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Moment } from '../../../../projections/replay/replayer.ts';
import { type Section as PvPart, pvShown } from '../model/pv.ts';
import { Lines, Section } from './parts.tsx';

/** Items of a section that are shown until somebody asks for the others. */
const SHOWN = 50;

interface PvProps {
  moment: Moment;
  former: Moment;
  against: string;
  isPrinting: boolean;
}

/** The PV as of the moment, with what differs from the other moment. */
export function PvView({ moment, former, against, isPrinting }: PvProps): JSX.Element {
  const sections = pvShown(moment.pv, former.pv);
  return (
    <Section id="pv" title="Procès-verbal">
      <p class="legend">
        <mark>Surligné</mark> : ce qui diffère de {against}. Les rubriques vides ne sont pas montrées.
      </p>
      <div class="pv">
        {sections
          .filter(({ items, gone }) => items.length + gone.length > 0)
          .map((part) => (
            <Part key={part.title} part={part} isPrinting={isPrinting} />
          ))}
      </div>
    </Section>
  );
}

function Part({ part: { title, items, gone }, isPrinting }: { part: PvPart; isPrinting: boolean }): JSX.Element {
  const [isWhole, setWhole] = useState(false);
  // What is new comes last as a rule, and must be seen.
  const from = isWhole || isPrinting ? 0 : Math.max(items.length - SHOWN, 0);
  return (
    <div class="card">
      <h3>{title}</h3>
      {from > 0 && (
        <button type="button" onClick={() => setWhole(true)}>
          Montrer aussi les {from} premiers
        </button>
      )}
      <ul>
        {items.slice(from).map(({ text, isNew }, place) => (
          <li key={`${from + place}`}>
            {isNew ? (
              <mark>
                <Lines text={text} />
              </mark>
            ) : (
              <Lines text={text} />
            )}
          </li>
        ))}
        {gone.map((text) => (
          <li key={`gone ${text}`}>
            <del>
              <span class="unseen">retiré : </span>
              <Lines text={text} />
            </del>
          </li>
        ))}
      </ul>
    </div>
  );
}
