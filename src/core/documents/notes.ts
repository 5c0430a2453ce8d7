/**
 * Where the sheet states another number than the one a report prints: said beside it to whoever signs, and taken out
 * before.
 */
import { toA1 } from '../values/address';
import type { Block } from '../model/document';
import { areaOf, placeOf, sheetTitle, type Item } from '../model/score-sheet';
import { itemsOf, type Subject } from './subjects';
import { signersNote } from './report';
import { capitalised, insideSentence } from './wording';

/** Of the whole. */
export const RESULT_FAULTS: readonly string[] = [
  'mismatched-index',
  'mismatched-rating',
  'mismatched-rank',
  'mismatched-total',
];
/** Of single items. */
export const POINT_FAULTS: readonly string[] = [
  'mismatched-loss',
  'mismatched-subtotal',
  'mismatched-max',
  'mismatched-percent',
];

/** In the order of the sheet; `isAbout` is asked of the area, null for the whole. */
export function remarksOn(
  subject: Subject,
  aliases: readonly string[],
  isAbout: (area: Item | null) => boolean = () => true,
): Block[] {
  const { assessment, unit } = subject;
  const items = itemsOf(subject);
  return assessment.diagnostics
    .filter(
      (each) => each.unit === unit && aliases.includes(each.alias) && isAbout(each.item && areaOf(items, each.item)),
    )
    .map(({ message: said, item, at: [at] }) => {
      const message = item ? said.replace(item.name, () => capitalised(insideSentence(item.name))) : said;
      const cell = at && !message.includes(toA1(at)) ? ` (ô ${toA1(at)})` : '';
      const sheet = at ? placeOf(assessment.scoreSheet, at).sheet : sheetTitle(assessment.scoreSheet);
      return signersNote(` (trang tính «${sheet}»): ${message}${cell}`);
    });
}
