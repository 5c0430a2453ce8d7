/** The sheet «Điểm bị trừ»: a line for every deduction, sums by unit and area, and everything that the officer typed there before. */
import type { NoteEdit } from '../../model/edit';
import type { Grid } from '../../model/grid';
import type { SheetDrawing } from '../../model/sheet-drawing';
import { REMEDY_STATUSES } from '../../model/deduction-sheet';
import type { GroupedDeductions } from './group-deductions';
import { frameOf, type BodyRow } from '../draw-frame';
import { letterheadOf } from '../draw-letterhead';
import { lookOf } from '../draw-look';
import { WEIGHTS, type Weight } from '../../documents/loss-weight';
import { deductionsBefore } from './deductions-before';
import { AT, HEADER, WIDTH } from './columns';
import { goneRows } from './gone-rows';
import { deductionBody, type DeductionOptions } from './rows';
import { wordWidths } from './widths';

export interface DrawnDeductions {
  readonly drawing: SheetDrawing;
  /** Notes that go along with their cells. */
  readonly notes: readonly NoteEdit[];
  /** First row of each unit's block, in the order of `GroupedDeductions.units`. */
  readonly unitRows: readonly number[];
}

const LEGEND: readonly Weight[] = ['full', 'half', 'less'];

/** `old` is the sheet as it stands, null while there is none. */
export function drawDeductions(
  summary: GroupedDeductions,
  old: Grid | null,
  options: DeductionOptions,
): DrawnDeductions {
  const before = old && deductionsBefore(old, summary);
  const remarks = LEGEND.map((weight, at) => {
    const column = AT.cause + at;
    return {
      text: WEIGHTS[weight].label,
      look: lookOf({ horizontal: 'center', fill: WEIGHTS[weight].fill }),
      left: column,
      right: column,
    };
  });
  const head = letterheadOf({
    details: summary.details,
    title: 'BẢNG TỔNG HỢP ĐIỂM BỊ TRỪ',
    half: AT.self,
    width: WIDTH,
    live: options.live,
    remarks,
  });
  const frame = frameOf(before, { ...head, header: HEADER });
  const first = frame.headerRow + 1;
  const widths = wordWidths(summary);
  const { rows, lines, unitRows, notes } = deductionBody(summary, frame, before, options, widths);
  const gone = before
    ? goneRows(before, frame, claimedBy(rows), first + rows.length, options.live)
    : { rows: [], stale: new Set<number>() };
  const framed = frame.finish({ rows: [...rows, ...gone.rows], stale: gone.stale, space: 0, notes });
  const last = first + lines - 1;
  return {
    drawing: {
      columns: widths.columns,
      rows: framed.rows,
      merges: framed.merges,
      frozen: { rows: first, columns: 2 },
      filter: last < first ? null : { top: frame.headerRow, left: 0, bottom: last, right: WIDTH - 1 },
      choices:
        last < first
          ? []
          : [
              {
                area: { top: first, left: AT.remedyStatus, bottom: last, right: AT.remedyStatus },
                values: REMEDY_STATUSES,
              },
            ],
      print: { landscape: true, repeated: [frame.headerRow, frame.headerRow] },
      charts: [],
    },
    notes: framed.notes,
    unitRows,
  };
}

const claimedBy = (rows: readonly BodyRow[]): ReadonlySet<number> => new Set(rows.flatMap(({ was }) => was ?? []));
