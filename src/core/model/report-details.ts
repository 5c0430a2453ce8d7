/**
 * What a report needs beside the numbers, as `Cấu hình` and the sheet's own letterhead state it. Null or empty: nobody
 * said, so it stays a marked blank.
 */
import type { DocumentFrame } from './document';

export interface ReportDetails extends DocumentFrame {
  /** Năm đánh giá. */
  readonly year: number | null;
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
