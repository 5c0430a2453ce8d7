/** The whole page: theme, then the pane alone (Excel) or the pane beside the sheet (file). */
import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { FileActions } from '../file-actions';
import type { Pane } from '../pane';
import { useKeptFocus } from '../use-places';
import { PaneContext, useDark } from '../use-pane';
import { FilePage } from './FilePage';
import { PaneView } from './PaneView';

export function App({ pane, files }: { readonly pane: Pane; readonly files: FileActions | null }) {
  const isDark = useDark();
  return (
    // Every menu gets the provider's class name too, so the page's own class is on an inner element.
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} className="provider">
      <div className={isDark ? 'app dark' : 'app'}>
        <PaneContext value={pane}>
          <KeptFocus />
          {files ? <FilePage files={files} /> : <PaneView files={null} />}
        </PaneContext>
      </div>
    </FluentProvider>
  );
}

function KeptFocus() {
  useKeptFocus();
  return null;
}
