/** The improvements that would lift a unit, as the pane shows them. */
import { describe, expect, test } from '@jest/globals';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import type { EngineCalls } from '../../../src/taskpane/worker/protocol';
import { createSession } from '../../../src/taskpane/worker/session';
import { KON_RAY_2022 } from '../../kit/field/field';
import { grid } from '../../kit/grid';

function opened(
  table: string,
  others: Readonly<Record<string, string>> = {},
): { readonly session: EngineCalls; readonly sheet: string } {
  const session = createSession(nodeCodec, () => undefined);
  const plain = (text: string, name: string) => ({
    name,
    visibility: 'visible' as const,
    grid: grid(text, { sheet: name }),
  });
  session.open({
    kind: 'grids',
    sheets: [plain(table, 'Bảng tổng hợp'), ...Object.entries(others).map(([name, text]) => plain(text, name))],
  });
  return { session, sheet: 'Bảng tổng hợp' };
}

describe('Kon Rẫy 2022', () => {
  const { session, sheet } = opened(KON_RAY_2022);

  test('Xã Đăk Pnê lacks 4,97 points of Xuất sắc; a sheet of totals cannot say where from', async () => {
    expect(await session.lift(sheet, 4)).toMatchObject({
      unitName: 'Xã Đăk Pnê',
      index: '84,71',
      toRating: {
        title: 'Lên mức Xuất sắc',
        text: 'Cần thêm ít nhất 4,97 điểm để chỉ số làm tròn đạt 90,00.',
        unreachable:
          'Bảng chỉ có điểm tổng, không có điểm từng tiêu chí, nên không chỉ ra được nội dung cần khắc phục.',
      },
      toRank: {
        title: 'Lên trên Xã Đăk Ruông',
        text: 'Cần thêm ít nhất 2,35 điểm để vượt chỉ số 87,20; bằng chỉ số thì chỉ đồng hạng.',
      },
    });
  });

  test('the first of seven has nothing above it', async () => {
    expect(await session.lift(sheet, 6)).toMatchObject({
      toRating: { title: null, text: 'Đơn vị đã ở mức xếp loại cao nhất.' },
      toRank: { title: null, text: 'Không có đơn vị nào đứng trên.' },
    });
  });
});

const TABLE = `
TT | Nội dung | Điểm tối đa | Xã An | Xã Bình | Xã Cát
1 | CHỈ ĐẠO | 100 | | |
1.1 | Nền nếp làm việc | 90 | 84 | 90 |
1.2 | Kế hoạch năm | 2 | 1 | 2 | 1
1.3 | Tuyên truyền | 1 | 0 | 0 | 1
1.4 | Kiểm tra | 2 | 0 | 0 | 1
1.5 | Báo cáo định kỳ | 3 | 2.5 | 0 | 1
1.6 | Sáng kiến | 2 | 1 | 0 | 1
`;
const CAUSES = `
Đơn vị | Mã | Tiêu chí | Nguyên nhân | Trách nhiệm
Xã An | 1.4 | Kiểm tra | Chưa kiểm tra | Văn phòng
Xã Bình | 1.3 | Tuyên truyền | Hình thức đơn điệu | Văn phòng
`;

describe('a sheet with criteria', () => {
  const { session, sheet } = opened(TABLE, { 'Nguyên nhân': CAUSES });

  test('names the losses that would do, with what they bring, and every loss with its gain', async () => {
    const lift = await session.lift(sheet, 0);
    expect(lift?.toRating).toMatchObject({
      text: 'Cần thêm ít nhất 1,5 điểm để chỉ số làm tròn đạt 90,00.',
      unreachable: null,
    });
    expect(
      lift?.toRating.sets.map(({ label, lost, after }) => [
        label,
        lost,
        after.index,
        after.change,
        after.rating,
        after.isRatingBetter,
        after.isRankBetter,
      ]),
    ).toEqual([
      ['1.4', '2', '90,50', '+2,00', 'Xuất sắc', true, false],
      ['1.1', '6', '94,50', '+6,00', 'Xuất sắc', true, true],
    ]);
    expect(lift?.toRank.sets.map(({ label }) => label)).toEqual(['1.1']);
    expect(lift?.losses.map(({ label, lost, gain, cause }) => [label.slice(0, 3), lost, gain, cause])).toEqual([
      ['1.1', '6', '6,00', null],
      ['1.4', '2', '2,00', 'Chưa kiểm tra'],
      ['1.2', '1', '1,00', null],
      ['1.3', '1', '1,00', null],
      ['1.6', '1', '1,00', null],
      ['1.5', '0,5', '0,50', null],
    ]);
  });

  test('shows at once what ticked losses would bring', async () => {
    const items = (await session.lift(sheet, 0))?.losses.map(({ item }) => item) ?? [];
    expect(await session.whatIf(sheet, 0, [])).toEqual({
      lost: '0',
      index: '88,50',
      change: '0,00',
      rating: 'Tốt',
      rank: 2,
      rankOf: 2,
      isRatingBetter: false,
      isRankBetter: false,
    });
    expect(await session.whatIf(sheet, 0, items)).toMatchObject({
      lost: '11,5',
      index: '100,00',
      change: '+11,50',
      rating: 'Xuất sắc',
      rank: 1,
      rankOf: 2,
      isRankBetter: true,
    });
  });

  test('has nothing to say of an undetermined unit or of a sheet that is not there', async () => {
    expect([
      await session.lift(sheet, 2),
      await session.whatIf(sheet, 2, [1]),
      await session.lift('Khác', 0),
      await session.whatIf('Khác', 0, []),
    ]).toEqual([null, null, null, null]);
  });

  test('offers causes of other units for the same criterion', async () => {
    const item = (await session.lift(sheet, 0))?.losses.find(({ label }) => label.startsWith('1.3'))?.item ?? -1;
    expect(await session.suggestedCauses(sheet, 0, item)).toEqual([
      { cause: 'Hình thức đơn điệu', times: 1, unitName: 'Xã Bình', isLastYears: false },
    ]);
    expect(await session.suggestedCauses('Khác', 0, item)).toEqual([]);
  });
});

test('a loss that the officer noted as beyond remedy is in no set, and the list says so', async () => {
  const plain = opened(TABLE.replace('84 | 90', '86 | 90'));
  const drawn = `TT | Đơn vị | Lĩnh vực | Mã | Tiêu chí | Điểm tối đa | Tự chấm | Thẩm định | Bị trừ | \
Nguyên nhân | Trách nhiệm | Cá nhân phụ trách | Giải trình | Giải pháp khắc phục | Thời hạn | Tình trạng | Ô
1 | Xã An | 1 CHỈ ĐẠO | 1.1 | Nền nếp làm việc | 90 | | 84 | 6 | | | | | | | Không khắc phục được | D3
2 | Xã An | 1 CHỈ ĐẠO | 1.4 | Kiểm tra | 2 | | 0 | 2 | | | | | | | không khắc phục được | D6`;
  const { session, sheet } = opened(TABLE, { 'Điểm bị trừ': drawn });
  const lift = await session.lift(sheet, 0);
  expect((await plain.session.lift(sheet, 0))?.losses.every(({ remediable }) => remediable)).toBe(true);
  expect(lift?.losses.filter(({ remediable }) => !remediable).map(({ label }) => label.slice(0, 3))).toEqual([
    '1.1',
    '1.4',
  ]);
  expect(lift?.toRating.sets.map(({ label }) => label)).toEqual([
    '1.2 và 1.5',
    '1.3 và 1.5',
    '1.5 và 1.6',
    '1.2 và 1.3',
    '1.2 và 1.6',
  ]);
  // 3,5 points can still be regained, with which the unit would only tie with 92,00.
  expect(lift?.toRank).toMatchObject({
    sets: [],
    unreachable: 'Khắc phục hết những nội dung còn khắc phục được vẫn chưa đủ.',
  });
});
