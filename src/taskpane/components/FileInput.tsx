/** The browser's own file chooser, hidden; a visible button opens it. */
import type { RefObject } from 'react';

interface Props {
  readonly take: (files: readonly File[]) => void;
  readonly isMany?: boolean;
  readonly label: string;
  /** Endings; workbooks unless given. */
  readonly accept?: string;
  readonly input: RefObject<HTMLInputElement | null>;
}

export function FileInput({ take, label, input, isMany = false, accept = '.xlsx,.xlsm' }: Props) {
  return (
    <input
      ref={input}
      type="file"
      hidden
      multiple={isMany}
      accept={accept}
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
