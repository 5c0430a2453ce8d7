/**
 * Details of a report other than numbers, from `Cấu hình` and the sheet's letterhead. Null or empty if not stated: then
 * the report has a marked blank.
 */
import type { DocumentFrame } from './document';

export interface ReportDetails extends DocumentFrame {
  /** Năm đánh giá. */
  readonly year: number | null;
  /** Căn cứ: the decisions that the scoring is based on, one sentence each. */
  readonly grounds: readonly string[];
  /**
   * Texts that stay the same from year to year, one paragraph each; a paragraph that begins with «+» belongs to the one
   * before it. In this order: measures taken, strengths, common causes of losses, requests to the units, proposals to
   * the superior body, tasks.
   */
  readonly deployment: readonly string[];
  readonly strengths: readonly string[];
  readonly commonCauses: readonly string[];
  readonly requests: readonly string[];
  readonly proposals: readonly string[];
  readonly tasks: readonly string[];
  /** Rating of a unit's head by its index, one line each: «Hoàn thành tốt nhiệm vụ: từ 70». */
  readonly headScale: readonly string[];
  /** Units inspected on site and through reports, as named in `Cấu hình` (R5). */
  readonly inspectedOnSite: readonly string[];
  readonly inspectedByReport: readonly string[];
  /** Deadlines of evidence, one line each: «15/12/2022» for all, «1.4: 04/12/2022» for an item. */
  readonly evidenceDue: readonly string[];
  /** Drafted text is printed without its mark, and notes to the signer are left out. */
  readonly withoutDraftMarks: boolean;
  /** Parts that only some offices fill in stay as marked blanks if they are empty. */
  readonly keepsBlanks: boolean;
}

/** The text in `Cấu hình` for a selected option. */
export const YES = 'có';

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
  deployment: [],
  strengths: [],
  commonCauses: [],
  requests: [],
  proposals: [],
  tasks: [],
  headScale: [],
  inspectedOnSite: [],
  inspectedByReport: [],
  evidenceDue: [],
  withoutDraftMarks: false,
  keepsBlanks: false,
};
