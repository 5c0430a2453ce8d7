/** Details of a report beside the numbers: typed in the pane, kept in `Cấu hình`, read back as typed. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { createSession } from '../../../src/taskpane/worker/session';
import type { DetailsView } from '../../../src/taskpane/worker/views-of-reports';
import { grid } from '../../kit/grid';
import { open, workbookOf } from '../../kit/files/workbook-of';

const TABLE = grid(
  'TT | Nội dung | Điểm tối đa | UBND xã Đăk Kôi | UBND xã Đăk Pnê\n' +
    '1 | Công tác chỉ đạo | 10 | 6,46 | 8\n2 | Cải cách thể chế | 10 | 10 | 10',
  { sheet: 'Bảng' },
);

const CHANGE: Partial<DetailsView> = {
  superiorBody: 'UBND HUYỆN KON RẪY',
  issuingBody: 'HỘI ĐỒNG ĐÁNH GIÁ CCHC',
  number: '01',
  symbol: 'BC-HĐ',
  place: 'Kon Rẫy',
  date: '01/12/2022',
  year: '2022',
  addressee: 'Ủy ban nhân dân huyện',
  signerTitle: 'TM. HỘI ĐỒNG\nCHỦ TỊCH',
  recipients: 'Như trên\nLưu: VT, NV',
  grounds: 'Căn cứ Quyết định số 1150/QĐ-BNV\nCăn cứ Kế hoạch số 5/KH-UBND',
  inspectedOnSite: 'UBND xã Đăk Kôi',
};

async function started(sheets: readonly ReturnType<typeof grid>[]) {
  const session = createSession(nodeCodec, () => undefined);
  session.open({ kind: 'bytes', bytes: await workbookOf(sheets) });
  return session;
}

describe('details of a report', () => {
  test('are read back as typed, number with its zero, lists by line; the next write is none', async () => {
    const session = await started([TABLE]);
    const { view, bytes } = await session.run({ kind: 'details', change: CHANGE }, false);
    expect(view.details).toMatchObject(CHANGE);
    expect((await session.run({ kind: 'details', change: CHANGE }, false)).written).toBe(0);
    const { details } = assessBook(open(bytes!).book);
    expect([details.date, details.year, details.number, details.recipients]).toEqual([
      { day: 1, month: 12, year: 2022 },
      2022,
      '01',
      ['Như trên', 'Lưu: VT, NV'],
    ]);
  });

  test('are changed where the officer wrote them, in whatever words and rows, beside settings that stay', async () => {
    const settings = grid(
      'Số chữ số thập phân | 3\nNơi nhận | Như trên\n | Các xã\n | Lưu: VT\nNgười ký: | Người cũ | ký thay',
      { sheet: 'Cấu hình' },
    );
    const session = await started([TABLE, settings]);
    const { view, bytes } = await session.run(
      { kind: 'details', change: { recipients: 'Như trên\nLưu: VT', signerName: 'Người mới' } },
      false,
    );
    const kept = open(bytes!)
      .book.sheets.find(({ name }) => name === 'Cấu hình')!
      .grid();
    expect(kept.values[4]?.slice(0, 3)).toEqual(['Người ký:', 'Người mới', 'ký thay']);
    expect(view.details).toMatchObject({ recipients: 'Như trên\nLưu: VT', signerName: 'Người mới' });
    expect(view.sheets[0]?.settings.places).toBe(3);
    const after = (await session.run({ kind: 'details', change: { recipients: '', signerName: '' } }, false)).view;
    expect([after.details.recipients, after.details.signerName]).toEqual(['', '']);
  });

  test('stand beside settings without being taken for a rating scale', async () => {
    const session = await started([TABLE]);
    const scale = [
      { label: 'Tốt', from: '80', inclusive: true },
      { label: 'Khá', from: '0', inclusive: true },
    ];
    await session.run({ kind: 'settings', change: { scale } }, false);
    const { view } = await session.run({ kind: 'details', change: CHANGE }, false);
    expect(view.sheets[0]?.settings.scale).toEqual(scale);
    expect(view.details).toMatchObject(CHANGE);
    expect((await session.run({ kind: 'settings', change: { places: 1 } }, false)).view.details).toMatchObject(CHANGE);
  });
});
