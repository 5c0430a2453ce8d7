/** Chooses units of the workbook by tick boxes; a long list has a search box. */
import { useState } from 'react';
import { shownCount } from '../../core/values/decimal';
import { searcher } from '../worker/search';
import type { UnitRef } from '../worker/views-of-reports';
import { TASK_TEXT } from '../text/task-text';
import { TEXT } from '../text/text';
import { Pieces } from './Pieces';

/** Number of entries from which a search box is shown. */
const MANY = 12;
/** Height of a line in pixels. */
const LINE = 27;

interface Named extends UnitRef {
  readonly name: string;
  readonly group: string | null;
  readonly isEarlier: boolean;
}

interface Props {
  readonly all: readonly Named[];
  readonly chosen: ReadonlyMap<string, UnitRef>;
  readonly choose: (chosen: ReadonlyMap<string, UnitRef>) => void;
}

export const keyOf = ({ sheet, unit }: UnitRef): string => `${unit}:${sheet}`;

export function UnitChooser({ all, chosen, choose }: Props) {
  const [search, setSearch] = useState('');
  const matches = searcher(search);
  const found = all.filter(({ name }) => matches(name));
  const toggle = ({ sheet, unit }: UnitRef): void => {
    const next = new Map(chosen);
    if (!next.delete(keyOf({ sheet, unit }))) next.set(keyOf({ sheet, unit }), { sheet, unit });
    choose(next);
  };
  return (
    <>
      {all.length > MANY && (
        <input
          type="search"
          value={search}
          placeholder={TEXT.findUnit}
          aria-label={TEXT.findUnit}
          onChange={({ target }) => setSearch(target.value)}
        />
      )}
      <Groups all={all} chosen={chosen} choose={choose} />
      {found.length === 0 && <p className="quiet">{TEXT.nothingFound}</p>}
      <div className="chooser">
        <Pieces all={found} line={LINE}>
          {(unit) => (
            <li key={keyOf(unit)}>
              <label className="tick">
                <input type="checkbox" checked={chosen.has(keyOf(unit))} onChange={() => toggle(unit)} />
                <span>{unit.name}</span>
              </label>
            </li>
          )}
        </Pieces>
      </div>
    </>
  );
}

/** Chooses a whole khối at once; the box of a partly chosen khối is indeterminate. */
function Groups({ all, chosen, choose }: Props) {
  const groups = new Map<string, Named[]>();
  for (const unit of all)
    if (unit.group !== null && !unit.isEarlier) groups.set(unit.group, [...(groups.get(unit.group) ?? []), unit]);
  if (groups.size < 2) return null;
  const set = (units: readonly Named[], isOn: boolean): void => {
    const next = new Map(chosen);
    for (const { sheet, unit } of units)
      if (isOn) next.set(keyOf({ sheet, unit }), { sheet, unit });
      else next.delete(keyOf({ sheet, unit }));
    choose(next);
  };
  return (
    <div role="group" aria-label={TASK_TEXT.exportGroups} className="unit-groups">
      <span className="quiet">{TASK_TEXT.exportGroups}</span>
      {[...groups].map(([name, units]) => {
        const on = units.filter((unit) => chosen.has(keyOf(unit))).length;
        return (
          <label key={name} className="tick">
            <input
              type="checkbox"
              checked={on === units.length}
              ref={(box) => {
                if (box) box.indeterminate = on > 0 && on < units.length;
              }}
              onChange={({ target }) => set(units, target.checked)}
            />
            <span>
              {name} <span className="count">{shownCount(units.length)}</span>
            </span>
          </label>
        );
      })}
    </div>
  );
}
