/**
 * Asks something once for each key, and remembers the answer.
 *
 * @param most how many answers are remembered; with one more, all are forgotten
 */
export function remembered<Key, Answer extends NonNullable<unknown> | null>(
  most: number,
  ask: (key: Key) => Answer,
): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = ask(key);
    if (known.size === most) known.clear();
    known.set(key, answer);
    return answer;
  };
}

/** Makes something of an object once, for as long as somebody has the object. */
export function oncePer<Of extends object, Made extends object>(make: (of: Of) => Made): (of: Of) => Made {
  const known = new WeakMap<Of, Made>();
  return (of) => {
    const made = known.get(of) ?? make(of);
    known.set(of, made);
    return made;
  };
}
