/** The command line as one function: words in, text and exit code out. */
import manifest from '../../package.json';
import { parseArgs } from './args';
import { HELP, HINT } from './help';
import { runCauses } from './jobs/causes-job';
import { runCollect } from './jobs/collect-job';
import { runFill } from './jobs/fill-job';
import { runForms } from './jobs/forms-job';
import { runLift } from './jobs/lift-job';
import { runReading } from './jobs/reading-job';
import type { Terminal } from './terminal';
import { clean } from './text';
import { EXIT } from './work-through';

export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const request = parseArgs(words);
  switch (request.command) {
    case 'help':
      terminal.out(HELP);
      return EXIT.clean;
    case 'version':
      terminal.out(`cchc ${manifest.version}\n`);
      return EXIT.clean;
    case 'refused':
      terminal.err(`${clean(request.why)} ${HINT}\n`);
      return EXIT.couldNotRun;
    case 'tinh':
    case 'kiem-tra':
      return runFill(request, terminal);
    case 'nang-xep-loai':
      return runLift(request, terminal);
    case 'nguyen-nhan':
      return runCauses(request, terminal);
    case 'doc':
      return runReading(request, terminal);
    case 'tao-mau':
      return runForms(request, terminal);
    case 'tong-hop':
      return runCollect(request, terminal);
    case 'xuat': {
      // What writes documents is as large as all the rest: nobody who only computes waits for it.
      const { runExport } = await import(/* webpackChunkName: "cchc-export" */ './jobs/export-job');
      return runExport(request, terminal);
    }
  }
}
