/** A chart of the add-in's own sheets at its place in the sheet: horizontal bars of the same numbers. */
import { printed } from '../../core/values/decimal';
import type { ChartView } from '../worker/view-drawing';
import type { Axes } from './GridRows';
import { HEAD, SIDE } from './grid-moves';

interface Props {
  readonly chart: ChartView;
  readonly axes: Axes;
  readonly zoom: number;
}

/** Pixels of a wide letter, so that no label is cut off at its beginning. */
const LETTER = 7.5;

export function SheetChart({ chart: { title, most, over, bars, series }, axes: { rows, columns }, zoom }: Props) {
  const [left, top] = [columns.start(over.left), rows.start(over.top)];
  const width = (columns.start(over.right + 1) - left) / zoom;
  const height = (rows.start(over.bottom + 1) - top) / zoom;
  const label = Math.min(220, width * 0.4);
  const [first, last] = [34, height - (series.length > 1 ? 30 : 10)];
  const step = (last - first) / Math.max(1, bars.length);
  const scale = Math.max(0, width - label - 60) / most;
  return (
    <svg
      role="img"
      aria-label={title}
      className="sheet-chart"
      viewBox={`0 0 ${width} ${height}`}
      style={{ left: SIDE + left, top: HEAD + top, width: width * zoom, height: height * zoom }}
    >
      <text x={width / 2} y={20} textAnchor="middle" className="chart-title">
        {title}
      </text>
      {bars.map((bar, position) => (
        <g key={position} transform={`translate(0 ${first + position * step})`}>
          <text x={label - 6} y={step / 2 + 4} textAnchor="end">
            {bar.label.length * LETTER > label ? `${bar.label.slice(0, label / LETTER - 1)}…` : bar.label}
          </text>
          <rect
            x={label}
            y={step * 0.15}
            width={bar.value * scale}
            height={step * 0.7}
            style={{ fill: series[bar.series]?.colour }}
          />
          <text x={label + bar.value * scale + 4} y={step / 2 + 4}>
            {printed(String(bar.value))}
          </text>
        </g>
      ))}
      {series.length > 1 &&
        series.map(({ name, colour }, position) => (
          <g key={name} transform={`translate(${label + position * 110} ${height - 20})`}>
            <rect width={10} height={10} style={{ fill: colour }} />
            <text x={14} y={10}>
              {name}
            </text>
          </g>
        ))}
    </svg>
  );
}
