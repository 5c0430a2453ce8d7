/** One sentence about what just happened. Errors stay until closed; others make room for the next. */
import { Button } from '@fluentui/react-components';
import { CheckmarkCircleFilled, DismissRegular, ErrorCircleFilled, InfoFilled } from '@fluentui/react-icons';
import { TEXT } from '../text';
import { usePane, usePaneState } from '../use-pane';

const ICONS = { error: ErrorCircleFilled, success: CheckmarkCircleFilled, info: InfoFilled } as const;

export function NoticeBar() {
  const pane = usePane();
  const { notice, busy } = usePaneState();
  const Icon = notice ? ICONS[notice.kind] : null;
  return (
    <div role={notice?.kind === 'error' ? 'alert' : 'status'}>
      {notice && Icon && (
        <div className={`notice ${notice.kind}`}>
          <Icon className="notice-icon" />
          <p>
            {notice.text}
            {notice.code !== null && <span className="code"> {notice.code}</span>}
          </p>
          {notice.offer && pane.door.clearFilter && (
            <Button size="small" disabled={busy !== null} onClick={() => void pane.clearFilter()}>
              {TEXT.clearFilter}
            </Button>
          )}
          <Button
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            aria-label={TEXT.close}
            onClick={() => pane.show({ notice: null })}
          />
        </div>
      )}
    </div>
  );
}
