/**
 * Reads sheets that state why points were lost: `Nguyên nhân` by its name, others by their content; a table of units,
 * items and texts, or paragraphs as in a report.
 */
import type { CauseLine } from '../../model/deduction';
import { isDeductionSheet } from '../../model/deduction-sheet';
import { isResultSheet } from '../../model/result-sheet';
import type { Book, Grid } from '../../model/workbook/grid';
import { mergeAt, textAt } from '../../model/workbook/grid';
import { isLabelAlone, textOfPartRow, wordOfOther, type LossPart } from '../../model/beside/part-labels';
import { sheetsOf, type Item, type ScoreSheet } from '../../model/score-sheet';
import { negate, ZERO, type Decimal } from '../../values/decimal';
import { plainKey, squeeze } from '../../values/fold-text';
import { patternOf } from '../../values/pattern';
import { ownerFinder } from '../../matching/find-units';
import { unitKey } from '../../matching/unit-keys';
import { matchCauses } from '../../matching/lines-of-units';
import { readColumns } from '../blocks/columns';
import { findHeader, type HeaderBlock } from '../blocks/header-block';
import { findSideSheets, isAnotherSideSheet } from '../find-score-sheets';
import { parseNumber } from '../numbers/parse-number';
import { knownNames } from '../prose/stated-headings';
import { readProse } from '../prose/read-prose';
import { labelledWords } from '../prose/split-parts';
import { typedText } from './read-side-sheets';
import { citedIn, parseCode, splitCodeAndName } from '../tree/codes';
import { readLetterhead } from '../units/read-letterhead';
import type { HeaderRole } from '../words/header-words';
import { namesBody } from '../words/unit-names';

interface CauseSheets {
  readonly lines: readonly CauseLine[];
  /** Names of all sheets that were read. */
  readonly sheets: readonly string[];
}

/**
 * Reads the sheet named `Nguyên nhân`, and other sheets if most of their lines are about items of the tables.
 * `otherwiseRead`: surveys and logs.
 */
export function readCauseSheets(
  book: Book,
  tables: readonly ScoreSheet[],
  otherwiseRead: readonly string[] = [],
): CauseSheets {
  const named = findSideSheets(book).causes;
  const causeLines = named ? readCauses(named, tables) : [];
  const taken = new Set([named?.sheet, ...otherwiseRead, ...tables.flatMap(sheetsOf)]);
  const others = book.sheets.flatMap((sheet): CauseLine[] => {
    if (sheet.visibility !== 'visible' || taken.has(sheet.name) || isAnotherSideSheet(sheet.name)) return [];
    const grid = sheet.grid();
    if (isDeductionSheet(grid) || isResultSheet(grid)) return [];
    const header = causeHeader(grid);
    const lines = [
      withBodies(tables, tableLines(grid, header, isOfOne(tables))),
      paragraphLines(grid, header?.top ?? grid.rowCount, tables).filter(isApart),
    ];
    return lines.flatMap((some) => (isAboutItems(tables, some) ? some : []));
  });
  const beside = [...causeLines, ...others];
  const sheets = [...new Set(beside.map(({ sheet }) => sheet))];
  const years = new Map(
    book.sheets.flatMap((sheet) => (sheets.includes(sheet.name) ? [[sheet.name, yearOf(sheet.grid())] as const] : [])),
  );
  return {
    lines: [
      ...beside.map((line) => ({ ...line, year: years.get(line.sheet) ?? null })),
      ...tables.flatMap((table) => rowLines(table).map((line) => ({ ...line, year: readLetterhead(table).year }))),
    ],
    sheets,
  };
}

const yearOf = (grid: Grid): number | null =>
  readLetterhead({ grid, headerRows: [findHeader(grid, hasWords)?.top ?? 1], sheet: grid.sheet }).year;

/** «Lý do | Gửi chậm» below each item is no heading, however much it looks like one; a row of many headings is. */
export function causeHeader(grid: Grid): HeaderBlock | null {
  const manyHeadings = findHeader(grid, (roles) => hasWords(roles) && roles.size >= 4);
  const texts = new Map<string, Set<string>>();
  for (const cells of filledCells(grid, grid.rowCount)) {
    const at = cells.slice(0, -1).findIndex(isLabelAlone);
    const label = plainKey(cells[at] ?? '');
    if (at >= 0) texts.set(label, (texts.get(label) ?? new Set()).add(cells[at + 1] ?? ''));
  }
  // Headings that are repeated after a page break stand beside the same heading each time.
  return manyHeadings ?? ([...texts.values()].some(({ size }) => size > 2) ? null : findHeader(grid, hasWords));
}
const hasWords = (roles: { has: (role: HeaderRole) => boolean }): boolean =>
  (['cause', 'explanation', 'responsibleBody', 'responsiblePerson', 'remedy'] as const).some((role) => roles.has(role));

/** A plan of work has bodies and texts as well, but no items of the tables. */
function isAboutItems(tables: readonly ScoreSheet[], lines: readonly CauseLine[]): boolean {
  const cited = matchCauses(tables, lines).cited.flat();
  const meant = new Set(cited.flatMap(({ item, line }) => (item ? [line] : [])));
  return meant.size > 0 && meant.size * 2 >= lines.length;
}

/**
 * «Cơ quan | Tiêu chí | Nguyên nhân» beside the table of one unit: offices of that unit, none of which is scored,
 * answer for the losses.
 */
function withBodies(tables: readonly ScoreSheet[], lines: readonly CauseLine[]): readonly CauseLine[] {
  const units = tables.flatMap((table) => table.units);
  const named = lines.filter(({ unit }) => unit !== '');
  const find = ownerFinder(units);
  const isAlone = isOfOne(tables) && lines.every(({ responsibleBody }) => responsibleBody === null);
  return isAlone && named.length > 0 && named.every(({ unit }) => OFFICE.test(unit) && find(unit).kind === 'none')
    ? lines.map((line) => ({ ...line, unit: '', responsibleBody: line.unit || null }))
    : lines;
}

/** Tables of one unit, of several years. */
const isOfOne = (tables: readonly ScoreSheet[]): boolean =>
  new Set(tables.flatMap(({ units }) => units.map(({ name }) => unitKey(name)))).size === 1;

/** Below the unit; «Sở» may be the body that appraised it. */
const OFFICE = patternOf(
  [
    '^(?:các )?(?:phòng|ban|văn phòng|thanh tra|công an|trung tâm|bộ phận|tổ|chi (?:nhánh|cục)|bưu điện|kho bạc',
    '|bảo hiểm|công chức|ban chỉ huy)(?!\\p{L})',
  ],
  'iu',
);

/** The lines of its table, then those of its paragraphs. */
export function readCauses(grid: Grid, tables: readonly ScoreSheet[] = []): CauseLine[] {
  const header = causeHeader(grid);
  return [
    ...withBodies(tables, tableLines(grid, header, isOfOne(tables))),
    ...paragraphLines(grid, header?.top ?? grid.rowCount, tables),
  ];
}

function paragraphLines(grid: Grid, bottom: number, tables: readonly ScoreSheet[]): CauseLine[] {
  const rows = filledCells(grid, bottom);
  const text = rows.map(paragraphOf).join('\n');
  if (text.trim() === '') return [];
  let row = 0;
  return readProse(text, knownNames(tables)).flatMap((line): CauseLine[] => {
    const first = squeeze(line.text.split('\n')[0] ?? '');
    const found = rows.findIndex((cells, position) => position >= row && squeeze(cells.join(' ')).includes(first));
    if (found >= 0) row = found;
    const { code, name, cause, responsibleBody, responsiblePerson, explanation } = line;
    const { remedy, remedyDue, remedyStatus } = line;
    const words = { cause, responsibleBody, responsiblePerson, explanation, remedy, remedyDue, remedyStatus };
    if (Object.values(words).every((each) => each === null)) return [];
    return [{ ...words, unit: line.unit ?? '', code, name, sheet: grid.sheet, at: { row, column: 0 } }];
  });
}

const filledCells = (grid: Grid, bottom: number): string[][] =>
  Array.from({ length: bottom }, (_, row) =>
    (grid.values[row] ?? []).map((_value, column) => textAt(grid, row, column).trim()).filter((text) => text !== ''),
  );

/** «1.1 | Kế hoạch | Lý do | Gửi chậm»: the label and its text in cells of their own. */
function paragraphOf(cells: readonly string[]): string {
  const label = cells.slice(0, -1).findIndex(isLabelAlone);
  const parted = label < 0 || cells.length > label + 2 ? null : textOfPartRow(cells.slice(label));
  return parted === null ? cells.join(' ') : [cells.slice(0, label).join(' '), parted].join('\n').trim();
}

/** A part that contains the label of another was not split correctly; such paragraphs are left out. */
const isApart = (line: CauseLine): boolean =>
  PARTS_IN_PROSE.every((part) => wordOfOther(line[part] ?? '') === undefined);
const PARTS_IN_PROSE = ['cause', 'responsibleBody', 'responsiblePerson', 'explanation'] as const;

/** Reads «Lý do: …», «Trách nhiệm: …» in rows below an item, in a table of one unit. */
function rowLines({ kind, grid, items, units, table, headerRows, parts }: ScoreSheet): CauseLine[] {
  const [unit] = units;
  if (kind !== 'one-unit' || !unit || parts) return [];
  const byRow = new Map(items.map((item) => [item.row, item]));
  const texts = new Map<Item, { readonly row: number; readonly lossTexts: string[] }>();
  let item: Item | null = null;
  const last = Math.min(table.bottom + MOST_BELOW, grid.rowCount - 1);
  for (let row = (headerRows.at(-1) ?? table.top) + 1; row <= last; row++) {
    item = byRow.get(row) ?? item;
    if (!item || byRow.has(row)) continue;
    const cells = (grid.values[row] ?? []).map((_value, column) => textAt(grid, row, column).trim());
    const text = textOfPartRow(cells);
    if (text === null) continue;
    const known = texts.get(item);
    if (known) known.lossTexts.push(text);
    else texts.set(item, { row, lossTexts: [text] });
  }
  return [...texts].flatMap(([{ code, name }, { row, lossTexts }]) => {
    const words = labelledWords(lossTexts.join('\n'), 'cause');
    return words ? [{ ...words, unit: unit.name, code, name, sheet: grid.sheet, at: { row, column: 0 } }] : [];
  });
}

/** The texts of the last item are below the last row that the table uses. */
const MOST_BELOW = 4;

/** Lines with a cause, a responsible body, a person, an explanation or a remedy. */
function tableLines(grid: Grid, header: HeaderBlock | null, isAlone: boolean): CauseLine[] {
  if (!header) return [];
  const { code, name, column, groupsByBody } = causeColumns(grid, header);
  const unit = column('unit');
  const text = (row: number, position: number | null): string | null =>
    position === null ? null : squeeze(textAt(grid, row, position)) || null;
  // Keeps the paragraphs as typed.
  const words = (row: number, role: LossPart): string | null => {
    const position = column(role) ?? -1;
    const typed = typedText(grid, mergeAt(grid, row, position)?.top ?? row, position) ?? '';
    return typed.split(/\r?\n/).map(squeeze).join('\n').trim() || null;
  };
  const isHeaded = isAlone && column('responsibleBody') === null && unit === null;
  const lines: CauseLine[] = [];
  // A name that is merged over several lines, or written once above them, applies to all of them.
  let last = { unit: '', code: '', name: '' };
  let body: string | null = null;
  for (let row = header.body; row < grid.rowCount; row++) {
    const line = {
      cause: words(row, 'cause'),
      responsibleBody: words(row, 'responsibleBody'),
      responsiblePerson: words(row, 'responsiblePerson'),
      explanation: words(row, 'explanation'),
      remedy: words(row, 'remedy'),
      remedyDue: words(row, 'remedyDue'),
      remedyStatus: words(row, 'remedyStatus'),
    };
    if (Object.values(line).every((each) => each === null)) {
      if (isHeaded) body = headingIn(grid, row) ?? body;
      continue;
    }
    const item = codeAndName(grid, row, code, name);
    const unitName = text(row, unit);
    // A body before the items, written once, heads the lines below it.
    if (groupsByBody) body = line.responsibleBody ?? body;
    const isSame = item.code === '' && item.name === '' && unitName === null;
    last = isSame ? last : { ...item, unit: unitName ?? last.unit };
    if (last.code === '' && last.name === '') continue;
    lines.push({
      ...line,
      ...last,
      responsibleBody: line.responsibleBody ?? (body || null),
      lost: pointsLost(text(row, column('lost')) ?? ''),
      sheet: grid.sheet,
      at: { row, column: column('cause') ?? 0 },
    });
  }
  return lines;
}

const AREA = /^\s*(?:các |tên )?lĩnh vực/iu;

function causeColumns(grid: Grid, header: HeaderBlock) {
  const { all, code: numbers, name: first } = readColumns(grid, header);
  // «Lĩnh vực | Tiêu chí bị trừ điểm»: the area before each criterion.
  const name = all.findLast(({ role, path }) => role === 'name' && !AREA.test(path.at(-1) ?? ''))?.column ?? first;
  const code = isCounting(grid, header, numbers, name) ? null : numbers;
  const column = (role: HeaderRole): number | null => all.find((each) => each.role === role)?.column ?? null;
  return { code, name, column, groupsByBody: (column('responsibleBody') ?? Infinity) < (code ?? name ?? 0) };
}

/** «III | Phòng Nội vụ» over lines about losses: the body; "" for other words, which end the lines of the last one. */
function headingIn(grid: Grid, row: number): string | null {
  const texts = (grid.values[row] ?? []).map((_, column) => squeeze(textAt(grid, row, column)));
  const [only, ...others] = texts.filter((text) => text !== '' && parseCode(text) === null);
  if (only === undefined) return null;
  const words = splitCodeAndName(only)?.name ?? only;
  return others.length === 0 && (OFFICE.test(words) || namesBody(words) || /^ubnd \S/iu.test(words)) ? words : '';
}

/** «3 điểm», «-2»; not «5%». */
function pointsLost(text: string): Decimal | null {
  const { value, of, percent } = parseNumber(text) ?? { value: ZERO, of: null, percent: false };
  return value === ZERO || of !== null || percent ? null : value < ZERO ? negate(value) : value;
}

/** 1, 2, 3 … beside names, also restarting below «I», «II», numbers the lines and is not a code. */
function isCounting(grid: Grid, { body }: HeaderBlock, code: number | null, name: number | null): boolean {
  if (code === null || name === null) return false;
  const numbers: string[] = [];
  let before = 0;
  for (let row = body; row < grid.rowCount; row++) {
    const stated = squeeze(textAt(grid, row, code)).replace(/\.$/, '');
    if (stated === '' || /^[IVX]+$/.test(stated)) continue;
    if (squeeze(textAt(grid, row, name)) === '') return false;
    if (stated !== String(before + 1) && stated !== '1') return false;
    before = Number(stated);
    numbers.push(stated);
  }
  return numbers.length > 1;
}

function codeAndName(
  grid: Grid,
  row: number,
  codeColumn: number | null,
  nameColumn: number | null,
): { code: string; name: string } {
  const stated = codeColumn === null ? '' : squeeze(textAt(grid, row, codeColumn));
  const name = nameColumn === null ? '' : squeeze(textAt(grid, row, nameColumn));
  if (stated !== '') return { code: parseCode(stated)?.text ?? stated, name };
  const cited = citedIn(name);
  return { code: cited.code?.text ?? '', name: cited.name };
}
