import type { Refusal } from '../domain/machine/refusal.ts';
import type { Sentence } from '../domain/procedure.ts';
import { plain, type Quoted, type RuleText, said } from '../domain/rules/define.ts';
import type { Actor } from '../domain/store/envelope.ts';

/** A rule that no machine can ask, because it speaks of more than one session, or of the sender. */
interface ServiceRule {
  readonly sentence: Sentence | null;
  readonly text: RuleText;
}

/** What the register itself refuses. */
export const SERVICE_RULES = {
  'list-not-empty': {
    sentence: null,
    text: { en: 'The list holds no command.', fr: 'La liste ne contient aucune commande.' },
  },
  'list-at-most': {
    sentence: null,
    text: {
      en: 'This would record {count} events; at most {most} are recorded at once.',
      fr: 'Ceci enregistrerait {count} événements ; {most} au plus le sont à la fois.',
    },
  },
  'one-session-per-list': {
    sentence: null,
    text: {
      en: 'The list is about session {first}, this command about {session}: one append is about one session.',
      fr: 'La liste porte sur la session {first}, cette commande sur {session} : un envoi porte sur une seule session.',
    },
  },
  'command-id-once-in-a-list': {
    sentence: null,
    text: {
      en: 'Command identity {id} stands twice in the list.',
      fr: 'L’identité de commande {id} figure deux fois dans la liste.',
    },
  },
  'command-id-reused': {
    sentence: null,
    text: {
      en: 'Command {id} was carried out at revision {revision}, with another content.',
      fr: 'La commande {id} a été exécutée au rang {revision}, avec un autre contenu.',
    },
  },
  'access-code-free': {
    sentence: 'accessCode',
    text: {
      en: 'Access code {accessCode} is the code of another session.',
      fr: 'Le code d’accès {accessCode} est celui d’une autre session.',
    },
  },
  'access-codes-left': {
    sentence: 'accessCode',
    text: {
      en: 'No free access code was found.',
      fr: 'Aucun code d’accès libre n’a été trouvé.',
    },
  },
  'store-erases': {
    sentence: null,
    text: {
      en: 'The store of this register cannot erase, so nothing was recorded: open it with the keys of persons.',
      fr: 'Le support de ce registre ne sait pas effacer, et rien n’a été enregistré : l’ouvrir avec les clés des personnes.',
    },
  },
  'not-authorised': {
    sentence: null,
    text: { en: '{because}', fr: '{because}' },
  },
} as const satisfies Readonly<Record<string, ServiceRule>>;

/** The name of a rule of the register. */
export type ServiceRuleName = keyof typeof SERVICE_RULES;

/** A refusal by a rule of the register. */
export function refusalBy(
  rule: ServiceRuleName,
  path: string | null,
  values: Readonly<Record<string, Quoted | string | number>> = {},
): Refusal {
  const { sentence, text } = SERVICE_RULES[rule];
  const quoted = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value : plain(value)]),
  );
  return { rule, sentence, event: null, lifecycle: null, path, ...said(text, quoted), values: quoted };
}

/** The host's own refusal. */
export const notAuthorised = (because: RuleText, { role, identity }: Actor): Refusal => ({
  ...refusalBy('not-authorised', 'actor', { role, identity: { value: identity, personal: true } }),
  en: because.en,
  fr: because.fr,
});

/** A refusal, with the place of its command in a list. */
export const inList = (refusal: Refusal, index: number): Refusal => ({
  ...refusal,
  path: refusal.path === null || refusal.path === '' ? `[${index}]` : `[${index}].${refusal.path}`,
});
