/** One unit: its result in large type, and its areas against the threshold for action. */
import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { AreaView, UnitDetail as UnitDetailView, UnitView } from '../worker/views';
import { TEXT, meanText, lostText, rankText, toLine, underLine } from '../text/text';
import { useAnswer, usePane } from '../use-pane';
import { Change } from './Change';
import type { SheetView } from '../worker/view-sheet';

interface Props {
  readonly sheet: SheetView;
  readonly unit: UnitView;
  readonly isAlone: boolean;
}

export function UnitDetail({ sheet, unit, isAlone }: Props) {
  const pane = usePane();
  const detail = useAnswer('unit', sheet.sheet, unit.unit);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isAlone) heading.current?.focus();
  }, [unit.unit, isAlone]);
  return (
    <article className="detail">
      {!isAlone && (
        <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} onClick={() => pane.show({ unit: null })}>
          {TEXT.back}
        </Button>
      )}
      <div className="detail-head">
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {unit.name || sheet.parts.join(' + ')}
          </h2>
          {unit.group !== null && <p className="quiet">{unit.group}</p>}
        </div>
        <p className={unit.index === null ? 'big unknown' : 'big'}>
          <span className="hidden-text">{TEXT.index} </span>
          {unit.index ?? TEXT.undetermined}
        </p>
      </div>
      {unit.undetermined && <p className="warn-line">{TEXT.undeterminedWhy}</p>}
      <dl className="facts">
        {factsOf(unit, detail).map(
          ([label, value]) =>
            value !== null && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {detail && detail.areas.length > 0 && (
        <>
          <h3 className="areas-title">
            {TEXT.areas} <span className="quiet">{toLine(sheet.settings.areaLine)}</span>
          </h3>
          <ul className="areas">
            {detail.areas.map((area) => (
              <li key={area.label}>
                <AreaRow area={area} line={sheet.settings.areaLine} go={() => area.at && pane.reveal(area.at)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Links sheet={sheet} unit={unit} isAlone={isAlone} />
    </article>
  );
}

const factsOf = (unit: UnitView, detail: UnitDetailView | null) =>
  [
    [TEXT.rating, unit.rating],
    [TEXT.rank, unit.rank === null ? null : rankText(unit.rank, unit.rankOf)],
    [detail?.peerMean?.group ? TEXT.meanOfGroup : TEXT.meanOfAll, detail?.peerMean ? meanText(detail.peerMean) : null],
    [TEXT.self, detail?.self ?? null],
    [TEXT.awarded, detail?.awarded ?? null],
    [TEXT.bonus, detail?.bonus ?? null],
    [TEXT.penalty, detail?.penalty ?? null],
    [TEXT.lastYear, unit.change?.before ?? null],
    [TEXT.change, unit.change && <Change key="change" change={unit.change} />],
  ] as const;

function Links({ sheet, unit, isAlone }: Props) {
  const pane = usePane();
  return (
    <p className="detail-links">
      <button
        type="button"
        className="link"
        onClick={() => pane.show({ tab: 'deductions', deductionsOf: isAlone ? null : unit.unit })}
      >
        {TEXT.seeDeductions}
      </button>
      {!unit.undetermined && (
        <button type="button" className="link" onClick={() => pane.show({ task: { kind: 'lift', unit: unit.unit } })}>
          {TEXT.lift}
        </button>
      )}
      <button
        type="button"
        className="link"
        onClick={() => pane.show({ task: { kind: 'export', units: [{ sheet: sheet.sheet, unit: unit.unit }] } })}
      >
        {TEXT.exportUnit}
      </button>
      <button type="button" className="link" onClick={() => pane.reveal(unit.at)}>
        {TEXT.goToUnit}
      </button>
    </p>
  );
}

function AreaRow({ area, line, go }: { readonly area: AreaView; readonly line: string; readonly go: () => void }) {
  const { label, isApplicable, points, percent, share, lost, isLow, rank, change } = area;
  const unsaid = isApplicable ? TEXT.areaUnknown : TEXT.areaApart;
  const bound = Number(line.replace(',', '.'));
  return (
    <button type="button" className={isLow ? 'area low' : 'area'} onClick={go} title={label}>
      <span className="area-name">{label}</span>
      <span className="area-percent">{percent === null ? unsaid : `${percent} %`}</span>
      <svg className="bar" aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none">
        <rect className="bar-track" width="100" height="8" />
        <rect className="bar-fill" width={share} height="8" />
        <line className="bar-line" x1={bound} x2={bound} y1="0" y2="8" />
      </svg>
      <span className="area-points quiet">
        {points ?? ''}
        {lost !== null && <span className="lost"> {lostText(lost)}</span>}
        {isLow && <span className="low-word"> {underLine(line)}</span>}
        {rank !== null && ` · ${TEXT.rank.toLowerCase()} ${rank}`}
        {change && (
          <>
            {' · '}
            <Change change={change} />
          </>
        )}
      </span>
    </button>
  );
}
