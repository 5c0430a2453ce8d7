/**
 * Published tables as text grids; figures as printed, faults included (areas 1 to 4 of a 2021 district report; a 2022
 * commune list).
 */

export const AREA_1 = `
Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ
1 | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 10 | 6.46 | - 3.36
1.1 | Kế hoạch cải cách hành chính hằng năm | 1 | 0.75 | - 0.25
 | - Ban hành đủ kế hoạch, đúng hạn | 0.5 | 0.5 |
 | - Chất lượng kế hoạch của cấp xã | 0.5 | 0.25 | -0.25
1.2 | Mức độ hoàn thành kế hoạch | 1 | 0.96 | - 0.04
1.3 | Công tác tuyên truyền | 1 | 0.5 | -0.5
1.4 | Chế độ báo cáo định kỳ và chuyên đề | 1 | 0 | -1
1.5 | Công tác kiểm tra | 2 | 2 |
1.5.1 | Tỷ lệ đơn vị được kiểm tra trong năm | 1 | 1 |
1.5.2 | Xử lý nội dung phát hiện sau kiểm tra | 1 | 1 |
1.6 | Có sáng kiến hoặc giải pháp mới được áp | 1 | 0 | -1
 | | | |
Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ
 | dụng có hiệu quả | | |
1.7 | Thực hiện nhiệm vụ được giao | 1 | 0.75 | -0.25
1.8 | Trách nhiệm người đứng đầu | 2 | 1.5 | -0.5
1.8.1 | Đánh giá chỉ số của cấp xã trực thuộc | 1 | 1.0 |
1.8.2 | Tham dự đầy đủ các hội nghị | 0.5 | 0.5 |
1.8.3 | Đối thoại với doanh nghiệp, hộ kinh doanh | 0.5 | 0 | -0.5
`;

export const AREAS_2_TO_4 = `
Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ
2 | XÂY DỰNG VÀ THỰC HIỆN VĂN BẢN QUY PHẠM PHÁP LUẬT | 5 | 5 |
2.1 | Ban hành văn bản | 1 | 1 |
2.2 | Tham gia xây dựng văn bản | 1 | 1 |
2.3 | Kiểm tra, rà soát, hệ thống hóa | 1 | 1 |
2.4 | Xử lý sau rà soát | 1 | 1 |
2.5 | Theo dõi thi hành pháp luật | 1 | 1 |
Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ
3 | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 10 | 6.81 |
3.1 | Rà soát thủ tục hành chính | 2 | 0 | -2
3.2 | Công khai thủ tục và địa chỉ phản ánh | '1,5' | '1,5' |
3.3 | Tiếp nhận, xử lý phản ánh, kiến nghị | 1 | 1 |
3.4 | Thực hiện cơ chế một cửa | '1,5' | '0,5' |
3.4.1 | Ban hành quy chế phối hợp | '0,5' | 0 | '-0,5'
3.4.2 | Cập nhật hồ sơ vào hệ thống một cửa | '0,5' | 0 | '-0,5'
3.4.3 | Bố trí công chức tại bộ phận một cửa | '0,5' | '0,5' |
3.5 | Kết quả giải quyết thủ tục | 3 | '2,95' | '-0,15'
3.6 | Xin lỗi khi giải quyết trễ hạn | 1 | '0,86' | '-0,14'
Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ
4 | CẢI CÁCH TỔ CHỨC BỘ MÁY | 7 | 6 |
4.1 | Quy định chức năng, nhiệm vụ, cơ cấu tổ chức | 1 | 0 | -1
4.2 | Sắp xếp tổ chức bên trong | 1 | 1 |
4.3 | Số lượng lãnh đạo | 1 | 1 |
4.4 | Quản lý biên chế | 1 | 1 |
4.5 | Phân cấp quản lý | 3 | 3 |
4.5.1 | Thực hiện đầy đủ quy định về phân cấp | 1 | 1 |
4.5.2 | Kiểm tra, đánh giá định kỳ các nội | 1 | 1 |
 | dung đã phân cấp hoặc ủy quyền | | |
4.5.3 | Xử lý vấn đề phát hiện qua kiểm tra | 1 | 1 |
`;

/**
 * Unit, self, appraised, index and rating as printed in the 2022 report; the fifth index is the misprint 84,41 for
 * 84,71.
 */
export const KON_RAY_2022 = `
TT | Đơn vị | Điểm tự chấm | Điểm thẩm định | Chỉ số | Xếp loại
1 | Thị trấn Đăk Rve | 83,5/97 | 75,42/94 | 80.23 | Tốt
2 | Xã Đăk Tờ Re | 86,5/100 | 76,97/94 | 81.88 | Tốt
3 | Xã Đăk Kôi | 88/100 | 81,18/93 | 87.29 | Tốt
4 | Xã Tân Lập | 85,5/95,5 | 84,17/93 | 90.51 | Xuất sắc
5 | Xã Đăk Pnê | 87,5/100 | 79,63/94 | 84.41 | Tốt
6 | Xã Đăk Ruông | 86,55/92,5 | 81,1/93 | 87.2 | Tốt
7 | Xã Đăk Tơ Lung | 89/94,5 | 86,35/93 | 92.85 | Xuất sắc
`;
