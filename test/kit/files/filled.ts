/** A workbook filled as the command line does it, and a check of what must stay unchanged. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { toText } from '../../../src/core/values/decimal';
import { planEdits } from '../../../src/core/fill';
import type { BookAssessment } from '../../../src/core/model/assessment';
import { lookOfFormat, type Look } from './format-lists';
import { lintPackage } from '../programs/lint-package';
import { partsOf, textOf } from './small-workbook';
import { open } from './workbook-of';

export interface Filled {
  readonly assessment: BookAssessment;
  readonly file: Uint8Array;
}

export function filled(source: Uint8Array): Filled {
  const opened = open(source);
  const assessment = assessBook(opened.book);
  return { assessment, file: opened.apply(planEdits(opened.book, assessment)) };
}

/** «85» for each unit, or null if it is undetermined. */
export const indicesOf = ({ sheets }: BookAssessment): (string | null)[] =>
  (sheets[0]?.units ?? []).map(({ publishedIndex }) => (publishedIndex === null ? null : toText(publishedIndex)));

/**
 * Expects no new faults against the source, no change of looks except the program's marks, and a second run without
 * changes.
 */
export function expectFaithful(source: Uint8Array, { file, assessment }: Filled): void {
  const before = lintPackage(source);
  expect(lintPackage(file).filter((fault) => !before.includes(fault))).toEqual([]);
  const again = filled(file);
  expect(again.file).toBe(file);
  expect(indicesOf(again.assessment)).toEqual(indicesOf(assessment));
  const after = looksOf(file);
  const changed = [...looksOf(source)].filter(([at, { fill, rest }]) => {
    const now = after.get(at);
    return now?.rest !== rest || (now.fill !== fill && !OUR_FILL.test(now.fill));
  });
  expect(changed.map(([at, look]) => [at, look, after.get(at)])).toEqual([]);
}

/** The colours of the program's marks, as written in a fill. */
const OUR_FILL = /rgb="FF(FFE8A3|FFCB80|F5A56B|FFC2BD|DCD3F7)"/i;

/** The look of each cell of the first sheet. */
function looksOf(file: Uint8Array): Map<string, Look> {
  const parts = [...partsOf(file)];
  const read = (pattern: RegExp): string => textOf(parts.find(([name]) => pattern.test(name))?.[1]);
  const styles = read(/styles\d*\.xml$/i);
  const known = new Map<string, Look>();
  const looks = new Map<string, Look>();
  for (const [, tag = ''] of read(/worksheets\/sheet1\.xml$/i).matchAll(/<(?:\w+:)?c(\s[^>]*)>/g)) {
    const style = /\ss="\s*(\d+)\s*"/.exec(tag)?.[1] ?? '0';
    const look = known.get(style) ?? lookOfFormat(styles, Number(style));
    known.set(style, look);
    looks.set(/\sr="([A-Z]+\d+)"/.exec(tag)?.[1] ?? '', look);
  }
  return looks;
}

/**
 * Kept below .out, where every workbook is later checked against the schemas for faults that its source does not have.
 */
export function keep(folder: string, name: string, source: Uint8Array, file: Uint8Array): void {
  const path = join(__dirname, '..', '..', '..', '.out', folder);
  mkdirSync(path, { recursive: true });
  const target = join(path, name.replace(/\W+/g, '-'));
  writeFileSync(`${target}.xlsx`, file);
  writeFileSync(`${target}.before.xlsx`, source);
}
