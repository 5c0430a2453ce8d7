/**
 * Guards against runaway work. Counts the processor seconds of this process, so that a busy machine fails no test. Not
 * a measure of speed; the bench is.
 */

export function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

let known = { cpu: process.cpuUsage(), clock: performance.now() };

/**
 * For thousands of short runs, where querying the processor time for each would cost a tenth. Returns 0 if the clock
 * shows one second at most; else the processor seconds since a moment at most one second before the work.
 */
export function secondsIfLong(work: () => void): number {
  const before = performance.now();
  if (before - known.clock > 1000) known = { cpu: process.cpuUsage(), clock: before };
  work();
  if (performance.now() - before <= 1000) return 0;
  const { user, system } = process.cpuUsage(known.cpu);
  return (user + system) / 1e6;
}
