/** The browser's own file chooser, hidden; a visible button opens it. */
import type { RefObject } from 'react';

interface Props {
  readonly take: (files: readonly File[]) => void;
  readonly isMany?: boolean;
  readonly label: string;
  readonly input: RefObject<HTMLInputElement | null>;
}

export function FileInput({ take, label, input, isMany = false }: Props) {
  return (
    <input
      ref={input}
      type="file"
      hidden
      multiple={isMany}
      accept=".xlsx,.xlsm"
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
