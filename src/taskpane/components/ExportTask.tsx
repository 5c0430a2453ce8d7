/** «Xuất»: which files, of which units, together or apart. Made in the worker, handed over as one download. */
import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { EXPORT_KINDS, type ExportKind, type Template, type UnitRef } from '../worker/views-of-reports';
import { TASK_TEXT } from '../task-text';
import { TEXT } from '../text';
import { usePane, usePaneState } from '../use-pane';
import { TemplateChooser } from './TemplateChooser';
import { UnitChooser, keyOf } from './UnitChooser';

export function ExportTask({ chosen }: { readonly chosen: readonly UnitRef[] | null }) {
  const pane = usePane();
  const { view, busy } = usePaneState();
  const [kinds, setKinds] = useState<ReadonlySet<ExportKind['id']>>(new Set(['diem-tru']));
  const [isAll, setAll] = useState(chosen === null);
  const [units, setUnits] = useState<ReadonlyMap<string, UnitRef>>(
    new Map((chosen ?? []).map((unit) => [keyOf(unit), unit])),
  );
  const [isApart, setApart] = useState(false);
  const [template, setTemplate] = useState<Template | null>(null);
  // A unit of last year's is told from this year's by its sheet.
  const all = (view?.sheets ?? []).flatMap(({ sheet, isEarlier, units: unitsOfSheet }) =>
    unitsOfSheet.map(({ unit, name }) => ({
      sheet,
      unit,
      isEarlier,
      name: [name, isEarlier || name === '' ? sheet : ''].filter(Boolean).join(' · '),
    })),
  );
  const allCount = all.filter(({ isEarlier }) => !isEarlier).length;
  const count = isAll ? allCount : units.size;
  const wanted = EXPORT_KINDS.filter(({ id }) => kinds.has(id));
  const mayBeApart = count > 1 && wanted.some(({ scope }) => scope === 'book');
  const isMany =
    wanted.length > 1 || (count > 1 && wanted.some(({ scope }) => scope === 'unit' || (scope === 'book' && isApart)));
  return (
    <form
      className="task-form"
      onSubmit={(event) => {
        event.preventDefault();
        void pane.exportFiles({
          kinds: wanted.map(({ id }) => id),
          units: isAll ? null : [...units.values()],
          apart: mayBeApart && isApart,
          ...(template ? { template } : {}),
        });
      }}
    >
      <Kinds chosen={kinds} choose={setKinds} />
      <TemplateChooser template={template} choose={setTemplate} />
      {all.length > 1 && (
        <fieldset>
          <legend>{TASK_TEXT.exportFor}</legend>
          {([true, false] as const).map((each) => (
            <label key={String(each)} className="tick">
              <input type="radio" name="export-units" checked={isAll === each} onChange={() => setAll(each)} />
              {each ? TASK_TEXT.exportAll : TASK_TEXT.exportSome}{' '}
              <span className="count">{each ? allCount : units.size}</span>
            </label>
          ))}
          {!isAll && <UnitChooser all={all} chosen={units} choose={setUnits} />}
          {mayBeApart && (
            <label className="tick">
              <input type="checkbox" checked={isApart} onChange={({ target }) => setApart(target.checked)} />
              {TASK_TEXT.exportApart}
            </label>
          )}
        </fieldset>
      )}
      <Hints hasLastYear={Boolean(view?.previous)} isZip={isMany} />
      <div className="actions sticky">
        <Button
          type="submit"
          appearance="primary"
          icon={<ArrowDownloadRegular />}
          disabled={busy !== null || (wanted.length === 0 && !template) || count === 0}
        >
          {TASK_TEXT.exportNow}
        </Button>
        <Button onClick={() => pane.show({ task: null })}>{TEXT.close}</Button>
      </div>
    </form>
  );
}

function Kinds({
  chosen,
  choose,
}: {
  readonly chosen: ReadonlySet<ExportKind['id']>;
  readonly choose: (kinds: ReadonlySet<ExportKind['id']>) => void;
}) {
  const toggle = (id: ExportKind['id']): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  return (
    <fieldset>
      <legend>{TASK_TEXT.exportWhat}</legend>
      <ul>
        {EXPORT_KINDS.map(({ id, title, extension, scope }) => (
          <li key={id}>
            <label className="tick">
              <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
              <span>
                {title}{' '}
                <span className="quiet">{[extension, TASK_TEXT.scopes[scope]].filter(Boolean).join(' · ')}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Hints({ hasLastYear, isZip }: { readonly hasLastYear: boolean; readonly isZip: boolean }) {
  const pane = usePane();
  return (
    <ul className="hints quiet">
      <li>{TASK_TEXT.exportBlanks}</li>
      {!hasLastYear && (
        <li>
          {TASK_TEXT.exportNoYear}{' '}
          <button type="button" className="link" onClick={() => pane.show({ task: { kind: 'compare' } })}>
            {TEXT.compare}
          </button>
        </li>
      )}
      {isZip && <li>{TASK_TEXT.exportZip}</li>}
    </ul>
  );
}
