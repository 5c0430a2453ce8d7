/**
 * The same units of the same year on several sheets: joins rounds, leaves out copies and asks about the rest. They
 * never compete in a ranking (FIELD.md §9).
 */
import { plainKey } from '../../values/fold-text';
import { once } from '../../values/once';
import { textAt } from '../../model/workbook/grid';
import type { UnreadSheet } from '../../model/reading';
import {
  awardedScores,
  unitAxis,
  type Question,
  type RoleColumns,
  type ScoreRole,
  type ScoreSheet,
  type UnitScores,
} from '../../model/score-sheet';
import { matchItems } from '../../matching/match-items';
import { unitKey } from '../../matching/unit-keys';
import { matchUnits } from '../../matching/find-units';
import { averagedSelf, sharesMaxima, unitOfMaxima } from '../doubts/exchange-doubts';
import { exceedingSelf } from '../doubts/score-doubts';
import { WHICH_POINTS, isIndexOf } from '../doubts/unit-doubts';
import { findParts, hasSameItems, scoresAlike, sideInName, takenInTurns, withPartsOfOneUnit } from './find-parts';
import { isListOf, isSameYear, withSummaries } from './summaries';

interface RelatedSheets {
  readonly scoreSheets: readonly ScoreSheet[];
  readonly unreadSheets: readonly UnreadSheet[];
}

export function relateSheets(all: readonly ScoreSheet[]): RelatedSheets {
  const unread: UnreadSheet[] = [];
  const tables = all.filter((sheet) => {
    const full = all.find((other) => isListOf(sheet, other));
    if (full) unread.push({ sheet: sheet.sheet, why: `kê lại các khoản mất điểm của trang tính «${full.sheet}»` });
    return full === undefined;
  });
  const sheets = withPartsOfOneUnit(tables, (unitSheets) => settle(unitSheets, { unread, others: [] }));
  const done = new Set<ScoreSheet>();
  const scoreSheets = sheets.flatMap((sheet): ScoreSheet[] => {
    if (done.has(sheet)) return [];
    const same = sheets.filter((each) => !done.has(each) && isOfSameUnits(sheet, each));
    for (const each of same) done.add(each);
    const brief = new Map(same.map((each) => [each, sayingMore(each, same, sheets)]));
    const fuller = same.filter((each) => brief.get(each) === undefined);
    const settled =
      fuller.length < 2 ? fuller : settle(fuller, { unread, others: sheets.filter((each) => !same.includes(each)) });
    const again = same.flatMap((each) => {
      const restates = brief.get(each)?.sheet;
      return restates === undefined ? [] : [{ ...each, restates }];
    });
    return [...settled, ...again];
  });
  return { scoreSheets: withSummaries(scoreSheets), unreadSheets: unread };
}

function isOfSameUnits(one: ScoreSheet, other: ScoreSheet): boolean {
  if (one === other) return true;
  if (one.sheet === other.sheet || unitAxis(one) !== unitAxis(other)) return false;
  // A table of one unit with items of the table of all units is a separate table; without them it may be a part.
  if (one.kind !== other.kind && sharesItems(one, other)) return false;
  return isSameYear(one, other) && sharesUnits(one, other);
}

export const sharesUnits = (one: ScoreSheet, other: ScoreSheet): boolean =>
  matchUnits(one.units, other.units).some((unit) => unit !== null && unit.name !== '');

/** A summary, or a comparison of years, has every item of the detailed sheet at most, and fewer of them. */
function isRestatement(brief: ScoreSheet, detail: ScoreSheet): boolean {
  // A table with unread rows is not a summary.
  if (brief === detail || !brief.itemised || brief.facts.some(({ kind }) => kind === 'unread-rows')) return false;
  const { earlier } = matchItems(brief.items, detail.items);
  if (earlier.some((item) => item === null)) return false;
  const isCompared = (sheet: ScoreSheet): boolean => sheet.facts.some(({ kind }) => kind === 'stated-change');
  return isCompared(brief)
    ? !isCompared(detail)
    : brief.items.length < detail.items.length &&
        earlier.some((item) => item !== null && (detail.items[item]?.children.length ?? 0) > 0);
}

/** The more detailed table that a sheet repeats: another sheet, or all the others joined as parts of one. */
function sayingMore(
  sheet: ScoreSheet,
  same: readonly ScoreSheet[],
  all: readonly ScoreSheet[],
): ScoreSheet | undefined {
  const detail = same.find((other) => isRestatement(sheet, other));
  if (detail || same.length < 3) return detail;
  const parts = findParts(
    same.filter((each) => each !== sheet),
    all.filter((each) => !same.includes(each)),
  );
  return parts && isRestatement(sheet, parts.joined) ? parts.joined : undefined;
}

interface SettleContext {
  readonly unread: UnreadSheet[];
  /** Tables of other units, or with these units on the other axis. */
  readonly others: readonly ScoreSheet[];
}

/** Rounds by what their sheets are called; copies by what they hold; parts by codes that run on through the sheets. */
function settle(sheets: readonly ScoreSheet[], { unread, others }: SettleContext): ScoreSheet[] {
  const self = sheets.filter((sheet) => sideOf(sheet) === 'self');
  const judged = sheets.filter((sheet) => sideOf(sheet) === 'appraised').sort((a, b) => roundOf(a) - roundOf(b));
  const last = judged.at(-1);
  const rounds = judged.map(roundOf);
  const isRounds =
    last !== undefined &&
    self.length <= 1 &&
    self.length + judged.length === sheets.length &&
    new Set(rounds).size === rounds.length &&
    sheets.every((sheet) => hasSameItems(sheet, last));
  if (isRounds) {
    for (const sheet of judged.slice(0, -1))
      unread.push({ sheet: sheet.sheet, why: `là vòng chấm trước của trang tính «${last.sheet}»` });
    for (const sheet of self)
      unread.push({ sheet: sheet.sheet, why: `là điểm tự chấm, được đặt cạnh điểm của trang tính «${last.sheet}»` });
    const lastRound = ofRound(self[0] ? withDoubts(withSelf(last, self[0]), self[0]) : last);
    return [{ ...lastRound, facts: [...lastRound.facts, ...missingUnits(last, sheets)] }];
  }
  const [first] = sheets;
  if (first && sheets.every((sheet) => hasSameItems(sheet, first) && hasSameScores(sheet, first))) {
    for (const sheet of sheets.slice(1))
      unread.push({ sheet: sheet.sheet, why: `ghi giống hệt trang tính «${first.sheet}»` });
    return [first];
  }
  const parts = findParts(sheets, others);
  const isOfOneSide = new Set(sheets.map(sideOf)).size === 1;
  const joinedSheet = isOfOneSide ? (parts?.isSure ? parts.joined : takenInTurns(sheets)) : null;
  if (joinedSheet) return [joinedSheet];
  const both = self.length + judged.length === sheets.length ? ofBothSides(self, judged, others) : null;
  if (both) {
    for (const sheet of self)
      unread.push({ sheet: sheet.sheet, why: 'là điểm tự chấm, được đặt cạnh điểm thẩm định của cùng phần' });
    return [both];
  }
  const names = sheets.map(({ sheet }) => `«${sheet}»`).join(' và ');
  const asked = parts
    ? {
        question: `Các trang tính ${names} cộng lại thế nào`,
        because: 'mỗi trang tính chỉ ghi một phần tiêu chí của cùng các đơn vị, mà không có trang tính tổng hợp',
        remedy: 'hãy đặt tên chúng là «Phần 1», «Phần 2» … hoặc thêm trang tổng hợp.',
        isOfSum: true as const,
      }
    : {
        question: `Trang tính nào được tính, ${names}`,
        because:
          'các trang tính này ghi điểm của cùng đơn vị, cùng năm mà không nói trang nào là vòng nào hay phần nào',
      };
  const open = { kind: 'undecided-column' as const, unit: null, choices: [], ...asked };
  const at = ({ headerRows, nameColumn }: ScoreSheet) => [{ row: headerRows[0] ?? 0, column: nameColumn }];
  return sheets.map((sheet) => ({ ...sheet, facts: [...sheet.facts, { ...open, at: at(sheet) }] }));
}

/** «LV1 Tự chấm | LV1 Thẩm định | LV2 Tự chấm …»: joins the parts of each side and puts the sides beside each other. */
function ofBothSides(...[self, judged, others]: readonly (readonly ScoreSheet[])[]): ScoreSheet | null {
  const [claimed, given] = [self, judged].map((each) => findParts(each ?? [], others ?? []));
  if (!claimed?.isSure || !given?.isSure || !hasSameItems(claimed.joined, given.joined)) return null;
  return withDoubts(withSelf(given.joined, claimed.joined), claimed.joined);
}

const sharesItems = (one: ScoreSheet, other: ScoreSheet): boolean => {
  const names = new Set(one.items.map(({ code, name }) => `${code} ${plainKey(name)}`));
  return other.items.some(({ code, name }) => names.has(`${code} ${plainKey(name)}`));
};

/** Which side scored, by the tab, else by the title; «Chính thức» and «Lần 2» may be what a unit says of its own. */
function sideOf(table: ScoreSheet): ScoreRole | null {
  const tab = sideInName(table.sheet);
  const isOfVersion = /^(?!.*(tham dinh|hoi dong)).*(chinh thuc|cuoi cung|^(vong|lan) \d)/.test(plainKey(table.sheet));
  return tab === null || isOfVersion ? (titleSide(table) ?? tab) : tab;
}

function titleSide({ grid, headerRows }: ScoreSheet): ScoreRole | null {
  for (let row = 0; row < (headerRows[0] ?? 0); row++)
    for (let column = 0; column < (grid.values[row]?.length ?? 0); column++) {
      const text = textAt(grid, row, column);
      const isBody = /^(hoi dong|so|to|doan|ubnd|uy ban)\b/.test(plainKey(text));
      const side = isBody || text.length > 200 ? null : sideInName(text);
      if (side !== null) return side;
    }
  return null;
}

/** «Thẩm định lần 2» → 2; a final round comes last. */
function roundOf({ sheet }: ScoreSheet): number {
  const key = plainKey(sheet);
  if (/chinh thuc|cuoi|phuc tra|sau giai trinh/.test(key)) return 100;
  return Number(/(?:lan|vong|dot) ?(\d)/.exec(key)?.[1] ?? 0);
}

const hasSameScores = (one: ScoreSheet, other: ScoreSheet): boolean =>
  one.units.length === other.units.length &&
  one.units.every((unit) => {
    const same = find(other, unit);
    return same !== undefined && scoresAlike(one, unit, same);
  });

const unitsByKey = once(
  ({ units }: ScoreSheet) => new Map([...units].reverse().map((unit) => [unitKey(unit.name), unit] as const)),
);

/** The same unit on another sheet, also if its name is written differently. */
const find = (sheet: ScoreSheet, unit: UnitScores): UnitScores | undefined =>
  unitsByKey(sheet).get(unitKey(unit.name)) ?? matchUnits([unit], sheet.units)[0] ?? undefined;

/** Units that are in one round but not in another: a heading may be missing there, with the column below it. */
function missingUnits(last: ScoreSheet, rounds: readonly ScoreSheet[]): Question[] {
  return rounds.flatMap((one) =>
    rounds.flatMap((other) => {
      const missing = one.units.find((unit) => find(other, unit) === undefined);
      if (!missing || (one !== last && other !== last)) return [];
      const unit = one === last ? missing.position : null;
      return [
        {
          kind: 'undecided-column' as const,
          at: [missing.at],
          unit,
          question: `Điểm của ${missing.name} ở trang tính «${other.sheet}» đứng ở cột nào`,
          choices: [],
          because: `trang tính «${one.sheet}» có đơn vị này, trang kia thì không`,
        },
      ];
    }),
  );
}

/** Names the round in the reading of a sheet that is one of several rounds. */
const ofRound = (sheet: ScoreSheet): ScoreSheet => ({
  ...sheet,
  reading: { ...sheet.reading, blocks: sheet.reading.blocks.map((block) => ({ ...block, round: sheet.sheet })) },
});

/**
 * Doubts about the sheet of self-scores are asked on the sheet of the points that count. Results that are copied from
 * the appraisal do not contradict the self-scores.
 */
function withDoubts(sheet: ScoreSheet, self: ScoreSheet): ScoreSheet {
  const areCopied = self.units.every((unit) => {
    const judged = find(sheet, unit);
    return judged !== undefined && isIndexOf(unit, sheet, judged);
  });
  const doubt = self.facts.find(
    (fact): fact is Question =>
      fact.kind === 'undecided-column' &&
      !(areCopied && fact.question.startsWith(WHICH_POINTS)) &&
      !(fact.question.endsWith('là điểm tối đa không') && sharesMaxima(self, sheet)),
  );
  const [averaged, exchanged] = [averagedSelf(sheet), unitOfMaxima(self, sheet)];
  const why =
    doubt ??
    exceedingSelf(sheet) ??
    (averaged && {
      question: `cột của ${averaged.name} ghi điểm tự chấm hay điểm trung bình`,
      because: 'các ô bằng trung bình điểm thẩm định của mọi đơn vị',
    }) ??
    (exchanged && {
      question: `cột của ${exchanged.name} ghi điểm tự chấm hay điểm tối đa`,
      because: `các ô bằng điểm tối đa ở trang tính «${sheet.sheet}»`,
    });
  if (!why) return sheet;
  const question: Question = {
    kind: 'undecided-column',
    at: [{ row: sheet.headerRows[0] ?? 0, column: sheet.nameColumn }],
    unit: null,
    question: `Điểm tự chấm ở trang tính «${self.sheet}» đọc thế nào: ${why.question}`,
    choices: [],
    because: why.because,
  };
  return { ...sheet, facts: [...sheet.facts, question] };
}

/** Points of a round are not self-scores, whatever their heading. */
function asAppraised(columns: RoleColumns): RoleColumns {
  const { self, ...others } = columns;
  return others.appraised === undefined && self !== undefined ? { ...others, appraised: self } : columns;
}

/** Adds the self-scores of another sheet; a sheet with its own keeps them. */
function withSelf(sheet: ScoreSheet, other: ScoreSheet): ScoreSheet {
  const units = sheet.units.map((unit): UnitScores => {
    const before = find(other, unit);
    if (unit.awardedRole === 'self')
      return {
        ...unit,
        columns: asAppraised(unit.columns),
        appraised: unit.self,
        self: before ? awardedScores(before) : null,
        awardedRole: 'appraised',
      };
    return unit.self === null && before ? { ...unit, self: awardedScores(before) } : unit;
  });
  const isOwn = sheet.units.some(({ awardedRole }) => awardedRole === 'self');
  const items = isOwn ? sheet.items.map((item) => ({ ...item, columns: asAppraised(item.columns) })) : sheet.items;
  const selfSheet = { table: other, units: sheet.units.map((unit) => find(other, unit) ?? null) };
  return { ...sheet, units, items, selfSheet };
}
