/** The sample workbooks that come with the page. */
export const SAMPLES: readonly { readonly file: string; readonly name: string; readonly about: string }[] = [
  {
    file: 'don-vi-theo-cot.xlsx',
    name: 'Các xã theo cột',
    about: 'Mỗi đơn vị một cụm cột: tự chấm, thẩm định, nguyên nhân',
  },
  {
    file: 'don-vi-theo-dong.xlsx',
    name: 'Các đơn vị theo dòng',
    about: 'Mỗi đơn vị một dòng, mỗi lĩnh vực một cụm cột',
  },
  { file: 'mot-don-vi.xlsx', name: 'Một đơn vị', about: 'Bảng điểm đầy đủ của một đơn vị, có ô sai để thử sửa' },
  { file: 'ket-qua-nam-2022.xlsx', name: 'Bảng rút gọn', about: 'Chỉ có điểm dạng 75,42/94 và chỉ số đã công bố' },
];
