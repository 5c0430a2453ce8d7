/** The progress bar is drawn on a terminal, for several files, and removed at the end. */
import { expect, test } from '@jest/globals';
import { startProgress } from '../../src/cli/work-through';
import { recordingTerminal } from '../kit/programs/terminal';

test('a bar shows how far and which file', () => {
  const terminal = recordingTerminal({ progressColumns: 60 });
  const progress = startProgress(4, terminal);
  progress.show(1, 'xã An.xlsx');
  progress.clear();
  progress.clear();
  expect(terminal.written.err).toBe('\r\u001b[K██████░░░░░░░░░░░░░░░░░░ 2/4 xã An.xlsx\r\u001b[K');
});

test('a narrow screen keeps the bar on one line', () => {
  const terminal = recordingTerminal({ progressColumns: 40 });
  startProgress(4, terminal).show(0, 'một-thư-mục/rất-sâu/xã An.xlsx');
  expect(terminal.written.err).toBe(`\r\u001b[K${'░'.repeat(24)} 1/4 một-thư-m…`);
});

test.each([
  ['one file', 1, 60],
  ['no screen', 4, null],
])('%s: nothing is drawn', (_what, files, progressColumns) => {
  const terminal = recordingTerminal({ progressColumns });
  const progress = startProgress(files, terminal);
  progress.show(0, 'xã An.xlsx');
  progress.clear();
  expect(terminal.written.err).toBe('');
});
