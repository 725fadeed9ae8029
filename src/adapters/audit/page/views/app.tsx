import type { JSX } from 'preact';
import { formerOf, momentOf } from '../model/choice.ts';
import type { Actions, State } from '../model/state.ts';
import { standingOf } from '../model/verification.ts';
import { Banner } from './banner.tsx';
import { ClocksView } from './clocks.tsx';
import { Comparison } from './comparison.tsx';
import { Findings } from './findings.tsx';
import { History } from './history.tsx';
import { MomentSection } from './moment.tsx';
import { Permissions } from './permissions.tsx';
import { Player } from './player.tsx';
import { PvView } from './pv.tsx';
import { Sheet } from './sheet.tsx';
import { VerificationView } from './verification.tsx';

const SECTIONS = [
  ['moment', 'Moment'],
  ['feuille', 'Feuille'],
  ['pv', 'PV'],
  ['temps', 'Temps'],
  ['permis', 'Permis'],
  ['comparaison', 'Comparaison'],
  ['historique', 'Historique'],
  ['constats', 'Constats'],
  ['verification', 'Vérification'],
] as const;

/** The whole page. */
export function App({ state, actions }: { state: State; actions: Actions }): JSX.Element {
  const { audit, choice, verification, verdict, isPrinting } = state;
  const moment = momentOf(choice, audit.replayer);
  const former = formerOf(choice, audit.replayer);
  const against = againstText(state);
  return (
    <>
      <a class="skip" href="#moment">
        Aller au moment affiché
      </a>
      <Banner audit={audit} standing={standingOf(verification, verdict)} />
      <nav aria-label="Sections">
        <ul>
          {SECTIONS.map(([id, text]) => (
            <li key={id}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <div class="columns">
          <div class="column-moment">
            <MomentSection state={state} moment={moment} actions={actions} />
            <Sheet moment={moment} former={former} against={against} />
            <PvView moment={moment} former={former} against={against} isPrinting={isPrinting} />
            <ClocksView moment={moment} />
            <Permissions moment={moment} />
            <Comparison state={state} actions={actions} />
          </div>
          <div class="column-history">
            <History state={state} actions={actions} />
          </div>
        </div>
        <div class="after-columns">
          <Findings state={state} actions={actions} />
          <VerificationView state={state} actions={actions} />
        </div>
      </main>
      <Player state={state} actions={actions} />
    </>
  );
}

/** What changes are marked against, in words. */
function againstText({ choice }: State): string {
  if (choice.against !== null) return `l’état après l’événement ${choice.against}`;
  if (choice.question === 'happened') return 'ce que l’on savait au même instant';
  return 'l’état après l’événement précédent';
}
