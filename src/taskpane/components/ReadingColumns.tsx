/** The columns of one table, each with its role as a drop-down; columns that are not sure come first. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { COLUMN_ROLES, COLUMN_ROLE_LABELS, type ColumnRole } from '../../core/model/column-role';
import { SURENESS_LABELS } from '../../core/model/reading';
import type { BlockView, ColumnsView } from '../../core/model/reading-view';
import { TASK_TEXT, moreColumns, roleOfColumn } from '../text/task-text';
import { usePane } from '../use-pane';

/** Rows that are shown at once; a national sheet has thousands of columns. */
const STEP = 60;
/** Value of the drop-down for «Để chương trình tự đọc». */
const OWN = 'own';

export function ReadingColumns({ block: { sheet, columns, headerRows } }: { readonly block: BlockView }) {
  const [limit, setLimit] = useState(STEP);
  const inOrder = [...columns].sort((a, b) => Number(a.sure === 'sure') - Number(b.sure === 'sure'));
  const row = (headerRows.at(-1) ?? 1) - 1;
  return (
    <>
      <ul className="reading-columns">
        {inOrder.slice(0, limit).map((each) => (
          <li key={each.columns[0]} className={`reading-column ${each.sure}`}>
            <Column column={each} row={row} sheet={sheet} />
          </li>
        ))}
      </ul>
      {inOrder.length > limit && (
        <Button size="small" onClick={() => setLimit(limit + STEP)}>
          {moreColumns(Math.min(STEP, inOrder.length - limit))}
        </Button>
      )}
    </>
  );
}

function Column({
  column,
  row,
  sheet,
}: {
  readonly column: ColumnsView;
  readonly row: number;
  readonly sheet: string | undefined;
}) {
  const pane = usePane();
  const { columns, letters, heading, role, meaning, sure, why, headings, narrower, isStated } = column;
  const name = heading === '' ? TASK_TEXT.readingNoHeading : heading;
  const choose = (chosen: ColumnRole | null): void =>
    void pane.changeSettings({
      columnRoles: [
        ...narrower.map((each) => ({ heading: each, role: null })),
        ...headings.map((each) => ({ heading: each, role: chosen })),
      ],
    });
  return (
    <>
      <div className="reading-name">
        <span className="code">{letters}</span>
        <button type="button" className="link" onClick={() => pane.reveal({ row, column: columns[0] ?? 0 }, sheet)}>
          {name}
        </button>
      </div>
      <select
        aria-label={roleOfColumn(letters, name)}
        value={role ?? ''}
        onChange={({ target: { value } }) => choose(COLUMN_ROLES.find((each) => each === value) ?? null)}
      >
        {role === null && <option value="">{meaning}</option>}
        {isStated && <option value={OWN}>{TASK_TEXT.readingOwn}</option>}
        {COLUMN_ROLES.map((each) => (
          <option key={each} value={each}>
            {each === role ? meaning : COLUMN_ROLE_LABELS[each]}
          </option>
        ))}
      </select>
      <p className="reading-why quiet">
        <span className={`reading-sure ${sure}`}>{SURENESS_LABELS[sure]}</span>: {why}
      </p>
      {sure !== 'sure' && role !== null && (
        <Button
          size="small"
          onClick={() => choose(role)}
          aria-label={`${TASK_TEXT.readingConfirm}: ${name}, ${meaning}`}
        >
          {TASK_TEXT.readingConfirm}
        </Button>
      )}
    </>
  );
}
