/** A document described as data, in the parts that Nghị định 30/2020/NĐ-CP knows; an export turns it into a file. */

export interface TextRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Something that only a person can know: shown as a marked blank, `text` says what belongs there. */
  readonly blank?: boolean;
}

export interface DocumentCell {
  readonly runs: readonly TextRun[];
  /** Columns that the cell takes; 1 unless given. */
  readonly span?: number;
  /** Rows that the cell takes; 1 unless given. The rows below leave it out. */
  readonly down?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Six hex digits. */
  readonly fill?: string;
}

export interface DocumentTable {
  readonly kind: 'table';
  /** Shares of the table's width. */
  readonly widths: readonly number[];
  /** Repeated on every page. */
  readonly header: readonly (readonly DocumentCell[])[];
  readonly rows: readonly (readonly DocumentCell[])[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /**
   * `draft` stands for words that the program proposes and a person has to confirm; a note tells whoever signs what to
   * look at, and is no part of the document.
   */
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly TextRun[];
      readonly draft?: 'words' | 'note';
      readonly align?: 'justify' | 'left' | 'center';
      /** Steps to the right: it belongs to what was named above it. */
      readonly indent?: number;
    }
  | { readonly kind: 'contents' }
  | DocumentTable;

export interface DocumentSection {
  readonly landscape: boolean;
  /** «Phụ lục» and its title, on a page of its own; null for the body of the document. */
  readonly appendix: { readonly label: string; readonly title: string } | null;
  readonly blocks: readonly Block[];
}

/** Letterhead and end of a document; null is a marked blank. */
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
  /** After «Kính gửi:»; "" is a marked blank, null leaves the line out. */
  readonly addressee: string | null;
  /** «TM. HỘI ĐỒNG», «CHỦ TỊCH»: one line each; empty is a marked blank. */
  readonly signerTitle: readonly string[];
  readonly signerName: string | null;
  /** Nơi nhận, a line each; empty is a marked blank. */
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

/** «ngày 01 tháng 12 năm 2022»: days below 10 and the first two months carry a nought. */
export const dateInWords = ({ day, month, year }: ReportDate): string =>
  `ngày ${withNought(day, 9)} tháng ${withNought(month, 2)} năm ${year}`;

const withNought = (part: number, most: number): string => (part <= most ? `0${part}` : String(part));

export interface ReportDocument {
  readonly form: DocumentForm;
  readonly sections: readonly DocumentSection[];
}
