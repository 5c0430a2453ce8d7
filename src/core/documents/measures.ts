/**
 * The measures to be taken, grouped by responsible body: its items and points, and the measures that the officer typed,
 * or a draft made from the causes if there are none.
 */
import type { Deduction, Remedy } from '../model/deduction';
import type { Block } from '../model/document';
import type { ReportDetails } from '../model/report-details';
import { isInSurvey } from '../model/score-sheet';
import { sum } from '../values/decimal';
import { plainKey } from '../values/fold-text';
import { groupedBy } from '../values/grouped-by';
import { shown } from './points';
import { blank, bold, draft, MOST_LINES, paragraph, standingPart, standingTexts } from './report';
import { itemsOf, type Subject } from './subjects';
import { capitalised, citedTogether, counted, inOneLine, insideSentence, namesInBrackets } from './wording';

interface Loss {
  readonly subject: Subject;
  readonly deduction: Deduction;
  /** The cause and remedy that concern the body. */
  readonly words: Remedy & Pick<Deduction, 'cause'>;
}
interface Duties {
  /** Null if no responsible body is given. */
  readonly body: string | null;
  readonly losses: readonly Loss[];
}

interface MeasuresOptions {
  readonly isCouncils: boolean;
  /** Named in the blank that stands for an empty chapter. */
  readonly missing: string;
  /** The report prints each measure beside its loss: the chapter refers to them. */
  readonly arePrinted?: boolean;
}

/**
 * The chapter «Giải pháp, kiến nghị»: the standing texts of `Cấu hình`, then the measures body by body; a marked blank
 * if there are neither.
 */
export function measuresChapter(
  subjects: readonly Subject[],
  details: ReportDetails,
  { isCouncils, missing, arePrinted = false }: MeasuresOptions,
): Block[] {
  const blocks = [
    // The general texts come before the measures of single bodies.
    ...standingTexts(details.requests),
    ...standingTexts(details.tasks),
    ...measuresByBody(subjects, {
      isCouncils,
      arePrinted,
      hasTexts: details.tasks.length + details.requests.length > 0,
    }),
    ...standingPart('Kiến nghị, đề xuất', details.proposals),
  ];
  return blocks.length > 0 ? blocks : [paragraph(blank(missing))];
}

/**
 * In the order in which the bodies first lost points. If `isCouncils` is set, the unit is responsible for losses that
 * name no body.
 */
function measuresByBody(
  subjects: readonly Subject[],
  { isCouncils, arePrinted, hasTexts }: { isCouncils: boolean; arePrinted: boolean; hasTexts: boolean },
): Block[] {
  if (subjects.reduce((count, { deductions }) => count + deductions.length, 0) > MOST_LINES)
    return [paragraph('Giải pháp đối với từng nội dung bị trừ điểm: có bảng tổng hợp điểm bị trừ kèm theo.')];
  // If the officer's own texts state what is to be done, losses without a responsible body and without a remedy are
  // left out.
  const duties = dutiesOf(subjects, isCouncils).filter(
    ({ body, losses }) => body !== null || !hasTexts || losses.some(({ deduction }) => !isBlank(deduction.remedy)),
  );
  return duties.flatMap(({ body, losses }, position) => [
    paragraph(
      bold(`${position + 1}) `),
      body === null ? blank('đơn vị chịu trách nhiệm') : bold(capitalised(body)),
      isCouncils && subjects.length > 1 ? whereOf(body, losses, subjects.length) : '',
    ),
    paragraph(
      `- Chịu trách nhiệm khắc phục nội dung bị trừ điểm tại ${citedIn(losses)}; ` +
        `tổng điểm bị trừ: ${pointsIn(losses)} điểm.`,
    ),
    ...measuresOf(losses, body !== null, arePrinted),
  ]);
}

function dutiesOf(subjects: readonly Subject[], isCouncils: boolean): Duties[] {
  const shares = subjects.flatMap((subject) =>
    subject.deductions
      .filter((each) => isToRemedy(subject, each))
      .flatMap((deduction) =>
        bodiesOf(deduction, isCouncils ? subject.name : null).map((body) => ({
          ...{ body, subject, deduction },
          words: wordsFor(deduction, body),
        })),
      ),
  );
  return (
    groupedBy(shares, ({ body }) => plainKey(body ?? ''))
      .map((losses) => ({ body: losses[0]?.body ?? null, losses }))
      // Losses without a responsible body come last.
      .sort((a, b) => Number(a.body === null) - Number(b.body === null))
  );
}

/**
 * For an area that is scored as a whole, only the words about the body's own parts, unless other words were typed for
 * the area.
 */
function wordsFor(deduction: Deduction, body: string | null): Loss['words'] {
  const { cause, remedy, remedyDue, remedyStatus, ofParts = null } = deduction;
  const all = { cause, remedy, remedyDue, remedyStatus };
  const bodyWords = ofParts?.byBody?.find(
    ({ responsibleBody }) => plainKey(responsibleBody ?? '') === plainKey(body ?? ''),
  );
  if (!ofParts || !bodyWords) return all;
  const of = (role: keyof Loss['words']): string | null => (all[role] === ofParts[role] ? bodyWords[role] : all[role]);
  return {
    cause: of('cause'),
    remedy: of('remedy'),
    remedyDue: of('remedyDue'),
    remedyStatus: of('remedyStatus'),
  };
}

/** A survey item needs no remedy unless a remedy or a responsible body is given. */
export const isToRemedy = (subject: Subject, { item, remedy, responsibleBody }: Deduction): boolean =>
  !isInSurvey(itemsOf(subject), item) || !isBlank(remedy) || !isBlank(responsibleBody);

/**
 * The units in which a body lost points, because every commune has a «Công chức Văn hóa»; empty if the body is the unit
 * itself.
 */
function whereOf(body: string | null, losses: readonly Loss[], all: number): string {
  const names = [...new Set(losses.map(({ subject: { name } }) => name))];
  if (names.length === all && all > MOST_NAMED) return ` (cả ${counted(all, 'đơn vị')})`;
  return names.length === 1 && names[0] === body ? '' : ` (${namesInBrackets(names)})`;
}

const MOST_NAMED = 3;

/** «Phòng Nội vụ; Văn phòng» are two bodies. */
function bodiesOf({ responsibleBody }: Deduction, otherwise: string | null): (string | null)[] {
  const stated = (responsibleBody ?? '')
    .split(/[;\r\n]/)
    .map((each) => each.replace(/^[\s\-–•+*]+|[\s.,]+$/g, ''))
    .filter((each) => each !== '');
  return stated.length > 0 ? stated : [otherwise];
}

const citedIn = (losses: readonly Loss[]): string =>
  citedTogether(losses.map(({ subject, deduction: { item } }) => ({ items: itemsOf(subject), item })));

const pointsIn = (losses: readonly Loss[]): string =>
  shown(
    sum(losses.map(({ deduction }) => deduction.lostPoints)),
    Math.max(...losses.map(({ subject }) => subject.pointPlaces)),
  );

/**
 * Typed measures, each once with its items and its due time; for the other losses the causes are offered as a draft.
 * Without a responsible body there is no draft, because it would only repeat the causes.
 */
function measuresOf(losses: readonly Loss[], isDrafted: boolean, arePrinted: boolean): Block[] {
  const open = losses.filter(({ words: { remedy } }) => isBlank(remedy));
  // An area that is scored as a whole has the measures of all its bodies beside it.
  const printed = losses.filter(
    (each) => arePrinted && !open.includes(each) && (each.deduction.ofParts ?? null) === null,
  );
  const typed = groupedBy(
    losses.filter((each) => !open.includes(each) && !printed.includes(each)),
    ({ words: { remedy, remedyDue, remedyStatus } }) => plainKey([remedy, remedyDue, remedyStatus].join('|')),
  );
  const causes = groupedBy(isDrafted ? open : [], ({ words: { cause } }) => plainKey(inOneLine(cause ?? '')) || null);
  const unexplained = open.filter(({ words: { cause } }) => !isDrafted || isBlank(cause));
  return [
    ...typed.flatMap((group) => group.slice(0, 1).map((first) => paragraph(`- ${measureOf(first, group)}`))),
    ...(printed.length === 0
      ? []
      : [paragraph(`- Thực hiện giải pháp khắc phục đã nêu đối với ${citedIn(printed)}${duesOf(printed)}.`)]),
    // One paragraph for each body: a line for each cause would repeat pages of the shortcomings.
    ...(causes.length > 0 ? [draft(`- Khắc phục các tồn tại: ${causes.map(causeOf).join('; ')}.`)] : []),
    ...(unexplained.length > 0 ? [paragraph('- ', blank(`giải pháp đối với ${citedIn(unexplained)}`))] : []),
  ];
}

/** «; thời hạn: 31/12 (tiêu chí 1.1), quý I (tiêu chí 2.1)» */
function duesOf(losses: readonly Loss[]): string {
  const dues = groupedBy(losses, ({ words: { remedyDue } }) => plainKey(remedyDue ?? '') || null);
  const isOfAll = dues[0]?.length === losses.length;
  const texts = dues.map(
    (group) => (group[0]?.words.remedyDue?.trim() ?? '') + (isOfAll ? '' : ` (${citedIn(group)})`),
  );
  return texts.length === 0 ? '' : `; thời hạn: ${texts.join(', ')}`;
}

const isBlank = (text: string | null): boolean => (text ?? '').trim() === '';

const causeOf = (losses: readonly Loss[]): string =>
  `${insideSentence(inOneLine(losses[0]?.words.cause ?? ''))} (${citedIn(losses)})`;

function measureOf({ words: { remedy, remedyDue, remedyStatus } }: Loss, losses: readonly Loss[]): string {
  const about = [
    citedIn(losses),
    ...(remedyDue === null ? [] : [`thời hạn: ${remedyDue}`]),
    ...(remedyStatus === null ? [] : [`tình trạng: ${remedyStatus.toLocaleLowerCase('vi')}`]),
  ];
  return `${inOneLine(remedy ?? '')} (${about.join('; ')}).`;
}
