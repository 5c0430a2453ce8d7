/** Clocks and medians for the bench. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * Processor time of the current thread in nanoseconds, which does not depend on the load of other users of the machine.
 * Linux only; elsewhere elapsed time is measured.
 */
const SCHEDULED = `/proc/self/task/${process.pid.toString()}/schedstat`;
const isTold = existsSync(SCHEDULED);
const now = (): number => (isTold ? Number(readFileSync(SCHEDULED, 'utf8').split(' ')[0]) / 1e6 : performance.now());

export function millisecondsOf(work: () => void): number {
  const start = now();
  work();
  return now() - start;
}

/** Returns the median of `repeats` runs after half as many warm-up runs; a single repeat runs once, cold. */
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

/** Formats a number as in the README: decimal comma, grouped thousands. */
export function shown(value: number, digits: number): string {
  const format =
    formats.get(digits) ??
    new Intl.NumberFormat('vi', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(digits, format);
  return format.format(value);
}
