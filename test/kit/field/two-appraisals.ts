/** A sheet with two appraisals that does not say which is the last: 85 by the first, 80 by the second. */
import { grid } from '../grid';

export const TWO_APPRAISALS = `
TT | Nội dung | Điểm tối đa | Điểm tự chấm | Huyện chấm | Điểm kiểm tra lại
'1' | CHỈ ĐẠO | 5 | 5 | 4.5 | 4
'1.1' | Kế hoạch | 2 | 2 | 2 | 1.5
'1.2' | Báo cáo | 3 | 3 | 2.5 | 2.5
'2' | THỂ CHẾ | 5 | 5 | 4 | 4
'2.1' | Văn bản | 5 | 5 | 4 | 4
 | Tổng | 10 | 10 | 8.5 | 8`;

export const twoAppraisals = () => grid(TWO_APPRAISALS, { sheet: 'Xã An' });
