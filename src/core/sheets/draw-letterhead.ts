/**
 * The letterhead of an add-in sheet: issuing body and quốc hiệu in the form of Nghị định 30/2020, title and year; a
 * missing part is a marked blank.
 */
import type { Area2D } from '../values/address';
import { dateInWords } from '../model/document';
import { addinText } from '../model/addin-sheet';
import type { ReportDetails } from '../model/report-details';
import type { CellLook, DrawnCell } from '../model/sheet-drawing';
import { LOOKS, cellOf, lookOf } from './draw-look';
import type { Head } from './draw-frame';

const BLANK = '………………';

interface Letterhead {
  readonly details: ReportDetails;
  readonly title: string;
  /** Number of columns in the left half, and in the whole printed width. */
  readonly half: number;
  readonly width: number;
  readonly live: boolean;
  /** The last row before the header: cells side by side, each of which spans some columns. */
  readonly captions: readonly {
    readonly text: string;
    readonly look: CellLook;
    readonly left: number;
    readonly right: number;
  }[];
}

const TITLE_ROW = 3;
const CAPTION_ROW = 5;
export const LETTERHEAD_ROWS = CAPTION_ROW + 1;

export function letterheadOf({
  details,
  title,
  half,
  width,
  live,
  captions,
}: Letterhead): Pick<Head, 'letterhead' | 'merges'> {
  const rows: (DrawnCell | null)[][] = Array.from({ length: LETTERHEAD_ROWS }, () =>
    Array.from({ length: width }, () => null),
  );
  const merges: Area2D[] = [];
  const put = (row: number, left: number, right: number, text: string, look: CellLook): void => {
    const cells = rows[row];
    if (!cells || text === '') return;
    cells[left] = cellOf(addinText(text, live), look);
    if (right > left) merges.push({ top: row, left, bottom: row, right });
  };
  const known = (text: string | null, look: CellLook): [string, CellLook] =>
    text === null ? [BLANK, LOOKS.blank] : [text, look];
  put(0, 0, half - 1, ...known(details.superiorBody, LOOKS.centred));
  put(0, half, width - 1, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', LOOKS.national);
  put(1, 0, half - 1, ...known(details.issuingBody, LOOKS.national));
  put(1, half, width - 1, 'Độc lập - Tự do - Hạnh phúc', LOOKS.national);
  const isDated = details.place !== null && details.date !== null;
  put(2, half, width - 1, placeAndDate(details), isDated ? LOOKS.date : lookOf({ ...LOOKS.blank, italic: true }));
  put(TITLE_ROW, 0, width - 1, title, LOOKS.title);
  put(
    TITLE_ROW + 1,
    0,
    width - 1,
    details.year === null ? 'Năm ……' : `Năm ${details.year}`,
    details.year === null ? lookOf({ ...LOOKS.blank, italic: true }) : LOOKS.subtitle,
  );
  for (const { text, look, left, right } of captions) put(CAPTION_ROW, left, right, text, look);
  return { letterhead: rows, merges };
}

/** «Kon Rẫy, ngày 05 tháng 02 năm 2023». */
const placeAndDate = ({ place, date }: ReportDetails): string =>
  `${place ?? '………'}, ${date ? dateInWords(date) : 'ngày …… tháng …… năm ……'}`;
