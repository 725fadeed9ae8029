import './jitless.ts';
import { render } from 'preact';
import './page.css';
import { findingsOf } from '../../../projections/findings/findings.ts';
import { evidenceHistory } from '../../evidence/history.ts';
import { isForPage } from './keys.ts';
import { auditOf } from './model/audit.ts';
import { ask, firstChoice, goTo } from './model/choice.ts';
import { compared } from './model/compared.ts';
import { type Actions, type State, toggled } from './model/state.ts';
import { type Brought, NOTHING_BROUGHT, verification } from './model/verification.ts';
import { drawn, embeddedFile } from './source.ts';
import { App } from './views/app.tsx';

async function start(root: Element): Promise<void> {
  const waiting = root.querySelector('p');
  const file = embeddedFile((part) => {
    if (waiting !== null) waiting.textContent = `Lecture du dossier de preuve : ${Math.round(part * 100)} %`;
  });
  const audit = auditOf(await evidenceHistory(file));
  const { replayer } = audit;
  let state: State = {
    audit,
    choice: firstChoice(replayer),
    findings: null,
    severities: new Set(['serious', 'doubtful', 'note']),
    verification: { kind: 'running' },
    verdict: null,
    compared: null,
    isPrinting: false,
  };
  let isAwaited = false;

  const draw = (): void => {
    isAwaited = false;
    render(<App state={state} actions={actions} />, root);
  };
  /** Several changes before the next picture are drawn as one. */
  const change = (changes: Partial<State>): void => {
    state = { ...state, ...changes };
    if (isAwaited) return;
    isAwaited = true;
    requestAnimationFrame(draw);
  };
  const verify = async (brought: Brought): Promise<void> => {
    change({ verification: { kind: 'running' } });
    const found = await verification(embeddedFile, brought);
    change({ verification: found, ...(found.kind === 'done' ? { verdict: found.verdict } : {}) });
  };
  const compare = async (from: number, to: number): Promise<void> => {
    change({ compared: { from, to, changes: null, isAttributed: true } });
    await drawn();
    change({ compared: compared(audit, from, to) });
  };
  const actions: Actions = {
    go: (place) => change({ choice: goTo(state.choice, place, replayer) }),
    ask: (question, at) => change({ choice: ask(state.choice, question, at, replayer) }),
    mark: (against) => change({ choice: { ...state.choice, against } }),
    compare: (from, to) => void compare(from, to),
    order: (order) => change({ choice: { ...state.choice, order } }),
    toggle: (severity) => change({ severities: toggled(state.severities, severity) }),
    verify: (brought) => void verify(brought),
  };

  document.title = `Audit de la session ${audit.file.header?.session ?? ''}`;
  root.replaceChildren();
  draw();
  document.addEventListener('keydown', (event) => {
    const { place } = state.choice;
    const to = { ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: replayer.size }[event.key];
    if (to === undefined || !isForPage(event)) return;
    event.preventDefault();
    actions.go(to);
  });
  const print = (isPrinting: boolean): void => {
    state = { ...state, isPrinting };
    draw();
    for (const details of root.querySelectorAll('details')) details.open = isPrinting;
  };
  addEventListener('beforeprint', () => print(true));
  addEventListener('afterprint', () => print(false));

  await drawn();
  change({ findings: findingsOf(replayer.history) });
  await drawn();
  await verify(NOTHING_BROUGHT);
}

const root = document.getElementById('page');
if (root !== null) {
  start(root).catch((fault: unknown) => {
    root.textContent = `La page n’a pu lire le dossier : ${String(fault)}`;
  });
}
