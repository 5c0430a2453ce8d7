/**
 * Describes a fault of an office's template in one Vietnamese sentence: what is wrong, where, and what to write
 * instead.
 */
import { templateKey, type TemplateLevel } from '../core/documents/template-values';
import { isNear } from '../core/values/fold-text';
import { HostError } from '../hosts/host';

/** A placeholder as written in the template; `inside` holds the placeholders inside a list. */
export interface Tag {
  readonly name: string;
  readonly kind: 'text' | 'list' | 'table';
  readonly inside: readonly Tag[];
  /** The part of the file: «word/document.xml». */
  readonly part: string;
}

export const faultyTemplate = (sentence: string): HostError => new HostError('faulty-template', sentence);

/** Returns the first tag without a meaning at its place, or null. `levels`: from outermost to innermost. */
export function unknownTag(tags: readonly Tag[], levels: readonly TemplateLevel[]): Misnamed | null {
  for (const tag of tags) {
    const meant = meaningOf(tag, levels);
    if (meant.kind === 'fault') return { tag, ...meant };
    const found = unknownTag(tag.inside, meant.level ? [...levels, meant.level] : levels);
    if (found) return found;
  }
  return null;
}

interface Misnamed {
  readonly tag: Tag;
  /** What to write instead. */
  readonly advice: string;
}

type TagMeaning =
  | { readonly kind: 'known'; readonly level: TemplateLevel | null }
  | { readonly kind: 'fault'; readonly advice: string };

function meaningOf({ name, kind }: Tag, levels: readonly TemplateLevel[]): TagMeaning {
  const key = templateKey(name);
  const has = (names: readonly { readonly name: string }[]): boolean =>
    names.some((each) => templateKey(each.name) === key);
  for (const { texts, tables, lists } of [...levels].reverse()) {
    const list = lists.find((each) => templateKey(each.name) === key);
    if (list)
      return kind === 'list'
        ? { kind: 'known', level: list.level }
        : { kind: 'fault', advice: `đó là một danh sách, hãy viết {#${list.name}} … {/${list.name}}` };
    // A text used as a section prints the words inside only if the text is stated.
    if (has(texts)) return { kind: 'known', level: null };
    if (has(tables))
      return kind === 'list'
        ? { kind: 'fault', advice: `đó là một bảng, hãy viết {${name}} một mình trong một đoạn` }
        : { kind: 'known', level: null };
  }
  return { kind: 'fault', advice: adviceFor(key, levels) };
}

function adviceFor(key: string, levels: readonly TemplateLevel[]): string {
  const all = levels.flatMap(({ texts, tables, lists }) => [...texts, ...tables, ...lists]);
  const near =
    all.find(({ name }) => isNear(templateKey(name), key)) ?? all.find(({ name }) => templateKey(name).includes(key));
  const list = levels.flatMap((level) => listWith(key, level) ?? [])[0];
  if (list !== undefined) return `tên ấy chỉ dùng được trong {#${list}} … {/${list}}`;
  return near ? `có phải {${near.name}}?` : 'các tên dùng được: xem «Mẫu của cơ quan» trong hướng dẫn';
}

/** The list inside of which the name has a meaning. */
function listWith(key: string, { lists }: TemplateLevel): string | null {
  for (const { name, level } of lists) {
    const named = [...level.texts, ...level.tables, ...level.lists];
    const found = named.some((each) => templateKey(each.name) === key) ? name : listWith(key, level);
    if (found !== null) return found;
  }
  return null;
}

const PLACES: readonly (readonly [RegExp, string])[] = [
  [/header/, ' (đầu trang)'],
  [/footer/, ' (cuối trang)'],
];

/**
 * «ở đoạn «Chỉ số đạt {Chỉ so}%»»: prefers the paragraph with the words inside braces to one that only contains them.
 */
export function whereIs(words: string, part: string, xml: string, braces = WHOLE): string {
  const place = PLACES.find(([pattern]) => pattern.test(part))?.[1] ?? '';
  const paragraphs = xml.split('</w:p>').map(textOf);
  const isNamed = (text: string): boolean => text.includes(words);
  const paragraph = paragraphs.find((text) => (text.match(braces) ?? []).some(isNamed)) ?? paragraphs.find(isNamed);
  return paragraph === undefined ? place : `${place} ở đoạn «${shortened(paragraph)}»`;
}

const WHOLE = /\{[^{}]*\}/g;
/** A placeholder with only one of its braces. */
const CUT = /\{[^{}]*(?=\{|$)|(?<=^|\})[^{}]*\}/g;

const textOf = (xml: string): string =>
  xml
    // The position of a drawing is no text of the paragraph.
    .replace(/<(wp\w*:\w+)>[^<]*<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .normalize('NFC')
    .trim();

const LONGEST = 120;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** Syntax faults by the library's permanent ids. */
const WRITING: Readonly<Record<string, (tag: string) => string>> = {
  unclosed_tag: (tag) => `chỗ điền «{${tag}» thiếu dấu } đóng`,
  unopened_tag: (tag) => `có dấu } thừa sau «${tag}», hoặc thiếu dấu { ở đầu chỗ điền`,
  duplicate_open_tag: (tag) => `có hai dấu { liền nhau trước «${tag}»`,
  duplicate_close_tag: (tag) => `có hai dấu } liền nhau sau «${tag}»`,
  unclosed_loop: (tag) => `danh sách {#${tag}} chưa được đóng bằng {/${tag}}`,
  unopened_loop: (tag) => `có {/${tag}} mà không có {#${tag}} trước đó`,
  closing_tag_does_not_match_opening_tag: (tag) => `danh sách {#${tag}} được đóng bằng tên khác`,
  raw_xml_tag_should_be_only_text_in_paragraph: (tag) => `bảng {${tag}} phải đứng một mình trong một đoạn`,
  raw_tag_outerxml_invalid: (tag) => `bảng {${tag}} phải đứng một mình trong một đoạn`,
  loop_tag_prefix_not_allowed: (tag) => `chỗ điền {${tag}} không đọc được`,
};

interface WritingFault {
  readonly id: string;
  readonly tag: string;
  readonly part: string;
}

/** «danh sách {#Lĩnh vực} chưa được đóng bằng {/Lĩnh vực} ở đoạn «…»» */
export function writingSentence({ id, tag, part }: WritingFault, xml: string): string {
  const what = (WRITING[id] ?? ((name: string) => `chỗ điền «${name}» không đọc được`))(tag);
  return `${what}${whereIs(tag, part, xml, /^(un|duplicate).*_tag$/.test(id) ? CUT : WHOLE)}`;
}
