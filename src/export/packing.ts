/**
 * Reproducible zip files: the same content always gives the same bytes, without dates, random values or names of
 * people.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { STYLE } from './docx-page';
import type { ExportedFile } from './export-request';

/** The earliest date of the zip format. fflate uses local time, so every time zone writes the same bytes. */
const NO_DATE = new Date(1980, 0, 1);

const CORE = 'docProps/core.xml';
const STYLES = 'word/styles.xml';
const BODY = 'word/document.xml';

/** Packs the parts of a .docx again, so that the same document gives the same file. */
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
  // The library ends a section with a paragraph of full height, and a table at the bottom of a page pushes that
  // paragraph to the next page.
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

/** Several exported files as one download. They are already compressed, so they are only stored. */
export function zipFiles(files: readonly ExportedFile[]): Uint8Array {
  const entries: Zippable = Object.fromEntries(
    files.map(({ name, folder, bytes }) => [
      folder === undefined ? name : `${folder}/${name}`,
      [bytes, { level: 0, mtime: NO_DATE }],
    ]),
  );
  return zipSync(entries);
}
