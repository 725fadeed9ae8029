import { capOf } from '../state/session.ts';
import { plain, rule } from './define.ts';

/** A removed examiner was one. */
export const examinerKnown = rule<'ExaminerRemoved'>()({
  name: 'examiner-known',
  sentence: 'examiner',
  text: {
    en: '{examiner} is not an examiner of this session.',
    fr: '{examiner} n’est pas examinateur de cette session.',
  },
  holds: (state, { data }) => state.examiners.includes(data.examiner),
  values: (_, { data }) => ({ examiner: { value: data.examiner, personal: true } }),
});

/** Nobody is an examiner twice. */
export const examinerNew = rule<'ExaminerAdded'>()({
  name: 'examiner-new',
  sentence: 'examiner',
  text: {
    en: '{examiner} is an examiner of this session already.',
    fr: '{examiner} est déjà examinateur de cette session.',
  },
  holds: (state, { data }) => !state.examiners.includes(data.examiner),
  values: (_, { data }) => ({ examiner: { value: data.examiner, personal: true } }),
});

/** A session keeps at least one examiner. */
export const oneExaminerRemains = rule<'ExaminerRemoved'>()({
  name: 'one-examiner-remains',
  sentence: 'examiner',
  text: {
    en: 'A session needs an examiner: name another before this one is removed.',
    fr: 'Une session a besoin d’un examinateur : en désigner un autre avant de retirer celui-ci.',
  },
  holds: (state) => state.examiners.length > 1,
  values: () => ({}),
});

/** The examiners who remain can take charge of everybody registered. */
export const capStillHolds = rule<'ExaminerRemoved'>()({
  name: 'cap-still-holds',
  sentence: 'cap',
  text: {
    en: '{registered} candidates are registered; the examiners who remain take charge of {cap} at most.',
    fr: '{registered} candidats sont inscrits ; les examinateurs restants en prennent en charge {cap} au maximum.',
  },
  holds: (state) => state.registered <= capOf(state) - state.policy.candidatesPerExaminer,
  values: (state) => ({
    registered: plain(state.registered),
    cap: plain(capOf(state) - state.policy.candidatesPerExaminer),
  }),
});

/** A code is issued to a session that has an examiner. */
export const anExaminerIsNamed = rule<'AccessCodeIssued'>()({
  name: 'an-examiner-is-named',
  sentence: 'examiner',
  text: {
    en: 'The session has no examiner.',
    fr: 'La session n’a pas d’examinateur.',
  },
  holds: (state) => state.examiners.length > 0,
  values: () => ({}),
});
