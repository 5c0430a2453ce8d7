/**
 * The add-in's pictures: its icon and one for each button, flat, in tones that contrast with a white and a dark ribbon.
 */
import { GAP, type Shape } from './draw';

const TEAL = '#0E8074';
const BLUE = '#2F78C4';
const SLATE = '#6C8295';
const RED = '#D2452D';
const PINK = '#C2568F';
const GOLD = '#FFC83D';
const WHITE = '#FFFFFF';

const box = (color: string, x: number, y: number, width: number, height: number, round = 0): Shape => ({
  is: 'box',
  color,
  at: [x, y],
  size: [width, height],
  round,
});

/** Three bars for units, each higher than the one before, the best in gold. */
const icon: readonly Shape[] = [
  box(TEAL, 0, 0, 16, 16, 3),
  box(WHITE, 3, 9, 2, 4),
  box(WHITE, 7, 6, 2, 7),
  box(GOLD, 11, 3, 2, 10),
];

/** Icon: a calculator. */
const calculate: readonly Shape[] = [
  box(TEAL, 2, 1, 12, 14, 1.5),
  box(WHITE, 4, 3, 8, 3),
  ...[8, 11].flatMap((y) => [4, 7].map((x) => box(WHITE, x, y, 2, 2))),
  box(GOLD, 10, 8, 2, 5),
];

/** Icon: a clipboard with a tick. */
const check: readonly Shape[] = [
  box(BLUE, 2, 2, 12, 14, 1.5),
  box(GAP, 4, 1, 8, 4),
  box(BLUE, 5, 0, 6, 4, 1),
  {
    is: 'line',
    color: WHITE,
    through: [
      [5, 9.5],
      [7, 11.5],
      [11, 7.5],
    ],
    width: 2,
  },
];

/** Icon: the lines of a table with a minus on the last. */
const deductions: readonly Shape[] = [
  ...[1, 5, 9].map((y) => box(SLATE, 1, y, 14, 2)),
  { is: 'disc', color: GAP, at: [11, 11], radius: 6 },
  { is: 'disc', color: RED, at: [11, 11], radius: 5 },
  box(WHITE, 8, 10, 6, 2),
];

/** Icon: an eraser in its sleeve, and the clean line behind it. */
const clear: readonly Shape[] = [
  {
    is: 'line',
    color: PINK,
    through: [
      [2, 9],
      [4, 7],
      [9, 12],
      [7, 14],
      [6, 14],
      [2, 10],
      [2, 9],
    ],
    width: 2,
  },
  {
    is: 'area',
    color: PINK,
    corners: [
      [2, 9],
      [4, 7],
      [9, 12],
      [7, 14],
      [6, 14],
      [2, 10],
    ],
  },
  {
    is: 'line',
    color: BLUE,
    through: [
      [5, 6],
      [9, 2],
      [14, 7],
      [10, 11],
      [5, 6],
    ],
    width: 2,
  },
  {
    is: 'area',
    color: BLUE,
    corners: [
      [5, 6],
      [9, 2],
      [14, 7],
      [10, 11],
    ],
  },
  {
    is: 'area',
    color: GAP,
    corners: [
      [3.5, 6.5],
      [4.5, 5.5],
      [10.5, 11.5],
      [9.5, 12.5],
    ],
  },
  box(SLATE, 10, 14, 6, 2),
];

/** Icon: a window with the pane on the right. */
const pane: readonly Shape[] = [box(SLATE, 1, 2, 14, 12, 1), box(WHITE, 2, 5, 12, 8), box(TEAL, 9, 6, 4, 6)];

/** Icon: a written page with an arrow out of it. */
const exportPage: readonly Shape[] = [
  box(SLATE, 2, 0, 10, 14, 1),
  ...[3, 6].map((y) => box(WHITE, 4, y, 6, 1)),
  { is: 'disc', color: GAP, at: [11, 11], radius: 5.5 },
  { is: 'disc', color: TEAL, at: [11, 11], radius: 4.5 },
  {
    is: 'line',
    color: WHITE,
    through: [
      [11, 8.5],
      [11, 13],
    ],
    width: 1.4,
  },
  {
    is: 'line',
    color: WHITE,
    through: [
      [9, 11],
      [11, 13],
      [13, 11],
    ],
    width: 1.4,
  },
];

/** Icon: a question mark. */
const help: readonly Shape[] = [
  { is: 'disc', color: BLUE, at: [8, 8], radius: 7.5 },
  {
    is: 'line',
    color: WHITE,
    through: [
      [5.5, 6],
      [6, 4.6],
      [8, 3.8],
      [10, 4.6],
      [10.5, 6],
      [9.6, 7.4],
      [8, 8.4],
      [8, 9.6],
    ],
    width: 1.8,
  },
  { is: 'disc', color: WHITE, at: [8, 12.2], radius: 1.1 },
];

export const ICONS = {
  icon,
  'icon-calculate': calculate,
  'icon-check': check,
  'icon-deductions': deductions,
  'icon-clear': clear,
  'icon-export': exportPage,
  'icon-help': help,
  'icon-pane': pane,
};

/** File name below assets/ → drawing and size in pixels. */
export const PICTURES: ReadonlyMap<string, { readonly shapes: readonly Shape[]; readonly size: number }> = new Map(
  Object.entries(ICONS).flatMap(([name, shapes]) =>
    (name === 'icon' ? [16, 32, 64, 80, 128, 192, 512] : [16, 32, 80]).map(
      (size) => [`${name}-${size}.png`, { shapes, size }] as const,
    ),
  ),
);
