/**
 * Sentences about problems that block a file's numbers, about scores to ask the unit about, and about sheets that are
 * ignored.
 */
import { isCurrent } from '../matching/split-years';
import { codeKey, nameKey } from '../matching/keys';
import type { UnitInTables } from '../matching/units-in-tables';
import type { Assessment, BookAssessment } from '../model/assessment';
import type { Diagnostic } from '../model/diagnostic';
import { placeOf, sheetsOf, type Item } from '../model/score-sheet';
import { keyOf, toA1, type Address } from '../values/address';
import { shownCount } from '../values/decimal';
import type { SentValue } from './sent-values';
import type { UnitResolver } from './unit-resolver';

/**
 * Problems that leave open which column or row holds scores. The file's numbers are not taken until they are solved.
 */
const DOUBTS: ReadonlySet<string> = new Set([
  'missing-header',
  'missing-column',
  'ambiguous-column',
  'undecided-column',
  'unused-numbers',
  'unread-rows',
  'unread-sheet',
]);

export const doubtsOf = ({ sheets, diagnostics }: BookAssessment): string[] => {
  const found = [...diagnostics, ...sheets.filter(isCurrent).flatMap(doubtsOfSheet)];
  const doubts = found.filter(({ severity, alias }) => severity === 'error' && DOUBTS.has(alias));
  return [...new Set(doubts.map(({ message }) => `chưa đọc được chắc chắn: ${message}`))];
};

/** Doubts about a sheet, without those about its sums: items are taken one by one, so sums do not matter here. */
function doubtsOfSheet({ diagnostics, scoreSheet: { facts } }: Assessment): Diagnostic[] {
  const sums = facts.flatMap((fact) => (fact.kind === 'undecided-column' && fact.isOfSum ? fact.at : []));
  const isOfSum = ({ alias, at }: Diagnostic): boolean =>
    alias === 'undecided-column' && at.some((cell) => sums.some((each) => keyOf(each) === keyOf(cell)));
  return diagnostics.filter((each) => !isOfSum(each));
}

/** Faults of scores that are taken over unchanged, but about which the unit must be asked. */
const ODD: ReadonlySet<string> = new Set(['score-above-max', 'negative-score', 'ambiguous-mark']);

export function oddSaid({ sheets }: BookAssessment, { places }: UnitInTables, values: readonly SentValue[]): string[] {
  const units = new Set(places.map(({ unit }) => unit));
  const asSent = new Set(values.flatMap(({ refused, offer: { from } }) => (refused === null ? cellName(from) : [])));
  const odd = sheets
    .filter(isCurrent)
    .flatMap(({ diagnostics, scoreSheet }) =>
      diagnostics.filter(
        ({ alias, unit, follows, at }) =>
          !follows &&
          unit &&
          units.has(unit) &&
          ODD.has(alias) &&
          at.some((each) => asSent.has(cellName(placeOf(scoreSheet, each)))),
      ),
    );
  const remarks = odd.map(({ message }) => `ghi như đơn vị gửi, cần hỏi lại: ${message}`);
  const more = remarks.length - MOST_QUESTIONED;
  return more <= 0 ? remarks : [...remarks.slice(0, MOST_QUESTIONED), `còn ${String(more)} điểm khác cần hỏi lại`];
}
const cellName = ({ sheet, at }: { readonly sheet: string; readonly at: Address | null }): string =>
  `${sheet}!${at === null ? '' : toA1(at)}`;
const MOST_QUESTIONED = 5;

export function otherYear({ sheets }: BookAssessment, year: number | null): string[] {
  const others = sheets.filter(isCurrent).filter((sheet: Assessment) => sheet.year !== null && sheet.year !== year);
  const [first] = others;
  if (!first || year === null) return [];
  return [`tệp là của năm ${String(first.year)}, bảng là của năm ${String(year)}: không lấy số nào`];
}

/** «Xã An năm 2024.xlsx»: only the name of the file states a year, and it is not the table's. */
export function otherYearOfName(file: string, { sheets }: BookAssessment, year: number | null): string[] {
  if (year === null || sheets.some((sheet) => sheet.year !== null)) return [];
  const [, stated] = /(?:năm|nam)[ _-]*(20\d\d)(?!\d)[^\\/]*$/iu.exec(file.normalize('NFC')) ?? [];
  return stated === undefined || Number(stated) === year
    ? []
    : [`tên tệp ghi năm ${stated}, bảng là của năm ${String(year)}; trong tệp không ghi năm`];
}

export const unknownItemsProblem = (unit: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`${unit}: ${shownCount(items.length)} tiêu chí không có trong bảng: ${listed(items)}`];

/** Sheets whose numbers were not taken, in a file with others whose numbers were. */
export function leftOutNotes(fullBook: BookAssessment, taken: BookAssessment): string[] {
  const used = new Set(
    taken.sheets
      .filter(isCurrent)
      .flatMap(({ scoreSheet }) => [
        ...sheetsOf(scoreSheet),
        ...(scoreSheet.selfSheet ? sheetsOf(scoreSheet.selfSheet.table) : []),
      ]),
  );
  const strange = fullBook.sheets.filter((sheet) => !taken.sheets.includes(sheet));
  const earlier = fullBook.sheets.filter(({ isEarlier }) => isEarlier);
  const why = new Map([
    ...fullBook.unreadSheets.map(({ sheet, why: reason }) => [sheet, reason] as const),
    ...strange.map(({ scoreSheet }) => [scoreSheet.sheet, 'không có tiêu chí nào của bảng'] as const),
    ...earlier.map(({ scoreSheet, year }) => [scoreSheet.sheet, `là của năm ${String(year)}`] as const),
  ]);
  return [...why]
    .filter(([sheet]) => !used.has(sheet))
    .map(([sheet, reason]) => `không lấy số ở «${sheet}»: ${reason}`);
}

export type IsKnown = (item: Item) => boolean;

/**
 * Whether the table has an item, by name or by a code with a dot, which tables about other matters do not have. Codes
 * count because a unit may use its own short names.
 */
export function knownItems(targets: readonly UnitInTables[]): IsKnown {
  const items = targets.flatMap(({ places }) => places.map(({ item }) => item));
  const names = new Set(items.map(({ name }) => nameKey(name)));
  const codes = new Set(items.map(({ code }) => codeKey(code)).filter((code) => code.includes('.')));
  return ({ code, name }) => names.has(nameKey(name)) || codes.has(codeKey(code));
}

/**
 * Leaves out tables of staff, tasks or money beside the scores, so that doubts about them do not block the file. A
 * sheet that is read without doubt and has a unit of the table counts as scores, whatever its criteria are called.
 */
export function withoutOtherMatters(book: BookAssessment, find: UnitResolver, isKnown: IsKnown): BookAssessment {
  const isRead = (sheet: Assessment): boolean =>
    doubtsOf({ ...book, sheets: [sheet], diagnostics: [] }).length === 0 &&
    sheet.scoreSheet.units.some(({ name }) => find.named(name).target !== null);
  const isOfScores = (sheet: Assessment): boolean =>
    sheet.scoreSheet.items.length === 0 || sheet.scoreSheet.items.some(isKnown) || isRead(sheet);
  return book.sheets.some((sheet) => isCurrent(sheet) && isOfScores(sheet) && sheet.scoreSheet.items.length > 0)
    ? { ...book, sheets: book.sheets.filter(isOfScores) }
    : book;
}

/** The maximum number of names that are listed. */
const MOST_NAMED = 5;

export const listed = (names: readonly string[]): string =>
  names.length <= MOST_NAMED
    ? names.join('; ')
    : `${names.slice(0, MOST_NAMED).join('; ')} và ${shownCount(names.length - MOST_NAMED)} mục khác`;
