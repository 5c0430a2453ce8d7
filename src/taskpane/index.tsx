/** Where the page begins: which host, one engine, one pane, one React tree. The file page never waits for Office. */
import { createRoot } from 'react-dom/client';
import { App } from './components/App';
import { startEngine } from './engine/client';
import { startWorker } from './engine/start-worker';
import { fileActions } from './file-actions';
import { fileDoor } from './file-door';
import { isInsideOffice, loadOffice } from './office';
import { createPane } from './pane';

const place = document.getElementById('root');
if (!place) throw new Error('taskpane.html has no root');
const root = createRoot(place);
const engine = startEngine(startWorker);

function showFilePage(): void {
  const door = fileDoor(engine);
  const pane = createPane(engine, door);
  const files = fileActions(pane, door);
  root.render(<App pane={pane} files={files} />);
  window.addEventListener('beforeunload', (event) => {
    if (pane.state().unsaved) event.preventDefault();
  });
  const sample = new URLSearchParams(window.location.search).get('sample');
  if (sample !== null) void files.openSample(sample);
  if ('serviceWorker' in navigator && window.isSecureContext) void navigator.serviceWorker.register('service-worker.js').catch(() => undefined);
}

if (isInsideOffice(window)) {
  void loadOffice(window).then((host) => (host === 'Excel' ? showFilePage() : showFilePage()));
} else {
  showFilePage();
}
