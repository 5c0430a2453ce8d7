/**
 * The likely meaning of a score that is not a number: «1, 5», «1,5 (trừ 0,5)», «75 %», «Đạt». Suggested, never used.
 */
import { ONE_HUNDRED, ZERO, fromText, type Decimal } from '../values/decimal';
import { plainKey } from '../values/fold-text';
import { roundRatio, times } from '../values/ratio';

interface LikelyPoints {
  readonly points: Decimal;
  readonly why: string;
}

const SPLIT = /^(\d+) ?[.,] ?(\d+)$/;
const WITH_WORDS = /^(\d+(?:[.,]\d+)?) ?(?:điểm|đ)? ?[(;:-].*\p{L}/u;
const PERCENT = /^(\d+(?:[.,]\d+)?) ?%$/;
const NONE = /^(khong dat|chua dat|khong co|khong hoan thanh)$/;
const ALL = /^(dat|co|hoan thanh|tot|day du|dung han)$/;

export function likelyPoints(text: string, max: Decimal | null): LikelyPoints | null {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const [, whole, fraction] = SPLIT.exec(plain) ?? [];
  if (whole !== undefined && fraction !== undefined) return numeric(`${whole}.${fraction}`, 'bỏ dấu cách giữa số');
  const [, first] = WITH_WORDS.exec(plain) ?? [];
  if (first !== undefined) return numeric(first, 'lấy số đứng đầu, bỏ chữ ghi kèm');
  if (max === null) return null;
  const [, percent] = PERCENT.exec(plain) ?? [];
  if (percent !== undefined) return share(percent, max);
  const key = plainKey(plain);
  if (NONE.test(key)) return { points: ZERO, why: `«${plain}» là 0 điểm` };
  return ALL.test(key) ? { points: max, why: `«${plain}» là đủ điểm tối đa` } : null;
}

function numeric(text: string, why: string): LikelyPoints | null {
  const points = fromText(text.replace(',', '.'));
  return points === null ? null : { points, why };
}

function share(percent: string, max: Decimal): LikelyPoints | null {
  const part = fromText(percent.replace(',', '.'));
  if (part === null) return null;
  const ratio = times({ numerator: BigInt(part), denominator: BigInt(ONE_HUNDRED) }, max);
  return { points: roundRatio(ratio, 4), why: `${percent}% của điểm tối đa` };
}
