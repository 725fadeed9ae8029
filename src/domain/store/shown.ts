/** A value as a fault's message shows it. An object is not asked for its text: it might have none, or throw. */
export const shown = (value: unknown): string => (Object(value) === value ? typeof value : String(value));
