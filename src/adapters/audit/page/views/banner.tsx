import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { LIFECYCLE_NAMES } from '../../../../domain/machine/names.ts';
import { moment } from '../../../../projections/french/dates.ts';
import { nameOf } from '../../../../projections/french/personal.ts';
import { establishmentText, hoursText, roomText } from '../../../../projections/french/places.ts';
import { visible } from '../../../../projections/terminal/visible.ts';
import type { Audit } from '../model/audit.ts';
import type { Standing } from '../model/verification.ts';

/** Where, when and by whom, as the whole record knows it. */
export function Banner({ audit, standing }: { audit: Audit; standing: Standing }): JSX.Element {
  return useMemo(() => <Drawn audit={audit} standing={standing} />, [audit, standing.kind]);
}

function Drawn({ audit, standing }: { audit: Audit; standing: Standing }): JSX.Element {
  const { replayer, file, zone } = audit;
  const last = replayer.step(replayer.size);
  const { session, establishment, slot, examiners } = last.sheet.header;
  const particulars: readonly (readonly [string, string])[] = [
    ['Établissement', establishmentText(establishment)],
    ['Créneau', hoursText(slot)],
    ['Site et salle', roomText(slot)],
    ['Examinateurs', examiners.map(({ name }) => nameOf(name)).join(', ')],
    ['État', LIFECYCLE_NAMES[last.session.lifecycle]],
    ['Dossier établi', file.header === null ? 'inconnu' : `le ${moment(file.header.madeAt, zone)}`],
  ];
  return (
    <header class="banner">
      <div class="banner-title">
        <p class="kicker">Audit d’une session de certification</p>
        <h1>Session {visible(session === '' ? (file.header?.session ?? 'inconnue') : session)}</h1>
        {file.header?.kind === 'person' && (
          <p>
            Dossier remis à la personne « {visible(file.header.person ?? '')} » : seules ses données y sont lisibles.
          </p>
        )}
        <a class={`standing standing-${standing.kind}`} href="#verification">
          {standing.fr}
        </a>
      </div>
      <dl class="particulars">
        {particulars.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{visible(text)}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
