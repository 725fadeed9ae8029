/** A4 on its side. */
export const A4_WIDTH_CM = 29.7;

/** The short side of A4. */
export const A4_HEIGHT_CM = 21;

/** What is left free on each side of a page, and above and below. */
export const MARGIN_CM = 1;

/** The height of the line at the foot of a page, with the space above it. */
export const FOOT_CM = 0.8;
