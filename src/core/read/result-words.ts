/** Labels of the lines that state results of a unit: Tổng điểm, Chỉ số, Xếp loại … as rows below the items. */
import { plainKey } from '../model/fold-text';
import type { ResultRole } from '../model/score-sheet';
import { headerKey } from './header-words';

export type LineRole = ResultRole | 'bonus' | 'penalty';

const LABELS: readonly (readonly [LineRole, RegExp])[] = [
  ['selfTotal', /^tong (so )?diem tu (cham|danh gia)/],
  ['lost', /^(tong )?(so )?diem (bi tru|bi mat|mat)$/],
  ['max', /^(tong )?(so )?diem (toi da|chuan)( ap dung| duoc ap dung)?$/],
  ['bonus', /^(tong )?diem (cong|thuong)( them)?$/],
  ['penalty', /^(tong )?diem (phat|tru)( ngoai.*| khac)?$/],
  ['total', /^(tong (so )?diem( (dat duoc|tham dinh|dat|cham|chung|cac (tieu chi|linh vuc|noi dung)).*)?|tong cong( diem)?|tong|cong|diem dat duoc)$/],
  ['index', /^(chi so|chi so (cchc|cai cach hanh chinh).{0,40}|ty le ?%?|ty le (dat|diem).{0,30})$/],
  ['rating', /^(xep loai|phan loai|muc xep loai).{0,20}$/],
  ['rank', /^(xep hang|thu hang|vi thu|hang).{0,20}$/],
  ['change', /^(tang|so sanh|chenh lech).{0,40}$/],
];

/** «Chỉ số CCHC (%)» → index; null for anything that may be an item. */
export function roleOfLine(label: string): LineRole | null {
  const key = headerKey(label);
  return LABELS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

/** «Không xếp hạng»: the unit is listed but takes no part in the ranking. */
export const namesUnranked = (text: string): boolean => /khong (xep hang|tham gia xep|danh gia xep)/.test(plainKey(text));
