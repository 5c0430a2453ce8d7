/** Texts of the overview, which loads after the list of units. */
import { shownCount } from './text';

export const OVERVIEW_TEXT = {
  title: 'Tổng quan',
  map: 'Bản đồ đơn vị × lĩnh vực (% điểm đạt)',
  byGroup: 'Theo khối',
  unit: 'Đơn vị',
  unrated: 'không xếp loại',
} as const;

export const meanOf = (mean: string): string => `Bình quân ${mean}`;
export const lowestUnit = (name: string, index: string): string => `Thấp nhất: ${name} (${index})`;
export const undeterminedUnits = (units: number): string => `${shownCount(units)} đơn vị chưa xác định ›`;
export const unitsOfBand = (label: string, units: number): string => `${label} ${shownCount(units)}`;
