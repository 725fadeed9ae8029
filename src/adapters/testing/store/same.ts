import fc from 'fast-check';

/** Whether two values are the same to every reader: an absent property is not one that is `undefined`. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && haveSameFields(one, other);
  const prototype = Object.getPrototypeOf(one);
  if (prototype !== Object.getPrototypeOf(other)) return false;
  // A Date, a Map: what fast-check writes of it tells all.
  return prototype === Object.prototype ? haveSameFields(one, other) : fc.stringify(one) === fc.stringify(other);
}

function haveSameFields(one: object, other: object): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(Reflect.get(one, name), Reflect.get(other, name)))
  );
}

/**
 * Asserts that two values are the same.
 *
 * @throws {Error} with both
 */
export function assertSame(actual: unknown, expected: unknown, what: string): void {
  if (isSame(actual, expected)) return;
  throw new Error(`${what}\n  must be ${fc.stringify(expected)}\n  but is  ${fc.stringify(actual)}`);
}
