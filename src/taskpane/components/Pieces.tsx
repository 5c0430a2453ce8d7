/**
 * Long lists in pieces: pieces far out of sight are empty boxes of the same height, so that thousands of lines cost as
 * much as a screenful. A piece with the focus stays drawn.
 */
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { usePrinting } from '../use-pane';

/** Lines per piece; a list of at most this many lines is one piece. */
const PIECE = 25;
/** How far beyond the scroller's edges pieces are drawn. */
const MARGIN = '900px 0px';

interface Near<E extends HTMLElement> {
  readonly place: RefObject<E | null>;
  readonly isNear: boolean;
  /** Height of the box while it is empty. */
  readonly height: number;
}

/**
 * Whether an element is near the visible part of its scroller; with `isFirst` true from the start, before the first
 * observation.
 */
function useNear<E extends HTMLElement>(estimate: number, isFirst: boolean): Near<E> {
  const place = useRef<E>(null);
  const [seen, setSeen] = useState<Omit<Near<E>, 'place'>>({ isNear: isFirst, height: estimate });
  useEffect(() => {
    const box = place.current;
    if (!box || typeof IntersectionObserver === 'undefined') return undefined;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        const isNear = entry.isIntersecting || box.contains(document.activeElement);
        setSeen((was) => ({ isNear, height: was.isNear && box.offsetHeight > 0 ? box.offsetHeight : was.height }));
      },
      { root: box.closest('.heat, .chooser, .panel'), rootMargin: MARGIN },
    );
    watcher.observe(box);
    return () => watcher.disconnect();
  }, []);
  const isPrinted = usePrinting();
  return { place, ...seen, isNear: seen.isNear || isPrinted };
}

interface Props<T> {
  readonly all: readonly T[];
  /** Estimated height of a line in pixels, before it is drawn. */
  readonly line: number;
  /** Marks an item that is drawn even if out of sight, because it takes the focus. */
  readonly wanted?: (each: T) => boolean;
  readonly children: (each: T) => ReactNode;
}

/** Items of a list, each a `<li>`; every piece is a `<ul>` of its own. */
export function Pieces<T>({ all, line, wanted, children }: Props<T>) {
  return piecesOf(all).map((piece, position, { length }) => (
    <Piece
      key={position}
      height={piece.length * line}
      isFirst={position === 0 || position === length - 1}
      isWanted={wanted !== undefined && piece.some(wanted)}
    >
      {() => <ul>{piece.map(children)}</ul>}
    </Piece>
  ));
}

interface PieceProps {
  readonly height: number;
  readonly isFirst: boolean;
  readonly isWanted?: boolean;
  readonly children: () => ReactNode;
}

function Piece({ height: estimate, isFirst, isWanted = false, children }: PieceProps) {
  const { place, isNear, height } = useNear<HTMLDivElement>(estimate, isFirst);
  const isDrawn = isNear || isWanted;
  return (
    <div ref={place} className="piece" style={isDrawn ? undefined : { height }}>
      {isDrawn && children()}
    </div>
  );
}

/** Rows of a table, each a `<tr>`. */
export function RowPieces<T>({ all, line, children }: Props<T>) {
  return piecesOf(all).map((piece, position) => (
    <RowPiece key={position} height={piece.length * line} isFirst={position === 0}>
      {() => piece.map(children)}
    </RowPiece>
  ));
}

function RowPiece({ height: estimate, isFirst, children }: PieceProps) {
  const { place, isNear, height } = useNear<HTMLTableSectionElement>(estimate, isFirst);
  return <tbody ref={place}>{isNear ? children() : <tr style={{ height }} />}</tbody>;
}

const piecesOf = <T,>(all: readonly T[]): (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / PIECE) }, (_, n) => all.slice(n * PIECE, (n + 1) * PIECE));

/** The end of a list that the worker can continue: asks for more when it comes into sight. */
export function More({ label, more }: { readonly label: string; readonly more: () => void }) {
  const place = useRef<HTMLButtonElement>(null);
  const latest = useRef(more);
  useLayoutEffect(() => {
    latest.current = more;
  });
  useEffect(() => {
    const box = place.current;
    if (!box || typeof IntersectionObserver === 'undefined') return undefined;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) latest.current();
      },
      { root: box.closest('.panel'), rootMargin: MARGIN },
    );
    watcher.observe(box);
    return () => watcher.disconnect();
    // Observed again after every answer, so that a button still in sight asks again.
  }, [label]);
  return (
    <button ref={place} type="button" className="more" onClick={more}>
      {label}
    </button>
  );
}
