import type { StoreVerdict } from '../sealed/index.ts';

/** What the verification of a whole record says, in lines. */
export function storeLines({ streams, events, root, findings, more }: StoreVerdict): readonly string[] {
  const lines = findings.map(({ fr, stream, revision }) => {
    const place = stream === null ? '' : `${stream}${revision === null ? '' : `, rang ${revision}`} : `;
    return `✗ ${place}${fr}`;
  });
  return [
    `${streams} suites, ${events} événements, racine ${root}`,
    ...lines,
    ...(more > 0 ? [`… et ${more} autres.`] : []),
    ...(findings.length > 0 ? [] : ['Rien n’a été modifié, retiré, ajouté ni déplacé, autant que cela se voit d’ici.']),
  ];
}
