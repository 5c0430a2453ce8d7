/** What all reports share: their input, the official form, and helpers that make runs, paragraphs and cells. */
import type { BookAssessment } from '../model/assessment';
import type { Block, DocumentCell, DocumentForm, ReportDocument, TextRun } from '../model/document';
import { bodyInSentence } from '../model/body-name';
import { allTables } from '../matching/most-detailed';
import { unitKey } from '../matching/unit-keys';
import type { Item } from '../model/score-sheet';
import { NO_DETAILS, type ReportDetails } from '../model/report-details';
import { subjectsOf, yearBefore, type ChosenUnit, type Subject } from './subjects';
import { capitalised, DOTS, ended, insideSentence } from './wording';

export interface ReportInput {
  readonly book: BookAssessment;
  /** Last year's workbook or sheet; null if there is none. */
  readonly previous: BookAssessment | null;
  /** Null means all units. A report about one unit uses the first. */
  readonly units: readonly ChosenUnit[] | null;
  readonly details: ReportDetails;
}

export interface Report {
  /**
   * Permanent code: R1 … R5 of FIELD.md §7, and others such as `BIEN-BAN`. The record, R2, R3 and R4 are about one
   * unit.
   */
  readonly code: string;
  readonly compose: (input: ReportInput) => ReportDocument;
}

export interface Years {
  /** «năm 2022», or «năm ……» if the year is not given. */
  readonly current: string;
  readonly previous: string;
}

export function yearsOf({ details, previous }: Pick<ReportInput, 'details' | 'previous'>): Years {
  const { year } = details;
  const before = yearBefore(previous, details);
  return { current: `năm ${year ?? DOTS}`, previous: before === null ? 'năm trước' : `năm ${before}` };
}

/** Whether the workbook covers several units. */
export const isCouncils = (book: BookAssessment): boolean => ownersOf(book).size > 1;

/**
 * The units that the workbook belongs to. A workbook whose items all belong to one unit is that unit's own, even if it
 * also has a table of all units.
 */
function ownersOf(book: BookAssessment): ReadonlySet<string> {
  const tables = allTables(book);
  const itemised = tables.filter(({ scoreSheet }) => scoreSheet.itemised && scoreSheet.items.some(isPart));
  const printed = itemised.length > 0 ? itemised : tables;
  return new Set(printed.flatMap(({ scoreSheet: { units } }) => units.map(({ name }) => unitKey(name))));
}

const APPRAISING_BODY = /^\s*(hội đồng|tổ|đoàn|ban chỉ đạo)\s/iu;
const hasMany = (book: BookAssessment): boolean =>
  allTables(book).some(({ scoreSheet: { units } }) => units.length > 1);

const isPart = ({ level }: Item): boolean => level > 0;

/**
 * A workbook of many units and its letterhead belong to the council. A unit's report about itself is issued by the
 * unit, under the same superior body.
 */
export function issuedByUnit(
  { book, details }: Pick<ReportInput, 'book' | 'details'>,
  subject: Subject | undefined,
): ReportDetails {
  const owners = ownersOf(book);
  // If a council shows one of its units item by item, the workbook is still the council's.
  const isOwn =
    owners.size < 2 &&
    (owners.has(unitKey(subject?.unit.name ?? '')) || allTables(book).length === 1) &&
    !(APPRAISING_BODY.test(details.issuingBody ?? '') && hasMany(book));
  if (isOwn || !subject) return details;
  // A letterhead may name the unit itself as the superior body; it is dropped, because no body is above itself.
  const superiorBody = unitKey(details.superiorBody ?? '') === unitKey(subject.name) ? null : details.superiorBody;
  const { year, grounds, headScale, inspectedOnSite, inspectedByReport, withoutDraftMarks, keepsBlanks } = details;
  return {
    ...NO_DETAILS,
    superiorBody,
    year,
    grounds,
    headScale,
    inspectedOnSite,
    inspectedByReport,
    withoutDraftMarks,
    keepsBlanks,
    issuingBody: subject.name,
  };
}

/** « năm 2022», added to a title. */
export const titleYear = ({ year }: ReportDetails): string => ` năm ${year ?? DOTS}`;

export const subjectsIn = ({ book, previous, units }: ReportInput): Subject[] => subjectsOf(book, previous, units);

/**
 * A kind of document, with the letters of its symbol. Only a report has an addressee; a table is part of another
 * document and has no letters.
 */
interface DocumentKind {
  readonly type: string;
  readonly letters: string | null;
  readonly isSent: boolean;
}
const REPORT: DocumentKind = { type: 'BÁO CÁO', letters: 'BC', isSent: true };
export const PLAN: DocumentKind = { type: 'KẾ HOẠCH', letters: 'KH', isSent: false };
export const RECORD: DocumentKind = { type: 'BIÊN BẢN', letters: 'BB', isSent: false };
export const TABLE: DocumentKind = { type: 'BẢNG TỔNG HỢP', letters: null, isSent: false };

const LETTERS = /^(?:BC|BB|KH|QĐ|TB|TTr|CV|CTr|PA|ĐA)(?=-)/iu;

/**
 * A number belongs to one document: «05/BC-UBND» is the number of a report. A plan of the same body gets «…/KH-UBND»,
 * with the number left for the officer to fill in.
 */
export function formOf(
  details: ReportDetails,
  subject: string,
  { type, letters, isSent }: DocumentKind = REPORT,
): DocumentForm {
  const symbolLetters = LETTERS.exec(details.symbol ?? '')?.[0] ?? null;
  const isOwn = symbolLetters === null ? letters === REPORT.letters : symbolLetters.toLocaleUpperCase('vi') === letters;
  const symbol = isOwn
    ? details.symbol
    : symbolLetters === null || letters === null
      ? null
      : `${letters}${(details.symbol ?? '').slice(symbolLetters.length)}`;
  return {
    ...details,
    number: isOwn ? details.number : null,
    symbol,
    addressee: isSent ? (details.addressee ?? '') : null,
    type,
    subject,
  };
}

/** More lines would make hundreds of unread pages and a file that takes minutes to write. */
export const MOST_LINES = 5_000;

export const NO_AREAS = 'Bảng tổng hợp không có điểm của từng lĩnh vực, tiêu chí.';

/** The document for a report about one unit when no unit is chosen. */
export const withoutSubject = (form: DocumentForm): ReportDocument => ({
  form,
  sections: [{ landscape: false, appendix: null, blocks: [paragraph(blank('đơn vị được báo cáo'))] }],
});

type Words = readonly (string | TextRun)[];

export const run = (words: string | TextRun): TextRun => (typeof words === 'string' ? { text: words } : words);
export const bold = (text: string): TextRun => ({ text, bold: true });
export const italic = (text: string): TextRun => ({ text, italic: true });
/** A marked blank that a person has to fill in; `what` names the missing content. */
export const blank = (what: string): TextRun => ({ text: what, blank: true });
/** The officer's text, or a marked blank if it is empty. */
export const orBlank = (text: string | null, what: string): TextRun =>
  text === null || text.trim() === '' ? blank(what) : { text: text.trim() };

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
/** Chapters with numbered headings. */
export const numbered = (chapters: readonly (readonly [title: string, blocks: readonly Block[]])[]): Block[] =>
  chapters.flatMap(([title, blocks], position) => [heading(1, `${position + 1}. ${title}`), ...blocks]);
export const paragraph = (...words: Words): Block => ({ kind: 'paragraph', runs: words.map(run) });
/** Text that the program proposes and a person has to confirm. */
export const draft = (...words: Words): Block => ({ kind: 'paragraph', runs: words.map(run), draft: 'words' });
/** «Cần rà soát trước khi trình …»: a note to the signer, to be removed before signing. */
export const signersNote = (text: string): Block => ({
  kind: 'paragraph',
  runs: [italic(`Cần rà soát trước khi trình${text}`)],
  draft: 'note',
});

/** Turns drafts into plain text of the document and drops the signer's notes. */
export const withoutDraftMarks = ({ form, sections }: ReportDocument): ReportDocument => ({
  form,
  sections: sections.map((section) => ({
    ...section,
    blocks: section.blocks.flatMap((block): Block[] => {
      if (block.kind !== 'paragraph' || block.draft === undefined) return [block];
      const { draft: mark, ...words } = block;
      return mark === 'note' ? [] : [words];
    }),
  })),
});

export const cell = (words: string | TextRun | Words, look: Omit<DocumentCell, 'runs'> = {}): DocumentCell => ({
  ...look,
  runs: (typeof words === 'string' || 'text' in words ? [words] : words).map(run),
});
export const centred = (text: string, look: Omit<DocumentCell, 'runs' | 'align'> = {}): DocumentCell =>
  cell(text, { ...look, align: 'center' });
export const headed = (text: string, size: Pick<DocumentCell, 'span' | 'down'> = {}): DocumentCell => ({
  runs: [bold(text)],
  align: 'center',
  ...size,
});

/** The closing sentence of a unit's report, followed by the request that the addressee consider it. */
export function closingTo(form: DocumentForm): Block {
  const block = closing(form);
  const addressee = (form.addressee ?? '').trim().replace(/[.;,\s]+$/, '');
  return addressee === '' || addressee.includes('\n') || block.kind !== 'paragraph'
    ? block
    : { ...block, runs: [...block.runs, run(` Kính báo cáo ${bodyInSentence(addressee)} xem xét, chỉ đạo.`)] };
}

/** The closing sentence of a report. A blank year is left out, because its dots would run into «./.». */
export function closing({ type, subject }: DocumentForm): Block {
  const blankYear = ` năm ${DOTS}`;
  const subjectText = insideSentence(subject);
  const about = subjectText.endsWith(blankYear) ? subjectText.slice(0, -blankYear.length) : subjectText;
  return paragraph(`Trên đây là ${capitalised(type.toLocaleLowerCase('vi'))} ${about}.`);
}

/**
 * The standing texts of `Cấu hình`, each with a dash. A text with «+» belongs to the one before it, «1. Phòng Nội vụ»
 * names the body that the following texts are for, and a first text «… như sau:» introduces all of them.
 */
export const standingTexts = (texts: readonly string[]): Block[] =>
  texts.map((text, position) => {
    if (/^\d{1,2}[.)]\s/.test(text)) return paragraph(text.length > LONGEST_TITLE ? text : bold(text));
    if (position === 0 && /:$/.test(text) && !/^\+\s/.test(texts[1] ?? '+ ')) return paragraph(text);
    const isPart = /^\+\s/.test(text);
    const block = paragraph(ended(isPart ? text : `- ${text}`));
    return isPart && block.kind === 'paragraph' ? { ...block, indent: 1 } : block;
  });

const LONGEST_TITLE = 100;

/** Standing texts below a bold lead; empty if there are none. */
export const standingPart = (lead: string, texts: readonly string[]): Block[] =>
  texts.length === 0 ? [] : [paragraph(bold(`${lead}:`)), ...standingTexts(texts)];

/**
 * The legal grounds (căn cứ), one paragraph each, and the sentence that follows them: «… xã A báo cáo kết quả … như
 * sau:».
 */
export function openingOf({ grounds, issuingBody }: ReportDetails, does: string): Block[] {
  const issuer = issuingBody === null ? null : capitalised(bodyInSentence(issuingBody));
  return [
    ...(grounds.length === 0
      ? [paragraph(italic('Căn cứ '), blank('quyết định ban hành bộ tiêu chí, văn bản giao nhiệm vụ chấm điểm'), ';')]
      : grounds.map((ground) => paragraph(italic(`${ground.replace(/[\s.;]+$/, '')};`)))),
    // The sentence names the issuing body only once.
    paragraph(
      issuer ?? blank('cơ quan ban hành'),
      ` ${issuer === null ? does : does.replace(` của ${issuer}`, '')} như sau:`,
    ),
  ];
}
