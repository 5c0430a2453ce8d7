/**
 * The ribbon's functions with Microsoft's genuine office.js: received at once, executed by the pane, none lost and none
 * executed twice.
 */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessBook } from '../../src/core/assess';
import { cellKey, fromA1, toA1 } from '../../src/core/values/address';
import { DEDUCTION_SHEET_NAMES } from '../../src/core/model/deduction-sheet';
import { planClear, planEdits } from '../../src/core/fill';
import { excelHost } from '../../src/hosts/excel/excel-host';
import { nodeCodec } from '../../src/hosts/xlsx-file/zip/codec-node';
import { listenToRibbon, type Ribbon } from '../../src/taskpane/commands';
import { startEngine } from '../../src/taskpane/worker/client';
import type { Answer, Call } from '../../src/taskpane/worker/protocol';
import { createSession } from '../../src/taskpane/worker/session';
import { excelDoor } from '../../src/taskpane/excel-door';
import { createPane, type Pane } from '../../src/taskpane/pane';
import { TEXT } from '../../src/taskpane/text/text';
import { ROOT } from '../kit/programs/bundle';
import { cellsOfBook, cellsOfExcel, toldBy } from '../kit/cells-of';
import { simulatedExcel, type ExcelOptions, type SimulatedExcel } from '../kit/excel/simulated-excel';
import { grid } from '../kit/grid';
import { twoAppraisals } from '../kit/field/two-appraisals';
import { SELF_SCORED } from '../kit/files/sent-files';
import { open, workbookOf } from '../kit/files/workbook-of';

const SAMPLE = open(new Uint8Array(readFileSync(join(ROOT, 'assets', 'samples', 'don-vi-theo-cot.xlsx'))));
const GRIDS = SAMPLE.book.sheets.map((sheet) => sheet.grid());
const FILLED = open(SAMPLE.apply(planEdits(SAMPLE.book, assessBook(SAMPLE.book))));
const [SHEET] = GRIDS.map(({ sheet }) => sheet);
const [SUMMARY] = DEDUCTION_SHEET_NAMES;

interface Started {
  readonly excel: SimulatedExcel;
  readonly pane: Pane;
  readonly ribbon: Ribbon;
  /** Presses a button and waits until the pane is idle. */
  readonly press: (name: string) => Promise<void>;
}

async function start(options: Partial<ExcelOptions> = {}): Promise<Started> {
  const excel = simulatedExcel({ grids: GRIDS, ...options });
  excel.tell(toldBy(FILLED.book));
  await excel.install();
  const ribbon = listenToRibbon(Office);
  const engine = startEngine(() => {
    const calls = createSession(nodeCodec, () => undefined) as unknown as Record<
      string,
      (...args: readonly unknown[]) => unknown
    >;
    const worker = {
      onmessage: null as ((event: MessageEvent<Answer>) => void) | null,
      onerror: null,
      postMessage: ({ id, method, args }: Call) => {
        const run = async (): Promise<void> => {
          const value = await calls[method]!(...args);
          worker.onmessage?.({ data: { id, kind: 'value', value } } as MessageEvent<Answer>);
        };
        setImmediate(() => void run());
      },
      terminate: () => undefined,
    };
    return worker;
  });
  const pane = createPane(engine, excelDoor(excelHost(), engine));
  return {
    excel,
    pane,
    ribbon,
    press: async (name) => {
      await excel.click(name);
      await rest(pane);
    },
  };
}

/** Waits several turns without work, so that queued commands have started. */
async function rest(pane: Pane): Promise<void> {
  for (let quiet = 0; quiet < 10; quiet++) {
    await new Promise((resolve) => {
      setTimeout(resolve, 3);
    });
    if (pane.state().busy) quiet = 0;
  }
}

describe('the ribbon', () => {
  test('a click while the pane is still loading is answered at once, waits, and is carried out once', async () => {
    const { excel, pane, ribbon } = await start();
    excel.forget();
    await excel.click('calculateIndex');
    expect(excel.exchanges).toHaveLength(0);
    expect(ribbon.attend(pane)).toBe(true);
    await rest(pane);
    excel.state();
    expect(cellsOfExcel(excel.book)).toEqual(cellsOfBook(FILLED.book));
    expect(pane.state().notice?.kind).toBe('success');
    expect(excel.book.pane).toBe('Visible');
    // Read, write, and read the results: nothing is read before the command, which reads anyway.
    expect(excel.exchanges.length).toBeLessThanOrEqual(6);
  }, 30_000);

  test('«Tính chỉ số» a second time writes nothing; «Xóa đánh dấu» takes away what clearing a file does', async () => {
    const { excel, pane, ribbon, press } = await start();
    expect(ribbon.attend(pane)).toBe(false);
    await press('calculateIndex');
    excel.forget();
    await press('calculateIndex');
    expect(excel.exchanges.some(({ writes }) => writes)).toBe(false);
    expect(pane.state().notice?.text).toBe(TEXT.noChange);
    await press('clearMarks');
    excel.state();
    expect(cellsOfExcel(excel.book)).toEqual(cellsOfBook(open(FILLED.apply(planClear(FILLED.book).edits)).book));
  }, 30_000);

  test('«Kiểm tra» reads what was typed since, shows «Lỗi» and writes nothing', async () => {
    const { excel, pane, ribbon, press } = await start();
    ribbon.attend(pane);
    await pane.load();
    const before = pane.state().view?.sheets[0]?.counts;
    excel.type(SHEET!, 'C12', 'abc');
    const state = excel.state();
    excel.forget();
    await press('checkSheet');
    expect(pane.state().tab).toBe('issues');
    expect(pane.state().view?.sheets[0]?.counts).not.toEqual(before);
    expect(excel.exchanges.some(({ writes }) => writes)).toBe(false);
    expect(excel.state()).toEqual(state);
    expect(excel.book.pane).toBe('Visible');
  });

  test('«Điểm bị trừ» goes to our sheet of deductions, and computes first where there is none yet', async () => {
    const { excel, pane, ribbon, press } = await start();
    ribbon.attend(pane);
    await press('goToDeductions');
    expect([excel.book.active, excel.book.selected, pane.state().notice?.kind]).toEqual([SUMMARY, 'A1', 'success']);
    excel.goTo(SHEET!, 'C5');
    excel.forget();
    await press('goToDeductions');
    expect([excel.book.active, excel.exchanges.filter(({ writes }) => writes).length]).toEqual([SUMMARY, 0]);
  }, 30_000);

  test('on a score that lost points, «Điểm bị trừ» goes to the line that speaks of it', async () => {
    const { excel, ribbon, pane, press } = await start();
    ribbon.attend(pane);
    await press('calculateIndex');
    const summary = excel.book.sheets.find(({ name }) => name === SUMMARY)!;
    for (const { at } of assessBook(FILLED.book).sheets[0]!.deductions.slice(40, 43)) {
      excel.goTo(SHEET!, toA1(at));
      await press('goToDeductions');
      const row = fromA1(excel.book.selected)!.row;
      const formulas = Array.from(
        { length: 20 },
        (_, column) => summary.cells.get(cellKey(row, column))?.formula ?? '',
      );
      expect(excel.book.active).toBe(SUMMARY);
      expect(formulas.filter((formula) => formula.endsWith(`!${toA1(at)}`))).toHaveLength(1);
    }
  }, 30_000);

  test('«Điểm bị trừ» goes to the second name where the first is taken, to the pane where it is refused', async () => {
    const taken = await start({ grids: [...GRIDS, { ...grid('Của riêng tôi'), sheet: 'Điểm bị trừ' }] });
    taken.ribbon.attend(taken.pane);
    await taken.press('goToDeductions');
    expect(taken.excel.book.active).toBe('Điểm bị trừ CCHC');
    const refused = await start({ structureProtected: true });
    refused.ribbon.attend(refused.pane);
    await refused.press('goToDeductions');
    expect([refused.pane.state().tab, refused.excel.book.pane, refused.pane.state().notice?.code]).toEqual([
      'deductions',
      'Visible',
      'CCHC901',
    ]);
  }, 30_000);

  test('on a cell, the pane shows what the unit of that cell lost', async () => {
    const { excel, pane, ribbon, press } = await start();
    ribbon.attend(pane);
    await pane.load();
    const units = pane.state().view!.sheets[0]!.units;
    for (const { unit, at } of [units[0]!, units[2]!]) {
      excel.goTo(SHEET!, toA1({ row: at.row + 4, column: at.column }));
      await press('showDeductionsOfCell');
      expect([pane.state().tab, pane.state().deductionsOf, excel.book.pane]).toEqual(['deductions', unit, 'Visible']);
    }
    excel.goTo(SHEET!, 'A1');
    await press('showDeductionsOfCell');
    expect(pane.state().deductionsOf).toBe(null);
  });

  test('«Xuất báo cáo» and «Trợ giúp» open the pane at their task and write nothing', async () => {
    const { excel, pane, ribbon, press } = await start();
    ribbon.attend(pane);
    await press('exportReports');
    expect([pane.state().task, pane.state().view?.first]).toEqual([{ kind: 'export', units: null }, SHEET]);
    await press('showHelp');
    expect([pane.state().task, excel.book.pane]).toEqual([{ kind: 'help' }, 'Visible']);
    expect(excel.exchanges.filter(({ writes }) => writes)).toEqual([]);
  });

  test('the pane follows the sheet that is shown in Excel', async () => {
    const { excel, pane } = await start({
      grids: [...GRIDS, { ...grid('y'), sheet: 'Bảng 2' }, { ...grid('x'), sheet: 'Khác' }],
    });
    await pane.load();
    const view = pane.state().view!;
    await pane.load(() =>
      Promise.resolve({
        ...view,
        sheets: [...view.sheets, { ...view.sheets[0]!, sheet: 'Bảng 2', parts: ['Bảng 2'] }],
      }),
    );
    pane.setLive(true);
    const shown = async (sheet: string): Promise<string | null> => {
      excel.goTo(sheet, 'A1');
      await rest(pane);
      return pane.state().sheet;
    };
    await rest(pane);
    expect([await shown('Bảng 2'), await shown('Khác'), await shown(SHEET!)]).toEqual(['Bảng 2', 'Bảng 2', SHEET]);
    pane.setLive(false);
    await rest(pane);
  });

  test.each(['calculateIndex', 'clearMarks'])(
    '%s on a protected sheet says so in one sentence, shows the pane and leaves that sheet as it is',
    async (name) => {
      const filled = FILLED.book.sheets.map((sheet) => sheet.grid());
      const { excel, pane, ribbon, press } = await start({
        grids: name === 'clearMarks' ? filled : GRIDS,
        protectedSheets: [SHEET!],
      });
      const sheetNow = (): unknown =>
        (excel.state() as { sheets: { name: string }[] }).sheets.find(({ name: each }) => each === SHEET);
      const state = sheetNow();
      ribbon.attend(pane);
      await press(name);
      expect(pane.state().notice).toMatchObject({ kind: 'info', code: 'CCHC901' });
      expect(pane.state().notice?.text).toContain(SHEET);
      expect(pane.state().view?.sheets).toHaveLength(1);
      expect(sheetNow()).toEqual(state);
      expect(excel.book.sheets.map(({ name: each }) => each)).toContain('Kết quả');
      expect(excel.book.pane).toBe('Visible');
    },
    30_000,
  );

  test('buttons pressed one upon the other are all carried out, in order', async () => {
    const { excel, pane, ribbon } = await start();
    ribbon.attend(pane);
    const loading = pane.load();
    await Promise.all([excel.click('calculateIndex'), loading]);
    await excel.click('clearMarks');
    await excel.click('checkSheet');
    await rest(pane);
    excel.state();
    expect(cellsOfExcel(excel.book).flatMap(({ marks }) => marks)).toEqual([]);
    expect(cellsOfExcel(excel.book).flatMap(({ formulas }) => formulas).length).toBeGreaterThan(0);
    expect(pane.state().tab).toBe('issues');
  }, 30_000);
});

describe('what a column holds', () => {
  const index = (pane: Pane) => pane.state().view?.sheets[0]?.units[0]?.index ?? null;

  test('is asked once, decided by one line in «Cấu hình», taken back by undo, and kept by the workbook', async () => {
    const { excel, pane, ribbon } = await start({ grids: [twoAppraisals()] });
    ribbon.attend(pane);
    await pane.load();
    expect([pane.state().task, index(pane)]).toEqual([{ kind: 'reading' }, null]);
    pane.show({ task: null });
    await pane.load();
    expect(pane.state().task).toBeNull();

    await pane.changeSettings({ columnRoles: [{ heading: 'Điểm kiểm tra lại', role: 'foreign' }] });
    expect([pane.state().notice?.text, index(pane)]).toEqual([TEXT.settingsSaved, '85,00']);
    excel.state();
    const [, settings] = excel.book.sheets;
    expect([settings?.name, ...[0, 1, 2].map((column) => settings?.cells.get(cellKey(0, column))?.value)]).toEqual([
      'Cấu hình',
      'Cột',
      'Điểm kiểm tra lại',
      'không dùng',
    ]);
    await pane.undo();
    expect(index(pane)).toBeNull();
    await pane.changeSettings({ columnRoles: [{ heading: 'Điểm kiểm tra lại', role: 'appraised' }] });
    expect(index(pane)).toBe('80,00');
    const again = createPane(pane.engine, pane.door);
    await again.load();
    expect([again.state().task, index(again)]).toEqual([null, '80,00']);
  });
});

test('what units sent is collected into the workbook that Excel has open', async () => {
  const table = grid(
    `
    BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2025
    STT | Tiêu chí                     | Điểm tối đa | Xã Kim Sơn |           | Xã Hòa Bình |
        |                              |             | Tự chấm    | Thẩm định | Tự chấm     | Thẩm định
    1   | LĨNH VỰC CHỈ ĐẠO             | 3           |            |           |             |
    1.1 | Kế hoạch cải cách hành chính | 1           |            |           |             |
    1.2 | Báo cáo định kỳ              | 2           |            |           | 1.5         |`,
    { sheet: 'Bảng tổng hợp' },
  );
  const { excel, pane } = await start({ grids: [table] });
  await pane.load();
  const sent = new File([Buffer.from(await workbookOf([SELF_SCORED]))], 'kim sơn.xlsx');
  // Like a browser's File: chosen directly, not from a folder.
  await pane.collect([Object.assign(sent, { webkitRelativePath: '' })]);
  await rest(pane);
  expect(pane.state().collecting?.review).toMatchObject({ toWrite: 3, open: [] });
  await pane.putIn([]);
  await rest(pane);
  const { cells } = excel.sheet('Bảng tổng hợp');
  const shown = ['D5', 'D6', 'F5', 'F6'].map((at) => {
    const { row, column } = fromA1(at) ?? { row: -1, column: -1 };
    return cells.get(cellKey(row, column))?.value;
  });
  // From the file, beside its one explanation: 0,75 and 1,5; the officer's own score for the other commune stays.
  expect(shown).toEqual([0.75, 1.5, undefined, 1.5]);
});
