/** Pasted prose, confirmed and written: in every workbook with room for it, the confirmed text is read back. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import type { BookAssessment } from '../../../src/core/model/assessment';
import type { Deduction } from '../../../src/core/model/deduction';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import type { EngineCalls } from '../../../src/taskpane/worker/protocol';
import { createSession } from '../../../src/taskpane/worker/session';
import type { CauseEntry } from '../../../src/core/model/beside/prose';
import type { ProseRowView } from '../../../src/taskpane/worker/view-prose';
import { PROSE, PROSE_TABLE } from '../../kit/field/field-prose';
import { grid } from '../../kit/grid';
import { open, workbookOf } from '../../kit/files/workbook-of';

interface Opened {
  readonly session: EngineCalls;
  readonly sheet: string;
}

async function opened(...grids: readonly Grid[]): Promise<Opened> {
  const session = createSession(nodeCodec, () => undefined);
  const view = session.open({ kind: 'bytes', bytes: await workbookOf(grids) });
  return { session, sheet: view.sheets[0]?.sheet ?? '' };
}

const confirm = ({ session, sheet }: Opened, rows: readonly ProseRowView[]): Promise<BookAssessment> =>
  written(
    { session, sheet },
    rows.flatMap(({ lines }) => lines),
  );
async function written(
  { session, sheet }: Opened,
  lines: readonly CauseEntry[],
  refill = false,
): Promise<BookAssessment> {
  const { bytes } = await session.run({ kind: 'causes', sheet, lines }, refill);
  return assessBook(open(bytes!).book);
}
const said = (book: BookAssessment): string[] =>
  book.sheets.flatMap(({ deductions }) =>
    deductions.map((each) => `${each.unit.name} ${each.item.code}: ${words(each)}`),
  );
const words = ({
  cause,
  responsibleBody,
  responsiblePerson,
  explanation,
  causeFrom,
}: Pick<Deduction, 'cause' | 'responsibleBody' | 'responsiblePerson' | 'explanation' | 'causeFrom'>): string =>
  [cause, responsibleBody, responsiblePerson, explanation, causeFrom].map((each) => each ?? '–').join(' | ');

describe('the published prose', () => {
  test('is shown passage by passage, sure where prose and table agree', async () => {
    const { session, sheet } = await opened(grid(PROSE_TABLE));
    const { rows, emptyPassages, isCut } = await session.prose(sheet, null, PROSE);
    expect(rows.map(({ cited, parts, lost, state }) => [cited.split(' ')[0], ...parts, lost, state])).toEqual([
      ['1.1', 'Chất lượng kế hoạch CCHC hằng năm của UBND cấp xã', '0,25', 'sure'],
      ['1.2', '0,04', 'sure'],
      ['1.3', '0,5', 'sure'],
      ['1.4', '1', 'sure'],
      ['1.6', '1', 'sure'],
      ['1.7', '0,25', 'sure'],
      ['1.8', '0,5', 'doubtful'],
      ['3.5', '0,05', 'doubtful'],
      ['3.6', '0,14', 'sure'],
    ]);
    expect(rows[6]?.label).toMatch(/^1\.8\.3 Tổ chức gặp gỡ/);
    expect([emptyPassages, isCut]).toEqual([0, false]);
  });

  test('once confirmed, gives every deduction its cause, and pasted again there is nothing left to write', async () => {
    const book = await opened(grid(PROSE_TABLE));
    const assessment = await confirm(book, (await book.session.prose(book.sheet, null, PROSE)).rows);
    expect(assessment.sheets[0]?.deductions.every(({ cause }) => cause !== null)).toBe(true);
    expect((await book.session.prose(book.sheet, null, PROSE)).rows.map(({ state }) => state)).toEqual(
      Array.from({ length: 9 }, () => 'done'),
    );
  });
});

const TWO_UNITS =
  'TT | Nội dung | Điểm tối đa | Xã Hòa An | Xã Tân Lập\n1 | CHỈ ĐẠO | 4 | |\n' +
  '1.1 | Kế hoạch cải cách hành chính | 2 | 1 | 0.5\n1.2 | Công tác kiểm tra | 2 | 2 | 1';
const REVIEW = `UBND xã Hòa An:
- Tiêu chí 1.1. Kế hoạch cải cách hành chính (trừ 1 điểm). Lý do: chậm
UBND xã Tân Lập:
- Tiêu chí 1.1. Kế hoạch cải cách hành chính (trừ 1,5 điểm). Lý do: =1+1
+ Trách nhiệm: Văn phòng
+ Cá nhân phụ trách: Công chức A
+ Giải trình: thiếu người`;

describe('where it is written', () => {
  test('a cause alone becomes a note; with a body or a person a line of a new sheet «Nguyên nhân»', async () => {
    const book = await opened(grid(TWO_UNITS));
    expect(said(await confirm(book, (await book.session.prose(book.sheet, null, REVIEW)).rows))).toEqual([
      'Xã Hòa An 1.1: chậm | – | – | – | note',
      'Xã Tân Lập 1.1: =1+1 | Văn phòng | Công chức A | thiếu người | sheet',
      'Xã Tân Lập 1.2: – | – | – | – | –',
    ]);
  });

  test('a sheet «Nguyên nhân» is completed: its line changed, a new line below, a new column beside it', async () => {
    const causes = grid(
      'Đơn vị | Mã | Tiêu chí | Nguyên nhân\nXã Tân Lập | 1.1 | Kế hoạch cải cách hành chính | ' +
        'cũ\nXã Tân Lập | 1.2 | Công tác kiểm tra | thiếu',
      { sheet: 'Nguyên nhân' },
    );
    const book = await opened(grid(TWO_UNITS), causes);
    const { rows } = await book.session.prose(book.sheet, null, REVIEW);
    expect(rows.map(({ before, state }) => [before, state])).toEqual([
      [[], 'sure'],
      [['cũ'], 'doubtful'],
    ]);
    expect(said(await confirm(book, rows))).toEqual([
      'Xã Hòa An 1.1: chậm | – | – | – | sheet',
      'Xã Tân Lập 1.1: =1+1 | Văn phòng | Công chức A | thiếu người | sheet',
      'Xã Tân Lập 1.2: thiếu | – | – | – | sheet',
    ]);
  });

  test('columns of the sheet come first, and what is merged over rows is written into its first cell', async () => {
    const table = grid(
      'TT | Nội dung | Điểm tối đa | Điểm thẩm định | Nguyên nhân | Trách nhiệm\n1 | CHỈ ĐẠO | 4 | | |\n' +
        '1.1 | Kế hoạch cải cách hành chính | 2 | 1 | |\n1.2 | Công tác kiểm tra | 2 | 1 | |',
      { merges: ['E3:E4'] },
    );
    const book = await opened(table);
    const text =
      '- Tiêu chí 1.2. Công tác kiểm tra (trừ 1 điểm). Nguyên nhân: chậm. Trách nhiệm: ' +
      'Thanh tra. Cá nhân phụ trách: Công chức A';
    expect(
      said(await confirm(book, (await book.session.prose(book.sheet, null, text)).rows)).map((each) =>
        each.replace(/^.*?(?=1\.)/, ''),
      ),
    ).toEqual(['1.1: chậm. | – | – | – | column', '1.2: chậm. | Thanh tra | Công chức A | – | column']);
  });

  test("an officer's note is never written over, and the row says so", async () => {
    const book = await opened(grid(TWO_UNITS, { notes: { D3: 'Lý do: ban hành muộn' } }));
    const [row] = (await book.session.prose(book.sheet, null, REVIEW)).rows;
    expect([row?.state, row?.before, row?.doubts]).toEqual([
      'blocked',
      ['ban hành muộn'],
      ['Ô điểm có ghi chú nêu nguyên nhân khác; hãy sửa ngay ở ghi chú đó.'],
    ]);
  });

  test('over what the officer typed in «Điểm bị trừ», because that is what counts', async () => {
    const book = await opened(grid(TWO_UNITS));
    await book.session.run({ kind: 'fill' }, false);
    const summary = open((await book.session.run({ kind: 'fill' }, false)).bytes!)
      .book.sheets.find(({ name }) => name === 'Điểm bị trừ')
      ?.grid();
    if (!summary) throw new Error('no summary was written');
    const row = summary.values.findIndex((cells) => cells?.includes('Xã Hòa An') === true && cells.includes('1.1'));
    const column = summary.values.find((cells) => cells?.[0] === 'TT')?.indexOf('Nguyên nhân') ?? -1;
    await book.session.run(
      { kind: 'fix', sheet: 'Điểm bị trừ', fixes: [{ at: { row, column }, value: 'gõ tay' }] },
      false,
    );
    const [before] = (await book.session.prose(book.sheet, null, REVIEW)).rows;
    expect(before?.before).toEqual(['gõ tay']);
    expect(said(await written(book, before?.lines ?? [], true))[0]).toBe(
      'Xã Hòa An 1.1: chậm | – | – | – | deductions',
    );
  });
});
