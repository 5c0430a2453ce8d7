/** «Kết quả»: every unit on one short line with its index as a bar, or one unit with its areas. */
import { useEffect, useMemo } from 'react';
import { SORTS, arrangeUnits, type UnitSort } from './arrange-units';
import { TEXT, foundUnits } from '../text/text';
import { useAnswer, useDraft, usePane, usePaneState } from '../use-pane';
import { Overview } from './Overview';
import { UnitDetail } from './UnitDetail';
import { UnitRows } from './UnitRows';
import type { SheetView } from '../worker/view-sheet';

/** Number of entries from which a search box is shown. */
const MANY = 12;

/** The unit whose detail was closed last: its row takes the focus again. */
function useLastUnit(sheet: string): number | null {
  const { drafts } = usePane();
  const { unit } = usePaneState();
  const key = `left:${sheet}`;
  const left = (drafts.get(key) as number | undefined) ?? null;
  useEffect(() => {
    if (unit !== null) drafts.set(key, unit);
    else if (left !== null && document.activeElement === document.body)
      document.querySelector<HTMLElement>(`[data-row="${String(left)}"]`)?.focus({ preventScroll: true });
  }, [drafts, key, unit, left]);
  return left;
}

export function ResultsTab({ sheet }: { readonly sheet: SheetView }) {
  const pane = usePane();
  const { unit, view } = usePaneState();
  const [sort, setSort] = useDraft<UnitSort>(`sort:${sheet.sheet}`, 'index');
  const [isGrouped, setGrouped] = useDraft(`grouped:${sheet.sheet}`, sheet.hasGroups);
  const [search, setSearch] = useDraft(`units:${sheet.sheet}`, '');
  const left = useLastUnit(sheet.sheet);
  const overview = useAnswer('overview', sheet.sheet);
  const groups = useMemo(
    () => arrangeUnits(sheet.units, { sort, isGrouped, search }),
    [sheet, sort, isGrouped, search],
  );
  const only = sheet.units.length === 1 ? sheet.units[0] : undefined;
  const open = only ?? sheet.units.find((each) => each.unit === unit);
  if (open) return <UnitDetail sheet={sheet} unit={open} isAlone={only !== undefined} />;
  return (
    <>
      {overview && search === '' && (
        <Overview
          overview={overview}
          units={groups.groups.flatMap(({ units }) => units)}
          line={sheet.settings.areaLine}
        />
      )}
      <div className="controls">
        {sheet.units.length > MANY && (
          <input
            type="search"
            value={search}
            placeholder={TEXT.findUnit}
            aria-label={TEXT.findUnit}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
        <select aria-label={TEXT.sort} value={sort} onChange={({ target }) => setSort(target.value as UnitSort)}>
          {SORTS.filter((name) => sheet.comparedUnits !== null || !name.startsWith('change')).map((name) => (
            <option key={name} value={name}>
              {TEXT.sortBy[name]}
            </option>
          ))}
        </select>
        {sheet.hasGroups && (
          <label className="check">
            <input type="checkbox" checked={isGrouped} onChange={({ target }) => setGrouped(target.checked)} />
            {TEXT.byGroup}
          </label>
        )}
      </div>
      {view?.previous && sheet.comparedUnits !== null && (
        <p className="sum-line quiet">
          {TEXT.compareNow} {view.previous.name} · {foundUnits(sheet.comparedUnits, sheet.units.length)}
        </p>
      )}
      {groups.total === 0 && <p className="quiet padded">{TEXT.nothingFound}</p>}
      <UnitRows groups={groups.groups} left={left} open={(chosen) => pane.show({ unit: chosen.unit })} />
    </>
  );
}
