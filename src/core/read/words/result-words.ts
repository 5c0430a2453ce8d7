/** Labels of result lines of a unit: Tổng điểm, Chỉ số, Xếp loại … as rows below the items. */
import { plainKey } from '../../values/fold-text';
import type { ResultRole } from '../../model/score-sheet';
import { headerKey } from './header-words';
import { isKnown } from './vocabulary';
import { patternOf } from '../../values/pattern';

/** `subtotal` repeats the sum of one section, `statistic` summarizes units or items: neither is an item or a result. */
export type LineRole = ResultRole | 'bonus' | 'penalty' | 'subtotal' | 'statistic';

const SECTION = '( (cua )?(muc|phan|linh vuc|nhom|tieu chi|bang|trang))?';
const LABELS: readonly (readonly [LineRole, RegExp])[] = [
  ['selfTotal', /^tong (so )?diem (do )?(don vi )?tu (cham|danh gia)/],
  ['lost', /^(tong )?(so )?(diem )?(bi tru|bi mat|mat)$/],
  ['max', /^(tong )?(so )?diem (toi da|chuan)( (duoc )?(ap dung|danh gia))?$/],
  ['bonus', /^(tong )?(so )?diem (cong|thuong|khuyen khich)( them)?(,? (toi da|khong qua|khong vuot) .*)?$/],
  ['penalty', /^(tong )?(so )?diem (phat|tru)( ngoai.*| khac|,? (toi da|khong qua|khong vuot) .*)?$/],
  ['subtotal', new RegExp(`^(tong( so| cong)?( diem)?|cong( diem)?)${SECTION} ([ivx]+|[a-h]|\\d+(\\.\\d+)*)(:.*|$)`)],
  ['statistic', /^(diem |ket qua )?(cua )?(nam|nam truoc|ky truoc|cung ky( nam truoc)?)$/],
  ['statistic', /^(cong )?(mang|chuyen) (sang|trang)( sang)?( sau)?$|^trang truoc (mang|chuyen) sang$/],
  ['statistic', /^(diem )?(trung binh|binh quan|cao nhat|thap nhat)( chung| cua.*| cac don vi.*)?$/],
  [
    'total',
    patternOf([
      String.raw`^((tong|cong):.*|tong (so )?diem( (dat duoc|tham dinh|dat|cham|chung|cuoi cung|cong|sau`,
      String.raw`|cac (tieu chi|linh vuc|noi dung)).*)?|tong cong( diem)?( .{0,20})?|tong( so)?|cong`,
      String.raw`|cong (diem )?(cac )?(tieu chi|linh vuc|muc|phan)`,
      String.raw`|tong( cong)?( so)?( diem)? [ivxa-h\d]+( ?\+ ?[ivxa-h\d]+)+|diem dat duoc)$`,
    ]),
  ],
  [
    'index',
    patternOf([
      String.raw`^(chi so|par index|(ket qua )?chi so (cchc|cai cach hanh chinh).{0,40}|ty le ?%?`,
      String.raw`|ty le (dat|diem).{0,30}|ty le phan tram.{0,20})$`,
    ]),
  ],
  ['rating', /^(ket qua )?(xep loai|phan loai|muc xep loai).{0,20}$|^nhom$/],
  ['rank', /^(xep hang|thu hang|vi thu|hang|xep thu).{0,20}$/],
  ['change', /^(tang|so sanh|so voi|chenh lech).{0,40}$/],
];

/** «Chỉ số CCHC (%)» → index; returns null for any label that may be an item. */
export function roleOfLine(label: string): LineRole | null {
  if (label.length > LONGEST) return null;
  const key = headerKey(label);
  return LABELS.find(([role, pattern]) => pattern.test(key) && isKnown(`line: ${role}`))?.[0] ?? null;
}

/** No criterion is called so, also with a number: «4 | Tổng cộng». */
export const isTotal = (label: string): boolean => /^(tong|cong|tong cong|tong (so )?diem)$/.test(headerKey(label));

/** Longer texts describe an item. */
const LONGEST = 120;

/** «Không xếp hạng»: the unit is listed but takes no part in the ranking. */
export const namesUnranked = (text: string): boolean =>
  /khong (xep hang|tham gia xep|danh gia xep)/.test(plainKey(text));

/** Notes, dates and signatures below the table: after them only a row with a code and points can belong to it. */
const FOOTER = patternOf([
  String.raw`^(ghi chu|luu y|chu thich|noi nhan|nguoi lap|nguoi tong hop|thu ky|lanh dao|thu truong|chu tich`,
  String.raw`|giam doc|tm ?\.|kt ?\.|ky ten|\(ky)|, ngay (\d|\.|…)`,
]);

export const startsFooter = (text: string): boolean => text.length <= 400 && FOOTER.test(plainKey(text));

/** A row of the table of a rating scale. */
export const isLevel = (text: string): boolean => /^(xuat sac|(rat )?tot|kha|trung binh|yeu|kem)$/.test(plainKey(text));

/** Values of a column or line of ratings, in full or abbreviated; signatures do not match. */
const RATING = patternOf([
  String.raw`^(xuat sac|rat tot|tot|kha|trung binh|yeu|kem|dat|khong dat|xs|tb|nhom .+|loai .+|[a-d]`,
  String.raw`|(hoan thanh|khong hoan thanh).*)$`,
]);

export const isRating = (text: string): boolean => text.length <= 60 && RATING.test(plainKey(text));
