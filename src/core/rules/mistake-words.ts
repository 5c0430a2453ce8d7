/** Puts mistakes into words: what is wrong, the likely value, what then matches, and what the table leaves open. */
import { resultOf } from '../model/assessment';
import { ZERO, negate, subtract, type Decimal, shownCount } from '../values/decimal';
import type { Address } from '../values/address';
import type { Evidence, Suggestion } from '../model/diagnostic';
import type { RuleContext } from '../model/rule';
import { isPercentAt, textIn, type Item } from '../model/score-sheet';
import type { Mistake } from '../relations/diagnose';
import { amountOf, figuresOf, NO_CHANGES, type Figure, type Relation, type Term } from '../relations/relation';
import { mainOf } from '../relations/search';
import { placeOfMax } from './max-equations';
import { cell, listCells, nameItem, plain, shown, subject } from './wording';

type Explanation = Mistake['explanations'][number];

const MOST_SUGGESTIONS = 3;
const MOST_PROOFS = 3;
/** Explanations less likely than this are not mentioned. */
const LEAST_SHARE = 0.02;

const FIGURE_WORDS = {
  self: 'điểm tự chấm',
  appraised: 'điểm thẩm định',
  max: 'điểm tối đa',
  lost: 'điểm bị trừ',
  percent: 'tỷ lệ',
  total: 'tổng điểm',
  selfTotal: 'tổng điểm tự chấm',
  index: 'chỉ số',
  change: 'mức tăng, giảm',
} as const;

/** «Xã A, tiêu chí 1.1: điểm thẩm định ở ô E7 ghi 7,5 nhưng tổng 4 tiêu chí con là 7.» */
export function plainMessage(context: RuleContext, relation: Relation, expected: Decimal): string {
  const { result } = relation;
  const of = result.unit || result.item ? subject(result.unit, result.item) : 'Toàn bảng';
  const place = result.at ? cell(result.at) : result.item && placeOfMax(context, result.item).where;
  const where = place === null ? '' : ` ở ${place}`;
  const sign = result.role === 'percent' ? '%' : '';
  const word = result.role === 'lost' && !result.item ? 'tổng điểm bị trừ' : FIGURE_WORDS[result.role];
  return (
    `${of}: ${word}${where} ghi ${shown(result.value)}${sign} nhưng ` +
    `${basis(context, relation)} ${shown(expected)}${sign}${relation.kind === 'change' ? ' điểm phần trăm' : ''}.`
  );
}

/** Where the expected number comes from, as the words before that number. */
function basis(context: RuleContext, { kind, result, part, whole }: Relation): string {
  const count = part.terms.length;
  const reached = `${shown(amountOf(part, NO_CHANGES))}${kind === 'index' ? extras(context, result) : ''}`;
  const of = `${reached.includes(' ') ? `(${reached})` : reached}/${whole ? shown(amountOf(whole, NO_CHANGES)) : ''}`;
  switch (kind) {
    case 'subtotal':
      return `tổng ${count} tiêu chí con là`;
    case 'maximum':
      return `${result.item ? maximaBelow(result, count) : `cộng ${count} lĩnh vực`} là`;
    case 'applicable':
      return 'tổng điểm tối đa của các tiêu chí được áp dụng là';
    case 'laid-down':
      return laidDown(context, result);
    case 'loss':
    case 'total-loss':
      return `${difference(part.terms)} =`;
    case 'total':
      return 'cộng các tiêu chí được';
    case 'percent':
      return `${of} là`;
    case 'index':
      return `${of} điểm cho chỉ số`;
    case 'listed':
      return 'điểm tối đa trừ các điểm bị trừ liệt kê bên dưới là';
    case 'bound':
      return 'điểm tối đa là';
    case 'change':
      return `${part.terms.map(({ figure }) => shown(figure.value)).join(' − ')} =`;
    case 'elsewhere':
      return `${placeElsewhere(part.terms)} ghi`;
  }
}

const maximaBelow = ({ unit }: Figure, count: number): string =>
  `tổng điểm tối đa của ${unit ? 'các tiêu chí con được áp dụng' : `${count} tiêu chí con`}`;

const laidDown = ({ criteria }: RuleContext, { unit }: Figure): string =>
  unit ? 'điểm tối đa chung của tiêu chí là' : `bộ tiêu chí (trang tính «${criteria?.sheet ?? ''}») là`;

/** «trang tính «Chi tiết» ô D4»; if the other table states no sum, the number of cells added. */
function placeElsewhere(terms: readonly Term[]): string {
  const [{ figure } = {}] = terms;
  const at = terms.length === 1 && figure?.at ? ` ${cell(figure.at)}` : ` (cộng ${shownCount(terms.length)} ô)`;
  return `trang tính «${figure?.sheet.sheet ?? ''}»${at}`;
}

/** « + 2 điểm cộng − 0,5 điểm trừ». */
function extras(context: RuleContext, { unit }: Figure): string {
  const { bonus, penalty } = unit ? resultOf(context, unit).totals : { bonus: ZERO, penalty: ZERO };
  return `${bonus === 0 ? '' : ` + ${shown(bonus)} điểm cộng`}${penalty === 0 ? '' : ` − ${shown(penalty)} điểm trừ`}`;
}

/** «10 − 6,46»: the applicable maximum less the points. */
function difference(terms: readonly Term[]): string {
  const max = terms.filter(({ figure }) => figure.role === 'max');
  const points = terms
    .filter(({ figure }) => figure.role !== 'max')
    .map(({ figure, sign }) => ({ figure, sign: -sign }));
  const amount = (list: readonly { readonly figure: Figure; readonly sign: number }[]): string =>
    shown(list.reduce((sum, { figure, sign }) => sum + sign * figure.value, 0) as Decimal);
  return `${amount(max)} − ${amount(points)}`;
}

/**
 * «… ở ô E37 ghi 5, nhiều khả năng là 0,5: khi đó tổng 3.4 (2,5) và tổng điểm (83,37) đều đúng, và 5 vượt điểm tối đa
 * 0,5.»
 */
export function sureMessage({ broken, explanations, standing }: Mistake, main: Figure, value: Decimal): string {
  const bound = broken.find(({ kind }) => kind === 'bound');
  const followers = (explanations[0]?.changes.size ?? 1) - 1;
  const ties = broken.filter((relation) => relation.kind !== 'bound' && figuresOf(relation).includes(main));
  const proofs = [...ties.map(({ result }) => result), ...(ties.length === 0 ? [] : standing)].map((each) =>
    proofOf(each),
  );
  const named = [...new Set(proofs)].slice(0, MOST_PROOFS);
  const rest = new Set(proofs).size - named.length;
  const right =
    named.length === 0 ? '' : `: khi đó ${withRest(named, rest)} ` + (named.length + rest > 1 ? 'đều đúng' : 'đúng');
  const most = bound?.result === main ? amountOf(bound.part, NO_CHANGES) : null;
  const beyond = main.value < 0 || most === null ? 'là số âm' : `vượt điểm tối đa ${shown(most)}`;
  const above = most === null ? '' : `${right === '' ? ':' : ', và'} ${shown(main.value)} ${beyond}`;
  const also = followers > 0 ? ` (cùng ${followers} ô tính từ nó)` : '';
  const what = main.unit || main.item ? `${subject(main.unit, main.item)}: ` : '';
  return (
    `${what}${FIGURE_WORDS[main.role]} ở ${main.at ? cell(main.at) : 'bảng'} ghi ${shown(main.value)}, ` +
    `nhiều khả năng là ${shown(value)}${also}${right}${above}.`
  );
}

/** «tổng 3.4 (2,5)», «tổng điểm (83,37)», «điểm bị trừ 1.1 (0,25)»; `now` is the value after the correction. */
function proofOf({ role, item, value, isEntered }: Figure, now = value): string {
  const short = item ? ` ${shortName(item)}` : '';
  const word = (role === 'self' || role === 'appraised') && !isEntered ? 'tổng' : FIGURE_WORDS[role];
  return `${word}${short} (${shown(now)})`;
}

const shortName = (item: Item): string => (item.code === '' ? nameItem(item) : item.code);
/** «A, B và C»; «A, B, C và 2 số khác». */
const withRest = (parts: readonly string[], rest: number): string =>
  listed(rest > 0 ? [...parts, `${rest} số khác`] : parts);
const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} và ${parts.at(-1) ?? ''}`;

/**
 * «…, lệch 0,5: hoặc ô E9 là 1 (đang ghi 0,5), hoặc ô E7 (thành 7) và 3 ô tính từ nó chưa cập nhật; bảng không cho
 * biết.»
 */
export function doubtOf(message: string, broken: { relation: Relation; expected: Decimal }, mistake: Mistake): string {
  const off = subtract(broken.relation.result.value, broken.expected);
  const finding = `${message.replace(/\.$/, '')}, lệch ${shown(off < 0 ? negate(off) : off)}`;
  const options = mistake.explanations.filter(({ share }) => share >= LEAST_SHARE).slice(0, MOST_SUGGESTIONS);
  const early = mistake.isComplete ? '' : ' (chưa xét hết mọi khả năng)';
  if (options.length === 0) return `${finding}; bảng không cho biết ô nào sai${early}.`;
  const more = mistake.explanations.length > options.length || !mistake.isComplete ? `, hoặc ô khác${early}` : '';
  return options.length === 1
    ? `${finding}: có thể ${options.map(optionText).join('')}${more}; bảng không cho biết chắc.`
    : `${finding}: ${options.map((option) => `hoặc ${optionText(option)}`).join(', ')}${more}; bảng không cho biết.`;
}

/** Message for a table where so many sums differ that they cannot all be mistakes of the officer. */
export const doubtOfTree = (at: readonly Address[]): string =>
  `Số ở ô ${listCells(at)} đều khác cộng các dòng bên dưới: có thể bảng được đọc sai dòng nào nằm dưới dòng nào, ` +
  'hoặc còn dòng chưa được đọc; chưa đề nghị sửa số nào.';

function optionText({ changes, events }: Explanation): string {
  const [[main, value] = [], ...others] = [...changes].filter(([{ isFormula }]) => !isFormula);
  if (!main?.at || value === undefined) return '';
  if (events === 1 && others.length > 0)
    return `${cell(main.at)} (thành ${shown(value)}) và ${shownCount(others.length)} ô tính từ nó chưa cập nhật`;
  return [[main, value] as const, ...others]
    .map(([figure, each]) => `${figure.at ? cell(figure.at) : ''} là ${shown(each)} (đang ghi ${shown(figure.value)})`)
    .join(' và ');
}

/** Best first; each lists every cell that changes with it. */
export function suggestionsOf({ scoreSheet }: RuleContext, mistake: Mistake): Suggestion[] {
  const tableSheet = scoreSheet.sheet;
  return mistake.explanations
    .filter(({ share }) => share >= LEAST_SHARE)
    .slice(0, MOST_SUGGESTIONS)
    .flatMap((explanation, position): Suggestion[] => {
      const cells = [...explanation.changes].flatMap(([figure, value]) =>
        figure.at && !figure.isFormula
          ? [{ at: figure.at, value: cellText(figure, value), ...elsewhere(figure, tableSheet) }]
          : [],
      );
      const [main, ...also] = cells;
      if (!main) return [];
      return [
        {
          ...main,
          also,
          why: reasonOf(mistake, explanation),
          share: explanation.share,
          ...certaintyOf(mistake, explanation, position),
        },
      ];
    });
}

const elsewhere = ({ sheet: { sheet } }: Figure, tableSheet: string): { readonly sheet?: string } =>
  sheet === tableSheet ? {} : { sheet };

/** A correction of an appraised score is applied together with others only if the officer picks it. */
function certaintyOf(
  { isSure }: Mistake,
  { changes }: Explanation,
  position: number,
): Pick<Suggestion, 'isSure' | 'isProven'> {
  const [main] = [...changes.keys()];
  const isBest = isSure && position === 0;
  const isScored = main?.role === 'appraised' && main.isEntered;
  return { isSure: isBest && !isScored, isProven: isBest && isScored };
}

function reasonOf({ broken }: Mistake, { changes, events }: Explanation): string {
  const touched = broken.filter(
    (relation) => relation.kind !== 'bound' && figuresOf(relation).some((figure) => changes.has(figure)),
  );
  if (touched.length === 0) return 'khi đó điểm nằm từ 0 đến điểm tối đa';
  const proofs = [...new Set(touched.map(({ result }) => proofOf(result, changes.get(result))))];
  const right = withRest(proofs.slice(0, MOST_PROOFS), proofs.length - MOST_PROOFS);
  const main = mainOf(changes);
  return events === 1 && changes.size > 1 && main !== undefined && touched.every(({ result }) => result !== main)
    ? 'các tổng chưa cập nhật theo điểm'
    : `khi đó ${right} khớp`;
}

/** The doubtful cell first, then every broken relation that it is in, with the sum written out as stated. */
export function evidenceOf({ scoreSheet }: RuleContext, { broken }: Mistake, main: Figure): Evidence[] {
  const cellOf = ({ at, sheet }: Figure): { at: Address; sheet?: string }[] =>
    at ? [{ at, ...(sheet.sheet === scoreSheet.sheet ? {} : { sheet: sheet.sheet }) }] : [];
  const touching = broken.filter((relation) => figuresOf(relation).includes(main));
  return [
    ...cellOf(main).map((place) => ({ ...place, text: `${FIGURE_WORDS[main.role]} ${shown(main.value)}` })),
    ...touching.flatMap((relation) => {
      const place = cellOf(relation.result === main ? (relation.part.terms[0]?.figure ?? main) : relation.result);
      return place.map((each) => ({ ...each, text: `${proofOf(relation.result)} ${writtenOut(relation)}` }));
    }),
  ];
}

const MOST_TERMS = 8;

/** «≠ 3 + 4,5 = 7,5»: what the other figures give. */
function writtenOut({ kind, result, part, whole }: Relation): string {
  const sum = ({ terms }: Relation['part']): string => {
    const parts = terms.slice(0, MOST_TERMS).map(({ figure, sign }, position) => {
      const before = sign < 0 ? '− ' : position === 0 ? '' : '+ ';
      return `${before}${shown(figure.value)}`;
    });
    return `${parts.join(' ')}${terms.length > MOST_TERMS ? ' + …' : ''}`;
  };
  const made = part.terms.length > 1 && !whole ? ` = ${shown(amountOf(part, NO_CHANGES))}` : '';
  if (kind === 'bound') return result.value < 0 ? '< 0' : `> ${sum(part)}`;
  return whole ? `≠ (${sum(part)}) / (${sum(whole)})` : `≠ ${sum(part)}${made}`;
}

/**
 * The text for the cell: with its sign, the other half of «75,42/94», or as a fraction if the cell is formatted as a
 * percentage.
 */
function cellText({ sheet, at, role, isDenominator }: Figure, value: Decimal): string {
  if (!at) return plain(value);
  const text = textIn(sheet, at);
  const [points, denominator] = text.split('/');
  if (points !== undefined && denominator !== undefined)
    return isDenominator ? `${points}/${shown(value)}` : `${shown(value)}/${denominator}`;
  if (isPercentAt(sheet, at)) return plain((value / 100) as Decimal);
  const isNegative = role === 'lost' && value !== 0 && /^\s*[-\u2010-\u2015\u2212\ufe63\uff0d]/.test(text);
  return `${isNegative ? '-' : ''}${plain(value)}`;
}
