/** The memory host performs all edits or none, and refuses what no workbook can take. */
import { describe, expect, test } from '@jest/globals';
import { fromA1, keyOf } from '../../src/core/model/address';
import type { Edit, SheetEdits } from '../../src/core/model/edit';
import { valueAt } from '../../src/core/model/grid';
import { HostError } from '../../src/hosts/host';
import { memoryHost } from '../../src/hosts/memory/memory-host';
import { grid } from '../kit/grid';

const at = (a1: string) => fromA1(a1)!;
const start = () => grid('a | 1\nb | 2', { sheet: 'S', merges: ['A2:B2'], marks: { A1: 'error' }, notes: { A1: 'cũ' }, formulas: { B1: '1*1' } });
const cell = (a1: string, value: string): Edit => ({ kind: 'cell', at: at(a1), content: { kind: 'number', value }, format: null });
const change = (...edits: Edit[]): SheetEdits => ({ sheet: 'S', isNew: false, edits });

describe('memory host', () => {
  test('writes values past the used part, and a formula with the value it gives', async () => {
    const host = memoryHost([start()]);
    const formula: Edit = { kind: 'cell', at: at('D5'), content: { kind: 'formula', formula: 'B1*2', cached: { kind: 'number', value: '2' }, array: false }, format: null };
    await host.applyEdits([change(cell('B1', '0.1'), formula)]);
    const [after] = host.grids();
    expect([valueAt(after!, 0, 1), valueAt(after!, 4, 3), after!.rowCount, after!.columnCount]).toEqual([0.1, 2, 5, 4]);
    expect([...after!.formulas]).toEqual([[keyOf(at('D5')), 'B1*2']]);
  });

  test('puts and removes marks and notes', async () => {
    const host = memoryHost([start()]);
    await host.applyEdits([change({ kind: 'mark', at: at('A1'), mark: null }, { kind: 'mark', at: at('B1'), mark: 'deduction' }, { kind: 'note', at: at('A1'), text: null }, { kind: 'note', at: at('B1'), text: 'mới' })]);
    const [after] = host.grids();
    expect([...after!.marks]).toEqual([[keyOf(at('B1')), 'deduction']]);
    expect([...after!.notes]).toEqual([[keyOf(at('B1')), 'mới']]);
  });

  test('adds a new sheet after the last one', async () => {
    const host = memoryHost([start()]);
    await host.applyEdits([{ sheet: 'Kết quả', isNew: true, edits: [cell('A1', '5')] }]);
    expect((await host.readBook()).sheets.map(({ name }) => name)).toEqual(['S', 'Kết quả']);
  });

  test('leaves the grids it was given as they were', async () => {
    const given = start();
    await memoryHost([given]).applyEdits([change(cell('B1', '9'))]);
    expect(given).toEqual(start());
  });

  test.each([
    ['an unknown sheet', [{ sheet: 'T', isNew: false, edits: [cell('A1', '1')] }], 'changed-sheet'],
    ['a new sheet whose name is taken', [{ sheet: 's', isNew: true, edits: [] }], 'changed-sheet'],
    ['the inside of a merge', [change(cell('B2', '1'))], 'blocked-cell'],
    ['a protected sheet', [change(cell('A1', '1'))], 'protected-sheet'],
  ] as const)('refuses %s and writes nothing at all', async (_name, edits, alias) => {
    const host = memoryHost([start(), grid('x', { sheet: 'Q' })], alias === 'protected-sheet' ? { protectedSheets: ['S'] } : {});
    const first: SheetEdits = { sheet: 'Q', isNew: false, edits: [cell('A1', '7')] };
    const refusal: unknown = await host.applyEdits([first, ...edits]).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(HostError);
    expect((refusal as HostError).alias).toBe(alias);
    expect(host.grids()).toEqual([start(), grid('x', { sheet: 'Q' })]);
  });
});
