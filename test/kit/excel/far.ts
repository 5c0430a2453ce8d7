/** The objects that a request can hold in the simulated Excel, and what each of their members must declare. */
import type { Area2D } from '../../../src/core/values/address';
import type { SimBook, SimChart, SimName, SimSheet } from './model';

/** An error as Excel raises it: with a code that the client turns into an OfficeExtension.Error. */
export class FarError extends Error {
  constructor(
    readonly code: string,
    message = code,
  ) {
    super(message);
  }
}

export type Far =
  | {
      readonly kind:
        | 'Workbook'
        | 'WorkbookProtection'
        | 'Application'
        | 'CultureInfo'
        | 'WorksheetCollection'
        | 'AddinInternalService'
        | 'AppRuntimeService';
    }
  | {
      readonly kind:
        | 'Worksheet'
        | 'WorksheetProtection'
        | 'AutoFilter'
        | 'WorksheetFreezePanes'
        | 'PageLayout'
        | 'PageBreakCollection'
        | 'PageBreak'
        | 'HeaderFooterGroup'
        | 'HeaderFooter'
        | 'ChartCollection';
      readonly sheet: SimSheet;
    }
  | {
      readonly kind:
        | 'Range'
        | 'RangeAreas'
        | 'RangeCollection'
        | 'RangeFormat'
        | 'RangeFill'
        | 'ColumnFormat'
        | 'RowFormat'
        | 'RangeFont'
        | 'FormatProtection'
        | 'RangeBorderCollection'
        | 'DataValidation';
      readonly sheet: SimSheet;
      readonly areas: readonly Area2D[];
    }
  | { readonly kind: 'RangeBorder'; readonly sheet: SimSheet; readonly areas: readonly Area2D[]; readonly side: string }
  | {
      readonly kind: 'Chart' | 'ChartPart' | 'ChartSeriesCollection';
      readonly sheet: SimSheet;
      readonly chart: SimChart;
      readonly path: string;
    }
  | { readonly kind: 'NamedItemCollection'; readonly sheet: SimSheet | null }
  | { readonly kind: 'NamedItem'; readonly list: SimName[]; readonly item: SimName; readonly sheet: SimSheet | null }
  | { readonly kind: 'CommentCollection' | 'NoteCollection'; readonly sheet: SimSheet | null }
  | { readonly kind: 'Comment' | 'Note'; readonly sheet: SimSheet; readonly key: number }
  | { readonly kind: 'CommentReplyCollection' }
  | { readonly kind: 'Null' };

export type Kind = Far['kind'];
export type FarOf<K extends Kind> = Far extends infer F
  ? F extends { readonly kind: infer N }
    ? K extends N
      ? Omit<F, 'kind'> & { readonly kind: K }
      : never
    : never
  : never;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/** What members can use of the surrounding host. */
export interface Around {
  readonly book: SimBook;
  readonly changed: (sheet: SimSheet, area: Area2D) => void;
  readonly newId: () => string;
  readonly recalculate: () => void;
  /** Reports that cell formulas were written or cleared. */
  readonly soil: (sheet: SimSheet, area: Area2D) => void;
  readonly watch: (on: boolean) => void;
  /** The object that an argument stands for. */
  readonly object: (argument: Json | undefined) => Far;
}

export interface Member<F> {
  /** ExcelApi version that introduced the member; 1.1 by default. */
  readonly since?: string;
  readonly get?: (far: F, around: Around) => Json;
  readonly set?: (far: F, value: Json, around: Around) => void;
  /** Returns another object: by property, or by method or indexer with arguments. */
  readonly object?: (far: F, args: readonly Json[], around: Around) => Far;
  readonly call?: (far: F, args: readonly Json[], around: Around) => Json;
  /** Refused on a protected sheet. */
  readonly writes?: boolean;
}

export type Members<F> = Readonly<Record<string, Member<F>>>;

export interface Table<F> {
  readonly members: Members<F>;
  /** The objects of a collection. */
  readonly items?: (far: F, around: Around) => readonly { readonly id: string; readonly far: Far }[];
}

export type Tables = { readonly [K in Kind]: Table<FarOf<K>> };
