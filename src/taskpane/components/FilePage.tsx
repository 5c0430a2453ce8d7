/** The page without Excel: a bar with the file's name, the sheet, and the same pane as in Excel beside it. */
import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular, TableRegular } from '@fluentui/react-icons';
import { Suspense, lazy, useEffect, useState } from 'react';
import type { FileActions } from '../file-actions';
import { TEXT } from '../text/text';
import { usePane, usePaneState } from '../use-pane';
import { Busy } from './Busy';
import { DropZone } from './DropZone';
import { NoticeBar } from './NoticeBar';
import { PaneView, TaskView } from './PaneView';
import { StartScreen } from './StartScreen';

const SheetView = lazy(() =>
  import(/* webpackChunkName: "sheet" */ './SheetView').then(({ SheetView: component }) => ({ default: component })),
);

export function FilePage({ files }: { readonly files: FileActions }) {
  const { view, fileName, busy, task } = usePaneState();
  const [isGridShown, setGridShown] = useState(true);
  useUndoKeys();
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
          ) : task?.kind === 'help' ? (
            <>
              <h1 className="hidden-text">{TEXT.product}</h1>
              <Suspense fallback={null}>
                <TaskView task={task} files={files} />
              </Suspense>
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
  // The copy is named «(đã tính)», so it must hold results before it is saved.
  const label = filled ? TEXT.save : TEXT.computeAndSave;
  return (
    <header className="filebar">
      <img src="assets/icon-32.png" alt="" width="24" height="24" className="wide-only" />
      <h1 className="filename">
        <FileName files={files} name={name} />
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
          aria-label={label}
          onClick={() => void files.save()}
        >
          <span className="wide-only">{label}</span>
          <span className="narrow-only">{TEXT.saveShort}</span>
        </Button>
      )}
    </header>
  );
}

/** The file's name, or a choice if several files were opened together. */
function FileName({ files, name }: { readonly files: FileActions; readonly name: string }) {
  const { files: all, file, busy } = usePaneState();
  if (all.length < 2) {
    return (
      <span className="ellipsis" title={name}>
        {name}
      </span>
    );
  }
  return (
    <select
      aria-label={TEXT.openFiles}
      value={file}
      disabled={busy !== null}
      onChange={({ target }) => void files.choose(Number(target.value))}
    >
      {all.map((each, position) => (
        <option key={position} value={position}>
          {each.unsaved && position !== file ? `${each.name} · ${TEXT.unsaved.toLowerCase()}` : each.name}
        </option>
      ))}
    </select>
  );
}

/** Ctrl+Z and Ctrl+Y; inside a text field they keep their usual effect. */
function useUndoKeys(): void {
  const pane = usePane();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, shiftKey, target } = event;
      if (!(ctrlKey || metaKey) || (target instanceof Element && target.matches('input, textarea, select'))) return;
      const isRedo = /^y$/i.test(key) || (shiftKey && /^z$/i.test(key));
      const { canUndo, canRedo } = pane.state();
      if (isRedo ? canRedo : /^z$/i.test(key) && canUndo) {
        event.preventDefault();
        void (isRedo ? pane.redo() : pane.undo());
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [pane]);
}
