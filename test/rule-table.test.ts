/** The README lists exactly the existing rules, and their codes are permanent. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ruleTable } from '../src/core/rules/rule-table';

const README = join(__dirname, '..', 'README.md');
const between = /(<!-- rules -->\n)([\s\S]*?)(<!-- \/rules -->)/;

test('the table of rules in the README is the one that the rules make (UPDATE_README=1 rewrites it)', () => {
  const text = readFileSync(README, 'utf8');
  const wanted = text.replace(between, (_, open: string, __, close: string) => `${open}\n${ruleTable()}\n\n${close}`);
  if (process.env['UPDATE_README'] === '1') writeFileSync(README, wanted);
  expect(readFileSync(README, 'utf8')).toBe(wanted);
});
