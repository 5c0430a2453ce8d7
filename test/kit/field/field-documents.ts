/**
 * The 2021 report of the district of Vân Canh as worksheets: its tables, page breaks and faults included, and the
 * statements of its prose that a worksheet can hold.
 */

export const VAN_CANH_TABLE = `
Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ
1 | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH | 10 | 6.46 | - 3.36
1.1 | Kế hoạch về công tác CCHC hàng năm | 1 | 0.75 | - 0.25
 | - Ban hành đầy đủ các kế hoạch về cải cách hành chính hằng năm và đảm bảo đầy đủ nội dung, đúng thời gian \
theo quy định; | 0.5 | 0.5 |
 | - Chất lượng kế hoạch CCHC hằng năm của UBND cấp xã | 0.5 | 0.25 | -0.25
1.2 | Mức độ hoàn thành Kế hoạch CCHC | 1 | 0.96 | - 0.04
1.3 | Công tác tuyên truyền CCHC | 1 | 0.5 | -0.5
1.4 | Thực hiện chế độ báo cáo định kỳ và báo cáo chuyên đề về CCHC (Báo cáo CCHC, Báo cáo kiểm soát TTHC) | 1 \
| 0 | -1
1.5 | Công tác kiểm tra CCHC | 2 | 2 |
1.5.1 | Tỷ lệ đơn vị trực thuộc được kiểm tra trong năm đạt từ 60% trở lên | 1 | 1 |
1.5.2 | Xử lý các nội dung phát hiện sau kiểm tra | 1 | 1 |
1.6 | Có sáng kiến hoặc giải pháp mới trong CCHC được áp | 1 | 0 | -1
Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ
 | dụng có hiệu quả |  |  |
1.7 | Thực hiện các nhiệm vụ do UBND tỉnh, Chủ tịch UBND tỉnh giao | 1 | 0.75 | -0.25
1.8 | Trách nhiệm người đứng đầu trong công tác CCHC | 2 | 1.5 | -0.5
1.8.1 | Đánh giá xác định Chỉ số CCHC của UBND cấp xã trực thuộc | 1 | 1.0 |
1.8.2 | Người đứng đầu tham dự đầy đủ các hội nghị về công tác CCHC của tỉnh | 0.5 | 0.5 |
1.8.3 | Tổ chức gặp gỡ, trao đổi với doanh nghiệp, hộ kinh doanh tại địa phương và kịp thời tháo gỡ khó khăn, \
vướng mắc | 0.5 | 0 | -0.5
Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ
2 | XÂY DỰNG VÀ THỰC HIỆN VĂN BẢN QUY PHẠM PHÁP LUẬT | 5 | 5 |
2.1 | Công tác ban hành VBQPPL (cấp huyện, cấp xã) | 1 | 1 |
2.2 | Tham gia xây dựng VBQPPL | 1 | 1 |
2.3 | Thực hiện kiểm tra, rà soát, hệ thống hóa VBQPPL do địa phương ban hành theo đúng quy định | 1 | 1 |
2.4 | Xử lý văn bản sau rà soát, kiểm tra và kiến nghị | 1 | 1 |
2.5 | Theo dõi tình hình thi hành pháp luật | 1 | 1 |
Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ
3 | CẢI CÁCH THỦ TỤC HÀNH CHÍNH | 10 | 6.81 |
3.1 | Công tác rà soát thủ tục hành chính (TTHC) | 2 | 0 | -2
3.2 | Công khai TTHC và địa chỉ phản ánh kiến nghị đảm bảo theo quy định | '1,5' | '1,5' |
3.3 | Tiếp nhận, xử lý phản ánh, kiến nghị của cá nhân, tổ chức đối với TTHC thuộc thẩm quyền giải quyết | 1 | \
1 |
3.4 | Thực hiện cơ chế một cửa, một cửa liên thông | '1,5' | '0,5' |
3.4.1 | Ban hành các Quy chế phối hợp giải quyết TTHC thuộc thẩm quyền giải quyết của UBND cấp huyện. | '0,5' | \
0 | '-0,5'
3.4.2 | Cập nhật hồ sơ TTHC vào Hệ thống Một cửa điện tử | '0,5' | 0 | '-0,5'
3.4.3 | Bố trí công chức, viên chức làm việc tại Bộ phận tiếp nhận và trả kết quả thuộc UBND cấp huyện | '0,5' \
| '0,5' |
3.5 | Kết quả giải quyết thủ tục hành chính (cấp huyện, cấp xã) | 3 | '2,95' | '-0,15'
3.6 | Thực hiện quy định về xin lỗi trong giải quyết TTHC (cấp huyện, cấp xã) | 1 | '0,86' | '-0,14'
Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ
4 | CẢI CÁCH TỔ CHỨC BỘ MÁY | 7 | 6 |
4.1 | Thực hiện quy định về chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức bộ máy, biên chế | 1 | 0 | -1
4.2 | Triển khai thực hiện sắp xếp lại tổ chức bên trong các cơ quan hành chính, đơn vị sự nghiệp công lập theo \
quy định | 1 | 1 |
4.3 | Thực hiện quy định về số lượng lãnh đạo tại cơ quan, đơn vị trực thuộc | 1 | 1 |
4.4 | Thực hiện quy định về quản lý biên chế | 1 | 1 |
4.5 | Thực hiện quy định về phân cấp quản lý theo quy định | 3 | 3 |
4.5.1 | Thực hiện đầy đủ các quy định về phân cấp quản lý do cấp trên ban hành | 1 | 1 |
4.5.2 | Thực hiện công tác kiểm tra, đánh giá định kỳ các nội | 1 | 1 |
 | dung đã phân cấp hoặc ủy quyền cho phòng chuyên môn, UBND cấp xã |  |  |
4.5.3 | Xử lý hoặc kiến nghị xử lý 100% các vấn đề phát hiện qua kiểm tra các nội dung đã phân cấp hoặc ủy \
quyền | 1 | 1 |
Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ
5 | CẢI CÁCH CHẾ ĐỘ CÔNG VỤ | 11 | 10 |
5.1 | Thực hiện cơ cấu công chức, viên chức theo vị trí việc làm | 2 | 2 |
5.1.1 | Kịp thời rà soát, điều chỉnh; trình UBND tỉnh điều chỉnh Đề án vị trí việc làm công chức theo hướng dẫn \
của Bộ, ngành trung ương | 0.5 | 0.5 |
5.1.2 | Công chức được bố trí công tác đúng vị trí việc làm được phê duyệt | 0.5 | 0.5 |
5.1.3 | Xây dựng và kịp thời rà soát, điều chỉnh Đề án vị trí việc làm của các đơn vị sự nghiệp trực thuộc | \
0.5 | 0.5 |
5.1.4 | Bố trí viên chức theo đúng vị trí việc làm được phê duyệt | 0.5 | 0.5 |
5.2 | Tuyển dụng công chức, viên chức và nâng ngạch công chức, thăng hạng viên chức | 1 | 1 |
5.3 | Đánh giá, phân loại CBCCVC | 2 | 2 |
5.3.1 | Có ban hành Quy chế/Tiêu chí đánh giá | 0.5 | 0.5 |
5.3.2 | Gửi kết quả đánh giá về Sở Nội vụ đúng thời gian quy định | 0.5 | 0.5 |
5.3.3 | Tỷ lệ CBCCVC hoàn thành tốt nhiệm vụ | 1 | 0.5 | -0.5
5.4 | Thực hiện quy định về bổ nhiệm, bổ nhiệm lại | 0.5 | 0.5 |
5.5 | Công tác đào tạo, bồi dưỡng CBCCVC | 1.5 | 1.5 |
5.5.1 | Ban hành Kế hoạch đào tạo, bồi dưỡng hàng năm | 1 | 1 |
5.5.2 | Thực hiện chế độ đào tạo, bồi dưỡng theo Kế hoạch | 0.5 | 0.5 |
5.6 | Thực hiện chuyển đổi vị trí công tác CBCCVV theo quy định | 1 | 1 |
5.7 | Thực hiện văn hóa công vụ | 1 | 1 |
5.8 | Thực hiện việc kê khai tài sản cán bộ, công chức, viên chức theo quy định | 1 | 1 |
5.9 | Cán bộ, công chức cấp xã | 1 | 0.5 | -0.5
Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ
6 | CẢI CÁCH TÀI CHÍNH CÔNG | 5 | 3 | -2
6.1 | Thực hiện công khai tài chính đầy đủ theo quy định | 1 | 0 | -1
6.2 | Thực hiện chế độ tự chủ về sử dụng biên chế và kinh phí tại các phòng chuyên môn; đơn vị sự nghiệp công \
lập và UBND các xã, phường, thị trấn theo quy định của pháp luật | 1 | 1 |
6.3 | Tổ chức thực hiện các khuyến nghị sau thanh tra, kiểm tra của cơ quan có thẩm quyền | 1 | 1 |
6.4 | Xây dựng và báo cáo dự toán, chấp hành, quyết toán ngân sách | 1 | 0.5 | - 0.5
6.5 | Sử dụng đầy đủ các phần mềm phục vụ cho công tác quản lý tài chính, ngân sách | 1 | 0.5 | - 0.5
Tiêu chí | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ
 | XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH QUYỀN ĐIỆN TỬ | 12 | 8.57 |
7.1 | Cung cấp các loại thông tin phục vụ người dân và doanh nghiệp trên Cổng thông tin điện tử | 1 | 1 |
7.2 | Cung cấp thông tin trên Cổng/Trang thông tin điện tử của đơn vị | 1 | 1 |
7.3 | Ứng dụng Hệ thống văn phòng điện tử | 2 | 1 |
7.3.1 | Tỷ lệ văn bản trao đổi và xử lý dưới dạng điện tử | 1 | 1 |
7.3.2 | Tỷ lệ hồ sơ công việc được lập xử lý dưới dạng điện tử | 1 | 0 | -1
7.4 | Cung cấp dịch vụ công trực tuyến mức độ 3, mức độ 4 | 4 | 1.64 |
7.4.1 | Tỷ lệ dịch vụ công trực tuyến mức độ 3, mức độ 4 có đủ điều kiện được cung cấp trên cổng Dịch vụ công \
của tỉnh | 1 | 0 | -1
7.4.2 | Tỷ lệ TTHC được cung cấp trực tuyến mức độ 3, mức độ 4 có phát sinh hồ sơ | 1 | 0.53 | -0.47
7.4.3 | Tỷ lệ hồ sơ TTHC được giải quyết trực tuyến mức độ 3, mức độ 4 | 1 | 0.11 | -0.89
7.4.4 | Có giải pháp khuyến khích người dân, tổ chức thực hiện dịch vụ công trực tuyến | 1 | 1 |
7.5 | Tỷ lệ UBND cấp xã cung cấp dịch vụ chứng thực bản sao điện tử từ bản chính | 1 | 1 |
7.6 | Áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn TCVN ISO 9001 | 2 | 2 |
7.7 | Thực hiện tiếp nhận và trả kết quả giải quyết TTHC qua dịch vụ bưu chính công ích (BCCI) | 1 | 0.93 |
7.7.1 | Tỷ lệ TTHC đã triển khai có phát sinh hồ sơ tiếp nhận hoặc trả kết quả giải quyết TTHC qua dịch vụ BCCI \
| '0,5' | 0.43 | -0.07
7.7.2 | Tỷ lệ hồ sơ TTHC được tiếp nhận và trả kết quả qua dịch vụ BCCI | '0,5' | 0.5 |
 | Chỉ số hài lòng của người dân và tổ chức (SIPAS) | 40 | 29.78 |
`;

export const VAN_CANH_CAUSES = `
Mã | Tiêu chí | Nguyên nhân
'1.1' | Kế hoạch về công tác CCHC hàng năm | Theo đánh giá, việc xây dựng và ban hành các kế hoạch CCHC của \
UBND một số xã chưa bảo đảm thời gian và chất lượng nội dung chưa đạt yêu cầu.
'1.2' | Mức độ hoàn thành kế hoạch CCHC | Trong năm, còn một số chỉ tiêu CCHC chưa đạt được theo kế hoạch đề ra \
(như nêu trên).
'1.3' | Công tác tuyên truyền CCHC | Theo đánh giá, mức độ đa dạng trong các hình thức tuyên truyền của địa \
phương còn hạn chế.
'1.4' | Thực hiện chế độ báo cáo định kỳ và báo cáo chuyên đề về CCHC | Thiếu 01 báo cáo kiểm soát TTHC 6 tháng \
đầu năm 2021.
'1.6' | Có sáng kiến hoặc giải pháp mới trong CCHC được áp dụng có hiệu quả | Trong năm, huyện không có sáng \
kiến về CCHC được Hội đồng sáng kiến công nhận.
'1.7' | Thực hiện các nhiệm vụ do UBND tỉnh, Chủ tịch UBND tỉnh giao | Ủy ban nhân dân huyện có 04 nhiệm vụ \
được Ủy ban nhân dân tỉnh, Chủ tịch Ủy ban nhân dân tỉnh giao. Trong đó, có 4/4 nhiệm vụ hoàn thành, 2/4 nhiệm \
vụ hoàn thành đúng hạn (50%).
'1.8' | Tổ chức gặp gỡ, trao đổi với doanh nghiệp, hộ kinh doanh tại địa phương và kịp thời tháo gỡ khó khăn, \
vướng mắc | Ngày 31/12/2021, UBND huyện đã tổ chức buổi gặp mặt, đối thoại và tuyên dương người nộp thuế năm \
2021 tuy nhiên, nội dung này không được tính điểm.
'3.1' | Công tác rà soát thủ tục hành chính | UBND huyện đã trình UBND tỉnh phương án đơn giản hóa 01 thủ tục \
hành chính thuộc lĩnh vực thi đua khen thưởng. UBND tỉnh đã có văn bản thống nhất các nội dung đơn giản hóa thủ \
tục “Tặng Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện về thành tích đột xuất” và thực hiện thí điểm tại \
huyện Vân Canh trong năm 2021. Tuy nhiên, nội dung này không được tính điểm.
'3.4.1' | Ban hành các Quy chế phối hợp giải quyết TTHC thuộc thẩm quyền giải quyết của UBND cấp huyện | Huyện \
chưa ban hành kịp thời quy chế phối hợp giải quyết nhóm TTHC liên thông trên địa bàn huyện.
'3.4.2' | Cập nhật hồ sơ TTHC vào Hệ thống Một cửa điện tử | Tỷ lệ hồ sơ TTHC cập nhật vào hệ thống Một cửa cấp \
huyện, cấp xã trên địa bàn huyện chưa đạt 100% theo quy định.
'3.5' | Kết quả giải quyết thủ tục hành chính (cấp huyện, cấp xã) | Tỷ lệ giải quyết TTHC đúng hạn (cấp huyện, \
cấp xã) trong năm 2021 là: 98,26%.
'3.6' | Thực hiện quy định về xin lỗi trong giải quyết TTHC (cấp huyện, cấp xã) | Có 232/270 (85,93%) hồ sơ \
TTHC giải quyết trễ hạn có thư xin lỗi.
'4.1' | Thực hiện quy định về chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức bộ máy, biên chế | Trong năm \
2021, các cơ quan chuyên môn chưa kịp thời tham mưu UBND huyện ban hành quy định chức năng, nhiệm vụ (theo quy \
định, phải ban hành trong thời hạn 15 ngày kể từ ngày văn bản hướng dẫn của Trung ương có hiệu lực).
'5.3.3' | Tỷ lệ CBCCVV hoàn thành tốt nhiệm vụ | Trong năm 2021, tỷ lệ cán bộ, công chức, viên chức hoàn thành \
tốt nhiệm vụ trở lên là: 715/721 (tỷ lệ 99,17%).
'5.3.3' | Cán bộ, công chức cấp xã | Tại thời điểm đánh giá, trên địa bàn huyện có 06 cán bộ cấp xã chưa đạt \
chuẩn chuyên môn, nghiệp vụ.
'6.1' | Thực hiện công khai tài chính đầy đủ theo quy định | Chưa thực hiện công khai tài chính theo quy định \
(nội dung này do Sở Tài chính theo dõi).
'6.4' | Xây dựng và báo cáo dự toán, chấp hành, quyết toán ngân sách | Chưa thực hiện đúng quy định. (thực hiện \
xây dựng báo cáo và gửi đúng thời hạn quy định thì điểm đánh giá là 1; thực hiện xây dựng báo cáo và gửi sau \
thời hạn quy định thì điểm đánh giá là 0,5).
'6.5' | Sử dụng đầy đủ các phần mềm phục vụ cho công tác quản lý tài chính, ngân sách | Sử dụng đầy đủ các phần \
mềm phục vụ cho công tác quản lý tài chính, ngân sách nhưng chưa đạt yêu cầu (nội dung này do Sở Tài chính theo \
dõi).
'7.3.2' | Tỷ lệ hồ sơ công việc được lập xử lý dưới dạng điện tử | Tỷ lệ hồ sơ công việc được lập xử lý dưới \
dạng điện tử tại các cơ quan, đơn vị cấp huyện, cấp xã đạt dưới 30%.
'7.4.1' | Tỷ lệ dịch vụ công trực tuyến mức độ 3, mức độ 4 có đủ điều kiện được cung cấp trên cổng Dịch vụ công \
của tỉnh | Tỷ lệ dịch vụ công trực tuyến mức độ 3, mức độ 4 có đủ điều kiện được cung cấp trên cổng Dịch vụ \
công của tỉnh đạt dưới 50%.
'7.4.2' | Tỷ lệ TTHC được cung cấp trực tuyến mức độ 3, mức độ 4 có phát sinh hồ sơ | Số dịch vụ công mức độ 3, \
4 có phát sinh hồ sơ: 38/275, tỷ lệ 13,82%. (theo quy định phải đạt từ 50%).
'7.4.3' | Tỷ lệ hồ sơ TTHC được giải quyết trực tuyến mức độ 3, mức độ 4 | Số hồ sơ đã tiếp nhận trực tuyến mức \
độ 3, 4 là 119/3.571 hồ sơ, tỷ lệ 3,33%. (theo quy định phải đạt từ 20%).
`;

/** The tasks of each body, as the report proposes them. */
export const VAN_CANH_TASKS = `
1. Phòng Nội vụ
- Chịu trách nhiệm đề xuất các giải pháp cải thiện, nâng cao các tiêu chí, tiêu chí thành phần về công tác chỉ \
đạo điều hành CCHC; cải cách tổ chức bộ máy hành chính nhà nước; cải cách chế độ công vụ.
- Tham mưu UBND huyện việc theo dõi, đôn đốc việc thực hiện các nhiệm vụ theo Kế hoạch CCHC huyện hằng năm; \
thực hiện các báo cáo CCHC định kỳ đúng thời gian quy định; thường xuyên kiểm tra, giám sát công tác CCHC tại \
các cơ quan, đơn vị, địa phương, xử lý triệt để các kiến nghị qua công tác kiểm tra, giám sát.
- Thực hiện quản lý, sử dụng cán bộ, công chức, viên chức theo đúng vị trí việc làm đã được phê duyệt. Tham mưu \
UBND huyện thực hiện đúng quy định phân cấp quản lý, tăng cường kiểm tra, kiến nghị, xử lý phát hiện sau kiểm \
tra về công tác tổ chức, bộ máy, sử dụng cán bộ, công chức, viên chức; siết chặt kỷ luật, kỷ cương hành chính \
trong thực thi nhiệm vụ, công vụ.
- Phối hợp chặt chẽ với các đơn vị liên quan tổ chức tự đánh giá chấm điểm Chỉ số CCHC của huyện năm 2022.
2. Văn phòng HĐND và UBND huyện
- Chịu trách nhiệm đề xuất các giải pháp cải thiện, nâng cao các tiêu chí, tiêu chí thành phần về cải cách thủ \
tục hành chính, thực hiện cơ chế một cửa, một cửa liên thông.
- Hướng dẫn, kiểm tra, theo dõi, đôn đốc các cơ quan, đơn vị, UBND các xã, thị trấn kịp thời tham mưu cập nhật, \
công khai TTHC theo quy định; bảo đảm 100% TTHC và các quy định có liên quan được cập nhật, công khai đầy đủ, \
kịp thời; thường xuyên rà soát đơn giản hoá thủ tục và rút ngắn thời hạn giải quyết so với quy định, có phương \
án đề xuất đơn giản hóa thủ tục hành chính đăng ký thực hiện năm 2023.
- Tham mưu UBND huyện tiếp tục thực hiện nghiêm túc việc thực hiện cơ chế một cửa, một cửa liên thông trong \
giải quyết TTHC; chấn chỉnh, giải quyết dứt điểm tình trạng hồ sơ quá hạn; nâng cao chất lượng giải quyết TTHC.
- Thường xuyên cập nhật, kịp thời đăng tải, công khai đầy đủ các thông tin về và tuyên truyền các nội dung liên \
quan đến CCHC trên địa bàn huyện trên Trang thông tin điện tử huyện.
3. Phòng Tư pháp
- Chịu trách nhiệm đề xuất các giải pháp duy trì các tiêu chí, tiêu chí thành phần về lĩnh vực tham mưu xây \
dựng và tổ chức thực hiện văn bản quy phạm pháp luật;
- Chủ trì, phối hợp với các cơ quan, đơn vị trên địa bàn huyện tăng cường theo dõi thi hành pháp luật, nâng cao \
chất lượng công tác kiểm tra, rà soát văn bản QPPL. Tăng cường công tác kiểm tra, rà soát văn bản QPPL, kiến \
nghị xử lý triệt để các vấn đề phát hiện qua kiểm tra.
- Hướng dẫn, kiểm tra, theo dõi, đôn đốc UBND các xã, thị trấn trong thực hiện chứng thực điện tử.
4. Phòng Tài chính - Kế hoạch
- Chịu trách nhiệm đề xuất các giải pháp cải thiện, nâng cao các tiêu chí, tiêu chí thành phần về cải cách tài \
chính công;
- Tham mưu UBND huyện thực hiện đúng quy định công tác công khai ngân sách; hướng dẫn, kiểm tra, đôn đốc UBND \
các xã, thị trấn thực hiện công khai ngân sách đúng quy định.
- Tham mưu UBND huyện tăng cường kiểm tra, giám sát quản lý ngân sách nhà nước theo phân cấp; thường xuyên kịp \
thời hướng dẫn các cơ quan, đơn vị, UBND cấp xã lập dự toán, quản lý, sử dụng và quyết toán kinh phí theo đúng \
quy định của pháp luật. Tham mưu, đôn đốc tổ chức xử lý triệt để các kiến nghị của Thanh tra, Kiểm toán Nhà \
nước về tài chính, ngân sách (nếu có).
5. Phòng Văn hóa và Thông tin
- Chịu trách nhiệm đề xuất các giải pháp cải thiện, nâng cao các tiêu chí, tiêu chí thành phần về hiện đại hóa \
hành chính; tham mưu việc đẩy mạnh việc xây dựng chính quyền điện tử, chính quyền số trong các cơ quan nhà nước \
trên địa bàn huyện;
- Phối hợp với Văn phòng HĐND và UBND huyện, các cơ quan, đơn vị, địa phương tham mưu giải pháp triển khai thực \
hiện việc tiếp nhận, giải quyết hồ sơ trực tuyến mức độ 3, 4 trên Cổng Dịch vụ công trực tuyến của tỉnh và các \
giải pháp tăng cường tiếp nhận và trả kết quả giải quyết TTHC qua dịch vụ bưu chính công ích theo quy định.
- Phối hợp với Phòng Nội vụ kiểm tra, hướng dẫn, đôn đốc cán bộ, công chức viên chức tại các cơ quan, đơn vị, \
địa phương lập hồ sơ công việc trên Văn phòng điện tử đúng quy định.
- Tiếp tục công tác thông tin, tuyên truyền CCHC, nâng cao nhận thức, vai trò tiếp nhận của đội ngũ cán bộ, \
công chức, viên chức về thực hiện công tác CCHC.
6. Phòng Kinh tế và Hạ tầng
Hướng dẫn, đôn đốc, tổng hợp các giải pháp, sáng kiến CCHC của các cơ quan, đơn vị, \
địa phương để tham mưu Hội đồng sáng kiến huyện công nhận và triển khai áp dụng các giải pháp, sáng kiến, nâng \
cao hiệu quả về cải cách hành chính trên địa bàn huyện.
7. Các cơ quan, đơn vị; Ủy ban nhân dân các xã, thị trấn
- Nghiêm túc đánh giá đúng thực trạng, chỉ rõ nguyên nhân hạn chế công tác CCHC của cơ quan, đơn vị, địa \
phương; có biện pháp, giải pháp cụ thể khắc phục tồn tại, hạn chế trong công tác CCHC. Căn cứ các nội dung cần \
khắc phục trong năm 2022, các cơ quan, đơn vị và UBND các xã, thị trấn xây dựng kế hoạch và triển khai khắc \
phục ngay những tồn tại, hạn chế, báo cáo kết quả thực hiện về UBND huyện.
- Thường xuyên thông tin, tuyên truyền sâu rộng trong đội ngũ cán bộ, công chức, viên chức, mọi tầng lớp Nhân \
dân nâng cao nhận thức về CCHC. Thường xuyên rà soát, cập nhật, công khai đầy đủ các thủ tục hành chính tại Bộ \
phận Tiếp nhận và trả kết quả cấp huyện, cấp xã. Thường xuyên kiểm tra, đôn đốc, chỉ đạo việc thực hiện giải \
quyết hồ sơ TTHC thuận lợi, kịp thời không để tình trạng hồ sơ giải quyết quá hạn.
- Thực hiện nghiêm các quy định về quản lý cán bộ, công chức, viên chức; tăng cường kỷ luật, kỷ cương hành \
chính; nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức; kịp thời xử lý cán bộ, công chức, viên chức có \
hành vi những nhiều, tiêu cực, trễ hẹn cho tổ chức, công dân trong giải quyết TTHC.
- Thực hiện cập nhật đầy đủ hồ sơ TTHC trên hệ thống một cửa điện tử. Tăng cường các giải pháp nâng cao hiệu \
quả thực hiện dịch vụ công trực tuyến mức độ 3, mức độ 4. Tuyên truyền, hướng dẫn tiếp nhận, giải quyết hồ sơ \
trực tuyến mức độ 3, mức độ 4 và qua dịch vụ Bưu chính công ích.
- Các cơ quan, đơn vị liên quan phối hợp chặt chẽ với Phòng Nội vụ trong công tác tự đánh giá, chấm điểm Chỉ số \
CCHC của huyện hàng năm (cung cấp các tài liệu kiểm chứng).
- Đối với UBND cấp xã còn cán bộ chưa đạt chuẩn thực hiện việc sắp xếp đội ngũ đảm bảo đạt tỷ lệ 100% cán bộ, \
công chức cấp xã đạt chuẩn theo quy định trong năm 2022.
8. Trung tâm Văn hóa - Thông tin - Thể thao huyện có trách nhiệm tăng cường tuyên truyền kết quả CCHC, đa dạng \
hình thức tuyên truyền (ngoài tuyên truyền qua sóng đài truyền thanh).
`;

/** The areas of the year before, as the report compares them. */
export const VAN_CANH_2020 = `
BẢNG ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH HUYỆN VÂN CANH NĂM 2020
TT | Lĩnh vực | Điểm tối đa | Điểm đạt được
1 | Công tác chỉ đạo điều hành CCHC | 12 | 7.5
2 | Xây dựng và tổ chức thực hiện văn bản quy phạm pháp luật | 4 | 4
3 | Cải cách thủ tục hành chính | 6 | 4
4 | Cải cách tổ chức bộ máy | 7 | 4.5
5 | Cải cách chế độ công vụ | 16 | 11.5
6 | Cải cách tài chính công | 5 | 3
7 | Xây dựng và phát triển chính quyền điện tử | 16 | 10
`;

export const VAN_CANH_SURVEY = `
CHỈ SỐ HÀI LÒNG CỦA NGƯỜI DÂN VÀ TỔ CHỨC NĂM 2021
Yếu tố | Tỷ lệ (%) | Xếp vị trí
Tiếp cận dịch vụ | 75.16 | 8/11
Thủ tục hành chính | 68.16 | 10/11
Công chức, viên chức giải quyết TTHC | 65.96 | 10/11
Kết quả giải quyết TTHC | 79.47 | 10/11
Tiếp nhận, xử lý phản ánh kiến nghị | 85.61 | 7/11
Chỉ số hài lòng chung | 74.87 | 9/11
`;

/**
 * Of the eleven districts, the report prints only Vân Canh, its group and its two years; the figures of the others are
 * made up around them.
 */
export const VAN_CANH_DISTRICTS = (year: 2020 | 2021): string =>
  [
    `CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM ${year}`,
    'TT | Đơn vị | Chỉ số CCHC (%)',
    ...(
      [
        ['Huyện Vân Canh', 75.62, '69.40'],
        ['Huyện Tuy Phước', 79, 74],
        ['Huyện Phù Mỹ', 78, 71],
        ['Thị xã An Nhơn', 77, 70],
        ['Thành phố Quy Nhơn', 91, 84],
        ['Huyện Tây Sơn', 86, 83],
        ['Huyện Phù Cát', 85, 81],
        ['Huyện Vĩnh Thạnh', 84, 80.5],
        ['Huyện Hoài Ân', 83, 79.5],
        ['Huyện An Lão', 65, 63],
        ['Thị xã Hoài Nhơn', 82, 80],
      ] as const
    ).map(([name, now, before], at) => `${at + 1} | ${name} | ${year === 2021 ? now : before}`),
  ].join('\n');
