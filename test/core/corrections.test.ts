/** Corrections and their record, and findings set aside. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../src/core/assess';
import { planCorrections, sureCorrections } from '../../src/core/corrections/plan-corrections';
import { markOf } from '../../src/core/model/set-aside';
import { planSettings } from '../../src/core/settings/settings';
import { gridOf } from '../kit/grid';

type Rows = (string | number | null)[][];
const bookOf = (sheets: Record<string, Rows>) => ({
  sheets: Object.entries(sheets).map(([name, rows]) => {
    const grid = gridOf(rows, { sheet: name });
    return { name, visibility: 'visible' as const, grid: () => grid };
  }),
});
const TABLE: Rows = [
  ['BẢNG TỔNG HỢP ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2025'],
  ['Đơn vị: UBND xã An Bình'],
  ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định', 'Điểm bị trừ'],
  [1, 'CHỈ ĐẠO ĐIỀU HÀNH', 10, 6.46, -3.36],
  ['1.1', 'Kế hoạch', 4, 3.46, -0.54],
  ['1.2', 'Kiểm tra', 6, 3, -3],
  [2, 'THỂ CHẾ', 2, 2, null],
];

describe('corrections', () => {
  const book = bookOf({ 'Bảng tổng hợp': TABLE });
  const corrections = sureCorrections(assessBook(book));

  test('the sure ones are offered together, each with its reason', () => {
    expect(corrections).toMatchObject([{ sheet: 'Bảng tổng hợp', at: { row: 3, column: 4 }, value: '-3.54' }]);
  });

  test('a score that the council entered is offered and never taken together with others', () => {
    const mistyped: Rows = [
      ...TABLE.slice(0, 3),
      [1, 'CHỈ ĐẠO ĐIỀU HÀNH', 10, 6.5, -3.5],
      ['1.1', 'Kế hoạch', 4, 35, -0.5],
      ['1.2', 'Kiểm tra', 6, 3, -3],
      [2, 'THỂ CHẾ', 2, 2, null],
    ];
    const assessed = assessBook(bookOf({ 'Bảng tổng hợp': mistyped }));
    const best = assessed.sheets.flatMap(({ diagnostics }) => diagnostics.flatMap(({ suggestions }) => suggestions));
    expect(best).toMatchObject([{ at: { row: 4, column: 3 }, value: '3.5', isSure: false }]);
    expect(best[0]?.share).toBeGreaterThan(0.9);
    expect(sureCorrections(assessed)).toEqual([]);
  });

  test('the record says cell, before, after, why and when; it is begun on request', () => {
    const [own, log] = planCorrections(book, corrections, '29/11/2026 08:00');
    expect(own).toMatchObject({ sheet: 'Bảng tổng hợp', edits: [{ content: { kind: 'number', value: '-3.54' } }] });
    expect(log).toMatchObject({ sheet: 'Nhật ký sửa', isNew: true });
    const line = log?.edits.flatMap((edit) => (edit.kind === 'cell' && edit.at.row === 1 ? [edit.content] : []));
    expect(
      line?.map((content) => ('value' in content ? content.value : 'text' in content ? content.text : '')),
    ).toEqual(['1', 'Bảng tổng hợp', 'E4', '-3.36', '-3.54', corrections[0]?.why, '29/11/2026 08:00']);
    expect(planCorrections(book, corrections, null)).toHaveLength(1);
  });

  test('a record that is there is kept up below its last line, and is no table', () => {
    const kept = bookOf({ 'Bảng tổng hợp': TABLE, 'Nhật ký sửa': [['STT'], [1], [2]] });
    const log = planCorrections(kept, corrections, null, 'nay')[1];
    expect(log?.edits[0]).toMatchObject({ at: { row: 3, column: 0 }, content: { value: '3' } });
    expect(assessBook(kept).unreadSheets).toEqual([]);
  });
});

describe('findings that are set aside', () => {
  const found = assessBook(bookOf({ 'Bảng tổng hợp': TABLE })).sheets[0]?.diagnostics.find(
    ({ alias }) => alias === 'mismatched-loss',
  );
  if (!found) throw new Error('nothing to set aside');
  const mark = markOf({ sheet: 'Bảng tổng hợp' }, found);
  const change = { setAside: { marks: [mark], reason: 'Sở đã xác nhận' } };
  const lossIn = (rows: Rows, settings: Rows) =>
    assessBook(bookOf({ 'Bảng tổng hợp': rows, 'Cấu hình': settings })).sheets[0]?.diagnostics.find(
      ({ alias }) => alias === 'mismatched-loss',
    );
  const SETTINGS: Rows = [['Để lại', mark.code, mark.place, mark.numbers, 'Sở đã xác nhận']];

  test('the reason is kept in the workbook', () => {
    const [edits] = planSettings(bookOf({ 'Bảng tổng hợp': TABLE }), change);
    const texts = edits?.edits.flatMap((edit) =>
      edit.kind === 'cell' && 'text' in edit.content ? edit.content.text : [],
    );
    expect(texts).toEqual(['Để lại', 'CCHC303', 'Bảng tổng hợp!E4', '3.36 → 3.54', 'Sở đã xác nhận']);
    expect(planSettings(bookOf({ 'Bảng tổng hợp': TABLE, 'Cấu hình': SETTINGS }), change)).toEqual([]);
  });

  test('the finding is quiet while its numbers stay the same, and told again when they change', () => {
    expect(lossIn(TABLE, SETTINGS)?.setAside).toBe('Sở đã xác nhận');
    const changed = TABLE.map((row, position) => (position === 3 ? [...row.slice(0, 4), -3.45] : row));
    expect(lossIn(changed, SETTINGS)?.setAside).toBeUndefined();
  });
});
