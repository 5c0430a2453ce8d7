/** The names that a template may use: for the whole document, a unit, an area and a loss. */
import type { Deduction } from '../model/deduction';
import { dateInWords, type Block, type DocumentTable } from '../model/document';
import type { Item } from '../model/score-sheet';
import { negate, subtract, type Decimal } from '../values/decimal';
import { areaName, areaPercent, areasTable, changeOf, yearsTable } from './areas-table';
import { itemsTable } from './losses';
import { placeOf, placeOfArea } from './places';
import { fraction, percentText, shown } from './points';
import { cell, centred, headed, subjectsIn, yearsOf, type ReportInput, type Years } from './report';
import { draftShortcomings } from './shortcomings';
import { draftStrengths } from './strengths';
import { areasOf, earlierResult, itemsOf, lossOf, reformAreas, type AreaPart, type Subject } from './subjects';
import { listOf, namesOf, type TemplateLevel, type TemplateScope } from './template-values';
import { unitsTable } from './units-table';
import { capitalised, citedAs, codeOf, counted, nameOf, placed, signed } from './wording';

interface OfUnit {
  readonly subject: Subject;
  readonly years: Years;
  readonly position: number;
}
interface OfArea extends OfUnit {
  readonly area: AreaPart;
}
interface OfLoss extends OfUnit {
  readonly deduction: Deduction;
}

const orNull = (text: string | null | undefined): string | null => text?.trim() || null;
/** The percent as in sentences, without the percent sign. */
const percent = ({ assessment: { places } }: Subject, value: Decimal | null): string | null =>
  value === null ? null : percentText(value, places).slice(0, -1);
const place = (rank: number | null, of: number | null): string | null => (rank === null ? null : placed(rank, of));
const number = ({ position }: OfUnit): string => String(position + 1);

const LOSS = namesOf<OfLoss>([
  ['TT', number],
  ['Mã', (loss) => codeIn(loss.deduction.item)],
  ['Tiêu chí', (loss) => citedIn(loss)],
  ['Tên tiêu chí', (loss) => nameIn(loss.deduction.item)],
  ['Điểm tối đa', ({ subject, deduction }) => shown(deduction.maxPoints, subject.pointPlaces)],
  [
    'Điểm tự chấm',
    ({ subject, deduction: { selfPoints } }) => (selfPoints === null ? null : shown(selfPoints, subject.pointPlaces)),
  ],
  ['Điểm đạt', ({ subject, deduction }) => shown(deduction.awardedPoints, subject.pointPlaces)],
  ['Điểm bị trừ', ({ subject, deduction }) => shown(deduction.lostPoints, subject.pointPlaces)],
  ['Nguyên nhân', ({ deduction }) => orNull(deduction.cause)],
  ['Trách nhiệm', ({ deduction }) => orNull(deduction.responsibleBody)],
  ['Cá nhân phụ trách', ({ deduction }) => orNull(deduction.responsiblePerson)],
  ['Giải trình', ({ deduction }) => orNull(deduction.explanation)],
  ['Giải pháp khắc phục', ({ deduction }) => orNull(deduction.remedy)],
  ['Thời hạn', ({ deduction }) => orNull(deduction.remedyDue)],
  ['Tình trạng', ({ deduction }) => orNull(deduction.remedyStatus)],
]);

const codeIn = (item: Item): string | null => orNull(codeOf(item).replace(/\.$/, ''));
const nameIn = (item: Item): string => capitalised(nameOf(item));
const citedIn = ({ subject, deduction }: OfLoss): string => citedAs(itemsOf(subject), deduction.item).title;

const lossesIn = (thing: OfUnit, deductions: readonly Deduction[]): OfLoss[] =>
  deductions.map((deduction, position) => ({ ...thing, deduction, position }));

const AREA = namesOf<OfArea>(
  [
    ['TT', number],
    ['Mã', ({ area }) => codeIn(area.item)],
    ['Tên lĩnh vực', ({ area }) => areaName(area)],
    ['Điểm lĩnh vực', ({ area, subject }) => area.tally && shown(area.tally.points, subject.pointPlaces)],
    ['Điểm tối đa', ({ area, subject }) => area.tally && shown(area.tally.max, subject.pointPlaces)],
    ['Điểm bị trừ', ({ area, subject }) => areaLoss(subject, area)],
    ['Tỷ lệ', ({ area, subject }) => percent(subject, areaPercent(area, subject.assessment.places))],
    ['Tỷ lệ năm trước', ({ area, subject }) => percent(subject, area.change?.percent.before ?? null)],
    ['Tăng giảm', ({ area }) => signedOrNull(changeOf(area))],
    ['Hạng lĩnh vực', ({ subject, area }) => placeOfArea(subject, area)?.text ?? null],
  ],
  [['Bảng tiêu chí', ({ subject, area }) => itemsTable(subject, area.item)]],
  [listOf('Mục bị trừ', LOSS, (thing) => lossesIn(thing, thing.area.deductions))],
);

const placeIn = ({ standings }: Subject): string | null =>
  standings.reduce<string | null>((found, each) => found ?? placeOf(each)?.text ?? null, null);
const areaLoss = ({ pointPlaces }: Subject, { tally }: AreaPart): string | null =>
  tally && shown(subtract(tally.max, tally.points), pointPlaces);
const signedOrNull = (value: Decimal | null): string | null => (value === null ? null : signed(value));
const areasIn = (thing: OfUnit): AreaPart[] => reformAreas(areasOf(thing.subject));

const UNIT = namesOf<OfUnit>(
  [
    ['TT', number],
    ['Đơn vị', ({ subject }) => capitalised(subject.name)],
    ['Khối', ({ subject }) => orNull(subject.unit.group)],
    ['Chỉ số', ({ subject }) => percent(subject, subject.result.publishedIndex)],
    ['Xếp loại', ({ subject: { result } }) => result.rating],
    ['Xếp hạng', ({ subject }) => placeIn(subject)],
    ['Tổng điểm', ({ subject }) => totalOf(subject, 'awardedTotal')],
    ['Tổng điểm tự chấm', ({ subject }) => totalOf(subject, 'selfTotal')],
    ['Tổng điểm bị trừ', ({ subject }) => shown(lossOf(subject.deductions), subject.pointPlaces)],
    ['Điểm cộng', ({ subject }) => extraOf(subject, 'bonus')],
    ['Điểm trừ', ({ subject }) => extraOf(subject, 'penalty')],
    ['Số mục bị trừ', ({ subject }) => counted(subject.deductions.length, 'mục')],
    ['Chỉ số năm trước', ({ subject }) => percent(subject, subject.change?.index.before ?? null)],
    ['Xếp loại năm trước', ({ subject }) => earlierResult(subject)?.rating ?? null],
    ['Xếp hạng năm trước', ({ subject }) => placeBefore(subject)],
    ['Tăng giảm chỉ số', ({ subject }) => signedOrNull(subject.change?.index.change ?? null)],
  ],
  [
    ['Bảng lĩnh vực', (thing) => areasIn2Years(thing)],
    ['Bảng điểm bị trừ', (thing) => lossesTable(thing)],
  ],
  [
    listOf('Lĩnh vực', AREA, (thing) => areasIn(thing).map((area, position) => ({ ...thing, area, position }))),
    listOf('Mục bị trừ', LOSS, (thing) => lossesIn(thing, thing.subject.deductions)),
  ],
);

const totalOf = ({ result, pointPlaces }: Subject, key: 'awardedTotal' | 'selfTotal'): string | null => {
  const tally = result.totals[key];
  return tally && !result.undetermined ? fraction(tally, pointPlaces) : null;
};
const extraOf = ({ result: { totals }, pointPlaces }: Subject, key: 'bonus' | 'penalty'): string | null =>
  totals[key] === 0 ? null : shown(totals[key], pointPlaces);
const placeBefore = (subject: Subject): string | null => {
  const before = earlierResult(subject);
  return before && place(before.rank, before.rankOf);
};
const areasIn2Years = (thing: OfUnit): DocumentTable =>
  thing.subject.change
    ? yearsTable(thing.subject, areasIn(thing), thing.years)
    : areasTable(thing.subject, areasIn(thing));

function lossesTable(thing: OfUnit): DocumentTable {
  const { subject } = thing;
  return {
    kind: 'table',
    widths: [9, 33, 9, 9, 25, 15],
    header: [['Mã', 'Nội dung', 'Điểm tối đa', 'Bị trừ', 'Nguyên nhân', 'Trách nhiệm'].map((title) => headed(title))],
    rows: lossesIn(thing, subject.deductions).map((loss) => [
      centred(codeIn(loss.deduction.item) ?? ''),
      cell(nameIn(loss.deduction.item)),
      centred(shown(loss.deduction.maxPoints, subject.pointPlaces)),
      centred(shown(negate(loss.deduction.lostPoints), subject.pointPlaces)),
      cell(loss.deduction.cause ?? ''),
      cell(loss.deduction.responsibleBody ?? ''),
    ]),
  };
}

interface BookContext {
  readonly input: ReportInput;
  readonly subjects: readonly Subject[];
  readonly years: Years;
}

const lines = (texts: readonly string[]): string | null => orNull(texts.join('\n'));
const wordsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.draft !== 'note' ? [block.runs.map(({ text }) => text).join('')] : [],
  );
const unitsIn = ({ subjects, years }: BookContext): OfUnit[] =>
  subjects.map((subject, position) => ({ subject, years, position }));

const BOOK = namesOf<BookContext>(
  [
    ['Năm', ({ input: { details } }) => (details.year === null ? null : String(details.year))],
    ['Năm trước', ({ years }) => orNull(years.previous.replace(/^năm (?=\d)/, ''))],
    ['Cơ quan chủ quản', ({ input: { details } }) => orNull(details.superiorBody)],
    ['Cơ quan ban hành', ({ input: { details } }) => orNull(details.issuingBody)],
    ['Số văn bản', ({ input: { details } }) => orNull(details.number)],
    ['Ký hiệu', ({ input: { details } }) => orNull(details.symbol)],
    ['Địa danh', ({ input: { details } }) => orNull(details.place)],
    ['Ngày ban hành', ({ input: { details } }) => details.date && dateInWords(details.date)],
    ['Kính gửi', ({ input: { details } }) => orNull(details.addressee)],
    ['Chức vụ người ký', ({ input: { details } }) => lines(details.signerTitle)],
    ['Người ký', ({ input: { details } }) => orNull(details.signerName)],
    ['Nơi nhận', ({ input: { details } }) => lines(details.recipients)],
    ['Căn cứ', ({ input: { details } }) => lines(details.grounds)],
    ['Công tác triển khai', ({ input: { details } }) => lines(details.deployment)],
    ['Nguyên nhân chung', ({ input: { details } }) => lines(details.commonCauses)],
    ['Đề nghị', ({ input: { details } }) => lines(details.requests)],
    ['Kiến nghị', ({ input: { details } }) => lines(details.proposals)],
    ['Nhiệm vụ, giải pháp', ({ input: { details } }) => lines(details.tasks)],
    ['Số đơn vị', ({ subjects }) => counted(subjects.length, 'đơn vị')],
    ['Ưu điểm', (context) => strengthsOf(context)],
    ['Tồn tại', (context) => shortcomingsOf(context)],
  ],
  [['Bảng đơn vị', ({ subjects }) => unitsTable(subjects)]],
  [listOf('Các đơn vị', UNIT, unitsIn)],
);

const strengthsOf = ({ subjects, input: { details, units } }: BookContext): string | null =>
  lines([...details.strengths.map((text) => `- ${text}`), ...wordsOf(draftStrengths(subjects, units !== null))]);
const shortcomingsOf = ({ subjects, years, input: { units } }: BookContext): string | null =>
  lines(wordsOf(draftShortcomings(subjects, years.previous, units !== null)));

/** Names for a template about all units, and names that make a template one about a single unit. */
export const BOOK_NAMES: TemplateLevel = BOOK.level;
export const UNIT_NAMES: TemplateLevel = UNIT.level;

/** The values of the names: those of the whole document first, then those of the unit if the template is about one. */
export function templateScopes(input: ReportInput, isOfUnit: boolean): TemplateScope[] {
  const context: BookContext = { input, subjects: subjectsIn(input), years: yearsOf(input) };
  return [BOOK.scopeOf(context), ...(isOfUnit ? unitsIn(context).slice(0, 1).map(UNIT.scopeOf) : [])];
}
