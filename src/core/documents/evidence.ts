/** The evidence of an item as reports print it: the text of the sheet, and how late each document came. */
import type { ReportDetails } from '../model/report-details';
import type { Item } from '../model/score-sheet';
import { documentInWords, evidenceOf, lateDocuments, shownDay } from '../model/beside/stated-evidence';
import type { Subject } from './subjects';
import { count, inOneLine } from './wording';

/** «Báo cáo số 12/BC-UBND ngày 05/12/2022 (12/BC-UBND ngày 05/12/2022 chậm 01 ngày …).» */
export function evidenceText({ assessment, unit }: Subject, item: Item, { evidenceDue }: ReportDetails): string | null {
  const evidence = evidenceOf(assessment.scoreSheet, unit, item);
  if (!evidence) return null;
  const late = lateTexts({ assessment, unit }, item, { evidenceDue });
  return `${inOneLine(evidence.text)}${late.length === 0 ? '' : ` (${late.join('; ')})`}.`;
}

/** One text for each late document: «12/BC-UBND ngày 05/12/2022 chậm 01 ngày so với hạn 04/12/2022». */
export function lateTexts(
  { assessment, unit }: Pick<Subject, 'assessment' | 'unit'>,
  item: Item,
  { evidenceDue }: Pick<ReportDetails, 'evidenceDue'>,
): string[] {
  const evidence = evidenceOf(assessment.scoreSheet, unit, item);
  return evidence
    ? lateDocuments(evidence, item, evidenceDue).map(
        (each) => `${documentInWords(each)} chậm ${count(each.days)} ngày so với hạn ${shownDay(each.due)}`,
      )
    : [];
}
