/**
 * Reads what a rating requires besides its index, in the words of a decision: «Xuất sắc: không tiêu chí nào 0 điểm».
 */
import { DEFAULT_SETTINGS, type RatingCondition, type Settings, type UnreadCondition } from '../model/settings';
import { toA1 } from '../values/address';
import { plainKey, squeeze } from '../values/fold-text';
import type { Grid } from '../model/workbook/grid';
import {
  areLevels,
  disciplineIn,
  isCondition,
  levelNames,
  parseCondition,
  hasConditionWords,
  type LevelNames,
} from './condition-words';
import { cellsOf, type Entry, type Stated } from './settings-sheet';

/** Also matches lines without the label; whether they are about a level is checked when they are read. */
export const CONDITION: Entry = {
  label: 'Điều kiện xếp loại',
  pattern: new RegExp(
    '^(dieu kien|gioi han) xep loai|^(xep loai )?(toi da|khong qua) .+ (khi|neu|doi voi|voi)( |$)|' +
      '^xep loai (toi da|khong qua)|^khong (duoc )?(xep|xet|cong nhan|danh gia) .+ (khi|neu|doi voi|voi)( |$)|' +
      '^(?!thang |(muc )?xep loai(?! (xuat sac|gioi|tot|kha|trung binh|yeu|kem|(khong )?hoan thanh))|cot|de lai)' +
      '[^:]{2,60}(: ?| (?=(khi|neu|doi voi) )).*' +
      '(tieu chi|linh vuc|chi tieu|noi dung|tu cham|tu danh gia|(0|khong) diem|' +
      'ky luat|khien trach|canh cao|[^t] bi )',
  ),
  hasRows: true,
};

export const DISCIPLINED: Entry = {
  label: 'Bị khiển trách',
  pattern: new RegExp(
    '^(danh sach )?(cac )?(don vi )?(co )?(nguoi dung dau |lanh dao )?bi (xu ly |thi hanh )?' +
      '(khien trach|canh cao|ha bac luong|cach chuc|giang chuc|buoc thoi viec|ky luat)',
  ),
  hasRows: true,
};

export interface ReadConditions {
  readonly ratingConditions: readonly RatingCondition[];
  readonly unreadConditions: readonly UnreadCondition[];
}

type Known = Partial<ReadConditions & Pick<Settings, 'scale'>>;
interface Cell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}
type Line = readonly Cell[];

const NOTHING: ReadConditions = { ratingConditions: [], unreadConditions: [] };
const LABELLED = /^(dieu kien|gioi han) xep loai/;
const CAPPED = /^(xep loai )?(toi da|khong qua)/;

/** Reads a line of conditions, or of the units that a condition is about, with the rows that belong to it. */
export function readCondition(stated: Stated, grid: Grid, known: Known): ReadConditions {
  const names = levelNames(known.scale ?? DEFAULT_SETTINGS.scale);
  const lines = rowsOf(grid, stated.row, stated.lastRow);
  const found =
    stated.entry.pattern === DISCIPLINED.pattern
      ? unitsStated([...lines, ...unitsBelow(stated, lines, grid)], grid)
      : conditionsStated(stated, lines, grid, names);
  return join({ ...NOTHING, ...pick(known) }, found);
}

const pick = ({ ratingConditions = [], unreadConditions = [] }: Known): ReadConditions => ({
  ratingConditions,
  unreadConditions,
});

export const join = (one: ReadConditions, other: ReadConditions): ReadConditions => ({
  ratingConditions: [...one.ratingConditions, ...other.ratingConditions],
  unreadConditions: [...one.unreadConditions, ...other.unreadConditions],
});

const rowsOf = (grid: Grid, first: number, last: number): Line[] =>
  Array.from({ length: last - first + 1 }, (_, position) =>
    withoutCode(cellsOf(grid, first + position)).map((cell) => ({ ...cell, row: first + position })),
  );

/** Drops a code such as «1.1» at the start of a row. */
const withoutCode = <T extends { readonly text: string }>(cells: readonly T[]): readonly T[] =>
  /^\d+(\.\d+)*[.)]?$/.test(cells[0]?.text ?? '') && cells.length > 1 ? cells.slice(1) : cells;

/** «Bị khiển trách | Xã A», «Bị khiển trách: Xã A». */
function unitsStated(lines: readonly Line[], grid: Grid): ReadConditions {
  const [label, ...cells] = lines.flat();
  if (!label) return NOTHING;
  const [words = '', ...more] = label.text.split(':');
  const place = cells[0] ?? label;
  const where = `${grid.sheet}!${toA1(place)}`;
  const discipline = disciplineIn(plainKey(words));
  const units = namesIn([more.join(':'), ...cells.map(({ text }) => text)]);
  if (units.length === 0) return NOTHING;
  if (!discipline || discipline.isNegated || units.some((name) => CAPPED.test(plainKey(name))))
    return { ...NOTHING, unreadConditions: [{ words: squeeze(label.text), where }] };
  const { measures } = discipline;
  const named = {
    test: 'named',
    denies: 'nothing',
    levels: [],
    measures,
    words: squeeze(words),
    units,
    where,
  } as const;
  return { ...NOTHING, ratingConditions: [named] };
}

const OF_UNIT = /^(ubnd|uy ban|xa|phuong|dac khu|thi tran|thi xa|thanh pho|huyen|quan|so|ban|van phong)\b/;

/** Names of units, each alone in its row, below a label that has nothing beside it. */
function unitsBelow({ row, nextRow }: Stated, lines: readonly Line[], grid: Grid): Line[] {
  if (lines.flat().length !== 1 || row + 1 >= nextRow) return [];
  const below = rowsOf(grid, row + 1, nextRow - 1);
  const end = below.findIndex(([first, ...more]) => !first || more.length > 0 || !OF_UNIT.test(plainKey(first.text)));
  return end < 0 ? below : below.slice(0, end);
}

function conditionsStated(stated: Stated, lines: readonly Line[], grid: Grid, names: LevelNames): ReadConditions {
  const [label, ...beside] = lines[0] ?? [];
  if (!label) return NOTHING;
  const isLabelled = LABELLED.test(plainKey(label.text));
  const inLabel = isLabelled ? label.text.replace(/^\s*(?:\S+\s+){3}[^\s:]+/u, '').replace(/^[\s:]+/, '') : label.text;
  const isSaid = inLabel !== '' && (!isLabelled || inLabel.includes(':') || areLevels(inLabel, names));
  const first = isSaid ? [{ ...label, text: inLabel }, ...beside] : beside;
  if (lines.length === 1 && NO_CONDITION.test(plainKey(textOf(first)))) return NOTHING;
  const isEmpty = first.length === 0 && lines.length === 1;
  const all = isEmpty ? tableBelow(stated, grid, names) : [first, ...lines.slice(1)];
  const isMeant = isLabelled || all[0]?.some((_, last) => isCondition(textOf(all[0]?.slice(0, last + 1)), names));
  return isMeant
    ? withUnitsBelow(all, isLabelled ? beside[0]?.column : undefined, names).reduce<ReadConditions>(
        (known, line) => join(known, conditionsIn(line, grid, names)),
        NOTHING,
      )
    : NOTHING;
}

const NO_CONDITION = /^(?:(?:khong|chua)(?: co)?(?: dieu kien)?(?: nao)?|[-–—/.])$/;

const textOf = (line: Line = []): string => squeeze(line.map(({ text }) => text).join(' '));

/** A row without a condition adds units to the row above. */
function withUnitsBelow(lines: readonly Line[], column: number | undefined, names: LevelNames): Line[] {
  const found: Cell[][] = [];
  for (const line of lines) {
    const [first] = line;
    if (!first) continue;
    const above = found.at(-1);
    const key = plainKey(first.text);
    const isOwn = first.column === column || CAPPED.test(key) || areLevels(first.text, names) || hasConditionWords(key);
    if (above && !isOwn) above.push(...line);
    else found.push([...line]);
  }
  return found;
}

/** Headings allowed between the label and its first row. */
const MOST_HEADINGS = 2;

/** «Xuất sắc | không tiêu chí nào 0 điểm» in rows of their own. */
function tableBelow({ row, nextRow }: Stated, grid: Grid, names: LevelNames): Line[] {
  const lines: Line[] = [];
  for (let next = row + 1; next < grid.rowCount; next++) {
    const [line = []] = rowsOf(grid, next, next);
    const [first, second] = line;
    const isRow = first && second && (areLevels(first.text, names) || CAPPED.test(plainKey(first.text)));
    if (isRow && !/^[<>≥\d]/.test(second.text)) lines.push(line);
    else if (lines.length > 0 || next - row > MOST_HEADINGS) break;
    else if (next >= nextRow && !/dieu kien|yeu cau/.test(plainKey(textOf(line)))) break;
  }
  return lines;
}

/** The level and its condition are in one cell or in two, one condition per line; the cells after them name units. */
export function conditionsIn(line: Line, grid: Grid, names: LevelNames): ReadConditions {
  const [first, second] = line;
  if (!first) return NOTHING;
  const isHead = second !== undefined && isHeadOf(first.text, names);
  const cell = isHead ? second : first;
  const rest = line.slice(isHead ? 2 : 1).map(({ text }) => text);
  const units = namesIn(rest);
  const hasUnits = units.length > 0;
  const where = `${grid.sheet}!${toA1(first)}`;
  const sentences = sentencesIn(
    isHead ? first.text : '',
    cell.text,
    (words) => parseCondition(words, hasUnits, names) !== null,
  );
  return sentences.reduce<ReadConditions>((known, words) => {
    const found = hasUnits && sentences.length > 1 ? null : parseCondition(words, hasUnits, names);
    return join(
      known,
      found
        ? { ...NOTHING, ratingConditions: [{ ...found, words, units, where }] }
        : { ...NOTHING, unreadConditions: [{ words, where }] },
    );
  }, NOTHING);
}

/** Whether the text goes before a condition: «Xuất sắc», «Tối đa Tốt», «Tối đa Tốt khi». */
function isHeadOf(text: string, names: LevelNames): boolean {
  const key = plainKey(text);
  return areLevels(text, names) || / (khi|neu|voi)$/.test(key) || (CAPPED.test(key) && !/ (khi|neu|voi) /.test(key));
}

/** A line without a level is about the level of the line above. */
function sentencesIn(head: string, cell: string, isUnderstood: (words: string) => boolean): string[] {
  const fullText = behind(head, squeeze(cell));
  if (isUnderstood(fullText)) return [fullText];
  let level = head;
  return cell.split('\n').flatMap((each) => {
    const line = squeeze(each).replace(/^(?:[-–•+*]|\d{1,2}[.)]|[a-zđ]\))\s+/u, '');
    if (line === '') return [];
    const colon = line.indexOf(':');
    const isOwn = colon >= 0 || CAPPED.test(plainKey(line));
    if (!isOwn) return [behind(level, line)];
    level = colon < 0 ? '' : line.slice(0, colon);
    return colon === line.length - 1 ? [] : [line];
  });
}

function behind(head: string, line: string): string {
  const key = plainKey(head);
  if (key === '') return line;
  if (!CAPPED.test(key)) return `${head.replace(/\s*:$/, '')}: ${line}`;
  const isJoined = / (khi|neu|voi)$/.test(key) || /^(khi|neu|doi voi) /.test(plainKey(line)) || / khi /.test(key);
  const isLevelIn = /(toi da|khong qua)( la| muc| loai)*$/.test(key);
  return `${head}${isJoined || isLevelIn ? '' : ' khi'} ${line}`;
}

const NO_UNITS = /^(?:(?:khong|chua)(?: co)?(?: (?:don vi|truong hop|ai|xa|so))*(?: nao)?|[-–—/.0])$/;
const DECISION = new RegExp(
  String.raw`^\(?(?:theo |tai |can cu )?(?:(?:quyet dinh|qd|thong bao|ket luan|van ban|cong van)\b|` +
    String.raw`(?:so:? )?\d+ ?\/ ?[^ ]*[a-z])`,
);

/**
 * Names of units, cell by cell; commas do not separate names, because «Sở Văn hóa, Thể thao và Du lịch» contains one.
 */
const namesIn = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.replace(/\s*\([^)]*\d\/[^)]*\)/g, '').split(/[;\n]/))
    .map((name) => squeeze(name).replace(/^[-–•+*]\s+|[.,]+$/g, ''))
    .filter((name) => name !== '' && !NO_UNITS.test(plainKey(name)) && !DECISION.test(plainKey(name)));
