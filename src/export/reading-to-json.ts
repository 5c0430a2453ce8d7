/** How a workbook was read, in machine-readable form. Names and order are permanent. */
import type { Assessment, BookAssessment } from '../core/model/assessment';
import type { ReadBlock, SheetReading, UnreadSheet } from '../core/model/reading';
import { isScoredItem, sheetTitle } from '../core/model/score-sheet';
import { columnName, rowInSheet, toA1Range } from '../core/values/address';
import { jsonCount, orNull, type Json } from './json-text';

/** One entry for each table that was read. */
export const readingsToJson = ({ sheets }: BookAssessment): Json => sheets.map(sheetJson);

function sheetJson({ scoreSheet, year }: Assessment): Json {
  const { kind, units, items, itemised, reading } = scoreSheet;
  const areas = itemised ? items.filter(({ parent }) => parent < 0) : [];
  return {
    sheet: sheetTitle(scoreSheet),
    layout: kind,
    year: year === null ? null : jsonCount(year),
    units: units.map(({ name }) => name),
    areas: areas.map(({ position, code, name, max }) => ({
      code,
      name,
      max: orNull(max),
      items: jsonCount(items.filter((item) => item.area === position && isScoredItem(item)).length),
    })),
    reading: readingJson(reading),
  };
}

export const unreadSheetsJson = (sheets: readonly UnreadSheet[]): Json =>
  sheets.map(({ sheet, why }) => ({ sheet, why }));

export const readingJson = ({ blocks }: SheetReading): Json => ({ blocks: blocks.map(blockJson) });

const blockJson = ({ sheet, table, headerRows, round, columns, unused }: ReadBlock): Json => ({
  ...(sheet === undefined ? {} : { sheet }),
  table: toA1Range(table),
  headerRows: headerRows.map((row) => jsonCount(rowInSheet(row) + 1)),
  round,
  columns: columns.map(({ column, heading, role, of, sure, why }) => ({
    column: columnName(column),
    heading,
    role,
    of,
    sure,
    why,
  })),
  unused: unused.map(({ area, count, why }) => ({ at: toA1Range(area), count: jsonCount(count), why })),
});
