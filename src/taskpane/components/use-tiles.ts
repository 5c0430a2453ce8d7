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

export function useTiles(sheet: string, { top, left, bottom, right }: Area2D): readonly GridCell[] {
  const pane = usePane();
  const { version, typed } = usePaneState();
  // What was seen stays until the new cells are here, so that nothing flickers.
  const [tiles, setTiles] = useState<Tiles>(new Map());
  const asked = useRef<{ of: string; readonly keys: Set<string> }>({ of: '', keys: new Set() });
  const wanted = useMemo(() => tilesOver({ top, left, bottom, right }), [top, left, bottom, right]);

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

function tilesOver({ top, left, bottom, right }: Area2D): (Area2D & { readonly key: string })[] {
  const tiles: (Area2D & { readonly key: string })[] = [];
  for (let row = Math.floor(top / ROWS); row <= Math.floor(bottom / ROWS); row++) {
    for (let column = Math.floor(left / COLUMNS); column <= Math.floor(right / COLUMNS); column++) {
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
