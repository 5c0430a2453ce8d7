/** «Điểm bị trừ»: losses by unit, by area or by cause; a missing cause can be typed in its line. */
import { TrophyRegular } from '@fluentui/react-icons';
import { shownCount } from '../../core/values/decimal';
import { TEXT, lostInTotals, lostOf, showMore, stillUndetermined } from '../text/text';
import { useAnswer, useDraft, usePane, usePaneState } from '../use-pane';
import { DeductionGroups } from './DeductionGroups';
import { More } from './Pieces';
import type { DeductionOrder } from '../worker/view-deductions';
import type { SheetView } from '../worker/view-sheet';

const PAGE = 80;

export function DeductionsTab({ sheet }: { readonly sheet: SheetView }) {
  const { deductionsOf } = usePaneState();
  const orders = sheet.units.length === 1 ? (['area', 'cause'] as const) : (['unit', 'area', 'item', 'cause'] as const);
  const [by, setBy] = useDraft<DeductionOrder>(`by:${sheet.sheet}`, orders[0]);
  const [search, setSearch] = useDraft(`losses:${sheet.sheet}`, '');
  const [isOpen, setOpen] = useDraft(`open:${sheet.sheet}`, false);
  const [limit, setLimit] = useDraft(`limit:${sheet.sheet}`, PAGE);
  const page = useAnswer('deductions', {
    sheet: sheet.sheet,
    by,
    search,
    withoutCause: isOpen,
    unit: deductionsOf,
    limit,
  });
  if (sheet.deductionCount === 0) return <NoDeductions sheet={sheet} />;
  const shown = page?.groups.reduce((sum, { rows }) => sum + rows.length, 0) ?? 0;
  const rest = (page?.total ?? 0) - shown;
  return (
    <>
      <Controls
        sheet={sheet}
        orders={orders}
        filter={{ by, search, isOpen }}
        change={(part) => {
          if (part.by !== undefined) setBy(part.by);
          if (part.search !== undefined) setSearch(part.search);
          if (part.isOpen !== undefined) setOpen(part.isOpen);
        }}
      />
      {page && <p className="sum-line quiet">{page.total === 0 ? TEXT.nothingFound : lostOf(page.total, page.lost)}</p>}
      {page && <DeductionGroups sheet={sheet} by={by} groups={page.groups} left={page.open} />}
      {rest > 0 && <More label={showMore(rest)} more={() => setLimit(shown * 2)} />}
    </>
  );
}

/** Shown if no loss is listed. «No unit lost points» is only shown if everything is scored. */
function NoDeductions({ sheet: { itemCount, lost, units } }: { readonly sheet: SheetView }) {
  const unknown = units.filter(({ undetermined }) => undetermined).length;
  const isGood = itemCount > 0 && lost === null && unknown === 0;
  if (isGood) {
    return (
      <div className="empty good">
        <TrophyRegular className="empty-icon" />
        <h2>{TEXT.noDeductions}</h2>
        <p>{TEXT.noDeductionsMore}</p>
      </div>
    );
  }
  return (
    <div className="empty">
      <h2>{itemCount === 0 ? TEXT.noItems : TEXT.noDeductionsYet}</h2>
      {lost && <p>{lostInTotals(lost.units, lost.points)}</p>}
      {(itemCount === 0 || lost) && <p>{TEXT.noItemsMore}</p>}
      {unknown > 0 && <p>{stillUndetermined(unknown)}</p>}
    </div>
  );
}

interface Filter {
  readonly by: DeductionOrder;
  readonly search: string;
  /** Whether only losses without a cause are shown. */
  readonly isOpen: boolean;
}

function Controls({
  sheet,
  orders,
  filter: { by, search, isOpen },
  change,
}: {
  readonly sheet: SheetView;
  readonly orders: readonly DeductionOrder[];
  readonly filter: Filter;
  readonly change: (part: Partial<Filter>) => void;
}) {
  const pane = usePane();
  const { deductionsOf } = usePaneState();
  return (
    <div className="controls">
      <input
        type="search"
        value={search}
        placeholder={TEXT.findDeduction}
        aria-label={TEXT.findDeduction}
        onChange={({ target }) => change({ search: target.value })}
      />
      <label className="labelled">
        {TEXT.orderBy}
        <select value={by} onChange={({ target }) => change({ by: target.value as DeductionOrder })}>
          {orders.map((name) => (
            <option key={name} value={name}>
              {TEXT.order[name]}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input type="checkbox" checked={isOpen} onChange={({ target }) => change({ isOpen: target.checked })} />
        {TEXT.withoutCause} <span className="count">{shownCount(sheet.withoutCause)}</span>
      </label>
      <button type="button" className="link" onClick={() => pane.show({ task: { kind: 'prose' } })}>
        {TEXT.prose}
      </button>
      <button
        type="button"
        className="link"
        onClick={() =>
          pane.show({
            task: {
              kind: 'export',
              units: deductionsOf === null ? null : [{ sheet: sheet.sheet, unit: deductionsOf }],
            },
          })
        }
      >
        {TEXT.export}
      </button>
      {deductionsOf !== null && (
        <button type="button" className="filter" aria-pressed="true" onClick={() => pane.show({ deductionsOf: null })}>
          {sheet.units[deductionsOf]?.name} ✕ <span className="hidden-text">{TEXT.allUnits}</span>
        </button>
      )}
    </div>
  );
}
