/** The engine behind the page, without a page: the views, the plans, and that nothing is left half done. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessBook } from '../../../src/core/assess';
import { HostError } from '../../../src/hosts/host';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import type { EngineCalls, Step } from '../../../src/taskpane/worker/protocol';
import { createSession } from '../../../src/taskpane/worker/session';
import type { SettingsChange } from '../../../src/taskpane/worker/views';
import { ROOT } from '../../kit/programs/bundle';
import { grid } from '../../kit/grid';
import { twoAppraisals } from '../../kit/field/two-appraisals';
import { open, workbookOf } from '../../kit/files/workbook-of';
import type { BookView } from '../../../src/taskpane/worker/view-sheet';

const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(ROOT, 'assets', 'samples', `${name}.xlsx`)));

interface Opened {
  readonly session: EngineCalls;
  readonly view: BookView;
  readonly sheet: string;
  readonly steps: readonly Step[];
}

function openBytes(bytes: Uint8Array): Opened {
  const steps: Step[] = [];
  const session = createSession(nodeCodec, (step) => steps.push(step));
  const view = session.open({ kind: 'bytes', bytes });
  return { session, view, sheet: view.sheets[0]?.sheet ?? '', steps };
}

test('a workbook is shown with its units in order, its scale, and only what the screen needs', () => {
  const { view, session, sheet, steps } = openBytes(sample('don-vi-theo-cot'));
  const [first] = view.sheets;
  expect([first?.units.length, first?.itemCount, first?.settings.scaleFrom, first?.deductionCount]).toEqual([
    7,
    67,
    'default',
    201,
  ]);
  expect([...first!.units].sort((a, b) => a.order - b.order).map(({ index }) => index)).toEqual([
    '92,85',
    '90,51',
    '87,29',
    '87,20',
    '84,71',
    '81,88',
    '80,23',
  ]);
  const low = session.unit(sheet, 0).areas.filter(({ isLow }) => isLow);
  expect(low.every(({ share }) => share < 75)).toBe(true);
  expect(steps).toEqual(['open', 'assess']);
});

test('grids of another host give the same view as the file', async () => {
  const bytes = sample('mot-don-vi');
  const sheets = open(bytes).book.sheets.map(({ name, visibility, ...entry }) => ({
    name,
    visibility,
    grid: structuredClone(entry.grid()),
  }));
  const session = createSession(nodeCodec, () => undefined);
  expect(session.open({ kind: 'grids', sheets })).toEqual(openBytes(bytes).view);
  expect((await session.plan({ kind: 'fill' })).edits.length).toBeGreaterThan(0);
});

test('what totals alone are short of is said, and an area that does not apply is neither 0 nor unknown', async () => {
  const bytes = await workbookOf([
    grid(
      'TT | Đơn vị | Điểm tự chấm | Điểm thẩm định | Chỉ số\n' +
        '1 | Xã A | 83,5/97 | 75,42/94 | 80,23\n2 | Xã B | 88/93 | 81,18/93 | 87,29',
    ),
  ]);
  const [totals] = openBytes(bytes).view.sheets;
  // 94 − 75,42 = 18,58 and 93 − 81,18 = 11,82.
  expect([totals?.itemCount, totals?.deductionCount, totals?.lost]).toEqual([0, 0, { points: '30,4', units: 2 }]);
  const { session, sheet } = openBytes(
    await workbookOf([
      grid(
        'TT | Nội dung | Điểm tối đa | Xã A\n1 | Chỉ đạo | 10 | 8\n1.1 | Kế hoạch | 10 | 8\n' +
          '2 | Một cửa | 5 | KĐG\n2.1 | Quầy | 5 | KĐG',
      ),
    ]),
  );
  expect(
    session.unit(sheet, 0).areas.map(({ isApplicable, points, percent }) => [isApplicable, points, percent]),
  ).toEqual([
    [true, '8/10', '80,00'],
    [false, null, null],
  ]);
});

describe('deductions', () => {
  test('come in groups, cut where the screen ends, with sums of the whole', () => {
    const { session, sheet } = openBytes(sample('don-vi-theo-cot'));
    const ask = { sheet, search: '', withoutCause: false, unit: null, limit: 30 };
    const byUnit = session.deductions({ ...ask, by: 'unit' });
    expect([
      byUnit.total,
      byUnit.lost,
      byUnit.groups.length,
      byUnit.groups[0]?.rows.length,
      byUnit.groups[0]?.total,
    ]).toEqual([201, '89,18', 1, 30, 39]);
    expect(session.deductions({ ...ask, by: 'area', limit: 1000 }).groups.length).toBe(8);
    expect(session.deductions({ ...ask, by: 'cause', search: 'thống kê', limit: 1000 }).total).toBeGreaterThan(0);
    expect(session.deductions({ ...ask, by: 'unit', withoutCause: true }).total).toBe(0);
  });

  test('those without a cause are all told in the order of the list, also below the part that is shown', () => {
    const { session, sheet } = openBytes(sample('don-vi-theo-dong'));
    const ask = { sheet, search: '', withoutCause: false, unit: null };
    for (const by of ['unit', 'area'] as const) {
      const whole = session.deductions({ ...ask, by, limit: 1000 });
      const rows = whole.groups.flatMap((group) => group.rows);
      const left = rows.filter(({ cause, canWrite }) => cause === null && canWrite);
      expect(left.length).toBeGreaterThan(80);
      const cut = session.deductions({ ...ask, by, limit: 10 });
      expect(cut.groups.flatMap((group) => group.rows)).toHaveLength(10);
      expect(cut.open).toEqual(left.map(({ unit, item }) => ({ unit, item })));
    }
  });

  test('a cause goes into the column, or becomes a note where there is none, and is read back as a cause', async () => {
    const withColumn = openBytes(sample('mot-don-vi'));
    const row = withColumn.session.deductions({
      sheet: withColumn.sheet,
      by: 'area',
      search: '',
      withoutCause: false,
      unit: null,
      limit: 5,
    }).groups[0]!.rows[1]!;
    expect([row.hasColumn, row.canWrite]).toEqual([true, true]);
    await withColumn.session.run(
      { kind: 'cause', sheet: withColumn.sheet, unit: row.unit, item: row.item, text: '=1+1' },
      true,
    );
    expect(
      withColumn.session.deductions({
        sheet: withColumn.sheet,
        by: 'area',
        search: '=1+1',
        withoutCause: false,
        unit: null,
        limit: 5,
      }).total,
    ).toBe(1);

    const without = openBytes(sample('don-vi-theo-dong'));
    const bare = without.session.deductions({
      sheet: without.sheet,
      by: 'unit',
      search: '',
      withoutCause: true,
      unit: null,
      limit: 1,
    }).groups[0]!.rows[0]!;
    expect([bare.hasColumn, bare.canWrite]).toEqual([false, true]);
    const { bytes } = await without.session.run(
      { kind: 'cause', sheet: without.sheet, unit: bare.unit, item: bare.item, text: 'Chậm' },
      true,
    );
    expect(
      assessBook(open(bytes!).book).sheets[0]!.deductions.find(
        ({ unit, item }) => unit.position === bare.unit && item.position === bare.item,
      ),
    ).toMatchObject({ cause: 'Chậm', causeFrom: 'note' });
  });
});

test('a score that lost points leads to its line in «Điểm bị trừ» and back; other cells lead nowhere', async () => {
  const { session, sheet } = openBytes(sample('mot-don-vi'));
  const losses = () =>
    session
      .deductions({ sheet, by: 'area', search: '', withoutCause: false, unit: null, limit: 1000 })
      .groups.flatMap(({ rows }) => rows);
  expect(session.cell(sheet, losses()[0]!.at).counterpart).toBeNull();
  const { view } = await session.run({ kind: 'fill' }, false);
  const summary = view.summary!;
  const lines = losses().map(({ at, itemLabel }) => {
    const line = session.cell(sheet, at).counterpart!;
    expect(line.sheet).toBe(summary);
    expect(session.cell(summary, { row: line.at.row, column: 5 }).counterpart).toEqual({ sheet, at });
    const words = [3, 4].map((column) => session.cell(summary, { row: line.at.row, column }).text).join(' ');
    expect(words.replace(/\W+/gu, '')).toContain(itemLabel.replace(/\W+/gu, ''));
    return line.at.row;
  });
  expect(new Set(lines).size).toBe(lines.length);
  expect(
    [session.cell(sheet, { row: 0, column: 0 }), session.cell(summary, { row: 0, column: 0 })].map(
      ({ counterpart }) => counterpart,
    ),
  ).toEqual([null, null]);
});

describe('repairs', () => {
  test('a score that somebody entered stands in «Sửa tất cả» to be ticked, with what it says now', async () => {
    const table = grid(
      'TT | Nội dung | Điểm tối đa | Điểm thẩm định | Điểm bị trừ\n' +
        '1 | Công tác chỉ đạo | 4 | 3 | 1\n1.1 | Kế hoạch | 0.5 | 5 | 0\n1.2 | Báo cáo | 3.5 | 2.5 | 1',
      { sheet: 'Bảng' },
    );
    const { session, sheet } = openBytes(await workbookOf([table]));
    const repairs = session.repairs(sheet);
    expect(repairs.map(({ suggestions: [best] }) => best)).toMatchObject([
      { isSure: false, isProven: true, fixes: [{ at: { row: 2, column: 3 }, before: '5', value: '0.5' }] },
    ]);
  });

  test('the list for «Sửa tất cả» has no cell twice and offers no choice; applied, it is empty', async () => {
    const { session, sheet } = openBytes(sample('mot-don-vi'));
    const repairs = session.repairs(sheet);
    expect(repairs.every(({ suggestions }) => suggestions.length === 1)).toBe(true);
    const fixes = repairs.flatMap(({ suggestions }) => suggestions[0]!.fixes);
    expect(new Set(fixes.map(({ at }) => `${at.row}:${at.column}`)).size).toBe(fixes.length);
    await session.run({ kind: 'fix', sheet, fixes }, true);
    expect(session.repairs(sheet)).toEqual([]);
  });

  test('a second fill writes nothing, and clearing takes every mark away', async () => {
    const { session, sheet } = openBytes(sample('don-vi-theo-cot'));
    expect((await session.run({ kind: 'fill' }, false)).written).toBeGreaterThan(200);
    expect((await session.run({ kind: 'fill' }, false)).written).toBe(0);
    const marked = async (): Promise<number> =>
      (await session.cells(sheet, { top: 0, left: 0, bottom: 200, right: 60 })).filter(({ mark }) => mark !== null)
        .length;
    expect(await marked()).toBeGreaterThan(100);
    await session.run({ kind: 'clear' }, false);
    expect(await marked()).toBe(0);
  });

  test('a protected sheet stays as it was, sheets of our own are added, and what was not written is said', async () => {
    const table = grid(
      'TT | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ\n' +
        '1 | Công tác chỉ đạo | 2 | 1,5 | 1\n1.1 | Kế hoạch | 1 | 0,5 | \n' +
        '1.2 | Báo cáo | 1 | 1 | ',
      { sheet: 'Bảng' },
    );
    const { session, sheet } = openBytes(await workbookOf([table], ['Bảng']));
    const before = await session.shape(sheet);
    const { leftOut, bytes } = await session.run({ kind: 'fill' }, false);
    expect(leftOut.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Trang tính «Bảng» đang được bảo vệ/),
    ]);
    expect(await session.shape(sheet)).toEqual(before);
    expect(open(bytes!).book.sheets.map(({ name }) => name)).toEqual(['Bảng', 'Điểm bị trừ', 'Kết quả']);
    const again = await session.run({ kind: 'fill' }, false);
    expect([again.written, again.leftOut, again.bytes]).toEqual([0, leftOut, bytes]);
  });

  test('a repair of a locked cell is refused, and the workbook stays as it was', async () => {
    const { session, sheet } = openBytes(await workbookOf([grid('TT | Điểm\n1 | 2', { sheet: 'Bảng' })], ['Bảng']));
    const before = (await session.run({ kind: 'fix', sheet, fixes: [] }, false)).bytes;
    const fixes = [{ at: { row: 1, column: 1 }, value: '1' }];
    await expect(session.run({ kind: 'fix', sheet: 'Bảng', fixes }, false)).rejects.toThrow(HostError);
    expect((await session.run({ kind: 'fix', sheet, fixes: [] }, false)).bytes).toBe(before);
  });
});

test('a sheet at a glance: ratings counted, the mean of what is published, areas under the line', () => {
  const { session, sheet } = openBytes(sample('don-vi-theo-cot'));
  const overview = session.overview(sheet);
  // 92,85 + 90,51 + 87,29 + 87,20 + 84,71 + 81,88 + 80,23 = 604,67; divided by 7 it is 86,38.
  expect(overview?.allUnits).toMatchObject({ units: 7, undetermined: 0, mean: '86,38' });
  expect(overview?.allUnits.bands.map(({ units }) => units)).toEqual([2, 5, 0, 0, 0]);
  expect(overview?.lowest?.index).toBe('80,23');
  expect(overview?.lines.map(({ position }) => position)).toEqual([90, 80, 70, 50]);
  expect(overview?.rows.length).toBe(7);
  for (const { unit, areas } of overview?.rows ?? [])
    expect(areas.map(({ percent, isLow }) => [percent, isLow])).toEqual(
      session.unit(sheet, unit).areas.map(({ percent, isLow }) => [percent, isLow]),
    );
});

test('a cell that only says which unit or column is meant has no field: its text is no wrong value', async () => {
  const fields = async (text: string): Promise<Record<string, boolean>> => {
    const { session, sheet } = openBytes(await workbookOf([grid(text, { sheet: 'Bảng' })]));
    const page = session.issues({ sheet, severity: null, search: '', limit: 50 });
    return Object.fromEntries(
      page.groups.flatMap(({ code, cards }) => cards.map(({ field }) => [code, field !== null])),
    );
  };
  const notApplicable = await fields(
    `TT | Nội dung | Điểm tối đa | Xã A | Xã B
    1 | Chỉ đạo | 4 | 4 | 4
    2 | Một cửa | 6 | KĐG | 6`,
  );
  expect(notApplicable).toEqual({ CCHC120: false });
  const undecided = await fields(
    `TT | Nội dung | Điểm tối đa | Huyện chấm | Điểm kiểm tra lại
    1 | Chỉ đạo | 4 | 4 | 3
    2 | Một cửa | 6 | 5 | 5.5`,
  );
  expect(undecided).toMatchObject({ CCHC115: false });
  const alike = await fields(
    `TT | Nội dung | Điểm tối đa | Xã A | Xã A
    1 | Chỉ đạo | 4 | 4 | 4
    2 | Một cửa | 6 | 6 | 6`,
  );
  expect(alike).toMatchObject({ CCHC104: true });
});

test('a unit beside the mean of its sheet, and all sheets of the workbook together', async () => {
  const table = (sheet: string, names: string, points: string) =>
    grid(`TT | Nội dung | Điểm tối đa | ${names}\n1 | Chỉ đạo | 10 | ${points}`, { sheet });
  const { session } = openBytes(
    await workbookOf([table('Xã', 'Xã A | Xã B', '9 | 7'), table('Phường', 'Phường C', '9,5')]),
  );
  // (90 + 70) ÷ 2 = 80; with 95 of the other sheet 255 ÷ 3 = 85.
  expect(session.overview('Xã')?.book).toMatchObject({
    allSheets: { units: 3, mean: '85,00', undetermined: 0 },
    sheets: [
      { name: 'Xã', mean: '80,00' },
      { name: 'Phường', mean: '95,00' },
    ],
  });
  expect(session.unit('Xã', 0).peerMean).toEqual({ group: null, mean: '80,00', by: '10,00', way: 'up' });
  expect(session.unit('Xã', 1).peerMean).toEqual({ group: null, mean: '80,00', by: '10,00', way: 'down' });
  expect(session.unit('Phường', 0).peerMean).toBe(null);
});

describe('put right on the spot', () => {
  const TABLE =
    'TT | Nội dung | Điểm tối đa | Xã A | Xã B\n1 | Chỉ đạo | 10 | 14 | 7\n' +
    '1.1 | Kế hoạch | 6 | 10 | x\n1.2 | Kiểm tra | 4 | 4 | 3';

  test('what was found at one cell is one card, in a group of its rule, with whose cell it is', async () => {
    const { session, sheet } = openBytes(await workbookOf([grid(TABLE)]));
    const page = session.issues({ sheet, severity: null, search: '', limit: 50 });
    const cards = page.groups.flatMap((group) => group.cards);
    expect(page.total).toBe(cards.length);
    expect(new Set(cards.map(({ key }) => key)).size).toBe(cards.length);
    const above = cards.find(({ field }) => field?.at.row === 2 && field.at.column === 3);
    expect(above?.field).toEqual({
      at: { row: 2, column: 3 },
      text: '10',
      isFormula: false,
      place: { unitName: 'Xã A', itemLabel: '1.1 Kế hoạch', max: '6', isScore: true },
    });
    expect(cards.find(({ mark }) => mark !== null)).toMatchObject({ mark: 'x', key: 'E3' });
  });

  test('points are numbers however they are typed, a code stays as it is', async () => {
    const { session, sheet } = openBytes(await workbookOf([grid(TABLE)]));
    const at = (row: number, column: number) => ({ row, column });
    expect(session.scoreCells(sheet, [at(2, 3), at(2, 1), at(0, 3), at(1, 2)])).toEqual([true, false, false, false]);
    const { edits } = await session.plan({
      kind: 'type',
      sheet,
      cells: [
        { at: at(2, 3), text: ' 5,50 ' },
        { at: at(2, 4), text: 'KĐG' },
        { at: at(2, 0), text: '1.10' },
      ],
    });
    expect(edits[0]?.edits.map((edit) => (edit.kind === 'cell' ? edit.content : null))).toEqual([
      { kind: 'number', value: '5.5' },
      { kind: 'text', text: 'KĐG' },
      { kind: 'text', text: '1.10' },
    ]);
  });
});

describe('settings', () => {
  const change: SettingsChange = {
    places: 3,
    ties: 'competition',
    rankBy: 'rounded',
    notApplicable: 'x /',
    zero: '-',
    results: 'values',
    scale: [
      { label: 'Nhóm 1', from: '85,5', inclusive: true },
      { label: 'Nhóm 2', from: '60', inclusive: false },
      { label: 'Nhóm 3', from: '0', inclusive: true },
    ],
  };

  test('are written into a sheet of their own and read back just as they were chosen', async () => {
    const { session } = openBytes(sample('don-vi-theo-cot'));
    const { view, bytes } = await session.run({ kind: 'settings', change }, true);
    expect(view.sheets[0]!.settings).toMatchObject({ ...change, notYetScored: '', scaleFrom: 'workbook' });
    expect(open(bytes!).book.sheets.map(({ name }) => name)).toContain('Cấu hình');
    expect(openBytes(bytes!).view.sheets[0]!.settings).toEqual(view.sheets[0]!.settings);
  });

  test('are changed where they stand, a longer scale moves below the rest, an emptied one is as before', async () => {
    const { session } = openBytes(sample('don-vi-theo-cot'));
    await session.run({ kind: 'settings', change }, false);
    const longer = [...change.scale!.slice(0, 2), { label: 'Nhóm 2b', from: '50', inclusive: true }, change.scale![2]!];
    const { view } = await session.run(
      { kind: 'settings', change: { scale: longer, places: null, zero: '', ties: 'dense' } },
      true,
    );
    expect(view.sheets[0]!.settings).toMatchObject({
      scale: longer,
      places: null,
      zero: '',
      ties: 'dense',
      rankBy: 'rounded',
      notApplicable: 'x /',
    });
    const none = (await session.run({ kind: 'settings', change: { scale: [] } }, true)).view.sheets[0]!;
    expect([none.settings.scale, none.units[0]!.rating]).toEqual([[], null]);
  });
});

describe('how a table was read', () => {
  const table = `
TT | Nội dung | Điểm tối đa | Xã An | | Xã Bình |
 | | | Tự chấm | K | Tự chấm | K
'1' | CHỈ ĐẠO | 5 | 5 | 4 | 4 | 3
'1.1' | Kế hoạch | 2 | 2 | 1 | 2 | 1
'1.2' | Báo cáo | 3 | 3 | 3 | 2 | 2
 | Tổng | 5 | 5 | 4 | 4 | 3`;
  const openStated = async (stated: string): Promise<Opened> =>
    openBytes(await workbookOf([grid(table, { sheet: 'Huyện' }), grid(stated, { sheet: 'Cấu hình' })]));
  const columnsOf = ({ session, sheet }: Opened) => session.reading(sheet).tables[0]?.blocks[0]?.columns ?? [];

  test('columns under one heading are one choice, made for all of them', async () => {
    const opened = await openStated('Cột | K | điểm thẩm định');
    const own = columnsOf(opened).find(({ heading }) => heading === 'K');
    expect(own).toEqual({
      columns: [4, 6],
      letters: 'E, G',
      heading: 'K',
      role: 'appraised',
      meaning: 'điểm thẩm định của từng đơn vị',
      sure: 'sure',
      why: 'theo trang tính «Cấu hình»',
      headings: ['K'],
      narrower: [],
      isStated: true,
    });
    expect(opened.view.sheets[0]?.units.map(({ index }) => index)).toEqual(['80,00', '60,00']);
  });

  test('a column that was stated apart from the others is told apart, and named in full', async () => {
    const opened = await openStated('Cột | K | điểm thẩm định\nCột | Xã Bình / K | không dùng');
    expect(columnsOf(opened).map(({ letters, headings, narrower }) => [letters, headings, narrower])).toEqual([
      ['A', ['TT'], []],
      ['B', ['Nội dung'], []],
      ['C', ['Điểm tối đa'], []],
      // Xã Bình thereby loses its appraisal, which is asked about: its other column no longer matches that of Xã An.
      ['D', ['Xã An / Tự chấm'], []],
      ['E', ['Xã An / K'], []],
      ['F', ['Xã Bình / Tự chấm'], []],
      ['G', ['Xã Bình / K'], []],
    ]);
  });

  test('lines for single columns that one line for all of them would not outweigh are known', async () => {
    const opened = await openStated('Cột | Xã An / K | điểm thẩm định\nCột | Xã Bình / K | điểm thẩm định');
    expect(columnsOf(opened).at(-1)).toMatchObject({ headings: ['K'], narrower: ['Xã An / K', 'Xã Bình / K'] });
  });

  test('a sheet that asks says so, and sheets of other workbooks have no reading', async () => {
    const { view, session } = openBytes(await workbookOf([twoAppraisals()]));
    expect(view.sheets.map(({ isUndecided }) => isUndecided)).toEqual([true]);
    expect(session.reading('không có')).toEqual({ tables: [], unread: [] });
  });
});

describe('the grid', () => {
  test('gives merges from whichever window touches them, and text as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const sheets = [
      {
        name: 'Bảng',
        visibility: 'visible' as const,
        grid: grid(`${hostile} | b | c\nd | e | f\ng | h | 1`, {
          sheet: 'Bảng',
          merges: ['A1:B2'],
          notes: { C3: 'ghi chú' },
          marks: { C3: 'error' },
        }),
      },
    ];
    const session = createSession(nodeCodec, () => undefined);
    session.open({ kind: 'grids', sheets });
    expect(await session.cells('Bảng', { top: 1, left: 1, bottom: 1, right: 1 })).toMatchObject([
      { row: 0, column: 0, text: hostile, merge: { bottom: 1, right: 1 } },
    ]);
    expect(await session.cells('Bảng', { top: 2, left: 2, bottom: 5, right: 5 })).toMatchObject([
      { text: '1', mark: 'error', hasNote: true, isNumber: true },
    ]);
    expect(session.cell('Bảng', { row: 1, column: 1 })).toMatchObject({ at: { row: 0, column: 0 }, text: hostile });
    expect((await session.shape('Bảng')).heights.length).toBeGreaterThan(3);
    expect((await session.shape('không có')).heights.length).toBe(3);
  });
});

test('a finding is set aside with its reason in the workbook, found again there, and taken back', async () => {
  const { session, sheet, view } = openBytes(sample('mot-don-vi'));
  const list = () => session.issues({ sheet, severity: null, search: '', limit: 50 });
  const before = list();
  const loss = before.groups.flatMap(({ cards }) => cards).find(({ key }) => key === 'E8')!;
  const marks = loss.issues.map(({ mark }) => mark);
  const { bytes } = await session.run(
    { kind: 'settings', change: { setAside: { marks, reason: 'Sở đã xác nhận' } } },
    true,
  );
  const kept = list();
  expect(kept.groups.flatMap(({ cards }) => cards).some(({ key }) => key === 'E8')).toBe(false);
  expect([kept.total, kept.aside.map(({ key, issues }) => [key, issues[0]?.setAside])]).toEqual([
    before.total - 1,
    [['E8', 'Sở đã xác nhận']],
  ]);
  const again = openBytes(bytes!);
  const counted = ({ counts }: BookView['sheets'][number]): number => counts.error + counts.warning + counts.note;
  expect(counted(again.view.sheets[0]!)).toBe(counted(view.sheets[0]!) - marks.length);
  await again.session.run({ kind: 'settings', change: { setAside: { marks, reason: null } } }, true);
  const back = again.session.issues({ sheet, severity: null, search: '', limit: 50 });
  expect([back.total, back.aside]).toEqual([before.total, []]);
});
