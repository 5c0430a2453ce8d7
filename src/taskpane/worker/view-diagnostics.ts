/** Diagnostics for the list «Lỗi», and those repairs that leave no choice. */
import type { Diagnostic } from '../../core/model/diagnostic';
import { foldText } from '../../core/values/fold-text';
import type { Grid } from '../../core/model/grid';
import type { Assessment } from '../../core/model/assessment';
import { shownText } from './cell-text';
import type { DiagnosticQuery, DiagnosticView, Page, SuggestionView } from './views';

const MOST_CELLS = 3;
/** Diagnostics whose suggestions are one repair of many cells, not alternatives. */
const TOGETHER: ReadonlySet<string> = new Set(['text-number']);

export function diagnosticView(diagnostic: Diagnostic, id: number, grid: Grid | null): DiagnosticView {
  const { code, alias, severity, message, at, consequences } = diagnostic;
  return {
    id,
    code,
    alias,
    severity,
    message,
    at: at.slice(0, MOST_CELLS),
    cellCount: at.length,
    consequences: consequences.length,
    suggestions: grid ? suggestionViews(diagnostic, grid) : [],
  };
}

function suggestionViews({ alias, suggestions }: Diagnostic, grid: Grid): SuggestionView[] {
  const views = suggestions.map(({ at, value, also = [], why, isSure }) => ({
    fixes: [{ at, value }, ...also].map((fix) => ({ ...fix, before: shownText(grid, fix.at.row, fix.at.column) })),
    why,
    isSure: isSure ?? suggestions.length === 1,
  }));
  if (!TOGETHER.has(alias) || views.length === 0) return views;
  return [
    { fixes: views.flatMap(({ fixes }) => fixes), why: views.length === 1 ? (views[0]?.why ?? '') : '', isSure: true },
  ];
}

export function listDiagnostics(
  { scoreSheet, diagnostics }: Assessment,
  { severity, search, limit }: DiagnosticQuery,
): Page<DiagnosticView> {
  const wanted = foldText(search);
  const found: number[] = [];
  diagnostics.forEach((each, id) => {
    if (each.follows || (severity !== null && each.severity !== severity)) return;
    if (wanted !== '' && !foldText(`${each.code} ${each.message}`).includes(wanted)) return;
    found.push(id);
  });
  // Worst first; within one severity in the order in which the sheet is read.
  found.sort((a, b) => weightOf(diagnostics[a]) - weightOf(diagnostics[b]) || a - b);
  const rows = found.slice(0, limit).flatMap((id) => {
    const diagnostic = diagnostics[id];
    return diagnostic ? [diagnosticView(diagnostic, id, scoreSheet.grid)] : [];
  });
  return { total: found.length, rows };
}

const ORDER = ['error', 'warning', 'note'] as const;
const weightOf = (diagnostic: Diagnostic | undefined): number =>
  diagnostic ? ORDER.indexOf(diagnostic.severity) : ORDER.length;

/** The sure suggestion of each, and no cell twice: where two repairs differ, somebody has to choose. */
export function listRepairs({ scoreSheet, diagnostics }: Assessment): DiagnosticView[] {
  const views = diagnostics
    .map((each, id) => diagnosticView(each, id, scoreSheet.grid))
    .filter(({ suggestions }) => suggestions[0]?.isSure === true);
  const values = new Map<string, Set<string>>();
  const keyOf = ({ row, column }: { row: number; column: number }): string => `${row}:${column}`;
  const fixesOf = (view: DiagnosticView) => view.suggestions[0]?.fixes ?? [];
  for (const view of views)
    for (const { at, value } of fixesOf(view)) values.set(keyOf(at), (values.get(keyOf(at)) ?? new Set()).add(value));
  const seen = new Set<string>();
  return views.filter((view) => {
    const keys = fixesOf(view).map(({ at }) => keyOf(at));
    if (keys.some((key) => (values.get(key)?.size ?? 0) > 1) || keys.every((key) => seen.has(key))) return false;
    keys.forEach((key) => seen.add(key));
    return true;
  });
}
