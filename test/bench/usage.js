/**
 * Loaded before a program that is measured: when the program ends, its processor time and its peak memory are written
 * to the file that BENCH_USAGE names.
 */
const { existsSync, readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify({ seconds: (user + system) / 1e6, kilobytes: peak() }));
});

/** On Linux from the process' own page table: maxRSS there starts from what the process that launched it used. */
function peak() {
  const status = '/proc/self/status';
  const line = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8')) : null;
  return line ? Number(line[1]) : process.resourceUsage().maxRSS;
}
