/** Cells of the window in sight, asked for in tiles that are kept while the workbook stays as it is. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Area2D } from '../../core/values/address';
import { usePane, usePaneState } from '../use-pane';
import type { GridCell } from '../worker/view-grid';

const ROWS = 40;
const COLUMNS = 24;
/** Tiles kept; the oldest go first. */
const MOST_TILES = 120;

type Tiles = ReadonlyMap<string, readonly GridCell[]>;

/** `area`: null for nothing at all. */
export function useTiles(sheet: string, area: Area2D | null): readonly GridCell[] {
  const pane = usePane();
  const { version, typed } = usePaneState();
  // What was seen stays until the new cells are here, so that nothing flickers.
  const [tiles, setTiles] = useState<Tiles>(new Map());
  const asked = useRef<{ of: string; readonly keys: Set<string> }>({ of: '', keys: new Set() });
  // The same tiles are the same cells, however the window moves among them.
  const reach = area ? JSON.stringify(reachOf(area)) : '';
  const wanted = useMemo(() => (reach === '' ? [] : tilesOver(JSON.parse(reach) as Area2D)), [reach]);

  useEffect(() => {
    const of = `${sheet}:${version}`;
    if (asked.current.of !== of) asked.current = { of, keys: new Set() };
    const { keys } = asked.current;
    for (const { key, ...place } of wanted) {
      if (keys.has(key)) continue;
      keys.add(key);
      pane.engine.call('cells', sheet, place).then(
        (cells) => {
          if (asked.current.of !== of) return;
          setTiles((before) => {
            const after = new Map([...before].filter(([other]) => other !== key).slice(1 - MOST_TILES));
            for (const other of before.keys()) if (!after.has(other)) keys.delete(other);
            keys.add(key);
            return after.set(key, cells);
          });
        },
        () => keys.delete(key),
      );
    }
  }, [pane, sheet, version, wanted]);

  return useMemo(() => {
    const cells = new Map<string, GridCell>();
    for (const { key } of wanted)
      for (const cell of tiles.get(key) ?? []) cells.set(`${cell.row}:${cell.column}`, cell);
    // What was typed is there at once, before the workbook has it.
    for (const { sheet: of, at, text } of typed) {
      const key = `${at.row}:${at.column}`;
      const cell = cells.get(key);
      if (of === sheet && cell) cells.set(key, { ...cell, text });
    }
    return [...cells.values()];
  }, [wanted, tiles, typed, sheet]);
}

/** The first and the last tile. */
const reachOf = ({ top, left, bottom, right }: Area2D): Area2D => ({
  top: Math.floor(top / ROWS),
  left: Math.floor(left / COLUMNS),
  bottom: Math.floor(bottom / ROWS),
  right: Math.floor(right / COLUMNS),
});

function tilesOver({ top, left, bottom, right }: Area2D): (Area2D & { readonly key: string })[] {
  const tiles: (Area2D & { readonly key: string })[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      tiles.push({
        key: `${row}:${column}`,
        top: row * ROWS,
        left: column * COLUMNS,
        bottom: row * ROWS + ROWS - 1,
        right: column * COLUMNS + COLUMNS - 1,
      });
    }
  }
  return tiles;
}
