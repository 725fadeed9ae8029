import type { JSX } from 'preact';
import type { Moment } from '../../../../projections/replay/replayer.ts';
import { type Clock, clocksShown } from '../model/clocks.ts';
import { Scrolling, Section } from './parts.tsx';

/** The remaining time of each candidate at the moment, drawn and written. */
export function ClocksView({ moment }: { moment: Moment }): JSX.Element {
  const shown = clocksShown(moment);
  return (
    <Section id="temps" title="Temps des candidats">
      {shown === null ? (
        <p class="nothing">Le décompte du temps n’a pas commencé.</p>
      ) : (
        <>
          <p class="legend">{shown.summary} Rien ne se ferme tout seul à la fin du temps.</p>
          <Scrolling label="Temps des candidats">
            <table class="clocks">
              <caption class="unseen">Temps restant de chaque candidat</caption>
              <thead>
                <tr>
                  <th scope="col">N°</th>
                  <th scope="col">Candidat</th>
                  <th scope="col">Reste</th>
                  <th scope="col" class="clock-axis">
                    <span>{shown.begins}</span>
                    <span>{shown.ends}</span>
                  </th>
                  <th scope="col">Fin</th>
                  <th scope="col">État</th>
                  <th scope="col">Durée</th>
                </tr>
              </thead>
              <tbody>
                {shown.clocks.map((clock) => (
                  <tr key={clock.candidate}>
                    <th scope="row">{clock.candidate}</th>
                    <td>{clock.name}</td>
                    <td class={clock.over ? 'time over' : 'time'}>{clock.remaining}</td>
                    <td class="clock-drawn">
                      <Drawn clock={clock} now={shown.now} />
                    </td>
                    <td>{clock.ends}</td>
                    <td>{clock.status}</td>
                    <td>{clock.length}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolling>
        </>
      )}
    </Section>
  );
}

/** A candidate's time on the axis that all share; what is drawn stands in the row in words too. */
function Drawn({ clock, now }: { clock: Clock; now: number }): JSX.Element {
  const { from, own, to, running, name, remaining, length, ends } = clock;
  const spent = Math.min(Math.max(now, from), to);
  const said = `${name} : ${remaining === 'écoulé' ? 'temps écoulé' : `reste ${remaining}`} sur ${length}, fin à ${ends}`;
  return (
    <svg viewBox="0 0 1000 40" preserveAspectRatio="none" role="img" aria-label={said}>
      <rect class="clock-whole" x={from * 1000} width={(own - from) * 1000} y={8} height={24} />
      <rect class="clock-given" x={own * 1000} width={(to - own) * 1000} y={8} height={24} />
      <rect
        class={running ? 'clock-spent' : 'clock-ended'}
        x={from * 1000}
        width={(spent - from) * 1000}
        y={8}
        height={24}
      />
      <line class="clock-now" x1={now * 1000} x2={now * 1000} y1={0} y2={40} vector-effect="non-scaling-stroke" />
    </svg>
  );
}
