import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Severity } from '../../../../projections/findings/finding.ts';
import { countsOf, findingsShown, SEVERITIES } from '../model/findings.ts';
import type { Actions, State } from '../model/state.ts';
import { EventLink, Lines, Section } from './parts.tsx';

/** Findings that are shown until somebody asks for more. */
const SHOWN = 50;

/** Events of a finding that are linked. */
const LINKED = 20;

const ORDER: readonly Severity[] = ['serious', 'doubtful', 'note'];

/** What stands out in the record, each finding with the events that it rests on. */
export function Findings({ state, actions }: { state: State; actions: Actions }): JSX.Element {
  const { findings, severities, audit, isPrinting } = state;
  const [most, setMost] = useState(SHOWN);
  if (findings === null) {
    return (
      <Section id="constats" title="Constats">
        <p class="nothing">Recherche en cours…</p>
      </Section>
    );
  }
  const counts = countsOf(findings);
  const all = findingsShown(findings, severities, audit.places);
  const shown = isPrinting ? all : all.slice(0, most);
  return (
    <Section id="constats" title="Constats">
      <p class="legend">
        Un constat n’est pas une preuve : il dit où regarder. Chacun mène aux événements sur lesquels il repose.
      </p>
      <fieldset class="choices">
        <legend>Montrer</legend>
        {ORDER.map((severity) => (
          <label key={severity}>
            <input
              type="checkbox"
              name="severity"
              value={severity}
              checked={severities.has(severity)}
              onChange={() => actions.toggle(severity)}
            />{' '}
            {SEVERITIES[severity]} ({counts[severity]})
          </label>
        ))}
      </fieldset>
      <p class="unseen" role="status">
        {all.length} constats montrés
      </p>
      {all.length === 0 && <p class="nothing">Aucun constat.</p>}
      <ul class="findings">
        {shown.map(({ rule, severity, text, sentence, events }, place) => (
          <li key={`${rule} ${place}`} class={`finding finding-${severity}`}>
            <span class={`tag tag-${severity}`}>{SEVERITIES[severity]}</span> <Lines text={text} />
            {sentence !== null && <q>{sentence}</q>}
            <span class="finding-events">
              {events.slice(0, LINKED).map(({ revision, place: at }) => (
                <EventLink key={revision} revision={revision} place={at} actions={actions} />
              ))}
              {events.length > LINKED && <span>et {events.length - LINKED} de plus</span>}
              <code>{rule}</code>
            </span>
          </li>
        ))}
      </ul>
      {all.length > shown.length && (
        <button type="button" onClick={() => setMost(most + 10 * SHOWN)}>
          Montrer la suite ({all.length - shown.length})
        </button>
      )}
    </Section>
  );
}
