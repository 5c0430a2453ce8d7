/**
 * A protected sheet or structure blocks only what it protects: everything else is planned, and what is left out is
 * reported once.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assessBook } from '../../../src/core/assess';
import { planClear, planFill, type LeftOut } from '../../../src/core/fill';
import { addressOfKey, toA1 } from '../../../src/core/values/address';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { ALL_LOCKED, isLockedIn, permitsAll } from '../../../src/core/model/workbook/protection';
import { grid, type GridExtras } from '../../kit/grid';
import { memoryHost, type MemoryOptions } from '../../kit/memory/memory-host';
import { lossColumns, mixedGroups, oneUnit, subColumns, unitsAsColumns, unitsAsRows } from './tables';

const withResults = (extras: GridExtras = {}): Grid =>
  grid(
    `
TT  | Nội dung        | Điểm tối đa | Xã A | Xã B
1   | THỂ CHẾ         | 4           | 3    | 4
1.1 | Văn bản         | 1           | 1    | 1
1.2 | Rà soát         | 3           | 2    | 3
    | Tổng điểm       |             |      |
    | Điểm tối đa áp dụng |         |      |
    | Chỉ số CCHC (%) |             |      |
    | Xếp loại        |             |      |
    | Xếp hạng        |             |      |`,
    { sheet: 'Bảng', ...extras },
  );

/** Runs three clicks: returns what each wrote and left out, and the sheets after the first. */
async function clicks(grids: readonly Grid[], options: MemoryOptions = {}) {
  const host = memoryHost(grids, options);
  const click = async () => {
    const book = await host.readBook();
    const plan = planFill(book, assessBook(book));
    await host.applyEdits(plan.edits);
    return plan;
  };
  const first = await click();
  const after = host.grids();
  return { first, after, second: await click(), third: await click() };
}

/** Makes the stored value of one formula differ from its result. */
function withStaleNumber(own: Grid): Grid {
  const values = own.values.map((row) => [...(row ?? [])]);
  for (const key of own.formulas.keys()) {
    const { row, column } = addressOfKey(key);
    if (typeof values[row]?.[column] !== 'number') continue;
    values[row][column] = 99;
    return { ...own, values };
  }
  throw new Error('no formula gives a number');
}

const contents = ({ first }: Awaited<ReturnType<typeof clicks>>, sheet: string): Record<string, string> =>
  Object.fromEntries(
    first.edits
      .filter((each) => each.sheet === sheet)
      .flatMap(({ edits }) => edits)
      .flatMap((edit): [string, string][] => {
        if (edit.kind !== 'cell') return [];
        const { content } = edit;
        const text =
          content.kind === 'formula' ? content.formula : content.kind === 'text' ? content.text : content.value;
        return [[toA1(edit.at), text]];
      }),
  );
const messages = (leftOut: readonly LeftOut[]): string[] => leftOut.map(({ message }) => message);

describe('a protected table', () => {
  test('keeps its locked cells, and sheets of our own are written all the same', async () => {
    const done = await clicks([withResults({ unlocked: [] })]);
    expect(done.first.edits.map(({ sheet, isNew }) => [sheet, isNew])).toEqual([
      ['Điểm bị trừ', true],
      ['Kết quả', true],
    ]);
    expect(messages(done.first.leftOut)).toEqual([
      'Trang tính «Bảng» đang được bảo vệ nên không ghi được 10 ô bị khóa (D5, D6, D7…), không đổi được màu 1 ô, ' +
        'không sửa được ghi chú ở 1 ô; phần không bị khóa vẫn được ghi, ' +
        'muốn ghi đủ thì bỏ bảo vệ (Xem lại › Bỏ bảo vệ trang tính) rồi tính lại.',
    ]);
    expect(done.second).toEqual({ edits: [], leftOut: done.first.leftOut });
  });

  test('has its unlocked cells filled, by formulas that name no cell which stays blank', async () => {
    const done = await clicks([withResults({ unlocked: ['D7:E8'] })]);
    const written = contents(done, 'Bảng');
    expect(Object.keys(written)).toEqual(['D7', 'D8', 'E7', 'E8']);
    expect(Object.values(written).join(' ')).not.toMatch(/\b[DE][569]\b/);
    expect(done.second.edits).toEqual([]);
  });

  test('gets no new line where its label is locked, so that no line without a name is left behind', async () => {
    const table = unitsAsColumns();
    const done = await clicks([{ ...table, protection: { ...ALL_LOCKED, columns: new Map([[3, false]]) } }]);
    expect(Object.keys(contents(done, table.sheet)).filter((a1) => Number(a1.slice(1)) > 7)).toEqual([]);
    expect(done.second.edits).toEqual([]);
  });

  test('is marked where looks may be changed, and gets notes where objects may', async () => {
    const kinds = async (permits: NonNullable<GridExtras['permits']>) =>
      (await clicks([withResults({ unlocked: [], permits })])).first.edits
        .filter(({ sheet }) => sheet === 'Bảng')
        .flatMap(({ edits }) => edits.map(({ kind }) => kind));
    expect(await kinds([])).toEqual([]);
    expect(await kinds(['formats'])).toEqual(['mark']);
    expect(await kinds(['notes'])).toEqual(['note']);
  });

  test('keeps its marks when they are to be cleared, and says so', () => {
    const marked = withResults({ unlocked: [], marks: { D4: 'deduction' } });
    const plan = planClear({ sheets: [{ name: 'Bảng', visibility: 'visible', grid: () => marked }] });
    expect(plan.edits).toEqual([]);
    expect(messages(plan.leftOut)).toEqual([expect.stringMatching(/^Trang tính «Bảng».*không đổi được màu 1 ô;/)]);
  });
});

describe('sheets of our own', () => {
  test('cannot be added to a locked structure: the table is filled, and that is said', async () => {
    const done = await clicks([withResults()], { structureLocked: true });
    expect(Object.keys(contents(done, 'Bảng'))).toHaveLength(10);
    expect(done.after.map(({ sheet }) => sheet)).toEqual(['Bảng']);
    expect(messages(done.first.leftOut)).toEqual([
      'Cấu trúc sổ tính đang được bảo vệ nên không thêm được trang tính «Điểm bị trừ», «Kết quả»; ' +
        'phần khác vẫn được ghi; điểm bị trừ và báo cáo lấy ra tệp riêng được bằng «Xuất…», muốn có trang tính đó ' +
        'thì bỏ bảo vệ (Xem lại › Bảo vệ sổ làm việc) rồi làm lại.',
    ]);
    expect(done.second).toEqual({ edits: [], leftOut: done.first.leftOut });
  });

  test.each(['Điểm bị trừ', 'Kết quả'])(
    '%s stays as it is where it is protected and no more up to date',
    async (name) => {
      const { after } = await clicks([withResults()]);
      const stale = after.map((each) =>
        each.sheet === name ? { ...withStaleNumber(each), protection: ALL_LOCKED } : each,
      );
      const done = await clicks(stale);
      expect(done.after.find(({ sheet }) => sheet === name)).toEqual(stale.find(({ sheet }) => sheet === name));
      expect(messages(done.first.leftOut)).toEqual([
        `Trang tính «${name}» đang được bảo vệ nên giữ nguyên như cũ; ` +
          'muốn cập nhật thì bỏ bảo vệ (Xem lại › Bỏ bảo vệ trang tính) rồi tính lại.',
      ]);
      expect(done.second).toEqual({ edits: [], leftOut: done.first.leftOut });
    },
  );

  test('that are protected and up to date are nothing to speak of', async () => {
    const { after } = await clicks([withResults()]);
    const done = await clicks(after.map((each) => ({ ...each, protection: ALL_LOCKED })));
    expect(done.first).toEqual({ edits: [], leftOut: [] });
  });
});

test('whatever is locked, no plan asks for it, and further clicks write nothing more and say the same', async () => {
  const tables = [oneUnit, unitsAsColumns, unitsAsRows, mixedGroups, subColumns, lossColumns, withResults];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...tables),
      fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
      fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
      fc.array(fc.nat(24 * 16), { maxLength: 30 }),
      fc.record({ formats: fc.boolean(), widths: fc.boolean(), notes: fc.boolean() }),
      async (table, columns, rows, cells, permits) => {
        const locked: Grid = {
          ...table(),
          protection: {
            ...permits,
            columns: new Map(columns.map((each, column) => [column, each] as const)),
            rows: new Map(rows.flatMap((each, row) => (each ? [] : [[row, false] as const]))),
            cells: new Map(cells.map((n) => [Math.floor(n / 16) * 16_384 + (n % 16), n % 3 === 0] as const)),
          },
        };
        const { first, second, third } = await clicks([locked]);
        for (const request of first.edits) {
          if (request.sheet === locked.sheet) expect(permitsAll(locked.protection ?? ALL_LOCKED, request)).toBe(true);
        }
        for (const { at } of first.leftOut) for (const each of at) expect(isLockedIn(locked, each)).toBe(true);
        // A partly filled column of losses is itself marked and reported; nothing else is new.
        const edits = second.edits.flatMap((request) => request.edits);
        expect(edits.filter(({ kind }) => kind !== 'mark' && kind !== 'note')).toEqual([]);
        expect(second.edits.filter(({ drawing }) => drawing)).toEqual([]);
        expect(second.leftOut.flatMap(({ at }) => at)).toEqual(first.leftOut.flatMap(({ at }) => at));
        expect(third).toEqual({ edits: [], leftOut: second.leftOut });
      },
    ),
    { numRuns: 60 },
  );
});
