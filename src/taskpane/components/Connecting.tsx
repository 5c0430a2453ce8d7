/** Shown until Excel answers; if that takes long, the user can work on a file instead. */
import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { TEXT } from '../text/text';
import { useDark } from '../use-pane';

const PATIENCE = 3000;

export function Connecting({ leave }: { readonly leave: () => void }) {
  const isDark = useDark();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} className="provider">
      <main className={isDark ? 'app dark connecting' : 'app connecting'}>
        <div className="welcome">
          <h1>{TEXT.product}</h1>
          <p className="lead" role="status">
            {TEXT.connecting}
          </p>
          {isLate && (
            <button type="button" className="link" onClick={leave}>
              {TEXT.workOnFile}
            </button>
          )}
        </div>
      </main>
    </FluentProvider>
  );
}
