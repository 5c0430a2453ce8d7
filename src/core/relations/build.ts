/** Builds the relations between the numbers of a table: each ties a stated number to the numbers one level below it. */
import type { UnitTotals } from '../model/assessment';
import { ZERO, negate, type Decimal } from '../values/decimal';
import {
  addressOf,
  isScoredItem,
  itemsBelow,
  maxPointsOf,
  type Item,
  type StatedResult,
  type UnitScores,
} from '../model/score-sheet';
import type { Printing } from './agreement';
import { holds, type Figure, type FigureRole, type Relation, type Term } from './relation';
import {
  type Draft,
  applicableTerms,
  areasOf,
  childrenOf,
  figure,
  joined,
  linear,
  maxTerms,
  minus,
  notApplicableBelow,
  plus,
  pointTerms,
  relation,
} from './terms';

interface BuildOptions {
  /** Units to check; the common maxima are always included. */
  readonly units: readonly UnitScores[];
  readonly totalsOf: (unit: UnitScores) => UnitTotals | undefined;
  /** Maxima stated by the criteria set, by item. */
  readonly criteria: ReadonlyMap<Item, Decimal>;
  /** False if the appraised part is scaled to a share: totals and indices then follow another formula. */
  readonly isPlainIndex: boolean;
  /** How indices are printed. */
  readonly printing: Printing;
}

/** Adds to the draft every relation that must hold inside its table. */
export function addRelations(draft: Draft, options: BuildOptions): void {
  addCommonMaxima(draft, options.criteria);
  for (const unit of options.units) {
    for (const role of ['self', 'appraised'] as const) addSubtotals(draft, unit, role);
    addUnitMaxima(draft, unit);
    addBounds(draft, unit);
    addLosses(draft, unit);
    addListed(draft, unit);
    addPercents(draft, unit);
    if (!options.isPlainIndex) continue;
    addTotals(draft, unit, options.totalsOf(unit));
    addIndex(draft, unit, options.totalsOf(unit), options.printing);
  }
  addChanges(draft);
}

/** A stated change is this year's percentage less the earlier one. */
function addChanges(draft: Draft): void {
  for (const fact of draft.sheet.facts) {
    if (fact.kind !== 'stated-change') continue;
    const unit = draft.sheet.units[fact.unit ?? -1] ?? null;
    const item = draft.sheet.items[fact.item ?? -1] ?? null;
    const percentAt =
      unit && item && unit.percent?.[item.position] ? addressOf(draft.sheet, unit, item, 'percent') : null;
    const after = figure(draft, percentAt, { role: 'percent', value: fact.after, unit, item });
    const before = figure(draft, fact.beforeAt, { role: 'percent', value: fact.before, unit, item });
    const changeFigure = figure(draft, fact.at, { role: 'change', value: fact.change, unit, item });
    draft.all.push(relation('change', changeFigure, linear([plus(after), minus(before)])));
  }
}

function addCommonMaxima(draft: Draft, criteria: ReadonlyMap<Item, Decimal>): void {
  const { sheet } = draft;
  for (const item of sheet.items) {
    const [maxTerm] = maxTerms(draft, null, item) ?? [];
    if (item.max === null || !maxTerm) continue;
    const below = isScoredItem(item)
      ? null
      : joined(childrenOf(sheet, item).map((child) => maxTerms(draft, null, child)));
    if (below) draft.all.push(relation('maximum', maxTerm.figure, linear(below)));
    const laidDown = criteria.get(item);
    if (laidDown !== undefined && item.maxAt) {
      const elsewhere = figure(draft, null, { role: 'max', value: laidDown, unit: null, item });
      draft.all.push(relation('laid-down', maxTerm.figure, linear([plus(elsewhere)])));
    }
  }
  const { statedMax } = sheet;
  const areas = joined(areasOf(sheet).map((area) => maxTerms(draft, null, area)));
  if (!statedMax || statedMax.value === null || !areas) return;
  const tableMax = figure(draft, statedMax.at, { role: 'max', value: statedMax.value, unit: null, item: null });
  draft.all.push(relation('maximum', tableMax, linear(areas)));
}

function addSubtotals(draft: Draft, unit: UnitScores, role: 'self' | 'appraised'): void {
  for (const item of draft.sheet.items) {
    if (isScoredItem(item) || unit[role]?.[item.position]?.kind !== 'points') continue;
    const [pointTerm] = pointTerms(draft, unit, role, item) ?? [];
    const below = joined(childrenOf(draft.sheet, item).map((child) => pointTerms(draft, unit, role, child)));
    if (pointTerm && below) draft.all.push(relation('subtotal', pointTerm.figure, linear(below)));
  }
}

/** Maxima in a unit's own column: a parent's may be the sum of all its children, or only of those that apply. */
function addUnitMaxima(draft: Draft, unit: UnitScores): void {
  if (!unit.max) return;
  for (const item of draft.sheet.items) {
    const stated = unit.max[item.position] ?? null;
    if (stated === null) continue;
    const [maxTerm] = maxTerms(draft, unit, item) ?? [];
    if (isScoredItem(item)) {
      const common = item.max !== null && stated > item.max ? maxTerms(draft, null, item) : null;
      if (maxTerm && common) draft.all.push(relation('laid-down', maxTerm.figure, linear(common)));
      continue;
    }
    const below = joined(childrenOf(draft.sheet, item).map((child) => maxTerms(draft, unit, child)));
    const out = joined(childrenOf(draft.sheet, item).map((child) => notApplicableBelow(draft, unit, child)));
    if (maxTerm && below)
      draft.all.push(relation('maximum', maxTerm.figure, linear(below, [ZERO, ...(out ? [negate(amount(out))] : [])])));
  }
}

const amount = (terms: readonly Term[]): Decimal =>
  terms.reduce((sum, { figure: each, sign }) => sum + sign * each.value, 0) as Decimal;

function addBounds(draft: Draft, unit: UnitScores): void {
  for (const role of ['self', 'appraised'] as const) {
    for (const item of draft.sheet.items) {
      const score = unit[role]?.[item.position];
      if (!isScoredItem(item) || score?.kind !== 'points') continue;
      // The second number of «75,42/94» is no maximum of a criteria set: without an index nothing tells which is wrong.
      if (score.of !== null && (unit.stated.index?.value ?? null) === null) continue;
      const most = score.of ?? maxPointsOf(unit, item);
      if (most === null || (score.points >= 0 && score.points <= most)) continue;
      const [pointTerm] = pointTerms(draft, unit, role, item) ?? [];
      const max = maxTerms(draft, unit, item);
      if (pointTerm && max) draft.all.push(relation('bound', pointTerm.figure, linear(max)));
    }
  }
}

function addLosses(draft: Draft, unit: UnitScores): void {
  const { sheet } = draft;
  for (const item of unit.lost ? sheet.items : []) {
    const stated = unit.lost?.[item.position];
    const max = applicableTerms(draft, unit, item);
    const points = pointTerms(draft, unit, unit.awardedRole, item);
    if (!stated || !max || !points) continue;
    const loss = figure(draft, addressOf(sheet, unit, item, 'lost'), { role: 'lost', value: stated.value, unit, item });
    draft.all.push(relation('loss', loss, linear([...max, ...points.map(({ figure: each }) => minus(each))])));
  }
}

/** In a list of losses: nothing where the areas mostly lost something else than what is listed. */
function addListed(draft: Draft, unit: UnitScores): void {
  const { sheet } = draft;
  const found = areasOf(sheet).flatMap((area): Relation[] => {
    const listed = itemsBelow(sheet.items, area).filter((item) => item.listed === true);
    const [pointTerm] = pointTerms(draft, unit, unit.awardedRole, area) ?? [];
    const max = applicableTerms(draft, unit, area);
    const lost = joined(listed.map((item) => lostTerms(draft, unit, item)));
    if (!pointTerm || !max || !lost || lost.length === 0) return [];
    return [relation('listed', pointTerm.figure, linear([...max, ...lost]))];
  });
  if (found.filter((each) => holds(each)).length * 2 > found.length) draft.all.push(...found);
}

/** The points an item lost, as negative terms: the stated loss, else its maximum less its points. */
function lostTerms(draft: Draft, unit: UnitScores, item: Item): Term[] | null {
  const stated = unit.lost?.[item.position];
  const at = addressOf(draft.sheet, unit, item, 'lost');
  if (stated) return [minus(figure(draft, at, { role: 'lost', value: stated.value, unit, item }))];
  const max = applicableTerms(draft, unit, item);
  const points = pointTerms(draft, unit, unit.awardedRole, item);
  return (
    max && points && [...max.map(({ figure: each, sign }) => ({ figure: each, sign: -sign as 1 | -1 })), ...points]
  );
}

function addPercents(draft: Draft, unit: UnitScores): void {
  const { sheet } = draft;
  for (const item of unit.percent ? sheet.items : []) {
    const stated = unit.percent?.[item.position];
    const points = pointTerms(draft, unit, unit.awardedRole, item);
    const whole = applicableTerms(draft, unit, item);
    if (!stated || !points || points.length === 0 || !whole || whole.length === 0) continue;
    const percentFigure = figure(draft, addressOf(sheet, unit, item, 'percent'), {
      role: 'percent',
      value: stated.value,
      unit,
      item,
    });
    draft.all.push(relation('percent', percentFigure, linear(points), linear(whole)));
  }
}

export const resultFigure = (
  draft: Draft,
  unit: UnitScores,
  role: FigureRole,
  stated: StatedResult | undefined,
): Figure | null =>
  !stated || stated.value === null
    ? null
    : figure(draft, stated.at, {
        role,
        value: role === 'lost' && stated.value < 0 ? negate(stated.value) : stated.value,
        unit,
        item: null,
        isFormula: stated.isFormula,
      });

/** The applicable maximum stated for the unit; null if there is none. */
function statedWhole(draft: Draft, unit: UnitScores): Figure | null {
  const { max, total } = unit.stated;
  const maxFigure = resultFigure(draft, unit, 'max', max);
  if (maxFigure || !total || total.of === null) return maxFigure;
  const { at, of: value, isFormula } = total;
  return figure(draft, at, { role: 'max', value, unit, item: null, isDenominator: true, isFormula });
}

/** The sum of the areas, each as stated. */
export const areaPoints = (draft: Draft, unit: UnitScores, role: 'self' | 'appraised'): Term[] | null =>
  joined(areasOf(draft.sheet).map((area) => pointTerms(draft, unit, role, area)));
const areaMaxima = (draft: Draft, unit: UnitScores): Term[] | null =>
  joined(areasOf(draft.sheet).map((area) => applicableTerms(draft, unit, area)));

/**
 * What the index is out of: the unit's own stated whole, the sheet's less what does not apply, or all areas together.
 */
function wholeTerms(draft: Draft, unit: UnitScores): Term[] | null {
  const stated = statedWhole(draft, unit);
  if (stated) return [plus(stated)];
  const { statedMax } = draft.sheet;
  const out = joined(areasOf(draft.sheet).map((area) => notApplicableBelow(draft, unit, area)));
  if (unit.max || !statedMax || statedMax.value === null || !out) return areaMaxima(draft, unit);
  const tableMax = figure(draft, statedMax.at, { role: 'max', value: statedMax.value, unit: null, item: null });
  return [plus(tableMax), ...out.map(({ figure: each }) => minus(each))];
}

/** A stated total may or may not include bonus and penalty. */
function extrasOf(totals: UnitTotals | undefined): Decimal[] {
  const extra = ((totals?.bonus ?? 0) - (totals?.penalty ?? 0)) as Decimal;
  return withExtra(extra);
}

const withExtra = (extra: Decimal): Decimal[] => (extra === ZERO ? [ZERO] : [ZERO, extra]);

function addTotals(draft: Draft, unit: UnitScores, totals: UnitTotals | undefined): void {
  const total = resultFigure(draft, unit, 'total', unit.stated.total);
  const points = areaPoints(draft, unit, unit.awardedRole);
  const whole = statedWhole(draft, unit);
  const maxima = areaMaxima(draft, unit);
  if (draft.sheet.itemised) {
    const self = resultFigure(draft, unit, 'selfTotal', unit.stated.selfTotal);
    addSum(draft, 'total', total, points, extrasOf(totals));
    addSum(
      draft,
      'total',
      self,
      unit.self ? areaPoints(draft, unit, 'self') : null,
      withExtra(totals?.selfOutside ?? ZERO),
    );
    addSum(draft, 'applicable', whole, maxima);
  }
  const lost = resultFigure(draft, unit, 'lost', unit.stated.lost);
  const from = whole ? [plus(whole)] : maxima;
  const reached = total ? [plus(total)] : points;
  const terms = from && reached && [...from, ...reached.map(({ figure: each }) => minus(each))];
  addSum(draft, 'total-loss', lost, terms, [ZERO, totals?.penalty ?? ZERO]);
}

/** Adds nothing if the sheet does not state the sum or one of its terms is missing. */
function addSum(
  draft: Draft,
  kind: Relation['kind'],
  result: Figure | null,
  terms: readonly Term[] | null,
  constants: readonly Decimal[] = [ZERO],
): void {
  if (result && terms && terms.length > 0) draft.all.push(relation(kind, result, linear(terms, constants)));
}

function addIndex(draft: Draft, unit: UnitScores, totals: UnitTotals | undefined, printing: Printing): void {
  const total = resultFigure(draft, unit, 'total', unit.stated.total);
  const part = total ? [plus(total)] : areaPoints(draft, unit, unit.awardedRole);
  const maxima = wholeTerms(draft, unit);
  if (!part || !maxima || maxima.length === 0) return;
  const extras = extrasOf(totals);
  const index = resultFigure(draft, unit, 'index', unit.stated.index);
  if (!index) return;
  const constants = total ? [...extras].reverse() : extras.slice(-1);
  draft.all.push(relation('index', index, linear(part, constants), linear(maxima), printing));
}
