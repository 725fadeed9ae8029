/** What an evidence file may hold; whoever writes keeps to it, so that whoever verifies may stop beyond it. */

/** Most events of a session. */
export const MOST_EVENTS = 100_000;

/** Most bytes of a line, its end not counted: 2 MiB, twice the largest event. */
export const LINE_BYTES = 2_097_152;

/** Most bytes of a file: 256 MiB. */
export const FILE_BYTES = 268_435_456;

/** Most documents that a header repeats, so that it fits into a line. */
export const MOST_DOCUMENTS = 5_000;

/** Most keys of persons, so that they fit into a line. */
export const MOST_KEYS = 5_000;

/** How deeply a line may be nested; events that the catalogue knows stay far below. */
export const DEPTH = 100;

/** Most characters of a signed token. */
export const TOKEN_LENGTH = 4_096;

/** Most findings that a check names one by one; the rest is counted. */
export const MOST_FINDINGS = 100;

/** Most lines in the place of an event that do not even begin like one: whoever finds more has no evidence file. */
export const MOST_STRANGE_LINES = 1_000;
