/** What all reports have in common: what goes in, the form of office, and short ways to write runs, paragraphs and cells. */
import type { BookAssessment } from '../../model/assessment';
import type { Block, DocumentCell, DocumentForm, ReportDocument, TextRun } from '../../model/document';
import { NO_DETAILS, type ReportDetails } from '../../model/report-details';
import { subjectsOf, type ChosenUnit, type Subject } from '../subjects';
import { capitalised, insideSentence, inYear } from '../wording';

export interface ReportInput {
  readonly book: BookAssessment;
  /** Last year's workbook, or sheet; null without one. */
  readonly previous: BookAssessment | null;
  /** Null takes all. A report of one unit takes the first. */
  readonly units: readonly ChosenUnit[] | null;
  readonly details: ReportDetails;
}

export interface Report {
  /** Permanent: R1 … R5 of DOMAIN.md §7; R2, R3 and R4 are about one unit. */
  readonly code: string;
  readonly compose: (input: ReportInput) => ReportDocument;
}

export interface Years {
  /** «năm 2022», or «năm nay». */
  readonly current: string;
  readonly previous: string;
}

export function yearsOf({ details, previous }: Pick<ReportInput, 'details' | 'previous'>): Years {
  const { year } = details;
  return { current: inYear(year, 'năm nay'), previous: inYear(previous?.details.year ?? (year === null ? null : year - 1), 'năm trước') };
}

/** A workbook of many units is the council's, and so is its letterhead: what a unit says of itself is issued by the unit, under the same superior body. */
export function issuedByUnit({ book, details }: Pick<ReportInput, 'book' | 'details'>, subject: Subject | undefined): ReportDetails {
  const isCouncils = book.sheets.reduce((count, { units }) => count + units.length, 0) > 1;
  if (!isCouncils || !subject) return details;
  const { superiorBody, year, grounds, inspectedOnSite, inspectedByReport } = details;
  return { ...NO_DETAILS, superiorBody, year, grounds, inspectedOnSite, inspectedByReport, issuingBody: subject.name };
}

/** « năm 2022» behind a title; dots where nobody said the year, because a title has no other blank. */
export const titleYear = ({ year }: ReportDetails): string => ` năm ${year === null ? '……' : year}`;

export const subjectsIn = ({ book, previous, units }: ReportInput): Subject[] => subjectsOf(book, previous, units);

export const formOf = (details: ReportDetails, subject: string, type = 'BÁO CÁO'): DocumentForm => ({ ...details, type, subject });

/** More lines than these make hundreds of pages that nobody reads, and a file that takes minutes to write. */
export const MOST_LINES = 5_000;

export const NO_AREAS = 'Bảng tổng hợp không có điểm của từng lĩnh vực, tiêu chí.';

/** A report about one unit when none was chosen. */
export const withoutSubject = (form: DocumentForm): ReportDocument => ({ form, sections: [{ landscape: false, appendix: null, blocks: [paragraph(blank('đơn vị được báo cáo'))] }] });

export type Words = readonly (string | TextRun)[];

export const run = (words: string | TextRun): TextRun => (typeof words === 'string' ? { text: words } : words);
export const bold = (text: string): TextRun => ({ text, bold: true });
export const italic = (text: string): TextRun => ({ text, italic: true });
/** Something that only a person can know; `what` says what belongs there. */
export const blank = (what: string): TextRun => ({ text: what, blank: true });
/** The officer's words, or a marked blank where there are none. */
export const orBlank = (text: string | null, what: string): TextRun => (text === null || text.trim() === '' ? blank(what) : { text: text.trim() });

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (...words: Words): Block => ({ kind: 'paragraph', runs: words.map(run) });
/** Words that the program proposes and a person has to confirm. */
export const draft = (...words: Words): Block => ({ kind: 'paragraph', runs: words.map(run), draft: true });

export const cell = (words: string | TextRun | Words, look: Omit<DocumentCell, 'runs'> = {}): DocumentCell => ({ ...look, runs: (typeof words === 'string' || 'text' in words ? [words] : words).map(run) });
export const centred = (text: string, look: Omit<DocumentCell, 'runs' | 'align'> = {}): DocumentCell => cell(text, { ...look, align: 'center' });
export const headed = (text: string, size: Pick<DocumentCell, 'span' | 'down'> = {}): DocumentCell => ({ runs: [bold(text)], align: 'center', ...size });

/** The sentence that closes a report. */
export const closing = ({ type, subject }: DocumentForm): Block => paragraph(`Trên đây là ${capitalised(type.toLocaleLowerCase('vi'))} ${insideSentence(subject)}.`);

/** Căn cứ: a paragraph each. */
export const groundsOf = ({ grounds }: ReportDetails): Block[] =>
  grounds.length === 0
    ? [paragraph(italic('Căn cứ '), blank('quyết định ban hành bộ tiêu chí, văn bản giao nhiệm vụ chấm điểm'), ';')]
    : grounds.map((ground, at) => paragraph(italic(`${ground.replace(/[\s.;]+$/, '')}${at < grounds.length - 1 ? ';' : '.'}`)));
