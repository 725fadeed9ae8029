import type { JSX } from 'preact';
import { LIFECYCLE_NAMES } from '../../../../domain/machine/names.ts';
import { timestamp } from '../../../../projections/french/dates.ts';
import type { Moment } from '../../../../projections/replay/replayer.ts';
import type { Entry } from '../model/entries.ts';
import type { Actions, State } from '../model/state.ts';
import { Against } from './against.tsx';
import { Axes } from './axes.tsx';
import { Lines, Section } from './parts.tsx';
import { Questions } from './questions.tsx';

/** The moment that is shown: which one it is, and the ways to another. */
export function MomentSection({
  state,
  moment,
  actions,
}: {
  state: State;
  moment: Moment;
  actions: Actions;
}): JSX.Element {
  const { audit, choice } = state;
  const entry = choice.place === 0 ? null : audit.entries.at(choice.place);
  return (
    <Section id="moment" title="Le moment affiché">
      <div class="card now" aria-live="polite" aria-atomic="true">
        <p class="now-title">{titleOf(state)}</p>
        {choice.question === 'happened' ? null : <Last entry={entry} />}
        <p class="now-state">
          État de la session : <strong>{LIFECYCLE_NAMES[moment.session.lifecycle]}</strong>
        </p>
      </div>
      <Against state={state} actions={actions} />
      <Axes state={state} actions={actions} />
      <Questions state={state} actions={actions} />
    </Section>
  );
}

function titleOf({ choice, audit }: State): string {
  const { question, at, place } = choice;
  if (at !== null && question === 'known') return `Ce que l’on savait le ${timestamp(at, audit.zone)}`;
  if (at !== null && question === 'happened') {
    return `Ce qui était arrivé dans la salle le ${timestamp(at, audit.zone)}, d’après tout le registre`;
  }
  return place === 0 ? 'Avant le premier événement' : `Après l’événement ${place} sur ${audit.entries.size}`;
}

function Last({ entry }: { entry: Entry | null }): JSX.Element {
  if (entry === null) return <p>Rien n’est encore enregistré.</p>;
  return (
    <>
      <p class="now-sentence">
        <Lines text={entry.sentence} />
      </p>
      <dl class="now-facts">
        <div>
          <dt>Survenu</dt>
          <dd>{entry.occurred}</dd>
        </div>
        <div>
          <dt>Enregistré</dt>
          <dd>
            {entry.recorded} {entry.late && <span class="tag tag-late">saisi après coup</span>}
          </dd>
        </div>
        <div>
          <dt>Par</dt>
          <dd>{entry.actor}</dd>
        </div>
        <div>
          <dt>Rang</dt>
          <dd>
            {entry.revision}{' '}
            {entry.retractedBy !== null && <span class="tag tag-gone">retiré par le rang {entry.retractedBy}</span>}
          </dd>
        </div>
      </dl>
    </>
  );
}
