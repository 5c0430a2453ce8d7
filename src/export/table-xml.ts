/** A table as the XML that an office's own template takes: its paragraphs in the template's own style, our borders. */
import { Document, Packer } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import type { DocumentTable } from '../core/model/document';
import { tableOf } from './docx-layout';
import { TEXT_WIDTH } from './docx-page';

const BODY = 'word/document.xml';

export async function tableXml(table: DocumentTable): Promise<string> {
  const file = new Document({ sections: [{ children: [tableOf(table, TEXT_WIDTH.portrait)] }] });
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(file)), { filter: ({ name }) => name === BODY });
  const [xml = ''] = /<w:tbl>[^]*<\/w:tbl>/.exec(strFromU8(parts[BODY] ?? new Uint8Array())) ?? [];
  // Our styles are not those of the template: no indent of its running text, and no space between lines of a cell.
  return xml.replace(/<w:pStyle w:val="[^"]*"\/>/g, '').replace(/<w:jc /g, `${PLAIN}<w:jc `);
}

const PLAIN = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:firstLine="0"/>';
