/** The button that opens a file. */
import { Button } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import type { FileActions } from '../file-actions';
import { TEXT } from '../text/text';
import { FileInput } from './FileInput';

export function OpenButton({ files }: { readonly files: FileActions }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button appearance="primary" size="large" icon={<FolderOpenRegular />} onClick={() => input.current?.click()}>
        {TEXT.open}
      </Button>
      <FileInput take={(chosen) => void files.openFiles(chosen)} label={TEXT.open} input={input} isMany />
    </>
  );
}
