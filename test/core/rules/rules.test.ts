import { describe, expect, test } from '@jest/globals';
import { toA1 } from '../../../src/core/values/address';
import { RULES } from '../../../src/core/rules/index';
import { CELL_CASES } from './cell-cases';
import { DEDUCTION_CASES } from './deduction-cases';
import { FORMULA_CASES } from './formula-cases';
import { LAYOUT_CASES } from './layout-cases';
import { RESTATED_CASES } from './restated-cases';
import { SUM_CASES } from './sum-cases';
import { brief, tryRule } from './try-rule';

const CASES = { ...LAYOUT_CASES, ...CELL_CASES, ...SUM_CASES, ...FORMULA_CASES, ...RESTATED_CASES, ...DEDUCTION_CASES };

test('every rule has cases, and every case a rule', () => {
  expect(Object.keys(CASES)).toEqual(RULES.map(({ alias }) => alias));
});

describe.each(Object.entries(CASES))('%s', (alias, { valid, invalid }) => {
  test.each(Object.entries(valid))('lets pass: %s', (_, each) => {
    expect(tryRule(alias, each).map(({ message }) => message)).toEqual([]);
  });

  test.each(Object.entries(invalid))('reports: %s', (_, each) => {
    const found = tryRule(alias, each);
    expect(found.map(brief)).toEqual(each.found);
    expect(found[0]?.message).toContain(each.says);
    expect(found.flatMap(({ suggestions }) => suggestions.map(({ at, value }) => `${toA1(at)}=${value}`))).toEqual(
      each.suggests ?? [],
    );
  });

  test.each(Object.entries(invalid))('walks through what it rests on, its own cell first: %s', (_, each) => {
    for (const { at, follows, suggestions, evidence } of tryRule(alias, each)) {
      const isWrongNumber = /^mismatched-(?!formula)|^restated|^lone|-above-max$|^negative/.test(alias);
      if (follows || !isWrongNumber || suggestions.length === 0) continue;
      expect(evidence?.[0]?.at).toEqual(at[0]);
    }
  });

  test.each(Object.entries(invalid))('says it in one Vietnamese sentence: %s', (_, each) => {
    for (const { message } of tryRule(alias, each)) {
      expect(message).toMatch(/^[\p{Lu}«\d].*[^.]\.$/su);
      expect(message).not.toMatch(/\. \p{Lu}|undefined|null|NaN|\d\.\d+ (?:điểm|nhưng)|\n/u);
    }
  });
});
