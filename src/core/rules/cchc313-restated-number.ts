/** CCHC313 — two tables of the workbook state the same number or rank of a unit differently. */
import { tallyAt, type UnitResult } from '../model/assessment';
import type { Finding, Rule, RuleContext } from '../model/rule';
import { matchUnits } from '../matching/find-units';
import { itemBefore, matchItems } from '../matching/match-items';
import { headingOf } from '../model/beside/beside-columns';
import { textIn, unitAxis, type Item, type ScoreSheet, type UnitScores } from '../model/score-sheet';
import type { FigureBeside, StatedPlace } from '../model/reading';
import { areaPlace, overallPlace } from '../model/beside/stated-place';
import { toText, toVietnamese, type Decimal } from '../values/decimal';
import { plainKey } from '../values/fold-text';
import { groupsOf } from '../values/group';
import { brokenOf, findingOf } from './mistakes';
import { cell, subject } from './wording';

export const restatedNumber: Rule = {
  code: 'CCHC313',
  alias: 'restated-number',
  severity: 'warning',
  title: 'Hai nơi ghi cùng một số khác nhau',
  find: (context) => [
    ...brokenOf(context, ['elsewhere']).map((broken) => findingOf(context, broken)),
    ...otherPlaces(context),
    ...besideApart(context),
  ],
};

/** Ranks and points that a sheet of ranks states otherwise than the table itself. */
function besideApart({ scoreSheet, units }: RuleContext): Finding[] {
  const { placesBeside, figuresBeside = [] } = scoreSheet;
  if (placesBeside === undefined && figuresBeside.length === 0) return [];
  const areas = [null, ...scoreSheet.items.filter(({ level }) => level === 0)];
  const figures = groupsOf(figuresBeside, (each) => each.key);
  return scoreSheet.units.flatMap((unit) => {
    const { totals } = units[unit.position] ?? {};
    return areas.flatMap((item): Finding[] => {
      const key = `${unit.position} ${item?.position ?? ''}`;
      const here = item ? areaPlace(scoreSheet, unit, item) : overallPlace(scoreSheet, unit);
      const there = placesBeside?.get(key);
      const isOther = here && there && here.place !== there.place && isSameCrowd(scoreSheet, here, there);
      const tally = totals && (item ? tallyAt(totals.awarded, item.position) : totals.awardedTotal);
      const points = tally?.points ?? null;
      const figure = figures.get(key)?.find((each) => points !== null && each.points !== points);
      return [
        ...(isOther ? [apart(unit, item, here, { ...there, sheet: there.sheet ?? '' })] : []),
        ...(figure && points !== null ? [figureApart(unit, item, points, figure)] : []),
      ];
    });
  });
}

/** A rank in a table of four is not one of twenty; the sheet of one unit does not show how many there are. */
const isSameCrowd = ({ units }: ScoreSheet, here: StatedPlace, there: StatedPlace): boolean =>
  here.among === there.among || (here.among === null && (units.length === 1 || there.among === units.length));

const figureApart = (unit: UnitScores, item: Item | null, points: Decimal, figure: FigureBeside): Finding => ({
  at: [item ? { row: item.row, column: item.column } : unit.at],
  unit,
  ...(item ? { item } : {}),
  expected: toText(points),
  actual: toText(figure.points),
  message:
    `${subject(unit, item)}: bảng này được ${toVietnamese(points)} điểm nhưng trang tính «${figure.sheet}» ` +
    `${cell(figure.at)} ghi ${toVietnamese(figure.points)}.`,
  evidence: [{ at: figure.at, sheet: figure.sheet, text: `${toVietnamese(figure.points)} điểm` }],
});

/** Compares each pair of tables once and reports at the table that counts, else at the first. */
function otherPlaces(context: RuleContext): Finding[] {
  const { scoreSheet, relatedContexts = [] } = context;
  const isAside = ({ scoreSheet: { restates } }: RuleContext): number => (restates === undefined ? 0 : 1);
  const ordered = [...relatedContexts].sort((a, b) => isAside(a) - isAside(b));
  const position = ordered.findIndex((each) => each.scoreSheet === scoreSheet);
  return ordered.slice(position + 1).flatMap((other) => {
    const units = matchUnits(scoreSheet.units, other.scoreSheet.units);
    return scoreSheet.units.flatMap((unit) => {
      const same = units[unit.position];
      if (!same) return [];
      return [...placesApart(scoreSheet, unit, other.scoreSheet, same), ...indicesApart(context, unit, other, same)];
    });
  });
}

function placesApart(sheet: ScoreSheet, unit: UnitScores, other: ScoreSheet, same: UnitScores): Finding[] {
  const pairs = matchItems(sheet.items, other.items);
  const wholes = [{ item: null, here: overallPlace(sheet, unit), there: overallPlace(other, same) }];
  const areas = sheet.items.flatMap((item) => {
    const there = itemBefore(other.items, pairs, item);
    if (item.level !== 0 || !there) return [];
    return [{ item, here: areaPlace(sheet, unit, item), there: areaPlace(other, same, there) }];
  });
  return [...wholes, ...areas].flatMap(({ item, here, there }) => {
    if (!here || !there || here.place === there.place) return [];
    const [one, another] = [placedIn(sheet, unit, here), placedIn(other, same, there)];
    return mayBeOthers(one, another) ? [] : [apart(unit, item, here, { ...there, sheet: other.sheet })];
  });
}

/** The same points, but not the same bonus and penalty. */
function indicesApart(context: RuleContext, unit: UnitScores, other: RuleContext, same: UnitScores): Finding[] {
  const here = context.units[unit.position];
  const there = other.units[same.position];
  const [indexHere = null, indexThere = null] = [here, there].map((each) =>
    each && isItsOwn(each) ? each.publishedIndex : null,
  );
  const hasSamePoints =
    here?.totals.awardedTotal?.points === there?.totals.awardedTotal?.points &&
    here?.totals.awardedTotal?.max === there?.totals.awardedTotal?.max;
  if (indexHere === null || indexThere === null || indexHere === indexThere || !hasSamePoints) return [];
  const message =
    `${subject(unit, null)}: cùng số điểm nhưng chỉ số ở bảng này là ${toVietnamese(indexHere)}, ` +
    `ở trang tính «${other.scoreSheet.sheet}» là ${toVietnamese(indexThere)} ` +
    'vì điểm cộng, điểm trừ ngoài bộ tiêu chí ghi khác nhau.';
  return [{ at: [unit.at], unit, message }];
}

/** Whether the table states no other index than the one that follows from its points. */
const isItsOwn = ({ unit, publishedIndex }: UnitResult): boolean =>
  (unit.stated.index?.value ?? publishedIndex) === publishedIndex;

interface Placed extends StatedPlace {
  /**
   * The group that the unit is ranked in (khối, cụm, tỉnh …), from the heading or the name of the line; "" if not
   * stated.
   */
  readonly crowd: string;
  /** The number of units in the table if the place can be among them; null otherwise. */
  readonly units: number | null;
}

const CROWD = /\b(?:xep hang|thu hang|vi thu|xep thu|hang)\b.{0,24}?\b(khoi|cum|nhom|tinh|thanh pho|huyen|chung)\b/;

function placedIn(sheet: ScoreSheet, { columns }: UnitScores, place: StatedPlace): Placed {
  const { at } = place;
  const isLine = unitAxis(sheet) === 'column' && Object.values(columns).includes(at.column);
  const label = isLine ? textIn(sheet, { row: at.row, column: sheet.nameColumn }) : headingOf(sheet, at);
  const { length } = sheet.units;
  return { ...place, crowd: CROWD.exec(plainKey(label))?.[1] ?? '', units: place.place <= length ? length : null };
}

/**
 * Whether the two places may be among different units: a place in the cluster and one in the province do not conflict.
 */
function mayBeOthers(one: Placed, other: Placed): boolean {
  if (one.crowd !== other.crowd) return true;
  if (one.among !== null && other.among !== null) return one.among !== other.among;
  return isBeyond(one, other) || isBeyond(other, one);
}

/**
 * Whether the place exceeds the other table's number of units. A single unit is ranked among units outside its table.
 */
const isBeyond = ({ place }: Placed, { among, units }: Placed): boolean => {
  const most = among ?? (units === 1 ? null : units);
  return most !== null && place > most;
};

function apart(
  unit: UnitScores,
  item: Item | null,
  here: StatedPlace,
  there: StatedPlace & { readonly sheet: string },
): Finding {
  return {
    at: [here.at],
    unit,
    ...(item ? { item } : {}),
    expected: there.text,
    actual: here.text,
    message:
      `${subject(unit, item)}: xếp hạng ở ${cell(here.at)} ghi ${here.text} nhưng trang tính «${there.sheet}» ` +
      `${cell(there.at)} ghi ${there.text}.`,
    evidence: [
      { at: here.at, text: `xếp hạng ${here.text}` },
      { at: there.at, sheet: there.sheet, text: `xếp hạng ${there.text}` },
    ],
  };
}
