/** Remedies typed beside the scores, on the sheet `Nguyên nhân`, or beside a criterion for all its parts. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { cellKey as keyAt } from '../../../src/core/values/address';
import { bookOf, grid, gridOf } from '../../kit/grid';
import { filled, planned } from '../fill/planned';

const TABLE = grid(`
  Tiêu chí | Nội dung | Tối đa | Điểm đạt được | Nguyên nhân | Trách nhiệm | Giải pháp khắc phục | Thời hạn | Tình trạng
  1 | Chỉ đạo | 10 | 6 | | | | |
  1.1 | Kế hoạch | 5 | 2 | Ban hành chậm | Phòng Nội vụ | Ban hành trong quý I | 30/03/2023 | Đang khắc phục
  1.1.1 | Ban hành đúng hạn | 2 | 1 | | | | |
  1.1.2 | Chất lượng kế hoạch | 3 | 1 | Còn sơ sài | | | |
  1.2 | Báo cáo | 5 | 4 | | | Bổ sung | Quý II |
`);

const said = (...grids: readonly Grid[]) =>
  assessBook(bookOf(...grids)).sheets[0]?.deductions.map(
    ({ cause, responsibleBody, explanation, remedy, remedyDue, remedyStatus }) =>
      [cause, responsibleBody, explanation, remedy, remedyDue, remedyStatus].map((each) => each ?? '–').join(' | '),
  );

describe('columns of remedies', () => {
  test('are read as themselves; a criterion speaks for its parts that have no cause', () => {
    expect(said(TABLE)).toEqual([
      'Ban hành chậm | Phòng Nội vụ | – | Ban hành trong quý I | 30/03/2023 | Đang khắc phục',
      'Còn sơ sài | Phòng Nội vụ | – | – | – | –',
      '– | – | – | Bổ sung | Quý II | –',
    ]);
  });

  test('beside an area they speak for none of its items', () => {
    const table = grid(`
      Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Nguyên nhân
      1 | Chỉ đạo | 10 | 6 | Lãnh đạo chưa quan tâm
      1.1 | Kế hoạch | 10 | 6 |
    `);
    expect(said(table)).toEqual(['– | – | – | – | – | –']);
  });

  test('of the sheet `Nguyên nhân` too, paragraphs and dates as they are shown', () => {
    const table = grid(`
      Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được
      1 | Chỉ đạo | 5 | 2
      1.1 | Kế hoạch | 5 | 2
    `);
    const causes = gridOf(
      [
        ['Mã', 'Tiêu chí', 'Nguyên nhân', 'Giải pháp khắc phục', 'Thời hạn hoàn thành', 'Tình trạng'],
        ['1.1', 'Kế hoạch', '- Chậm  30 ngày.\n- Thiếu nội dung.', 'Rà soát', 45107, 'Đang khắc phục'],
      ],
      { sheet: 'Nguyên nhân', dates: ['E2'] },
    );
    expect(said(table, causes)).toEqual([
      '- Chậm 30 ngày.\n- Thiếu nội dung. | – | – | Rà soát | 30/06/2023 | Đang khắc phục',
    ]);
  });

  test('are shown in «Điểm bị trừ» from their cells, follow them, and give way to what is typed there', async () => {
    const once = await filled([TABLE]);
    expect(planned(once)).toEqual([]);
    const sheet = once.find((each) => each.sheet === 'Điểm bị trừ');
    if (!sheet) throw new Error('no sheet of deductions');
    const head = sheet.values.findIndex((row) => row?.includes('Giải pháp khắc phục'));
    const column = sheet.values[head]?.indexOf('Giải pháp khắc phục') ?? -1;
    const shown = (grids: readonly Grid[]) =>
      grids.find((each) => each.sheet === 'Điểm bị trừ')?.values.map((row) => row?.[column] ?? null);
    const at = shown(once)?.indexOf('Bổ sung') ?? -1;
    expect(at).toBeGreaterThan(head);

    const edit = (each: Grid, row: number, col: number, value: string): Grid => ({
      ...each,
      values: each.values.map((cells, y) => (y === row ? cells?.map((cell, x) => (x === col ? value : cell)) : cells)),
      formulas: new Map([...each.formulas].filter(([key]) => each.sheet !== 'Điểm bị trừ' || key !== keyAt(row, col))),
    });
    const changed = once.map((each) =>
      each.sheet === 'Bảng tổng hợp' ? edit(each, 5, 6, 'Bổ sung trước 15/6') : each,
    );
    expect(shown(await filled(changed))?.[at]).toBe('Bổ sung trước 15/6');
    const typed = once.map((each) => (each.sheet === 'Điểm bị trừ' ? edit(each, at, column, 'Làm lại') : each));
    expect(shown(await filled(typed))?.[at]).toBe('Làm lại');
  });
});
