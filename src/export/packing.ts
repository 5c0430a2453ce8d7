/** Zip files that are the same bytes whenever they are packed: no clock, no chance, nobody's name. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { STYLE } from './docx-page';
import type { ExportedFile } from './export-request';

/** The first day that a zip can tell; fflate takes it as local time, so that every time zone writes the same. */
const NO_DATE = new Date(1980, 0, 1);

const CORE = 'docProps/core.xml';
const STYLES = 'word/styles.xml';
const BODY = 'word/document.xml';

/** The parts of a .docx, so that the same document is the same file. */
export function repack(bytes: Uint8Array, title: string): Uint8Array {
  const parts = unzipSync(bytes);
  const packed: Zippable = {};
  for (const name of Object.keys(parts))
    if (!name.endsWith('/'))
      packed[name] = [replaced(name, parts[name] ?? new Uint8Array(), title), { mtime: NO_DATE, level: 6 }];
  return zipSync(packed);
}

function replaced(name: string, part: Uint8Array, title: string): Uint8Array {
  if (name === CORE) return strToU8(coreProperties(title));
  // The library ends a section with a paragraph of full height, which a table at the bottom of a page pushes to the
  // next page.
  if (name === BODY)
    return strToU8(
      strFromU8(part).replaceAll(
        '<w:p><w:pPr><w:sectPr',
        `<w:p><w:pPr><w:pStyle w:val="${STYLE.sectionEnd}"/><w:sectPr`,
      ),
    );
  if (name === STYLES)
    return strToU8(
      strFromU8(part).replace(
        'w:type="paragraph" w:styleId="Normal"',
        'w:type="paragraph" w:default="1" w:styleId="Normal"',
      ),
    );
  return part;
}

const coreProperties = (title: string): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${escaped(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Several exported files as one to be downloaded. They are packed already, so nothing is packed twice. */
export function zipFiles(files: readonly ExportedFile[]): Uint8Array {
  const entries: Zippable = Object.fromEntries(
    files.map(({ name, folder, bytes }) => [
      folder === undefined ? name : `${folder}/${name}`,
      [bytes, { level: 0, mtime: NO_DATE }],
    ]),
  );
  return zipSync(entries);
}
