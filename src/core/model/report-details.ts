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
  /**
   * Texts that stay from year to year, a paragraph each; one that begins with «+» belongs to the one before it. What
   * was done, what went well, what all losses have in common, what the units and the superior body are asked for, and
   * what is to be done.
   */
  readonly deployment: readonly string[];
  readonly strengths: readonly string[];
  readonly commonCauses: readonly string[];
  readonly requests: readonly string[];
  readonly proposals: readonly string[];
  readonly tasks: readonly string[];
  /** What an index means for the head of a unit, a line each: «Hoàn thành tốt nhiệm vụ: từ 70». */
  readonly headScale: readonly string[];
  /** Units inspected on site, and through reports, as `Cấu hình` names them (R5). */
  readonly inspectedOnSite: readonly string[];
  readonly inspectedByReport: readonly string[];
  /** Until when proofs were due, a line each: «15/12/2022» for all, «1.4: 04/12/2022» for an item. */
  readonly evidenceDue: readonly string[];
  /** What the program drafted is printed without its mark, and notes to whoever signs are left out. */
  readonly withoutDraftMarks: boolean;
  /** Parts that only some offices fill in stay as marked blanks where nobody wrote them. */
  readonly keepsBlanks: boolean;
}

/** How `Cấu hình` states a choice that is taken. */
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
