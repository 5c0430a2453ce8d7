/**
 * Complete description of a worksheet of the add-in: content, look and printing. Hosts draw it without knowing its
 * meaning.
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
   * The cell of the current sheet that the officer typed or coloured: it is moved with its own look (and rich text, if
   * the host supports it) instead of `look`; `content` is its content. Null for cells of the add-in.
   */
  readonly from: Address | null;
  /** Whether the cell is editable if the sheet is a form. */
  readonly isOpen?: boolean;
}

export interface DrawnRow {
  /** In points; null lets the application fit it. */
  readonly height: number | null;
  /** Outline level: 0 is always visible, deeper rows can be collapsed into the row above them. */
  readonly level: number;
  /**
   * From column A; null is a blank cell without a look. In long sheets this is a getter that builds the cells on each
   * access.
   */
  readonly cells: readonly (DrawnCell | null)[];
  /** Number of cells; set if `cells` is such a getter. */
  readonly width?: number;
}

export const widthOf = (rows: readonly DrawnRow[]): number =>
  rows.reduce((most, row) => Math.max(most, row.width ?? row.cells.length), 0);

export interface DrawnColumn {
  /** In characters of the default font. */
  readonly width: number;
  readonly hidden: boolean;
}

/** A bar chart of units or areas; its ranges are in the drawn sheet. */
export interface DrawnChart {
  readonly title: string;
  /** `bars` are horizontal, `columns` vertical. */
  readonly kind: 'bars' | 'columns';
  readonly categories: Area2D;
  readonly series: readonly { readonly name: string; readonly values: Area2D; readonly colour: string }[];
  /** True if at most one series has a value in each category, so that the bars of all series share one line. */
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
  /** Drop-downs; other text can be typed too. */
  readonly choices: readonly { readonly area: Area2D; readonly values: readonly string[] }[];
  /**
   * A4, fitted to the width of one page, page numbers at the bottom. `repeated`: first and last of the rows printed on
   * every page. `breaks`: the rows that begin a page, replacing all other breaks; if absent, the officer's breaks stay.
   */
  readonly print: {
    readonly landscape: boolean;
    readonly repeated: readonly [number, number] | null;
    readonly breaks?: readonly number[];
  };
  readonly charts: readonly DrawnChart[];
  /**
   * A form to be filled in: all cells except its open ones are locked, without a password, and input is checked. Only
   * in new workbooks, which only the file host draws.
   */
  readonly form?: { readonly checks: readonly FormCheck[]; readonly pages?: FormPages };
}

/** A sheet with none of these features. */
export const PLAIN_SHEET = {
  merges: [],
  frozen: { rows: 0, columns: 0 },
  filter: null,
  choices: [],
  print: { landscape: false, repeated: null },
  charts: [],
} as const satisfies Omit<SheetDrawing, 'columns' | 'rows'>;

/** Valid input of open cells: values for which the formula is true, or values in a row of cells. */
export type FormCheck = {
  readonly areas: readonly Area2D[];
  /** A Vietnamese sentence shown after invalid input. */
  readonly message: string;
} & (
  | {
      /** True for valid input in the first cell; for the other cells its references shift. */
      readonly formula: string;
    }
  | {
      /** The cells that hold the valid values, as a formula reference. */
      readonly list: string;
    }
);

/** How a table wider than a page is printed, instead of being scaled down to fit. */
export interface FormPages {
  /** Percent. */
  readonly scale: number;
  /** Number of columns, from the left, that are repeated on every page. */
  readonly titles: number;
  /** Rows and columns that begin a page. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}
