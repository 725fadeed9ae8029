import type { JSX } from 'preact';
import type { Moment } from '../../../../projections/replay/replayer.ts';
import { type Permitted, permissionsShown } from '../model/permissions.ts';
import { Section } from './parts.tsx';

/** What could be recorded at the moment, and why the rest could not. */
export function Permissions({ moment }: { moment: Moment }): JSX.Element {
  if (!moment.areRulesKnown) {
    return (
      <Section id="permis" title="Ce qui pouvait être enregistré">
        <p class="nothing">Cette session est jugée par une version des règles que cette page ne connaît pas.</p>
      </Section>
    );
  }
  const all = permissionsShown(moment);
  const allowed = all.filter((one) => one.allowed);
  const refused = all.filter((one) => !one.allowed);
  return (
    <Section id="permis" title="Ce qui pouvait être enregistré">
      <div class="permissions">
        <div class="card">
          <h3>Permis ({allowed.length})</h3>
          <ul>
            {allowed.map((one) => (
              <li key={one.type}>
                {one.title}
                {one.candidates !== '' && <span class="about"> : {one.candidates}</span>}
                <Why permitted={one} isPartly />
              </li>
            ))}
          </ul>
        </div>
        <div class="card">
          <h3>Refusé ({refused.length})</h3>
          <ul>
            {refused.map((one) => (
              <li key={one.type}>
                {one.title}
                <Why permitted={one} isPartly={false} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Section>
  );
}

function Why({ permitted: { reasons }, isPartly }: { permitted: Permitted; isPartly: boolean }): JSX.Element | null {
  if (reasons.length === 0) return null;
  return (
    <details class="why">
      <summary>{isPartly ? 'sauf…' : 'pourquoi'}</summary>
      <ul>
        {reasons.map(({ text, rule, sentence, candidates }) => (
          <li key={text}>
            {candidates !== '' && `${candidates} : `}
            {text} <code>{rule}</code>
            {sentence !== null && <q>{sentence}</q>}
          </li>
        ))}
      </ul>
    </details>
  );
}
