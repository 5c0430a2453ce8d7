/**
 * Draws assets/icon*.png and assets/icon.svg, and all of them enlarged on every ribbon colour in .out/icons.png: `npm
 * run icons`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPicture, toSvg } from './draw';
import { ICONS, PICTURES } from './icons';
import { type Picture, toPng } from './png';

const root = join(__dirname, '..', '..', '..');
const RIBBONS = ['#FFFFFF', '#F3F3F3', '#C6C6C6', '#292929', '#0A0A0A'];
const SHOWN = [
  { size: 16, zoom: 1 },
  { size: 16, zoom: 6 },
  { size: 32, zoom: 1 },
  { size: 32, zoom: 3 },
  { size: 80, zoom: 1 },
];
const MARGIN = 10;

for (const [name, { shapes, size }] of PICTURES)
  writeFileSync(join(root, 'assets', name), toPng(toPicture(shapes, size)));
writeFileSync(join(root, 'assets', 'icon.svg'), toSvg(ICONS.icon, 'Chỉ số CCHC'));
mkdirSync(join(root, '.out'), { recursive: true });
writeFileSync(join(root, '.out', 'icons.png'), toPng(contactSheet()));

/** One row per ribbon colour, with every icon at every size. */
function contactSheet(): Picture {
  const cells = Object.values(ICONS).flatMap((shapes) =>
    SHOWN.map(({ size, zoom }) => ({ picture: toPicture(shapes, size), zoom })),
  );
  const tall = Math.max(...SHOWN.map(({ size, zoom }) => size * zoom)) + MARGIN;
  const half = cells.length / 2;
  const width = Math.max(
    ...[0, half].map((from) =>
      cells.slice(from, from + half).reduce((sum, { picture, zoom }) => sum + picture.width * zoom + MARGIN, MARGIN),
    ),
  );
  const height = RIBBONS.length * 2 * tall;
  const pixels = new Uint8Array(width * height * 4).fill(255);
  for (const [row, ribbon] of RIBBONS.entries()) {
    const back = [1, 3, 5].map((at) => Number.parseInt(ribbon.slice(at, at + 2), 16));
    for (let at = row * 2 * tall * width; at < (row + 1) * 2 * tall * width; at += 1) pixels.set(back, at * 4);
    let left = MARGIN;
    for (const [n, { picture, zoom }] of cells.entries()) {
      if (n === half) left = MARGIN;
      const top = (row * 2 + (n < half ? 0 : 1)) * tall + MARGIN / 2;
      for (let y = 0; y < picture.height * zoom; y += 1) {
        for (let x = 0; x < picture.width * zoom; x += 1) {
          const from = (Math.floor(y / zoom) * picture.width + Math.floor(x / zoom)) * 4;
          const opacity = (picture.pixels[from + 3] ?? 0) / 255;
          const mixed = back.map((under, channel) =>
            Math.round(under * (1 - opacity) + (picture.pixels[from + channel] ?? 0) * opacity),
          );
          pixels.set(mixed, ((top + y) * width + left + x) * 4);
        }
      }
      left += picture.width * zoom + MARGIN;
    }
  }
  return { width, height, pixels };
}
