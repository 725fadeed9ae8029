import type { Layout } from '../layout.ts';
import { archiveOf } from './archive.ts';
import { contentPart } from './content.ts';
import { stylesPart } from './styles.ts';
import { escaped, part } from './xml.ts';

const MIME_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

const entry = (path: string, type: string): string =>
  `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;

const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entry('/', MIME_TYPE)}${['content.xml', 'styles.xml', 'meta.xml'].map((name) => entry(name, 'text/xml')).join('')}</manifest:manifest>`;

/**
 * Writes a layout as .ods.
 *
 * The library that writes .xlsx has no widths, protection, checks or pages for .ods; a template would have to be taken
 * apart for a number of tabs that is known late, and converting wants an office suite where this runs. So the parts are
 * written here, in the terms that LibreOffice itself uses for them.
 */
export const writeOdsLayout = ({ title, tabs }: Layout): Uint8Array =>
  archiveOf([
    { name: 'mimetype', text: MIME_TYPE },
    { name: 'content.xml', text: contentPart(tabs) },
    { name: 'styles.xml', text: stylesPart },
    { name: 'meta.xml', text: part('meta', `<office:meta><dc:title>${escaped(title)}</dc:title></office:meta>`) },
    { name: 'META-INF/manifest.xml', text: MANIFEST },
  ]);
