/** How deeply an event may be nested, itself included: what SQLite's own JSON functions can read. */
const DEPTH = 1_000;

/** Why a value would not survive as JSON: the path to what is wrong, and what it is; the value itself may be personal. */
export class Unfit {
  readonly fault: string;

  constructor(fault: string) {
    this.fault = fault;
  }
}

/**
 * A value as it would come back from JSON, of which each property is read once.
 *
 * @throws what a property throws when it is read
 */
export function copyOf(value: unknown, depth = 0): unknown {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? value : new Unfit(' has half of a surrogate pair');
    case 'number':
      // JSON has no negative zero.
      return Number.isFinite(value) ? value + 0 : new Unfit(` is ${value}`);
    case 'boolean':
      return value;
    case 'object':
      if (value === null) return null;
      if (depth >= DEPTH) return new Unfit(' is nested too deeply, or in a circle');
      return Array.isArray(value) ? copyOfArray(value, depth) : copyOfObject(value, depth);
    default:
      return new Unfit(` is of type ${typeof value}`);
  }
}

function copyOfArray(items: readonly unknown[], depth: number): unknown[] | Unfit {
  if (!isPlain(items, 2)) return new Unfit(' is not a plain array');
  const copies: unknown[] = [];
  for (let index = 0; index < items.length; index++) {
    const copy = copyOf(items[index], depth + 1);
    if (copy instanceof Unfit) return new Unfit(`[${index}]${copy.fault}`);
    copies.push(copy);
  }
  // An array's own names are its indices and `length`.
  return hasHidden(items, items.length + 1) ? new Unfit(' is an array with further properties') : copies;
}

function copyOfObject(fields: object, depth: number): object | Unfit {
  if (!isPlain(fields, 1)) return new Unfit(' is not a plain object');
  const copies: Record<string, unknown> = {};
  let visible = 0;
  for (const name in fields) {
    const copy = unfitName(name) ?? copyOf(fields[name as keyof typeof fields], depth + 1);
    if (copy instanceof Unfit) return new Unfit(`.${name.toWellFormed()}${copy.fault}`);
    copies[name] = copy;
    visible++;
  }
  return hasHidden(fields, visible) ? new Unfit(' has hidden properties') : copies;
}

function unfitName(name: string): Unfit | undefined {
  // It would come back, but whoever then copied the data property by property would replace the copy's prototype.
  if (name === '__proto__') return new Unfit(' is a name that no data may use');
  return name.isWellFormed() ? undefined : new Unfit(' has half of a surrogate pair in its name');
}

/** Whether a value has no more prototypes than literals have. Not compared by identity: other realms have their own. */
function isPlain(value: object, prototypes: number): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || (prototypes > 0 && isPlain(prototype, prototypes - 1));
}

// Two calls, and not `Reflect.ownKeys`, which takes three times as long as both.
const hasHidden = (fields: object, visible: number): boolean =>
  Object.getOwnPropertyNames(fields).length !== visible || Object.getOwnPropertySymbols(fields).length > 0;
