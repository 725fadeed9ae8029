/** Orders texts by their characters alone, so that every machine orders them alike. */
export const byText = (a: string, b: string): number => Number(a > b) - Number(a < b);
