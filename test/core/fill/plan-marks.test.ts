/** Fills and notes: the program's own are added and removed, the officer's stay. */
import { describe, expect, test } from '@jest/globals';
import { fromA1, keyOf, toA1 } from '../../../src/core/values/address';
import type { Diagnostic } from '../../../src/core/model/diagnostic';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { planClear, planEdits } from '../../../src/core/fill';
import { memoryHost } from '../../kit/memory/memory-host';
import { bookOf, grid, type GridExtras } from '../../kit/grid';
import { assessed, filled, planned, typed } from './planned';
import { subColumns } from './tables';

const table = (extras: GridExtras = {}): Grid =>
  grid(
    `
TT  | Nội dung | Điểm tối đa | Điểm đạt được
1   | THỂ CHẾ  | 4           | 3
1.1 | Văn bản  | 1           | 1
1.2 | Rà soát  | 3           | 2`,
    { sheet: 'Xã A', ...extras },
  );

const marks = (grids: readonly Grid[]): string[] =>
  planned(grids).flatMap(({ edits }) =>
    edits.flatMap((edit) => (edit.kind === 'mark' ? [`${toA1(edit.at)} ${edit.mark ?? 'none'}`] : [])),
  );
const notes = (grids: readonly Grid[]): string[] =>
  planned(grids).flatMap(({ edits }) =>
    edits.flatMap((edit) => (edit.kind === 'note' ? [`${toA1(edit.at)} ${edit.text ?? 'none'}`] : [])),
  );

const at = (a1: string) => fromA1(a1)!;
const diagnostic = (severity: Diagnostic['severity'], a1: readonly string[], message: string): Diagnostic => ({
  code: 'CCHC301',
  alias: 'mismatched-subtotal',
  severity,
  at: a1.map(at),
  unit: null,
  item: null,
  expected: null,
  actual: null,
  message,
  suggestions: [],
  follows: false,
  consequences: [],
});

/** Edits for the table with these faults added to its own deductions. */
function withFaults(sheet: Grid, ...diagnostics: Diagnostic[]) {
  const book = assessed([sheet]);
  const plan = planEdits(bookOf(sheet), { ...book, sheets: book.sheets.map((each) => ({ ...each, diagnostics })) });
  const edits = plan.flatMap((each) => each.edits);
  return {
    marks: Object.fromEntries(edits.flatMap((edit) => (edit.kind === 'mark' ? [[toA1(edit.at), edit.mark]] : []))),
    notes: Object.fromEntries(edits.flatMap((edit) => (edit.kind === 'note' ? [[toA1(edit.at), edit.text]] : []))),
  };
}

describe('marks', () => {
  test('a score that lost points is marked, a full one is not', () => {
    expect(marks([table()])).toEqual(['D4 deduction']);
  });

  describe('losses by their weight', () => {
    const losing = (...points: readonly number[]): Grid =>
      grid(
        `
TT  | Nội dung | Điểm tối đa | Điểm đạt được
1   | THỂ CHẾ  | 8           | ${points.reduce((sum, each) => sum + each, 0).toString()}
1.1 | Văn bản  | 4           | ${(points[0] ?? 0).toString()}
1.2 | Rà soát  | 4           | ${(points[1] ?? 0).toString()}`,
        { sheet: 'Xã A' },
      );

    test.each([
      [
        [3, 2],
        ['D3 deduction', 'D4 half'],
      ],
      [
        [2.25, 0],
        ['D3 deduction', 'D4 full'],
      ],
      [[1.75, 4], ['D3 half']],
    ])('points %p of 4 and 4 give %p', (points, wanted) => {
      expect(marks([losing(...points)])).toEqual(wanted);
    });

    test('the settings may ask for one colour, and marks of both kinds give way to each other', async () => {
      const kinds = ([sheet]: readonly Grid[]) => [...(sheet?.marks.values() ?? [])];
      const byWeight = await filled([losing(3, 0)]);
      expect(kinds(byWeight)).toEqual(['deduction', 'full']);
      const inOne = await filled(byWeight, { lossColours: 'one' });
      expect(kinds(inOne)).toEqual(['deduction', 'deduction']);
      expect(planned(inOne, { lossColours: 'one' })).toEqual([]);
      expect(kinds(await filled(inOne))).toEqual(['deduction', 'full']);
    });

    test('a cell that states two losses has the colour of the heavier', () => {
      expect(
        marks([
          grid(
            `
TT  | Nội dung | Điểm tối đa | Điểm đạt được
1   | THỂ CHẾ  | 8           | 3
1.1 | Văn bản  | 4           | 0
1.2 | Rà soát  | 4           | 3`,
            { sheet: 'Xã A', merges: ['D3:D4'] },
          ),
        ]).filter((each) => !each.includes('D4')),
      ).toEqual(['D3 full']);
    });
  });

  test('a mark that no longer holds is taken away', async () => {
    const [marked] = await filled([table()]);
    expect(marks([typed(marked!, 'D4', 3)])).toEqual(expect.arrayContaining(['D4 none']));
  });

  test('an error outshines a warning, a warning a deduction, and a note marks nothing', () => {
    const found = withFaults(
      table(),
      diagnostic('warning', ['D4', 'D3'], 'một'),
      diagnostic('error', ['D3'], 'hai'),
      diagnostic('note', ['C3'], 'ba'),
    );
    expect(found.marks).toEqual({ D4: 'warning', D3: 'error' });
  });

  test('a mark inside a merge is put on its first cell', () => {
    expect(withFaults(table({ merges: ['C3:D3'] }), diagnostic('warning', ['D3'], 'một')).marks).toMatchObject({
      C3: 'warning',
    });
  });
});

describe('notes', () => {
  test('say what was lost and that nobody wrote why', () => {
    expect(notes([table()])).toEqual(['D4 Chỉ số CCHC: bị trừ 1/3 điểm. Chưa ghi nguyên nhân.']);
  });

  test('say the cause that stands in its column', () => {
    const withCause = grid(
      `
TT  | Nội dung | Điểm tối đa | Điểm đạt được | Nguyên nhân
1   | THỂ CHẾ  | 4           | 2.75          |
1.1 | Văn bản  | 1           | 1             |
1.2 | Rà soát  | 3           | 1.75          | Báo cáo chậm 5 ngày`,
      { sheet: 'Xã A' },
    );
    expect(notes([withCause])).toEqual(['D4 Chỉ số CCHC: bị trừ 1,25/3 điểm. Nguyên nhân: Báo cáo chậm 5 ngày.']);
  });

  test('tell faults before the loss on the same cell', () => {
    expect(withFaults(table(), diagnostic('warning', ['D4'], 'Sai.')).notes).toEqual({
      D4: 'Chỉ số CCHC: Sai.\nbị trừ 1/3 điểm. Chưa ghi nguyên nhân.',
    });
  });

  test("an officer's note stays and ours is left out", () => {
    expect(notes([table({ notes: { D4: 'Nộp chậm' } })])).toEqual([]);
  });

  test("ours is replaced when the loss changes and removed when it is gone, the officer's never", async () => {
    const [noted] = await filled([table({ notes: { B2: 'Của tôi' } })]);
    expect(notes([typed(noted!, 'D4', 2.5)])).toEqual(
      expect.arrayContaining(['D4 Chỉ số CCHC: bị trừ 0,5/3 điểm. Chưa ghi nguyên nhân.']),
    );
    const all = notes([typed(typed(noted!, 'D4', 3), 'D2', 4)]);
    expect(all).toContain('D4 none');
    expect(all.filter((each) => each.startsWith('B2'))).toEqual([]);
  });

  test('losses are not told twice where a loss column stands beside the score', () => {
    const told = planned([subColumns()]).flatMap(({ edits }) =>
      edits.flatMap((edit) => (edit.kind === 'note' && edit.text?.includes('bị trừ') ? [edit.text] : [])),
    );
    expect(told).toEqual([]);
  });

  test('more than two thousand losses are marked but not noted', () => {
    const units = Array.from({ length: 1001 }, (_, unit) => `Xã ${unit + 1}`);
    const line = (head: string, cell: string): string => `${head} | ${units.map(() => cell).join(' | ')}`;
    const wide = (second: string): Grid =>
      grid(
        [
          `TT | Nội dung | Điểm tối đa | ${units.join(' | ')}`,
          line('1 | THỂ CHẾ | 4', ''),
          line('1.1 | Văn bản | 1', '0.5'),
          line('1.2 | Rà soát | 3', second),
        ].join('\n'),
        { sheet: 'Bảng tổng hợp' },
      );
    const count = (sheet: Grid, kind: 'mark' | 'note'): number =>
      planned([sheet])
        .flatMap(({ edits }) => edits)
        .filter((edit) => edit.kind === kind).length;
    expect([count(wide('2'), 'mark'), count(wide('2'), 'note'), count(wide('3'), 'note')]).toEqual([2002, 0, 1001]);
  });
});

describe('«Xóa đánh dấu»', () => {
  test("takes all our marks and notes away, leaves the officer's notes and every value", async () => {
    const before = table({ notes: { B2: 'Của tôi' } });
    const host = memoryHost(await filled([before]));
    const [marked] = host.grids();
    await host.applyEdits(planClear(await host.readBook()).edits);
    const [cleared] = host.grids();
    expect([marked!.marks.size, marked!.notes.size]).toEqual([1, 2]);
    expect(cleared).toEqual({ ...marked, marks: new Map(), notes: new Map([[keyOf(at('B2')), 'Của tôi']]) });
  });

  test('has nothing to do on a sheet without marks', () => {
    expect(planClear(bookOf(table({ notes: { D4: 'Nộp chậm' } }))).edits).toEqual([]);
  });
});
