/** What a report needs beside the numbers, as `Cấu hình` and the sheet's own letterhead state it. Null or empty: nobody said, so it stays a marked blank. */
import type { ReportDate } from './document';

export interface ReportDetails {
  /** Cơ quan chủ quản: «UBND HUYỆN KON RẪY». */
  readonly superiorBody: string | null;
  /** Cơ quan ban hành: «HỘI ĐỒNG KIỂM TRA, ĐÁNH GIÁ CCHC». */
  readonly issuingBody: string | null;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly place: string | null;
  readonly date: ReportDate | null;
  /** Năm đánh giá. */
  readonly year: number | null;
  readonly addressee: string | null;
  readonly signerTitle: readonly string[];
  readonly signerName: string | null;
  readonly recipients: readonly string[];
  /** Căn cứ: the decisions that the scoring rests on, a sentence each. */
  readonly grounds: readonly string[];
  /** Units inspected on site, and through reports, as `Cấu hình` names them (R5). */
  readonly inspectedOnSite: readonly string[];
  readonly inspectedByReport: readonly string[];
}

export const NO_DETAILS: ReportDetails = {
  superiorBody: null,
  issuingBody: null,
  number: null,
  symbol: null,
  place: null,
  date: null,
  year: null,
  addressee: null,
  signerTitle: [],
  signerName: null,
  recipients: [],
  grounds: [],
  inspectedOnSite: [],
  inspectedByReport: [],
};
