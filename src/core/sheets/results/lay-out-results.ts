/**
 * Lays out the sheet «Kết quả» before anything is written to it, because the officer's own table takes its ranks from
 * columns of that sheet.
 */
import type { RankBoard, RankedAt } from '../../fill/plan-ranks';
import { textContent } from '../../fill/cell-writer';
import { unitKey } from '../../matching/unit-keys';
import { findAddinSheet, type AddinSheet } from '../../model/addin-sheet';
import type { Assessment, BookAssessment } from '../../model/assessment';
import { valueAt, type Book, type Grid } from '../../model/workbook/grid';
import { RESULT_SHEET_NAMES, isResultSheet } from '../../model/result-sheet';
import { placeOf, unitLabel, type ScoreSheet, type UnitScores } from '../../model/score-sheet';
import { MOST_LIVE_UNITS, scaleSource, type Settings } from '../../model/settings';
import { cellKey } from '../../values/address';
import { toVietnamese } from '../../values/decimal';
import { plainKey } from '../../values/fold-text';
import { MAX_QUOTED, prefixOf, quote, refTo } from '../../values/formula-text';
import type { DeductionBlocks } from '../deductions/draw-deductions';
import { frameOf, type Frame, type Head } from '../draw-frame';
import { letterheadOf } from '../draw-letterhead';
import { LOOKS, lookOf, textCell } from '../draw-look';
import { MOST_BARS } from './result-charts';
import { isAreaColumn, resultBefore, resultColumns, type ResultBefore, type ResultColumns } from './result-columns';

export interface ResultLayout {
  readonly sheet: AddinSheet;
  readonly columns: ResultColumns;
  readonly frame: Frame;
  readonly before: ResultBefore | null;
  readonly blocks: DeductionBlocks;
  readonly live: boolean;
  /** Null if ranks are values, because no formulas are wanted or the sheet cannot be written. */
  readonly board: RankBoard | null;
}

/** Null for a workbook without a table. Units are in the order of their tables. */
export function layOutResults(book: Book, assessment: BookAssessment, blocks: DeductionBlocks): ResultLayout | null {
  const [first] = assessment.sheets;
  if (!first) return null;
  const sheet = findAddinSheet(book, RESULT_SHEET_NAMES, isResultSheet);
  const live = first.settings.results === 'formulas';
  const names = assessment.sheets.flatMap(({ scoreSheet }) =>
    scoreSheet.units.map((unit) => unitLabel(scoreSheet, unit)),
  );
  const isWritable = sheet.grid ? sheet.grid.protection === undefined : book.structureLocked !== true;
  const ranked = live && isWritable ? rankedUnits(assessment.sheets) : new Map<UnitScores, Ranked>();
  const all = [...ranked.values()];
  const columns = resultColumns(assessment.sheets, {
    unitChart: names.length > 1 && names.length <= MOST_BARS,
    ranking:
      all.length === 0
        ? null
        : {
            levels: all.some(({ ties }) => ties === 'dense'),
            groups: all.some(({ group }) => group.kind === 'formula' || group.value !== '1'),
          },
  });
  const before = sheet.grid && resultBefore(sheet.grid, columns.labels, names, live);
  const messages = [blocks.refusal ?? '', largeText(names.length, live)];
  const frame = frameOf(before, headOf(assessment, first.settings, columns, messages));
  const board =
    columns.ranking &&
    boardOf(assessment, ranked, {
      prefix: prefixOf(sheet.name),
      first: frame.headerRow + 1,
      last: frame.headerRow + names.length,
      columns: columns.ranking,
    });
  return { sheet, columns, frame, before, blocks, live, board };
}

/** A ranked unit: its line, and the group of units that it is ranked with. */
type Ranked = Omit<RankedAt, 'row'> & { readonly position: number };

/** Units of the same khối and table are ranked with each other, and so are units that have a sheet each. */
function rankedUnits(sheets: readonly Assessment[]): Map<UnitScores, Ranked> {
  const alone = sheets.filter(({ scoreSheet }) => scoreSheet.kind === 'one-unit').length;
  const groups = new Map<string, number>();
  const ranked = new Map<UnitScores, Ranked>();
  const places = new Set<string>();
  let position = -1;
  sheets.forEach(({ scoreSheet, settings: { ties }, units }, table) => {
    const isAlone = scoreSheet.kind === 'one-unit';
    const stated = statedGroups(scoreSheet, table + 1);
    for (const { unit, rank } of units) {
      position++;
      if (isAlone ? alone < 2 : !unit.ranked) continue;
      const key = isAlone ? '' : JSON.stringify([table, unit.group]);
      const number = (groups.get(key) ?? groups.size + 1).toString();
      groups.set(key, Number(number));
      const place = `${number} ${rank?.toString() ?? ''}`;
      const group = stated?.(unit) ?? { kind: 'number', value: number };
      ranked.set(unit, { position, group, ties, isFirst: rank !== null && !places.has(place) });
      places.add(place);
    }
  });
  return ranked;
}

/**
 * The khối from the cell of each unit, if one column holds it for all units; null if a spreadsheet would treat two of
 * them as equal. COUNTIFS reads «Bảng 1: Cụm 2» neither as a number nor as a date nor as a comparison.
 */
function statedGroups(sheet: ScoreSheet, number: number): ((unit: UnitScores) => RankedAt['group']) | null {
  if (sheet.kind !== 'units-as-rows') return null;
  const { grid, table } = sheet;
  const ranked = sheet.units.filter((unit) => unit.ranked);
  const groups = new Set(ranked.map(({ group }) => group ?? ''));
  const start = `Bảng ${number.toString()}: `;
  const isTold = (group: string): boolean =>
    group !== '' && start.length + group.length <= MAX_QUOTED && !/[*?~]/.test(group);
  if (![...groups].every(isTold) || new Set([...groups].map(plainKey)).size < groups.size) return null;
  const column = Array.from({ length: table.right - table.left + 1 }, (_, n) => table.left + n).find((each) =>
    ranked.every(({ row, group }) => trimmed(grid, row, each) === group),
  );
  if (column === undefined) return null;
  return ({ row, group }) => {
    const cell = prefixOf(placeOf(sheet, { row, column }).sheet) + refTo({ row, column });
    return { kind: 'formula', formula: `${quote(start)}&TRIM(${cell})`, cached: textContent(start + (group ?? '')) };
  };
}

/** The result of TRIM for the cell; null if it depends on the language of Excel. */
function trimmed(grid: Grid, row: number, column: number): string | null {
  const value = grid.oldTexts?.get(cellKey(row, column)) ?? valueAt(grid, row, column);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value.toString() : null;
  return typeof value === 'string' ? value.replace(/ +/g, ' ').replace(/^ | $/g, '') : null;
}

function boardOf(
  { sheets, restatedTables = [] }: BookAssessment,
  ranked: ReadonlyMap<UnitScores, Ranked>,
  board: Omit<RankBoard, 'rankedAt'>,
): RankBoard {
  const at = (unit: UnitScores): RankedAt | null => {
    const there = ranked.get(unit);
    return there ? { ...there, row: board.first + there.position } : null;
  };
  // A table that repeats the units and ranks of another table takes its ranks from the same lines.
  const byName = new Map(
    sheets.flatMap((sheet) => sheet.units.map((result) => [unitKey(result.unit.name), result] as const)),
  );
  const again = new Map<UnitScores, RankedAt | null>();
  for (const sheet of restatedTables) {
    const twins = sheet.units.map(({ unit }) => byName.get(unitKey(unit.name)));
    const isSame = sheet.units.every(({ unit, rank }, position) => !unit.ranked || twins[position]?.rank === rank);
    if (isSame)
      sheet.units.forEach(({ unit }, position) => {
        const twin = twins[position];
        if (unit.ranked && twin) again.set(unit, at(twin.unit));
      });
  }
  return { ...board, rankedAt: (unit) => again.get(unit) ?? at(unit) };
}

const HALF = 4;

function headOf(
  { details }: BookAssessment,
  settings: Settings,
  columns: ResultColumns,
  messages: readonly string[],
): Head {
  const width = columns.link + 1;
  const caption = [scaleText(settings), ...messages].filter((text) => text !== '').join('. ');
  return {
    ...letterheadOf({
      details,
      title: 'KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH',
      half: HALF,
      width,
      live: settings.results === 'formulas',
      captions: [{ text: caption, look: LOOKS.subtitle, left: 0, right: width - 1 }],
    }),
    header: columns.labels.map((label, column) =>
      textCell(label, isAreaColumn(columns, column) ? AREA_HEADER : LOOKS.header),
    ),
  };
}

const AREA_HEADER = lookOf({ ...LOOKS.header, size: 9 });

/** «Thang xếp loại (mặc định): Xuất sắc từ 90; Tốt từ 80; …»: a rating is never shown without its scale. */
function scaleText(settings: Settings): string {
  const { scale } = settings;
  if (scale.length === 0) return '';
  const bands = scale.map(
    ({ label, from, inclusive }) => `${label} ${inclusive ? 'từ' : 'trên'} ${toVietnamese(from)}`,
  );
  return `Thang xếp loại (${scaleSource(settings)}): ${bands.join('; ')}`;
}

const largeText = (units: number, live: boolean): string =>
  live || units <= MOST_LIVE_UNITS
    ? ''
    : `Bảng quá ${MOST_LIVE_UNITS.toString()} đơn vị nên kết quả là giá trị, tính lại mới đổi; muốn công thức tự ` +
      'cập nhật thì chọn «Ghi kết quả: Công thức» trong Cài đặt';
