/**
 * Data validation of the sheets of the add-in: its own drop-downs and the officer's rules, read, written and put back
 * in one format.
 */
import { addressOfKey, cellKey, toA1, toA1Range, type Area2D, type CellKey } from '../../../core/values/address';
import type { SheetDrawing } from '../../../core/model/sheet-drawing';
import { areaOfRange, addressesOf, forEachCell } from '../read/read';
import { groupsOf } from '../write/perform';

type Tree = Readonly<Record<string, unknown>>;

/** A check as JSON, so that equal ones are found. */
export type Checks = ReadonlyMap<CellKey, string>;
interface Check {
  readonly rule: Tree;
  readonly errorAlert: Tree;
  readonly prompt?: Tree;
  readonly ignoreBlanks?: boolean;
}

/** Excel takes 255 characters of choices, divided by commas. */
const MAX_CHOICES = 255;

/** Drop-downs; other text may be typed all the same. */
export function checksOf(choices: SheetDrawing['choices']): Checks {
  const checks = new Map<CellKey, string>();
  for (const { area, values } of choices) {
    const source = values.join(',');
    if (source.length > MAX_CHOICES || values.some((value) => value.includes(','))) continue;
    const check: Check = {
      rule: { list: { inCellDropDown: true, source } },
      errorAlert: { showAlert: false, message: '', title: '', style: 'Information' },
    };
    forEachCell(area, (row, column) => checks.set(cellKey(row, column), JSON.stringify(check)));
  }
  return checks;
}

export function putChecks(sheet: Excel.Worksheet, wiped: Area2D | null, checks: Checks | null): void {
  if (!checks) return;
  if (wiped) sheet.getRange(toA1Range(wiped)).dataValidation.clear();
  for (const [text, keys] of groupsOf(checks)) {
    const { rule, errorAlert, prompt, ignoreBlanks } = JSON.parse(text) as Check;
    for (const address of addressesOf(keys)) {
      const { dataValidation } = sheet.getRanges(address);
      dataValidation.rule = rule;
      dataValidation.errorAlert = errorAlert as unknown as Excel.DataValidationErrorAlert;
      if (prompt) dataValidation.prompt = prompt as unknown as Excel.DataValidationPrompt;
      if (ignoreBlanks !== undefined) dataValidation.ignoreBlanks = ignoreBlanks;
    }
  }
}

export interface AskedChecks {
  /** Cells side by side that take different things, known after the first sync. */
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

/** One by one, in one sync more. */
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

/** Null where cells differ, or have none. */
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

/** Kinds of rules that it is not come as null. */
const known = (rule: Tree): Tree =>
  Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== null && value !== undefined));
