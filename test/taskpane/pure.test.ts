/** Pure functions of the pane: order of units, lengths along an axis, changed settings, texts. */
import { describe, expect, test } from '@jest/globals';
import { arrangeUnits } from '../../src/taskpane/components/arrange-units';
import type { UnitView } from '../../src/taskpane/worker/views';
import { gridAxis } from '../../src/taskpane/grid-axis';
import { changesOf, isSound } from '../../src/taskpane/settings-draft';
import { isNoScore } from '../../src/taskpane/text/issue-text';
import { filledName } from '../../src/taskpane/text/file-text';
import { printed } from '../../src/core/values/decimal';
import { scaleText } from '../../src/taskpane/text/text';
import type { SettingsView } from '../../src/taskpane/worker/views';

const unit = (name: string, order: number, rest: Partial<UnitView> = {}): UnitView => ({
  unit: order,
  name,
  group: null,
  undetermined: false,
  points: '1',
  max: '2',
  lost: '1',
  index: '50,00',
  share: 50,
  order,
  rating: 'Khá',
  rank: order + 1,
  rankOf: 3,
  change: null,
  at: { row: 0, column: 0 },
  ...rest,
});

describe('units', () => {
  const units = [
    unit('Xã Đăk Kôi', 1, { lost: '10,5', group: 'Xã' }),
    unit('Sở Y tế', 2, { index: null, lost: null }),
    unit('Xã An Bình', 0, { lost: '9', group: 'Xã' }),
  ];
  const names = (sort: 'index' | 'indexUp' | 'lost' | 'name', search = ''): string[] =>
    arrangeUnits(units, { sort, isGrouped: false, search }).groups.flatMap((group) =>
      group.units.map(({ name }) => name),
    );

  test('the best come first, or the worst, and those without an index last either way', () => {
    expect(names('index')).toEqual(['Xã An Bình', 'Xã Đăk Kôi', 'Sở Y tế']);
    expect(names('indexUp')).toEqual(['Xã Đăk Kôi', 'Xã An Bình', 'Sở Y tế']);
    expect(names('lost')).toEqual(['Xã Đăk Kôi', 'Xã An Bình', 'Sở Y tế']);
  });

  test('names are sorted as Vietnamese sort them, found without their marks, and with marks only as typed', () => {
    expect(names('name')).toEqual(['Sở Y tế', 'Xã An Bình', 'Xã Đăk Kôi']);
    expect(names('name', 'DAK KOI')).toEqual(['Xã Đăk Kôi']);
    expect(names('name', 'đak')).toEqual([]);
    expect(names('name', 'đăk kôi')).toEqual(['Xã Đăk Kôi']);
  });

  test('groups stand in the order of the sheet, and those that hold nothing found are left out', () => {
    const arranged = (search: string) => arrangeUnits(units, { sort: 'index', isGrouped: true, search });
    expect(arranged('').groups.map(({ name, units: own }) => [name, own.length])).toEqual([
      ['Xã', 2],
      ['', 1],
    ]);
    expect([arranged('an').total, arranged('an').groups.length]).toEqual([1, 1]);
  });
});

describe('an axis', () => {
  const axis = gridAxis(new Uint16Array([20, 0, 30, 10]));
  test('knows where each row begins, skips hidden ones, and ends at the last', () => {
    expect([axis.total, axis.start(2), axis.start(4), axis.size(1)]).toEqual([60, 20, 60, 0]);
    expect([0, 19, 20, 49, 50, 999].map((distance) => axis.at(distance))).toEqual([0, 0, 2, 2, 3, 3]);
    expect([axis.next(0, 1), axis.next(2, -1), axis.next(3, 1)]).toEqual([2, 0, 3]);
    expect(gridAxis(new Uint16Array(0)).at(5)).toBe(0);
  });
});

describe('settings being changed', () => {
  const settings: SettingsView = {
    scale: [
      { label: 'Tốt', from: '80', inclusive: true },
      { label: 'Yếu', from: '0', inclusive: true },
    ],
    scaleFrom: 'default',
    places: null,
    shownPlaces: 2,
    ties: 'dense',
    rankBy: 'exact',
    notApplicable: '',
    notYetScored: '',
    zero: '',
    results: 'formulas',
    lossColours: 'weight',
    areaLine: '75',
  };
  test('only what differs is written', () => {
    expect(changesOf(settings, { ...settings })).toEqual({});
    expect(changesOf(settings, { ...settings, places: 3, ties: 'competition' })).toEqual({
      places: 3,
      ties: 'competition',
    });
    expect(changesOf(settings, { ...settings, scale: [...settings.scale].reverse() })).toEqual({});
    expect(changesOf(settings, { ...settings, scale: [{ label: ' Tốt ', from: '85.5', inclusive: false }] })).toEqual({
      scale: [{ label: 'Tốt', from: '85,5', inclusive: false }],
    });
  });
  test('a band needs a name and a bound from 0 to 100', () => {
    const pair = (second: string, from: string) =>
      isSound({
        ...settings,
        scale: [
          { label: 'Tốt', from: '80', inclusive: true },
          { label: second, from, inclusive: true },
        ],
      });
    expect([pair('Khá', '70'), pair('Khá', '80,0'), pair('tốt', '70')]).toEqual([true, false, false]);
    const withBand = (label: string, from: string) =>
      isSound({ ...settings, scale: [{ label, from, inclusive: true }] });
    expect([
      withBand('Tốt', '80,5'),
      withBand('', '80'),
      withBand('Tốt', '101'),
      withBand('Tốt', 'tám'),
      withBand('Tốt', '-1'),
    ]).toEqual([true, false, false, false, false]);
  });
  test('the scale is said with its signs, the lowest band without a bound', () => {
    expect(scaleText(settings)).toBe('Tốt ≥ 80 · Yếu');
    expect(scaleText({ ...settings, scale: [] })).toBe('không xếp loại');
  });
});

test('a value is shown as Vietnamese write it, words as they are', () => {
  expect([printed('-3.54'), printed('9'), printed('Tốt'), printed('1.2.3')]).toEqual(['−3,54', '9', 'Tốt', '1.2.3']);
});

test('the filled copy keeps the name and the kind of its source', () => {
  expect([filledName('Bảng.xlsx'), filledName('Bảng.XLSM')]).toEqual(['Bảng (đã tính).xlsx', 'Bảng (đã tính).xlsm']);
});

test('a field for points takes numbers, known words and marks of the table, and no other word', () => {
  for (const text of [
    '5,5',
    '-0.25',
    '− 1',
    '9/20',
    '5 điểm',
    'KĐG',
    'K/ĐG',
    'Không đánh giá',
    'Chưa chấm',
    'n/a',
    'x',
    'Miễn',
  ])
    expect([text, isNoScore(text, 'miễn -')]).toEqual([text, false]);
  for (const text of ['abc', 'năm điểm', 'không', 'Miễn chấm', 'kđ'])
    expect([text, isNoScore(text, 'miễn -')]).toEqual([text, true]);
});
