import fc, { type IProperty } from 'fast-check';

const AT_ONCE = 20;

/** A property of twenty cases at a time: what few of them show is seen in few runs. */
export const ofMany = <Case>(cases: fc.Arbitrary<Case>, check: (one: Case) => void): IProperty<[Case[]]> =>
  fc.property(fc.array(cases, { minLength: AT_ONCE, maxLength: AT_ONCE }), (all) => {
    for (const one of all) check(one);
  });
