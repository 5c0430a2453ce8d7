/**
 * Excel in a test: Microsoft's genuine office.js as the client, a small workbook as the host, and access to both for
 * the test.
 */
import { cellKey, fromA1, toA1Range, type Area2D } from '../../../src/core/values/address';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { recalculate, type Told } from './calculate';
import type { Around } from './far';
import { parseInput } from './input';
import { interpret, UnknownMember, type RequestBody } from './interpreter';
import { BLANK, sheetOfGrid, stateOf, type SimBook, type SimSheet } from './model';
import { addNotes } from './notes-client';
import { openPage, type Answer, type FarEnd, type Page } from './page';

export interface ExcelOptions {
  readonly grids: readonly Grid[];
  readonly protectedSheets?: readonly string[];
  /** ExcelApi version, 1.18 by default. */
  readonly excelApi?: string;
  readonly platform?: 'PC' | 'OfficeOnline';
  readonly readOnly?: boolean;
  readonly structureProtected?: boolean;
  /** A cell is being edited: requests are refused, or wait for `endEdit()` if the host can delay them. */
  readonly editMode?: 'refuses' | 'waits';
  /** Maximum bytes of a request and of an answer on the web. */
  readonly limit?: number;
  /** Members that this Excel refuses, such as `Range.Group`. */
  readonly refuses?: RegExp;
  /** Opens the client elsewhere than in this process, for example in a browser page. */
  readonly open?: (far: FarEnd) => Promise<Page>;
}

export interface Exchange {
  readonly writes: boolean;
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

export interface SimulatedExcel {
  /** Loads office.js into this process and waits until it is ready. */
  install(): Promise<void>;
  readonly book: SimBook;
  sheet(name: string): SimSheet;
  state(): unknown;
  /** Every request since the last `forget()`, in order. */
  readonly exchanges: readonly Exchange[];
  forget(): void;
  /** Makes the next writing request fail at that action (and, with `then`, also the writing request after it). */
  failAt(action: number, then?: number): void;
  /** Skips `after` writing requests and makes the next one fail at that action. */
  failLater(after: number, action: number): void;
  /** Called before the next writing request is processed, to simulate changes in the workbook in the meantime. */
  beforeWrite(deed: () => void): void;
  /** Simulates the officer typing. */
  type(sheet: string, a1: string, value: string | number): void;
  /** Simulates the officer changing to another sheet and selecting a cell there. */
  goTo(sheet: string, a1: string): void;
  endEdit(): void;
  /** Sets the results of formulas whose functions the simulation cannot compute. */
  tell(told: Told): void;
  /** Clicks a ribbon button with `<FunctionName>`; settles when event.completed() is called. */
  click(functionName: string): Promise<void>;
}

const WRITING = new Set([
  'SetCellProperties',
  'Clear',
  'Delete',
  'ClearCriteria',
  'Merge',
  'Unmerge',
  'Group',
  'Ungroup',
  'Apply',
  'Remove',
]);
const isWriting = ({ Actions, ObjectPaths }: RequestBody): boolean =>
  Actions.some(({ ActionType, Name }) => ActionType === 4 || (ActionType === 3 && WRITING.has(Name))) ||
  Object.values(ObjectPaths).some(({ ObjectPathType, Name }) => ObjectPathType === 3 && Name === 'Add');

export function simulatedExcel(options: ExcelOptions): SimulatedExcel {
  const { platform = 'PC', excelApi = '1.18', limit = 5_242_880 } = options;
  let ids = 0;
  const newId = (): string => `{${(++ids).toString().padStart(8, '0')}-CCHC}`;
  const book: SimBook = {
    sheets: options.grids.map((grid) => sheetOfGrid(grid, newId())),
    names: [],
    readOnly: options.readOnly ?? false,
    structureProtected: options.structureProtected ?? false,
    active: '',
    selected: '',
  };
  for (const sheet of book.sheets) sheet.protected ||= options.protectedSheets?.includes(sheet.name) ?? false;
  const written = new Set<string>();

  const exchanges: Exchange[] = [];
  const unknown: string[] = [];
  let page: Page | null = null;
  let watched = false;
  let dirty = false;
  let told: Told = () => undefined;
  let fails: number[] = [];
  let deed: (() => void) | null = null;
  let editing = options.editMode;
  let released: () => void = () => undefined;
  let done: () => void = () => undefined;

  const raiseChanged = (sheet: SimSheet, area: Area2D, own: boolean): void => {
    const message = {
      address: toA1Range(area),
      changeType: 'RangeEdited',
      source: 'Local',
      worksheetId: sheet.id,
      triggerSource: own ? 'ThisLocalAddin' : 'Unknown',
    };
    if (watched)
      setImmediate(() =>
        page?.raise(33, [{ toArray: () => [65_536, 10, 'Workbook', JSON.stringify(message), 0, false] }]),
      );
  };
  const around: Omit<Around, 'object'> = {
    book,
    newId,
    changed: (sheet, area) => {
      raiseChanged(sheet, area, true);
    },
    soil: (sheet, { top, left, bottom, right }) => {
      dirty = true;
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++)
          written.add(`${sheet.id}!${cellKey(row, column).toString()}`);
    },
    recalculate: () => {
      if (!dirty) return;
      dirty = false;
      const isWritten = (sheet: SimSheet, key: number): boolean => written.has(`${sheet.id}!${key.toString()}`);
      if (
        book.sheets.some((each) =>
          [...each.cells].some(([key, { formula }]) => formula !== null && isWritten(each, key)),
        )
      )
        recalculate(book, isWritten, told);
    },
    watch: (on) => {
      watched = on;
    },
  };

  const answer = async (body: string, flags: number): Promise<Answer> => {
    const request = JSON.parse(body) as RequestBody;
    const requestBytes = Buffer.byteLength(body);
    const isOurs = !/AddinInternalService|AppRuntimeService/.test(body);
    const writes = isWriting(request);
    if (writes) {
      deed?.();
      deed = null;
    }
    if (editing === 'waits' && (flags & 64) !== 0)
      await new Promise<void>((resolve) => {
        released = resolve;
      });
    else if (editing !== undefined && isOurs)
      return {
        body: JSON.stringify({
          Results: [],
          TraceIds: [],
          Error: { Code: 'InvalidOperationInCellEditMode', Message: 'edit mode', Location: '', ActionIndex: 0 },
        }),
      };
    if (platform === 'OfficeOnline' && requestBytes > limit) return { error: 5103 };
    const failing = writes ? fails.shift() : undefined;
    try {
      const response = interpret(request, around, {
        supports: (version) => Number(version.split('.')[1]) <= Number(excelApi.split('.')[1]),
        failsAt: (index) => index === failing,
        refuses: (place) => options.refuses?.test(place) ?? false,
      });
      const text = JSON.stringify(response);
      if (isOurs)
        exchanges.push({
          writes,
          actions: request.Actions.length,
          requestBytes,
          responseBytes: Buffer.byteLength(text),
        });
      return platform === 'OfficeOnline' && Buffer.byteLength(text) > limit ? { error: 5104 } : { body: text };
    } catch (error) {
      if (!(error instanceof UnknownMember)) throw error;
      unknown.push(error.message);
      return {
        body: JSON.stringify({
          Results: [],
          TraceIds: [],
          Error: { Code: 'UnknownMember', Message: error.message, Location: '', ActionIndex: 0 },
        }),
      };
    }
  };

  const sheet = (name: string): SimSheet => {
    const found = book.sheets.find((each) => each.name === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };
  const checked = <T>(value: T): T => {
    if (unknown.length > 0) throw new UnknownMember(unknown.join('\n'));
    return value;
  };
  return {
    install: async () => {
      page = await (options.open ?? openPage)({
        platform,
        requirementSets: {
          ExcelApi: excelApi,
          SharedRuntime: '1.1',
          RibbonApi: '1.1',
          ...(editing === 'waits' ? { DelayForCellEdit: '1.1' } : {}),
        },
        answer,
        completed: () => {
          done();
        },
      });
      if (!options.open && Number(excelApi.split('.')[1]) >= 18) addNotes();
    },
    book,
    sheet,
    state: () => {
      around.recalculate();
      return checked(stateOf(book));
    },
    get exchanges() {
      return checked(exchanges);
    },
    forget: () => {
      exchanges.length = 0;
    },
    failLater: (after, action) => {
      fails = [...Array.from({ length: after }, () => Infinity), action];
    },
    failAt: (action, then) => {
      fails = then === undefined ? [action] : [action, then];
    },
    beforeWrite: (what) => {
      deed = what;
    },
    type: (name, a1, value) => {
      const at = fromA1(a1) ?? { row: 0, column: 0 };
      const target = sheet(name);
      const key = cellKey(at.row, at.column);
      target.cells.set(key, parseInput(target.cells.get(key) ?? BLANK, value));
      dirty = true;
      raiseChanged(target, { top: at.row, left: at.column, bottom: at.row, right: at.column }, false);
    },
    goTo: (name, a1) => {
      book.active = name;
      book.selected = a1;
      const message = { worksheetId: sheet(name).id };
      if (watched)
        setImmediate(() =>
          page?.raise(33, [{ toArray: () => [65_536, 11, 'Workbook', JSON.stringify(message), 0, false] }]),
        );
    },
    tell: (values) => {
      told = values;
    },
    endEdit: () => {
      editing = undefined;
      released();
    },
    click: (functionName) =>
      new Promise((resolve) => {
        done = resolve;
        page?.raise(39, [functionName, functionName, '{"source":{"id":"b"}}']);
      }),
  };
}
