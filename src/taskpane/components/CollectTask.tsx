/** «Tổng hợp»: takes files of units into the open table, after a review of what would be written. */
import { Button } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { COLLECT_TEXT, filesChosen } from '../text/collect-text';
import { usePane, usePaneState } from '../use-pane';
import { CollectReview } from './CollectReview';
import { FileInput } from './FileInput';

export function CollectTask() {
  const pane = usePane();
  const { busy, collecting } = usePaneState();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const isBusy = busy !== null;
  const isChosen = collecting !== null;
  const take = (chosen: readonly File[]): void => void pane.collect(chosen);
  return (
    <div className="task-form collect">
      <p className="quiet">{COLLECT_TEXT.lead}</p>
      <div className="actions">
        <Button
          appearance={isChosen ? 'secondary' : 'primary'}
          icon={<FolderOpenRegular />}
          disabled={isBusy}
          onClick={() => files.current?.click()}
        >
          {isChosen ? COLLECT_TEXT.chooseMore : COLLECT_TEXT.choose}
        </Button>
        <Button disabled={isBusy} onClick={() => folder.current?.click()}>
          {COLLECT_TEXT.folder}
        </Button>
        {isChosen && (
          <Button appearance="subtle" disabled={isBusy} onClick={() => pane.stopCollecting()}>
            {COLLECT_TEXT.forget}
          </Button>
        )}
      </div>
      <FileInput take={take} label={COLLECT_TEXT.choose} input={files} isMany />
      <FileInput take={take} label={COLLECT_TEXT.folder} input={folder} isFolder />
      {collecting && !collecting.review && !isBusy && (
        <p className="actions">
          <span>{filesChosen(collecting.files.length)}</span>
          <Button size="small" onClick={() => void pane.collectAgain()}>
            {COLLECT_TEXT.again}
          </Button>
        </p>
      )}
      {collecting?.review && <CollectReview review={collecting.review} />}
    </div>
  );
}
