/** A text table, aligned by terminal columns. */
import { shorten, pad, widthOf } from './text';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Whether cells may be cut short if the terminal is too narrow. */
  readonly yields?: boolean;
}

const GAP = '  ';
const NARROWEST = 12;

/** Title line, rule and one line for each row. `room` is the terminal's width, or null if there is no terminal. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], room: number | null): string[] {
  const natural = columns.map(({ title }, position) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[position] ?? '')), widthOf(title)),
  );
  const widths = room === null ? natural : narrowed(columns, natural, room - GAP.length * (columns.length - 1));
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, position) =>
        pad(shorten(cells[position] ?? '', widths[position] ?? 0), widths[position] ?? 0, align),
      )
      .join(GAP)
      .trimEnd();
  return [
    line(columns.map(({ title }) => title)),
    widths.map((width) => '─'.repeat(width)).join(GAP),
    ...rows.map(line),
  ];
}

/** Narrows the columns that yield, always the widest one, until the table fits. */
function narrowed(columns: readonly Column[], natural: readonly number[], room: number): number[] {
  const widths = [...natural];
  const yielding = columns.flatMap(({ yields }, position) => (yields === true ? [position] : []));
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over -= 1) {
    const widest = yielding.reduce(
      (best, position) => ((widths[position] ?? 0) > (widths[best] ?? 0) ? position : best),
      yielding[0] ?? 0,
    );
    if ((widths[widest] ?? 0) <= NARROWEST) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
