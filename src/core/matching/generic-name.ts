/** Sheet names that name no unit: «Bảng tổng hợp», «Sheet1», «Chấm điểm 2022». */
import { plainKey } from '../values/fold-text';

const GENERIC =
  /^(sheet ?\d*|trang tinh ?\d*|bang tong hop.*|tong hop.*|cham diem.*|bang (cham )?diem.*|ket qua.*|data|du lieu|cchc.*)$/;

export const isGenericName = (name: string): boolean => GENERIC.test(plainKey(name));
