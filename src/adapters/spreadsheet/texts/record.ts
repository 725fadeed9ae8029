import type { Sentences } from './bilingual.ts';

/** What can stand between a sheet and the record, and what to do about it. */
export const RECORD_TEXTS = {
  'session-not-named': () => ({
    en: 'The head of this tab names no session. Fill in the session’s number and access code, or its date, hours, site and room.',
    fr: 'L’en-tête de cet onglet ne désigne aucune session. Indiquez le numéro et le code d’accès, ou la date, les heures, le site et la salle.',
  }),
  'session-not-found': (sought: string) => ({
    en: `The record has no session for ${sought}. Check the head of this tab; a session is planned by its Navette first.`,
    fr: `Le registre n’a pas de session pour ${sought}. Vérifiez l’en-tête de l’onglet ; une session se planifie d’abord par sa Navette.`,
  }),
  'session-ambiguous': (sessions: string) => ({
    en: `Several sessions of the record are meant: ${sessions}. Add the access code to the head of this tab.`,
    fr: `Plusieurs sessions du registre conviennent : ${sessions}. Ajoutez le code d’accès dans l’en-tête de l’onglet.`,
  }),
  'session-disagrees': (recorded: string) => ({
    en: `The record says otherwise of this session: ${recorded}. Check that this is the right tab, and correct its head.`,
    fr: `Le registre dit autre chose de cette session : ${recorded}. Vérifiez qu’il s’agit du bon onglet, et corrigez l’en-tête.`,
  }),
  'another-centre': (recorded: string) => ({
    en: `This tab is of another centre; the session is held at ${recorded}. Remove the tab, or correct its head.`,
    fr: `Cet onglet est d’un autre centre ; la session a lieu à ${recorded}. Retirez l’onglet, ou corrigez son en-tête.`,
  }),
  'session-in-two-tabs': (tab: string) => ({
    en: `The tab "${tab}" is of the same session. Keep one of the two.`,
    fr: `L’onglet « ${tab} » est de la même session. Gardez un seul des deux.`,
  }),
  'candidate-twice': (first: string) => ({
    en: `The candidate in ${first} has the same name and was born the same day. Remove one; register true homonyms one by one, saying so.`,
    fr: `Le candidat en ${first} porte le même nom et est né le même jour. Retirez-en un ; inscrivez de vrais homonymes un par un, en le précisant.`,
  }),
  'candidate-unknown': () => ({
    en: 'Nobody of this name is on the sheet of the record. Check the name, the birth date and the number of the line.',
    fr: 'Personne de ce nom n’est inscrit au registre. Vérifiez le nom, la date de naissance et le numéro de la ligne.',
  }),
} satisfies Sentences;
