/**
 * A worksheet of our own, described whole: what it holds, how it looks, how it prints. Hosts draw it and do not know
 * what it says.
 */
import type { Address, Area2D } from '../values/address';
import type { Content } from './content';

/** Colours are six hex digits: "C00000". The font is always Times New Roman. */
export interface CellLook {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly colour: string;
  /** Null leaves the cell unfilled. */
  readonly fill: string | null;
  /** A thin line around the cell. */
  readonly border: boolean;
  readonly horizontal: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly wrap: boolean;
  /** Number format code in en-US: "0.00", "dd/mm/yyyy", "@"; "General" for none. */
  readonly numberFormat: string;
}

export interface DrawnCell {
  readonly content: Content | null;
  readonly look: CellLook;
  /**
   * Cell of the sheet as it stands that the officer typed or coloured: it comes along with its own look (and rich text,
   * where the host knows it) instead of `look`; `content` says what it holds. Null for cells of the addin.
   */
  readonly from: Address | null;
  /** May be typed into where the sheet is a form. */
  readonly isOpen?: boolean;
}

export interface DrawnRow {
  /** Points; null lets the application fit it. */
  readonly height: number | null;
  /** Outline level: 0 is always seen, deeper rows may be folded away into the row above them. */
  readonly level: number;
  /**
   * From column A on; null is a blank cell without a look. Long sheets make them anew each time that they are asked
   * for.
   */
  readonly cells: readonly (DrawnCell | null)[];
  /** Where they are made so: how many there are. */
  readonly width?: number;
}

export const widthOf = (rows: readonly DrawnRow[]): number =>
  rows.reduce((most, row) => Math.max(most, row.width ?? row.cells.length), 0);

export interface DrawnColumn {
  /** Characters of the default font. */
  readonly width: number;
  readonly hidden: boolean;
}

/** Bars of units or areas; cells are of the drawn sheet itself. */
export interface DrawnChart {
  readonly title: string;
  /** `bars` lie, `columns` stand. */
  readonly kind: 'bars' | 'columns';
  readonly categories: Area2D;
  readonly series: readonly { readonly name: string; readonly values: Area2D; readonly colour: string }[];
  /** True where at most one series has a value at each category, so that bars of all series lie on the same line. */
  readonly overlaid: boolean;
  /** End of the value axis; null lets the application choose. */
  readonly most: number | null;
  /** Cells that the chart covers. */
  readonly over: Area2D;
}

export interface SheetDrawing {
  readonly columns: readonly DrawnColumn[];
  readonly rows: readonly DrawnRow[];
  readonly merges: readonly Area2D[];
  /** Rows and columns that stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Header row and body of the filter. */
  readonly filter: Area2D | null;
  /** Drop-downs; other text may be typed all the same. */
  readonly choices: readonly { readonly area: Area2D; readonly values: readonly string[] }[];
  /**
   * A4, fitted to one page in width, page numbers below. `repeated`: first and last row printed on every page.
   * `breaks`: rows that begin a page, and no others; without it those of the officer stay.
   */
  readonly print: {
    readonly landscape: boolean;
    readonly repeated: readonly [number, number] | null;
    readonly breaks?: readonly number[];
  };
  readonly charts: readonly DrawnChart[];
  /**
   * A form to be filled in: everything but its open cells is locked, without a password, and what is typed is checked.
   * Of new workbooks only, which no host but the file host draws.
   */
  readonly form?: { readonly checks: readonly FormCheck[]; readonly pages?: FormPages };
}

/** A sheet that says nothing of these is a plain one. */
export const PLAIN_SHEET = {
  merges: [],
  frozen: { rows: 0, columns: 0 },
  filter: null,
  choices: [],
  print: { landscape: false, repeated: null },
  charts: [],
} as const satisfies Omit<SheetDrawing, 'columns' | 'rows'>;

/** What open cells take: what the formula is true for, or what a row of cells lists. */
export type FormCheck = {
  readonly areas: readonly Area2D[];
  /** A Vietnamese sentence for whoever typed something else. */
  readonly message: string;
} & (
  | {
      /** True for what may be typed into the first cell; references move with the others. */
      readonly formula: string;
    }
  | {
      /** The cells whose values may be typed, as a formula refers to them. */
      readonly list: string;
    }
);

/** How a table that is wider than a page is printed, instead of being made small. */
export interface FormPages {
  /** Percent. */
  readonly scale: number;
  /** So many columns from the left stand on every page. */
  readonly titles: number;
  /** Rows and columns that begin a page. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}
