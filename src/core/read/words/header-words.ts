/** The words of column headings and their roles (FIELD.md §4), matched without diacritics, case and spacing. */
import type { ColumnRole } from '../../model/column-role';
import { foldText, plainKey, squeeze } from '../../values/fold-text';
import { parseHeading } from './parse-heading';
import { namesPlace } from './unit-names';
import { isKnown, remembered, statedRole } from './vocabulary';
import { patternOf } from '../../values/pattern';

export type HeaderRole = ColumnRole;

/** The first matching pattern wins, so narrower patterns come first. */
const WORDS: readonly (readonly [HeaderRole, RegExp])[] = [
  // «Trong đó: báo cáo» repeats a part of the column before it.
  ['count', /^trong do ?:? (?!.*(tu cham|tu danh gia|tham dinh))\S/],
  // «Mã ĐVHC», «Mã xã» beside the names of units.
  ['count', /^ma( so)? (dvhc|dv|don vi|co quan|dinh danh|hanh chinh|xa|phuong|dia ban|dia phuong|tinh|huyen)\b/],
  // «Trên tổng số» beside the ranks.
  ['count', /^(tren|trong) tong so$|^((tren|trong) )?tong so (cac )?(xa|phuong|don vi|huyen|so|dia phuong)\b/],
  [
    'foreign',
    patternOf([
      '^(ho( va)? ten(?! (ca nhan|nguoi|can bo|cong chuc) (phu trach|tham muu|chiu))|nam sinh|ngay sinh',
      String.raw`|ngay thang nam sinh|don gia|thanh tien|so tien|kinh phi|du toan)\b`,
    ]),
  ],
  ['evidence', /^(tai lieu|tlkc|minh chung|ho so minh chung)/],
  [
    'responsiblePerson',
    patternOf([
      '^(ho( va)? ten )?(ca nhan|nguoi|can bo|(cong|vien) chuc|chuyen vien|lanh dao|dong chi)',
      '( (truc tiep|duoc (giao|phan cong)))?( (phu trach|chiu trach nhiem|tham muu|dam nhiem)',
      '|( thuc hien| theo doi| lien quan| truc tiep| duoc (giao|phan cong)( viec| nhiem vu)?)$)',
      '|^(trach nhiem (cua )?)?ca nhan$|^trach nhiem (cua )?nguoi (tham muu|phu trach|thuc hien)$|^cnpt$',
      '|^ai (phu trach|tham muu|lam)$',
    ]),
  ],
  [
    'explanation',
    patternOf([
      '^((noi dung|y kien|phan|ban|bao cao|don vi|co quan|dia phuong|xa|phuong) )?(giai trinh|thuyet minh)',
      '|^(ca nhan|nguoi|can bo)( co)?( lien quan)?,? giai trinh',
      '|^(y kien|phan hoi|y kien phan hoi|tra loi|giai thich)( cua)? (don vi|co quan|dia phuong|xa|phuong)$|^phan hoi$',
    ]),
  ],
  [
    'responsibleBody',
    patternOf([
      '^(trach nhiem|(don vi|co quan|bo phan|tap the|phong|dau moi|chu the|noi)',
      '((, ?| va )(don vi|phong|ban|bo phan|ca nhan)| ban)*',
      ' (chiu trach nhiem|phu trach|tham muu|chu tri(?! tham dinh)|thuc hien|phoi hop|lien quan$))',
      '|^(tap the|dau moi|bo phan chuyen mon|thuoc trach nhiem( cua)?)$',
    ]),
  ],
  [
    'cause',
    patternOf([
      '^(nguyen nhan|ly do|vi sao|tai sao|kiem diem|ghi chu|y kien|dien giai|ly giai|can cu (bi )?tru',
      '|(nhung |noi dung )?(ton tai|han che)(?! cua))',
    ]),
  ],
  [
    'remedyDue',
    patternOf([
      '^((thoi )?han|thoi gian|lo trinh)( (khac phuc|hoan thanh|thuc hien|xu ly|giai quyet))?( xong)?$',
      '|^hoan thanh truoc|^moc thoi gian$',
    ]),
  ],
  [
    'remedyStatus',
    patternOf([
      '^(tinh trang|tien do|ket qua)( (khac phuc|thuc hien|xu ly|hoan thanh))+$',
      '|^(tinh trang|trang thai|(tinh hinh|da) khac phuc)$',
    ]),
  ],
  [
    'remedy',
    patternOf([
      '^(giai|bien) phap|^(nhiem vu|de xuat)( |, ?| va )(giai|bien) phap|^viec can lam$',
      '|^((ke hoach|noi dung|cach|phuong an|nhiem vu|cam ket|(phuong )?huong) )?(khac phuc|xu ly)$',
    ]),
  ],
  [
    'name',
    patternOf([
      String.raw`^(cac |ten )?(tieu chi|noi dung|muc)( thanh phan)?( ?\/ ?\S.{0,20})?`,
      ' (bi |con )?(mat|tru|chua dat|khong dat)( diem)?$',
    ]),
  ],
  ['appraised', /(tham dinh|diem).*sau khi tru/],
  ['bonus', /^(tong )?diem (cong|thuong)( them)?$|^thuong$/],
  ['penalty', /^(tong )?diem (phat|tru (ngoai|them|khac).*)$|^phat$/],
  ['lost', /^(tong )?(so )?(diem )?(bi tru|tru|mat|bi mat|mat diem|tru diem)( diem)?$/],
  [
    'max',
    patternOf([
      String.raw`^((so|muc) )?(diem )?(toi da|chuan|quy dinh|max)( toi da| (duoc )?ap dung| (theo )?quy dinh`,
      String.raw`| tieu chi)?$|^thang diem( chuan| toi da)?$|^tong (so )?diem (toi da|chuan)( (duoc )?ap dung)?$`,
    ]),
  ],
  ['selfTotal', /^tong (so )?diem (do )?(don vi )?(tu cham|tu danh gia)/],
  [
    'self',
    /^(diem )?(do )?((ubnd )?(don vi|xa|phuong|so) )?tu (cham|danh gia)( diem| cua .*)?$|^diem tu (danh gia|cham)/,
  ],
  ['total', /^(tong( so)? diem( .{0,40})?|tong cong( diem)?|tong( so)?|cong)$/],
  [
    'appraised',
    patternOf([
      String.raw`^((so )?diem )?(ket qua )?((hoi dong|to|so noi vu|hd) )?tham dinh( lan .*| vong .*| cua .*`,
      String.raw`| thuc te| dat duoc)?( diem)?$|^td( lan)? ?\d*$`,
      String.raw`|^(so )?diem (cham thuc te|(hoi dong|to|hdtd|so noi vu) ?(cham|danh gia|tham dinh)?|dat duoc`,
      String.raw`|danh gia|giai trinh|dat( duoc)?( ?/ ?(tong )?(so )?diem (toi da|chuan))?|chi so.*|cuoi cung`,
      String.raw`|chinh thuc|(duoc )?phe duyet|phuc tra)( lan .*)?$`,
      String.raw`|^ket qua (tham dinh|cham diem|danh gia)$|^dat duoc$`,
    ]),
  ],
  ['step', /^(buoc|bac) diem/],
  ['index', /^((ket qua )?chi so( (cchc|cai cach hanh chinh)( .{0,40})?)?|par index|ket qua chi so.*)$/],
  ['change', /^(tang|so (sanh|voi)|(diem )?(chenh lech|giam$))( |\/|,|$)/],
  ['percent', /^(ty le.*|ti le.*|%|phan tram)$/],
  ['rating', /^((danh gia,? )?((ket qua|muc) )?(xep|phan) loai( .{0,20})?|nhom|loai)$/],
  [
    'rank',
    patternOf([
      '^((ket qua |thu tu |vi tri )?(xep hang|thu hang|vi thu)|vi tri|hang|xep thu|thu bac)',
      String.raw`( (chung|(cua |cac )?linh vuc|(trong|theo|toan|tren|so voi) .{0,25})| ?/ ?\d.{0,15})?$`,
    ]),
  ],
  ['group', /^(khoi|nhom don vi|loai don vi|khoi don vi)$/],
  [
    'unit',
    patternOf([
      '^ten (truong|phong|chi cuc|so|trung tam)|',
      String.raw`^(ten )?(cac )?(don vi|co quan|dia phuong|(ubnd )?(cap )?(xa|phuong)|huyen`,
      String.raw`|tinh(?=$|,| ?/)|tinh thanh( pho)?$`,
      String.raw`|so ?[/,] ?(ban|nganh).*)( ?[/,].*)?( duoc (danh gia|cham diem).*)?$`,
    ]),
  ],
  [
    'name',
    patternOf([
      String.raw`^noi dung( (cac |ve )?(danh gia|tieu chi|cong viec|cham diem|chi tieu|thuc hien|kiem tra`,
      String.raw`|yeu cau).*)?( ?[/,].*)?$|^(ten (tieu chi|linh vuc|noi dung)|danh muc)|^linh vuc( ?[/,].*|$)`,
      String.raw`|^(cac )?(linh vuc|tieu chi) ?[/,;–-] ?.*|^cac (tieu chi|linh vuc)$`,
      String.raw`|^(cac )?tieu chi (danh gia|cham diem|thanh phan|va )|^(noi dung )?chi tieu( danh gia)?$`,
    ]),
  ],
  ['code', /^(stt|tt|so tt|so thu tu|muc|ky hieu|ma( so)?( (tieu chi|tc))?|tieu chi)$/],
  ['points', /^(diem|so diem)$|^(cham )?(lan|vong) (thu )?(\d|i{1,3}|iv|mot|nhat|hai|ba|bon|cuoi)$/],
];

/** «Khối phường», «Nhóm 2», «Các xã, đặc khu», «Cụm 3»: a heading over units. */
const GROUP_WORD = /^(khoi|nhom|cac|cum) \S/;
const GROUP_WORDS: ReadonlySet<string> = new Set('khối nhóm các cụm khoi nhom cac cum'.split(' ').map(foldText));
/** Diacritics are compared as well: «Khôi Kỳ» is a commune. */
export const namesGroup = (text: string): boolean =>
  GROUP_WORD.test(headerKey(text)) && GROUP_WORDS.has(foldText(text).split(' ')[0] ?? '');

/** Longer texts are prose, not the heading of a column. */
const LONGEST = 300;

export const IN_PERCENT = /\( ?% ?\)\s*$/;

/** Text in brackets, and footnote marks. */
const BRACKETS = /\([^()]*\)|\[[^[\]]*\]|[\u00b9\u00b2\u00b3\u2070-\u2079*]/g;

/** The text without brackets, footnote marks and the year: "Chỉ số CCHC¹ năm 2025 (%)" → "chi so cchc". */
export const headerKey = remembered((text: string): string =>
  text.length > LONGEST
    ? ''
    : plainKey(text.replace(BRACKETS, ' '))
        .replace(/(?<=\S) (cua )?(nam )?(19|20)\d\d$/, '')
        .replace(/[:.]+$/, '')
        .trim(),
);

/** Roles whose patterns allow any continuation: «Cơ quan, đơn vị tự đánh giá» is a heading of points. */
const LOOSE: ReadonlySet<HeaderRole> = new Set(['unit', 'change']);

const partsSay = (text: string, key: string): HeaderRole | null => (key === 'tc' ? null : parseHeading(text).role);

/** «Điểm (tối đa)», «Điểm (xã)»: the brackets tell which points. */
function roleInBrackets(text: string): HeaderRole | null {
  const inside = /^([^()]*)\(([^()]{2,40})\)\s*$/.exec(text);
  const { role } = inside ? parseHeading(`${inside[1] ?? ''} ${inside[2] ?? ''}`) : { role: null };
  return role === 'max' || role === 'self' || role === 'appraised' || role === 'lost' ? role : null;
}

function roleOfKey(text: string, key: string): HeaderRole | null {
  const role = WORDS.find(([each, pattern]) => pattern.test(key) && isKnown(`heading: ${each}`))?.[0] ?? null;
  // «Tăng Nhơn Phú» is a ward, «Tăng giảm» a change.
  return role === 'change' && namesPlace(text) && !/ giam\b/.test(key) ? null : role;
}

/** The role that a header text names, or null. The caller decides about "TC", which means both tự chấm and tiêu chí. */
export const roleOfHeader = remembered((text: string): HeaderRole | null => {
  const stated = statedRole(text);
  if (stated) return stated;
  const key = headerKey(text);
  if (key === '') return text.length <= LONGEST && text.includes('%') ? 'percent' : null;
  // «Kết quả năm 2025» is a column of points; without a year it may be a column of texts.
  if (key === 'ket qua' && yearOfHeader(text) !== null) return 'points';
  const keyRole = roleOfKey(text, key);
  const role = keyRole === null || LOOSE.has(keyRole) ? (partsSay(text, key) ?? keyRole) : keyRole;
  if (role === 'points') return roleInBrackets(text) ?? role;
  // «Tổng điểm (%)»
  if (keyRole === 'total' && IN_PERCENT.test(text)) return 'index';
  // «Nội dung 1 (10 điểm)» is the heading of an area's points, not of the names.
  return (role === 'name' || role === 'code' || role === 'unit') && maximumInText(text) !== null ? null : role;
});

/** Whether it is the score of one of the two sides. */
export const isSide = (role: HeaderRole | null): boolean => role === 'self' || role === 'appraised';

/** TC and TĐ are settled later, from the columns beside them. */
export const roleOf = (text: string): HeaderRole | null => (headerKey(text) === 'tc' ? 'self' : roleOfHeader(text));

/** The year at the end of a header, «Chỉ số CCHC năm 2025» → 2025; null if there is none. */
export const yearOfHeader = remembered((text: string): number | null => {
  const year =
    text.length > LONGEST ? undefined : /(?:^|\D)((?:19|20)\d\d)$/.exec(text.replace(BRACKETS, ' ').trim())?.[1];
  return year === undefined ? null : Number(year);
});

/** «Năm 2021», «2021»: a year over columns, or a column of that year's points. */
export const namesYear = remembered(
  (text: string): boolean => text.length <= 40 && /^(nam (danh gia )?)?(19|20)\d\d$/.test(plainKey(text)),
);

/** «(10 điểm)», «(10đ)», «(tối đa 10)», «(Điểm tối đa: 10 điểm)», «(max 10)», «(thang 97)». */
const MAXIMUM = patternOf(
  [
    String.raw`\s*[([](?:(?:(?:điểm )?(?:tối đa|max)|thang(?: điểm)?):? ?(\d+(?:[.,]\d+)?)(?: ?(?:điểm|đ))?`,
    String.raw`|(\d+(?:[.,]\d+)?) ?(?:điểm|đ|diem))\.?[)\]]`,
  ],
  'iu',
);

/** «Cải cách thể chế (10 điểm)», «Thể chế (tối đa 10)» → the text "10"; null if there is none. */
export function maximumInText(text: string): string | null {
  const match = text.length > LONGEST ? null : MAXIMUM.exec(squeeze(text.normalize('NFC')));
  return match?.[1] ?? match?.[2] ?? null;
}

/** The text without its maximum: «Cải cách thể chế». */
export const withoutMaximum = (text: string): string => squeeze(text.normalize('NFC')).replace(MAXIMUM, '').trim();
