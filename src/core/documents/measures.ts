/**
 * What is to be done, grouped by the body that answers for it: its items and points, the measures that the officer
 * typed, and where there are none a draft from the causes.
 */
import type { Deduction } from '../model/deduction';
import type { Block } from '../model/document';
import type { ReportDetails } from '../model/report-details';
import { sum } from '../values/decimal';
import { plainKey } from '../values/fold-text';
import { shown } from './points';
import { blank, bold, draft, MOST_LINES, paragraph, standingTexts } from './report';
import { itemsOf, type Subject } from './subjects';
import { capitalised, citedShortly, inOneLine } from './wording';

interface Loss {
  readonly subject: Subject;
  readonly deduction: Deduction;
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
    ...standingTexts(details.tasks),
    ...standingTexts(details.requests),
    ...measuresByBody(subjects, isCouncils),
    ...standingTexts(details.proposals),
  ];
  return blocks.length > 0 ? blocks : [paragraph(blank(missing))];
}

/** In the order in which the bodies first lost something. `isCouncils`: a unit answers for what names nobody. */
function measuresByBody(subjects: readonly Subject[], isCouncils: boolean): Block[] {
  const all = dutiesOf(subjects, isCouncils);
  if (all.reduce((count, { losses }) => count + losses.length, 0) > MOST_LINES) return [];
  return all.flatMap((duties, position) => [
    paragraph(
      bold(`${position + 1}) `),
      duties.body === null ? blank('đơn vị chịu trách nhiệm') : bold(capitalised(duties.body)),
    ),
    paragraph(
      `- Chịu trách nhiệm khắc phục nội dung bị trừ điểm tại tiêu chí ${citedIn(duties.losses)}; ` +
        `tổng điểm bị trừ: ${pointsIn(duties.losses)}.`,
    ),
    ...measuresOf(duties.losses),
  ]);
}

function dutiesOf(subjects: readonly Subject[], isCouncils: boolean): Duties[] {
  const found = new Map<string, { body: string | null; losses: Loss[] }>();
  for (const subject of subjects)
    for (const deduction of subject.deductions)
      for (const body of bodiesOf(deduction, isCouncils ? subject.name : null)) {
        const key = plainKey(body ?? '');
        const known = found.get(key) ?? { body, losses: [] };
        known.losses.push({ subject, deduction });
        found.set(key, known);
      }
  // What nobody answers for comes last.
  return [...found.values()].sort((a, b) => Number(a.body === null) - Number(b.body === null));
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
  [...new Set(losses.map(({ subject, deduction }) => citedShortly(itemsOf(subject), deduction.item)))].join(', ');

const pointsIn = (losses: readonly Loss[]): string =>
  shown(
    sum(losses.map(({ deduction }) => deduction.lostPoints)),
    Math.max(...losses.map(({ subject }) => subject.pointPlaces)),
  );

/** Typed measures, each once with its items and its time; else what the causes suggest, marked as a draft. */
function measuresOf(losses: readonly Loss[]): Block[] {
  const typed = grouped(losses, ({ deduction: { remedy, remedyDue, remedyStatus } }) =>
    (remedy ?? '').trim() === '' ? null : [remedy, remedyDue, remedyStatus].join('|'),
  );
  const open = losses.filter(({ deduction }) => (deduction.remedy ?? '').trim() === '');
  const causes = grouped(open, ({ deduction: { cause } }) => ((cause ?? '').trim() === '' ? null : cause));
  const blanks = open.filter(({ deduction: { cause } }) => (cause ?? '').trim() === '');
  return [
    ...typed.map((some) => paragraph(`- ${typedMeasure(some)}`)),
    // One paragraph a body: a line each makes pages of what stands among the shortcomings already.
    ...(causes.length > 0 ? [draft(`- Khắc phục các tồn tại: ${causes.map(causeIn).join('; ')}.`)] : []),
    ...(blanks.length > 0 ? [paragraph('- ', blank(`giải pháp đối với tiêu chí ${citedIn(blanks)}`))] : []),
  ];
}

const causeIn = (losses: readonly Loss[]): string =>
  `${inOneLine(losses[0]?.deduction.cause ?? '').replace(/^[-–•+*]\s*/, '')} (tiêu chí ${citedIn(losses)})`;

function grouped(losses: readonly Loss[], keyOf: (loss: Loss) => string | null): Loss[][] {
  const found = new Map<string, Loss[]>();
  for (const loss of losses) {
    const words = keyOf(loss);
    if (words === null) continue;
    const key = plainKey(words);
    found.set(key, [...(found.get(key) ?? []), loss]);
  }
  return [...found.values()];
}

function typedMeasure(losses: readonly Loss[]): string {
  const { remedy, remedyDue, remedyStatus } = losses[0]?.deduction ?? {
    remedy: '',
    remedyDue: null,
    remedyStatus: null,
  };
  const about = [
    `tiêu chí ${citedIn(losses)}`,
    ...(remedyDue === null ? [] : [`thời hạn: ${remedyDue}`]),
    ...(remedyStatus === null ? [] : [`tình trạng: ${remedyStatus.toLocaleLowerCase('vi')}`]),
  ];
  return `${inOneLine(remedy ?? '').replace(/^[-–•+*]\s*/, '')} (${about.join('; ')}).`;
}
