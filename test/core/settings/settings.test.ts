/** Every setting of `Cấu hình`: read in the officer's words, written in the add-in's, and named in the README. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { COLUMN_ROLES, COLUMN_ROLE_LABELS, roleNamed, type ColumnRole } from '../../../src/core/model/column-role';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { DETAIL_ENTRIES } from '../../../src/core/settings/report-details';
import { SETTING_ENTRIES, planSettings, readSettings, type SettingsChange } from '../../../src/core/settings/settings';
import { toA1 } from '../../../src/core/values/address';
import { decimal, toText } from '../../../src/core/values/decimal';
import { plainKey } from '../../../src/core/values/fold-text';
import { bookOf, grid } from '../../kit/grid';

describe('reading', () => {
  test('scale, rounding, tie rule and marks are read', () => {
    const settings = readSettings(
      grid(`
Cấu hình tính chỉ số |
Số chữ số thập phân | 3
Xếp hạng khi bằng điểm | Nhảy hạng (1, 2, 2, 4)
Xếp hạng theo | Chỉ số đã làm tròn
Ký hiệu không áp dụng | x; /
Ký hiệu không điểm | -
Điểm thưởng tối đa | 5
Ngưỡng lĩnh vực (%) | 70
Ngưỡng phần áp dụng | 50
Ghi kết quả | Giá trị
Tô màu điểm bị trừ | Một màu
Thang xếp loại | Từ
Nhóm 1 | 90
Nhóm 2 | trên 80
Nhóm 3 | ≥ 65,5
Nhóm 4 | dưới 65,5
`),
    );
    expect(settings).toMatchObject({
      places: 3,
      ties: 'competition',
      rankBy: 'rounded',
      results: 'values',
      lossColours: 'one',
      applicableLine: decimal('50'),
      scaleFrom: 'workbook',
    });
    expect([...(settings.marks ?? [])]).toEqual([
      ['x', 'notApplicable'],
      ['/', 'notApplicable'],
      ['-', 'zero'],
    ]);
    expect(
      settings.scale?.map(({ label, from, inclusive }) => `${label} ${inclusive ? '≥' : '>'} ${toText(from)}`),
    ).toEqual(['Nhóm 1 ≥ 90', 'Nhóm 2 > 80', 'Nhóm 3 ≥ 65.5', 'Nhóm 4 ≥ 0']);
    expect([settings.bonusCap, settings.areaLine].map((each) => each && toText(each))).toEqual(['5', '70']);
  });

  test('rows may be numbered, a scale may have a heading of its own, and the settings below it are no bands', () => {
    const settings = readSettings(
      grid(`
STT | Nội dung | Giá trị
1 | Thang xếp loại |
 | Mức | Từ (%)
2 | Tốt | Từ 80% trở lên
3 | Khá | 65 đến dưới 80
4 | Yếu | Dưới 65
5 | Số chữ số thập phân | 1
`),
    );
    expect(settings.scale?.map(({ label, from }) => `${label} ${toText(from)}`)).toEqual(['Tốt 80', 'Khá 65', 'Yếu 0']);
    expect(settings.places).toBe(1);
  });

  test('«không xếp loại» is a valid scale', () => {
    expect(readSettings(grid('Thang xếp loại | Không xếp loại'))).toEqual({ scale: [], scaleFrom: 'workbook' });
  });

  test('what is not stated keeps its default', () => {
    expect(readSettings(grid('Ghi chú chung | nội bộ'))).toEqual({});
  });
});

/** The cells that the plan writes and their contents, in readable form. */
const written = (settings: Grid, change: SettingsChange): string[] =>
  planSettings(bookOf(settings), change).flatMap(({ edits }) =>
    edits.map((edit) => {
      if (edit.kind !== 'cell' || edit.content.kind === 'formula') throw new Error('not a value');
      const { content, at } = edit;
      return `${toA1(at)} ${content.kind === 'number' ? content.value : content.text}`;
    }),
  );

describe('writing', () => {
  const sheet = (table: string) => grid(table, { sheet: 'Cấu hình' });

  test('a numbered row is changed where it stands', () => {
    expect(written(sheet('1 | Làm tròn | 2 | số lẻ\n2 | Ghi kết quả | Công thức'), { places: 3 })).toEqual(['C1 3']);
  });

  test('of two rows that state a setting the last counts, and the other says nothing any more', () => {
    expect(written(sheet('Ký hiệu chưa chấm | ?\nKý hiệu chưa chấm | x'), { notYetScored: '/' })).toEqual([
      'B1 ',
      'B2 /',
    ]);
  });

  test('as many bands go over those that stand there, below their own heading', () => {
    const table = sheet('Thang xếp loại\nMức | Từ\nTốt | 80\nKhá | 65');
    const scale = [
      { label: 'Đạt', from: '50', inclusive: true },
      { label: 'Không đạt', from: '0', inclusive: true },
    ];
    expect(written(table, { scale })).toEqual(['A3 Đạt', 'B3 50', 'A4 Không đạt', 'B4 0']);
    expect(written(table, { scale: scale.slice(1) })).toEqual([
      'A1 ',
      'A2 ',
      'B2 ',
      'A3 ',
      'B3 ',
      'A4 ',
      'B4 ',
      'A6 Thang xếp loại',
      'A7 Không đạt',
      'B7 0',
    ]);
  });
});

describe('what columns hold', () => {
  const STATED = grid(
    `
Cột | Huyện chấm | điểm thẩm định | theo công văn 12
2 | Cột: | Xã A / Điểm K | KHÔNG DÙNG
Cột | Cơ sở vật chất | không biết
Cột | Barem |
Cột | huyện  chấm | Điểm tự chấm`,
    { sheet: 'Cấu hình' },
  );
  const change = (heading: string, role: ColumnRole | null): SettingsChange => ({ columnRoles: [{ heading, role }] });

  test('each line names a heading and a role in words; words that name none say nothing', () => {
    expect(readSettings(STATED)).toEqual({
      columnRoles: [
        { heading: 'Huyện chấm', role: 'appraised' },
        { heading: 'Xã A / Điểm K', role: 'foreign' },
        { heading: 'huyện  chấm', role: 'self' },
      ],
    });
  });

  test('a role is written beside its heading: a new line, or over the last line about it, whose note stays', () => {
    expect(written(grid('', { sheet: 'Cấu hình' }), change('Điểm K', 'self'))).toEqual([
      'A1 Cột',
      'B1 Điểm K',
      'C1 điểm tự chấm',
    ]);
    expect(written(STATED, change('Xã A / Điểm K', 'max'))).toEqual(['D2 điểm tối đa']);
    expect(written(STATED, change('Barem', 'max'))).toEqual(['C4 điểm tối đa']);
    expect(written(STATED, change('Huyện chấm', 'lost'))).toEqual(['A1 ', 'B1 ', 'C1 ', 'D1 ', 'C5 điểm bị trừ']);
    expect(written(STATED, change('huyện chấm', 'self'))).toEqual(['A1 ', 'B1 ', 'C1 ', 'D1 ']);
  });

  test('without a role every line about the heading is emptied', () => {
    expect(written(STATED, change('Barem', null))).toEqual(['A4 ', 'B4 ']);
    expect(written(STATED, change('Điểm K', null))).toEqual([]);
  });

  test('every role has words of its own, which are read back', () => {
    for (const role of COLUMN_ROLES) expect(roleNamed(COLUMN_ROLE_LABELS[role])).toBe(role);
  });
});

describe('every entry', () => {
  const ALL = [...SETTING_ENTRIES, ...DETAIL_ENTRIES];
  const knownAs = (label: string) => ALL.filter(({ pattern }) => pattern.test(plainKey(label)));

  test.each(ALL.map((entry) => [entry.label, entry] as const))(
    '«%s» is known by its own label alone',
    (label, entry) => {
      expect(knownAs(label)).toEqual([entry]);
    },
  );

  test('stands in the README, and no other does', () => {
    const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
    const [, table = ''] = /\n\| Thiết lập \|.*\n\|---.*\n((?:\|.*\n)+)/.exec(readme) ?? [];
    const [, details = ''] = /từ trang tính `Cấu hình`: ([^.]*)\./.exec(readme) ?? [];
    const rows = table.split('\n').filter((line) => line !== '');
    const inTable = rows.flatMap((row) => (row.split('|')[1] ?? '').replace(/\(.*\)/, '').split('·'));
    const inText = [...details.matchAll(/`([^`]+)`/g)].map(([, label = '']) => label);
    const named = [...inTable, ...inText].map((label) => knownAs(label.trim())[0]?.label ?? `${label}?`);
    expect(named.sort()).toEqual(ALL.map(({ label }) => label).sort());
    // The examples of the table are read and change a setting.
    for (const row of rows.slice(1)) {
      const [, labels = '', example = ''] = row.split('|');
      for (const label of labels.split('·'))
        expect(readSettings(grid(`${label} | ${example.replaceAll('`', '').replace(' · ', ' | ')}`))).not.toEqual({});
    }
  });
});
