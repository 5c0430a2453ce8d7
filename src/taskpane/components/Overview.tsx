/**
 * The top of «Kết quả»: the distribution of ratings and of indices, and a map of units and areas. Plain SVG and HTML.
 */
import { useState, type ReactElement } from 'react';
import { printed, shownCount } from '../../core/values/decimal';
import type { OverviewGroup, OverviewView } from '../worker/view-overview';
import type { UnitView } from '../worker/views';
import { TEXT, underLine } from '../text/text';
import { usePane } from '../use-pane';
import { RowPieces } from './Pieces';

interface Props {
  readonly overview: OverviewView;
  /** In the order of the list. */
  readonly units: readonly UnitView[];
  /** The threshold for action, as displayed. */
  readonly line: string;
}

/** A map of so few units, in a window of this width, leaves the list below it in sight. */
const FEW_UNITS = 12;
const WIDE = 640;

export function Overview({ overview, units, line }: Props) {
  const pane = usePane();
  const { allUnits, groups, lowest } = overview;
  // A map of thousands of cells is only drawn on request; a small one is part of the first look.
  const [isMapOpen, setMapOpen] = useState(units.length <= FEW_UNITS && window.innerWidth >= WIDE);
  return (
    <section className="overview" aria-label={OVERVIEW_TEXT.title}>
      <Bands group={allUnits} />
      <p className="overview-facts">
        {allUnits.mean !== null && <span>{meanOf(allUnits.mean)}</span>}
        {lowest && (
          <button type="button" className="link" onClick={() => pane.show({ unit: lowest.unit })}>
            {lowestUnit(lowest.name, lowest.index)}
          </button>
        )}
        {allUnits.undetermined > 0 && (
          <button type="button" className="link bad" onClick={() => pane.show({ tab: 'issues', unit: null })}>
            {undeterminedUnits(allUnits.undetermined)}
          </button>
        )}
      </p>
      <Strip overview={overview} units={units} />
      {groups.length > 1 && (
        <details>
          <summary>{OVERVIEW_TEXT.byGroup}</summary>
          {groups.map((group) => (
            <Group key={group.name ?? ''} group={group} name={<strong>{group.name ?? TEXT.noGroup}</strong>} />
          ))}
        </details>
      )}
      {overview.book && <Book book={overview.book} />}
      {overview.areas.length > 1 && (
        <details open={isMapOpen} onToggle={({ currentTarget }) => setMapOpen(currentTarget.open)}>
          <summary>{OVERVIEW_TEXT.map}</summary>
          {isMapOpen && <HeatMap overview={overview} units={units} line={line} />}
        </details>
      )}
    </section>
  );
}

/** All sheets of the workbook side by side; a click goes to the sheet. */
function Book({ book: { allSheets, sheets } }: { readonly book: NonNullable<OverviewView['book']> }) {
  const pane = usePane();
  return (
    <details>
      <summary>{wholeBook(allSheets.units, sheets.length)}</summary>
      <Group group={allSheets} name={<strong>{OVERVIEW_TEXT.together}</strong>} />
      {sheets.map((group) => (
        <Group
          key={group.name}
          group={group}
          name={
            <button type="button" className="link" onClick={() => pane.show({ sheet: group.name, unit: null })}>
              {group.name}
            </button>
          }
        />
      ))}
    </details>
  );
}

function Group({ group, name }: { readonly group: OverviewGroup; readonly name: ReactElement }) {
  return (
    <div className="overview-group">
      {name} {group.mean !== null && meanOf(group.mean)}
      <Bands group={group} />
    </div>
  );
}

/** One bar divided by the number of units in each rating, with labels below. */
function Bands({ group: { bands, units, undetermined } }: { readonly group: OverviewGroup }) {
  const rated = bands.reduce((sum, { units: count }) => sum + count, 0);
  const parts = [
    ...bands.map(({ label, units: count }, position) => ({ label, count, look: `band-${Math.min(position, 4)}` })),
    { label: OVERVIEW_TEXT.unrated, count: units - rated - undetermined, look: 'band-none' },
    { label: TEXT.undetermined, count: undetermined, look: 'band-unknown' },
  ].filter(({ count }) => count > 0);
  const starts = parts.map((_, position) => parts.slice(0, position).reduce((sum, { count }) => sum + count, 0));
  return (
    <>
      <svg className="bands" aria-hidden="true" viewBox={`0 0 ${units} 10`} preserveAspectRatio="none">
        {parts.map(({ label, count, look }, position) => (
          <rect key={label} className={look} x={starts[position]} width={count} height="10" />
        ))}
      </svg>
      <ul className="legend">
        {parts.map(({ label, count, look }) => (
          <li key={label}>
            <svg className="key" aria-hidden="true" viewBox="0 0 10 10">
              <rect className={look} width="10" height="10" />
            </svg>
            {unitsOfBand(label, count)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Every index as a stroke from 0 to 100, with the limits of the scale. The list below gives the same in words. */
function Strip({ overview: { lines }, units }: Pick<Props, 'overview' | 'units'>) {
  return (
    <div aria-hidden="true">
      <svg className="strip" viewBox="0 0 100 10" preserveAspectRatio="none">
        <rect className="bar-track" y="3" width="100" height="4" />
        {lines.map(({ label, position }) => (
          <line key={label} className="strip-band" x1={position} x2={position} y1="0" y2="10" />
        ))}
        {units.map(
          ({ unit, index, share }) =>
            index !== null && <line key={unit} className="strip-unit" x1={share} x2={share} y1="2" y2="8" />,
        )}
      </svg>
      <div className="strip-lines">
        {lines.map(({ label, position }) => (
          <span key={label} title={label} style={{ left: `${position}%` }}>
            {printed(String(position))}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Height of a map row in pixels. */
const ROW = 26;
/** Shades of the map: the darker, the more points are missing. */
const shadeOf = (share: number): string =>
  `heat-${share >= 95 ? 0 : share >= 85 ? 1 : share >= 75 ? 2 : share >= 50 ? 3 : 4}`;

function HeatMap({ overview: { areas, rows }, units, line }: Props) {
  const pane = usePane();
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keyboards must reach a scrolling region
    <div className="heat" role="region" aria-label={OVERVIEW_TEXT.map} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{OVERVIEW_TEXT.unit}</th>
            {areas.map((area, position) => (
              <th key={position} scope="col" title={area}>
                <span className="ellipsis">{area}</span>
              </th>
            ))}
          </tr>
        </thead>
        <RowPieces all={units} line={ROW}>
          {({ unit, name }) => (
            <tr key={unit}>
              <th scope="row">
                <button type="button" className="link" onClick={() => pane.show({ unit })}>
                  {name}
                </button>
              </th>
              {rows[unit]?.areas.map(({ percent, share, isApplicable, isLow }, position) => (
                <td
                  key={position}
                  className={percent === null ? 'heat-none' : `${shadeOf(share)}${isLow ? ' low' : ''}`}
                >
                  {percent ?? (isApplicable ? '?' : '–')}
                  <span className="hidden-text">
                    {percent === null
                      ? isApplicable
                        ? TEXT.areaUnknown
                        : TEXT.areaApart
                      : isLow
                        ? underLine(line)
                        : ''}
                  </span>
                </td>
              ))}
            </tr>
          )}
        </RowPieces>
      </table>
    </div>
  );
}

const OVERVIEW_TEXT = {
  title: 'Tổng quan',
  map: 'Bản đồ đơn vị × lĩnh vực (% điểm đạt)',
  byGroup: 'Theo khối',
  together: 'Tất cả',
  unit: 'Đơn vị',
  unrated: 'không xếp loại',
} as const;

const meanOf = (mean: string): string => `Bình quân ${mean}`;
const wholeBook = (units: number, sheets: number): string =>
  `Cả tệp: ${shownCount(units)} đơn vị ở ${shownCount(sheets)} trang tính`;
const lowestUnit = (name: string, index: string): string => `Thấp nhất: ${name} (${index})`;
const undeterminedUnits = (units: number): string => `${shownCount(units)} đơn vị chưa xác định ›`;
const unitsOfBand = (label: string, units: number): string => `${label} ${shownCount(units)}`;
