/** The browser's own file chooser, hidden; a visible button opens it. */
import type { RefObject } from 'react';

const TABLES = '.xlsx,.xlsm,.xls,.xlsb,.ods,.csv,.docx';

interface Props {
  readonly take: (files: readonly File[]) => void;
  readonly isMany?: boolean;
  /** Chooses a folder with all its files. */
  readonly isFolder?: boolean;
  readonly label: string;
  /** Accepted file extensions; by default all forms of tables. */
  readonly accept?: string;
  readonly input: RefObject<HTMLInputElement | null>;
}

export function FileInput({ take, label, input, isMany = false, isFolder = false, accept = TABLES }: Props) {
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
        // Allows choosing the same file again.
        target.value = '';
      }}
    />
  );
}
