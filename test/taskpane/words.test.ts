/** The words of the page: each word has one meaning only. */
import { expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../kit/programs/bundle';

const FOLDER = join(ROOT, 'src', 'taskpane');
const SAID = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap((file) =>
    readFileSync(join(FOLDER, file), 'utf8')
      .replace(/' \+\s+'/g, '')
      .replace(/^\s*(\/?\*|\/\/).*$/gm, '')
      .split('\n')
      .map((line) => `${file}: ${line.trim()}`),
  );

test.each([
  ['«trang» is a sheet (trang tính) or the page itself (trang web)', /\btrang(?! (tính|web)\b)(?=[ «.,;:'`])/iu],
  ['«bảng» is the table of scores: the grid is «trang tính», the pane «khung»', /bảng (tính|điều khiển)/iu],
  ['what was lost is a «khoản», what was found a «chỗ»', /(?<!thư |danh |\{#|\{\/|\p{L})mục(?!\p{L}| lục)/iu],
  ['words that officials do not use', /Công thức sống|do cán bộ gõ|Thôi so|thôi so|Bỏ mức|Cận dưới|Việc khác/u],
])('%s', (_, forbidden) => {
  expect(SAID.filter((line) => forbidden.test(line))).toEqual([]);
});
