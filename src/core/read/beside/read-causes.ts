/**
 * Reads causes for the scores: from the sheet's own columns, from the note on a score, from the sheet `Nguyên nhân`,
 * each with its cell.
 */
import { keyOf } from '../../values/address';
import { subtract, toVietnamese, ZERO, type Decimal } from '../../values/decimal';
import { plainKey } from '../../values/fold-text';
import { groupsOf } from '../../values/group';
import { WORD_ROLES, causeCells } from '../../model/beside/cause-cells';
import { lostInAll, type CauseLine } from '../../model/deduction';
import { textAt } from '../../model/workbook/grid';
import { causeInNote } from '../../model/workbook/note';
import type { LossPart, LossWords } from '../../model/beside/part-labels';
import {
  awardedScores,
  columnsOf,
  scoreCellOf,
  type Item,
  type ScoreSheet,
  type UnitScores,
} from '../../model/score-sheet';
import type { CauseColumns, CitedCause, StatedCause, StatedCauses } from '../../model/beside/stated-cause';
import { NO_WORDS } from '../../model/beside/part-labels';
import { isPlace } from '../../model/beside/stated-place';
import { labelledWords, withoutBreaks } from '../prose/split-parts';
import { typedText } from './read-side-sheets';
import { matchCauses } from '../../matching/lines-of-units';
import { withYears } from '../../matching/split-years';
import { readLetterhead } from '../units/read-letterhead';

interface DatedSheet {
  readonly scoreSheet: ScoreSheet;
  readonly year: number | null;
  readonly isEarlier: boolean;
}

/** The causes stated for each sheet. A table of last year gets only the lines of its year. */
export function readCausesOfSheets(sheets: readonly ScoreSheet[], lines: readonly CauseLine[]): StatedCauses[] {
  const dated = withYears<DatedSheet>(
    sheets.map((scoreSheet) => ({ scoreSheet, year: readLetterhead(scoreSheet).year, isEarlier: false })),
  );
  const yearOf = ({ year, isEarlier }: DatedSheet): number | null => (isEarlier ? year : null);
  const years = [...new Set(dated.map(yearOf))];
  const linesByItem = new Map(
    years.flatMap((year) => {
      const yearSheets = dated.filter((each) => yearOf(each) === year).map(({ scoreSheet }) => scoreSheet);
      const isOwn = (line: CauseLine): boolean =>
        (years.includes(line.year ?? null) ? (line.year ?? null) : null) === year;
      return causesOfYear(yearSheets, lines.filter(isOwn)).map(
        (stated, position) => [yearSheets[position], stated] as const,
      );
    }),
  );
  return sheets.map((sheet) => linesByItem.get(sheet) ?? statedIn(sheet, [], [], []));
}

/** Lines of the sheet `Nguyên nhân` that match no unit are reported with the first sheet. */
function causesOfYear(sheets: readonly ScoreSheet[], lines: readonly CauseLine[]): StatedCauses[] {
  const texts = lines.map(trimmed);
  const { cited, strays } = matchCauses(sheets, texts);
  return sheets.map((sheet, position) => statedIn(sheet, texts, cited[position] ?? [], position === 0 ? strays : []));
}

/** The causes stated for a single sheet. */
export function readStatedCauses(sheet: ScoreSheet, lines: readonly CauseLine[]): StatedCauses {
  const [stated] = readCausesOfSheets([sheet], lines);
  return stated ?? statedIn(sheet, [], [], []);
}

const statedIn = (
  sheet: ScoreSheet,
  lines: readonly CauseLine[],
  cited: readonly CitedCause[],
  strays: StatedCauses['strays'],
): StatedCauses => ({
  lines,
  strays,
  cited,
  hasColumns: causeCells(sheet).hasColumns,
  statedFor: finder(sheet, cited),
});

function finder(sheet: ScoreSheet, cited: readonly CitedCause[]): StatedCauses['statedFor'] {
  const { notes } = sheet.grid;
  const hasWords = columnsOf(sheet, WORD_ROLES).size > 0;
  const first = new Map<number, CauseLine>();
  const keyIn = (unit: UnitScores, item: Item): number => unit.position * sheet.items.length + item.position;
  const set = ({ unit, item }: CitedCause, line: CauseLine): void => {
    if (!item) return;
    const before = first.get(keyIn(unit, item));
    if (!before) first.set(keyIn(unit, item), line);
    else if (areTogether(before, line)) first.set(keyIn(unit, item), filledUp(before, line));
  };
  for (const each of cited) if (!each.isOfPart) set(each, each.line);
  const parts = cited.filter(({ isOfPart }) => isOfPart);
  for (const some of groupsOf(parts, ({ unit, item }) => (item ? String(keyIn(unit, item)) : '')).values()) {
    const [one] = some;
    if (!one?.item) continue;
    const parts = together(
      some.map(({ line }) => line),
      lostIn(one.unit, one.item),
    );
    const key = keyIn(one.unit, one.item);
    const firstLine = first.get(key);
    first.set(key, firstLine ? filledUp(firstLine, parts) : parts);
  }
  return (unit, item): StatedCause | null => {
    const columns = hasWords ? readColumns(sheet, unit, item) : null;
    const note = notes.size > 0 ? wordsOfNote(notes.get(keyOf(scoreCellOf(sheet, unit, item)))) : null;
    const line = first.size > 0 ? (first.get(keyIn(unit, item)) ?? null) : null;
    return columns || note || line ? { columns, note, line } : null;
  };
}

/**
 * Merges lines about parts of an area into one line about the area: each text under the name of its part, each
 * responsible body and person once. If the parts lost more than the area, their points are omitted.
 */
function together(lines: readonly CauseLine[], lost: Decimal | null): CauseLine {
  const isTooMuch = lost !== null && (lostInAll(lines) ?? ZERO) > lost;
  const all = asOne(lines, isTooMuch);
  const bodies = namesIn(all.responsibleBody);
  if (bodies.length < 2) return all;
  // A line without a responsible body belongs to all bodies.
  const isOf = (line: CauseLine, body: string): boolean =>
    line.responsibleBody === null || namesIn(line.responsibleBody).some((each) => plainKey(each) === plainKey(body));
  const byBody = bodies.map((body) => ({
    ...asOne(
      lines.filter((line) => isOf(line, body)),
      isTooMuch,
    ),
    responsibleBody: body,
  }));
  return { ...all, byBody };
}

const namesIn = (words: string | null): string[] =>
  (words ?? '')
    .split(/[;\r\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

function asOne(lines: readonly CauseLine[], isTooMuch: boolean): CauseLine {
  const labelled = (role: LossPart): { readonly words: string; readonly line: CauseLine }[] =>
    lines.flatMap((line) => (line[role] === null ? [] : [{ words: line[role], line }]));
  const joined = (parts: readonly string[], by: string): string | null =>
    parts.length > 0 ? [...new Set(parts)].join(by) : null;
  const under = (role: LossPart): string | null =>
    joined(
      labelled(role).map(({ words, line: { code, name, lost: lostPoints = null } }) => {
        const points = lostPoints === null || isTooMuch ? '' : ` (trừ ${toVietnamese(lostPoints)} điểm)`;
        return `${[code, name].filter((part) => part !== '').join(' ')}${points}: ${words.replace(/[\s.;]+$/, '')}`;
      }),
      ';\n',
    );
  const each = (role: LossPart): string | null => {
    const names = labelled(role).flatMap(({ words }) => namesIn(words));
    return joined(
      [...groupsOf(names, plainKey).values()].flatMap((some) => some.slice(0, 1)),
      '; ',
    );
  };
  const before = (role: LossPart): string | null => {
    const all = labelled(role);
    const groups = [...groupsOf(all, ({ words }) => plainKey(words)).values()];
    const isOne = groups.length === 1 && all.length === lines.length;
    return joined(
      groups.map((some) => {
        const codes = [...new Set(some.map(({ line }) => line.code))].filter((code) => code !== '');
        return `${some[0]?.words ?? ''}${isOne || codes.length === 0 ? '' : ` (${codes.join(', ')})`}`;
      }),
      ', ',
    );
  };
  return {
    ...(lines[0] as CauseLine),
    cause: under('cause'),
    responsibleBody: each('responsibleBody'),
    responsiblePerson: each('responsiblePerson'),
    explanation: under('explanation'),
    remedy: under('remedy'),
    remedyDue: before('remedyDue'),
    remedyStatus: before('remedyStatus'),
  };
}

/**
 * Lines about one loss complete each other, the cause on one sheet and the explanation on another, unless both state
 * causes that differ.
 */
const areTogether = (one: CauseLine, other: CauseLine): boolean =>
  one.cause === null || other.cause === null || plainKey(one.cause) === plainKey(other.cause);

/** A line about the area itself; texts that it lacks come from its parts. */
const filledUp = (areaLine: CauseLine, parts: CauseLine): CauseLine => ({
  ...areaLine,
  ...Object.fromEntries(WORD_ROLES.map((role) => [role, areaLine[role] ?? parts[role]])),
  ...(parts.byBody
    ? { byBody: parts.byBody.map((each) => ({ ...filledUp(areaLine, each), responsibleBody: each.responsibleBody })) }
    : {}),
});

/** The points that a unit lost in an area that is scored as a whole. */
function lostIn(unit: UnitScores, { position, max }: Item): Decimal | null {
  const [most, score] = [unit.max?.[position] ?? max, awardedScores(unit)[position]];
  return most !== null && score?.kind === 'points' ? subtract(most, score.points) : null;
}

function readColumns(sheet: ScoreSheet, unit: UnitScores, item: Item): CauseColumns | null {
  const cells = causeCells(sheet);
  const text = (role: LossPart): string | null => {
    const at = cells.at(unit, item, role);
    if (!at) return null;
    const isDue = role === 'remedyDue';
    return words(isDue ? typedText(sheet.grid, at.row, at.column) : textAt(sheet.grid, at.row, at.column));
  };
  const parts = apart(text);
  return Object.values(parts).every((each) => each === null)
    ? null
    : {
        ...parts,
        at: cells.at(unit, item, 'cause'),
        isShared: cells.isShared(unit, item, 'cause'),
      };
}

const wordsOfNote = (note: string | undefined): LossWords | null => {
  const cause = causeInNote(note);
  return cause === null || isPlace(cause) ? null : (labelledWords(cause, 'cause') ?? { ...NO_WORDS, cause });
};

/** Splits «Lý do: …; trách nhiệm: …» in one cell into its parts. A part with text in its own cell keeps that text. */
function apart(textOf: (role: LossPart) => string | null): LossWords {
  const cellTexts = Object.fromEntries(WORD_ROLES.map((role) => [role, textOf(role)])) as Record<
    LossPart,
    string | null
  >;
  return WORD_ROLES.reduce<LossWords>((known, role) => {
    const labelled = cellTexts[role] === null ? null : labelledWords(cellTexts[role], role);
    if (!labelled) return known;
    const found = WORD_ROLES.filter((each) => labelled[each] !== null && (each === role || cellTexts[each] === null));
    return { ...known, [role]: null, ...Object.fromEntries(found.map((each) => [each, labelled[each]])) };
  }, cellTexts);
}

const trimmed = (line: CauseLine): CauseLine => ({ ...line, ...apart((role) => words(line[role])) });

const words = (text: string | null): string | null =>
  text === null || isPlace(text) ? null : withoutBreaks(text.trim()) || null;
