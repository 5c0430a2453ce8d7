/**
 * `npm run bench:reading`: counts how many generated sheets are read right, asked about, or read silently wrong, by
 * family and by kind of noise.
 */
import { knowsHalf } from '../kit/generate/hidden-words';
import { generate } from '../kit/generate/generate';
import { judge, type Judgement, type Verdict } from '../kit/generate/judge';
import type { Generated } from '../kit/generate/model';
import { STRESSES, stressed } from '../kit/generate/stress';
import { gridText } from '../kit/generate/grid-text';
import { markdownTable } from './measure';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const USAGE = `node test/kit/run-ts.js test/bench/reading.ts [--from 0] [--to 2000] [--family A] [--kind WORDS]
  [--hide-words] [--meaningless] [--stress NAME] [--show 3] [--shows asked|silent] [--seed N]
  [--plain 1] (at most so many kinds of noise)
  [--why] (the most frequent questions and faults)`;

const values = new Map<string, string>();
const args = process.argv.slice(2);
for (let at = 0; at < args.length; at++) {
  const name = args[at] ?? '';
  const next = args[at + 1];
  if (!name.startsWith('--')) continue;
  const hasValue = next !== undefined && !next.startsWith('--');
  values.set(name.slice(2), hasValue ? next : 'yes');
}
const numberOf = (name: string, plain: number): number => Number(values.get(name) ?? plain);

interface Count {
  right: number;
  asked: number;
  silent: number;
}

const counts = new Map<string, Count>();
function count(key: string, verdict: Verdict): void {
  const own = counts.get(key) ?? { right: 0, asked: 0, silent: 0 };
  own[verdict]++;
  counts.set(key, own);
}

const reasons = new Map<string, number>();

/** First line of each question or error, without names and numbers. */
const reasonsOf = ({ verdict, why }: Judgement): string[] =>
  verdict === 'right'
    ? []
    : why.slice(0, 1).map(
        (line) =>
          `${verdict}: ${line
            .replace(/«[^»]*»/gu, '«…»')
            .replace(/[\d.,/]+/g, '0')
            .slice(0, 110)}`,
      );

function run(): void {
  if (values.has('help')) {
    say(USAGE);
    return;
  }
  const one = values.get('seed');
  const from = one === undefined ? numberOf('from', 0) : Number(one);
  const to = one === undefined ? numberOf('to', 2000) : from + 1;
  const show = one === undefined ? numberOf('show', 0) : 1;
  const shows = values.get('shows') ?? 'silent';
  let left = show;
  const began = performance.now();
  for (let seed = from; seed < to; seed++) {
    const sheet = stressedOf(generate(seed));
    if (!sheet || !isWanted(sheet)) continue;
    const judgement = judge(sheet, values.has('hide-words') ? knowsHalf(seed) : undefined);
    count(' all', judgement.verdict);
    count(` ${sheet.family}`, judgement.verdict);
    for (const kind of sheet.kinds) count(kind, judgement.verdict);
    for (const reason of reasonsOf(judgement)) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    if (left > 0 && (judgement.verdict === shows || one !== undefined)) {
      left--;
      tell(sheet, judgement);
    }
  }
  report(to - from, performance.now() - began);
}

/** Applies the named stresses one after the other; returns null if one of them finds nothing to damage. */
function stressedOf(sheet: Generated): Generated | null {
  const names = [...(values.get('stress')?.split(',') ?? []), ...(values.has('meaningless') ? ['meaningless'] : [])];
  return names.reduce<Generated | null>((next, name) => {
    const stress = STRESSES.find((each) => each === name);
    if (!stress) throw new Error(`no such stress: ${name}; there are ${STRESSES.join(', ')}`);
    return next && stressed(next, stress);
  }, sheet);
}

function isWanted({ family, kinds }: Generated): boolean {
  const wantedFamily = values.get('family');
  const wantedKind = values.get('kind');
  return (
    kinds.length <= numberOf('plain', 99) &&
    (wantedFamily === undefined || family.startsWith(wantedFamily)) &&
    (wantedKind === undefined || kinds.some((kind) => kind.includes(wantedKind)))
  );
}

function tell({ seed, family, kinds, grids }: Generated, { verdict, why }: Judgement): void {
  say(`--- seed ${seed} · ${family} · ${verdict} · ${kinds.join(', ')}`);
  for (const line of why.slice(0, 4)) say(`    ${line}`);
  for (const grid of grids) say(gridText(grid));
}

const share = (part: number, { right, asked, silent }: Count): string =>
  ((part / (right + asked + silent)) * 100).toFixed(1);

function report(seeds: number, milliseconds: number): void {
  const rows = [...counts].sort(([a], [b]) => a.localeCompare(b));
  say(
    markdownTable(
      ['', 'sheets', 'right %', 'asked %', 'silent %', 'silent'],
      rows.map(([key, own]) => [
        key.trim(),
        `${own.right + own.asked + own.silent}`,
        share(own.right, own),
        share(own.asked, own),
        share(own.silent, own),
        `${own.silent}`,
      ]),
    ),
  );
  if (values.has('why'))
    for (const [reason, times] of [...reasons].sort(([, a], [, b]) => b - a).slice(0, 40)) say(`${times}  ${reason}`);
  say(`${seeds} seeds in ${(milliseconds / 1000).toFixed(1)} s`);
}

run();
