/**
 * Takes the workbooks of units one after the other and keeps only their values for the table, so that a province needs
 * the memory of one file at a time.
 */
import { isCurrent } from '../matching/split-years';
import type { BookAssessment } from '../model/assessment';
import type { DeductionLine } from '../model/deduction';
import type { Choice, Collection, SentFile } from '../model/collection';
import { groupsOf } from '../values/group';
import { settle, unitReport, withdrawnFrom, type EarlierValue } from './settle';
import { sentValues, type SentValue } from './sent-values';
import { sentWords } from './sent-words';
import { unitsInTables, type UnitInTables } from '../matching/units-in-tables';
import { shownCount } from '../values/decimal';
import {
  doubtsOf,
  knownItems,
  leftOutNotes,
  listed,
  oddSaid,
  otherYear,
  otherYearOfName,
  unknownItemsProblem,
  withoutOtherMatters,
  type IsKnown,
} from './file-problems';
import { notTaken, unitResolver, type UnitMatch, type UnitResolver } from './unit-resolver';

export interface Source {
  /** The path or name shown to the officer. */
  readonly file: string;
  readonly book: BookAssessment;
  /** Lines of a list of losses, if the file is one. */
  readonly losses: readonly DeductionLine[];
  /** Sheets of the file that are hidden when it is opened. */
  readonly hidden?: ReadonlySet<string>;
  /** Rows of a list of losses that are no line of it. */
  readonly unreadLines?: readonly string[];
}

export interface Collector {
  /** Takes a file; values from an earlier version of the same file are replaced. */
  readonly take: (source: Source) => void;
  /** Records a file that cannot be opened, with the reason as a sentence. */
  readonly fail: (file: string, why: string) => void;
  /** Maps a unit's name in the files to its name in the table, for files that are taken afterwards. */
  readonly rename: (from: string, to: string) => void;
  readonly finish: (choices?: readonly Choice[]) => Collection;
}

/** The result of reading one file for the table. */
interface Taken {
  readonly report: SentFile;
  readonly unitValues: readonly UnitValues[];
  /** Units that the file seems to belong to, even if no value could be taken for them. */
  readonly likelyUnits: readonly UnitInTables[];
}

interface UnitValues {
  readonly target: UnitInTables;
  readonly match: UnitMatch;
  readonly values: readonly SentValue[];
}

/** The facts about the table that a file is compared with. */
interface Table {
  readonly find: UnitResolver;
  readonly year: number | null;
  readonly isKnown: IsKnown;
}

/** `earlier` holds the values that former runs took over. */
export function collector(into: BookAssessment, earlier: readonly EarlierValue[] = []): Collector {
  const targets = unitsInTables(into);
  const find = unitResolver(targets);
  const table = { find, year: into.details.year, isKnown: knownItems(targets) };
  const files = new Map<string, Taken>();
  return {
    take: (source) =>
      void files.set(source.file, source.losses.length > 0 ? takenFromLosses(source, find) : takenFrom(source, table)),
    fail: (file, why) =>
      void files.set(file, {
        report: reportOf(file, { problems: [why] }),
        unitValues: [],
        likelyUnits: [find.byFile(file) ?? []].flat(),
      }),
    rename: find.rename,
    finish: (choices = []) => {
      const all = withoutAmbiguousUnits([...files.values()]);
      const cells = settle(
        all.flatMap(({ unitValues }) => unitValues.flatMap(({ values }) => values)),
        earlier,
        choices,
      );
      const byUnit = groupsOf(cells, ({ unit }) => unit);
      const isSent = ({ unitValues }: Taken, target: UnitInTables): boolean =>
        unitValues.some((each) => each.target === target && each.values.length > 0);
      const sentBy = (target: UnitInTables): string[] =>
        all.flatMap((taken) => (isSent(taken, target) ? [taken.report.file] : []));
      const untaken = (target: UnitInTables): string[] =>
        all.flatMap((taken) =>
          taken.likelyUnits.includes(target) && !isSent(taken, target) ? [taken.report.file] : [],
        );
      return {
        files: all.map(({ report }) => report),
        cells,
        withdrawn: withdrawnFrom(cells, earlier),
        units: targets.map((target) => ({
          ...unitReport(target, sentBy(target), byUnit.get(target.name) ?? []),
          untaken: untaken(target),
        })),
      };
    },
  };
}

const reportOf = (file: string, known: Partial<SentFile>): SentFile => ({
  file,
  units: [],
  unmatched: [],
  count: 0,
  problems: [],
  notes: [],
  ...known,
});

/** Without what may be another unit's, of one name with that of the table: that is asked about. */
function withoutAmbiguousUnits(all: readonly Taken[]): Taken[] {
  const byTarget = groupsOf(
    all.flatMap(({ unitValues }) => unitValues),
    ({ target }) => target,
  );
  return all.map((one) => {
    const { report, unitValues } = one;
    const doubts = unitValues.flatMap(({ target, match }) => {
      const others = (byTarget.get(target) ?? []).map((each) => each.match);
      const why = notTaken(match, target.name, others);
      return why === null ? [] : [{ target, match, why }];
    });
    if (doubts.length === 0) return one;
    const certainValues = unitValues.filter(({ match }) => doubts.every((each) => each.match !== match));
    return {
      ...one,
      unitValues: certainValues,
      report: {
        ...report,
        units: certainValues.map(({ target }) => target.name),
        unmatched: [
          ...report.unmatched,
          ...doubts.map(({ target, match }) => ({ name: match.name, near: [target.name] })),
        ],
        count: countOf(certainValues),
        problems: [...report.problems, ...doubts.map(({ why }) => why)],
        notes: report.notes.filter((note) => doubts.every(({ match }) => match.note !== note)),
      },
    };
  });
}

const countOf = (units: readonly UnitValues[]): number => units.reduce((sum, { values }) => sum + values.length, 0);

/** Takes the lines of a list of losses, unit by unit. */
function takenFromLosses({ file, losses, unreadLines = [] }: Source, find: UnitResolver): Taken {
  const taken = startReport(file);
  if (unreadLines.length > 0)
    taken.problems.push(
      `chưa lấy lời ghi ở ${listed(unreadLines)}: thiếu tên đơn vị, hoặc thiếu điểm bị trừ và liên kết tới ô điểm`,
    );
  for (const [name, lines] of groupsOf(losses, ({ unit }) => unit)) {
    const match = find.named(name);
    const target = targetFor(taken, match);
    if (!target) continue;
    const { values, unknown, gone } = sentWords(file, lines, target);
    taken.unitValues.push({ target, match, values });
    if (values.length === 0)
      taken.problems.push(`${name}: danh sách điểm bị trừ chưa ghi nguyên nhân, giải trình hay giải pháp nào`);
    taken.problems.push(...unknownItemsProblem(name, unknown));
    if (gone.length > 0)
      taken.problems.push(
        `${name}: ${shownCount(gone.length)} mục trong bảng không bị trừ điểm nên không lấy lời ghi: ${listed(gone)}`,
      );
  }
  taken.notes.push(...ofOthers(taken, find));
  return reported(taken);
}

/** A file that carries the name of one unit and states something for others too. */
function ofOthers({ file, unitValues }: Taking, find: UnitResolver): string[] {
  const named = find.inFileName(file);
  const others = unitValues.filter(({ target, values }) => target !== named && values.length > 0);
  if (named === null || others.length === 0) return [];
  return [`tệp mang tên «${named.name}» ghi cả cho ${listed(others.map(({ target }) => `«${target.name}»`))}`];
}

interface Taking {
  readonly file: string;
  readonly unitValues: UnitValues[];
  readonly units: string[];
  readonly unmatched: SentFile['unmatched'][number][];
  readonly problems: string[];
  readonly notes: string[];
  readonly likelyUnits: UnitInTables[];
}

const startReport = (file: string): Taking => ({
  file,
  unitValues: [],
  units: [],
  unmatched: [],
  problems: [],
  notes: [],
  likelyUnits: [],
});

const reported = ({ file, unitValues, units, unmatched, problems, notes, likelyUnits }: Taking): Taken => ({
  report: reportOf(file, { units, unmatched, count: countOf(unitValues), problems, notes }),
  unitValues,
  likelyUnits,
});

/** The unit of the table that a name in the file means. Problems and notes are added to `taken`. */
function targetFor(taken: Taking, { name, target, problem, note, near }: UnitMatch): UnitInTables | null {
  if (problem !== null) taken.problems.push(problem);
  if (note !== null) taken.notes.push(note);
  if (!target) {
    taken.unmatched.push({ name, near });
    return null;
  }
  taken.likelyUnits.push(target);
  if (target.isTwice) {
    taken.problems.push(
      `bảng ghi đơn vị «${target.name}» hai lần: chưa rõ điểm thuộc dòng, cột nào; sửa tên trong bảng`,
    );
    return null;
  }
  taken.units.push(target.name);
  return target;
}

function takenFrom({ file, book: fullBook, hidden }: Source, { find, year, isKnown }: Table): Taken {
  const taken = startReport(file);
  const book = withoutOtherMatters(fullBook, find, isKnown);
  taken.problems.push(...doubtsOf(book), ...otherYear(book, year));
  const all = unitsInTables(book);
  const sources = taken.problems.length > 0 ? [] : all;
  if (taken.problems.length === 0 && sources.length === 0)
    taken.problems.push('trong tệp không có bảng điểm nào đọc được');
  const unseen = book.sheets.filter(isCurrent).filter(({ scoreSheet: { sheet } }) => hidden?.has(sheet));
  taken.notes.push(...unseen.map(({ scoreSheet: { sheet } }) => `số được lấy từ trang tính đang ẩn «${sheet}»`));
  for (const source of sources) {
    const found = sources.length === 1 ? find.only(source, file) : find.inSheet(source);
    const { name } = found;
    const target = targetFor(taken, found);
    if (!target) continue;
    const sent = sentValues(file, source, target);
    taken.unitValues.push({ target, match: found, values: sent.values });
    if (sent.values.length === 0 && sent.problems.length === 0)
      taken.problems.push(`${name}: tệp chưa ghi điểm nào cho các tiêu chí của bảng`);
    taken.problems.push(
      ...sent.problems.map((each) => `${name}: ${each}`),
      ...unknownItemsProblem(name, sent.unknown),
      ...(sent.unneeded.length === 0
        ? []
        : [`${name}: bảng chấm ở từng mục con, không lấy điểm chung ghi ở ${listed(sent.unneeded)}`]),
      ...oddSaid(book, source, sent.values),
    );
    taken.notes.push(...sent.notes.map((each) => `${name}: ${each}`));
  }
  if (sources.length > 1) taken.notes.push(...ofOthers(taken, find));
  if (taken.unitValues.length > 0)
    taken.notes.push(...otherYearOfName(file, book, year), ...leftOutNotes(fullBook, book));
  taken.likelyUnits.push(...seemsOf(taken, fullBook, book, find));
  return reported(taken);
}

/** A file that was taken for one unit is no other's, whatever it is called; a sheet that was left out may be. */
function seemsOf(
  { file, unitValues }: Taking,
  fullBook: BookAssessment,
  book: BookAssessment,
  find: UnitResolver,
): UnitInTables[] {
  const isTaken = unitValues.length > 0;
  const sheets = isTaken ? fullBook.sheets.filter((sheet) => !book.sheets.includes(sheet)) : fullBook.sheets;
  const named = unitsInTables({ ...fullBook, sheets }).flatMap(({ name }) => find.named(name).target ?? []);
  if (isTaken) return named;
  return [...named, (named.length > 0 ? find.byStem(file) : find.byFile(file)) ?? []].flat();
}
