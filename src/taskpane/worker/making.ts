/** «Tạo mẫu»: makes blank workbooks from the open set or table. Loads on demand. */
import { formsOfSet, formsOfTable, yearIn } from '../../core/forms/make-forms';
import type { TableLayout } from '../../core/forms/province-rows';
import { TABLE_COLUMNS, type TableColumn } from '../../core/forms/form-lines';
import { unitsInText } from '../../core/forms/unit-list';
import { unitsInTables } from '../../core/matching/units-in-tables';
import type { BookAssessment } from '../../core/model/assessment';
import type { Book } from '../../core/model/workbook/grid';
import { readScoringSet } from '../../core/sets/read-set';
import type { ExportedFile } from '../../export/export-request';
import { zipFiles } from '../../export/packing';
import { HostError } from '../../hosts/host';
import { drawWorkbook } from '../../hosts/xlsx-file/xlsx-file';
import type { Codec } from '../../hosts/xlsx-file/zip/codec';

export interface FormsRequest {
  /** Units, one per line; "" for those of the open table. */
  readonly units: string;
  readonly layout: TableLayout;
  /** Name of the open file, used in the forms as the name of the set. */
  readonly name: string;
}

/** Several files are packed into one, because browsers ask about or block several downloads from one click. */
export function madeForms(
  book: Book,
  assessment: BookAssessment,
  { units: text, layout, name }: FormsRequest,
  codec: Codec,
): ExportedFile[] {
  const listed = unitsInText(text);
  const set = readScoringSet(book);
  const year = assessment.details.year ?? yearIn(book);
  const details = { ...assessment.details, year };
  if (listed.length > 0 && set === null)
    throw new HostError('unsupported-file', 'Tệp đang mở không có bộ tiêu chí ghi tên tiêu chí và điểm tối đa.');
  const known = unitsInTables(assessment).filter((unit) => unit.name.trim() !== '' && !unit.isTwice);
  if (listed.length === 0 && known.length === 0)
    throw new HostError('unsupported-file', 'Chưa rõ làm mẫu cho ai: hãy ghi tên các đơn vị, mỗi dòng một đơn vị.');
  const columns = Object.keys(TABLE_COLUMNS) as TableColumn[];
  const criteriaSet = assessment.sheets[0]?.criteria ? set : null;
  const made =
    listed.length > 0 && set
      ? formsOfSet(set, { units: listed, layout, columns, details, name })
      : formsOfTable(known, criteriaSet, { details, name });
  const files = [...made].map((form) => ({ name: form.name, bytes: drawWorkbook(form.sheets, codec) }));
  return files.length > 1 ? [{ name: `${name} (mẫu).zip`, bytes: zipFiles(files) }] : files;
}
