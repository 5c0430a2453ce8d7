/** Generated sheets of every family with independently computed sums; scores are whole hundredths of a point. */
import fc from 'fast-check';
import type { Area2D } from '../../src/core/values/address';
import { toA1Range } from '../../src/core/values/address';
import type { CellValue, Grid } from '../../src/core/model/workbook/grid';
import type { LayoutKind } from '../../src/core/model/score-sheet';
import { gridOf } from './grid';

export interface OfficeSheet {
  readonly areas: readonly { readonly criteria: readonly (readonly number[])[] }[];
  /** One row of scores per unit, one score per scored item: hundredths, or null for KĐG. */
  readonly scores: readonly (readonly (number | null)[])[];
}

export interface Style {
  readonly number: (hundredths: number) => CellValue;
  readonly text: (text: string) => string;
  readonly letterhead: number;
  readonly hiddenColumns: readonly string[];
  /** Units whose scores are all still blank. */
  readonly unscored: readonly number[];
  /** Order of the units in the sheet. */
  readonly order: readonly number[];
}

export const PLAIN: Style = {
  number: (hundredths) => hundredths / 100,
  text: (text) => text,
  letterhead: 4,
  hiddenColumns: [],
  unscored: [],
  order: [],
};
export const COMMA: Style = { ...PLAIN, number: (hundredths) => (hundredths / 100).toString().replace('.', ',') };
export const DECOMPOSED: Style = { ...PLAIN, text: (text) => text.normalize('NFD') };

export const unitName = (unit: number): string => `Xã Hòa Bình ${(unit + 1).toString()}`;
export const maximaOf = (sheet: OfficeSheet): number[] => sheet.areas.flatMap((area) => area.criteria.flat());

/** Points and applicable maximum of a unit, in hundredths, by plain addition. */
export function sumOf(sheet: OfficeSheet, unit: number): { points: number; max: number } {
  const maxima = maximaOf(sheet);
  const scores = sheet.scores[unit] ?? [];
  return {
    points: scores.reduce<number>((all, score) => all + (score ?? 0), 0),
    max: maxima.reduce((all, max, item) => all + (scores[item] === null ? 0 : max), 0),
  };
}

/** Areas with criteria, some divided into sub-criteria; every unit keeps at least one applicable item. */
export const officeSheets = (options: { maxUnits?: number } = {}): fc.Arbitrary<OfficeSheet> =>
  fc
    .array(
      fc.record({
        criteria: fc.array(
          fc.array(
            fc.integer({ min: 1, max: 16 }).map((quarter) => quarter * 25),
            { minLength: 1, maxLength: 4 },
          ),
          { minLength: 1, maxLength: 3 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .chain((areas) => {
      const maxima = areas.flatMap((area) => area.criteria.flat());
      const score = (max: number, item: number): fc.Arbitrary<number | null> =>
        item === 0
          ? fc.integer({ min: 0, max })
          : fc.oneof(
              { weight: 8, arbitrary: fc.integer({ min: 0, max }) },
              { weight: 3, arbitrary: fc.constant(max) },
              { weight: 1, arbitrary: fc.constant(null) },
            );
      const row = fc.tuple(...maxima.map(score));
      return fc.record({
        areas: fc.constant(areas),
        scores: fc.array(row, { minLength: 2, maxLength: options.maxUnits ?? 6 }),
      });
    });

interface Line {
  readonly code: string;
  readonly name: string;
  readonly max: number;
  /** Position among scored items, −1 for a heading. */
  readonly item: number;
}

function linesOf(sheet: OfficeSheet): Line[] {
  const lines: Line[] = [];
  let item = 0;
  const total = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  sheet.areas.forEach((area, a) => {
    const areaCode = (a + 1).toString();
    lines.push({ code: areaCode, name: `LĨNH VỰC ${areaCode}`, max: total(area.criteria.flat()), item: -1 });
    area.criteria.forEach((subs, c) => {
      const code = `${areaCode}.${(c + 1).toString()}`;
      const alone = subs.length === 1;
      lines.push({ code, name: `Tiêu chí số ${code}`, max: total(subs), item: alone ? item++ : -1 });
      if (!alone)
        subs.forEach((max, s) =>
          lines.push({
            code: `${code}.${(s + 1).toString()}`,
            name: `Tiêu chí thành phần ${code}.${(s + 1).toString()}`,
            max,
            item: item++,
          }),
        );
    });
  });
  return lines;
}

/**
 * The sheet as a grid of the given family; family C gets one column per scored item, because its columns have no tree.
 */
export function render(sheet: OfficeSheet, kind: LayoutKind, style: Style = PLAIN): Grid {
  const order = style.order.length === sheet.scores.length ? style.order : sheet.scores.map((_, unit) => unit);
  const units = kind === 'one-unit' ? order.slice(0, 1) : order;
  const score = (unit: number, item: number): CellValue => {
    const value = style.unscored.includes(unit) ? undefined : sheet.scores[unit]?.[item];
    return value === undefined ? null : value === null ? style.text('KĐG') : style.number(value);
  };
  const rows: CellValue[][] = Array.from({ length: style.letterhead }, (_, row) => [
    style.text(row === 2 ? 'BẢNG TỔNG HỢP ĐIỂM' : 'ỦY BAN NHÂN DÂN TỈNH'),
  ]);
  const merges: Area2D[] = [];
  const head = rows.length;
  if (kind === 'units-as-rows') {
    rows.push([
      ...['TT', 'Đơn vị'].map(style.text),
      ...maximaOf(sheet).map((max, item) =>
        style.text(`Nội dung thứ ${(item + 1).toString()} (${(max / 100).toString().replace('.', ',')} điểm)`),
      ),
      ...['Tổng điểm', 'Chỉ số', 'Xếp loại', 'Xếp hạng'].map(style.text),
    ]);
    units.forEach((unit, at) =>
      rows.push([
        at + 1,
        style.text(unitName(unit)),
        ...maximaOf(sheet).map((_, item) => score(unit, item)),
        null,
        null,
        null,
        null,
      ]),
    );
  } else if (kind === 'one-unit') {
    rows.push(['TT', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định', 'Điểm bị trừ', 'Nguyên nhân'].map(style.text));
    for (const line of linesOf(sheet))
      rows.push([
        style.text(line.code),
        style.text(line.name),
        style.number(line.max),
        line.item < 0 ? null : score(units[0] ?? 0, line.item),
        null,
        null,
      ]);
  } else {
    rows.push(['TT', 'Nội dung', 'Điểm tối đa', ...units.map(unitName)].map(style.text));
    for (const line of linesOf(sheet))
      rows.push([
        style.text(line.code),
        style.text(line.name),
        style.number(line.max),
        ...units.map((unit) => (line.item < 0 ? null : score(unit, line.item))),
      ]);
    for (const label of ['Tổng điểm', 'Chỉ số CCHC (%)', 'Xếp loại', 'Xếp hạng'])
      rows.push([null, style.text(label), null, ...units.map(() => null)]);
  }
  merges.push({ top: head === 0 ? 0 : 2, left: 0, bottom: head === 0 ? 0 : 2, right: 3 });
  return gridOf(rows, { merges: head === 0 ? [] : merges.map(toA1Range), hiddenColumns: style.hiddenColumns });
}
