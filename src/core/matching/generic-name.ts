/** Recognises sheet names that do not name a unit: «Bảng tổng hợp», «Sheet1», «Chấm điểm 2022». */
import { plainKey } from '../values/fold-text';

const TAB = /^((sheet|trang tinh) ?\d*|data|du lieu)$/;
const CONTENT =
  /^(bang tong hop|tong hop|cham diem|bang (cham )?diem|ket qua|cchc|chi so|chi tiet|danh sach|(theo )?linh vuc\b)/;
const REVIEW = /^(bang )?(ra soat|kiem diem|(tieu chi )?(mat|bi tru) diem)/;
const ROUND = /^(tham dinh|tu (cham|danh gia)|diem|xep (hang|loai)|chinh thuc)/;
/** «Biểu 1», «PL2», «Phần III», «Lần 2», «Bảng 3», «02». */
const NUMBERED =
  /^((bieu|phu luc|pl|mau|bang|trang|phan|linh vuc|lv|lan|vong|dot|nam)[ .-]?(so )?)?([\divx.-]+|[a-h])$/;
/** A tab may be numbered: «1. Tự chấm». */
const ORDINAL = /^\d{1,2}[.)-] */;

export function isGenericName(name: string): boolean {
  const key = plainKey(name).replace(ORDINAL, '');
  return key === '' || TAB.test(key) || CONTENT.test(key) || REVIEW.test(key) || ROUND.test(key) || NUMBERED.test(key);
}
