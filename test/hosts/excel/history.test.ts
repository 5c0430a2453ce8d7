/**
 * «Hoàn tác» reverts a whole command, several commands one after the other; if Excel supports it, one step of Excel's
 * own undo is one command.
 */
import { describe, expect, test } from '@jest/globals';
import { cellKey } from '../../../src/core/values/address';
import { excelHost, type ExcelHost } from '../../../src/hosts/excel/excel-host';
import { HostError } from '../../../src/hosts/host';
import { drawing, drawnCell, drawnRow } from '../../kit/drawings';
import { cell, mark, note, number, onSheet } from '../../kit/edits';
import { withFormat } from '../../kit/excel/formats';
import { simulatedExcel, type ExcelOptions, type SimulatedExcel } from '../../kit/excel/simulated-excel';
import { grid } from '../../kit/grid';

const SHEET = 'Kết quả';
const drawn = (...words: readonly string[]) => drawing(words.map((word) => drawnRow([drawnCell(word)])));

async function start(options: Partial<ExcelOptions> = {}): Promise<{ excel: SimulatedExcel; host: ExcelHost }> {
  const excel = simulatedExcel({ grids: [grid('a | 1\nb | 2', { sheet: 'Bảng' })], ...options });
  await excel.install();
  return { excel, host: excelHost() };
}
const valueOf = (excel: SimulatedExcel, row: number, column: number): unknown =>
  excel.sheet('Bảng').cells.get(cellKey(row, column))?.value;
const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const refusal: unknown = await work.then(
    () => 'no refusal',
    (error: unknown) => error,
  );
  return refusal instanceof HostError ? refusal.alias : String(refusal);
};
/** A repair, then filled results: the same cell twice, marks, a note, a drawn sheet. */
const command = (host: ExcelHost, isNew = true): Promise<void> =>
  host.group(async () => {
    await host.applyEdits(onSheet('Bảng', cell('B1', number('5')), mark('B1', 'error')));
    await host.readBook();
    await host.applyEdits([
      ...onSheet(
        'Bảng',
        cell('B1', number('6')),
        cell('C1', number('7')),
        mark('B1', null),
        note('B1', 'Chỉ số CCHC: x'),
      ),
      { sheet: SHEET, isNew, edits: [], drawing: drawn('một', 'hai') },
    ]);
  });

describe('undo', () => {
  test('takes a command of several writes back at once, and the command before it after that', async () => {
    const { excel, host } = await start();
    const before = excel.state();
    await host.applyEdits(onSheet('Bảng', cell('B2', number('9'))));
    const between = excel.state();
    await command(host);
    expect([valueOf(excel, 0, 1), excel.book.sheets.length]).toEqual([6, 2]);
    await host.undo();
    expect([excel.state(), host.canUndo()]).toEqual([between, true]);
    await host.undo();
    expect([excel.state(), host.canUndo()]).toEqual([before, false]);
  });

  test('takes sheets that were drawn twice by a command back to what they were before it', async () => {
    const { excel, host } = await start();
    await host.applyEdits([{ sheet: SHEET, isNew: true, edits: [], drawing: drawn('đầu') }]);
    const before = excel.state();
    await host.group(async () => {
      await host.applyEdits([{ sheet: SHEET, isNew: false, edits: [], drawing: drawn('một', 'hai') }]);
      await host.readBook();
      await host.applyEdits([{ sheet: SHEET, isNew: false, edits: [], drawing: drawn('một', 'hai', 'ba', 'bốn') }]);
    });
    await host.undo();
    expect(excel.state()).toEqual(before);
  });

  test.each([
    ['Bảng', 'B1'],
    ['Bảng', 'C1'],
    [SHEET, 'A2'],
    [SHEET, 'D9'],
  ])('is refused where %s was edited at %s since, and leaves everything as it is', async (sheet, a1) => {
    const { excel, host } = await start();
    await command(host);
    excel.type(sheet, a1, 'gõ thêm');
    const now = excel.state();
    expect(await refusalOf(host.undo())).toBe('changed-sheet');
    expect(excel.state()).toEqual(now);
  });

  test('that fails half way can be done again', async () => {
    const { excel, host } = await start();
    const before = excel.state();
    await command(host);
    excel.failAt(4);
    expect(await refusalOf(host.undo())).toBe('half-written');
    expect(host.canUndo()).toBe(true);
    await host.undo();
    expect([excel.state(), host.canUndo()]).toEqual([before, false]);
  });

  test('of a sheet that was protected since writes nothing, and goes once it is open again', async () => {
    const { excel, host } = await start();
    const before = excel.state();
    await command(host);
    excel.sheet('Bảng').protected = true;
    const now = excel.state();
    expect([await refusalOf(host.undo()), excel.state()]).toEqual(['protected-sheet', now]);
    excel.sheet('Bảng').protected = false;
    await host.undo();
    expect(excel.state()).toEqual(before);
  });

  test('keeps the last twenty commands', async () => {
    const { host } = await start();
    for (let n = 0; n < 22; n++) {
      await host.readBook();
      await host.applyEdits(onSheet('Bảng', cell('C1', number(n.toString()))));
    }
    let steps = 0;
    for (; host.canUndo(); steps++) await host.undo();
    expect(steps).toBe(20);
  });
});

describe('undo of notes', () => {
  const noteOf = (excel: SimulatedExcel, key: number): string | undefined =>
    excel.sheet('Bảng').notes.get(key)?.content;
  const withNotes = (host: ExcelHost): Promise<void> =>
    host.applyEdits(
      onSheet('Bảng', note('A1', 'Chỉ số CCHC: x'), note('B2', 'Chỉ số CCHC: x'), cell('B2', number('9'))),
    );

  test('that others wrote over meanwhile leaves theirs, and takes everything else back', async () => {
    const { excel, host } = await start();
    await withNotes(host);
    excel.sheet('Bảng').notes.set(cellKey(0, 0), { content: 'Chỉ số CCHC: x, đã xem lại', author: 'Cán bộ' });
    await host.undo();
    expect([noteOf(excel, cellKey(0, 0)), noteOf(excel, cellKey(1, 1)), valueOf(excel, 1, 1)]).toEqual([
      'Chỉ số CCHC: x, đã xem lại',
      undefined,
      2,
    ]);
  });

  test('of which one was deleted and another cell got the same by hand leaves that one', async () => {
    const { excel, host } = await start();
    await withNotes(host);
    const { notes } = excel.sheet('Bảng');
    notes.delete(cellKey(0, 0));
    notes.set(cellKey(1, 0), { content: 'của cán bộ', author: 'Cán bộ' });
    await host.undo();
    expect([...notes.keys()]).toEqual([cellKey(1, 0)]);
  });

  test('does not break off where a note was put on a cell that had one of ours before', async () => {
    const { excel, host } = await start({
      grids: [grid('a | 1', { sheet: 'Bảng', notes: { A1: 'Chỉ số CCHC: cũ' } })],
    });
    await host.applyEdits(onSheet('Bảng', note('A1', null)));
    excel.sheet('Bảng').notes.set(cellKey(0, 0), { content: 'của cán bộ', author: 'Cán bộ' });
    await host.undo();
    expect(noteOf(excel, cellKey(0, 0))).toBe('của cán bộ');
  });
});

describe('undo on the web', () => {
  /** Texts of 200 letters in 4,800 cells, each with another look: more than one request holds. */
  const long = (n: number): string => `${n.toString()} ${'Nội dung dài của cán bộ '.repeat(9)}`;
  const rich = Array.from({ length: 480 }, (_, row) =>
    Array.from({ length: 10 }, (__, column) => long(row * 10 + column)).join(' | '),
  ).join('\n');

  test('goes in as many requests as it needs, none of them too large', async () => {
    const excel = simulatedExcel({
      grids: [grid(rich, { sheet: 'Bảng' })],
      platform: 'OfficeOnline',
      limit: 5_242_880,
    });
    await excel.install();
    const sheet = excel.sheet('Bảng');
    for (const [key, each] of sheet.cells)
      sheet.cells.set(key, {
        ...each,
        format: withFormat(each.format, { font: { name: `Phông chữ ${(key % 97).toString()}`, color: '#112233' } }),
      });
    const host = excelHost();
    const before = excel.state();
    const columns = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
    for (const part of [columns.slice(0, 5), columns.slice(5)])
      await host.group(async () => {
        await host.readBook();
        const all = part.flatMap((column) =>
          Array.from({ length: 480 }, (_, row) => cell(`${column}${(row + 1).toString()}`, number('1'), 'A1')),
        );
        await host.applyEdits(onSheet('Bảng', ...all));
      }, part[0] !== 'A');
    excel.forget();
    await host.undo();
    expect(excel.state()).toEqual(before);
    expect(excel.exchanges.filter(({ writes }) => writes).length).toBeGreaterThan(1);
    expect(Math.max(...excel.exchanges.map(({ requestBytes }) => requestBytes))).toBeLessThan(5_242_880);
  });
});

describe('a command that fails', () => {
  test('in its second write takes the first one back', async () => {
    const { excel, host } = await start();
    const before = excel.state();
    excel.failLater(1, 3);
    expect(await refusalOf(command(host))).toBe('failed-write');
    expect([excel.state(), host.canUndo()]).toEqual([before, false]);
  });

  test('for a reason of its own takes back what it wrote, and says its own reason', async () => {
    const { excel, host } = await start();
    const before = excel.state();
    const own = new Error('hủy');
    await expect(
      host.group(async () => {
        await host.applyEdits(onSheet('Bảng', cell('B1', number('5'))));
        throw own;
      }),
    ).rejects.toBe(own);
    expect([excel.state(), host.canUndo()]).toEqual([before, false]);
  });
});

describe("one step of Excel's own undo", () => {
  /** Records the options that Excel.run receives; clients newer than the one on npm pass them on to Excel. */
  async function spied(
    options: Partial<ExcelOptions>,
  ): Promise<{ excel: SimulatedExcel; host: ExcelHost; runs: boolean[] }> {
    const started = await start(options);
    const runs: boolean[] = [];
    const original = Excel.run.bind(Excel) as (...given: unknown[]) => Promise<unknown>;
    (Excel as unknown as { run: unknown }).run = (...given: unknown[]) => {
      runs.push((given[0] as { mergeUndoGroup?: boolean }).mergeUndoGroup === true);
      return original(...given);
    };
    return { ...started, runs };
  }

  test('is a whole command, where Excel can: all of it in one run', async () => {
    const { host, runs, excel } = await spied({ excelApi: '1.20' });
    await command(host);
    expect([runs, valueOf(excel, 0, 1)]).toEqual([[true], 6]);
    await host.undo();
    expect(valueOf(excel, 0, 1)).toBe(1);
  });

  test.each<[string, Partial<ExcelOptions>]>([
    ['an Excel before ExcelApi 1.20', { excelApi: '1.19' }],
    ['Excel on the web, where it is reported to fail', { excelApi: '1.20', platform: 'OfficeOnline' }],
  ])('is not asked of %s', async (_, options) => {
    const { host, runs, excel } = await spied(options);
    await command(host);
    expect([new Set(runs), valueOf(excel, 0, 1)]).toEqual([new Set([false]), 6]);
  });

  test('is done without, from then on, where it fails', async () => {
    const { host, runs, excel } = await spied({ excelApi: '1.20' });
    excel.failAt(5);
    await command(host);
    expect([runs[0], runs.slice(1).some((each) => each), valueOf(excel, 0, 1)]).toEqual([true, false, 6]);
    runs.length = 0;
    await host.readBook();
    await command(host, false);
    expect(new Set(runs)).toEqual(new Set([false]));
  });
});
