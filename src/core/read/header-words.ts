/** The words that head a column, and what they mean (DOMAIN.md §4). Matched without marks, case and spacing. */
import { plainKey } from '../model/fold-text';

/** What a column may hold. `points` is a score column that does not say whose score it is. */
export type HeaderRole =
  | 'code'
  | 'name'
  | 'max'
  | 'self'
  | 'appraised'
  | 'points'
  | 'lost'
  | 'percent'
  | 'cause'
  | 'responsibleBody'
  | 'responsiblePerson'
  | 'explanation'
  | 'evidence'
  | 'unit'
  | 'group'
  | 'total'
  | 'selfTotal'
  | 'index'
  | 'rating'
  | 'rank'
  | 'change'
  | 'bonus'
  | 'penalty'
  | 'step';

/** Order matters: the first pattern that fits wins, so the narrower words stand first. */
const WORDS: readonly (readonly [HeaderRole, RegExp])[] = [
  ['evidence', /^(tai lieu|tlkc|minh chung|ho so minh chung)/],
  ['responsiblePerson', /^(ca nhan|nguoi) (phu trach|chiu trach nhiem)|^ca nhan$/],
  ['responsibleBody', /^(trach nhiem|(don vi|co quan|bo phan) (chiu trach nhiem|phu trach|tham muu))/],
  ['cause', /^(nguyen nhan|ly do|ghi chu|y kien|dien giai)/],
  ['explanation', /^(giai trinh|giai phap)/],
  ['appraised', /(tham dinh|diem).*sau khi tru/],
  ['bonus', /^(tong )?diem (cong|thuong)( them)?$/],
  ['penalty', /^(tong )?diem (phat|tru (ngoai|them|khac).*)$/],
  ['lost', /^(tong )?(so )?(diem )?(bi tru|tru|mat|bi mat|mat diem|tru diem)( diem)?$/],
  ['max', /^(so )?(diem )?(toi da|chuan|quy dinh)( ap dung| quy dinh)?$|^thang diem( chuan)?$|^tong diem (toi da|chuan)( ap dung)?$/],
  ['selfTotal', /^tong (so )?diem (tu cham|tu danh gia)$/],
  ['self', /^(diem )?(do )?(don vi )?tu (cham|danh gia)( diem| cua don vi)?$|^diem tu danh gia|^diem tu cham/],
  ['total', /^(tong( so)? diem( (dat duoc|tham dinh|cham|dat|chung))?|tong cong( diem)?|tong|cong)$/],
  ['appraised', /^(diem )?(ket qua )?(hoi dong )?tham dinh( lan \d+| vong \d+| cua hoi dong| thuc te| dat duoc)?( diem)?$|^td( lan)? ?\d*$|^diem (cham thuc te|dat duoc|danh gia|giai trinh|dat|chi so.*)$|^ket qua (tham dinh|cham diem|danh gia)$|^dat duoc$/],
  ['step', /^(buoc|bac) diem/],
  ['index', /^(chi so( cchc| cai cach hanh chinh)?|ket qua chi so.*|par index|chi so cchc .*)$/],
  ['change', /^(tang|so sanh|chenh lech)( |\/|,|$)/],
  ['percent', /^(ty le.*|ti le.*|%|phan tram)$/],
  ['rating', /^(xep loai|phan loai|nhom|muc xep loai|ket qua xep loai|loai)$/],
  ['rank', /^(xep hang|thu hang|vi thu|hang|xep thu|thu tu xep hang|xep hang chung)$/],
  ['group', /^(khoi|nhom don vi|loai don vi|khoi don vi)$/],
  ['unit', /^(ten )?(don vi|co quan|dia phuong|xa|phuong|xa ?[/,] ?phuong.*|so ?[/,] ?(ban|nganh).*)( ?[/,].*)?( duoc (danh gia|cham diem).*)?$/],
  ['name', /^noi dung( (cac |ve )?(danh gia|tieu chi|cong viec|cham diem|chi tieu|thuc hien|kiem tra|yeu cau).*)?( ?[/,].*)?$|^(ten (tieu chi|linh vuc|noi dung)|danh muc)|^linh vuc( ?[/,].*|$)|^(cac )?tieu chi ?[/,].*|^tieu chi danh gia|^tieu chi thanh phan$/],
  ['code', /^(stt|tt|so tt|so thu tu|muc|ma( so)?( (tieu chi|tc))?|tieu chi)$/],
  ['points', /^(diem|so diem)$/],
];

/** Headers of one national sheet; a pane that stays open for days must not grow. */
const MOST_REMEMBERED = 10_000;

/** Text without what stands in brackets: "Chỉ số CCHC (%)" → "chi so cchc". */
export const headerKey = remembered((text: string): string =>
  plainKey(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))
    .replace(/[*:.]+$/, '')
    .trim(),
);

/** The role that a header text names, or null. "TC" is left to the caller: it is both tự chấm and tiêu chí. */
export const roleOfHeader = remembered((text: string): HeaderRole | null => {
  const key = headerKey(text);
  if (key === '') return text.includes('%') ? 'percent' : null;
  const role = WORDS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
  // «Nội dung 1 (10 điểm)» heads the points of an area; it does not name the column of names.
  return (role === 'name' || role === 'code' || role === 'unit') && maximumInText(text) !== null ? null : role;
});

/** The same few header texts are asked about once per column and question; a national sheet has thousands of columns. */
function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const fresh = work(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, fresh);
    return fresh;
  };
}

/** «Cải cách thể chế (10 điểm)», «Thể chế (10đ)» → the text "10"; null without one. */
export function maximumInText(text: string): string | null {
  const match = /\((?:tối đa |điểm tối đa:? )?([\d.,]+) ?(?:điểm|đ|diem)\.?\)/iu.exec(text.normalize('NFC'));
  return match?.[1] ?? null;
}

/** The text without its maximum: «Cải cách thể chế». */
export const withoutMaximum = (text: string): string =>
  text.normalize('NFC').replace(/\s*\((?:tối đa |điểm tối đa:? )?[\d.,]+ ?(?:điểm|đ|diem)\.?\)/iu, '').trim();
