/**
 * Writes the losses without a cause as text for an officer to fill in: «- Tiêu chí 1.1. … (trừ 0,25 điểm). Nguyên nhân:
 * …» below the name of the unit, in the form that the prose reader accepts. A loss has such a line only if it is read
 * back as exactly that loss.
 */
import { toA1 } from '../values/address';
import type { Assessment, BookAssessment } from '../model/assessment';
import { toVietnamese } from '../values/decimal';
import type { Deduction } from '../model/deduction';
import { foldText, squeeze } from '../values/fold-text';
import type { ProseLine } from '../model/beside/prose';
import { unitLabel, type Item, type ScoreSheet, type UnitScores } from '../model/score-sheet';
import { readLines } from '../read/prose/prose-lines';
import { knownNames, type KnownNames } from '../read/prose/stated-headings';
import { readProse } from '../read/prose/read-prose';
import { matchProse } from '../matching/match-prose';
import { suggestCauses, type SuggestedCause } from './suggest-causes';
import { subjectsOf } from '../documents/subjects';
import { citedAs, kindOf, nameOf, titleOf } from '../documents/wording';

export interface OpenLoss {
  readonly assessment: Assessment;
  readonly unit: UnitScores;
  readonly item: Item;
  readonly deduction: Deduction;
  /** Best first; the first is filled in. */
  readonly suggestions: readonly SuggestedCause[];
  /** The line in the text; null if the text could not identify the loss. */
  readonly line: string | null;
}

/**
 * Losses without a cause, of the units that `isChosen` accepts; for a unit in several sheets, those of the most
 * detailed one.
 */
export function openLosses(
  book: BookAssessment,
  lastYear: readonly Assessment[],
  isChosen: (sheet: string, unit: number) => boolean,
): OpenLoss[] {
  const subjects = subjectsOf(book, null, null).filter(({ assessment, unit }) =>
    isChosen(assessment.scoreSheet.sheet, unit.position),
  );
  const bySheet = new Map<Assessment, Draft[]>();
  for (const subject of subjects) {
    const { assessment, unit, deductions } = subject;
    const drafts = bySheet.get(assessment) ?? [];
    bySheet.set(assessment, drafts);
    for (const deduction of deductions) {
      if (deduction.cause === null)
        drafts.push({
          unit,
          item: deduction.item,
          deduction,
          suggestions: suggestCauses(book.sheets, assessment, deduction, lastYear),
        });
    }
  }
  return [...bySheet].flatMap(([assessment, drafts]) => {
    const lines = linesOf(assessment, drafts);
    return drafts.map((draft, position): OpenLoss => ({ assessment, ...draft, line: lines[position] ?? null }));
  });
}

type Draft = Pick<OpenLoss, 'unit' | 'item' | 'deduction' | 'suggestions'>;

/** For each loss, the first wording that is read back as that loss alone, with the cause as written. */
function linesOf(assessment: Assessment, drafts: readonly Draft[]): (string | null)[] {
  const { scoreSheet } = assessment;
  const known = knownNames([scoreSheet]);
  const units = new Set(scoreSheet.units.filter((unit) => isReadBack(headingOf(scoreSheet, unit), known)));
  const found = drafts.map((): string | null => null);
  for (const way of WAYS) {
    const tries = drafts.flatMap((draft, position) => {
      if (found[position] !== null || !units.has(draft.unit)) return [];
      const head =
        `- ${way(scoreSheet.items, draft.item)} (trừ ${toVietnamese(draft.deduction.lostPoints)} điểm). Nguyên ` +
        'nhân: ';
      const cause = plain(draft.suggestions[0]?.cause ?? '');
      // A cause that is not read back as written is only shown in a remark.
      return [cause, '']
        .flatMap((words): Try[] => {
          const line = readBack(head, words || PROBE, known);
          return line && isSame(line.cause ?? '', words || PROBE)
            ? [{ position: position, head, words, line: { ...line, unit: unitLabel(scoreSheet, draft.unit) } }]
            : [];
        })
        .slice(0, 1);
    });
    matchProse(
      assessment,
      null,
      tries.map(({ line }) => line),
    ).forEach(({ deductions: meant, doubts }, order) => {
      const { position = -1, head = '', words = '' } = tries[order] ?? {};
      const isOwn = meant.length === 1 && meant[0] === drafts[position]?.deduction;
      if (isOwn && doubts.length === 0) found[position] = head + (words || BLANK);
    });
  }
  return found;
}

interface Try {
  readonly position: number;
  readonly head: string;
  readonly words: string;
  readonly line: ProseLine;
}

/** A marked blank, which is read as no cause. */
const BLANK = '…… [nguyên nhân]';
/** A sample of what the officer will write. */
const PROBE = 'Chậm';
const LONGEST_NAME = 160;

type Way = (items: readonly Item[], item: Item) => string;

/**
 * A long name is shortened unless only the whole name identifies the item; an item without a code is cited with the
 * criterion above it.
 */
const WAYS: readonly Way[] = [
  (_, item) => shortened(citation(item)),
  (_, item) => citation(item),
  (_, item) => plain(`Tiêu chí ${titleOf(item)}`),
  (_, item) => plain(nameOf(item)),
  (items, item) => plain(((cited) => `${cited.kind} ${cited.title}`)(citedAs(items, item))),
];

/** «Tiêu chí thành phần 1.1.2. Kế hoạch»; an area and an item without a code are cited by their title alone. */
const citation = (item: Item): string =>
  plain(item.code === '' || item.level === 0 ? titleOf(item) : `${kindOf(item)} ${titleOf(item)}`);
const shortened = (text: string): string =>
  text.length <= LONGEST_NAME ? text : text.slice(0, LONGEST_NAME).replace(/\s+\S*$/, '');

/** The line as the single passage that it is read as; null if it is read as none or several. */
function readBack(head: string, words: string, known: KnownNames): ProseLine | null {
  const [line, another] = readProse(head + words, known);
  return line && !another ? line : null;
}

const headingOf = (sheet: ScoreSheet, unit: UnitScores): string => `Đơn vị: ${oneLine(unitLabel(sheet, unit))}`;

function isReadBack(heading: string, known: KnownNames): boolean {
  const [line, another] = readLines(heading, known);
  return line?.isStated === true && !another;
}

/** Puts the text of any cell on one line. */
const oneLine = (text: string): string => squeeze(text.normalize('NFC').replace(/\p{Cc}/gu, ' '));
const plain = (text: string): string => oneLine(text).replace(/^[-–—•*+\s]+/u, '');

const isSame = (a: string, b: string): boolean => letters(a) === letters(b);
const letters = (text: string): string => foldText(text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));

const MOST_OTHERS = 3;

/** `lead`: remarks at the top. */
export function causesText({ sheets }: BookAssessment, losses: readonly OpenLoss[], lead: readonly string[]): string {
  const lines = lead.map(hashLine);
  let [sheet, unit]: [Assessment | null, UnitScores | null] = [null, null];
  for (const loss of losses) {
    const { scoreSheet } = loss.assessment;
    if (sheets.length > 1 && loss.assessment !== sheet) lines.push('', `Trang tính: ${scoreSheet.sheet}`);
    if (loss.unit !== unit)
      lines.push(
        '',
        losses.some((each) => each.unit === loss.unit && each.line !== null)
          ? headingOf(scoreSheet, loss.unit)
          : hashLine(headingOf(scoreSheet, loss.unit)),
        '',
      );
    [sheet, unit] = [loss.assessment, loss.unit];
    lines.push(...linesOfLoss(loss));
  }
  return `${lines.join('\n')}\n`;
}

function linesOfLoss({ item, deduction, suggestions, line }: OpenLoss): string[] {
  const worded = suggestions.map((each) => `«${plain(each.cause)}» (${sourceOf(each)})`);
  if (line === null) {
    const where =
      `${titleOf(item)} (trừ ${toVietnamese(deduction.lostPoints)} điểm, ô ${toA1(deduction.at)}): văn bản này ` +
      'không nói rõ được là tiêu chí nào, hãy ghi nguyên nhân ngay trong bảng.';
    return [hashLine(where), ...(worded.length === 0 ? [] : [hashLine(`Gợi ý: ${worded.join('; ')}`)])];
  }
  const [first] = suggestions;
  const isFilled = first !== undefined && !line.endsWith(BLANK);
  const others = worded.slice(isFilled ? 1 : 0, MOST_OTHERS + 1);
  return [
    line,
    ...(isFilled ? [hashLine(`Gợi ý lấy từ: ${sourceOf(first)}`)] : []),
    ...(others.length === 0 ? [] : [hashLine(`${isFilled ? 'Gợi ý khác' : 'Gợi ý'}: ${others.join('; ')}`)]),
  ];
}

/** «UBND xã A», «UBND xã A và 2 nơi khác», «UBND xã A, năm trước». */
const sourceOf = ({ unitName, times, isLastYears }: SuggestedCause): string =>
  `${plain(unitName)}${times > 1 ? ` và ${times - 1} nơi khác` : ''}${isLastYears ? ', năm trước' : ''}`;

/** A remark for people, which the prose reader skips. */
const hashLine = (text: string): string => `# ${plain(text)}`;
