/** Yields the exports of one workbook file by file, so that the caller can show progress and stop. */
import { isCouncils, withoutDraftMarks, type Report, type ReportInput } from '../core/documents/report';
import { REPORTS } from '../core/documents/reports';
import { deductionDocument } from '../core/documents/reports/deduction-document';
import { liftPlan } from '../core/documents/reports/lift-plan';
import { templateScopes, UNIT_NAMES, BOOK_NAMES } from '../core/documents/template-names';
import { subjectsOf } from '../core/documents/subjects';
import { planOf } from '../core/lift/plan-of';
import { allTables, lossesKnown } from '../core/matching/most-detailed';
import { bookOfYear, splitYears } from '../core/matching/split-years';
import type { Assessment, BookAssessment } from '../core/model/assessment';
import { DEDUCTION_SHEET_NAMES } from '../core/model/deduction-sheet';
import type { ReportDocument } from '../core/model/document';
import type { ReportDetails } from '../core/model/report-details';
import { unitLabel, type UnitScores } from '../core/model/score-sheet';
import { drawDeductions } from '../core/sheets/deductions/draw-deductions';
import { groupDeductions, type UnitDeductions } from '../core/sheets/deductions/group-deductions';
import { drawWorkbook } from '../hosts/xlsx-file/xlsx-file';
import type { Codec } from '../hosts/xlsx-file/zip/codec';
import { documentToDocx } from './document-to-docx';
import {
  EXPORT_KINDS,
  type ExportedFile,
  type ExportInput,
  type ExportKind,
  type ExportRequest,
  type Template,
  type UnitRef,
} from './export-request';
import { nameKeeper, safeFileName } from '../core/values/file-names';

export async function* exportFiles(
  { kinds, units, apart, plans, template, withoutDraftMarks: isPlain = false }: ExportRequest,
  fullInput: ExportInput,
  codec: Codec,
  /** Called before each document is made. */
  report: (name: string, done: number, total: number) => void = () => undefined,
): AsyncGenerator<ExportedFile> {
  const input = inputOf(fullInput, units);
  const chosen =
    units ??
    subjectsOf(input.book, null, null).map(({ assessment, unit }): UnitRef => ({
      sheet: assessment.scoreSheet.sheet,
      unit: unit.position,
    }));
  const owners = onceEach(input.book, chosen);
  const nameFor = nameKeeper();
  // A number belongs to one document; with several it is unknown which one.
  const numbered = EXPORT_KINDS.filter(
    ({ id, scope }) => kinds.includes(id) && isReport(id) && (scope === 'whole' || !isCouncils(input.book)),
  );
  const details = {
    ...input.book.details,
    ...(numbered.length > 1 ? { number: null } : {}),
    ...(isPlain ? { withoutDraftMarks: true } : {}),
  };
  if (template) {
    for await (const { suffix, bytes } of filled(template, owners, { ...input, units, details }, codec))
      yield { name: nameFor(`${template.name.replace(/\.docx$/i, '')}${suffix}`, '.docx'), bytes };
  }
  // A workbook with only a log of inspections has findings but no points.
  const isLogAlone = input.book.sheets.length === 0;
  const wanted = EXPORT_KINDS.filter(({ id }) => kinds.includes(id) && (!isLogAlone || id === 'r5'));
  const all = documentsOf(wanted, chosen, owners, apart);
  const hasFolders = owners.length > 1 && all.filter(({ owner }) => owner).length > owners.length;
  for (const [done, { kind, units: together, owner }] of all.entries()) {
    const suffix = owner ? suffixOf(input.book, owner) : '';
    report(`${kind.title}${suffix}${kind.extension}`, done, all.length);
    const bytes = await bytesOf(kind, together, { ...input, details }, plans ?? null, codec);
    if (!bytes) continue;
    const folder = hasFolders && owner ? { folder: suffix.replace(/^ - /, '') } : {};
    yield { name: nameFor(`${kind.title}${suffix}`, kind.extension), bytes, ...folder };
  }
}

interface Made {
  readonly kind: ExportKind;
  readonly units: readonly UnitRef[];
  /** The one unit of the document; null if it covers several. */
  readonly owner: Owner | null;
}

/** Every document in the order of creation. */
const documentsOf = (
  kinds: readonly ExportKind[],
  units: readonly UnitRef[],
  owners: readonly Owner[],
  apart: boolean,
): readonly Made[] =>
  kinds.flatMap((kind): readonly Made[] =>
    kind.scope === 'unit' || (kind.scope === 'book' && apart)
      ? owners.map((owner) => ({ kind, units: [owner.known], owner }))
      : [{ kind, units: kind.scope === 'book' ? owners.map(({ known }) => known) : units, owner: null }],
  );

/** A unit as chosen; `known` refers to the table with most of its losses. */
interface Owner extends UnitRef {
  readonly known: UnitRef;
}

/** Each unit once, even if it is in several tables. */
function onceEach(book: BookAssessment, units: readonly UnitRef[]): Owner[] {
  const tables = new Map(allTables(book).map((each) => [each.scoreSheet.sheet, each]));
  const taken = new Set<UnitScores>();
  return units.flatMap((ref) => {
    const assessment = tables.get(ref.sheet);
    const unit = assessment?.scoreSheet.units[ref.unit];
    if (!assessment || !unit) return [{ ...ref, known: ref }];
    const most = lossesKnown(book, { assessment, unit });
    if (taken.has(most.unit)) return [];
    taken.add(most.unit);
    return [{ ...ref, known: { sheet: most.assessment.scoreSheet.sheet, unit: most.unit.position } }];
  });
}

const suffixOf = (book: BookAssessment, unit: UnitRef): string =>
  ` - ${safeFileName(nameOf(book, unit)) || `Đơn vị ${String(unit.unit + 1)}`}`;

/** The office's own document: once if it covers all units, otherwise once per unit. */
async function* filled(
  template: Template,
  owners: readonly Owner[],
  input: ReportInput,
  codec: Codec,
): AsyncGenerator<{ readonly suffix: string; readonly bytes: Uint8Array }> {
  // The code that fills templates loads only if a template is given.
  const { openTemplate } = await import(/* webpackChunkName: "cchc-template" */ './fill-template');
  const { fill, isOfUnit } = openTemplate(template, codec, { workbook: BOOK_NAMES, unit: UNIT_NAMES });
  if (!isOfUnit) yield { suffix: ' (đã điền)', bytes: await fill(templateScopes(input, false)) };
  else
    for (const owner of owners)
      yield {
        suffix: suffixOf(input.book, owner),
        bytes: await fill(templateScopes({ ...input, units: [owner.known] }, true)),
      };
}

/**
 * Tables of last year in the same workbook are used for comparison. For units chosen from those tables, the report
 * covers that year.
 */
function inputOf({ book, previous }: ExportInput, units: readonly UnitRef[] | null): ExportInput {
  const { current, earlier } = splitYears(book);
  const chosen = book.sheets.filter(({ scoreSheet }) => units?.some(({ sheet }) => sheet === scoreSheet.sheet));
  if (chosen.every(({ isEarlier }) => !isEarlier)) return { book: current, previous: previous ?? earlier };
  const [year = null, ...others] = new Set(chosen.map((sheet) => sheet.year));
  if (others.length > 0) return { book: { ...book, details: { ...book.details, year: null } }, previous: null };
  return { book: bookOfYear(book, year), previous: null };
}

const reportOf = (id: ExportKind['id']): Report | undefined => REPORTS.find(({ code }) => code.toLowerCase() === id);
const isReport = (id: ExportKind['id']): boolean => reportOf(id) !== undefined;

/** Null if the document would have no content. */
async function bytesOf(
  { id }: ExportKind,
  units: readonly UnitRef[],
  { book, previous, details }: ExportInput & { readonly details: ReportDetails },
  plans: ExportRequest['plans'] | null,
  codec: Codec,
): Promise<Uint8Array | null> {
  if (id === 'diem-tru') {
    const keyOf = (sheet: string, unit: number): string => `${unit} ${sheet}`;
    const positions = new Map(units.map(({ sheet, unit }, position) => [keyOf(sheet, unit), position]));
    const positionOf = ({ scoreSheet: { sheet } }: Assessment, { position }: UnitScores): number | undefined =>
      positions.get(keyOf(sheet, position));
    const summary = groupDeductions(
      { ...book, sheets: allTables(book) },
      (assessment, unit) => positionOf(assessment, unit) !== undefined,
    );
    const placeOf = ({ assessment, unit }: UnitDeductions): number => positionOf(assessment, unit) ?? 0;
    // Units keep the chosen order, even those with a sheet of their own.
    const ordered = { ...summary, units: [...summary.units].sort((a, b) => placeOf(a) - placeOf(b)) };
    const { drawing } = drawDeductions(ordered, null, { live: false, sums: true, links: false });
    return drawWorkbook([{ sheet: DEDUCTION_SHEET_NAMES[0], drawing }], codec);
  }
  const input = { book, previous, units, details };
  const written = (document: ReportDocument): Promise<Uint8Array> =>
    documentToDocx(details.withoutDraftMarks ? withoutDraftMarks(document) : document);
  if (id === 'diem-tru-docx') return written(deductionDocument(input));
  if (id === 'ke-hoach') {
    const [unit] = units;
    const items = plans?.find((each) => each.sheet === unit?.sheet && each.unit === unit.unit)?.items ?? null;
    const plan = unit && (items || !plans) ? planOf(book, unit, items) : null;
    return plan && documentToDocx(liftPlan({ ...plan, details }));
  }
  // A unit's own workbook has no other units to compare with.
  if (id === 'doi-chieu' && !isCouncils(book)) return null;
  if (id === 'hai-nam' && !previous) return null;
  const report = reportOf(id);
  if (!report) throw new RangeError(id);
  return written(report.compose(input));
}

function nameOf(book: BookAssessment, { sheet, unit }: UnitRef): string {
  const scoreSheet = allTables(book).find((each) => each.scoreSheet.sheet === sheet)?.scoreSheet;
  const scores = scoreSheet?.units[unit];
  return scoreSheet && scores ? unitLabel(scoreSheet, scores) : String(unit + 1);
}
