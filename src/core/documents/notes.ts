/**
 * Notes to the signer where the sheet states another number than the report prints; they are removed before signing.
 */
import { toA1 } from '../values/address';
import type { Block } from '../model/document';
import { areaOf, placeOf, sheetTitle, type Item } from '../model/score-sheet';
import { itemsOf, type Subject } from './subjects';
import { signersNote } from './report';
import { capitalised, insideSentence } from './wording';

/** Faults that concern the unit's overall result. */
export const RESULT_FAULTS: readonly string[] = [
  'mismatched-index',
  'mismatched-rating',
  'mismatched-rank',
  'mismatched-total',
];
/** Faults that concern single items. */
export const POINT_FAULTS: readonly string[] = [
  'mismatched-loss',
  'mismatched-subtotal',
  'mismatched-max',
  'mismatched-percent',
];

/**
 * Notes in the order of the sheet. `isAbout` receives the area of the fault, or null if the fault concerns the whole
 * result.
 */
export function notesOn(
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
    .map(({ message: text, item, at: [at] }) => {
      const message = item ? text.replace(item.name, () => capitalised(insideSentence(item.name))) : text;
      const cell = at && !message.includes(toA1(at)) ? ` (ô ${toA1(at)})` : '';
      const sheet = at ? placeOf(assessment.scoreSheet, at).sheet : sheetTitle(assessment.scoreSheet);
      return signersNote(` (trang tính «${sheet}»): ${message}${cell}`);
    });
}
