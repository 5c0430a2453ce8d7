/** Clocks and medians of the bench. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * How long the thread that works had the processor: elapsed time on a machine of one's own, and on one that others use
 * as well it does not say what they do. Linux alone tells it, in nanoseconds.
 */
const SCHEDULED = `/proc/self/task/${process.pid.toString()}/schedstat`;
const isTold = existsSync(SCHEDULED);
const now = (): number => (isTold ? Number(readFileSync(SCHEDULED, 'utf8').split(' ')[0]) / 1e6 : performance.now());

export function millisecondsOf(work: () => void): number {
  const start = now();
  work();
  return now() - start;
}

/** Median of `repeats` runs after half as many to warm up; a single repeat runs once, cold. */
export function median(repeats: number, run: () => number): number {
  for (let warm = 0; warm < Math.floor(repeats / 2); warm += 1) run();
  const times = Array.from({ length: repeats }, run).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

const formats = new Map<number, Intl.NumberFormat>();

/** With a comma and thousands apart, as the README is read. */
export function shown(value: number, digits: number): string {
  const format =
    formats.get(digits) ??
    new Intl.NumberFormat('vi', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(digits, format);
  return format.format(value);
}
