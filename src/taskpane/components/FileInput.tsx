/** The browser's own file chooser, hidden; a visible button opens it. */
import type { RefObject } from 'react';

interface Props {
  readonly take: (files: readonly File[]) => void;
  readonly isMany?: boolean;
  /** A folder with all that is in it. */
  readonly isFolder?: boolean;
  readonly label: string;
  /** Endings; workbooks unless given. */
  readonly accept?: string;
  readonly input: RefObject<HTMLInputElement | null>;
}

export function FileInput({ take, label, input, isMany = false, isFolder = false, accept = '.xlsx,.xlsm' }: Props) {
  return (
    <input
      ref={input}
      type="file"
      hidden
      multiple={isMany}
      {...(isFolder ? { webkitdirectory: '' } : { accept })}
      aria-label={label}
      onChange={({ target }) => {
        const files = [...(target.files ?? [])];
        if (files.length > 0) take(files);
        // The same file may be chosen again.
        target.value = '';
      }}
    />
  );
}
