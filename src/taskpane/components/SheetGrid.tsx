/**
 * A window onto a sheet of any size: only visible rows and columns are in the page, and cells come from the worker in
 * tiles.
 */
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import { toA1, type Address, type Area2D } from '../../core/values/address';
import { gridAxis, type Axis } from '../grid-axis';
import { rangeText } from '../text/sheet-text';
import { usePane } from '../use-pane';
import { FrozenCells } from './FrozenCells';
import { Letters, Lines, Numbers } from './GridHead';
import { Rows, type Axes } from './GridRows';
import { SheetChart } from './SheetChart';
import { FAR, HEAD, SIDE, bring, cellAt, stuckAt, target, type Sight, type Stuck } from './grid-moves';
import { useTiles } from './use-tiles';
import { useRange } from './use-range';
import { useTyping } from './use-typing';
import type { GridShape } from '../worker/grid-sizes';
import type { GridCell } from '../worker/view-grid';

interface Props {
  readonly shape: GridShape;
  readonly at: Address | null;
  /** A cell to show; `times` changes with every request. */
  readonly jump: { readonly at: Address; readonly times: number } | null;
  /** 1 is the original size. */
  readonly zoom: number;
  readonly choose: (at: Address) => void;
}

/** Rows and columns drawn beyond the window, so that small movements draw nothing new. */
const STEP = 8;

export function SheetGrid({ shape, at, jump, zoom, choose }: Props) {
  const axes = useMemo(
    () => ({ rows: gridAxis(shape.heights, zoom), columns: gridAxis(shape.widths, zoom) }),
    [shape, zoom],
  );
  const [{ rows, columns }, { frozen, sheet }] = [axes, shape];
  const { scroller, sight, onScroll } = useSight();
  /** A redrawn sheet does not scroll to the cell again; after a change of zoom the selected cell stays in sight. */
  const shownLast = useRef<{ readonly times: number | null; readonly zoom: number }>({ times: null, zoom });
  useEffect(() => {
    const { times, zoom: before } = shownLast.current;
    shownLast.current = { times: jump?.times ?? null, zoom };
    const isNew = jump !== null && jump.times !== times;
    const to = isNew ? jump.at : zoom === before ? null : at;
    if (!to || !scroller.current) return;
    bring(scroller.current, axes, to, true, frozen);
    // The pressed element was removed with its sheet, so the grid takes the focus.
    if (isNew && document.activeElement === document.body) scroller.current.focus({ preventScroll: true });
  }, [jump, axes, frozen, scroller, zoom, at]);

  const stuck = stuckAt(frozen, rows, columns, sight);
  const shown = windowOf(axes, sight);
  const drawn = drawnOf(shown, rows.count, columns.count);
  const cells = useTiles(sheet, drawn);
  const back = (): void => scroller.current?.focus({ preventScroll: true });
  const typing = useTyping({ sheet, at, cells, choose, back });

  const range = useRange({ sheet, at, choose });
  const hands = useHands({ shape, at, axes, shown, stuck, typing, range, scroller });
  const selected = at && selectedCell(cells, at);

  return (
    <div
      className="grid"
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={sheet}
      aria-rowcount={rows.count + 1}
      aria-colcount={columns.count + 1}
      aria-activedescendant={selected ? `cell-${toA1(selected)}` : undefined}
      onKeyDown={hands.press}
      onMouseDown={hands.point}
      onMouseMove={hands.drag}
      onDoubleClick={typing.edit}
      onPaste={typing.paste}
      onCopy={(event) => {
        if (!range.copy(event)) typing.copy(event);
      }}
      onScroll={onScroll}
      style={{ fontSize: 12 * zoom, lineHeight: `${18 * zoom}px` }}
    >
      <div
        className="grid-space"
        role="presentation"
        style={{ width: SIDE + columns.total, height: HEAD + rows.total }}
      >
        <Letters columns={columns} shown={shown} chosen={at?.column ?? null} stuck={stuck} />
        <Lines columns={columns} shown={drawn} height={rows.total} />
        <Numbers rows={rows} shown={drawn} chosen={at?.row ?? null} />
        <FrozenCells sheet={sheet} stuck={stuck} shown={drawn} axes={axes} />
        <Rows cells={cells} area={drawn} axes={axes} at={at} selected={selected} />
        {shape.charts.map((chart) => (
          <SheetChart key={chart.title} chart={chart} axes={axes} zoom={zoom} />
        ))}
        {range.area && <Range area={range.area} axes={axes} />}
        {typing.typingAt && typing.editor(boxOf(rows, columns, typing.typingAt))}
      </div>
    </div>
  );
}

interface Hands {
  readonly shape: GridShape;
  readonly at: Address | null;
  readonly axes: Axes;
  readonly shown: Area2D;
  readonly stuck: Stuck;
  readonly typing: ReturnType<typeof useTyping>;
  readonly range: ReturnType<typeof useRange>;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** Handlers of keys and of the pointer. */
function useHands({ shape: { sheet, frozen }, at, axes, shown, stuck, typing, range, scroller }: Hands) {
  const pane = usePane();
  const { rows, columns } = axes;
  const go = (to: Address, isMore = false): void => {
    range.go(to, isMore);
    if (scroller.current) bring(scroller.current, axes, to, false, frozen);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Delete' && range.area) {
      event.preventDefault();
      void range.empty();
      return;
    }
    if (typing.press(event)) return;
    const from = at ?? { row: shown.top, column: shown.left };
    const far = event.ctrlKey || event.metaKey ? FAR[event.key] : undefined;
    const isMore = event.shiftKey && event.key !== 'Enter';
    const to = far ? null : target(event, from, rows, columns, shown.bottom - shown.top);
    if (!to && !far) return;
    event.preventDefault();
    if (to) go(to, isMore);
    else if (far)
      void pane.engine.call('edge', sheet, from, far).then(
        (found) => go(found, isMore),
        () => undefined,
      );
  };
  /** Empty cells have no elements, so the cell is found by its coordinates. */
  const pointed = ({ clientX, clientY, currentTarget }: MouseEvent): Address | null => {
    const box = currentTarget.getBoundingClientRect();
    const [x, y] = [clientX - box.left - SIDE, clientY - box.top - HEAD];
    const { scrollTop: top, scrollLeft: left } = currentTarget;
    return x >= 0 && y >= 0 ? cellAt([x, y], axes, { top, left }, stuck) : null;
  };
  const point = (event: MouseEvent): void => {
    const to = pointed(event);
    if (to && event.button === 0) range.down(to, event.shiftKey);
  };
  const drag = (event: MouseEvent): void => {
    const to = event.buttons === 1 ? pointed(event) : null;
    if (to) range.drag(to, event);
  };
  return { press, point, drag };
}

/** The selected range; its size is also announced to screen readers. */
function Range({
  area: { top, left, bottom, right },
  axes: { rows, columns },
}: {
  readonly area: Area2D;
  readonly axes: Axes;
}) {
  const style = {
    left: SIDE + columns.start(left),
    top: HEAD + rows.start(top),
    width: columns.start(right + 1) - columns.start(left),
    height: rows.start(bottom + 1) - rows.start(top),
  };
  return (
    <div role="status" className="grid-range" style={style}>
      <span className="hidden-text">{rangeText(bottom - top + 1, right - left + 1)}</span>
    </div>
  );
}

const windowOf = ({ rows, columns }: Axes, sight: Sight): Area2D => ({
  top: rows.at(sight.top),
  left: columns.at(sight.left),
  bottom: rows.at(sight.top + sight.height - HEAD),
  right: columns.at(sight.left + sight.width - SIDE),
});

const drawnOf = ({ top, left, bottom, right }: Area2D, rows: number, columns: number): Area2D => ({
  top: Math.max(0, Math.floor(top / STEP - 1) * STEP),
  left: Math.max(0, Math.floor(left / STEP) * STEP),
  bottom: Math.min(rows - 1, Math.ceil((bottom + 1) / STEP + 1) * STEP - 1),
  right: Math.min(columns - 1, Math.ceil((right + 1) / STEP) * STEP - 1),
});

const boxOf = (rows: Axis, columns: Axis, { row, column }: Address) => ({
  left: SIDE + columns.start(column),
  top: HEAD + rows.start(row),
  width: columns.size(column),
  height: rows.size(row),
});

/** The visible part of the scroller, read at most once per frame. */
function useSight() {
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState<Sight>({ top: 0, left: 0, height: 600, width: 900 });
  const isScheduled = useRef(false);

  const look = (): void => {
    isScheduled.current = false;
    const box = scroller.current;
    if (box) setSight({ top: box.scrollTop, left: box.scrollLeft, height: box.clientHeight, width: box.clientWidth });
  };
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const watcher = new ResizeObserver(look);
    watcher.observe(box);
    return () => watcher.disconnect();
  }, []);
  const onScroll = (): void => {
    if (isScheduled.current) return;
    isScheduled.current = true;
    requestAnimationFrame(look);
  };
  return { scroller, sight, onScroll };
}

/** The cell that shows the address: the first one of its merge. */
const selectedCell = (cells: readonly GridCell[], at: Address): Address =>
  cells.find(
    ({ merge }) =>
      merge && at.row >= merge.top && at.row <= merge.bottom && at.column >= merge.left && at.column <= merge.right,
  ) ?? at;
