import type { Paper } from './paper.ts';

/** A part of the document as assistive readers know it. */
export type Element = PDFKit.PDFStructureElement;

/** The parts that documents are made of, by their names in PDF. */
export type Tag = 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD';

/** Begins a part within another. @param scope of a heading in a table: what it is the heading of */
export function part({ doc }: Paper, within: Element, tag: Tag, scope?: 'Row' | 'Column'): Element {
  const options: PDFKit.Mixins.StructureElementOptions & { readonly scope?: string } =
    scope === undefined ? {} : { scope };
  const element = doc.struct(tag, options);
  within.add(element);
  return element;
}

/** Draws what belongs to a part; one that goes on over the page is drawn in several pieces. */
export function drawn({ doc }: Paper, element: Element, tag: Tag, draw: () => void): void {
  element.add(doc.markStructureContent(tag));
  draw();
  doc.endMarkedContent();
}

/** Draws what says nothing to whoever cannot see it, or says it again: rules, and what stands on every page. */
export function ornament({ doc }: Paper, type: 'Layout' | 'Pagination', draw: () => void): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}
