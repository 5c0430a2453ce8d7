/** Guards against work that grows out of hand: seconds of this process's own, so that a busy machine fails nothing. No measure of speed: that is the bench's. */

export function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
