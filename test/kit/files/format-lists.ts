/** The lists of styles.xml as plain text, found without the program's own parser, to check what formats refer to. */

export type StyleParts = Readonly<
  Record<'fonts' | 'fills' | 'borders' | 'cellStyleXfs' | 'cellXfs', readonly string[]>
>;

const ITEMS = { fonts: 'font', fills: 'fill', borders: 'border', cellStyleXfs: 'xf', cellXfs: 'xf' } as const;

/** Removes prefixes and replaces every mc:AlternateContent by its fallback. */
export function plainXml(xml: string): string {
  const alternative = /<AlternateContent\b(?:(?!<AlternateContent\b).)*?<\/AlternateContent>/s;
  let text = xml.replace(/<(\/?)[\w.-]+:(?=[A-Za-z])/g, '<$1');
  for (let match = alternative.exec(text); match; match = alternative.exec(text))
    text = text.replace(match[0], /<Fallback\b[^>]*[^/]?>(.*?)<\/Fallback>/s.exec(match[0])?.[1] ?? '');
  return text;
}

/** The content of the first element with that name; null if there is none. */
export function contentOf(xml: string, name: string): string | null {
  const match = new RegExp(`<${name}(?:\\s[^>]*)?(?:/>|>(.*?)</${name}>)`, 's').exec(xml);
  return match && (match[1] ?? '');
}

/** The items of a list, each as a whole. */
export const itemsOf = (inner: string, item: string): string[] =>
  [...inner.matchAll(new RegExp(`<${item}(?:\\s[^>]*)?(?:/>|(?<!/)>.*?</${item}>)`, 'gs'))].map(([whole]) => whole);

export function formatLists(stylesXml: string): StyleParts {
  const xml = plainXml(stylesXml);
  return Object.fromEntries(
    Object.entries(ITEMS).map(([list, item]) => [list, itemsOf(contentOf(xml, list) ?? '', item)]),
  ) as unknown as StyleParts;
}

export const numberIn = (tag: string, name: string): number => {
  const text = new RegExp(`^<[^>]*?\\s${name}=["']\\s*(\\d+)\\s*["']`).exec(tag)?.[1];
  return text === undefined ? 0 : Number(text);
};

const PLAIN = {
  font: '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  border: '<border><left/><right/><top/><bottom/><diagonal/></border>',
  format: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  none: '<fill><patternFill patternType="none"/></fill>',
};

export interface Look {
  readonly fill: string;
  readonly rest: string;
}

/** The look of a format in Excel. Numbers that refer to nothing give the plain look. */
export function lookOfFormat(stylesXml: string, style: number): Look {
  const lists = formatLists(stylesXml);
  const format = lists.cellXfs[style] ?? PLAIN.format;
  const code = new RegExp(`<numFmt\\b[^>]*numFmtId="${numberIn(format, 'numFmtId').toString()}"[^>]*>`).exec(
    plainXml(stylesXml),
  )?.[0];
  const fill = numberIn(format, 'fillId');
  return {
    fill: fill === 0 ? PLAIN.none : fill === 1 ? 'gray125' : (lists.fills[fill] ?? PLAIN.none),
    rest: [
      code ?? numberIn(format, 'numFmtId').toString(),
      lists.fonts[numberIn(format, 'fontId')] ?? PLAIN.font,
      lists.borders[numberIn(format, 'borderId')] ?? PLAIN.border,
      format.replace(/^<[^>]*>/, '').replace('</xf>', ''),
    ].join('\n'),
  };
}
