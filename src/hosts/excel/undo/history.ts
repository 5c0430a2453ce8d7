/** The steps that «Hoàn tác» can undo. One step holds all writes of one command. */
import { cellKey, type Area2D, type CellKey } from '../../../core/values/address';
import { blocksOf } from '../areas';
import type { Canvas } from '../draw/canvas';
import type { Input } from '../read/snapshot';
import type { Formulas } from '../write/send';
import type { SheetWrite } from '../write/sheet-write';
import type { WriteRecord, Written } from './put-back';

/** A record holds the former contents of every written cell: some megabytes for the largest sheets. */
const MOST_STEPS = 20;

export interface History {
  /** Adds a write to the open step, or as a step of its own. */
  add(record: WriteRecord): void;
  open(): void;
  /**
   * Closes the open step and returns its record, or null if nothing was written. The record becomes a step, is joined
   * to the last one, or is dropped.
   */
  close(as: 'step' | 'joined' | 'dropped'): WriteRecord | null;
  last(): WriteRecord | null;
  drop(): void;
}

export function startHistory(): History {
  let steps: WriteRecord[] = [];
  let current: WriteRecord[] | null = null;
  const push = (step: WriteRecord): void => {
    steps = [...steps, step].slice(-MOST_STEPS);
  };
  return {
    add: (record) => {
      if (current) current.push(record);
      else push(record);
    },
    open: () => {
      current = [];
    },
    close: (as) => {
      const records = current ?? [];
      current = null;
      if (records.length === 0) return null;
      const step = asOne(records);
      const last = as === 'joined' ? steps.at(-1) : undefined;
      if (last) steps = [...steps.slice(0, -1), asOne([last, step])];
      else if (as !== 'dropped') push(step);
      return step;
    },
    last: () => steps.at(-1) ?? null,
    drop: () => {
      steps = steps.slice(0, -1);
    },
  };
}

/** Combines several successive writes into one record. */
function asOne(records: readonly WriteRecord[]): WriteRecord {
  const [only] = records;
  if (only && records.length === 1) return only;
  const sheets = new Map<string, Written>();
  for (const written of records.flat()) {
    const earlier = sheets.get(written.key);
    sheets.set(written.key, earlier ? joined(earlier, written) : written);
  }
  return [...sheets.values()];
}

function joined(earlier: Written, later: Written): Written {
  return {
    ...earlier,
    back: backOf(earlier.back, later.back),
    canvas: canvasOf(earlier.canvas, later.canvas),
    drawing: later.drawing ?? earlier.drawing,
    last: earlier.drawing ? earlier.last : later.last,
    after: afterOf(earlier.after, later.after),
    notes: new Map([...earlier.notes, ...later.notes]),
    noteTexts: later.noteTexts,
  };
}

/** Undo restores the state before the first of the writes. */
function backOf(earlier: SheetWrite, later: SheetWrite): SheetWrite {
  const first = <K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): Map<K, V> => new Map([...b, ...a]);
  return {
    contents: first(earlier.contents, later.contents),
    numberFormats: first(earlier.numberFormats, later.numberFormats),
    looks: first(earlier.looks, later.looks),
    fills: first(earlier.fills, later.fills),
    widths: first(earlier.widths, later.widths),
    names: earlier.names ?? later.names,
    notes: first(earlier.notes, later.notes),
  };
}

/** A later drawing may be larger, so the whole area of both has to be wiped. */
function canvasOf(earlier: Canvas | null, later: Canvas | null): Canvas | null {
  if (!earlier?.wiped || !later?.wiped) return earlier ?? later;
  const longer = <T>(a: readonly T[], b: readonly T[]): T[] => [...a, ...b.slice(a.length)];
  const lines = {
    widths: longer(earlier.widths, later.widths),
    heightsBefore: longer(earlier.heightsBefore, later.heightsBefore),
  };
  return {
    ...earlier,
    ...lines,
    wiped: {
      top: 0,
      left: 0,
      bottom: Math.max(earlier.wiped.bottom, later.wiped.bottom),
      right: Math.max(earlier.wiped.right, later.wiped.right),
    },
  };
}

/** A cell that is written twice holds the later contents. */
function afterOf(earlier: readonly Formulas[], later: readonly Formulas[]): Formulas[] {
  const isAgain = (area: Area2D): boolean =>
    later.some(
      (each) =>
        each.area.top <= area.bottom &&
        area.top <= each.area.bottom &&
        each.area.left <= area.right &&
        area.left <= each.area.right,
    );
  const touched = earlier.filter(({ area }) => isAgain(area));
  if (touched.length === 0) return [...earlier, ...later];
  const cells = new Map<CellKey, Input>();
  for (const { area, formulas } of [...touched, ...later]) {
    formulas.forEach((row, y) => {
      row.forEach((formula, x) => cells.set(cellKey(area.top + y, area.left + x), formula));
    });
  }
  return [
    ...earlier.filter(({ area }) => !isAgain(area)),
    ...blocksOf(cells).map(([area, formulas]) => ({ area, formulas })),
  ];
}
