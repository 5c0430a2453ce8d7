/** What a report leaves blank for a person is what the README names for it, and every kind of document has its row. */
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessBook } from '../../../src/core/assess';
import { REPORTS } from '../../../src/core/documents/reports';
import type { Block, ReportDocument, TextRun } from '../../../src/core/model/document';
import { plainKey } from '../../../src/core/values/fold-text';
import { EXPORT_KINDS } from '../../../src/export/export-request';
import { ROOT } from '../../kit/programs/bundle';
import { bookOf, grid } from '../../kit/grid';

const ROWS = new Map(
  readFileSync(join(ROOT, 'README.md'), 'utf8')
    .split('| Văn bản | Người viết |')[1]
    ?.split('\n\n')[0]
    ?.split('\n')
    .slice(2)
    .flatMap((line) => {
      const [, kinds = '', told = ''] = line.split('|');
      return kinds.split(',').map((kind) => [kind.replaceAll('`', '').trim(), plainKey(told)] as const);
    }),
);

/** Nobody wrote a cause, a body or a measure; one item was not scored by the council. */
const TABLE = grid(
  `
  TT | Tiêu chí | Điểm tối đa | Điểm tự chấm | Điểm thẩm định | Nguyên nhân | Trách nhiệm | Giải trình
  1 | Chỉ đạo, điều hành | 10 | 10 | 7 | | |
  1.1 | Kế hoạch | 6 | 6 | 4 | | |
  1.2 | Báo cáo | 4 | 4 | 3 | | |
  2 | Thủ tục hành chính | 5 | 5 | 3 | | |
  2.1 | Công khai | 5 | 5 | 3 | | |`,
  { sheet: 'Xã A' },
);

const runsOf = (block: Block): readonly TextRun[] =>
  block.kind === 'table' ? block.rows.flat().flatMap(({ runs }) => runs) : block.kind === 'paragraph' ? block.runs : [];
const blanksOf = ({ sections }: ReportDocument): string[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap(runsOf)).flatMap((run) => (run.blank === true ? [run.text] : []));

const book = assessBook(bookOf(TABLE));

test.each(REPORTS.map((report) => [report.code.toLowerCase(), report] as const))(
  'what %s leaves blank stands in the README',
  (code, report) => {
    const document = report.compose({ book, previous: book, units: null, details: book.details });
    const told = `${ROWS.get('mọi văn bản') ?? ''} ${ROWS.get(code) ?? ''}`;
    const unsaid = [...new Set(blanksOf(document))]
      .map((blank) => blank.replace(/ (?:đối với|của|các) .*$/u, ''))
      .filter((blank) => !told.includes(plainKey(blank)));
    expect(unsaid).toEqual([]);
  },
);

test('every document has a row', () => {
  const kinds = EXPORT_KINDS.map(({ id }) => id).filter((id) => id !== 'diem-tru');
  expect(kinds.filter((id) => !ROWS.has(id))).toEqual([]);
});
