/**
 * Data validation of the sheets of the add-in: its own drop-downs and the officer's rules, read, written and restored
 * in one format.
 */
import { addressOfKey, cellKey, toA1, type CellKey } from '../../../core/values/address';
import { areaOfRange, forEachCell } from '../areas';

type Tree = Readonly<Record<string, unknown>>;

/** Each check as JSON, so that equal ones can be grouped. */
export type Checks = ReadonlyMap<CellKey, string>;
export interface Check {
  readonly rule: Tree;
  readonly errorAlert: Tree;
  readonly prompt?: Tree;
  readonly ignoreBlanks?: boolean;
}

export interface AskedChecks {
  /** Cells of areas with differing checks, known after the first sync. */
  mixed(): CellKey[];
  readonly found: Map<CellKey, string>;
}

const MEMBERS = ['type', 'rule', 'errorAlert', 'prompt', 'ignoreBlanks'];
const PLACE = ['rowIndex', 'columnIndex', 'rowCount', 'columnCount'];

export function askChecks(range: Excel.Range): AskedChecks {
  const { areas } = range.getSpecialCellsOrNullObject('DataValidations');
  areas.load([...PLACE, ...MEMBERS.map((name) => `dataValidation/${name}`)].map((path) => `items/${path}`).join(','));
  const found = new Map<CellKey, string>();
  return {
    found,
    mixed: () =>
      (areas.isNullObject ? [] : areas.items).flatMap((each) => {
        const cells: CellKey[] = [];
        forEachCell(areaOfRange(each), (row, column) => {
          cells.push(cellKey(row, column));
        });
        const text = textOf(each.dataValidation);
        if (text !== null) for (const key of cells) found.set(key, text);
        return text === null ? cells : [];
      }),
  };
}

/** Reads the cells with differing checks one by one, in one more sync. */
export async function readChecks(
  context: Excel.RequestContext,
  asked: readonly { readonly sheet: Excel.Worksheet; readonly checks: AskedChecks | null }[],
): Promise<void> {
  const cells = asked.flatMap(({ sheet, checks }) =>
    (checks?.mixed() ?? []).map((key) => {
      const { dataValidation } = sheet.getRange(toA1(addressOfKey(key)));
      dataValidation.load(MEMBERS.join(','));
      return { key, dataValidation, found: checks?.found };
    }),
  );
  if (cells.length === 0) return;
  await context.sync();
  for (const { key, dataValidation, found } of cells) {
    const text = textOf(dataValidation);
    if (text !== null) found?.set(key, text);
  }
}

/** Null if the cells differ or have no check. */
function textOf({ type, rule, errorAlert, prompt, ignoreBlanks }: Excel.DataValidation): string | null {
  if (['None', 'Inconsistent', 'MixedCriteria'].includes(type)) return null;
  const parts: readonly unknown[] = [rule, errorAlert, prompt, ignoreBlanks];
  if (parts.some((part) => part === null || part === undefined)) return null;
  const check: Check = {
    rule: known(rule as unknown as Tree),
    errorAlert: errorAlert as unknown as Tree,
    prompt: prompt as unknown as Tree,
    ignoreBlanks,
  };
  return JSON.stringify(check);
}

/** Excel returns null for all other kinds of rules; they are left out. */
const known = (rule: Tree): Tree =>
  Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== null && value !== undefined));
