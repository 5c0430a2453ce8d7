/** What the officer says that a column holds: a line each in `Cấu hình`, «Cột | Huyện chấm | điểm thẩm định». */
import { plainKey } from '../values/fold-text';
import { COLUMN_ROLE_LABELS, roleNamed, type ColumnRole, type StatedRole } from '../model/column-role';
import { cellsOf, type Entry, type SettingsWriter, type Stated } from './settings-sheet';

/** Null takes the line away: the column is read as its heading and its cells say. */
export interface RoleChange {
  readonly heading: string;
  readonly role: ColumnRole | null;
}

export const COLUMN: Entry = { label: 'Cột', pattern: /^cot( \(|:|$)/ };

/** Null where the heading or the role is missing, or the words name no role. */
export function readColumnRole({ beside }: Pick<Stated, 'beside'>): StatedRole | null {
  const [heading = '', words = ''] = beside;
  const role = roleNamed(words);
  return heading === '' || role === null ? null : { heading, role };
}

/** The last line about a heading counts and is changed; those above it are emptied. */
export function writeColumnRoles(
  changes: readonly RoleChange[],
  stated: readonly Stated[],
  sheet: SettingsWriter,
): void {
  for (const { heading, role } of changes) {
    const lines = stated.filter(({ beside }) => plainKey(beside[0] ?? '') === plainKey(heading));
    const kept = role === null ? undefined : lines.at(-1);
    for (const { row } of lines) if (row !== kept?.row) sheet.clear(row, row);
    if (role === null) continue;
    if (kept && readColumnRole(kept)?.role === role) continue;
    const row = kept?.row ?? sheet.add(COLUMN.label, heading);
    sheet.put(row, roleColumn(kept, sheet), COLUMN_ROLE_LABELS[role]);
  }
}

/** Where the words of the role stand, or are to stand: right of the heading. */
function roleColumn(line: Stated | undefined, { grid }: SettingsWriter): number {
  const heading = line?.valueColumn ?? 1;
  const next = line && cellsOf(grid, line.row).find(({ column }) => column > heading);
  return next?.column ?? heading + 1;
}
