/** The menu of less frequent actions: undo, clear, live mode, save, open another. */
import {
  ArrowDownloadRegular,
  ArrowRedoRegular,
  ArrowUndoRegular,
  CheckboxCheckedRegular,
  CheckboxUncheckedRegular,
  ClipboardPasteRegular,
  ColumnTripleRegular,
  CalendarArrowRightRegular,
  DocumentArrowDownRegular,
  EraserRegular,
  FolderOpenRegular,
  MoreHorizontalRegular,
  PrintRegular,
  TableAddRegular,
} from '@fluentui/react-icons';
import { useRef } from 'react';
import type { FileActions } from '../file-actions';
import { TEXT } from '../text/text';
import { usePane, usePaneState } from '../use-pane';
import { FileInput } from './FileInput';
import { PopupMenu, type MenuEntry } from './PopupMenu';

export function MoreMenu({ files }: { readonly files: FileActions | null }) {
  const pane = usePane();
  const { busy, canUndo, canRedo, filled, live, view } = usePaneState();
  const input = useRef<HTMLInputElement>(null);
  const isBusy = busy !== null;
  const hasNone = !view || view.sheets.length === 0;
  const entries: MenuEntry[] = [
    { label: TEXT.undo, icon: <ArrowUndoRegular />, disabled: isBusy || !canUndo, act: () => void pane.undo() },
    ...(files
      ? [{ label: TEXT.redo, icon: <ArrowRedoRegular />, disabled: isBusy || !canRedo, act: () => void pane.redo() }]
      : []),
    { label: TEXT.clearMarks, icon: <EraserRegular />, disabled: isBusy || hasNone, act: () => void pane.clearMarks() },
    {
      label: TEXT.forms,
      icon: <TableAddRegular />,
      disabled: isBusy || !view,
      act: () => pane.show({ task: { kind: 'forms' } }),
    },
    {
      label: TEXT.collect,
      icon: <TableAddRegular />,
      disabled: isBusy || hasNone,
      act: () => pane.show({ task: { kind: 'collect' } }),
    },
    {
      label: TEXT.export,
      icon: <DocumentArrowDownRegular />,
      disabled: isBusy || hasNone,
      act: () => pane.show({ task: { kind: 'export', units: null } }),
    },
    {
      label: TEXT.prose,
      icon: <ClipboardPasteRegular />,
      disabled: isBusy || hasNone,
      act: () => pane.show({ task: { kind: 'prose' } }),
    },
    {
      label: TEXT.reading,
      icon: <ColumnTripleRegular />,
      disabled: isBusy || hasNone,
      act: () => pane.show({ task: { kind: 'reading' } }),
    },
    {
      label: TEXT.compare,
      icon: <CalendarArrowRightRegular />,
      disabled: isBusy || hasNone,
      act: () => pane.show({ task: { kind: 'compare' } }),
    },
    {
      label: files ? TEXT.live : TEXT.liveExcel,
      icon: live ? <CheckboxCheckedRegular /> : <CheckboxUncheckedRegular />,
      checked: live,
      act: () => pane.setLive(!live),
    },
    ...(files
      ? [
          {
            label: filled ? TEXT.save : TEXT.computeAndSave,
            icon: <ArrowDownloadRegular />,
            disabled: isBusy || hasNone,
            act: () => void files.save(),
          },
          {
            label: TEXT.print,
            icon: <PrintRegular />,
            disabled: isBusy || hasNone,
            // Prints after the menu has closed.
            act: () => void setTimeout(() => window.print()),
          },
          { label: TEXT.openOther, icon: <FolderOpenRegular />, disabled: isBusy, act: () => input.current?.click() },
        ]
      : []),
  ];
  return (
    <>
      <PopupMenu label={TEXT.more} icon={<MoreHorizontalRegular />} entries={entries} />
      {files && (
        <FileInput take={(chosen) => void files.openFiles(chosen)} label={TEXT.openOther} input={input} isMany />
      )}
    </>
  );
}
