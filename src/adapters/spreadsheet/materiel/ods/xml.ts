const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold at all. */
const IMPOSSIBLE = /[^\P{Cc}\t\n\r\x7F-\x9F]|[\uFFFE\uFFFF]|\p{Cs}/gu;

/** A text as XML has it, in an element or in an attribute; what it cannot hold is shown to be there. */
export const escaped = (text: string): string =>
  text.replace(IMPOSSIBLE, '\uFFFD').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** The namespaces that parts of the archive use, as OpenDocument 1.3 and LibreOffice name them. */
export const NAMESPACES = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(' ');

/** A part of the archive. @param kind the name of its root, after `office:document-` */
export const part = (kind: 'content' | 'styles' | 'meta', inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-${kind} ${NAMESPACES} office:version="1.3">${inside}</office:document-${kind}>`;
