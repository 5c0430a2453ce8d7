/**
 * What is to be done, grouped by the body that answers for it: its items and points, the measures that the officer
 * typed, and where there are none a draft from the causes.
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
import { capitalised, citedTogether, inOneLine, insideSentence, namesInBrackets } from './wording';

interface Loss {
  readonly subject: Subject;
  readonly deduction: Deduction;
  /** What the body has to do with it. */
  readonly words: Remedy & Pick<Deduction, 'cause'>;
}
interface Duties {
  /** Null where nobody wrote who answers for them. */
  readonly body: string | null;
  readonly losses: readonly Loss[];
}

/** The chapter «Giải pháp, kiến nghị»: what stays from year to year, then body by body; a marked blank without both. */
export function measuresChapter(
  subjects: readonly Subject[],
  details: ReportDetails,
  { isCouncils, missing }: { readonly isCouncils: boolean; readonly missing: string },
): Block[] {
  const blocks = [
    // Before what is for single bodies.
    ...standingTexts(details.requests),
    ...standingTexts(details.tasks),
    ...measuresByBody(subjects, isCouncils, details.tasks.length + details.requests.length > 0),
    ...standingPart('Kiến nghị, đề xuất', details.proposals),
  ];
  return blocks.length > 0 ? blocks : [paragraph(blank(missing))];
}

/** In the order in which the bodies first lost something. `isCouncils`: a unit answers for what names nobody. */
function measuresByBody(subjects: readonly Subject[], isCouncils: boolean, hasTexts: boolean): Block[] {
  if (subjects.reduce((count, { deductions }) => count + deductions.length, 0) > MOST_LINES)
    return [paragraph('Giải pháp đối với từng nội dung bị trừ điểm: có bảng tổng hợp điểm bị trừ kèm theo.')];
  // Where the officer's own texts say what is to be done, losses that nobody answers for add nothing to them.
  const duties = dutiesOf(subjects, isCouncils).filter(
    ({ body, losses }) => body !== null || !hasTexts || losses.some(({ deduction }) => !isBlank(deduction.remedy)),
  );
  return duties.flatMap(({ body, losses }, position) => [
    paragraph(
      bold(`${position + 1}) `),
      body === null ? blank('đơn vị chịu trách nhiệm') : bold(capitalised(body)),
      isCouncils && subjects.length > 1 ? whereOf(body, losses) : '',
    ),
    paragraph(
      `- Chịu trách nhiệm khắc phục nội dung bị trừ điểm tại ${citedIn(losses)}; ` +
        `tổng điểm bị trừ: ${pointsIn(losses)} điểm.`,
    ),
    ...measuresOf(losses, body !== null),
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
      // What nobody answers for comes last.
      .sort((a, b) => Number(a.body === null) - Number(b.body === null))
  );
}

/** Of an area that is scored as a whole only what was said of the body's own parts, where nothing else was typed. */
function wordsFor(deduction: Deduction, body: string | null): Loss['words'] {
  const { cause, remedy, remedyDue, remedyStatus, ofParts = null } = deduction;
  const all = { cause, remedy, remedyDue, remedyStatus };
  const own = ofParts?.byBody?.find(({ responsibleBody }) => plainKey(responsibleBody ?? '') === plainKey(body ?? ''));
  if (!ofParts || !own) return all;
  const of = (role: keyof Loss['words']): string | null => (all[role] === ofParts[role] ? own[role] : all[role]);
  return {
    cause: of('cause'),
    remedy: of('remedy'),
    remedyDue: of('remedyDue'),
    remedyStatus: of('remedyStatus'),
  };
}

/** What the people answered in a survey nobody is asked to mend, unless somebody wrote how or who. */
export const isToRemedy = (subject: Subject, { item, remedy, responsibleBody }: Deduction): boolean =>
  !isInSurvey(itemsOf(subject), item) || !isBlank(remedy) || !isBlank(responsibleBody);

/** «Công chức Văn hóa» stands in every commune: in which ones points were lost; nothing behind a unit itself. */
function whereOf(body: string | null, losses: readonly Loss[]): string {
  const names = [...new Set(losses.map(({ subject: { name } }) => name))];
  return names.length === 1 && names[0] === body ? '' : ` (${namesInBrackets(names)})`;
}

/** «Phòng Nội vụ; Văn phòng» are two. */
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
 * Typed measures, each once with its items and its time; else what the causes suggest, marked as a draft: to nobody
 * they would only be said again.
 */
function measuresOf(losses: readonly Loss[], isDrafted: boolean): Block[] {
  const open = losses.filter(({ words: { remedy } }) => isBlank(remedy));
  const typed = groupedBy(
    losses.filter((each) => !open.includes(each)),
    ({ words: { remedy, remedyDue, remedyStatus } }) => plainKey([remedy, remedyDue, remedyStatus].join('|')),
  );
  const causes = groupedBy(isDrafted ? open : [], ({ words: { cause } }) => plainKey(inOneLine(cause ?? '')) || null);
  const unexplained = open.filter(({ words: { cause } }) => !isDrafted || isBlank(cause));
  return [
    ...typed.flatMap((group) => group.slice(0, 1).map((first) => paragraph(`- ${measureOf(first, group)}`))),
    // One paragraph a body: a line each makes pages of what stands among the shortcomings already.
    ...(causes.length > 0 ? [draft(`- Khắc phục các tồn tại: ${causes.map(causeOf).join('; ')}.`)] : []),
    ...(unexplained.length > 0 ? [paragraph('- ', blank(`giải pháp đối với ${citedIn(unexplained)}`))] : []),
  ];
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
