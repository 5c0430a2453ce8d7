/**
 * The mistakes of a sheet: broken relations that share cells are one mistake or a few, each with what would explain it.
 */
import type { ScoreSheet, UnitScores } from '../model/score-sheet';
import { oddnessIn } from './oddness';
import { figuresOf, holds, type Figure, type Relation } from './relation';
import { depthOf, explain, type Neighbourhood, type Search } from './search';

export interface Mistake extends Search {
  /** The relations that do not hold, from the cells upwards. */
  readonly broken: readonly Relation[];
  /** True where the best explanation is one mistake, nearly certain, and reaches no figure that it should not. */
  readonly isSure: boolean;
}

export interface Diagnosis {
  readonly mistakes: readonly Mistake[];
  /** True where so many sums fail that the reading of the tree is at fault and not the officer: nothing is offered. */
  readonly isTreeDoubtful: boolean;
}

const SURE = 0.9;
/**
 * A third of the parents' maxima differ from what stands below: the tree was read wrongly, or this is a list of losses.
 */
const DOUBTFUL_SHARE = 1 / 3;
const FEWEST_PARENTS = 3;
/** The same row fails in so large a part of the units. */
const COMMON_SHARE = 0.6;
const FEWEST_UNITS = 3;

export function diagnose(sheet: ScoreSheet, relations: readonly Relation[]): Diagnosis {
  const broken = relations.filter((relation) => !holds(relation));
  if (isTreeDoubtful(sheet, relations, broken)) return { mistakes: [], isTreeDoubtful: true };
  const sound = relations.filter((relation) => !relation.result.isFormula || !broken.includes(relation));
  const near: Neighbourhood = { of: byFigure(sound), oddness: oddnessIn(relations) };
  // A formula that does not say what its cells say is itself at fault: no other cell is blamed for it.
  const formulas = broken.filter(({ result }) => result.isFormula);
  const typed = joinedByOneMistake(partsOf(broken.filter(({ result }) => !result.isFormula)), near);
  const mistakes = [
    ...typed.map((part) => mistakeOf(part, explain(part, near))),
    ...formulas.map((relation) => mistakeOf([relation], { explanations: [], isComplete: true })),
  ];
  return { mistakes, isTreeDoubtful: false };
}

function mistakeOf(broken: readonly Relation[], search: Search): Mistake {
  const [best] = search.explanations;
  // A bound names a range and no number: alone it proves nothing.
  const isDetermined = broken.some(({ kind }) => kind !== 'bound');
  const isSure = isDetermined && best !== undefined && best.events === 1 && best.share >= SURE;
  return { ...search, broken, isSure };
}

/**
 * A score that was corrected under sums that were not breaks relations that share no cell: one mistake that mends them
 * all is one.
 */
function joinedByOneMistake(parts: readonly Relation[][], near: Neighbourhood): Relation[][] {
  const ofUnits = new Map<UnitScores | null, Relation[][]>();
  for (const part of parts) {
    const unit = part[0]?.result.unit ?? null;
    ofUnits.set(unit, [...(ofUnits.get(unit) ?? []), part]);
  }
  return [...ofUnits.values()].flatMap((own) => {
    if (own.length < 2) return own;
    const all = own.flat().sort(upwards);
    return explain(all, near, 1).explanations.length > 0 ? [all] : own;
  });
}

function isTreeDoubtful(sheet: ScoreSheet, relations: readonly Relation[], broken: readonly Relation[]): boolean {
  const maxima = relations.filter(
    ({ kind, result }) => kind === 'maximum' && result.unit === null && result.item !== null,
  );
  const wrong = broken.filter((relation) => maxima.includes(relation)).length;
  if (maxima.length >= FEWEST_PARENTS && wrong > maxima.length * DOUBTFUL_SHARE) return true;
  const units = new Map<string, Set<UnitScores>>();
  for (const { kind, result } of broken) {
    if (kind !== 'subtotal' || !result.item || !result.unit) continue;
    const row = `${result.role}${result.item.index}`;
    units.set(row, (units.get(row) ?? new Set()).add(result.unit));
  }
  return [...units.values()].some(({ size }) => size >= FEWEST_UNITS && size > sheet.units.length * COMMON_SHARE);
}

function byFigure(relations: readonly Relation[]): Map<Figure, Relation[]> {
  const of = new Map<Figure, Relation[]>();
  for (const relation of relations) {
    for (const figure of figuresOf(relation)) {
      const known = of.get(figure);
      if (known) known.push(relation);
      else of.set(figure, [relation]);
    }
  }
  return of;
}

/** Broken relations in groups that share no figure which may change. */
function partsOf(broken: readonly Relation[]): Relation[][] {
  const parts: { figures: Set<Figure>; relations: Relation[] }[] = [];
  for (const relation of broken) {
    const figures = new Set(figuresOf(relation).filter(({ at }) => at !== null));
    const touching = parts.filter((part) => [...figures].some((figure) => part.figures.has(figure)));
    const merged = { figures, relations: [relation] };
    for (const part of touching) {
      part.figures.forEach((figure) => merged.figures.add(figure));
      merged.relations.push(...part.relations);
      parts.splice(parts.indexOf(part), 1);
    }
    parts.push(merged);
  }
  return parts.map(({ relations }) => relations.sort(upwards));
}

/** Deeper items first; figures of the whole last. */
const upwards = (a: Relation, b: Relation): number => depthOf(b) - depthOf(a);
