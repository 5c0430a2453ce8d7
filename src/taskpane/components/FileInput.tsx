/** The browser's own file chooser, hidden; a visible button opens it. */
import type { RefObject } from 'react';

interface Props {
  readonly take: (file: File) => void;
  readonly label: string;
  readonly input: RefObject<HTMLInputElement | null>;
}

export function FileInput({ take, label, input }: Props) {
  return (
    <input
      ref={input}
      type="file"
      hidden
      accept=".xlsx,.xlsm"
      aria-label={label}
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        if (file) take(file);
        // The same file may be chosen again.
        target.value = '';
      }}
    />
  );
}
