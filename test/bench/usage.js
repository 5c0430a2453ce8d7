/** Loaded before a program that is measured: when the program ends, its peak memory is written to the file that BENCH_USAGE names. */
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify({ maxRssKilobytes: process.resourceUsage().maxRSS }));
});
