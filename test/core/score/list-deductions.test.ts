import { describe, expect, test } from '@jest/globals';
import type { CauseLine, Deduction } from '../../../src/core/model/deduction';
import { toA1 } from '../../../src/core/values/address';
import { toText } from '../../../src/core/values/decimal';
import { NOTE_PREFIX } from '../../../src/core/model/workbook/note';
import { DEFAULT_SETTINGS } from '../../../src/core/model/settings';
import type { ScoreSheet } from '../../../src/core/model/score-sheet';
import { readStatedCauses } from '../../../src/core/read/beside/read-causes';
import { listDeductions } from '../../../src/core/score/list-deductions';
import { rollUp } from '../../../src/core/score/roll-up';
import { causeLine } from '../../kit/causes';
import { scoreSheet, unitRows, type SheetExtras } from '../../kit/score-sheet';

const list = (sheet: ScoreSheet, causes: readonly CauseLine[] = []): Deduction[] =>
  listDeductions(
    sheet,
    sheet.units.map((unit) => rollUp(sheet, unit, DEFAULT_SETTINGS)),
    readStatedCauses(sheet, causes),
  );
const brief = (sheet: ScoreSheet, causes: readonly CauseLine[] = []): string[] =>
  list(sheet, causes).map(({ unit, item, lostPoints, at, cause, causeFrom }) =>
    [unit.name, item.name, toText(lostPoints), toA1(at), ...(causeFrom ? [causeFrom, cause] : [])].join(' '),
  );

/** A threaded comment as Excel 365 stores it for programs that only read notes. */
const THREAD =
  '[Threaded comment]\n\nYour version of Excel allows you to read this threaded ' +
  'comment; however, any edits to it will ' +
  'get removed if the file is opened in a newer version of Excel. Learn more: ' +
  'https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    Lý do: nộp muộn\nReply:\n    đã nhắc hai lần';

describe('deductions', () => {
  test('are the scored items that lost points, unit by unit, with the cell of the score that counts', () => {
    const sheet = scoreSheet(`
      code | name | max | Xã A.self | Xã A.appraised | Xã B.self | Xã B.appraised
      1    | Một  | 3   |           | 1              |           |
      1.1  | Ba   | 1   | 1         | 0.75           | 1         | 1
      1.2  | Bốn  | 2   | 2         | 0.5            | 1         | KĐG
      2    | Hai  | 5   | 5         | 5              | 4         | 0`);
    expect(brief(sheet)).toEqual(['Xã A Ba 0.25 E3', 'Xã A Bốn 1.5 E4', 'Xã B Hai 5 G5']);
    expect(list(sheet)[2]).toMatchObject({ maxPoints: 5e10, selfPoints: 4e10, awardedPoints: 0, lostPoints: 5e10 });
  });

  test('of known items are listed although the unit is undetermined', () => {
    expect(brief(scoreSheet('code | name | max | A.self\n1 | Một | 1 |\n2 | Hai | 1 | 0.5'))).toEqual(['A Hai 0.5 D3']);
  });

  test("stand in the unit's row where units are rows", () => {
    expect(brief(unitRows('unit | 1 Thể chế (10).self | 2 Bộ máy (5).self\nXã A | 9 | 5\nXã B | 10 | 4,5'))).toEqual([
      'Xã A Thể chế 1 B2',
      'Xã B Bộ máy 0.5 C3',
    ]);
  });

  test('of a sheet that has only the whole are not known', () => {
    expect(brief(unitRows('unit | Tổng.self\nXã A | 75,42/94', { itemised: false }))).toEqual([]);
  });
});

describe('causes', () => {
  const table = `
    code | name      | max | A.self | A.cause              | A.responsibleBody
    1.1  | Kế hoạch  | 1   | 0.5    |   Ban hành chậm      | Văn phòng
    1.2  | Báo cáo   | 1   | 0      |                      |
    1.3  | Kiểm tra  | 1   | 1      | Không mất điểm       |`;
  const causes = [
    causeLine('UBND A', '1.2', 'Báo cáo', 'Thiếu 01 báo cáo'),
    causeLine('A', '1.1', 'Kế hoạch', 'từ trang tính'),
  ];

  test("come from the column first, in the officer's words, trimmed", () => {
    expect(list(scoreSheet(table))[0]).toMatchObject({
      cause: 'Ban hành chậm',
      responsibleBody: 'Văn phòng',
      responsiblePerson: null,
      causeFrom: 'column',
    });
  });

  test('else from the note on the score, unless this program wrote it', () => {
    const noted = (note: string): SheetExtras => ({ notes: { D3: note } });
    expect(brief(scoreSheet(table, noted('Nộp muộn\n')))[1]).toBe('A Báo cáo 1 D3 note Nộp muộn');
    expect(brief(scoreSheet(table, noted('Người dùng:\nNguyên nhân: nộp muộn')))[1]).toBe(
      'A Báo cáo 1 D3 note nộp muộn',
    );
    expect(brief(scoreSheet(table, noted(THREAD)))[1]).toBe('A Báo cáo 1 D3 note nộp muộn\nđã nhắc hai lần');
    expect(brief(scoreSheet(table, noted(`${NOTE_PREFIX}\nmất 1 điểm`)))[1]).toBe('A Báo cáo 1 D3');
  });

  test('else from the line of the causes sheet', () => {
    expect(brief(scoreSheet(table), causes)).toEqual([
      'A Kế hoạch 0.5 D2 column Ban hành chậm',
      'A Báo cáo 1 D3 sheet Thiếu 01 báo cáo',
    ]);
  });

  test('a text merged over several rows speaks for all of them', () => {
    const merged = scoreSheet(table.replace('Không mất điểm', ''), { merges: ['E2:E3'] });
    expect(brief(merged)[1]).toBe('A Báo cáo 1 D3 column Ban hành chậm');
  });

  test('a line is matched by name where its code is wrong, by code without a name, never for another unit', () => {
    const sheet = scoreSheet(
      'code | name | max | A.self | B.self\n1.8 | Trách nhiệm | | 1 | 1\n1.8.1 | Tham dự hội nghị | 1 | 1 | 1\n' +
        '1.8.2 | Tổ chức gặp gỡ doanh nghiệp | 1 | 0 | 0\n1.9 | Khác | 1 | 0.5 | 1',
    );
    expect(
      brief(sheet, [
        causeLine('A', '1.8.1', 'TỔ CHỨC  GẶP GỠ doanh nghiệp', 'không tính điểm'),
        causeLine('A', 'TC 1.9.', '', 'thiếu'),
        causeLine('C', '1.8.2', '', 'đơn vị khác'),
      ]),
    ).toEqual([
      'A Tổ chức gặp gỡ doanh nghiệp 1 D4 sheet không tính điểm',
      'A Khác 0.5 D5 sheet thiếu',
      'B Tổ chức gặp gỡ doanh nghiệp 1 E4',
    ]);
  });

  test('a shortened name and a code before the name are understood', () => {
    const sheet = scoreSheet('code | name | max | A.self\n1.1 | Tổ chức gặp gỡ, trao đổi với doanh nghiệp | 1 | 0');
    expect(brief(sheet, [causeLine('', '', '1.1. Tổ chức gặp gỡ, trao đổi', 'muộn')])).toEqual([
      expect.stringContaining('sheet muộn'),
    ]);
  });
});
