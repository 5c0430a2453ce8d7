/** Entry point of the bundle. Sets the exit code instead of exiting, so that a pipe receives all output. */
import { run } from './run';
import { processTerminal } from './terminal';

void run(process.argv.slice(2), processTerminal(process)).then((code) => {
  process.exitCode = code;
});
