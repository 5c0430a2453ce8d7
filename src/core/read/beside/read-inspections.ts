/**
 * Reads a log of inspections (nhật ký kiểm tra): one row per body, with the form of inspection, the findings and the
 * remedies. It states no points; in a table with points only the form of inspection is read.
 */
import { mergeAt, textAt, type Book, type Grid } from '../../model/workbook/grid';
import type { InspectedBody } from '../../model/beside/inspection';
import type { ScoreSheet } from '../../model/score-sheet';
import { plainKey, squeeze } from '../../values/fold-text';

const HEADER_ROWS = 15;
type Column =
  | 'unit'
  | 'how'
  | 'onSite'
  | 'byReport'
  | 'strengths'
  | 'shortcomings'
  | 'responsibleBody'
  | 'remedy'
  | 'remedyDue'
  | 'remedyStatus';

const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ['onSite', /^(kiem tra )?(truc tiep|tai (cho|don vi|co so))$/],
  ['byReport', /^(kiem tra )?((thong )?qua bao cao|(tren|gian tiep qua) bao cao)$/],
  ['how', /^(hinh thuc|cach thuc|phuong thuc|cach)( kiem tra)?$|^(kiem tra )?truc tiep.{1,3}qua bao cao/],
  ['strengths', /^(uu diem|(nhung )?ket qua dat duoc|mat (lam )?duoc|nhung (viec|mat) (da )?lam duoc)/],
  ['shortcomings', /^(nhung |noi dung |cac )?(ton tai|han che|khuyet diem|thieu sot|sai pham|vi pham)/],
  ['responsibleBody', /^(trach nhiem|don vi chiu trach nhiem|co quan chiu trach nhiem)/],
  ['remedyStatus', /^(tinh trang|(ket qua|tien do|tinh hinh) khac phuc|da khac phuc)/],
  ['remedyDue', /^(thoi han|han (khac phuc|hoan thanh)|thoi gian (khac phuc|hoan thanh))/],
  ['remedy', /^(giai phap|bien phap|(phuong )?huong khac phuc|(yeu cau|de nghi|noi dung) khac phuc|kien nghi|de nghi)/],
  ['unit', /^(ten )?(don vi|co quan|dia phuong|noi)( duoc kiem tra| kiem tra)?(,? (don vi|dia phuong))*$/],
];
/** One pattern rules out most headings, because thousands of columns may be headed by unit names. */
const ANY_HEADING = new RegExp(HEADINGS.map(([, { source }]) => source).join('|'));
const POINTS = /^(tong )?(so )?diem\b|^chi so|^(tt|ma) tieu chi|^ma$|^tieu chi/;
/** Headings of numbers that are not points: counts, years and days; ordinals are left of the body. */
const COUNTS = /^(tt|stt|so|nam|ngay)\b/;
const NUMBER = /^\d+([.,]\d+)?(\/\d+([.,]\d+)?)?$/;

/** Whether most rows hold numbers that may be points, whatever the heading. */
function mayBePoints(grid: Grid, { header, columns }: Omit<Table, 'hasPoints'>, column: number): boolean {
  const isKnown = [...columns.values()].includes(column) || column < (columns.get('unit') ?? 0);
  if (isKnown || COUNTS.test(plainKey(textAt(grid, header, column)))) return false;
  let [numbers, others] = [0, 0];
  for (let row = header + 1; row < grid.rowCount; row++) {
    const text = textAt(grid, row, column).trim();
    if (NUMBER.test(text)) numbers++;
    else if (text !== '') others++;
  }
  return numbers >= FEWEST_NUMBERS && numbers > others;
}
const FEWEST_NUMBERS = 2;

interface Table {
  readonly header: number;
  readonly columns: ReadonlyMap<Column, number>;
  readonly hasPoints: boolean;
}

function tableOf(grid: Grid): Table | null {
  for (let header = 0; header < Math.min(HEADER_ROWS, grid.rowCount); header++) {
    const columns = new Map<Column, number>();
    grid.values[header]?.forEach((cell, column) => {
      const head = typeof cell === 'string' ? plainKey(cell) : '';
      if (!ANY_HEADING.test(head)) return;
      const meant = HEADINGS.find(([role, pattern]) => !columns.has(role) && pattern.test(head))?.[0];
      if (meant !== undefined) columns.set(meant, column);
    });
    if (!columns.has('unit')) continue;
    const saysHow = HOWS.some((each) => columns.has(each));
    if (!saysHow && !(columns.has('strengths') && columns.has('shortcomings'))) continue;
    const isOfPoints = (column: number): boolean =>
      POINTS.test(plainKey(textAt(grid, header, column))) || mayBePoints(grid, { header, columns }, column);
    const hasPoints = Array.from({ length: grid.columnCount }, (_, column) => column).some(isOfPoints);
    return { header, columns, hasPoints };
  }
  return null;
}

const HOWS: readonly Column[] = ['how', 'onSite', 'byReport'];

interface Inspections {
  readonly bodies: readonly InspectedBody[];
  /** Sheets that hold only a log. */
  readonly logs: readonly string[];
  /** Their letterheads are above these rows. */
  readonly tables: readonly Pick<ScoreSheet, 'sheet' | 'grid' | 'headerRows'>[];
}

export function readInspections(book: Book): Inspections {
  const bodies: InspectedBody[] = [];
  const tables: Inspections['tables'][number][] = [];
  for (const sheet of book.sheets) {
    if (sheet.visibility !== 'visible') continue;
    const grid = sheet.grid();
    const table = tableOf(grid);
    if (!table) continue;
    const found = bodiesIn(grid, table);
    bodies.push(...found);
    if (!table.hasPoints && found.length > 0) tables.push({ sheet: sheet.name, grid, headerRows: [table.header] });
  }
  return { bodies, logs: tables.map(({ sheet }) => sheet), tables };
}

/** A row without a body continues the one above it: a log has one line per finding. */
function bodiesIn(grid: Grid, { header, columns, hasPoints }: Table): InspectedBody[] {
  const bodies: InspectedBody[] = [];
  let below: InspectedBody['how'] = null;
  for (let row = header + 1; row < grid.rowCount; row++) {
    const text = (role: Column): string | null => {
      const column = columns.get(role);
      if (column === undefined || (hasPoints && role !== 'unit' && !HOWS.includes(role))) return null;
      const merge = mergeAt(grid, row, column);
      return textAt(grid, merge?.top ?? row, merge?.left ?? column).trim() || null;
    };
    const bodyName = squeeze(text('unit') ?? '');
    const name = bodyName === '' ? bodies.at(-1)?.name : bodyName;
    if (SECTION.test(plainKey(bodyName || rowText(grid, row)))) {
      below = howIn(bodyName || rowText(grid, row));
      continue;
    }
    const ticked = isTicked(text('onSite')) ? 'onSite' : isTicked(text('byReport')) ? 'byReport' : null;
    const how = howIn(text('how')) ?? ticked ?? (bodyName === '' ? (bodies.at(-1)?.how ?? null) : below);
    const line = {
      strengths: text('strengths'),
      shortcomings: text('shortcomings'),
      responsibleBody: text('responsibleBody'),
      remedy: text('remedy'),
      remedyDue: text('remedyDue'),
      remedyStatus: text('remedyStatus'),
    };
    const saysNothing = Object.values(line).every((each) => each === null);
    if (name === undefined || (saysNothing && (how === null || bodyName === ''))) continue;
    bodies.push({ name, how, ...line, sheet: grid.sheet, at: { row, column: columns.get('unit') ?? 0 } });
  }
  return bodies;
}

/** «I. Kiểm tra trực tiếp» above the bodies that were inspected in this form. */
const SECTION =
  /^([ivx\d]+[.)]? )?(cac )?(don vi )?(duoc )?(kiem tra )?(truc tiep|(thong )?qua bao cao)( tai .{0,20})?:?$/;
const rowText = (grid: Grid, row: number): string =>
  squeeze((grid.values[row] ?? []).map((_value, column) => textAt(grid, row, column)).join(' '));

const isTicked = (text: string | null): boolean => /^(x|✓|✔|☑|v|co|1|\*)$/iu.test(plainKey(text ?? '') || (text ?? ''));

function howIn(text: string | null): InspectedBody['how'] {
  const plain = plainKey(text ?? '');
  if (/\btruc tiep\b|\btai (cho|don vi|co so)\b/.test(plain)) return 'onSite';
  return /\bbao cao\b/.test(plain) ? 'byReport' : null;
}

/** Reads a row «Hình thức kiểm tra» below units in columns. */
export function inspectedInRow({ grid, units, kind, nameColumn }: ScoreSheet): InspectedBody[] {
  if (kind !== 'units-as-columns') return [];
  // A label is left of its cells, so only these columns are searched: a national table is wide.
  const last = Math.max(
    nameColumn,
    ...Object.values(units[0]?.columns ?? {}).filter((column) => typeof column === 'number'),
  );
  return grid.values.flatMap((cells, row) => {
    const isRow = cells?.slice(0, last + 1).some((cell) => typeof cell === 'string' && HOW_ROW.test(plainKey(cell)));
    if (isRow !== true) return [];
    return units.flatMap(({ name, columns }): InspectedBody[] => {
      const unitColumns = Object.values(columns).filter((column) => typeof column === 'number');
      const found = unitColumns.flatMap((column) => {
        const merge = mergeAt(grid, row, column);
        return howIn(textAt(grid, merge?.top ?? row, merge?.left ?? column)) ?? [];
      });
      const [how] = found;
      if (how === undefined) return [];
      return [{ ...NOTHING, name, how, sheet: grid.sheet, at: { row, column: unitColumns[0] ?? 0 } }];
    });
  });
}

const HOW_ROW = /^(hinh thuc|cach thuc) kiem tra$/;

const NOTHING = {
  strengths: null,
  shortcomings: null,
  responsibleBody: null,
  remedy: null,
  remedyDue: null,
  remedyStatus: null,
};
