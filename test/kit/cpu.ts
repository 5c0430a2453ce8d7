/**
 * Guards against work that grows out of hand: seconds of this process's own, so that a busy machine fails nothing. No
 * measure of speed: that is the bench's.
 */

export function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

let known = { cpu: process.cpuUsage(), clock: performance.now() };

/**
 * For thousands of short works, of which each asking for the processor time would take a tenth: 0 where the clock ran a
 * second at most; else the seconds since some moment at most a second before the work.
 */
export function secondsIfLong(work: () => void): number {
  const before = performance.now();
  if (before - known.clock > 1000) known = { cpu: process.cpuUsage(), clock: before };
  work();
  if (performance.now() - before <= 1000) return 0;
  const { user, system } = process.cpuUsage(known.cpu);
  return (user + system) / 1e6;
}
