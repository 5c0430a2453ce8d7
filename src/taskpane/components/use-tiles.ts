/** Loads the cells of the visible window in tiles, which are cached until the workbook changes. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Area2D } from '../../core/values/address';
import { usePane, usePaneState } from '../use-pane';
import type { GridCell } from '../worker/view-grid';

const ROWS = 40;
const COLUMNS = 24;
/** Tiles kept; the oldest are dropped first. */
const MOST_TILES = 120;

type Tiles = ReadonlyMap<string, readonly GridCell[]>;

/** `area` is null if nothing is visible. */
export function useTiles(sheet: string, area: Area2D | null): readonly GridCell[] {
  const pane = usePane();
  const { version, typed } = usePaneState();
  // Old tiles stay until the new cells arrive, so that nothing flickers.
  const [tiles, setTiles] = useState<Tiles>(new Map());
  const asked = useRef<{ of: string; readonly keys: Set<string> }>({ of: '', keys: new Set() });
  // The text changes only when other tiles are needed, not with every movement of the window.
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
    // Typed text is shown at once, before it is in the workbook.
    for (const { sheet: of, at, text } of typed) {
      const key = `${at.row}:${at.column}`;
      const cell = cells.get(key);
      if (of === sheet && cell) cells.set(key, { ...cell, text });
    }
    return [...cells.values()];
  }, [wanted, tiles, typed, sheet]);
}

/** The range of tiles, in rows and columns of tiles. */
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
