/** Where the bundle starts. Sets the exit code instead of leaving, so that a pipe receives all that was written. */
import { run } from './run';
import { processTerminal } from './terminal';

void run(process.argv.slice(2), processTerminal(process)).then((code) => {
  process.exitCode = code;
});
