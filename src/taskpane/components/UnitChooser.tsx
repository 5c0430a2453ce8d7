/** Ticks units out of all that the workbook has; a long list is searched. */
import { useState } from 'react';
import { searcher } from '../worker/search';
import type { UnitRef } from '../worker/views-of-reports';
import { TEXT, showMore } from '../text';

/** From here on a search box is worth its line. */
const MANY = 12;
const PAGE = 100;

interface Named extends UnitRef {
  readonly name: string;
}

interface Props {
  readonly all: readonly Named[];
  readonly chosen: ReadonlyMap<string, UnitRef>;
  readonly choose: (chosen: ReadonlyMap<string, UnitRef>) => void;
}

export const keyOf = ({ sheet, unit }: UnitRef): string => `${unit}:${sheet}`;

export function UnitChooser({ all, chosen, choose }: Props) {
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(PAGE);
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
      {found.length === 0 && <p className="quiet">{TEXT.nothingFound}</p>}
      <ul className="chooser">
        {found.slice(0, limit).map((unit) => (
          <li key={keyOf(unit)}>
            <label className="tick">
              <input type="checkbox" checked={chosen.has(keyOf(unit))} onChange={() => toggle(unit)} />
              <span>{unit.name}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > limit && (
        <button type="button" className="more" onClick={() => setLimit(limit + PAGE)}>
          {showMore(found.length - limit)}
        </button>
      )}
    </>
  );
}
