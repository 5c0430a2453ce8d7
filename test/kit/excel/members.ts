/** Every member that the simulated Excel supports, by kind of object. All others are refused with an error. */
import { addressOfKey, keyOf } from '../../../src/core/values/address';
import { COLUMN_FORMAT, areaOf, areasOf, RANGE, RANGE_AREAS, RANGE_FILL, RANGE_FORMAT, usedArea } from './ranges';
import { DRAWN_FILTER, DRAWN_FORMAT, DRAWN_RANGE, DRAWN_TABLES, DRAWN_WORKSHEET } from './drawn';
import { FarError, type Around, type Far, type FarOf, type Json, type Members, type Table, type Tables } from './far';
import { emptySheet, type SimName, type SimSheet } from './model';

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const worksheet = (sheet: SimSheet): Far => ({ kind: 'Worksheet', sheet });

function findSheet(around: Around, key: Json | undefined): SimSheet | undefined {
  return around.book.sheets.find(({ id, name }) => id === key || sameName(name, text(key)));
}

const WORKBOOK: Table<FarOf<'Workbook'>> = {
  members: {
    Worksheets: { object: () => ({ kind: 'WorksheetCollection' }) },
    Names: { object: () => ({ kind: 'NamedItemCollection', sheet: null }) },
    Comments: { since: '1.10', object: () => ({ kind: 'CommentCollection', sheet: null }) },
    Application: { object: () => ({ kind: 'Application' }) },
    Protection: { since: '1.7', object: () => ({ kind: 'WorkbookProtection' }) },
    GetSelectedRange: {
      object: (_, __, { book }) => {
        const sheet = book.sheets.find(({ name }) => name === book.active) ?? book.sheets[0];
        if (!sheet) throw new FarError('ItemNotFound', 'no sheet is shown');
        return range(sheet, areaOf(book.selected === '' ? 'A1' : book.selected));
      },
    },
    ReadOnly: { since: '1.8', get: (_, { book }) => book.readOnly },
  },
};

const WORKSHEETS: Table<FarOf<'WorksheetCollection'>> = {
  items: (_, { book }) => book.sheets.map((sheet) => ({ id: sheet.id, far: worksheet(sheet) })),
  members: {
    Indexer: {
      object: (_, [key], around) => {
        const sheet = findSheet(around, key);
        if (!sheet) throw new FarError('ItemNotFound', 'no such sheet');
        return worksheet(sheet);
      },
    },
    GetItemOrNullObject: {
      since: '1.4',
      object: (_, [key], around) => {
        const sheet = findSheet(around, key);
        return sheet ? worksheet(sheet) : { kind: 'Null' };
      },
    },
    Add: {
      object: (_, [name], around) => {
        if (around.book.structureProtected) throw new FarError('AccessDenied', 'the structure is protected');
        if (findSheet(around, name)) throw new FarError('ItemAlreadyExists', 'a sheet of that name is there');
        if (!/^[^\\/?*[\]:]{1,31}$/.test(text(name))) throw new FarError('InvalidArgument', 'no name of a sheet');
        const sheet = emptySheet(text(name), around.newId());
        around.book.sheets.push(sheet);
        return worksheet(sheet);
      },
    },
    _RegisterDataChangedEvent: {
      since: '1.9',
      call: (_, __, around) => {
        around.watch(true);
        return null;
      },
    },
    _RegisterActivatedEvent: { since: '1.7', call: () => null },
    _UnregisterActivatedEvent: { since: '1.7', call: () => null },
    _UnregisterDataChangedEvent: {
      since: '1.9',
      call: (_, __, around) => {
        around.watch(false);
        return null;
      },
    },
  },
};

const range = (sheet: SimSheet, area: ReturnType<typeof areaOf>): Far => ({ kind: 'Range', sheet, areas: [area] });

const WORKSHEET: Table<FarOf<'Worksheet'>> = {
  members: {
    Id: { get: ({ sheet }) => sheet.id },
    Name: { get: ({ sheet }) => sheet.name },
    Visibility: { get: ({ sheet }) => sheet.visibility },
    Names: { since: '1.4', object: ({ sheet }) => ({ kind: 'NamedItemCollection', sheet }) },
    Protection: { since: '1.2', object: ({ sheet }) => ({ kind: 'WorksheetProtection', sheet }) },
    AutoFilter: { since: '1.9', object: ({ sheet }) => ({ kind: 'AutoFilter', sheet }) },
    Comments: { since: '1.10', object: ({ sheet }) => ({ kind: 'CommentCollection', sheet }) },
    Notes: { since: '1.18', object: ({ sheet }) => ({ kind: 'NoteCollection', sheet }) },
    GetUsedRangeOrNullObject: {
      since: '1.4',
      object: ({ sheet }, [valuesOnly]) => {
        const area = usedArea(sheet, valuesOnly === true);
        return area ? range(sheet, area) : { kind: 'Null' };
      },
    },
    GetUsedRange: {
      object: ({ sheet }, [valuesOnly]) =>
        range(sheet, usedArea(sheet, valuesOnly === true) ?? { top: 0, left: 0, bottom: 0, right: 0 }),
    },
    GetRange: { object: ({ sheet }, [address = null]) => range(sheet, areaOf(address)) },
    GetRangeByIndexes: {
      since: '1.7',
      object: ({ sheet }, args) => {
        const [top = -1, left = -1, rows = 0, columns = 0] = args.map(Number);
        if (!(top >= 0 && left >= 0 && rows > 0 && columns > 0)) throw new FarError('InvalidArgument', 'no range');
        return range(sheet, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
      },
    },
    GetRanges: {
      since: '1.9',
      object: ({ sheet }, [address = null]) => ({ kind: 'RangeAreas', sheet, areas: areasOf(address) }),
    },
    ...DRAWN_WORKSHEET,
    Activate: {
      call: ({ sheet }, _, { book }) => {
        book.active = sheet.name;
        return null;
      },
    },
    Delete: {
      call: ({ sheet }, _, { book }) => {
        if (book.structureProtected || book.sheets.length === 1) throw new FarError('AccessDenied', 'the sheet stays');
        book.sheets.splice(book.sheets.indexOf(sheet), 1);
        return null;
      },
    },
  },
};

const listOf = (far: { readonly sheet: SimSheet | null }, { book }: Around): SimName[] =>
  far.sheet ? far.sheet.names : book.names;

const NAMES: Table<FarOf<'NamedItemCollection'>> = {
  items: (far, around) =>
    listOf(far, around).map((item) => ({
      id: item.name,
      far: { kind: 'NamedItem', list: listOf(far, around), item, sheet: far.sheet },
    })),
  members: {
    Indexer: {
      object: (far, [key], around) => {
        const list = listOf(far, around);
        const item = list.find(({ name }) => sameName(name, text(key)));
        if (!item) throw new FarError('ItemNotFound', 'no such name');
        return { kind: 'NamedItem', list, item, sheet: far.sheet };
      },
    },
    Add: {
      since: '1.4',
      object: (far, [name, formula], around) => {
        const list = listOf(far, around);
        if (list.some((item) => sameName(item.name, text(name))))
          throw new FarError('ItemAlreadyExists', 'the name is there');
        if (!text(formula).startsWith('=') || text(formula).length > 8192)
          throw new FarError('InvalidArgument', 'no formula of a name');
        const item = { name: text(name), formula: text(formula), visible: true };
        list.push(item);
        return { kind: 'NamedItem', list, item, sheet: far.sheet };
      },
    },
  },
};

const NAME: Members<FarOf<'NamedItem'>> = {
  Name: { get: ({ item }) => item.name },
  Formula: {
    since: '1.7',
    get: ({ item }) => item.formula,
    set: ({ item }, value) => {
      item.formula = text(value);
    },
  },
  Visible: {
    get: ({ item }) => item.visible,
    set: ({ item }, value) => {
      item.visible = value === true;
    },
  },
  Delete: {
    since: '1.4',
    call: ({ list, item }) => {
      list.splice(list.indexOf(item), 1);
      return null;
    },
  },
};

type Remark = FarOf<'Comment'> | FarOf<'Note'>;
const remarks = ({ kind, sheet }: { readonly kind: string; readonly sheet: SimSheet }) =>
  kind.startsWith('Comment') ? sheet.comments : sheet.notes;
const REMARK: Members<Remark> = {
  Content: {
    get: (far) => remarks(far).get(far.key)?.content ?? '',
    set: (far, value) => {
      const remark = remarks(far).get(far.key);
      if (remark) remark.content = text(value);
    },
    writes: true,
  },
  AuthorName: { get: (far) => remarks(far).get(far.key)?.author ?? '' },
  GetLocation: {
    object: ({ sheet, key }) => {
      const { row, column } = addressOfKey(key);
      return range(sheet, { top: row, left: column, bottom: row, right: column });
    },
  },
  Delete: {
    call: (far) => {
      remarks(far).delete(far.key);
      return null;
    },
    writes: true,
  },
  Replies: { object: () => ({ kind: 'CommentReplyCollection' }) },
};

function remarkTable(of: 'Comment' | 'Note'): Table<FarOf<'CommentCollection'> | FarOf<'NoteCollection'>> {
  const keyAt = (address: Json | undefined): number => {
    const { top, left } = areaOf(address ?? null);
    return keyOf({ row: top, column: left });
  };
  const at = (sheet: SimSheet | null, key: number): Far => {
    if (!sheet || !remarks({ kind: of, sheet }).has(key)) throw new FarError('ItemNotFound', 'no remark there');
    return { kind: of, sheet, key };
  };
  return {
    items: ({ sheet }, { book }) =>
      (sheet ? [sheet] : book.sheets).flatMap((each) =>
        [...remarks({ kind: of, sheet: each }).keys()].map((key) => ({
          id: of === 'Note' ? `${each.id}!${key.toString()}` : `{${each.id}-${key.toString()}}`,
          far: { kind: of, sheet: each, key } as const,
        })),
      ),
    members: {
      Add: {
        object: ({ sheet }, [address, content], around) => {
          const key = keyAt(address);
          if (!sheet) throw new FarError('InvalidArgument', 'add to a sheet');
          if (sheet.notes.has(key) || sheet.comments.has(key))
            throw new FarError('InvalidOperation', 'the cell has a remark');
          remarks({ kind: of, sheet }).set(key, {
            content: text(content),
            author: around.book.readOnly ? '' : 'Người dùng',
          });
          return { kind: of, sheet, key };
        },
        writes: true,
      },
      GetItem: { object: ({ sheet }, [address]) => at(sheet, keyAt(address)) },
      GetItemByCell: { object: ({ sheet }, [address]) => at(sheet, keyAt(address)) },
      Indexer: {
        object: ({ sheet }, [id], { book }) => {
          const key = Number(/(\d+)\}?$/.exec(text(id))?.[1]);
          return at(sheet ?? book.sheets.find((each) => text(id).includes(each.id)) ?? null, key);
        },
      },
    },
  };
}

export const TABLES: Tables = {
  Workbook: WORKBOOK,
  WorksheetCollection: WORKSHEETS,
  Worksheet: WORKSHEET,
  WorksheetProtection: {
    members: {
      Protected: { since: '1.2', get: ({ sheet }) => sheet.protected },
      Options: {
        since: '1.2',
        get: ({ sheet: { permits } }) => ({
          allowFormatCells: permits.formats,
          allowFormatColumns: permits.widths,
          allowEditObjects: permits.notes,
        }),
      },
    },
  },
  WorkbookProtection: { members: { Protected: { since: '1.7', get: (_, { book }) => book.structureProtected } } },
  ...DRAWN_TABLES,
  AutoFilter: {
    members: {
      ...DRAWN_FILTER,
      IsDataFiltered: { since: '1.9', get: ({ sheet }) => sheet.filtered },
      ClearCriteria: {
        since: '1.9',
        call: ({ sheet }) => {
          sheet.filtered = false;
          sheet.hiddenRows.clear();
          return null;
        },
        writes: true,
      },
    },
  },
  Application: { members: { CultureInfo: { since: '1.11', object: () => ({ kind: 'CultureInfo' }) } } },
  CultureInfo: { members: { Name: { since: '1.11', get: () => 'vi-VN' } } },
  Range: { members: { ...RANGE, ...DRAWN_RANGE, Worksheet: { object: ({ sheet }) => worksheet(sheet) } } },
  RangeAreas: { members: RANGE_AREAS },
  RangeCollection: {
    members: {},
    items: ({ sheet, areas }) => areas.map((area, n) => ({ id: n.toString(), far: range(sheet, area) })),
  },
  RangeFormat: { members: { ...RANGE_FORMAT, ...DRAWN_FORMAT } },
  ColumnFormat: { members: COLUMN_FORMAT },
  RangeFill: { members: RANGE_FILL },
  NamedItemCollection: NAMES,
  NamedItem: { members: NAME },
  CommentCollection: remarkTable('Comment'),
  NoteCollection: remarkTable('Note'),
  Comment: { members: REMARK },
  Note: { members: REMARK },
  CommentReplyCollection: { members: {}, items: () => [] },
  AddinInternalService: { members: { NotifyActionHandlerReady: { call: () => null } } },
  AppRuntimeService: {
    members: {
      SetAppRuntimeState: {
        call: (_, [state], { book }) => {
          book.pane = text(state);
          return null;
        },
      },
    },
  },
  Null: { members: {} },
};
