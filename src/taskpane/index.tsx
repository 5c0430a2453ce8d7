/**
 * Entry point of the page: chooses the host and creates one engine, one pane and one React tree. The file page never
 * waits for Office.
 */
import { engine } from './worker/running';
import { createRoot } from 'react-dom/client';
import type { Ribbon } from './commands';
import { App } from './components/App';
import { Connecting } from './components/Connecting';
import { fileActions } from './file-actions';
import { fileDoor } from './file-door';
import { isInsideOffice, meetExcel } from './office';
import { createPane } from './pane';
import { TEXT } from './text/text';

const place = document.getElementById('root');
if (!place) throw new Error('taskpane.html has no root');
const root = createRoot(place);

function showFilePage(word: string | null): void {
  const door = fileDoor(engine);
  const pane = createPane(engine, door);
  const files = fileActions(pane, door);
  if (word !== null) pane.say('info', word);
  root.render(<App pane={pane} files={files} />);
  window.addEventListener('beforeunload', (event) => {
    const { unsaved, files: open, file } = pane.state();
    if (unsaved || open.some((each, position) => each.unsaved && position !== file)) event.preventDefault();
  });
  const sample = new URLSearchParams(window.location.search).get('sample');
  if (sample !== null) void files.openSample(sample);
  // The one-file page works offline by itself.
  if ('serviceWorker' in navigator && window.isSecureContext && window.location.protocol !== 'file:')
    void navigator.serviceWorker.register('service-worker.js').catch(() => undefined);
}

async function showExcelPane(ribbon: Ribbon): Promise<void> {
  const [{ excelHost }, { excelDoor }] = await Promise.all([
    import(/* webpackChunkName: "excel" */ '../hosts/excel/excel-host'),
    import(/* webpackChunkName: "excel" */ './excel-door'),
  ]);
  const pane = createPane(engine, excelDoor(excelHost(), engine));
  root.render(
    <>
      <header className="hidden-text">
        <h1>{TEXT.product}</h1>
      </header>
      <App pane={pane} files={null} />
    </>,
  );
  pane.setLive(true);
  // A command from a pressed button reads the workbook itself, so it is not read twice.
  if (!ribbon.attend(pane)) await pane.load();
}

async function start(): Promise<void> {
  if (!isInsideOffice(window)) {
    showFilePage(null);
    return;
  }
  const left = new Promise<'left'>((resolve) => {
    root.render(<Connecting leave={() => resolve('left')} />);
  });
  const ribbon = await Promise.race([meetExcel(window), left]);
  if (ribbon === 'left') {
    showFilePage(null);
    return;
  }
  if (ribbon) await showExcelPane(ribbon);
  else showFilePage(TEXT.withoutOffice);
}

void start().catch((error: unknown) => {
  // If the chunk for Excel fails to load, the page still works with files.
  showFilePage(TEXT.withoutOffice);
  throw error;
});
