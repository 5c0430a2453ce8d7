/** Alignment and safety of terminal output. */
import { describe, expect, test } from '@jest/globals';
import { table } from '../../src/cli/table';
import { clean, shorten, pad, widthOf, wrap, wrapAfter } from '../../src/cli/text';

const DECOMPOSED = 'Đăk Tờ Re'.normalize('NFD');

describe('width', () => {
  test.each([
    ['Đăk Tờ Re', 9],
    [DECOMPOSED, 9],
    ['', 0],
    ['漢字', 4],
    ['a\u200bb', 2],
  ])('«%s» takes %d columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  test('padding reaches the same width for both forms of a letter', () => {
    expect(widthOf(pad(DECOMPOSED, 12))).toBe(12);
    expect(widthOf(pad('Đăk Tờ Re', 12, 'right'))).toBe(12);
  });

  test('a cut text keeps whole letters and says that it was cut', () => {
    expect(shorten('Đăk Tờ Re', 6)).toBe('Đăk T…');
    expect(shorten(DECOMPOSED, 9)).toBe(DECOMPOSED);
    expect(widthOf(shorten(DECOMPOSED, 6))).toBeLessThanOrEqual(6);
  });
});

describe('a sheet’s text', () => {
  test('cannot steer the terminal', () => {
    expect(clean('\u001b[2J\u001b]0;tên\u0007Xã\u009b31m A\u0000\b')).toBe('[2J]0;tênXã31m A');
    expect(clean('Xã \u202eA')).toBe('Xã A');
  });

  test('stands on one line', () => {
    expect(clean(' Xã\r\n  Tân\u00a0Lập\t')).toBe('Xã Tân Lập');
  });

  test('is wrapped between words with an indent, a longer word stands alone', () => {
    expect(wrap('một hai ba bốnnămsáubảytám chín', 9, '  ')).toBe('một hai\n  ba\n  bốnnămsáubảytám\n  chín');
    expect(wrap('một hai ba', Infinity, '  ')).toBe('một hai ba');
    expect(wrapAfter('  - ', 'một hai ba', 11, '    ')).toBe('  - một hai\n    ba');
  });
});

describe('table', () => {
  const columns = [
    { title: 'Đơn vị', align: 'left', yields: true },
    { title: 'Chỉ số', align: 'right' },
  ] as const;

  test('columns line up whatever form the letters have', () => {
    expect(
      table(
        columns,
        [
          [DECOMPOSED, '81,88'],
          ['Đăk Kôi', '7,29'],
        ],
        null,
      ),
    ).toEqual(['Đơn vị     Chỉ số', '─────────  ──────', `${DECOMPOSED}   81,88`, 'Đăk Kôi      7,29']);
  });

  test('a narrow terminal shortens names, never numbers', () => {
    const lines = table(columns, [['UBND xã có cái tên rất là dài', '81,88']], 24);
    expect(lines).toEqual(['Đơn vị            Chỉ số', '────────────────  ──────', 'UBND xã có cái…    81,88']);
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(24);
  });

  test('no terminal, no shortening', () => {
    expect(table(columns, [['UBND xã có cái tên rất là dài', '81,88']], null)[2]).toContain(
      'UBND xã có cái tên rất là dài',
    );
  });
});
