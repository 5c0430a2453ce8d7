/** Vietnamese text that has lost its marks: «nguyen nhan: cham ban hanh». */
import { patternOf } from './pattern';

const FEWEST = 30;
const WORDS = patternOf(
  [
    String.raw`\b(?:nguyen nhan|ly do|trach nhiem|tieu chi|giai trinh|phu trach|bao cao|thuc hien|ke hoach`,
    String.raw`|giai phap|bien phap|thoi han)\b`,
  ],
  'iu',
);

const isBare = (text: string): boolean => !/[\p{M}đ]/iu.test(text.normalize('NFD')) && WORDS.test(text);

/** Whether the text has at least 30 letters, no mark, and a known Vietnamese word without its marks. */
export const hasLostMarks = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) >= FEWEST && isBare(text);

const BACK: readonly (readonly [RegExp, string])[] = [
  [/\btieu chi thanh phan\b/gi, 'tiêu chí thành phần'],
  [/\btieu chi\b/gi, 'tiêu chí'],
  [/\bnguyen nhan\b/gi, 'nguyên nhân'],
  [/\bly do\b/gi, 'lý do'],
  [/\bca nhan phu trach\b/gi, 'cá nhân phụ trách'],
  [/\btrach nhiem\b/gi, 'trách nhiệm'],
  [/\bgiai trinh\b/gi, 'giải trình'],
  // These words also occur in causes: replaced only as labels.
  [/(?<=(?:^|[.;/])[\s+*•–-]*)giai phap(?=[a-z ]{0,40}:)/gi, 'giải pháp'],
  [/(?<=(?:^|[.;/])[\s+*•–-]*)bien phap(?=[a-z ]{0,40}:)/gi, 'biện pháp'],
  [/(?<=(?:^|[.;/])[\s+*•–-]*)thoi han(?=[a-z ]{0,40}:)/gi, 'thời hạn'],
  [/\b(tru|mat) (\d+(?:[.,]\d+)?) diem\b/gi, 'trừ $2 điểm'],
];

const restored = (text: string): string =>
  isBare(text) ? BACK.reduce((known, [bare, marked]) => known.replace(bare, marked), text) : text;

/** «Nguyen nhan: Báo cáo chậm»: a label alone lost its marks. */
const LABEL = /^[^\p{L}]{0,8}[a-z ]{4,30}:/iu;

/** Restores marks only in the words that label the parts of a passage, line by line. */
export const withMarksOfLabels = (line: string): string => restored(line).replace(LABEL, restored);
