/** The page without Excel: a bar with the file's name, the sheet, and beside it the same pane that Excel shows. */
import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular, TableRegular } from '@fluentui/react-icons';
import { Suspense, lazy, useState } from 'react';
import type { FileActions } from '../file-actions';
import { TEXT } from '../text';
import { usePane, usePaneState } from '../use-pane';
import { Busy } from './Busy';
import { DropZone } from './DropZone';
import { NoticeBar } from './NoticeBar';
import { PaneView } from './PaneView';
import { StartScreen } from './StartScreen';

const SheetView = lazy(() =>
  import(/* webpackChunkName: "sheet" */ './SheetView').then(({ SheetView: component }) => ({ default: component })),
);

export function FilePage({ files }: { readonly files: FileActions }) {
  const { view, fileName, busy } = usePaneState();
  const [isGridShown, setGridShown] = useState(true);
  return (
    <DropZone files={files}>
      {view === null ? (
        <main className="start">
          <NoticeBar />
          {busy ? (
            <>
              <h1 className="hidden-text">{TEXT.product}</h1>
              <Busy />
            </>
          ) : (
            <StartScreen files={files} />
          )}
        </main>
      ) : (
        <div className="page">
          <FileBar
            files={files}
            name={fileName ?? ''}
            isGridShown={isGridShown}
            toggleGrid={() => setGridShown(!isGridShown)}
          />
          <div className="split">
            {isGridShown && (
              <section className="sheet" aria-label={TEXT.gridRegion}>
                <Suspense fallback={<p className="quiet padded">{TEXT.loadingPart}</p>}>
                  <SheetView />
                </Suspense>
              </section>
            )}
            <PaneView files={files} />
          </div>
        </div>
      )}
    </DropZone>
  );
}

interface BarProps {
  readonly files: FileActions;
  readonly name: string;
  readonly isGridShown: boolean;
  readonly toggleGrid: () => void;
}

function FileBar({ files, name, isGridShown, toggleGrid }: BarProps) {
  const { filled, unsaved, busy, view } = usePaneState();
  const { door } = usePane();
  const isReady = filled && unsaved;
  return (
    <header className="filebar">
      <img src="assets/icon-32.png" alt="" width="24" height="24" className="wide-only" />
      <h1 className="filename">
        <span className="ellipsis" title={name}>
          {name}
        </span>
        {unsaved && <span className="tag wide-only">{TEXT.unsaved}</span>}
      </h1>
      <Button
        className="narrow-only"
        appearance="subtle"
        icon={<TableRegular />}
        aria-pressed={isGridShown}
        aria-label={isGridShown ? TEXT.hideGrid : TEXT.showGrid}
        onClick={toggleGrid}
      />
      {door.kind === 'file' && (
        <Button
          appearance={isReady ? 'primary' : 'secondary'}
          icon={<ArrowDownloadRegular />}
          disabled={busy !== null || view?.sheets.length === 0}
          aria-label={TEXT.save}
          onClick={() => files.save()}
        >
          <span className="wide-only">{TEXT.save}</span>
          <span className="narrow-only">{TEXT.saveShort}</span>
        </Button>
      )}
    </header>
  );
}
