/**
 * Workbooks that Excel did not write: one small table in many packages, each with the right indices and a sound filled
 * copy.
 */
import { describe, expect, test } from '@jest/globals';
import { HostError } from '../../../src/hosts/host';
import { valueAt } from '../../../src/core/model/workbook/grid';
import { expectFaithful, filled, indicesOf, keep } from '../../kit/files/filled';
import { BLANK_SCORE, MINIMAL, SOUND, WITHOUT_RELATIONSHIPS, WITHOUT_STRINGS } from '../../kit/files/odd-workbooks';
import { textOfPart } from '../../kit/files/small-workbook';
import { open } from '../../kit/files/workbook-of';

const refusal = (source: Uint8Array): string => {
  try {
    filled(source);
  } catch (fault) {
    if (fault instanceof HostError) return `${fault.alias}: ${fault.message}`;
    throw fault;
  }
  return 'not refused';
};

describe('odd workbooks', () => {
  test.each(Object.entries({ sound: SOUND, ...MINIMAL }))('%s: read right, filled soundly', (name, source) => {
    const result = filled(source);
    // 8.5 and 10 points of 10.
    expect(indicesOf(result.assessment)).toEqual(['85', '100']);
    expectFaithful(source, result);
    keep('odd', name, source, result.file);
  });

  test('a blank shared string is a score that is missing, not the first of the strings', () => {
    const result = filled(BLANK_SCORE);
    expect(indicesOf(result.assessment)).toEqual([null, '100']);
    expectFaithful(BLANK_SCORE, result);
    keep('odd', 'a blank shared string', BLANK_SCORE, result.file);
  });

  test('times without a date are parts of a day', () => {
    const grid = open(MINIMAL['times without a date'] ?? SOUND).book.sheets[0]?.grid();
    expect(grid && [valueAt(grid, 7, 0), valueAt(grid, 7, 1)]).toEqual([8.5 / 24, 45443]);
  });

  test('a workbook without its relationships, or without its strings, is damaged', () => {
    expect(refusal(WITHOUT_RELATIONSHIPS)).toMatch(/^damaged-file: .*«xl\/_rels\/workbook\.xml\.rels»/);
    expect(refusal(WITHOUT_STRINGS)).toMatch(/^damaged-file: .*«xl\/sharedStrings\.xml»/);
  });

  test.each([
    ['a sheet whose relationship is lost', 'Lạc'],
    ['a sheet whose part is lost', 'Trang 2'],
  ])('%s is said, and stays lost in the filled copy', (name, sheet) => {
    const { assessment, file } = filled(MINIMAL[name] ?? SOUND);
    const said = (each: typeof assessment): string[] =>
      each.sheets.flatMap(({ diagnostics }) =>
        diagnostics.filter(({ alias }) => alias === 'damaged-file').map(({ message }) => message),
      );
    expect(said(assessment)).toEqual([expect.stringContaining(`«${sheet}»`)]);
    expect(said(filled(file).assessment)).toEqual(said(assessment));
    expect(open(file).book.sheets.map(({ name: each }) => each)).not.toContain(sheet);
  });

  test('what is put behind alternatives counts them as one each, and is copied with them', () => {
    const styles = textOfPart(filled(MINIMAL['alternatives in a list'] ?? SOUND).file, 'xl/styles.xml');
    expect(styles).toContain(
      '<mc:Fallback ><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></mc:Fallback>',
    );
    expect(styles).toMatch(/<cellXfs count="(?!3")\d+">/);
  });
});
