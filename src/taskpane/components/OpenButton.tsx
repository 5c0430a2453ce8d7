/** A button that opens the file chooser; the input itself is hidden from everybody, the button speaks for it. */
import { Button } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import type { FileActions } from '../file-actions';
import { TEXT } from '../text';

export function OpenButton({ files }: { readonly files: FileActions }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button appearance="primary" size="large" icon={<FolderOpenRegular />} onClick={() => input.current?.click()}>
        {TEXT.open}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xlsm"
        aria-label={TEXT.open}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void files.openFile(file);
          target.value = '';
        }}
      />
    </>
  );
}
