/** Parts assembled piece by piece must read as if assembled at once, in every codec. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inflateRawSync } from 'node:zlib';
import { fromUtf8, join, toUtf8 } from '../../../src/hosts/xlsx-file/zip/bytes';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { crc32 } from '../../../src/hosts/xlsx-file/zip/crc32';
import {
  changesAnything,
  piecesOf,
  PIECE_BYTES,
  splice,
  spliced,
  spliceText,
  type Splice,
} from '../../../src/hosts/xlsx-file/xml/splice';

const part = (bytes: Uint8Array) => ({ bytes, where: 'part' });
const pieces = (bytes: Uint8Array, splices: readonly Splice[]): Uint8Array[] =>
  Array.from(piecesOf(spliced(part(bytes), splices)), (piece) => piece.slice());

describe('splices', () => {
  test('any texts at any places give what cutting strings gives', () => {
    const places = fc.uniqueArray(fc.tuple(fc.nat(200), fc.nat(3)), { selector: ([at]) => at, maxLength: 12 });
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(places, texts, (chosen, wanted) => {
        const source = Array.from({ length: 220 }, (_, n) => String.fromCharCode(97 + (n % 26))).join('');
        const apart = chosen
          .sort(([a], [b]) => a - b)
          .map(([at, length], n) => ({
            start: at,
            end: Math.min(at + length, chosen[n + 1]?.[0] ?? 220),
            text: wanted[n] ?? '',
          }));
        const expected = apart.reduceRight(
          (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
          source,
        );
        const lazy = apart.map(({ start, end, text }) => spliceText(start, end, () => text));
        expect(fromUtf8(splice(part(toUtf8(source)), lazy.reverse()))).toBe(fromUtf8(toUtf8(expected)));
      }),
    );
  });

  test('a text longer than a piece, of letters of several bytes, is cut at no letter', () => {
    const text = 'ế😀a'.repeat(200_000);
    const all = pieces(toUtf8('<a>bc</a>'), [spliceText(3, 4, text), spliceText(5, 5, 'd')]);
    expect(all.length).toBeGreaterThan(1);
    expect(all.every((piece) => piece.length <= PIECE_BYTES)).toBe(true);
    expect(fromUtf8(join(all)) === `<a>${text}cd</a>`).toBe(true);
  });

  test('splices that put in what stands there change nothing', () => {
    const source = part(toUtf8('<v>ế1</v>'));
    expect(changesAnything(spliced(source, [spliceText(3, 7, 'ế1'), spliceText(9, 9, '')]))).toBe(false);
    expect(changesAnything(spliced(source, [spliceText(3, 7, () => 'ế2')]))).toBe(true);
    const inTwo = (first: string, second: string) =>
      changesAnything(
        spliced(source, [spliceText(3, 6, first), spliceText(6, 6, () => second), spliceText(6, 7, '1')]),
      );
    expect([inTwo('', 'ế'), inTwo('ế', ''), inTwo('ế', '2'), inTwo('', '')]).toEqual([false, false, true, true]);
    expect(splice(source, [])).toBe(source.bytes);
  });

  test('splices that overlap are refused: only damaged parts have one element inside another of its kind', () => {
    expect(() => spliced(part(toUtf8('abcdef')), [spliceText(0, 3, ''), spliceText(2, 4, '')])).toThrow(/hỏng/);
  });
});

describe('packing in pieces', () => {
  test('gives one stream that every inflater reads, with the same check sum', () => {
    const source = toUtf8('<row><c r="A1"><v>0.25</v></c></row>'.repeat(120_000));
    const whole = spliced(part(source), [spliceText(5, 5, '<c/>')]);
    const packed = nodeCodec.deflateRawPieces?.(piecesOf(whole)) ?? new Uint8Array();
    const expected = splice(part(source), whole.splices);
    expect(Buffer.compare(inflateRawSync(packed), expected)).toBe(0);
    let sum = 0;
    for (const piece of piecesOf(whole)) sum = crc32(piece, sum);
    expect(sum).toBe(crc32(expected));
    expect(nodeCodec.crc32?.(expected) ?? sum).toBe(sum);
  });
});
