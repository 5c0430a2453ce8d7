/** Sheet names that name no unit: «Bảng tổng hợp», «Sheet1», «Chấm điểm 2022». */
import { plainKey } from '../values/fold-text';

const TAB = /^((sheet|trang tinh) ?\d*|data|du lieu)$/;
const CONTENT = /^(bang tong hop|tong hop|cham diem|bang (cham )?diem|ket qua|cchc)/;

export function isGenericName(name: string): boolean {
  const key = plainKey(name);
  return TAB.test(key) || CONTENT.test(key);
}
