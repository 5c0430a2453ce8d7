/**
 * R5: which units were inspected on site and which through reports, what was found there, and what has been remedied
 * since.
 */
import type { Deduction } from '../../model/deduction';
import { REMEDY_STATUSES } from '../../model/deduction-sheet';
import type { Block, DocumentTable, ReportDocument } from '../../model/document';
import type { Item } from '../../model/score-sheet';
import { foldText, plainKey } from '../../values/fold-text';
import { groupedBy } from '../../values/grouped-by';
import type { InspectedBody } from '../../model/beside/inspection';
import type { ReportDetails } from '../../model/report-details';
import { withContents } from '../contents';
import { logAppendix, logFindings, logMeasures, logStatuses, whoWasInspected, withLog } from '../inspection-log';
import { isToRemedy, measuresChapter } from '../measures';
import { shown } from '../points';
import {
  cell,
  centred,
  closing,
  formOf,
  headed,
  heading,
  italic,
  MOST_LINES,
  NO_AREAS,
  openingOf,
  orBlank,
  paragraph,
  signersNote,
  standingTexts,
  subjectsIn,
  titleYear,
  yearsOf,
  type Report,
  type ReportInput,
} from '../report';
import { detailsOf, itemsOf, nameFinder, pathOf, sharedItems, type Subject } from '../subjects';
import { whyUndetermined } from '../why-undetermined';
import { areaTitle, capitalised, citedAs, counted, inOneLine, insideSentence, listed } from '../wording';

const FOUND = 'Tồn tại, hạn chế được phát hiện';

export const INSPECTION_FOLLOW_UP: Report = { code: 'R5', compose };

function compose(input: ReportInput): ReportDocument {
  const { inspections: log } = input.book;
  const details = withLog(input.details, log);
  const all = subjectsIn(input);
  const detailed = detailsOf(input, all).map(toRemedy);
  const nameIn = nameFinder(subjectsIn({ ...input, units: null }));
  const named = (names: readonly string[]): Subject[] => {
    const known = new Set(names.map((name) => nameIn(name)));
    return detailed.filter((_, position) => known.has(all[position]?.unit.name ?? null));
  };
  const onSite = named(details.inspectedOnSite);
  const byReport = named(details.inspectedByReport).filter((each) => !onSite.includes(each));
  const isStated = details.inspectedOnSite.length + details.inspectedByReport.length > 0;
  const inspected = isStated ? [...onSite, ...byReport] : detailed;
  const years = yearsOf(input);
  const form = formOf(
    details,
    `Kết quả kiểm tra công tác cải cách hành chính${titleYear(details)} và tình hình khắc phục tồn tại, hạn chế`,
  );
  const blocks: Block[] = [
    ...openingOf(details, `báo cáo ${insideSentence(form.subject)}`),
    heading(1, '1. Tình hình kiểm tra'),
    ...standingTexts(details.deployment),
    ...whoWasInspected(details.inspectedOnSite, details.inspectedByReport, years.current),
    ...(all.length > 0 ? unknownNamesNote(input.details, nameIn) : []),
    heading(1, `2. ${log.some(({ strengths }) => strengths !== null) ? 'Kết quả kiểm tra' : FOUND}`),
    ...(isStated
      ? [
          heading(2, '2.1. Qua kiểm tra trực tiếp'),
          ...foundIn(log, 'onSite', onSite, details.inspectedOnSite),
          heading(2, '2.2. Qua kiểm tra báo cáo'),
          ...foundIn(log, 'byReport', byReport, details.inspectedByReport),
          ...logFindings(log.filter(({ how }) => how === null)),
        ]
      : [...logFindings(log), ...(log.length > 0 && all.length === 0 ? [] : findingsOf(detailed, [], 2))]),
    heading(1, '3. Kết quả khắc phục'),
    ...logStatuses(log),
    ...(log.length > 0 && inspected.length === 0 ? [] : remedied(inspected)),
    heading(1, '4. Giải pháp, kiến nghị'),
    ...logMeasures(log),
    ...measuresChapter(inspected, details, {
      isCouncils: true,
      missing: 'kiến nghị, đề xuất đối với các đơn vị và cơ quan có thẩm quyền',
    }),
    closing(form),
  ];
  return withContents({
    form,
    sections: [
      { landscape: false, appendix: null, blocks },
      ...remedyAppendix(inspected),
      ...logAppendix(log, inspected.some(({ deductions }) => deductions.length > 0) ? 'Phụ lục II' : 'Phụ lục'),
    ],
  });
}

const toRemedy = (subject: Subject): Subject => ({
  ...subject,
  deductions: subject.deductions.filter((each) => isToRemedy(subject, each)),
});

/** The findings of the log for these bodies, and the points that they lost. */
function foundIn(
  log: readonly InspectedBody[],
  how: InspectedBody['how'],
  subjects: readonly Subject[],
  names: readonly string[],
): Block[] {
  const findings = logFindings(log.filter((each) => each.how === how));
  return [...findings, ...(findings.length > 0 && subjects.length === 0 ? [] : findingsOf(subjects, names, 3))];
}

/** Notes names in `Cấu hình` that match no unit: a mistyped name would count as inspected without any findings. */
function unknownNamesNote(
  { inspectedOnSite, inspectedByReport }: ReportDetails,
  nameIn: (name: string) => string | null,
): Block[] {
  const unknown = [...inspectedOnSite, ...inspectedByReport].filter((name) => nameIn(name) === null);
  if (unknown.length === 0) return [];
  const names = listed(unknown.map((name) => `“${name}”`));
  return [signersNote(`: ${names} ghi ở trang tính «Cấu hình» không có trong bảng tổng hợp.`)];
}

/** Findings area by area and item by item, each with the units where it was found. */
function findingsOf(subjects: readonly Subject[], names: readonly string[], level: 2 | 3): Block[] {
  if (subjects.length === 0)
    return [
      paragraph(
        names.length === 0
          ? 'Không có đơn vị nào.'
          : `${names.length === 1 ? 'Đơn vị' : 'Các đơn vị'} được kiểm tra không có tên trong bảng tổng hợp.`,
      ),
    ];
  const unknown = subjects.flatMap((subject) => {
    const why =
      whyUndetermined(subject) ??
      (itemsOf(subject).length === 0 ? 'bảng tổng hợp không có điểm của từng tiêu chí' : null);
    return why === null ? [] : [paragraph(`- ${capitalised(subject.name)}: chưa xác định được đầy đủ: ${why}.`)];
  });
  const findings = gather(subjects);
  // Below headings of how it was inspected, a unit is one of several.
  const isAlone = level === 2 && subjects.length === 1;
  if (findings.size === 0 && unknown.length === 0) return [paragraph('Không có tiêu chí nào bị trừ điểm.')];
  let area = '';
  return [
    ...unknown,
    ...[...findings.values()].flatMap(({ path, items, found }) => {
      const [root] = path;
      const item = path.at(-1);
      if (!root || !item) return [];
      const title = areaTitle(root);
      // An area that is scored as a whole is the finding itself.
      const isNew = title !== area && item !== root;
      if (isNew) area = title;
      const { kind, title: cited } = citedAs(items, item);
      // The word «Lĩnh vực» is needed: «1.» alone would be taken for a chapter of the report.
      return [
        ...(isNew ? [heading(level, `Lĩnh vực ${title}`)] : []),
        paragraph(`- ${kind} `, italic(cited), isAlone ? lostAndWhy(found) : `: ${whereAndWhy(found)}.`),
      ];
    }),
  ];
}

/**
 * «xã A (trừ 0,5 điểm: Gửi chậm); xã B (trừ 1 điểm), xã C (trừ 2 điểm): Không gửi»: a cause that several units share is
 * printed once.
 */
function whereAndWhy(found: Finding['found']): string {
  const causeOf = ({ deduction }: Loss): string => inOneLine(deduction.cause ?? '');
  const lost = ({ subject, deduction }: Loss, why = ''): string =>
    `${subject.name} (trừ ${shown(deduction.lostPoints, subject.pointPlaces)} điểm${why})`;
  return groupedBy(found, (loss) => plainKey(causeOf(loss)))
    .map((group) => {
      const why = group.slice(0, 1).map((loss) => `: ${causeOf(loss)}`)[0] ?? '';
      const losses = group.map((loss) => lost(loss, why === ': ' || group.length > 1 ? '' : why));
      return why === ': ' ? losses.join('; ') : losses.join(', ') + (group.length > 1 ? why : '');
    })
    .join('; ');
}

/** Of one unit, which need not be named: « (trừ 0,5 điểm): Gửi chậm.» */
const lostAndWhy = ([loss]: readonly Loss[]): string => {
  if (!loss) return '.';
  const why = inOneLine(loss.deduction.cause ?? '');
  return ` (trừ ${shown(loss.deduction.lostPoints, loss.subject.pointPlaces)} điểm)${why === '' ? '' : `: ${why}`}.`;
};

interface Loss {
  readonly subject: Subject;
  readonly deduction: Deduction;
}

interface Finding {
  readonly path: readonly Item[];
  readonly items: readonly Item[];
  readonly found: Loss[];
}

/** Findings in the order of the set; an item that occurs in several sheets is one finding. */
function gather(subjects: readonly Subject[]): Map<number, Finding> {
  const order = new Map<number, Finding>();
  const numbersOf = sharedItems(subjects);
  for (const subject of subjects) {
    const items = itemsOf(subject);
    const numbers = numbersOf(subject);
    for (const item of items) {
      const number = numbers[item.position] ?? -1;
      if (!order.has(number)) order.set(number, { path: pathOf(items, item), items, found: [] });
    }
    for (const deduction of subject.deductions)
      order.get(numbers[deduction.item.position] ?? -1)?.found.push({ subject, deduction });
  }
  return new Map([...order].filter(([, { found }]) => found.length > 0));
}

/** The number of findings for each remedy status; findings without a status are counted as not stated. */
function remedied(subjects: readonly Subject[]): Block[] {
  const deductions = subjects.flatMap((each) => each.deductions);
  if (deductions.length === 0)
    return [
      paragraph(
        subjects.every((each) => itemsOf(each).length === 0) ? NO_AREAS : 'Không có nội dung nào phải khắc phục.',
      ),
    ];
  const concerned = subjects.filter((each) => each.deductions.length > 0);
  const [only] = concerned;
  const who = only && concerned.length === 1 ? capitalised(only.name) : 'Các đơn vị';
  const byStatus = new Map<string, number>();
  for (const { remedyStatus } of deductions) {
    const known =
      REMEDY_STATUSES.find((status) => foldText(status) === foldText(remedyStatus ?? '')) ?? remedyStatus?.trim() ?? '';
    byStatus.set(known, (byStatus.get(known) ?? 0) + 1);
  }
  const reported = [
    ...REMEDY_STATUSES,
    ...[...byStatus.keys()].filter((status) => !REMEDY_STATUSES.includes(status) && status !== ''),
  ];
  const parts = reported.flatMap((status) =>
    byStatus.has(status) ? [`${counted(byStatus.get(status) ?? 0, 'nội dung')} ${status.toLocaleLowerCase('vi')}`] : [],
  );
  const unstated = byStatus.get('') ?? 0;
  const known = parts.length > 0 ? `, trong đó: ${parts.join('; ')}` : '';
  const rest = parts.length > 0 ? `; ${counted(unstated, 'nội dung')} chưa ghi tình trạng` : NO_STATUS;
  const statuses = known + (unstated === 0 ? '' : rest);
  const enclosed = deductions.length > MOST_LINES ? 'có bảng tổng hợp điểm bị trừ của từng đơn vị' : 'có phụ lục';
  return [
    paragraph(
      `${who} có ${counted(deductions.length, 'nội dung')} bị trừ điểm phải khắc phục${statuses} ` +
        `(${enclosed} kèm theo).`,
    ),
  ];
}

const NO_STATUS = ', chưa ghi tình trạng khắc phục';

function remedyAppendix(subjects: readonly Subject[]): ReportDocument['sections'] {
  if (subjects.reduce((all, { deductions }) => all + deductions.length, 0) > MOST_LINES) return [];
  const isAlone = subjects.length === 1;
  const rows = subjects.flatMap((subject) =>
    subject.deductions.map(({ item, lostPoints, responsibleBody, remedy, remedyDue, remedyStatus }) => [
      ...(isAlone ? [] : [cell(capitalised(subject.name))]),
      cell(citedAs(itemsOf(subject), item).title),
      centred(shown(lostPoints, subject.pointPlaces)),
      cell(orBlank(responsibleBody, 'đơn vị')),
      cell(orBlank(remedy, 'giải pháp')),
      cell(orBlank(remedyDue, 'thời hạn')),
      cell(orBlank(remedyStatus, 'tình trạng')),
    ]),
  );
  if (rows.length === 0) return [];
  const table: DocumentTable = {
    kind: 'table',
    widths: isAlone ? [5, 31, 8, 20, 32, 14, 14] : [5, 17, 28, 8, 16, 22, 14, 14],
    header: [
      [
        'TT',
        ...(isAlone ? [] : ['Đơn vị']),
        'Nội dung bị trừ điểm',
        'Điểm bị trừ',
        'Trách nhiệm',
        'Giải pháp khắc phục',
        'Thời hạn',
        'Tình trạng',
      ].map((title) => headed(title)),
    ],
    rows: rows.map((row, position) => [centred(String(position + 1)), ...row]),
  };
  return [
    { landscape: true, appendix: { label: 'Phụ lục', title: 'Tình hình khắc phục tồn tại, hạn chế' }, blocks: [table] },
  ];
}
