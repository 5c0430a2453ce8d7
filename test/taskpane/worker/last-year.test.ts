/** This year compared with last year's file or sheet, as the page shows it: by percent, never by points. */
import { describe, expect, test } from '@jest/globals';
import { HostError } from '../../../src/hosts/host';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { arrangeUnits } from '../../../src/taskpane/components/arrange-units';
import { createSession } from '../../../src/taskpane/worker/session';
import { grid } from '../../kit/grid';
import { workbookOf } from '../../kit/files/workbook-of';

/** Published: area 1 had 7,5/12 = 62,5 % and then 6,46/10 = 64,6 %, fewer points but a higher percentage. */
const THEN = grid(
  'TT | Nội dung | Điểm tối đa | UBND xã Đăk Kôi | UBND xã Đăk Pnê | UBND xã Cũ\n' +
    '1 | Công tác chỉ đạo | 12 | 7,5 | 12 | 1\n2 | Cải cách thể chế | 8 | 8 | 8 | 1',
  { sheet: 'Năm 2021' },
);
const NOW = grid(
  'TT | Nội dung | Điểm tối đa | UBND xã Đăk Kôi | UBND xã Đăk Pnê | UBND xã Mới\n' +
    '1 | Công tác chỉ đạo | 10 | 6,46 | 8 | 10\n2 | Cải cách thể chế | 10 | 10 | 10 | 10',
  { sheet: 'Năm 2022' },
);

const plain = (sheets: readonly ReturnType<typeof grid>[]) => ({
  kind: 'grids' as const,
  sheets: sheets.map((each) => ({ name: each.sheet, visibility: 'visible' as const, grid: each })),
});

function started(sheets: readonly ReturnType<typeof grid>[]) {
  const session = createSession(nodeCodec, () => undefined);
  session.open(plain(sheets));
  return session;
}

describe('last year', () => {
  test('each unit found there has its change in percent points; a new one has none and comes last', async () => {
    const session = started([NOW]);
    const view = session.compare({ kind: 'bytes', name: '2021.xlsx', bytes: await workbookOf([THEN]) });
    expect(view.previous).toEqual({ name: '2021.xlsx', isRead: true, notes: [] });
    const [sheet] = view.sheets;
    expect(sheet?.comparedUnits).toBe(2);
    // 16,46/20 = 82,3 after 15,5/20 = 77,5; 18/20 = 90 after 20/20 = 100.
    expect(sheet?.units.map(({ change }) => change)).toEqual([
      { before: '77,5', by: '+4,80', way: 'up' },
      { before: '100', by: '−10,00', way: 'down' },
      null,
    ]);
    expect(session.unit('Năm 2022', 0).areas.map(({ change }) => change)).toEqual([
      { before: '62,5', by: '+2,10', way: 'up' },
      { before: '100', by: '0,00', way: 'same' },
    ]);
    const order = (sort: 'changeUp' | 'changeDown') =>
      arrangeUnits(sheet!.units, { sort, isGrouped: false, search: '' }).groups.flatMap(({ units }) =>
        units.map(({ name }) => name),
      );
    expect(order('changeUp')).toEqual(['UBND xã Đăk Kôi', 'UBND xã Đăk Pnê', 'UBND xã Mới']);
    expect(order('changeDown')).toEqual(['UBND xã Đăk Pnê', 'UBND xã Đăk Kôi', 'UBND xã Mới']);
  });

  test('a sheet of the same workbook serves as well, and is not compared with itself', () => {
    const session = started([NOW, THEN]);
    const { sheets } = session.compare({ kind: 'sheet', name: 'Năm 2021' });
    expect(sheets.map(({ sheet, comparedUnits }) => [sheet, comparedUnits])).toEqual([
      ['Năm 2022', 2],
      ['Năm 2021', null],
    ]);
    expect(sheets[0]?.units[0]?.change?.by).toBe('+4,80');
    expect(session.compare(null).sheets[0]?.units[0]?.change).toBeNull();
  });

  test('this year’s sheet is shown first, wherever last year’s stands', () => {
    const session = started([]);
    expect(session.open(plain([THEN, NOW])).first).toBe('Năm 2022');
  });

  test('what cannot be read is said, and the comparison that stood before stays', () => {
    const session = started([NOW, THEN]);
    session.compare({ kind: 'sheet', name: 'Năm 2021' });
    expect(() => session.compare({ kind: 'bytes', name: 'x.xlsx', bytes: new Uint8Array([1, 2, 3]) })).toThrow(
      HostError,
    );
    expect(session.open(plain([NOW, THEN])).sheets[0]?.units[0]?.change?.by).toBe('+4,80');
  });

  test('a table of a later year is refused, and nothing is compared with it', async () => {
    const session = started([THEN]);
    const later = await workbookOf([NOW]);
    expect(() => session.compare({ kind: 'bytes', name: '2022.xlsx', bytes: later })).toThrow(
      'Bảng dùng để so sánh ghi năm 2022, sau năm 2021 đang xét',
    );
    expect(session.open(plain([THEN])).previous).toBeNull();
  });

  test('a repaired score changes the comparison, and a worker that was replaced still knows last year', async () => {
    const session = started([]);
    session.reopen(
      { kind: 'bytes', bytes: await workbookOf([NOW]) },
      { kind: 'bytes', name: '2021.xlsx', bytes: await workbookOf([THEN]) },
    );
    const { view } = await session.run(
      { kind: 'fix', sheet: 'Năm 2022', fixes: [{ at: { row: 1, column: 3 }, value: '7.5' }] },
      false,
    );
    // 17,5/20 = 87,5.
    expect(view.sheets[0]?.units[0]?.change).toEqual({ before: '77,5', by: '+10,00', way: 'up' });
  });
});
