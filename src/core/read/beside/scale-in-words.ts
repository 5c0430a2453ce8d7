/** The rating scale that a sheet states outside its table: «Xuất sắc từ 90 điểm trở lên; Tốt từ 80 đến dưới 90». */
import { ONE_HUNDRED, ZERO, type Decimal } from '../../values/decimal';
import type { Address } from '../../values/address';
import { patternOf } from '../../values/pattern';
import { textAt } from '../../model/workbook/grid';
import type { ScoreSheet } from '../../model/score-sheet';
import type { RatingBand, Settings } from '../../model/settings';
import { parseNumber } from '../numbers/parse-number';

const LEVEL = [
  String.raw`((?<![\p{L}\d]|chủ )(?:(?:không )?hoàn thành(?: (?:xuất sắc|tốt))?(?: nhiệm vụ)?`,
  String.raw`|xuất sắc|(?:rất )?tốt|trung bình(?: khá)?|khá|yếu|kém|xs|tb|(?:loại|nhóm) [a-e\d])(?!\p{L}))`,
].join('');
/** A level, or a number with what bounds it: «dưới 90», «80 <». */
const TOKEN = patternOf(
  [
    `${LEVEL}|`,
    String.raw`(trên|lớn hơn|dưới|nhỏ hơn|cận|<=|[<>≤])?\s*(?<![\d/.,])(\d{1,3}(?:[.,]\d+)?)(?![\d/])`,
    String.raw`(\s*(?:điểm|%)?\s*<(?!=))?`,
  ],
  'gu',
);
const ABOVE = /^(trên|lớn hơn|>)/;
/** The number of a line, or a mark, in front of its level. */
const BULLET = patternOf([String.raw`(?:^|[\n;])[-–+•* ]*(?:[\da-z]{1,2}[.)]? )?(?=${LEVEL})`], 'gu');
const BOUND = /trở lên|dưới|từ|[<>≥≤]/;
const OF_INDEX = /%|chỉ số|tỷ lệ/;
const FEWEST = 3;
/** Between «80 - 89» and «90 - 100». */
const ONE_STEP = ONE_HUNDRED / 100;

interface Line {
  readonly at: Address;
  readonly text: string;
}

/** Empty if the sheet states no scale; `unreadScale` is the cell of one that is not understood. */
export function scaleInWords(sheet: ScoreSheet): Partial<Pick<Settings, 'scale' | 'scaleFrom' | 'unreadScale'>> {
  const runs = runsOf(sheet);
  for (const lines of [...runs.flatMap((run) => run.map((line) => [line])), ...runs]) {
    const scale = bandsIn(lines.map(({ text }) => text).join(';'), sheet);
    if (scale && lines[0]) return { scale, scaleFrom: lines[0].at };
  }
  const unread = runs.find((run) => BOUND.test(run.map(({ text }) => text).join()));
  return unread?.[0] ? { unreadScale: unread[0].at } : {};
}

/** Rows outside the table that hold a level and a number, in runs. */
function runsOf({ grid, table, headerRows }: ScoreSheet): Line[][] {
  const runs: Line[][] = [];
  const top = Math.min(table.top, ...headerRows);
  grid.values.forEach((cells, row) => {
    if (!cells || (row >= top && row <= table.bottom)) return;
    const filled = cells.map((_, column) => textAt(grid, row, column).trim());
    const words = filled.join(' ').normalize('NFC').toLowerCase();
    const text = words
      .replace(/[^\S\n]+/g, ' ')
      .trim()
      .replace(BULLET, ';');
    const found = [...text.matchAll(TOKEN)];
    if (!found.some(([, level]) => level) || found.every(([, level]) => level)) return;
    const line = { at: { row, column: filled.findIndex((each) => each !== '') }, text };
    if (runs.at(-1)?.at(-1)?.at.row === row - 1) runs.at(-1)?.push(line);
    else runs.push([line]);
  });
  return runs;
}

interface Band extends RatingBand {
  readonly to: Decimal | null;
  readonly isBelow: boolean;
}

/** Returns null unless the bands follow each other from zero up without a gap. */
function bandsIn(text: string, { items, statedMax }: ScoreSheet): RatingBand[] | null {
  const tableMax = statedMax?.value ?? items.reduce((all, { parent, max }) => (parent < 0 ? all + (max ?? 0) : all), 0);
  if (tableMax !== 0 && tableMax !== ONE_HUNDRED && !OF_INDEX.test(text)) return null;
  const tokens = [...text.matchAll(TOKEN)];
  // «Từ 90 điểm trở lên xếp loại Xuất sắc»: backwards, the level comes first.
  if (!tokens[0]?.[1]) tokens.reverse();
  const groups: { label: string; numbers: RegExpMatchArray[] }[] = [];
  for (const token of tokens)
    if (token[1]) groups.push({ label: token[1], numbers: [] });
    else groups.at(-1)?.numbers.push(token);
  const bands = groups.flatMap(({ label, numbers }) => bandOf(label, numbers) ?? []).sort((a, b) => b.from - a.from);
  if (bands.length < FEWEST || bands.length < groups.length) return null;
  if (new Set(bands.map(({ label }) => label)).size < bands.length) return null;
  return bands.at(-1)?.from === 0 && bands.every((band, position) => meets(band, bands[position - 1])) ? bands : null;
}

function meets({ from, to, isBelow }: Band, above: Band | undefined): boolean {
  if (!above) return to === null || to === ONE_HUNDRED;
  if (to === null || from >= above.from) return false;
  const gap = above.from - to;
  return gap === 0 ? above.inclusive || !isBelow : gap > 0 && gap <= ONE_STEP;
}

function bandOf(label: string, numbers: readonly RegExpMatchArray[]): Band | null {
  const found = numbers
    .map(([, , of = '', number = '', below]) => ({
      value: parseNumber(number)?.value ?? ZERO,
      isAbove: ABOVE.test(of) || below !== undefined,
      isBelow: of !== '' && !ABOVE.test(of),
      isStrict: of !== '≤' && of !== '<=',
    }))
    .sort((a, b) => a.value - b.value);
  const [first, second] = found;
  const isTop = second === undefined && first?.isBelow === true;
  const [low, high] = isTop ? [undefined, first] : [first, second];
  if (found.length === 0 || found.length > 2) return null;
  return {
    label: label.replace(/^\p{L}| [a-e]$/gu, (letter) => letter.toUpperCase()),
    from: low?.value ?? ZERO,
    inclusive: !low?.isAbove,
    to: high?.value ?? null,
    isBelow: high?.isBelow === true && high.isStrict,
  };
}
