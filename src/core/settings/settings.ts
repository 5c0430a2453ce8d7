/**
 * The settings of the computation, one entry each: how `Cấu hình` states a setting, and how a change made in the pane
 * is written there.
 */
import { COLUMN_ROLE_LABELS, roleNamed, type ColumnRole, type StatedRole } from '../model/column-role';
import type { SheetEdits } from '../model/workbook/edit';
import type { Book, Grid } from '../model/workbook/grid';
import type { SetAside } from '../model/set-aside';
import type { MarkMeaning, Settings } from '../model/settings';
import { plainKey, squeeze } from '../values/fold-text';
import { CONDITION, DISCIPLINED, readCondition } from './rating-conditions';
import { SCALE, numberIn, readScale, writeScale, type BandView } from './scale';
import { statedIn, writeSettingsOf, type Entry, type Stated, cellsOf, type SettingsWriter } from './settings-sheet';

type Patch = Partial<Settings>;

/** The settings to change; omitted ones stay. */
export interface SettingsChange {
  readonly scale?: readonly BandView[];
  readonly places?: number | null;
  readonly ties?: 'dense' | 'competition';
  readonly rankBy?: 'exact' | 'rounded';
  readonly notApplicable?: string;
  readonly notYetScored?: string;
  readonly zero?: string;
  readonly results?: 'formulas' | 'values';
  readonly lossColours?: 'weight' | 'one';
  readonly columnRoles?: readonly RoleChange[];
  /** A null reason removes the lines, so that the findings are reported again. */
  readonly setAside?: { readonly marks: readonly Omit<SetAside, 'reason'>[]; readonly reason: string | null };
}

interface SettingEntry extends Entry {
  /** Reads a row that states the setting; `known` holds the settings of the rows above. */
  readonly read: (stated: Stated, known: Patch, grid: Grid) => Patch;
  /**
   * The value as it is written; undefined if not changed. Without this function, the setting can be changed only in the
   * sheet.
   */
  readonly write?: (change: SettingsChange) => string | undefined;
}

/** What a column holds according to the officer, one line each: «Cột | Huyện chấm | điểm thẩm định». */
const COLUMN: Entry = { label: 'Cột', pattern: /^cot( \(|:|$)/ };

/**
 * Findings that the officer leaves as they are, one line each: «Để lại | CCHC303 | Bảng tổng hợp!E4 | 3.36 → 3.54 | lý
 * do».
 */
const SET_ASIDE: Entry = { label: 'Để lại', pattern: /^de lai( \(|:|$)/ };

/** In the order in which they are added to a sheet that does not state them. */
export const SETTING_ENTRIES: readonly SettingEntry[] = [
  {
    label: 'Số chữ số thập phân',
    pattern: /^(so chu so thap phan|so (chu so )?le|lam tron)/,
    read: reading((value) => optional('places', wholeNumber(value))),
    write: ({ places }) => (places === undefined ? undefined : String(places ?? '')),
  },
  choice('ties', 'Xếp hạng khi bằng điểm', /^(xep hang khi bang|cach xep hang|dong hang|khi bang diem)/, {
    usual: { value: 'dense', written: '1, 2, 2, 3' },
    other: { value: 'competition', written: '1, 2, 2, 4' },
    isOther: /(1 ?[,;] ?2 ?[,;] ?2 ?[,;] ?4)|nhay|rank|cach hang/,
  }),
  choice('rankBy', 'Xếp hạng theo', /^xep hang theo/, {
    usual: { value: 'exact', written: 'Chỉ số chưa làm tròn' },
    other: { value: 'rounded', written: 'Chỉ số đã làm tròn' },
    isOther: /(?<!chua |khong )lam tron|cong bo/,
  }),
  marks('notApplicable', 'Ký hiệu không áp dụng', /^ky hieu (khong ap dung|khong danh gia|kdg)/),
  marks('notYetScored', 'Ký hiệu chưa chấm', /^ky hieu chua cham/),
  marks('zero', 'Ký hiệu không điểm', /^ky hieu (khong diem|diem khong|0 diem|diem 0|bang 0)/),
  number('appraisedShare', 'Tỷ trọng thẩm định', /^ty trong (diem )?tham dinh/),
  number('bonusCap', 'Điểm thưởng tối đa', /^diem (thuong|cong) toi da/),
  number('penaltyCap', 'Điểm phạt tối đa', /^diem (phat|tru) toi da/),
  number('areaLine', 'Ngưỡng lĩnh vực', /^(nguong|muc|vach) .*linh vuc/),
  number('applicableLine', 'Ngưỡng phần áp dụng', /^(nguong|muc|vach) .*ap dung/),
  number('step', 'Bước điểm', /^buoc diem/),
  choice('results', 'Ghi kết quả', /^(cach )?ghi ket qua/, {
    usual: { value: 'formulas', written: 'Công thức' },
    other: { value: 'values', written: 'Giá trị' },
    isOther: /gia tri|so/,
  }),
  choice('lossColours', 'Tô màu điểm bị trừ', /^(to mau|mau to|mau) .*(bi tru|mat diem)/, {
    usual: { value: 'weight', written: 'Ba mức' },
    other: { value: 'one', written: 'Một màu' },
    isOther: /(mot|1|cung) (mau|muc)/,
  }),
  {
    label: 'Trang không tính',
    pattern: /^trang( tinh)? khong (duoc )?tinh/,
    read: reading((value, { leftOutSheets = [] }) => ({ leftOutSheets: [...leftOutSheets, ...value.split(/ *; */)] })),
  },
  // Before the scale: «Xếp loại tối đa Khá khi …» is not the heading of a scale.
  ...[DISCIPLINED, CONDITION].map((entry) => ({
    ...entry,
    read: (stated: Stated, known: Patch, grid: Grid): Patch => readCondition(stated, grid, known),
  })),
  { ...SCALE, read: (stated, known, grid) => readScale(stated, grid, known) ?? {} },
  {
    ...COLUMN,
    read: (stated, { columnRoles = [] }) => {
      const role = readColumnRole(stated);
      return role ? { columnRoles: [...columnRoles, role] } : {};
    },
  },
  {
    ...SET_ASIDE,
    read: ({ valueTexts }, { setAside = [] }) => {
      const [code = '', place = '', numbers = '', reason = ''] = valueTexts;
      return place === '' ? {} : { setAside: [...setAside, { code, place, numbers, reason }] };
    },
  },
];

/** The settings that the sheet states; the others keep their defaults. */
export function readSettings(grid: Grid): Patch {
  const isScale = ({ entry }: Stated): boolean => entry.pattern === SCALE.pattern;
  const stated = statedIn(grid, SETTING_ENTRIES);
  // Conditions refer to levels of the scale, wherever the scale is in the sheet.
  const scaleFirst = [...stated.filter(isScale), ...stated.filter((each) => !isScale(each))];
  return scaleFirst.reduce<Patch>((known, each) => ({ ...known, ...each.entry.read(each, known, grid) }), {});
}

/**
 * Changes a setting in the last row that states it, which is the one that counts; earlier rows that state it are
 * emptied.
 */
export function planSettings(book: Book, change: SettingsChange): SheetEdits[] {
  const sheet = writeSettingsOf(book);
  const stated = statedIn(sheet.grid, SETTING_ENTRIES);
  for (const entry of SETTING_ENTRIES) {
    const value = entry.write?.(change);
    if (value === undefined) continue;
    const rows = stated.filter((each) => each.entry === entry);
    rows.forEach(({ row, valueColumn }, position) =>
      sheet.put(row, valueColumn, position === rows.length - 1 ? value : ''),
    );
    if (rows.length === 0 && value !== '') sheet.add(entry.label, value);
  }
  const linesOf = ({ pattern }: Entry): readonly Stated[] => stated.filter(({ entry }) => entry.pattern === pattern);
  if (change.scale) writeScale(change.scale, linesOf(SCALE), sheet);
  if (change.columnRoles) writeColumnRoles(change.columnRoles, linesOf(COLUMN), sheet);
  const { marks = [], reason = null } = change.setAside ?? {};
  for (const mark of marks) writeSetAside(mark, reason, linesOf(SET_ASIDE), sheet);
  return sheet.edits();
}

/** A finding has one line, which is removed together with its reason. */
function writeSetAside(
  mark: Omit<SetAside, 'reason'>,
  reason: string | null,
  stated: readonly Stated[],
  sheet: SettingsWriter,
): void {
  const lines = stated.filter(({ valueTexts: [code, place] }) => code === mark.code && place === mark.place);
  const lastLine = reason === null ? undefined : lines.at(-1);
  for (const { row } of lines) if (row !== lastLine?.row) sheet.clear(row, row);
  if (reason === null) return;
  const row = lastLine?.row ?? sheet.add(SET_ASIDE.label, mark.code);
  const first = lastLine?.valueColumn ?? 1;
  [mark.place, mark.numbers, reason].forEach((text, position) => sheet.put(row, first + 1 + position, text));
}

/** Reads the one value beside the label; a blank value is ignored. */
function reading(read: (value: string, known: Patch) => Patch): SettingEntry['read'] {
  return ({ valueTexts }, known) => {
    const value = squeeze(valueTexts[0] ?? '');
    return value === '' ? {} : read(value, known);
  };
}

function number(
  key: 'appraisedShare' | 'bonusCap' | 'penaltyCap' | 'areaLine' | 'applicableLine' | 'step',
  label: string,
  pattern: RegExp,
): SettingEntry {
  return { label, pattern, read: reading((value) => optional(key, numberIn(value))) };
}

/** One of two values; anything that is not recognised as the other one is the usual one. */
function choice<K extends 'ties' | 'rankBy' | 'results' | 'lossColours'>(
  key: K,
  label: string,
  pattern: RegExp,
  { usual, other, isOther }: Readonly<Record<'usual' | 'other', Choice<K>>> & { readonly isOther: RegExp },
): SettingEntry {
  return {
    label,
    pattern,
    read: reading((value) => ({ [key]: (isOther.test(plainKey(value)) ? other : usual).value })),
    write: (change) => {
      const value: string | undefined = change[key];
      return [usual, other].find((each) => each.value === value)?.written;
    },
  };
}

interface Choice<K extends keyof Settings> {
  readonly value: Settings[K];
  readonly written: string;
}

/** Marks with one meaning, separated by blanks, commas or semicolons: «x; -; /». */
function marks(meaning: MarkMeaning, label: string, pattern: RegExp): SettingEntry {
  return {
    label,
    pattern,
    read: reading((value, known) => {
      const all = new Map(known.marks ?? []);
      for (const mark of value.split(/[\s;,]+/)) if (mark !== '') all.set(plainKey(mark), meaning);
      return { marks: all };
    }),
    write: ({ [meaning]: value }) => value,
  };
}

function wholeNumber(text: string): number | null {
  const match = /\d+/.exec(text);
  const places = match ? Number(match[0]) : null;
  return places !== null && places <= 6 ? places : null;
}

const optional = <K extends keyof Settings>(key: K, value: Settings[K] | null): Patch =>
  value === null ? {} : { [key]: value };

/** A null role removes the line: the column is then read by its heading and its cells. */
interface RoleChange {
  readonly heading: string;
  readonly role: ColumnRole | null;
}

/** Null if the heading or the role is missing, or the words name no role. */
function readColumnRole({ valueTexts }: Pick<Stated, 'valueTexts'>): StatedRole | null {
  const [heading = '', words = ''] = valueTexts;
  const role = roleNamed(words);
  return heading === '' || role === null ? null : { heading, role };
}

/** The last line about a heading counts and is changed; earlier ones are emptied. */
function writeColumnRoles(changes: readonly RoleChange[], stated: readonly Stated[], sheet: SettingsWriter): void {
  for (const { heading, role } of changes) {
    const lines = stated.filter(({ valueTexts }) => plainKey(valueTexts[0] ?? '') === plainKey(heading));
    const lastLine = role === null ? undefined : lines.at(-1);
    for (const { row } of lines) if (row !== lastLine?.row) sheet.clear(row, row);
    if (role === null) continue;
    if (lastLine && readColumnRole(lastLine)?.role === role) continue;
    const row = lastLine?.row ?? sheet.add(COLUMN.label, heading);
    sheet.put(row, roleColumn(lastLine, sheet), COLUMN_ROLE_LABELS[role]);
  }
}

/** The column for the words of the role, right of the heading. */
function roleColumn(line: Stated | undefined, { grid }: SettingsWriter): number {
  const heading = line?.valueColumn ?? 1;
  const next = line && cellsOf(grid, line.row).find(({ column }) => column > heading);
  return next?.column ?? heading + 1;
}
