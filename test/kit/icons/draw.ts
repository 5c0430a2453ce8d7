/**
 * Draws flat shapes on a square of 16 units, as pixels of any size and as SVG. Whole units are whole pixels at 16, 32,
 * 64, 80 and 128.
 */
import type { Picture } from './png';

type Point = readonly [x: number, y: number];

/** Each shape covers the earlier ones; a `gap` erases them. */
export type Shape = { readonly color: string } & (
  | { readonly is: 'box'; readonly at: Point; readonly size: Point; readonly round?: number }
  | { readonly is: 'disc'; readonly at: Point; readonly radius: number }
  | { readonly is: 'line'; readonly through: readonly Point[]; readonly width: number }
  | { readonly is: 'area'; readonly corners: readonly Point[] }
);

export const GAP = 'gap';
const UNITS = 16;
const { abs, floor, hypot, max, min, round: toWhole } = Math;
/** Samples per side of a pixel: 64 steps of opacity along a slanted edge. */
const SAMPLES = 8;

export function toPicture(shapes: readonly Shape[], size: number): Picture {
  const pixels = new Uint8Array(size * size * 4);
  const unit = UNITS / size;
  const painted = shapes
    .map((shape) => ({ shape, color: shape.color === GAP ? undefined : channels(shape.color) }))
    .reverse();
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    const sum = [0, 0, 0, 0] as [number, number, number, number];
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
      const x = ((pixel % size) + ((sample % SAMPLES) + 0.5) / SAMPLES) * unit;
      const y = (floor(pixel / size) + (floor(sample / SAMPLES) + 0.5) / SAMPLES) * unit;
      const color = painted.find(({ shape }) => covers(shape, x, y))?.color;
      if (color === undefined) continue;
      sum[0] += color[0];
      sum[1] += color[1];
      sum[2] += color[2];
      sum[3] += 1;
    }
    const [red, green, blue, hits] = sum;
    if (hits > 0)
      pixels.set([red / hits, green / hits, blue / hits, (hits / SAMPLES ** 2) * 255].map(toWhole), pixel * 4);
  }
  return { width: size, height: size, pixels };
}

/** The same drawing as SVG. Throws for a drawing with gaps, because SVG would need a mask. */
export function toSvg(shapes: readonly Shape[], title: string): string {
  if (shapes.some(({ color }) => color === GAP)) throw new Error('a gap cannot be drawn as SVG');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${UNITS} ${UNITS}" role="img" aria-label="${title}">`,
    ...shapes.map((shape) => `  ${svgOf(shape)}`),
    '</svg>',
    '',
  ].join('\n');
}

function svgOf(shape: Shape): string {
  const list = (points: readonly Point[]): string => points.map((point) => point.join(',')).join(' ');
  switch (shape.is) {
    case 'box':
      return (
        `<rect x="${shape.at[0]}" y="${shape.at[1]}" width="${shape.size[0]}" ` +
        `height="${shape.size[1]}" rx="${shape.round ?? 0}" fill="${shape.color}"/>`
      );
    case 'disc':
      return `<circle cx="${shape.at[0]}" cy="${shape.at[1]}" r="${shape.radius}" fill="${shape.color}"/>`;
    case 'line':
      return (
        `<polyline points="${list(shape.through)}" fill="none" stroke="${shape.color}" ` +
        `stroke-width="${shape.width}" stroke-linecap="round" stroke-linejoin="round"/>`
      );
    case 'area':
      return `<polygon points="${list(shape.corners)}" fill="${shape.color}"/>`;
  }
}

function covers(shape: Shape, x: number, y: number): boolean {
  switch (shape.is) {
    case 'box': {
      const {
        at: [left, top],
        size: [width, height],
        round = 0,
      } = shape;
      // Distance of the point from the box without its rounded rim.
      const across = max(0, abs(x - left - width / 2) - width / 2 + round);
      const down = max(0, abs(y - top - height / 2) - height / 2 + round);
      return across ** 2 + down ** 2 <= round ** 2;
    }
    case 'disc':
      return hypot(x - shape.at[0], y - shape.at[1]) <= shape.radius;
    case 'line':
      return shape.through.slice(1).some((end, n) => distance([x, y], shape.through[n] ?? end, end) <= shape.width / 2);
    case 'area':
      return (
        shape.corners.filter((corner, n) => crosses([x, y], corner, shape.corners.at(n - 1) ?? corner)).length % 2 === 1
      );
  }
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = min(1, max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Whether a ray from the point to the right crosses the edge. */
const crosses = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): boolean =>
  ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;

function channels(color: string): readonly [red: number, green: number, blue: number] {
  const part = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}
