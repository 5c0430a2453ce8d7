/** Files recently opened on this machine, unsaved ones first; empty if nothing is kept. */
import { Button } from '@fluentui/react-components';
import { DismissRegular, DocumentArrowUpRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { FileActions } from '../file-actions';
import { HELP_TEXT, forgetKept } from '../text/help-text';
import type { KeptFile } from '../kept-files';
import { shownMoment } from '../text/file-text';
import { TEXT } from '../text/text';

export function RecentFiles({ files }: { readonly files: FileActions }) {
  const [recentFiles, setRecentFiles] = useState<readonly KeptFile[]>([]);
  const { keeping } = files;
  useEffect(() => {
    void keeping.list().then(setRecentFiles);
  }, [keeping]);
  if (recentFiles.length === 0) return null;
  const forget = async (id: string): Promise<void> => {
    await keeping.forget(id);
    setRecentFiles(await keeping.list());
  };
  return (
    <>
      <h2>{HELP_TEXT.recentTitle}</h2>
      <ul className="recent">
        {recentFiles.map((file) => (
          <li key={file.id}>
            <button type="button" className="sample" onClick={() => void files.openKept(file)}>
              <DocumentArrowUpRegular className="sample-icon" />
              <span>
                <strong>{file.name}</strong>
                <span className="quiet">{shownMoment(file.when)}</span>
              </span>
              {file.unsaved && <span className="tag">{TEXT.unsaved}</span>}
            </button>
            <Button
              appearance="subtle"
              size="small"
              icon={<DismissRegular />}
              aria-label={forgetKept(file.name)}
              title={forgetKept(file.name)}
              onClick={() => void forget(file.id)}
            />
          </li>
        ))}
      </ul>
      <p className="quiet">{HELP_TEXT.keptShort}</p>
    </>
  );
}
