/**
 * Diagnostics for the list «Lỗi», each with its sentence, cells, evidence and repairs, and the repairs without
 * alternatives.
 */
import type { Diagnostic, Correction, Evidence, Severity } from '../../core/model/diagnostic';
import { markOf, type SetAside } from '../../core/model/set-aside';
import { valueAt, type Grid } from '../../core/model/workbook/grid';
import type { Assessment } from '../../core/model/assessment';
import type { ScoreSheet } from '../../core/model/score-sheet';
import { RULES } from '../../core/rules';
import { keyOf, sheetNumber, toA1, type Address } from '../../core/values/address';
import { placeView, type PlaceView } from './score-in-cell';
import { shownText } from './shown-text';
import { searcher } from './search';

/** All findings at one cell, and the cell itself, which can be corrected on the spot. */
export interface IssueCard {
  readonly key: string;
  /** Null if the finding is about the table, a unit or a column as a whole and the cell only identifies it. */
  readonly field: {
    readonly at: Address;
    readonly text: string;
    readonly isFormula: boolean;
    readonly place: PlaceView | null;
  } | null;
  /** The mark in the cell whose meaning is asked for: «x», «-», «/». */
  readonly mark: string | null;
  /** Worst first. */
  readonly issues: readonly DiagnosticView[];
}

/** Cards of one rule. */
interface IssueGroup {
  readonly code: string;
  readonly title: string;
  readonly total: number;
  readonly cards: readonly IssueCard[];
}

export interface IssuePage {
  /** Number of cards in all groups. */
  readonly total: number;
  readonly groups: readonly IssueGroup[];
  /** Findings that the officer has set aside, with the reason from `Cấu hình`. */
  readonly aside: readonly IssueCard[];
}

export interface DiagnosticQuery {
  readonly sheet: string;
  readonly severity: Severity | null;
  readonly search: string;
  readonly limit: number;
}

const MOST_CELLS = 3;
/** Diagnostics whose suggestions are one repair of many cells, not alternatives. */
const TOGETHER: ReadonlySet<string> = new Set(['text-number']);

/** `gridOf` gives the grid of another sheet, because a suggestion may change its cells too. */
export function diagnosticView(
  diagnostic: Diagnostic,
  id: number,
  table: ScoreSheet | null,
  gridOf: (sheet: string) => Grid | null = () => null,
): DiagnosticView {
  const { code, alias, severity, message, at, consequences, evidence = [], setAside = null } = diagnostic;
  return {
    id,
    code,
    alias,
    severity,
    message,
    at: at.slice(0, MOST_CELLS),
    cellCount: at.length,
    consequences: consequences.length,
    evidence,
    setAside,
    mark: markOf(table ?? { sheet: '' }, diagnostic),
    suggestions: table
      ? suggestionViews(diagnostic, (sheet) =>
          sheet === undefined ? table.grid : (gridIn(table, sheet) ?? gridOf(sheet)),
        )
      : [],
  };
}

const gridIn = ({ parts }: ScoreSheet, sheet: string): Grid | undefined =>
  parts?.find((part) => part.sheet === sheet)?.table.grid;

function suggestionViews(
  { alias, suggestions }: Diagnostic,
  gridOf: (sheet: string | undefined) => Grid | null,
): SuggestionView[] {
  const views = suggestions.map(({ at, value, sheet, also = [], why, isSure, isProven }) => ({
    fixes: [{ at, value, ...(sheet === undefined ? {} : { sheet }) }, ...also].map((fix) => {
      const grid = gridOf(fix.sheet);
      return { ...fix, before: grid && shownText(grid, fix.at.row, fix.at.column) };
    }),
    why,
    isSure: isSure ?? suggestions.length === 1,
    isProven: isProven ?? false,
  }));
  if (!TOGETHER.has(alias) || views.length === 0) return views;
  const why = views.length === 1 ? (views[0]?.why ?? '') : '';
  return [{ fixes: views.flatMap(({ fixes }) => fixes), why, isSure: true, isProven: false }];
}

/** Findings at one cell share one card, listed under the rule of the worst; rules are ordered by their worst card. */
export function listIssues({ scoreSheet, diagnostics }: Assessment, query: DiagnosticQuery): IssuePage {
  const isOpen = (id: number): boolean => diagnostics[id]?.setAside === undefined;
  const wanted = wantedOf(diagnostics, query);
  const cards = cardsOf(diagnostics, wanted.filter(isOpen));
  const groups = new Map<string, [string, number[]][]>();
  for (const card of cards) {
    const code = diagnostics[card[1][0] ?? -1]?.code ?? '';
    groups.set(code, [...(groups.get(code) ?? []), card]);
  }
  let room = query.limit;
  const shown: IssueGroup[] = [];
  for (const [code, codeCards] of groups) {
    if (room <= 0) break;
    const title = RULES.find((rule) => rule.code === code)?.title ?? '';
    const views = codeCards.slice(0, room).map(([key, ids]) => cardView(scoreSheet, key, ids, diagnostics));
    shown.push({ code, title, total: codeCards.length, cards: views });
    room -= codeCards.length;
  }
  const asideCards = [
    ...cardsOf(
      diagnostics,
      wanted.filter((id) => !isOpen(id)),
    ),
  ];
  return {
    total: cards.size,
    groups: shown,
    aside: asideCards.map(([key, ids]) => cardView(scoreSheet, key, ids, diagnostics)),
  };
}

/** Groups the diagnostics by their first cell. */
function cardsOf(diagnostics: readonly Diagnostic[], ids: readonly number[]): Map<string, number[]> {
  const cards = new Map<string, number[]>();
  for (const id of ids) {
    const at = diagnostics[id]?.at[0];
    const key = at ? `${toA1(at)}${sheetNumber(at) || ''}` : `#${id}`;
    cards.set(key, [...(cards.get(key) ?? []), id]);
  }
  return cards;
}

/** Worst first; diagnostics of the same severity in the order of the sheet. */
function wantedOf(diagnostics: readonly Diagnostic[], { severity, search }: DiagnosticQuery): number[] {
  const matches = searcher(search);
  const found: number[] = [];
  diagnostics.forEach((each, id) => {
    if (each.follows || (severity !== null && each.severity !== severity)) return;
    if (!matches(`${each.code} ${each.message}`)) return;
    found.push(id);
  });
  return found.sort((a, b) => weightOf(diagnostics[a]) - weightOf(diagnostics[b]) || a - b);
}

function cardView(sheet: ScoreSheet, key: string, ids: readonly number[], all: readonly Diagnostic[]): IssueCard {
  const findings = ids.flatMap((id) => {
    const diagnostic = all[id];
    return diagnostic ? [{ id, diagnostic }] : [];
  });
  const at = findings[0]?.diagnostic.at[0];
  return {
    key,
    field:
      at && !findings.every(({ diagnostic }) => pointsOnly(sheet, diagnostic, at))
        ? {
            at,
            text: shownText(sheet.grid, at.row, at.column),
            isFormula: sheet.grid.formulas.has(keyOf(at)),
            place: placeView(sheet, at),
          }
        : null,
    mark: findings.find(({ diagnostic }) => diagnostic.alias === 'ambiguous-mark')?.diagnostic.actual ?? null,
    issues: findings.map(({ id, diagnostic }) => diagnosticView(diagnostic, id, sheet)),
  };
}

/**
 * The heading of an undecided column is no wrong value, nor is the cell with a unit's name, except for a duplicate
 * name.
 */
const pointsOnly = ({ units, grid }: ScoreSheet, { alias }: Diagnostic, at: Address): boolean =>
  (alias === 'undecided-column' && typeof valueAt(grid, at.row, at.column) === 'string') ||
  (alias !== 'duplicate-unit' && units.some((unit) => keyOf(unit.at) === keyOf(at)));

const ORDER = ['error', 'warning', 'note'] as const;
const weightOf = (diagnostic: Diagnostic | undefined): number =>
  diagnostic ? ORDER.indexOf(diagnostic.severity) : ORDER.length;

/**
 * The sure or proven suggestion of each diagnostic. Cells for which two repairs differ are left out, because the
 * officer has to choose. Repairs of entered scores are included, to be ticked.
 */
export function listRepairs(
  { scoreSheet, diagnostics }: Assessment,
  gridOf: (sheet: string) => Grid,
): DiagnosticView[] {
  const views = diagnostics
    .map((each, id) => diagnosticView(each, id, scoreSheet, gridOf))
    .filter(({ suggestions: [best], setAside }) => (best?.isSure === true || best?.isProven === true) && !setAside);
  const values = new Map<string, Set<string>>();
  const fixesOf = (view: DiagnosticView) => view.suggestions[0]?.fixes ?? [];
  const cellOfFix = ({ at, sheet = '' }: Fix): string => `${sheet}!${toA1(at)}`;
  for (const fix of views.flatMap(fixesOf))
    values.set(cellOfFix(fix), (values.get(cellOfFix(fix)) ?? new Set()).add(fix.value));
  const seen = new Set<string>();
  return views.filter((view) => {
    const places = fixesOf(view).map(cellOfFix);
    if (places.some((each) => (values.get(each)?.size ?? 0) > 1) || places.every((each) => seen.has(each)))
      return false;
    places.forEach((each) => seen.add(each));
    return true;
  });
}

export interface Fix extends Correction {
  /** For the record of corrections. */
  readonly why?: string;
}

export interface SuggestionView {
  readonly fixes: readonly (Fix & {
    /** The present text of the cell; null if not known. */ readonly before: string | null;
  })[];
  readonly why: string;
  /** False if the officer has to choose. */
  readonly isSure: boolean;
  /** Practically certain, but it changes an entered score, so it is never ticked in advance. */
  readonly isProven: boolean;
}

export interface DiagnosticView {
  /** Position in the sheet's list; holds until the next computation. */
  readonly id: number;
  readonly code: string;
  readonly alias: string;
  readonly severity: Severity;
  readonly message: string;
  /** The first of its cells. */
  readonly at: readonly Address[];
  readonly cellCount: number;
  /** Number of cells that the repair also makes correct. */
  readonly consequences: number;
  /** The evidence cell by cell, the doubtful cell first. */
  readonly evidence: readonly Evidence[];
  /** The reason why the officer set it aside; null if it is not set aside. */
  readonly setAside: string | null;
  /** Identifies it once it is set aside. */
  readonly mark: Omit<SetAside, 'reason'>;
  /** Alternatives, of which at most one is applied. */
  readonly suggestions: readonly SuggestionView[];
}
