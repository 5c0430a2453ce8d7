/**
 * Fills an office's own template (.docx) with the result. The library finds the placeholders and repeats paragraphs and
 * rows; the scopes map names to values.
 */
import Docxtemplater from 'docxtemplater';
import { Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { DocumentTable } from '../core/model/document';
import { templateKey, type TemplateLevel, type TemplateScope } from '../core/documents/template-values';
import { openPackage, type Draft } from '../hosts/xlsx-file/parts/package';
import type { Codec } from '../hosts/xlsx-file/zip/codec';
import { DEFAULT_LIMITS } from '../hosts/xlsx-file/zip/limits';
import type { Template } from './export-request';
import { tableOf } from './docx-layout';
import { TEXT_WIDTH } from './docx-page';
import { faultyTemplate, unknownTag, whereIs, writingSentence, type Tag } from './template-faults';

const BODY = 'word/document.xml';

export interface OpenTemplate {
  /**
   * Whether it uses a name that belongs to one unit outside of the list of units. If so, it is filled once per unit.
   */
  readonly isOfUnit: boolean;
  readonly fill: (scopes: readonly TemplateScope[]) => Promise<Uint8Array>;
}

/** Throws HostError if it is no Word document or has an unknown placeholder. */
export function openTemplate({ name, bytes }: Template, codec: Codec, names: TemplateNames): OpenTemplate {
  const parts = openPackage(bytes, codec, DEFAULT_LIMITS);
  if (!parts.has(BODY))
    throw faultyTemplate(`Mẫu «${name}» không phải văn bản Word .docx; hãy lưu lại bằng Word dạng .docx.`);
  const { tags } = compiled(name, parts.draft(), []);
  const isOfUnit = unknownTag(tags, [names.workbook]) !== null;
  const wrong = isOfUnit ? unknownTag(tags, [names.workbook, names.unit]) : null;
  if (wrong) {
    const { tag, advice } = wrong;
    const where = whereIs(tag.name, tag.part, strFromU8(parts.read(tag.part)));
    throw faultyTemplate(`Mẫu «${name}» có chỗ điền {${tag.name}}${where} mà chương trình không hiểu: ${advice}.`);
  }
  return {
    isOfUnit,
    async fill(scopes) {
      const draft = parts.draft();
      await compiled(name, draft, scopes).render();
      return draft.save();
    },
  };
}

export interface TemplateNames {
  readonly workbook: TemplateLevel;
  readonly unit: TemplateLevel;
}

/** The library's representation of a placeholder. */
interface Part {
  readonly type: string;
  readonly value: string;
  readonly module?: string;
  readonly subparsed?: readonly Part[];
}

interface Compiled {
  readonly tags: readonly Tag[];
  readonly render: () => Promise<unknown>;
}

/** `scopes`: from outermost to innermost; empty if the template is only checked. */
function compiled(name: string, draft: Draft, scopes: readonly TemplateScope[]): Compiled {
  try {
    const document = new Docxtemplater(asZip(draft), {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      modules: [{ name: 'tables', optionsTransformer: tablesByName }],
      parser: (text: string, meta?: { readonly tag?: Part }) => ({
        get: (scope: TemplateScope) => valueOf(scope, text, meta?.tag?.module ?? ''),
      }),
    });
    const files = (
      document as unknown as { readonly compiled: Record<string, { readonly postparsed: readonly Part[] }> }
    ).compiled;
    return {
      tags: Object.entries(files).flatMap(([part, { postparsed }]) => tagsIn(postparsed, part)),
      render: () => document.renderAsync(nested(scopes)),
    };
  } catch (error) {
    throw faultyTemplate(`Mẫu «${name}»: ${sentenceOf(error, draft)}.`);
  }
}

/** «{Bảng …}» alone in a paragraph is a table. */
const TABLE = /^\s*(b[aả]ng\s.*)$/iu;

function tablesByName<Options>(options: Options, document: { readonly modules: readonly object[] }): Options {
  for (const module of document.modules)
    if ('name' in module && module.name === 'RawXmlModule') Object.assign(module, { prefix: TABLE });
  return options;
}

function tagsIn(parts: readonly Part[], part: string): Tag[] {
  return parts.flatMap((each): Tag[] => {
    const inside = each.subparsed ? tagsIn(each.subparsed, part) : [];
    if (each.type !== 'placeholder') return inside;
    const kind = each.module === 'loop' ? 'list' : each.module === 'rawxml' ? 'table' : 'text';
    return [{ name: each.value.trim(), kind, inside, part }];
  });
}

/** Merges the scopes; an inner scope overrides an outer one. */
const nested = (scopes: readonly TemplateScope[]): TemplateScope => ({
  texts: new Map(scopes.flatMap(({ texts }) => [...texts])),
  tables: new Map(scopes.flatMap(({ tables }) => [...tables])),
  lists: new Map(scopes.flatMap(({ lists }) => [...lists])),
});

/** Returns undefined to make the library look in the enclosing scope. */
function valueOf(scope: TemplateScope, name: string, module: string): unknown {
  const key = templateKey(name);
  const list = scope.lists.get(key);
  if (list) return list();
  const table = scope.tables.get(key);
  if (table) return tableXml(table());
  const text = scope.texts.get(key);
  if (!text) return undefined;
  const stated = text();
  // A text used as a section is a condition: the words inside are kept only if the text is stated.
  return module === 'loop' ? stated !== null : (stated ?? `…… [${name.trim()}]`);
}

interface LibraryFault {
  readonly properties?: {
    readonly id?: string;
    readonly xtag?: string;
    readonly file?: string;
    readonly errors?: readonly LibraryFault[];
  };
}

function sentenceOf(error: unknown, draft: Draft): string {
  const { properties } = error as LibraryFault;
  const [first = error as LibraryFault, ...others] = properties?.errors ?? [];
  const { id = '', xtag = '', file = BODY } = first.properties ?? {};
  const sentence = writingSentence({ id, tag: xtag, part: file }, draft.has(file) ? strFromU8(draft.read(file)) : '');
  return others.length === 0 ? sentence : `${sentence}; còn ${others.length} chỗ khác cần sửa`;
}

interface ZipPart {
  readonly name: string;
  readonly asText: () => string;
}

/** The subset of the zip interface that the library needs, over parts that were checked on opening. */
function asZip(draft: Draft) {
  const part = (name: string): ZipPart => ({ name, asText: () => strFromU8(draft.read(name)) });
  return {
    files: Object.fromEntries(draft.names().map((name) => [name, part(name)])),
    file(name: string | RegExp, content?: string | Uint8Array): unknown {
      if (typeof name !== 'string')
        return draft
          .names()
          .filter((each) => name.test(each))
          .map(part);
      if (content === undefined) return draft.has(name) ? part(name) : null;
      draft.write(name, typeof content === 'string' ? strToU8(content) : content);
      return null;
    },
    remove: (name: string): void => draft.remove(name),
    generate: (): null => null,
  };
}

/** A table as XML for the template: paragraphs in the template's style, borders from this program. */
async function tableXml(table: DocumentTable): Promise<string> {
  const file = new Document({ sections: [{ children: [tableOf(table, TEXT_WIDTH.portrait)] }] });
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(file)), { filter: ({ name }) => name === BODY });
  const [xml = ''] = /<w:tbl>[^]*<\/w:tbl>/.exec(strFromU8(parts[BODY] ?? new Uint8Array())) ?? [];
  // The template lacks the styles of this program, so they are removed; cells get no first-line indent and no space
  // between lines.
  return xml.replace(/<w:pStyle w:val="[^"]*"\/>/g, '').replace(/<w:jc /g, `${PLAIN}<w:jc `);
}

const PLAIN = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:firstLine="0"/>';
