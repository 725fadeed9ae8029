/** The zones of the French departments and territories overseas, by the first three digits of their postal codes. */
const OVERSEAS: ReadonlyMap<string, string> = new Map([
  ['971', 'America/Guadeloupe'],
  ['972', 'America/Martinique'],
  ['973', 'America/Cayenne'],
  ['974', 'Indian/Reunion'],
  ['975', 'America/Miquelon'],
  ['976', 'Indian/Mayotte'],
  ['977', 'America/St_Barthelemy'],
  ['978', 'America/Marigot'],
  ['986', 'Pacific/Wallis'],
  ['987', 'Pacific/Tahiti'],
  ['988', 'Pacific/Noumea'],
]);

/**
 * The zone of an establishment overseas: what it writes in the Navette is its own wall clock, not that of Paris.
 *
 * @returns an IANA zone, or `undefined` where the postal code is not overseas
 */
export const overseasZone = (postalCode: string): string | undefined => OVERSEAS.get(postalCode.slice(0, 3));
