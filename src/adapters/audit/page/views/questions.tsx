import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Actions, State } from '../model/state.ts';
import { instantIn, wallIn } from '../model/wall.ts';

const QUESTIONS = [
  {
    question: 'known',
    label: 'Que savait-on à cet instant ?',
    help: 'Le registre tel qu’il était alors : ce qui a été saisi plus tard n’y figure pas.',
  },
  {
    question: 'happened',
    label: 'Qu’était-il arrivé à cet instant ?',
    help: 'Ce qui s’était passé dans la salle, d’après tout le registre, saisies tardives comprises.',
  },
] as const;

/** The two questions that are asked of a disputed session, each about any instant on the clock of its room. */
export function Questions({ state, actions }: { state: State; actions: Actions }): JSX.Element {
  const { replayer, zone } = state.audit;
  const { session } = replayer.step(replayer.size);
  const usual = wallIn(session.state.startedAt ?? session.state.recordedAt, zone);
  return (
    <div class="questions">
      {QUESTIONS.map(({ question, label, help }) => (
        <Question
          key={question}
          {...{ question, label, help, usual, zone }}
          isAsked={state.choice.question === question}
          onAsk={(at) => actions.ask(question, at)}
        />
      ))}
    </div>
  );
}

interface Asked {
  question: string;
  label: string;
  help: string;
  usual: string;
  zone: string;
  isAsked: boolean;
  onAsk: (at: number) => void;
}

function Question({ question, label, help, usual, zone, isAsked, onAsk }: Asked): JSX.Element {
  const [written, write] = useState(usual);
  const [isWrong, setWrong] = useState(false);
  const answer = (event: Event): void => {
    event.preventDefault();
    const at = instantIn(written, zone);
    setWrong(at === null);
    if (at !== null) onAsk(at);
  };
  return (
    <form class={isAsked ? 'question asked' : 'question'} onSubmit={answer} novalidate>
      <label for={`at-${question}`}>{label}</label>
      <p id={`help-${question}`}>{help}</p>
      <div class="asking">
        <input
          id={`at-${question}`}
          type="datetime-local"
          step={1}
          value={written}
          aria-describedby={`help-${question}`}
          aria-invalid={isWrong}
          onInput={({ currentTarget }) => write(currentTarget.value)}
        />
        <button type="submit">Répondre</button>
      </div>
      {isWrong && <p role="alert">Cet instant n’existe pas sur l’horloge de la salle ({zone}).</p>}
    </form>
  );
}
