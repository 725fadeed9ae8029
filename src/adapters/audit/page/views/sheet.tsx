import type { JSX } from 'preact';
import type { Moment } from '../../../../projections/replay/replayer.ts';
import { type Cell, changedCells, type Row, SHEET_COLUMNS, sheetRows } from '../model/sheet.ts';
import { Headings, Lines, Scrolling, Section } from './parts.tsx';

/** The attendance sheet as of the moment, with what differs from the other moment. */
export function Sheet({ moment, former, against }: { moment: Moment; former: Moment; against: string }): JSX.Element {
  const rows = sheetRows(moment.sheet, former.sheet);
  return (
    <Section id="feuille" title="Feuille d’émargement">
      {rows.length === 0 ? (
        <p class="nothing">Aucun candidat n’est inscrit.</p>
      ) : (
        <>
          <p class="legend">
            <mark>Surligné</mark> : ce qui diffère de {against}.
          </p>
          <Changes rows={rows} />
          <Scrolling label="Feuille d’émargement">
            <table class="sheet">
              <caption class="unseen">Feuille d’émargement</caption>
              <Headings titles={['N°', ...SHEET_COLUMNS]} />
              <tbody>
                {rows.map(({ number, withdrawn, isNew, cells }) => (
                  <tr key={number} class={withdrawn ? 'withdrawn' : undefined}>
                    <th scope="row">{isNew ? <mark title="Nouvelle ligne">{number}</mark> : number}</th>
                    {cells.map((cell, place) => (
                      <td key={SHEET_COLUMNS[place]}>
                        <CellText cell={cell} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolling>
        </>
      )}
    </Section>
  );
}

/** Changes that are listed above the sheet, so that none is overlooked beside it. */
const LISTED = 8;

function Changes({ rows }: { rows: readonly Row[] }): JSX.Element | null {
  const changed = changedCells(rows);
  if (changed.length === 0) return null;
  return (
    <ul class="changed">
      {changed.slice(0, LISTED).map(({ number, title, before, after }) => (
        <li key={`${number} ${title}`}>
          n° {number}, {title} : <del>{before === '' ? '(vide)' : before}</del> →{' '}
          <mark>{after === '' ? '(vide)' : after}</mark>
        </li>
      ))}
      {changed.length > LISTED && <li>et {changed.length - LISTED} de plus</li>}
    </ul>
  );
}

function CellText({ cell: { text, before } }: { cell: Cell }): JSX.Element {
  if (before === null) return <Lines text={text} />;
  return (
    <>
      <mark>
        <Lines text={text === '' ? '(vide)' : text} />
      </mark>
      {before !== '' && (
        <del>
          <span class="unseen">avant : </span>
          <Lines text={before} />
        </del>
      )}
    </>
  );
}
