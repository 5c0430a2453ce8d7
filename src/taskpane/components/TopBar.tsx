/** The sheet, its size and the rating scale in use, which the officer must be able to check; then the main button. */
import { Button } from '@fluentui/react-components';
import { CalculatorRegular } from '@fluentui/react-icons';
import { Suspense, lazy } from 'react';
import type { FileActions } from '../file-actions';
import { scaleSource } from '../../core/model/settings';
import { TEXT, errorsOf, scaleText, unitsAndItems } from '../text/text';
import { usePane, usePaneState, useSheet } from '../use-pane';
import { HelpButton } from './HelpButton';

const MoreMenu = lazy(() =>
  import(/* webpackChunkName: "menu" */ './MoreMenu').then(({ MoreMenu: component }) => ({ default: component })),
);

export function TopBar({ files }: { readonly files: FileActions | null }) {
  const pane = usePane();
  const { view, busy, filled, unsaved } = usePaneState();
  const sheet = useSheet();
  const sheets = view?.sheets ?? [];
  // Only one primary button at a time: once a file is filled in, saving it is the next step.
  const isMain = pane.door.kind === 'excel' || !(filled && unsaved);
  return (
    <div className="topbar">
      <div className="topbar-line">
        <div className="which">
          {sheets.length > 1 ? (
            <select
              aria-label={TEXT.sheet}
              value={sheet?.sheet ?? ''}
              onChange={({ target }) => pane.show({ sheet: target.value, unit: null, deductionsOf: null })}
            >
              {sheets.map(({ sheet: name, parts, counts: { error } }) => (
                <option key={name} value={name}>
                  {error === 0 ? parts.join(' + ') : errorsOf(parts.join(' + '), error)}
                </option>
              ))}
            </select>
          ) : (
            <strong className="ellipsis">{sheet?.parts.join(' + ') ?? TEXT.product}</strong>
          )}
          {sheet && <span className="quiet">{unitsAndItems(sheet.units.length, sheet.itemCount)}</span>}
        </div>
        <Button
          appearance={isMain ? 'primary' : 'secondary'}
          icon={<CalculatorRegular />}
          title={TEXT.computeHint}
          disabled={busy !== null || (pane.door.kind === 'file' && !sheet)}
          onClick={() => void pane.compute()}
        >
          {TEXT.compute}
        </Button>
        <HelpButton />
        <Suspense fallback={<span className="menu-place" />}>
          <MoreMenu files={files} />
        </Suspense>
      </div>
      {sheet && (
        <p className="scale">
          <span className="quiet">
            {TEXT.scale} ({scaleSource(sheet.settings)}):
          </span>{' '}
          {scaleText(sheet.settings)}
        </p>
      )}
    </div>
  );
}
