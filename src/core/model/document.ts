/** A document as data, with the parts defined in Nghị định 30/2020/NĐ-CP; an export turns it into a file. */

export interface TextRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Text that the program cannot supply: shown as a marked blank, and `text` describes what to fill in. */
  readonly blank?: boolean;
}

export interface DocumentCell {
  readonly runs: readonly TextRun[];
  /** Number of columns the cell spans; 1 by default. */
  readonly span?: number;
  /** Number of rows the cell spans; 1 by default. The rows below omit the cell. */
  readonly down?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Six hex digits. */
  readonly fill?: string;
}

export interface DocumentTable {
  readonly kind: 'table';
  /** Fractions of the table's width. */
  readonly widths: readonly number[];
  /** Repeated on every page. */
  readonly header: readonly (readonly DocumentCell[])[];
  readonly rows: readonly (readonly DocumentCell[])[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /**
   * `draft: 'words'` marks text that the program proposes and a person has to confirm; `'note'` tells the signer what
   * to check and is not part of the document.
   */
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly TextRun[];
      readonly draft?: 'words' | 'note';
      readonly align?: 'justify' | 'left' | 'center';
      /** Indentation steps: the paragraph belongs to the text above it. */
      readonly indent?: number;
    }
  | { readonly kind: 'contents' }
  | DocumentTable;

export interface DocumentSection {
  readonly landscape: boolean;
  /** «Phụ lục» and its title, starting on a new page; null for the body of the document. */
  readonly appendix: { readonly label: string; readonly title: string } | null;
  readonly blocks: readonly Block[];
}

/** Letterhead and end of a document; null gives a marked blank. */
export interface DocumentFrame {
  /** Cơ quan chủ quản: «UBND HUYỆN KON RẪY». */
  readonly superiorBody: string | null;
  /** Cơ quan ban hành: «HỘI ĐỒNG KIỂM TRA, ĐÁNH GIÁ CCHC». */
  readonly issuingBody: string | null;
  /** «01»; the symbol follows it: «01/BC-HĐ». */
  readonly number: string | null;
  readonly symbol: string | null;
  readonly place: string | null;
  readonly date: ReportDate | null;
  /** After «Kính gửi:»; "" gives a marked blank, null omits the line. */
  readonly addressee: string | null;
  /** «TM. HỘI ĐỒNG», «CHỦ TỊCH»: one line each; an empty list gives a marked blank. */
  readonly signerTitle: readonly string[];
  readonly signerName: string | null;
  /** Nơi nhận, one line each; an empty list gives a marked blank. */
  readonly recipients: readonly string[];
}

export interface DocumentForm extends DocumentFrame {
  /** «BÁO CÁO». */
  readonly type: string;
  /** Trích yếu. */
  readonly subject: string;
  /** Who signs beside the signer. */
  readonly party?: string;
}

export interface ReportDate {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

/** «ngày 01 tháng 12 năm 2022»: days below 10 and the months 1 and 2 have a leading zero. */
export const dateInWords = ({ day, month, year }: ReportDate): string =>
  `ngày ${withNought(day, 9)} tháng ${withNought(month, 2)} năm ${year}`;

const withNought = (part: number, most: number): string => (part <= most ? `0${part}` : String(part));

export interface ReportDocument {
  readonly form: DocumentForm;
  readonly sections: readonly DocumentSection[];
}
