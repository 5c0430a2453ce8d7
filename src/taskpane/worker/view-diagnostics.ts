/** Diagnostics for the list «Lỗi», and those repairs that leave no choice. */
import type { Diagnostic } from '../../core/model/diagnostic';
import { markOf } from '../../core/model/set-aside';
import type { Grid } from '../../core/model/grid';
import type { Assessment } from '../../core/model/assessment';
import type { ScoreSheet } from '../../core/model/score-sheet';
import { RULES } from '../../core/rules';
import { keyOf, toA1, type CellKey } from '../../core/values/address';
import { placeView } from './cell-place';
import { shownText } from './view-grid';
import { searcher } from './search';
import type { DiagnosticQuery, IssueCard, IssueGroup, IssuePage } from './views';
import type { DiagnosticView, SuggestionView } from './views-of-issues';

const MOST_CELLS = 3;
/** Diagnostics whose suggestions are one repair of many cells, not alternatives. */
const TOGETHER: ReadonlySet<string> = new Set(['text-number']);

export function diagnosticView(diagnostic: Diagnostic, id: number, grid: Grid | null): DiagnosticView {
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
    mark: markOf(grid?.sheet ?? '', diagnostic),
    suggestions: grid ? suggestionViews(diagnostic, grid) : [],
  };
}

function suggestionViews({ alias, suggestions }: Diagnostic, grid: Grid): SuggestionView[] {
  const views = suggestions.map(({ at, value, sheet, also = [], why, isSure }) => ({
    fixes: [{ at, value, ...(sheet === undefined ? {} : { sheet }) }, ...also].map((fix) => ({
      ...fix,
      before: fix.sheet === undefined ? shownText(grid, fix.at.row, fix.at.column) : '',
    })),
    why,
    isSure: isSure ?? suggestions.length === 1,
  }));
  if (!TOGETHER.has(alias) || views.length === 0) return views;
  return [
    { fixes: views.flatMap(({ fixes }) => fixes), why: views.length === 1 ? (views[0]?.why ?? '') : '', isSure: true },
  ];
}

/** Cards of one cell are one card, under the rule of its worst; rules in the order of their worst card. */
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
  for (const [code, own] of groups) {
    if (room <= 0) break;
    const title = RULES.find((rule) => rule.code === code)?.title ?? '';
    const views = own.slice(0, room).map(([key, ids]) => cardView(scoreSheet, key, ids, diagnostics));
    shown.push({ code, title, total: own.length, cards: views });
    room -= own.length;
  }
  const kept = [
    ...cardsOf(
      diagnostics,
      wanted.filter((id) => !isOpen(id)),
    ),
  ];
  return {
    total: cards.size,
    groups: shown,
    aside: kept.map(([key, ids]) => cardView(scoreSheet, key, ids, diagnostics)),
  };
}

/** Those of one cell together. */
function cardsOf(diagnostics: readonly Diagnostic[], ids: readonly number[]): Map<string, number[]> {
  const cards = new Map<string, number[]>();
  for (const id of ids) {
    const at = diagnostics[id]?.at[0];
    const key = at ? toA1(at) : `#${id}`;
    cards.set(key, [...(cards.get(key) ?? []), id]);
  }
  return cards;
}

/** Worst first; within one severity in the order in which the sheet is read. */
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
  const own = ids.flatMap((id) => {
    const diagnostic = all[id];
    return diagnostic ? [{ id, diagnostic }] : [];
  });
  const at = own[0]?.diagnostic.at[0];
  return {
    key,
    field: at
      ? {
          at,
          text: shownText(sheet.grid, at.row, at.column),
          isFormula: sheet.grid.formulas.has(keyOf(at)),
          place: placeView(sheet, at),
        }
      : null,
    mark: own.find(({ diagnostic }) => diagnostic.alias === 'ambiguous-mark')?.diagnostic.actual ?? null,
    issues: own.map(({ id, diagnostic }) => diagnosticView(diagnostic, id, sheet.grid)),
  };
}

const ORDER = ['error', 'warning', 'note'] as const;
const weightOf = (diagnostic: Diagnostic | undefined): number =>
  diagnostic ? ORDER.indexOf(diagnostic.severity) : ORDER.length;

/** The sure suggestion of each, and no cell twice: where two repairs differ, somebody has to choose. */
export function listRepairs({ scoreSheet, diagnostics }: Assessment): DiagnosticView[] {
  const views = diagnostics
    .map((each, id) => diagnosticView(each, id, scoreSheet.grid))
    .filter(({ suggestions, setAside }) => suggestions[0]?.isSure === true && setAside === null);
  const values = new Map<CellKey, Set<string>>();
  const fixesOf = (view: DiagnosticView) => view.suggestions[0]?.fixes ?? [];
  for (const view of views)
    for (const { at, value } of fixesOf(view)) values.set(keyOf(at), (values.get(keyOf(at)) ?? new Set()).add(value));
  const seen = new Set<CellKey>();
  return views.filter((view) => {
    const keys = fixesOf(view).map(({ at }) => keyOf(at));
    if (keys.some((key) => (values.get(key)?.size ?? 0) > 1) || keys.every((key) => seen.has(key))) return false;
    keys.forEach((key) => seen.add(key));
    return true;
  });
}
