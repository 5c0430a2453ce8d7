/**
 * Area 1 and a part of area 3 of the 2021 district report: the table, and the losses with the causes from the prose,
 * faults included.
 */

export const PROSE_TABLE = `
Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ
1 | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 10 | 6.46 | -3.54
1.1 | Kế hoạch về công tác CCHC hàng năm | 1 | 0.75 | -0.25
 | - Ban hành đầy đủ các kế hoạch về cải cách hành chính hằng năm và \
đảm bảo đầy đủ nội dung, đúng thời gian theo quy định; | 0.5 | 0.5 |
 | - Chất lượng kế hoạch CCHC hằng năm của UBND cấp xã | 0.5 | 0.25 | -0.25
1.2 | Mức độ hoàn thành Kế hoạch CCHC | 1 | 0.96 | -0.04
1.3 | Công tác tuyên truyền CCHC | 1 | 0.5 | -0.5
1.4 | Thực hiện chế độ báo cáo định kỳ và báo cáo chuyên đề về CCHC (Báo cáo CCHC, Báo cáo kiểm soát TTHC) | 1 | 0 | -1
1.5 | Công tác kiểm tra CCHC | 2 | 2 |
1.5.1 | Tỷ lệ đơn vị trực thuộc được kiểm tra trong năm đạt từ 60% trở lên | 1 | 1 |
1.5.2 | Xử lý các nội dung phát hiện sau kiểm tra | 1 | 1 |
1.6 | Có sáng kiến hoặc giải pháp mới trong CCHC được áp dụng có hiệu quả | 1 | 0 | -1
1.7 | Thực hiện các nhiệm vụ do UBND tỉnh, Chủ tịch UBND tỉnh giao | 1 | 0.75 | -0.25
1.8 | Trách nhiệm người đứng đầu trong công tác CCHC | 2 | 1.5 | -0.5
1.8.1 | Đánh giá xác định Chỉ số CCHC của UBND cấp xã trực thuộc | 1 | 1.0 |
1.8.2 | Người đứng đầu tham dự đầy đủ các hội nghị về công tác CCHC của tỉnh | 0.5 | 0.5 |
1.8.3 | Tổ chức gặp gỡ, trao đổi với doanh nghiệp, hộ kinh doanh tại địa phương và \
kịp thời tháo gỡ khó khăn, vướng mắc | 0.5 | 0 | -0.5
3 | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 4 | 3.81 |
3.5 | Kết quả giải quyết thủ tục hành chính (cấp huyện, cấp xã) | 3 | 2.95 | -0.05
3.6 | Thực hiện quy định về xin lỗi trong giải quyết TTHC (cấp huyện, cấp xã) | 1 | 0.86 | -0.14
`;

export const PROSE = `2.1. Công tác chỉ đạo điều hành CCHC

Tiêu chí\tNội dung\tĐiểm tối đa\tĐiểm đạt được\tĐiểm bị trừ
1.8.3\tTổ chức gặp gỡ, trao đổi với doanh nghiệp\t0.5\t0\t-0.5

Theo từng nội dung cụ thể, huyện không đạt điểm tối đa đối với các tiêu chí, tiêu chí thành phần sau:

- Tiêu chí 1.1. Kế hoạch về công tác CCHC hàng năm (trừ 0.25 điểm);

Nguyên nhân: Theo đánh giá, việc xây dựng và ban hành các kế hoạch CCHC của UBND một số xã \
chưa bảo đảm thời gian và chất lượng nội dung chưa đạt yêu cầu.

- Tiêu chí 1.2. Mức độ hoàn thành kế hoạch CCHC (trừ 0.04 điểm).

Nguyên nhân: Trong năm, còn một số chỉ tiêu CCHC chưa đạt được theo kế hoạch đề ra (như nêu trên).

- Tiêu chí 1.3. Công tác tuyên truyền CCHC (trừ 0.5 điểm).

Nguyên nhân: Theo đánh giá, mức độ đa dạng trong các hình thức tuyên truyền của địa phương còn hạn chế.

- Tiêu chí 1.4. Thực hiện chế độ báo cáo định kỳ và báo cáo chuyên đề về CCHC (trừ 1 điểm).

Nguyên nhân: Thiếu 01 báo cáo kiểm soát TTHC 6 tháng đầu năm 2021.

- Tiêu chí 1.6. Có sáng kiến hoặc giải pháp mới trong CCHC được áp dụng có hiệu quả (trừ 1 điểm).

Nguyên nhân: Trong năm, huyện không có sáng kiến về CCHC được Hội đồng sáng kiến công nhận.

- Tiêu chí 1.7. Thực hiện các nhiệm vụ do UBND tỉnh, Chủ tịch UBND tỉnh giao (trừ 0.25 điểm).

Nguyên nhân: Có 4/4 nhiệm vụ hoàn thành, 2/4 nhiệm vụ hoàn thành đúng hạn (50%).

- Tiêu chí 1.8. Tổ chức gặp gỡ, trao đổi với doanh nghiệp, hộ kinh doanh tại địa phương và \
kịp thời tháo gỡ khó khăn, vướng mắc (trừ 0.5 điểm).

Nguyên nhân: Ngày 31/12/2021, UBND huyện đã tổ chức buổi gặp mặt, đối thoại; \
tuy nhiên, nội dung này không được tính điểm.

2.2. Tham mưu xây dựng và thực hiện văn bản quy phạm pháp luật

Theo từng nội dung cụ thể, huyện đạt điểm tối đa đối với các tiêu chí \
thuộc nội dung xây dựng văn bản quy phạm pháp luật.

2.3. Cải cách thủ tục hành chính

- Tiêu chí 3.5. Kết quả giải quyết thủ tục hành chính (cấp huyện, cấp xã) (trừ 0.15 điểm);

Nguyên nhân: Tỷ lệ giải quyết TTHC đúng hạn (cấp huyện, cấp xã) trong năm 2021 là: 98,26%.

- Tiêu chí 3.6. Thực hiện quy định về xin lỗi trong giải quyết TTHC (cấp huyện, cấp xã) (trừ 0.14 điểm);

Nguyên nhân: Có 232/270 (85,93%) hồ sơ TTHC giải quyết trễ hạn có thư xin lỗi.
`;
