/** Sends changes to sheets in one request; on the web, in as many requests as their size in bytes requires. */
import type { Area2D } from '../../../core/values/address';
import { toA1Range } from '../../../core/values/address';
import type { Input } from '../read/snapshot';
import { isOnWeb } from '../session';

/** On the web an Excel request has at most 5 MB; each call costs some hundred bytes besides its data. */
export const MOST_BYTES = 4_500_000;
/** Lower, because calls and addresses add some bytes per cell. */
export const MOST_CARRIED = 4_000_000;
const BYTES_PER_CALL = 500;

export interface Piece {
  readonly perform: (sheet: Excel.Worksheet) => void;
  /** The data and the number of calls, which determine the size of the piece. */
  readonly carried: readonly unknown[];
  readonly calls: number;
  /** Cells whose formulas are read after the write, so that later edits can be detected. */
  readonly areas: readonly Area2D[];
}

/** The pieces of one sheet, in order. */
export interface Parcel {
  readonly pieces: readonly Piece[];
  /** Returns the sheet. The first request may have to add it; later requests find it. */
  readonly open: (isBegun: boolean) => Excel.Worksheet;
}
export interface Formulas {
  readonly area: Area2D;
  readonly formulas: readonly (readonly Input[])[];
}

/**
 * Returns, for every parcel, the formulas in the areas of its pieces after the write. `beforeLast` can add more to the
 * last request.
 */
export async function send(
  context: Excel.RequestContext,
  parcels: readonly Parcel[],
  onSent: () => void = () => undefined,
  beforeLast: () => void = () => undefined,
): Promise<Formulas[][]> {
  const steps = parcels.flatMap((parcel) => parcel.pieces.map((piece) => ({ parcel, piece })));
  const begun = new Set<Parcel>();
  const asked = new Map(parcels.map((parcel) => [parcel, [] as (() => Formulas)[]]));
  const next = async (): Promise<void> => {
    let room = isOnWeb() ? MOST_CARRIED : Infinity;
    const sheets = new Map<Parcel, Excel.Worksheet>();
    let isFirst = true;
    while (steps[0] && (isFirst || room === Infinity || sizeOf(steps[0].piece) <= room)) {
      const { parcel, piece } = steps.shift() as (typeof steps)[number];
      if (room !== Infinity) room -= sizeOf(piece);
      isFirst = false;
      const sheet = sheets.get(parcel) ?? parcel.open(begun.has(parcel));
      sheets.set(parcel, sheet);
      begun.add(parcel);
      piece.perform(sheet);
      for (const area of piece.areas) asked.get(parcel)?.push(askFormulas(sheet, area));
    }
    if (steps.length === 0) beforeLast();
    await context.sync();
    onSent();
    if (steps.length > 0) await next();
  };
  await next();
  return parcels.map((parcel) => (asked.get(parcel) ?? []).map((answer) => answer()));
}

export function askFormulas(sheet: Excel.Worksheet, area: Area2D): () => Formulas {
  const range = sheet.getRange(toA1Range(area));
  range.load('formulas');
  return () => ({ area, formulas: formulasOf(range) });
}

const formulasOf = ({ formulas }: Excel.Range): Input[][] => formulas as Input[][];

export const sizeOf = ({ carried, calls }: Pick<Piece, 'carried' | 'calls'>): number =>
  calls * BYTES_PER_CALL + bytesOf(carried);

/** Office.js sends JSON in UTF-8, where most Vietnamese letters take two or three bytes. */
function bytesOf(value: unknown): number {
  const text = JSON.stringify(value);
  let bytes = text.length;
  for (let position = 0; position < text.length; position++)
    if (text.charCodeAt(position) > 0x7f) bytes += text.charCodeAt(position) > 0x7ff ? 2 : 1;
  return bytes;
}
