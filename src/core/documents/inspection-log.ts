/** Report blocks from an inspection log: how bodies were inspected, what was found in each, and what is remedied. */
import { REMEDY_STATUSES } from '../model/deduction-sheet';
import type { Block, DocumentSection } from '../model/document';
import type { InspectedBody } from '../model/beside/inspection';
import { foldText, plainKey } from '../values/fold-text';
import { groupedBy } from '../values/grouped-by';
import { unitKey } from '../matching/unit-keys';
import { blank, bold, cell, centred, headed, orBlank, paragraph } from './report';
import type { ReportDetails } from '../model/report-details';
import { bodyName, capitalised, counted, ended, inKinds, inOneLine, listed, namesInBrackets } from './wording';

/** Each body once, under the name that the log gives it first. */
const bodiesInspected = (log: readonly InspectedBody[], how: InspectedBody['how']): string[] =>
  groupedBy(
    log.filter((each) => each.how === how),
    ({ name }) => unitKey(name),
  ).flatMap(([first]) => (first ? [first.name] : []));

/** Adds the bodies that the log names to those that `Cấu hình` lists as inspected. */
export function withLog(details: ReportDetails, log: readonly InspectedBody[]): ReportDetails {
  const known = new Set([...details.inspectedOnSite, ...details.inspectedByReport].map(unitKey));
  const more = (how: InspectedBody['how']): string[] =>
    bodiesInspected(log, how).filter((name) => !known.has(unitKey(name)));
  return {
    ...details,
    inspectedOnSite: [...details.inspectedOnSite, ...more('onSite')],
    inspectedByReport: [...details.inspectedByReport, ...more('byReport')],
  };
}

export function whoWasInspected(onSite: readonly string[], byReport: readonly string[], year: string): Block[] {
  const total = onSite.length + byReport.length;
  if (total === 0)
    return [
      paragraph(
        `${capitalised(year)}, các đơn vị được kiểm tra trực tiếp: `,
        blank('tên các đơn vị'),
        '; các đơn vị được kiểm tra qua báo cáo: ',
        blank('tên các đơn vị'),
        '.',
      ),
    ];
  const line = (how: string, names: readonly string[]): Block =>
    paragraph(
      names.length === 0
        ? `- ${how}: không có đơn vị nào.`
        : `- ${how}: ${counted(names.length, 'đơn vị')}${inKinds(names)}, gồm ${listed(names.map(bodyName))}.`,
    );
  return [
    paragraph(
      `${capitalised(year)}, đã kiểm tra ${counted(total, 'đơn vị')}${inKinds([...onSite, ...byReport])}, trong đó:`,
    ),
    line('Kiểm tra trực tiếp', onSite),
    line('Kiểm tra qua báo cáo', byReport),
  ];
}

interface Statement {
  readonly text: string;
  readonly names: readonly string[];
}

type Part = 'strengths' | 'shortcomings';

/** Each line of a cell is one statement. */
const statementsIn = (log: readonly InspectedBody[], part: Part): { readonly text: string; readonly name: string }[] =>
  log.flatMap((body) =>
    (body[part] ?? '').split(/\r?\n/).flatMap((line) => {
      const text = inOneLine(line);
      return text === '' ? [] : [{ text, name: bodyName(body.name) }];
    }),
  );

const findingsIn = (log: readonly InspectedBody[]): number => statementsIn(log, 'shortcomings').length;

/** Merges identical statements about several bodies into one; the statement about the most bodies comes first. */
function statementsOf(log: readonly InspectedBody[], part: Part): Statement[] {
  return groupedBy(statementsIn(log, part), ({ text }) => plainKey(text))
    .flatMap((group) =>
      group.slice(0, 1).map(({ text }) => ({ text, names: [...new Set(group.map(({ name }) => name))] })),
    )
    .sort((a, b) => b.names.length - a.names.length);
}

const bodiesText = (names: readonly string[], bodies: number): string =>
  names.length === bodies ? 'tất cả các đơn vị' : namesInBrackets(names);

/** «- Nội dung báo cáo còn chung chung: xã A, xã B và Phòng C.» */
export function logFindings(log: readonly InspectedBody[]): Block[] {
  const bodies = new Set(log.map(({ name }) => unitKey(name))).size;
  const blocksOf = (lead: string, part: Part): Block[] => {
    const statements = statementsOf(log, part);
    return statements.length === 0
      ? []
      : [
          paragraph(bold(`${lead}:`)),
          ...statements.map(({ text, names }) =>
            paragraph(`- ${capitalised(text)}${bodies < 2 ? '' : `: ${bodiesText(names, bodies)}`}.`),
          ),
        ];
  };
  return [...blocksOf('Ưu điểm', 'strengths'), ...blocksOf('Tồn tại, hạn chế', 'shortcomings')];
}

const isFinding = ({ shortcomings }: InspectedBody): boolean => shortcomings !== null;

/** The number of findings in the log for each remedy status. */
export function logStatuses(log: readonly InspectedBody[]): Block[] {
  const findings = log.filter(isFinding);
  if (findings.length === 0) return [];
  const statusOf = ({ remedyStatus }: InspectedBody): string =>
    REMEDY_STATUSES.find((status) => foldText(status) === foldText(remedyStatus ?? '')) ?? remedyStatus?.trim() ?? '';
  const groups = groupedBy(findings, (each) => foldText(statusOf(each)));
  const parts = groups.map((group) => {
    const status = group[0] ? statusOf(group[0]) : '';
    const what = status === '' ? 'chưa ghi tình trạng' : status.toLocaleLowerCase('vi');
    const names = [...new Set(group.map(({ name }) => bodyName(name)))];
    return `${counted(findingsIn(group), 'nội dung')} ${what} (${namesInBrackets(names)})`;
  });
  return [
    paragraph(
      `Nhật ký kiểm tra có ${counted(findingsIn(findings), 'nội dung')} tồn tại, hạn chế: ${parts.join('; ')}.`,
    ),
  ];
}

/** Measures of the log, grouped by the responsible body, or by the inspected body if none is named. */
export function logMeasures(log: readonly InspectedBody[]): Block[] {
  const measures = log.filter(({ remedy }) => remedy !== null);
  return groupedBy(measures, ({ responsibleBody, name }) => plainKey(responsibleBody ?? bodyName(name))).flatMap(
    (group) => [
      ...group.slice(0, 1).map((first) => paragraph(bold(capitalised(first.responsibleBody ?? bodyName(first.name))))),
      ...groupedBy(group, ({ remedy, remedyDue, remedyStatus }) =>
        plainKey([remedy, remedyDue, remedyStatus].join('|')),
      ).flatMap((same) => {
        const [first] = same;
        if (!first) return [];
        const { remedy, remedyDue, remedyStatus, responsibleBody } = first;
        const about = [
          ...(responsibleBody === null ? [] : [namesInBrackets([...new Set(same.map(({ name }) => bodyName(name)))])]),
          ...(remedyDue === null ? [] : [`thời hạn: ${remedyDue}`]),
          ...(remedyStatus === null ? [] : [`tình trạng: ${remedyStatus.toLocaleLowerCase('vi')}`]),
        ];
        return [paragraph(ended(`- ${inOneLine(remedy ?? '')}${about.length === 0 ? '' : ` (${about.join('; ')})`}`))];
      }),
    ],
  );
}

const HOW = { onSite: 'Trực tiếp', byReport: 'Qua báo cáo' } as const;

/** The log as a table, one row for each entry. */
export function logAppendix(log: readonly InspectedBody[], label: string): DocumentSection[] {
  const worthTelling = log.filter((each) => isFinding(each) || each.strengths !== null || each.remedy !== null);
  if (worthTelling.length === 0) return [];
  const titles = [
    'TT',
    'Đơn vị',
    'Hình thức',
    'Ưu điểm',
    'Tồn tại, hạn chế',
    'Trách nhiệm',
    'Giải pháp, thời hạn',
    'Tình trạng',
  ];
  return [
    {
      landscape: true,
      appendix: { label, title: 'Kết quả kiểm tra từng đơn vị' },
      blocks: [
        {
          kind: 'table',
          widths: [5, 14, 10, 20, 22, 14, 18, 12],
          header: [titles.map((title) => headed(title))],
          rows: worthTelling.map((each, position) => [
            centred(String(position + 1)),
            cell(bodyName(each.name)),
            centred(each.how === null ? '' : HOW[each.how]),
            cell(each.strengths ?? ''),
            cell(each.shortcomings ?? ''),
            cell(isFinding(each) ? orBlank(each.responsibleBody, 'đơn vị') : ''),
            cell(isFinding(each) ? orBlank(remedyText(each), 'giải pháp') : ''),
            cell(isFinding(each) ? orBlank(each.remedyStatus, 'tình trạng') : ''),
          ]),
        },
      ],
    },
  ];
}

const remedyText = ({ remedy, remedyDue }: InspectedBody): string =>
  [remedy, remedyDue === null ? null : `thời hạn: ${remedyDue}`].filter((text) => text !== null).join('; ');
