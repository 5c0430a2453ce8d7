/** Plans a command as edits: data that any host can perform. */
import type { BookAssessment } from '../../core/model/assessment';
import { toText } from '../../core/values/decimal';
import type { Choice } from '../../core/model/collection';
import type { Content } from '../../core/model/content';
import type { Edit, SheetEdits } from '../../core/model/workbook/edit';
import type { Book } from '../../core/model/workbook/grid';
import { planClear, planFill, type Plan } from '../../core/fill';
import { isProtected, leftOutOf, permitted } from '../../core/fill/left-out';
import { isLockedIn } from '../../core/model/workbook/protection';
import { contentOf, planCorrections } from '../../core/corrections/plan-corrections';
import { planCauses } from '../../core/causes/plan-causes';
import { planDetails } from '../../core/settings/report-details';
import { planSettings, type SettingsChange } from '../../core/settings/settings';
import { parseNumber } from '../../core/read/numbers/parse-number';
import { keyOf, type Address } from '../../core/values/address';
import { placeOf } from '../../core/model/score-sheet';
import { groupsOf } from '../../core/values/group';
import { isScoreCell, tableOn } from './score-in-cell';
import type { CauseEntry } from '../../core/model/beside/prose';
import type { Fix } from './view-diagnostics';
import type { DetailsView } from './views-of-reports';

export interface TypedCell {
  readonly at: Address;
  readonly text: string;
}

/** All commands that change the workbook. */
export type Command =
  | { readonly kind: 'fill' }
  | { readonly kind: 'clear' }
  /** Text as the officer typed it. */
  | { readonly kind: 'type'; readonly sheet: string; readonly cells: readonly TypedCell[] }
  | {
      readonly kind: 'fix';
      readonly sheet: string;
      readonly fixes: readonly Fix[];
      /** Whether to start the record of corrections; an existing record is always continued. */
      readonly records?: boolean;
      /** Date and time for the record. */
      readonly when?: string;
    }
  | {
      readonly kind: 'cause';
      readonly sheet: string;
      readonly unit: number;
      readonly item: number;
      readonly text: string;
    }
  | { readonly kind: 'causes'; readonly sheet: string; readonly lines: readonly CauseEntry[] }
  /** Writes the scores from files of units; each choice names the file whose value a cell takes. */
  | { readonly kind: 'collect'; readonly choices: readonly Choice[] }
  | { readonly kind: 'settings'; readonly change: SettingsChange }
  | { readonly kind: 'details'; readonly change: Partial<DetailsView> };

/**
 * Leaves out protected parts and reports them. If nothing else is left, the edits stay as they are and the host refuses
 * them with its own sentence.
 */
export function planCommand(
  book: Book,
  assessment: () => BookAssessment,
  command: Exclude<Command, { readonly kind: 'collect' }>,
): Plan {
  if (command.kind === 'fill') return planFill(book, assessment());
  if (command.kind === 'clear') return planClear(book);
  const wanted = editsOf(book, assessment, command);
  if (!isProtected(book, wanted)) return { edits: wanted, leftOut: [] };
  // A correction of a locked cell is not recorded either.
  const given =
    command.kind === 'fix' ? editsOf(book, assessment, { ...command, fixes: openFixes(book, command) }) : wanted;
  const edits = permitted(book, given);
  return edits.length === 0 ? { edits: wanted, leftOut: [] } : { edits, leftOut: leftOutOf(book, wanted) };
}

function openFixes(book: Book, { sheet, fixes }: Extract<Command, { readonly kind: 'fix' }>): readonly Fix[] {
  const grid = book.sheets.find(({ name }) => name === sheet)?.grid();
  return grid ? fixes.filter(({ at }) => !isLockedIn(grid, at)) : fixes;
}

function editsOf(
  book: Book,
  assessment: () => BookAssessment,
  command: Exclude<Command, { readonly kind: 'fill' | 'clear' | 'collect' }>,
): readonly SheetEdits[] {
  switch (command.kind) {
    case 'fix':
      return planCorrections(
        book,
        command.fixes.map((fix) => ({ sheet: command.sheet, why: '', ...fix })),
        command.records === true ? (command.when ?? '') : null,
        command.when,
      );
    case 'type': {
      const { sheets } = assessment();
      const table = sheets.find(({ scoreSheet }) => scoreSheet.sheet === command.sheet)?.scoreSheet;
      const typed = command.cells.map(({ at: cell, text }) => {
        const { sheet, at } = placeOf(table ?? { sheet: command.sheet }, cell);
        const found = tableOn(sheets, sheet);
        const content = typedContent(
          text,
          found !== null && (found.grid.formulas.has(keyOf(at)) || isScoreCell(found, at)),
        );
        return { sheet, edit: { kind: 'cell' as const, at, content, format: null } };
      });
      return [...groupsOf(typed, ({ sheet }) => sheet)].flatMap(([sheet, some]) =>
        onSheet(
          sheet,
          some.map(({ edit }) => edit),
        ),
      );
    }
    case 'cause': {
      const { unit, item, text } = command;
      return causes(command.sheet, [
        { unit, item, cause: text, responsibleBody: null, responsiblePerson: null, explanation: null },
      ]);
    }
    case 'causes':
      return causes(command.sheet, command.lines);
    case 'settings':
      return planSettings(book, command.change);
    case 'details':
      return planDetails(book, command.change);
  }

  function causes(sheet: string, lines: readonly CauseEntry[]): readonly SheetEdits[] {
    const found = assessment().sheets.find(({ scoreSheet }) => scoreSheet.sheet === sheet);
    return found ? planCauses(book, found, lines) : [];
  }
}

const onSheet = (sheet: string, edits: readonly Edit[]): SheetEdits[] =>
  edits.length === 0 ? [] : [{ sheet, isNew: false, edits }];

/**
 * In a score cell any notation of a number is a number; elsewhere only text that can be nothing else: 1.10 is a code.
 */
function typedContent(typed: string, isScore = false): Content {
  const text = typed.trim();
  const number = isScore ? parseNumber(text) : null;
  if (number?.of === null) return { kind: 'number', value: toText(number.value) };
  return contentOf(text.replace(/^[−–]/, '-').replace(/^(-?\d+),(\d+)$/, '$1.$2'));
}
