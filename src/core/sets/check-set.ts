/**
 * Finds faults within a criteria set: sums, codes, steps that do not fit the maximum, and rows that were not
 * understood.
 */
import { codeKey } from '../matching/keys';
import { capIn } from '../model/beside/outside-caps';
import type { ScoreStep, ScoringSet, SetFault, SetLine } from '../model/scoring-set';
import { sum, toVietnamese, type Decimal } from '../values/decimal';
import { groupsOf } from '../values/group';
import { isOutside } from './outside-lines';
import { arePartsOf, isWithin } from './read-steps';

export function checkSet({ lines, total, unread }: ScoringSet): SetFault[] {
  return [
    ...lines.flatMap((line) => [
      ...maximumFaults(line, lines),
      ...outsideFaults(line, lines),
      ...stepFaults(line),
      ...codeFaults(line, lines),
    ]),
    ...totalFaults(lines, total),
    ...unread.map(({ at, text }): SetFault => ({
      kind: 'unread-row',
      line: null,
      message:
        `Dòng ${String(at.row + 1)} «${text.slice(0, LONGEST)}» nói về điểm nhưng chưa hiểu được; ` +
        'chưa đưa vào bộ tiêu chí.',
    })),
  ];
}

/** «1.2 Báo cáo định kỳ»; long names are shortened. */
const titleOfLine = ({ code, name }: SetLine): string => {
  const title = [code, name].filter((part) => part !== '').join(' ');
  return title.length <= LONGEST ? title : `${title.slice(0, LONGEST - 1).trimEnd()}…`;
};
const LONGEST = 80;

const shown = (points: Decimal): string => toVietnamese(points);
function maximumFaults(line: SetLine, lines: readonly SetLine[]): SetFault[] {
  const { max, children } = line;
  const below = children.flatMap((child) => lines[child] ?? []).filter((each) => !isOutside(each));
  if (max === null)
    return below.length > 0 || isOutside(line)
      ? []
      : [{ kind: 'no-maximum', line, message: `«${titleOfLine(line)}» chưa ghi điểm tối đa.` }];
  const parts = below.map((each) => each.max);
  if (parts.length === 0 || !parts.every((part) => part !== null)) return [];
  const added = sum(parts);
  const message = `«${titleOfLine(line)}» ghi tối đa ${shown(max)} điểm, các mục con cộng lại ${shown(added)} điểm.`;
  return added === max ? [] : [{ kind: 'sum', line, message }];
}

/** Points beside the set: more than their heading allows, or otherwise in the column than in words. */
function outsideFaults(line: SetLine, lines: readonly SetLine[]): SetFault[] {
  const over = lines[line.parent];
  const inWords = capIn(line.name);
  if (!isOutside(line) || line.max === null) return [];
  const title = `«${titleOfLine(line)}»`;
  const most = shown(line.max);
  return [
    ...(over && over.max !== null && line.max > over.max
      ? [
          {
            kind: 'above-maximum' as const,
            line,
            message: `${title}: tối đa ${most} điểm, cao hơn ${shown(over.max)} điểm của «${titleOfLine(over)}».`,
          },
        ]
      : []),
    ...(inWords === null || inWords === line.max
      ? []
      : [{ kind: 'cap' as const, line, message: `${title}: cột điểm ghi ${most}, lời ghi tối đa ${shown(inWords)}.` }]),
  ];
}

function totalFaults(lines: readonly SetLine[], total: Decimal | null): SetFault[] {
  const areas = lines.filter((line) => line.parent < 0 && !isOutside(line)).map(({ max }) => max);
  if (total === null || areas.length === 0 || !areas.every((max) => max !== null)) return [];
  const added = sum(areas);
  const message = `Tổng cộng ghi ${shown(total)} điểm, các lĩnh vực cộng lại ${shown(added)} điểm.`;
  return added === total ? [] : [{ kind: 'total', line: null, message }];
}

function stepFaults(line: SetLine): SetFault[] {
  const { max, steps } = line;
  const points = steps.flatMap((step) => step.points ?? []);
  // Steps of a criterion with parts describe its parts.
  if (max === null || points.length === 0 || line.children.length > 0 || arePartsOf(steps, max)) return [];
  const best = points.reduce((most, each) => (each > most ? each : most));
  const title = `«${titleOfLine(line)}»`;
  if (best > max)
    return [
      {
        kind: 'above-maximum',
        line,
        message: `${title}: có mức cho ${shown(best)} điểm, cao hơn điểm tối đa ${shown(max)}.`,
      },
    ];
  const short: SetFault[] =
    best < max
      ? [
          {
            kind: 'best-step',
            line,
            message: `${title}: điểm tối đa ${shown(max)} nhưng mức cao nhất chỉ cho ${shown(best)} điểm.`,
          },
        ]
      : [];
  return [...short, ...scaleFaults(line)];
}

/** Finds rates that no step covers, or that two steps cover: tests every bound and a value between each two. */
function scaleFaults(line: SetLine): SetFault[] {
  const scale = line.steps.filter(({ range }) => range !== null);
  if (scale.length < 2 || scale.length < line.steps.filter(({ points }) => points !== null).length) return [];
  const bounds = [...new Set(scale.flatMap(({ range }) => [range?.from?.value, range?.to?.value]))]
    .filter((value) => value !== undefined)
    .sort((a, b) => a - b);
  const looked = bounds.flatMap((value, position) => {
    const next = bounds[position + 1];
    return next === undefined ? [value] : [value, Math.trunc((value + next) / 2) as Decimal];
  });
  const speaking = (rate: Decimal): readonly ScoreStep[] =>
    scale.filter(({ range }) => range !== null && isWithin(range, rate));
  const bare = looked.find((rate) => speaking(rate).length === 0);
  const twice = looked.find((rate) => new Set(speaking(rate).map(({ points }) => points)).size > 1);
  const title = `«${titleOfLine(line)}»`;
  // In steps written from the best down, «≥ 90» means «from 90 to below the step above it».
  const isLadder = scale.every(({ range }) => range?.to === null) || scale.every(({ range }) => range?.from === null);
  return [
    ...(bare === undefined
      ? []
      : [{ kind: 'gap' as const, line, message: `${title}: không mức nào nói tới ${shown(bare)}%.` }]),
    ...(twice === undefined || isLadder
      ? []
      : [{ kind: 'overlap' as const, line, message: `${title}: hai mức cùng nói tới ${shown(twice)}%.` }]),
  ];
}

function codeFaults(line: SetLine, lines: readonly SetLine[]): SetFault[] {
  const { code, parent } = line;
  const siblings = groupsOf(
    lines.filter((each) => each.parent === parent && each.code !== ''),
    (each) => codeKey(each.code),
  ).get(codeKey(code));
  const [first, ...others] = siblings ?? [];
  if (code !== '' && first && first !== line && others.includes(line))
    return [
      {
        kind: 'same-code',
        line,
        message: `Mã ${code} ghi hai lần: «${titleOfLine(first)}» và «${titleOfLine(line)}».`,
      },
    ];
  const above = lines[parent];
  const isNumbered = /^\d+(\.\d+)+$/.test(code);
  if (!above || !isNumbered || !/^\d+(\.\d+)*$/.test(above.code) || code.startsWith(`${above.code}.`)) return [];
  return [
    {
      kind: 'foreign-code',
      line,
      message: `«${titleOfLine(line)}» đứng dưới «${titleOfLine(above)}» nhưng mã không bắt đầu bằng ${above.code}.`,
    },
  ];
}
