import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { visible } from '../../../../projections/terminal/visible.ts';
import type { EvidenceCheck, EvidenceVerdict, Outcome } from '../../../evidence/verdict.ts';
import { CHECKS } from '../../../evidence/verdictText.ts';
import type { Actions, State } from '../model/state.ts';
import { othersFound, shortHead } from '../model/verification.ts';
import { Section } from './parts.tsx';

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  holds: 'conforme',
  fails: 'non conforme',
  notChecked: 'non vérifié',
};

/** The file verified anew, here and now, and what a page cannot say of itself. */
export function VerificationView({ state, actions }: { state: State; actions: Actions }): JSX.Element {
  const { verdict, verification } = state;
  const head = verdict?.head ?? null;
  return (
    <Section id="verification" title="Vérification">
      <div class="card warning">
        <p>
          <strong>Cette page ne peut répondre d’elle-même</strong> : qui modifie le registre peut modifier la page.
          Comparez l’empreinte ci-dessous avec celle qui est imprimée sur la feuille signée, caractère par caractère ;
          et collez une clé publique obtenue ailleurs que dans ce dossier.
        </p>
        {head !== null && (
          <p>
            Empreinte de la session, calculée ici sur les événements du dossier :<br />
            <output class="head">{shortHead(head)}</output>
          </p>
        )}
      </div>
      <Bring state={state} actions={actions} />
      <div role="status">
        {verification.kind === 'running' && <p>Vérification en cours…</p>}
        {verification.kind === 'unusable' && <p class="wrong">{verification.fr}</p>}
      </div>
      {verdict !== null && <Verdict verdict={verdict} />}
    </Section>
  );
}

/** Where a reader gives what must come from elsewhere. */
function Bring({ state, actions }: { state: State; actions: Actions }): JSX.Element {
  const [key, setKey] = useState('');
  const [head, setHead] = useState('');
  const { verification } = state;
  const wrong = verification.kind === 'unusable' ? verification.field : null;
  const verify = (event: Event): void => {
    event.preventDefault();
    actions.verify({ key, head });
  };
  return (
    <form class="card bring" onSubmit={verify} novalidate>
      <div>
        <label for="public-key">Clé publique de l’établissement (PEM ou JWK)</label>
        <textarea
          id="public-key"
          rows={4}
          spellcheck={false}
          autocomplete="off"
          value={key}
          aria-invalid={wrong === 'key'}
          onInput={({ currentTarget }) => setKey(currentTarget.value)}
        />
      </div>
      <div>
        <label for="printed-head">Empreinte imprimée sur la feuille signée</label>
        <textarea
          id="printed-head"
          rows={4}
          spellcheck={false}
          autocomplete="off"
          value={head}
          aria-invalid={wrong === 'head'}
          onInput={({ currentTarget }) => setHead(currentTarget.value)}
        />
      </div>
      <button type="submit" class="main-button">
        Vérifier
      </button>
    </form>
  );
}

function Verdict({ verdict }: { verdict: EvidenceVerdict }): JSX.Element {
  const { checks, proves, doesNotProve, sound } = verdict;
  return (
    <>
      <p class={sound ? 'verdict' : 'verdict wrong'}>
        {sound ? 'Rien de ce qui a été vérifié n’est en défaut.' : 'Ce dossier n’est pas en ordre.'}
      </p>
      <ul class="checks">
        {checks.map((check) => (
          <Check key={check.check} check={check} />
        ))}
      </ul>
      <div class="conclusions">
        <Conclusions title="Ce que cela prouve" texts={proves.map(({ fr }) => fr)} />
        <Conclusions title="Ce que cela ne prouve pas" texts={doesNotProve.map(({ fr }) => fr)} />
      </div>
    </>
  );
}

function Check({ check }: { check: EvidenceCheck }): JSX.Element {
  const { list, more } = othersFound(check);
  return (
    <li class={`card check check-${check.outcome}`} data-check={check.check} data-outcome={check.outcome}>
      <h3>{CHECKS[check.check]}</h3>
      <p class="check-outcome">{OUTCOMES[check.outcome]}</p>
      <p>{visible(check.fr)}</p>
      {list.length > 0 && (
        <details>
          <summary>et {list.length + more} de plus</summary>
          <ul>
            {list.map((text, index) => (
              <li key={index}>{text}</li>
            ))}
            {more > 0 && <li>…</li>}
          </ul>
        </details>
      )}
    </li>
  );
}

function Conclusions({ title, texts }: { title: string; texts: readonly string[] }): JSX.Element | null {
  if (texts.length === 0) return null;
  return (
    <div class="card">
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{visible(text)}</li>
        ))}
      </ul>
    </div>
  );
}
