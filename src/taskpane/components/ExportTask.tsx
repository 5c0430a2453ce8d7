/**
 * «Xuất»: which files, for which units, together or separate. The worker makes them; they are saved as one download.
 */
import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { EXPORT_KINDS, type ExportKind, type Template, type UnitRef } from '../worker/views-of-reports';
import { safeFileName } from '../../core/values/file-names';
import { TASK_TEXT, filesToMake, moreFiles } from '../text/task-text';
import { TEXT } from '../text/text';
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
  // The name of a unit from last year's tables includes its sheet, to tell it from this year's.
  const all = (view?.sheets ?? []).flatMap(({ sheet, isEarlier, units: unitsOfSheet }) =>
    unitsOfSheet.map(({ unit, name, group }) => ({
      sheet,
      unit,
      isEarlier,
      group,
      name: [name, isEarlier || name === '' ? sheet : ''].filter(Boolean).join(' · '),
    })),
  );
  const allCount = all.filter(({ isEarlier }) => !isEarlier).length;
  const count = isAll ? allCount : units.size;
  const wanted = EXPORT_KINDS.filter(({ id }) => kinds.has(id));
  const mayBeApart = count > 1 && wanted.some(({ scope }) => scope === 'book');
  const chosenNames = all.filter((unit) => (isAll ? !unit.isEarlier : units.has(keyOf(unit)))).map(({ name }) => name);
  const names = fileNames(wanted, chosenNames, mayBeApart && isApart);
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
      <Files names={names} mayBeFewer={kinds.has('ke-hoach')} />
      <Hints hasLastYear={Boolean(view?.previous)} isZip={names.length > 1} />
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

/** Names of the files to be made; a file that cannot be made is left out later. */
const fileNames = (kinds: readonly ExportKind[], units: readonly string[], isApart: boolean): readonly string[] =>
  kinds.flatMap(({ title, extension, scope }) =>
    scope === 'unit' || (scope === 'book' && isApart)
      ? units.map((name) => `${title} - ${safeFileName(name)}${extension}`)
      : [`${title}${extension}`],
  );

/** Names shown at once. */
const MOST_NAMES = 100;

function Files({ names, mayBeFewer }: { readonly names: readonly string[]; readonly mayBeFewer: boolean }) {
  if (names.length === 0) return null;
  return (
    <details>
      <summary>{filesToMake(names.length, mayBeFewer)}</summary>
      <ul className="plain-list quiet file-names">
        {names.slice(0, MOST_NAMES).map((name, position) => (
          // Two units may have the same name.
          <li key={position}>{name}</li>
        ))}
        {names.length > MOST_NAMES && <li>{moreFiles(names.length - MOST_NAMES)}</li>}
      </ul>
    </details>
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
