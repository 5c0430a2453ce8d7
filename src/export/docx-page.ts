/**
 * The page of Nghị định 30/2020/NĐ-CP: A4, margins, type sizes, and the styles that Word lists. Lengths in twips, sizes
 * in half-points.
 */
import {
  AlignmentType,
  LineRuleType,
  PageOrientation,
  type IParagraphStyleOptions,
  type ISectionPropertiesOptions,
  type IStylesOptions,
} from 'docx';

const mm = (length: number): number => Math.round((length * 1440) / 25.4);

const [A4_SHORT, A4_LONG] = [mm(210), mm(297)];

/**
 * Phụ lục I, mục I.3: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm. A landscape page holds wide tables, so it
 * has the narrowest right margin.
 */
const MARGINS = {
  portrait: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20) },
  landscape: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) },
};

/** Between the left and right margins. */
export const TEXT_WIDTH = {
  portrait: A4_SHORT - MARGINS.portrait.left - MARGINS.portrait.right,
  landscape: A4_LONG - MARGINS.landscape.left - MARGINS.landscape.right,
};

export type Direction = keyof typeof TEXT_WIDTH;

/** Widths of two columns that fill the text width of the page; the first takes this share. */
export function columnsOf(direction: Direction, share: number): readonly [number, number] {
  const left = Math.round(TEXT_WIDTH[direction] * share);
  return [left, TEXT_WIDTH[direction] - left];
}

const FONT = 'Times New Roman';

/** Half-points. */
export const SIZE = {
  body: 28,
  name: 24,
  motto: 26,
  numberAndDate: 26,
  pageNumber: 28,
  table: 24,
  recipientsTitle: 24,
  recipients: 22,
};

/** 1,27 cm. */
export const FIRST_LINE = mm(12.7);
/** Extra indent of text that belongs to the paragraph above. */
export const INDENT = mm(8);
const GAP = 120;

export const STYLE = {
  body: 'BodyText',
  draft: 'Draft',
  centred: 'Centred',
  table: 'TableText',
  contents: 'TOC',
  sectionEnd: 'SectionEnd',
} as const;

const BLACK = '000000';
/** Background of generated wording until the officer confirms it. */
const DRAFT_FILL = 'FFF7DB';

const body = {
  alignment: AlignmentType.JUSTIFIED,
  indent: { firstLine: FIRST_LINE },
  spacing: { before: 0, after: GAP, line: 276, lineRule: LineRuleType.AUTO },
};

const heading = (bold: boolean, italics: boolean): Omit<IParagraphStyleOptions, 'id'> => ({
  run: { font: FONT, size: SIZE.body, color: BLACK, bold, italics },
  paragraph: { ...body, keepNext: true, keepLines: true },
});

const contents = (level: number): IParagraphStyleOptions => ({
  id: `${STYLE.contents}${level}`,
  name: `toc ${level}`,
  basedOn: 'Normal',
  next: 'Normal',
  paragraph: { indent: { left: (level - 1) * 280 }, spacing: { before: 0, after: 60 } },
});

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: FONT, size: SIZE.body, color: BLACK, language: { value: 'vi-VN', eastAsia: 'vi-VN' } } },
    title: { run: { font: FONT, size: SIZE.body, color: BLACK, bold: true } },
    heading1: heading(true, false),
    heading2: heading(true, true),
    heading3: heading(false, true),
    heading4: heading(false, false),
    heading5: heading(false, false),
    heading6: heading(false, false),
    hyperlink: { run: { color: BLACK } },
  },
  paragraphStyles: [
    { id: 'Normal', name: 'Normal', quickFormat: true },
    { id: STYLE.body, name: 'Body Text', basedOn: 'Normal', quickFormat: true, paragraph: body },
    {
      id: STYLE.draft,
      name: 'Dự thảo',
      basedOn: STYLE.body,
      next: STYLE.body,
      quickFormat: true,
      paragraph: { shading: { type: 'clear', color: 'auto', fill: DRAFT_FILL } },
    },
    {
      id: STYLE.centred,
      name: 'Thể thức',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0 } },
    },
    {
      id: STYLE.table,
      name: 'Bảng',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: SIZE.table },
      paragraph: { spacing: { before: 40, after: 40 } },
    },
    // Almost no height, so that a table that fills its page does not cause another page.
    {
      id: STYLE.sectionEnd,
      name: 'Hết phần',
      basedOn: 'Normal',
      run: { size: 2 },
      paragraph: { spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } },
    },
    {
      id: 'Header',
      name: 'header',
      basedOn: 'Normal',
      run: { size: SIZE.pageNumber },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    contents(1),
    contents(2),
    contents(3),
  ],
};

/** Page numbers continue from section to section; only the first page shows no number. */
export function pageOf(direction: Direction, isFirst: boolean): ISectionPropertiesOptions {
  return {
    ...(isFirst ? { titlePage: true } : {}),
    page: {
      size: {
        width: A4_SHORT,
        height: A4_LONG,
        orientation: direction === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: { ...MARGINS[direction], header: mm(9), footer: mm(9), gutter: 0 },
      ...(isFirst ? { pageNumbers: { start: 1 } } : {}),
    },
  };
}
