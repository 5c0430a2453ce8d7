/** The program's own sheets as the page shows them: as drawn, as long as they hold the computed results. */
import { expect, test } from '@jest/globals';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { createSession } from '../../../src/taskpane/worker/session';
import { grid } from '../../kit/grid';
import { open, workbookOf } from '../../kit/files/workbook-of';

/** 12 of 16 and 8 of 16. */
const TABLE = grid(
  `TT | Nội dung | Điểm tối đa | Xã A | Xã B
  1 | Chỉ đạo | 16 | 12 | 8
  1.1 | Kế hoạch | 8 | 8 | 0
  1.2 | Kiểm tra | 8 | 4 | 8`,
  { sheet: 'Bảng' },
);
const ALL = { top: 0, left: 0, bottom: 60, right: 30 };

async function computed() {
  const session = createSession(nodeCodec, () => undefined);
  session.open({ kind: 'bytes', bytes: await workbookOf([TABLE]) });
  const bytes = (await session.run({ kind: 'fill' }, false)).bytes!;
  return { session, bytes };
}

test('«Kết quả» has its columns, fills and decimals, and bars of the indices', async () => {
  const { session } = await computed();
  const { charts, widths } = await session.shape('Kết quả');
  const [units] = charts;
  expect(units?.bars.map(({ label, value }) => [label, value])).toEqual([
    ['Xã A', 75],
    ['Xã B', 50],
  ]);
  const cells = await session.cells('Kết quả', ALL);
  const index = cells.find(({ text }) => text === '75,00');
  expect(index?.look).toMatchObject({ bold: true, border: true, fill: null });
  expect(cells.find(({ text }) => text === 'Đơn vị')?.look).toMatchObject({ fill: '#D9E2F0', horizontal: 'center' });
  const name = cells.find(({ text }) => text === 'Xã A');
  expect(widths[name!.column]).toBeGreaterThan(widths[index!.column]!);
});

test('«Điểm bị trừ» has the colours of its weights, which the table has as marks', async () => {
  const { session } = await computed();
  const of = async (text: string) => (await session.cells('Điểm bị trừ', ALL)).filter((cell) => cell.text === text);
  expect((await of('Kiểm tra')).map(({ look }) => look?.fill)).toEqual(['#FFCB80']);
  expect((await of('Kế hoạch')).map(({ look }) => look?.fill)).toEqual(['#F5A56B']);
  expect((await session.cells('Bảng', ALL)).flatMap(({ mark, look }) => (mark ? [[mark, look]] : []))).toEqual([
    ['full', null],
    ['half', null],
  ]);
});

test('a sheet that no longer says what was computed is shown as plain cells', async () => {
  const { session, bytes } = await computed();
  const typed = open(bytes).apply([
    {
      sheet: 'Bảng',
      isNew: false,
      edits: [{ kind: 'cell', at: { row: 2, column: 3 }, content: { kind: 'number', value: '7' }, format: null }],
    },
  ]);
  session.open({ kind: 'bytes', bytes: typed });
  expect((await session.shape('Kết quả')).charts).toEqual([]);
  expect((await session.cells('Kết quả', ALL)).every(({ look }) => look === null)).toBe(true);
});

test('where the structure is locked, our sheets are a workbook of their own, in values', async () => {
  const { sheets } = open(await workbookOf([TABLE])).book;
  const locked = {
    kind: 'grids' as const,
    sheets: sheets.map((each) => ({ name: each.name, visibility: each.visibility, grid: each.grid() })),
  };
  const session = createSession(nodeCodec, () => undefined);
  session.open({ ...locked, structureLocked: true });
  expect((await session.plan({ kind: 'fill' })).edits.map(({ sheet }) => sheet)).toEqual(['Bảng']);
  const apart = open((await session.sheetsApart())!).book.sheets;
  expect(apart.map(({ name }) => name)).toEqual(['Điểm bị trừ', 'Kết quả']);
  const held = apart.flatMap((sheet) => sheet.grid().values.flatMap((row) => row ?? []));
  // 12 and 8 of 16; 4 points lost at 1.2, 8 at 1.1.
  expect(held).toEqual(expect.arrayContaining(['Xã A', 75, 'Xã B', 50, 'Kiểm tra', 4, 'Kế hoạch', 8]));
  expect(apart.map((sheet) => sheet.grid().formulas.size)).toEqual([0, 0]);
});
