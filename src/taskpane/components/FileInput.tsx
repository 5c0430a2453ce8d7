/** The browser's own file chooser, hidden from everybody: a button speaks for it. */
import type { RefObject } from 'react';
import type { FileActions } from '../file-actions';

interface Props {
  readonly files: FileActions;
  readonly label: string;
  readonly input: RefObject<HTMLInputElement | null>;
}

export function FileInput({ files, label, input }: Props) {
  return (
    <input
      ref={input}
      type="file"
      hidden
      accept=".xlsx,.xlsm"
      aria-label={label}
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        if (file) void files.openFile(file);
        // The same file may be chosen again.
        target.value = '';
      }}
    />
  );
}
