/** Rows or columns as lengths along an axis: where each begins, and which one is at a point. */
export interface Axis {
  readonly count: number;
  readonly total: number;
  start(place: number): number;
  /** 0 if hidden. */
  size(place: number): number;
  /** The row or column at this distance from the beginning; the last one beyond the end. */
  at(distance: number): number;
  /** The next visible one; the same one at the end. */
  next(place: number, step: 1 | -1): number;
}

/** `zoom`: drawing scale; sizes are rounded to whole pixels. */
export function gridAxis(unscaled: Uint16Array, zoom = 1): Axis {
  const sizes = unscaled.map((size) => Math.round(size * zoom));
  const starts = new Float64Array(sizes.length + 1);
  for (let place = 0; place < sizes.length; place++) starts[place + 1] = (starts[place] ?? 0) + (sizes[place] ?? 0);
  const count = sizes.length;
  const total = starts[count] ?? 0;
  return {
    count,
    total,
    start: (place) => starts[Math.min(count, Math.max(0, place))] ?? 0,
    size: (place) => sizes[place] ?? 0,
    at(distance) {
      let low = 0;
      let high = Math.max(0, count - 1);
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= distance) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    next(place, step) {
      for (let position = place + step; position >= 0 && position < count; position += step)
        if ((sizes[position] ?? 0) > 0) return position;
      return place;
    },
  };
}
