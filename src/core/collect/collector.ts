/**
 * Takes the workbooks of units one after the other and keeps of each only what it says for the table, so that a
 * province needs the memory of one file at a time.
 */
import { unitFinder } from '../matching/find-units';
import { isCurrent } from '../matching/split-years';
import { unitKey, unitSpelling } from '../matching/unit-keys';
import type { Assessment, BookAssessment } from '../model/assessment';
import { isSettled, type Collection, type SentFile } from '../model/collection';
import { isNear, plainKey } from '../values/fold-text';
import { groupsOf } from '../values/group';
import { settle, withdrawnFrom, type EarlierValue } from './settle';
import { sentValues, type SentValue } from './sent-values';
import { isScoredPlace, placeLabel, unitsInTables, type UnitInTables } from '../matching/units-in-tables';

interface Source {
  /** As it is told: a path or a name. */
  readonly file: string;
  readonly book: BookAssessment;
}

export interface Collector {
  readonly take: (source: Source) => void;
  /** A file that could not be opened, with the reason as a sentence. */
  readonly fail: (file: string, why: string) => void;
  readonly finish: () => Collection;
}

/**
 * `earlier` is what former runs took over. `renamed`: what a unit is called in the files → what the table calls it.
 */
export function collector(
  into: BookAssessment,
  earlier: readonly EarlierValue[] = [],
  renamed: ReadonlyMap<string, string> = new Map(),
): Collector {
  const targets = unitsInTables(into);
  const year = into.details.year;
  const find = unitFinder(targets, ({ name }) => name);
  const names = new Map([...renamed].map(([from, to]) => [unitKey(from), to]));
  const files: SentFile[] = [];
  const values: SentValue[] = [];
  const sentBy = new Map<UnitInTables, string[]>();

  const targetOf = (name: string): Meant => meant(find(names.get(unitKey(name)) ?? name), name, targets);
  const take = ({ file, book }: Source): void => {
    const problems = [...doubtsOf(book), ...otherYear(book, year)];
    const sources = problems.length > 0 ? [] : unitsInTables(book);
    const notes: string[] = [];
    const units: string[] = [];
    let count = 0;
    if (problems.length === 0 && sources.length === 0) problems.push('trong tệp không có bảng điểm nào đọc được');
    for (const source of sources) {
      const name = nameIn(source, file);
      const { target, problem, note } = targetOf(name);
      if (problem !== null) problems.push(problem);
      if (note !== null) notes.push(note);
      if (!target) continue;
      if (target.isTwice) {
        problems.push(`bảng ghi đơn vị «${target.name}» hai lần: chưa rõ điểm thuộc dòng, cột nào; sửa tên trong bảng`);
        continue;
      }
      const sent = sentValues(file, source, target);
      values.push(...sent.values);
      count += sent.values.length;
      units.push(target.name);
      if (sent.values.length > 0) sentBy.set(target, [...new Set([...(sentBy.get(target) ?? []), file])]);
      else problems.push(`${name}: tệp chưa ghi điểm nào cho các tiêu chí của bảng`);
      problems.push(...sent.problems.map((each) => `${name}: ${each}`), ...unknownSaid(name, sent.unknown));
      notes.push(...sent.notes.map((each) => `${name}: ${each}`));
    }
    files.push({ file, units, count, problems, notes });
  };
  return {
    take,
    fail: (file, why) => files.push({ file, units: [], count: 0, problems: [why], notes: [] }),
    finish: () => {
      const cells = settle(values, earlier);
      const byUnit = groupsOf(cells, ({ unit }) => unit);
      return {
        files,
        cells,
        withdrawn: withdrawnFrom(cells, earlier),
        units: targets.map((target) => unitReport(target, sentBy.get(target) ?? [], byUnit.get(target.name) ?? [])),
      };
    },
  };
}

/** A one-unit sheet may leave the name to its file. */
const nameIn = ({ name }: UnitInTables, file: string): string => (name.trim() === '' ? stemOf(file) : name);

const stemOf = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');

const SPELLINGS = [unitKey, unitSpelling, (name: string) => plainKey(name)];

interface Meant {
  readonly target: UnitInTables | null;
  readonly problem: string | null;
  readonly note: string | null;
}

function meant(
  found: ReturnType<ReturnType<typeof unitFinder<UnitInTables>>>,
  name: string,
  all: UnitInTables[],
): Meant {
  switch (found.kind) {
    case 'one': {
      const note = found.by === 'near' ? `«${name}» được hiểu là «${found.one.name}»` : null;
      return { target: found.one, problem: null, note };
    }
    case 'several': {
      const choices = found.several.map((each) => `«${each.name}»`).join(' hay ');
      return { target: null, problem: `chưa rõ «${name}» là ${choices}; ghi đủ tên trong tệp`, note: null };
    }
    case 'none': {
      const near = all.filter((each) => SPELLINGS.some((keyOf) => isNear(keyOf(each.name), keyOf(name))));
      const hint = near.length === 0 ? '' : ` (có phải ${near.map((each) => `«${each.name}»`).join(' hay ')}?)`;
      return {
        target: null,
        problem: `bảng không có đơn vị «${name}»${hint}; sửa tên trong tệp hoặc trong bảng`,
        note: null,
      };
    }
  }
}

/** What leaves open which column or row is a score: the file's numbers are not taken before it is answered. */
const DOUBTS: ReadonlySet<string> = new Set([
  'missing-header',
  'missing-column',
  'ambiguous-column',
  'undecided-column',
  'unused-numbers',
  'unread-rows',
  'unread-sheet',
]);

const doubtsOf = ({ sheets, diagnostics }: BookAssessment): string[] =>
  [...diagnostics, ...sheets.filter(isCurrent).flatMap((sheet) => sheet.diagnostics)]
    .filter(({ severity, alias }) => severity === 'error' && DOUBTS.has(alias))
    .map(({ message }) => `chưa đọc được chắc chắn: ${message}`);

function otherYear({ sheets }: BookAssessment, year: number | null): string[] {
  const others = sheets.filter(isCurrent).filter((sheet: Assessment) => sheet.year !== null && sheet.year !== year);
  const [first] = others;
  if (!first || year === null) return [];
  return [`tệp là của năm ${String(first.year)}, bảng là của năm ${String(year)}: không lấy số nào`];
}

/** So many are named. */
const MOST_NAMED = 5;

export const listed = (names: readonly string[]): string =>
  names.length <= MOST_NAMED
    ? names.join('; ')
    : `${names.slice(0, MOST_NAMED).join('; ')} và ${String(names.length - MOST_NAMED)} mục khác`;

const unknownSaid = (unit: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`${unit}: ${String(items.length)} tiêu chí không có trong bảng: ${listed(items)}`];

function unitReport(
  target: UnitInTables,
  files: readonly string[],
  cells: ReturnType<typeof settle>,
): Collection['units'][number] {
  const scored = new Set(
    cells.filter(({ role }) => role === 'self' || role === 'appraised').map(({ code, name }) => `${code} ${name}`),
  );
  return {
    unit: target.name,
    files,
    settled: cells.filter(({ state }) => isSettled(state)).length,
    open: cells.filter(({ state }) => !isSettled(state)).length,
    missing:
      files.length === 0
        ? []
        : target.places
            .filter((place) => isScoredPlace(place) && !scored.has(`${place.item.code} ${place.item.name}`))
            .map(placeLabel),
  };
}
