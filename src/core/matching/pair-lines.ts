/**
 * Pairs the lines of «Điểm bị trừ» with deductions: first by exact unit, code and name; then, for a line whose
 * criterion was renamed, by what a correction leaves unchanged: the name, the score's cell, the code. A line is paired
 * only if nothing else could be meant; otherwise it stays by itself with the text typed in it.
 */
import type { Address } from '../values/address';
import type { DeductionLine } from '../model/deduction';
import { foldText } from '../values/fold-text';
import { partsOfName, titleAbove } from '../model/item-title';
import { onlyPairs } from './answer';
import { groupsOf } from '../values/group';
import { SHORTEST_NAME, codeKey, titleKey, wordsAgree, wordsOf } from './keys';
import { addressOf, areaOf, labelOf, type Item, type ScoreSheet, type UnitScores } from '../model/score-sheet';
import { cellIn, cellText, unitOfLine, unitsByName } from './lines-of-units';

interface Loss {
  readonly unit: UnitScores;
  readonly item: Item;
  readonly at: Address;
}

/** The line of each loss; null if it has none. */
export function pairLines(
  sheet: ScoreSheet,
  losses: readonly Loss[],
  lines: readonly DeductionLine[],
): (DeductionLine | null)[] {
  const names = sheet.items.map((item) => nameOfItem(sheet, item));
  const found = new Map<number, number>();
  const units = unitsByName(sheet);
  const unitOf = unitOfLine(sheet, losses, lines);
  const lineNames = lines.map(({ code, name }) => ({ code, ...partsOfName(name) }));
  const lineKeys = lines.map((line, position) => `${unitOf(line)}\n${wholeKey(lineNames[position])}`);
  const pairing: Pairing = { sheet, losses, lines, found };
  pairEqual(
    pairing,
    (loss) => `${units[loss.unit.position] ?? ''}\n${wholeKey(names[loss.item.position])}`,
    (position) => lineKeys[position] ?? '',
  );
  // Older lines do not name the criterion above a dash item.
  const bare = (position: number): string =>
    lineNames[position]?.above === '' ? `${unitOf(lines[position])}\n${bareKey(lineNames[position])}` : '';
  pairEqual(pairing, (loss) => `${units[loss.unit.position] ?? ''}\n${bareKey(names[loss.item.position])}`, bare);
  const taken = new Set(found.values());
  if (taken.size < lines.length && found.size < losses.length)
    pairCorrected(pairing, names, (position) => unitOf(lines[position]), units);
  return losses.map((_, position) => lines[found.get(position) ?? -1] ?? null);
}

interface Pairing {
  readonly sheet: ScoreSheet;
  readonly losses: readonly Loss[];
  readonly lines: readonly DeductionLine[];
  /** Position of the line by position of its loss; filled step by step. */
  readonly found: Map<number, number>;
}

interface Name {
  readonly code: string;
  /** The criterion above, if the code does not identify it. */
  readonly above: string;
  readonly name: string;
}

const nameOfItem = ({ items }: ScoreSheet, item: Item): Name => ({
  code: item.code,
  above: titleAbove(items, item),
  name: item.name,
});
const bareKey = (name: Name | undefined): string => (name ? titleKey(name.code, name.name) : '');
const wholeKey = (name: Name | undefined): string => (name ? `${bareKey(name)}\n${foldText(name.above)}` : '');

/**
 * Pairs losses and lines with the same key. Items without a code often share one name: if every loss has a line linked
 * to its cell, or there are not as many lines as losses, the cells decide first; the rest is paired in order.
 */
function pairEqual(
  { sheet, losses, lines, found }: Pairing,
  keyOf: (loss: Loss) => string,
  lineKeyOf: (position: number) => string,
): void {
  const taken = new Set(found.values());
  const byKey = groupsOf(lines.keys(), (position) => (taken.has(position) ? '' : lineKeyOf(position)));
  const wanted = groupsOf(losses.keys(), (position) => (found.has(position) ? '' : keyOf(losses[position] as Loss)));
  for (const [key, lossesHere] of wanted) {
    const alike = byKey.get(key) ?? [];
    const free = new Set(alike);
    const take = (loss: number, line: number | undefined): void => {
      if (line !== undefined && free.delete(line)) found.set(loss, line);
    };
    if (lossesHere.length > 1 || alike.length > 1) {
      const cells = new Map(alike.map((position) => [cellText(lines[position]?.source), position] as const));
      const cellAt = (loss: number): number | undefined => cells.get(cellOf(sheet, losses[loss]?.at ?? null));
      if (lossesHere.length !== alike.length || lossesHere.every((loss) => cellAt(loss) !== undefined))
        for (const loss of lossesHere) take(loss, cellAt(loss));
    }
    for (const loss of lossesHere) if (!found.has(loss)) take(loss, [...free][0]);
  }
}

/** A line or an item that could not be paired by its name. */
interface Called extends Name {
  readonly position: number;
  readonly words: string;
  readonly wordsAbove: string;
  /** The code, after the code of the criterion above. */
  readonly path: string;
  readonly area: string;
  /** Cell of the score, if it is certain. */
  readonly cell: string;
}

function pairCorrected(
  { sheet, losses, lines, found }: Pairing,
  names: readonly Name[],
  unitOf: (line: number) => string,
  units: readonly string[],
): void {
  const taken = new Set(found.values());
  const linesLeft = groupsOf(lines.keys(), (position) => (taken.has(position) ? '' : unitOf(position)));
  const lossesLeft = groupsOf(losses.keys(), (position) =>
    found.has(position) ? '' : (units[losses[position]?.unit.position ?? -1] ?? ''),
  );
  /** Items paired by name and code with a line of any unit: their name is not a new one. */
  const known = new Set([...found.keys()].map((position) => losses[position]?.item.position ?? -1));
  const itemsByKey = new Map<string, number[]>();
  for (const [position, name] of names.entries())
    for (const key of new Set([bareKey(name), wholeKey(name)]))
      itemsByKey.set(key, [...(itemsByKey.get(key) ?? []), position]);
  const pairedItems = groupsOf(found.keys(), (position) => units[losses[position]?.unit.position ?? -1] ?? '');
  const texts = new Map<string, string>();
  const words: Words = (text) => texts.get(text) ?? remember(texts, text);
  const areaLabels = sheet.items.map((item) => labelOf(areaOf(sheet.items, item)));
  const calledItems = names.map((name, position) => called(words, name, position, areaLabels[position] ?? '', ''));
  for (const [unit, left] of linesLeft) {
    const lossesHere = lossesLeft.get(unit);
    if (!lossesHere) continue;
    const paired = new Set((pairedItems.get(unit) ?? []).map((position) => losses[position]?.item.position ?? -1));
    const here = new Set(lossesHere.map((position) => losses[position]?.unit));
    const [scores] = here;
    if (!scores || here.size > 1) continue;
    const calledLines = left.map((position) => lineCalled(words, lines, position));
    // An item of that name exists but lost nothing: the line is about a loss that no longer exists.
    const isSettled = (line: Called): boolean =>
      (itemsByKey.get(line.above === '' ? bareKey(line) : wholeKey(line)) ?? []).some((item) => !paired.has(item));
    const settled = new Set(calledLines.filter(isSettled).map((line) => bareKey(line)));
    const free = new Set(calledLines.filter((line) => !settled.has(bareKey(line))));
    const items = new Set(
      calledItems.flatMap((item) => {
        if (paired.has(item.position) || settled.has(bareKey(item))) return [];
        const scored = sheet.items[item.position];
        return [{ ...item, cell: scored ? cellOf(sheet, addressOf(sheet, scores, scored, scores.awardedRole)) : '' }];
      }),
    );
    const lossOf = new Map(lossesHere.map((position) => [losses[position]?.item.position ?? -1, position]));
    for (const { keyOf, agree } of WAYS) {
      for (const [line, item] of onlyPairs(free, items, {
        keyOf,
        agree: (a, b) => agree(a, b, known.has(b.position)),
      })) {
        const loss = lossOf.get(item.position);
        if (loss !== undefined) found.set(loss, line.position);
        free.delete(line);
        items.delete(item);
      }
    }
  }
}

interface Way {
  readonly keyOf: (called: Called) => string;
  readonly agree: (line: Called, item: Called, isKnown: boolean) => boolean;
}

const isAlike = (line: Called, item: Called): boolean =>
  wordsAgree(line.words, item.words) && wordsAgree(line.wordsAbove, item.wordsAbove);

/**
 * In order: the code moved; the cell is the same, with a name that is nearly the same or was changed only in the line;
 * the name was corrected.
 */
const WAYS: readonly Way[] = [
  {
    keyOf: ({ words, wordsAbove }) => (words === '' ? '' : `${wordsAbove}|${words}`),
    agree: (line, item, isKnown) =>
      line.words.length >= SHORTEST_NAME ||
      (!isKnown && (line.area === item.area || headOf(line.path) === headOf(item.path))),
  },
  {
    keyOf: ({ cell }) => cell,
    agree: (line, item, isKnown) => isAlike(line, item) || (isKnown && line.path === item.path),
  },
  { keyOf: ({ path }) => path, agree: isAlike },
];

/** `wordsOf`, cached because the same name is in the lines of every unit. */
type Words = (text: string) => string;

function remember(texts: Map<string, string>, text: string): string {
  const words = wordsOf(text);
  texts.set(text, words);
  return words;
}

const called = (wordsIn: Words, name: Name, position: number, area: string, cell: string): Called => {
  const codeAbove = name.above === '' ? '' : `${/^\S+?(?=[.)]?\s|$)/u.exec(name.above)?.[0] ?? ''}|`;
  const code = codeKey(name.code);
  return {
    ...name,
    position: position,
    words: wordsIn(name.name),
    wordsAbove: wordsIn(name.above),
    path: codeAbove + code === '' ? '' : codeAbove + code,
    area: wordsIn(area),
    cell,
  };
};

function lineCalled(wordsIn: Words, lines: readonly DeductionLine[], position: number): Called {
  const line = lines[position] as DeductionLine;
  return called(
    wordsIn,
    { code: line.code, ...partsOfName(line.name) },
    position,
    line.area,
    line.source?.isLive === true ? cellText(line.source) : '',
  );
}

const headOf = (path: string): string => path.replace(/[.|][^.|]*$/, '');

const cellOf = (sheet: ScoreSheet, at: Address | null): string => (at ? cellIn(sheet, at) : '');
