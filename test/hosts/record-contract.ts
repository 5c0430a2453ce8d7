/** The contract of every host for corrections and their record, and for findings that are set aside. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../src/core/assess';
import { planCorrections, sureCorrections } from '../../src/core/corrections/plan-corrections';
import { textAt, type Book, type Grid } from '../../src/core/model/workbook/grid';
import { markOf } from '../../src/core/model/set-aside';
import { planSettings } from '../../src/core/settings/settings';
import type { Host } from '../../src/hosts/host';
import { grid } from '../kit/grid';
import type { HostUnderTest } from './contract';

/** As published by Vân Canh in 2021: the stated loss of area 1 is wrong, 10 − 6,46 is 3,54. */
const table = (): Grid =>
  grid(
    'BẢNG TỔNG HỢP ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2021\nĐơn vị: UBND huyện Vân Canh\n' +
      'STT | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ\n' +
      '1 | CHỈ ĐẠO ĐIỀU HÀNH | 10 | 6.46 | -3.36\n' +
      "'1.1' | Kế hoạch | 4 | 3.46 | -0.54\n'1.2' | Kiểm tra | 6 | 3 | -3\n2 | THỂ CHẾ | 2 | 2 | ",
    { sheet: 'Bảng tổng hợp' },
  );

export function recordContract({ name, make }: HostUnderTest): void {
  const rowsOf = (book: Book, sheet: string): string[][] => {
    const found = book.sheets.find((each) => each.name === sheet)?.grid();
    return Array.from({ length: found?.rowCount ?? 0 }, (_, row) =>
      Array.from({ length: found?.columnCount ?? 0 }, (__, column) => (found ? textAt(found, row, column) : '')),
    );
  };
  const lossIn = async (host: Host) =>
    assessBook(await host.readBook()).sheets[0]?.diagnostics.find(({ alias }) => alias === 'mismatched-loss');

  describe(`${name} and what was corrected`, () => {
    test('keeps the record of corrections: cell, before, after, why and when, the next one below', async () => {
      const host = await make([table()], []);
      const book = await host.readBook();
      const sure = sureCorrections(assessBook(book));
      await host.applyEdits(planCorrections(book, sure, '20/11/2026 08:00'));
      const after = await host.readBook();
      const first = ['1', 'Bảng tổng hợp', 'E4', '-3.36', '-3.54', sure[0]?.why, '20/11/2026 08:00'];
      const headings = ['STT', 'Trang tính', 'Ô', 'Trước khi sửa', 'Sau khi sửa', 'Lý do', 'Thời điểm'];
      expect(rowsOf(after, 'Nhật ký sửa')).toEqual([headings, first]);
      expect(rowsOf(after, 'Bảng tổng hợp')[3]?.[4]).toBe('-3.54');
      expect(assessBook(after).sheets.map(({ scoreSheet }) => scoreSheet.sheet)).toEqual(['Bảng tổng hợp']);
      expect(await lossIn(host)).toBeUndefined();

      const next = { sheet: 'Bảng tổng hợp', at: { row: 5, column: 3 }, value: '2.5', why: 'theo biên bản' };
      await host.applyEdits(planCorrections(after, [next], null, '21/11/2026 09:30'));
      expect(rowsOf(await host.readBook(), 'Nhật ký sửa')).toEqual([
        headings,
        first,
        ['2', 'Bảng tổng hợp', 'D6', '3', '2.5', 'theo biên bản', '21/11/2026 09:30'],
      ]);
    });

    test('keeps the reason of a finding set aside, quiet until its numbers change or it is taken back', async () => {
      const host = await make([table()], []);
      const found = await lossIn(host);
      const marks = found ? [markOf({ sheet: 'Bảng tổng hợp' }, found)] : [];
      const change = { setAside: { marks, reason: 'Sở đã xác nhận' } };
      await host.applyEdits(planSettings(await host.readBook(), change));
      const kept = await host.readBook();
      expect(rowsOf(kept, 'Cấu hình')).toEqual([
        ['Để lại', 'CCHC303', 'Bảng tổng hợp!E4', '3.36 → 3.54', 'Sở đã xác nhận'],
      ]);
      expect([(await lossIn(host))?.setAside, sureCorrections(assessBook(kept))]).toEqual(['Sở đã xác nhận', []]);

      const other = { sheet: 'Bảng tổng hợp', at: { row: 3, column: 4 }, value: '-3.45', why: '' };
      await host.applyEdits(planCorrections(kept, [other], null));
      expect(await lossIn(host)).toMatchObject({ actual: '3.45', expected: '3.54' });
      expect((await lossIn(host))?.setAside).toBeUndefined();

      await host.applyEdits(planCorrections(await host.readBook(), [{ ...other, value: '-3.36' }], null));
      expect((await lossIn(host))?.setAside).toBe('Sở đã xác nhận');
      await host.applyEdits(planSettings(await host.readBook(), { setAside: { marks, reason: null } }));
      expect((await lossIn(host))?.setAside).toBeUndefined();
    });
  });
}
