/**
 * A criterion that is renamed, renumbered, moved or swapped keeps the text typed about it; a different criterion never
 * gets that text.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assessBook } from '../../../src/core/assess';
import { textAt, type CellValue, type Grid } from '../../../src/core/model/workbook/grid';
import {
  GONE_HEADING,
  DEDUCTION_LABELS,
  DEDUCTION_SHEET_NAMES,
  deductionRows,
  deductionTable,
  type DeductionColumn,
} from '../../../src/core/model/deduction-sheet';
import { planEdits } from '../../../src/core/fill';
import { memoryHost } from '../../kit/memory/memory-host';
import { bookOf, gridOf } from '../../kit/grid';

const [SUMMARY] = DEDUCTION_SHEET_NAMES;
const SHEET = 'Bảng tổng hợp';
type Results = 'formulas' | 'values';

interface Criterion {
  /** Identifies the criterion whatever its name and position. */
  readonly id: number;
  readonly area: number;
  readonly name: string;
  readonly scores: readonly number[];
}

const MAX = 2;
const UNITS = ['Xã Hòa Bình', 'Xã Đăk Kôi', 'Xã Tân Lập'];
/** Two of the names are nearly the same, two are very short. */
const NAMES = [
  'Ban hành kế hoạch kiểm tra cải cách hành chính',
  'Ban hành kế hoạch tuyên truyền cải cách hành chính',
  'Tin, bài',
  'Rà soát văn bản quy phạm pháp luật',
  'Theo dõi thi hành pháp luật',
  'Hội nghị',
  'Niêm yết thủ tục đúng nơi quy định',
];
const NEW_NAMES = [
  'Số hóa hồ sơ lưu trữ',
  'Chi trả lương qua tài khoản',
  'Đối thoại với người dân',
  'Mức độ hài lòng chung',
  'Bố trí công chức chuyên trách',
];

interface Change {
  readonly kind: 'rename' | 'insert' | 'insertRenamed' | 'swap' | 'delete' | 'replace' | 'score';
  readonly at: number;
}

interface State {
  readonly criteria: readonly Criterion[];
  readonly next: number;
}

const START: (scores: readonly (readonly number[])[]) => State = (scores) => ({
  criteria: NAMES.map((name, id) => ({ id, area: id < 4 ? 0 : 1, name, scores: scores[id] ?? [] })),
  next: NAMES.length,
});

/** Adds a word to the name unless it is corrected already. */
const corrected = (name: string): string => (name.includes(' các ') ? name : name.replace(/\s/, ' các '));

function changed({ criteria, next }: State, { kind, at }: Change): State {
  const index = at % criteria.length;
  const one = criteria[index]!;
  const with_ = (changes: Partial<Criterion>): Criterion[] =>
    criteria.map((each, place) => (place === index ? { ...each, ...changes } : each));
  const added: Criterion = {
    id: next,
    area: one.area,
    name: NEW_NAMES[next % NEW_NAMES.length]!,
    scores: UNITS.map(() => at % 2),
  };
  const inserted = [...criteria.slice(0, index), added, ...criteria.slice(index)];
  if (kind === 'rename') return { criteria: with_({ name: corrected(one.name) }), next };
  if (kind === 'insert') return { criteria: inserted, next: next + 1 };
  if (kind === 'insertRenamed')
    return {
      criteria: inserted.map((each, place) => (place === index + 1 ? { ...each, name: corrected(each.name) } : each)),
      next: next + 1,
    };
  if (kind === 'swap') {
    const other = criteria.findIndex(({ area }, place) => area === one.area && place > index);
    return other < 0
      ? { criteria, next }
      : {
          criteria: criteria.map((each, place) => (place === index ? criteria[other]! : place === other ? one : each)),
          next,
        };
  }
  if (kind === 'delete')
    return criteria.filter(({ area }) => area === one.area).length < 2
      ? { criteria, next }
      : { criteria: criteria.filter((each) => each !== one), next };
  if (kind === 'replace')
    return { criteria: [...with_({}).filter((each) => each !== one), { ...added, area: 1 }], next: next + 1 };
  return {
    criteria: with_({
      scores: one.scores.map((score, unit) => (unit === at % UNITS.length ? (score === MAX ? 1 : MAX) : score)),
    }),
    next,
  };
}

interface Drawn {
  readonly grid: Grid;
  readonly rowOf: ReadonlyMap<number, number>;
  readonly codeOf: ReadonlyMap<number, string>;
}

function drawn({ criteria }: State): Drawn {
  const rows: CellValue[][] = [['TT', 'Nội dung', 'Điểm tối đa', ...UNITS]];
  const rowOf = new Map<number, number>();
  const codeOf = new Map<number, string>();
  ['CHỈ ĐẠO, ĐIỀU HÀNH', 'CẢI CÁCH THỂ CHẾ'].forEach((name, area) => {
    const own = criteria.filter((each) => each.area === area);
    rows.push([`${area + 1}`, name, own.length * MAX, ...UNITS.map(() => null)]);
    own.forEach((each, at) => {
      rowOf.set(each.id, rows.length);
      codeOf.set(each.id, `${area + 1}.${at + 1}`);
      rows.push([`${area + 1}.${at + 1}`, each.name, MAX, ...each.scores]);
    });
  });
  return { grid: gridOf(rows, { sheet: SHEET }), rowOf, codeOf };
}

/**
 * References as Excel leaves them: moved with their row, broken if the row was deleted, unchanged if two rows are typed
 * over one another.
 */
function followed(summary: Grid, before: Drawn, after: Drawn, kind: Change['kind']): Grid {
  if (kind === 'swap' || kind === 'rename' || kind === 'score') return summary;
  const to = new Map([...before.rowOf].map(([id, row]) => [row + 1, after.rowOf.get(id)]));
  const formulas = new Map(
    [...summary.formulas].map(([key, formula]) => [
      key,
      formula.startsWith('HYPERLINK')
        ? formula
        : formula.replace(/('Bảng tổng hợp'!\$?[A-Z]+\$?)(\d+)/g, (_, start: string, row: string) =>
            to.get(Number(row)) === undefined ? `'Bảng tổng hợp'!#REF!` : `${start}${to.get(Number(row))! + 1}`,
          ),
    ]),
  );
  return { ...summary, formulas };
}

async function click(grids: readonly Grid[], results: Results): Promise<readonly Grid[]> {
  const host = memoryHost(grids);
  const book = await host.readBook();
  await host.applyEdits(planEdits(book, assessBook(book, { results })));
  return host.grids();
}

const summaryOf = (grids: readonly Grid[]): Grid | undefined => grids.find(({ sheet }) => sheet === SUMMARY);

interface Line {
  readonly row: number;
  readonly unit: string;
  readonly code: string;
  readonly name: string;
  readonly word: string;
  readonly isGone: boolean;
}

function linesIn(summary: Grid): Line[] {
  const table = deductionTable(summary)!;
  const text = (row: number, role: DeductionColumn): string =>
    textAt(summary, row, table.columns.get(DEDUCTION_LABELS[role])!);
  const heading = summary.values.findIndex((_, row) => textAt(summary, row, 0) === GONE_HEADING);
  return deductionRows(summary, table).flatMap(({ row, kind }) =>
    kind === 'line'
      ? [
          {
            row,
            unit: text(row, 'unit'),
            code: text(row, 'code'),
            name: text(row, 'name'),
            word: text(row, 'remedy'),
            isGone: heading >= 0 && row > heading,
          },
        ]
      : [],
  );
}

/** Types a word into every line that has none: the unit and criterion of the line. */
function withWords(summary: Grid, state: State): Grid {
  const { codeOf } = drawn(state);
  const column = deductionTable(summary)!.columns.get(DEDUCTION_LABELS.remedy)!;
  const values = summary.values.map((row) => [...(row ?? [])]);
  for (const { row, unit, code, word, isGone } of linesIn(summary)) {
    if (isGone || word !== '') continue;
    const id = [...codeOf].find(([, own]) => own === code)![0];
    const line = values[row]!;
    while (line.length <= column) line.push(null);
    line[column] = `${unit}|${id}`;
  }
  return { ...summary, values, columnCount: Math.max(...values.map((row) => row.length)) };
}

const changes = fc.array(
  fc.record({
    kind: fc.constantFrom<Change['kind'][]>(
      'rename',
      'rename',
      'insert',
      'insertRenamed',
      'swap',
      'delete',
      'replace',
      'score',
    ),
    at: fc.nat(50),
  }),
  { minLength: 1, maxLength: 5 },
);
const scores = fc.array(
  fc.array(fc.constantFrom(0, 0.5, 1, MAX), { minLength: UNITS.length, maxLength: UNITS.length }),
  { minLength: NAMES.length, maxLength: NAMES.length },
);

/**
 * Every current line has the word of its own criterion; `lost` holds the words that need not stay beside their
 * criterion.
 */
async function tell(
  results: Results,
  start: readonly (readonly number[])[],
  story: readonly Change[],
  isFollowed: (change: Change) => boolean,
): Promise<void> {
  let state = START(start);
  let grids = await click([drawn(state).grid], results);
  const lost = new Set<string>();
  for (const change of story) {
    const summary = summaryOf(grids);
    fc.pre(summary !== undefined);
    const typed = withWords(summary, state);
    const after = changed(state, change);
    const [was, now] = [drawn(state), drawn(after)];
    if (!isFollowed(change)) for (const { word } of linesIn(typed)) lost.add(word);
    const others = grids.filter(({ sheet }) => sheet !== SHEET && sheet !== SUMMARY);
    grids = await click([now.grid, followed(typed, was, now, change.kind), ...others], results);
    state = after;
    const lines = linesIn(summaryOf(grids)!);
    expect(lines.flatMap(({ word }) => (word === '' ? [] : [word])).sort()).toEqual(
      linesIn(typed)
        .flatMap(({ word }) => (word === '' ? [] : [word]))
        .sort(),
    );
    for (const { id, name, scores: points } of state.criteria) {
      UNITS.forEach((unit, at) => {
        const line = lines.find((each) => !each.isGone && each.unit === unit && each.code === now.codeOf.get(id));
        expect(line?.name).toBe(points[at]! < MAX ? name : undefined);
        const own = `${unit}|${id}`;
        // Never the word of another criterion.
        if (line && line.word !== '') expect(line.word).toBe(own);
        const isTyped = lines.some(({ word }) => word === own);
        if (line && isTyped && !lost.has(own)) expect([own, line.word]).toEqual([own, own]);
      });
    }
    const book = bookOf(...grids);
    expect(planEdits(book, assessBook(book, { results }))).toEqual([]);
  }
}

describe('a criterion that was corrected', () => {
  test('keeps its words under another name, number or parent; deleted or replaced, they leave the sums', async () => {
    await fc.assert(
      fc.asyncProperty(scores, changes, (start, story) => tell('formulas', start, story, () => true)),
      { numRuns: 60 },
    );
  }, 240_000);

  test('without references to follow, keeps them or stands by itself: never beside another criterion', async () => {
    await fc.assert(
      fc.asyncProperty(scores, changes, (start, story) =>
        tell('values', start, story, ({ kind }) => kind !== 'insertRenamed'),
      ),
      { numRuns: 60 },
    );
  }, 240_000);
});

describe('what is called otherwise now', () => {
  const table = (rows: readonly (readonly CellValue[])[], units = ['Xã Hòa Bình']): Grid =>
    gridOf([['TT', 'Nội dung', 'Điểm tối đa', ...units], ...rows], { sheet: SHEET });
  const typedInto = (grids: readonly Grid[], words: Readonly<Record<string, string>>): Grid[] =>
    grids.map((grid) => {
      if (grid.sheet !== SUMMARY) return grid;
      const column = deductionTable(grid)!.columns.get(DEDUCTION_LABELS.remedy)!;
      const values = grid.values.map((row) => [...(row ?? [])]);
      for (const { row, unit, name } of linesIn(grid)) {
        const word = words[name] ?? words[unit];
        if (word !== undefined) values[row]![column] = word;
      }
      return { ...grid, values };
    });
  const told = (grids: readonly Grid[]): string[] =>
    linesIn(summaryOf(grids)!).flatMap(({ unit, code, name, word, isGone }) =>
      word === '' && !isGone ? [] : [`${isGone ? 'không còn: ' : ''}${unit}, ${code} ${name}: ${word}`],
    );
  const again = async (first: Grid, words: Readonly<Record<string, string>>, then: Grid): Promise<string[]> => {
    const typed = typedInto(await click([first], 'formulas'), words);
    return told(await click([then, ...typed.slice(1)], 'formulas'));
  };

  test('another criterion in the same row, with another code and name, is another', async () => {
    const was = table([
      ['1', 'THỂ CHẾ', 4, null],
      ['1.1', 'Rà soát văn bản', 2, 1],
      ['1.2', 'Theo dõi thi hành pháp luật', 2, 2],
    ]);
    const now = table([
      ['1', 'THỂ CHẾ', 4, null],
      ['1.3', 'Chi trả lương qua tài khoản', 2, 1],
      ['1.2', 'Theo dõi thi hành pháp luật', 2, 2],
    ]);
    expect(await again(was, { 'Rà soát văn bản': 'việc' }, now)).toEqual([
      'không còn: Xã Hòa Bình, 1.1 Rà soát văn bản: việc',
    ]);
  });

  test('another name under the same code is another criterion; no words stand beside figures of others', async () => {
    const was = table([
      ['1', 'THỂ CHẾ', 4, null],
      ['1.1', 'Rà soát văn bản', 2, 1],
      ['1.2', 'Theo dõi thi hành pháp luật', 2, 2],
    ]);
    const now = table([
      ['1', 'THỂ CHẾ', 5, null],
      ['1.1', 'Chi trả lương qua tài khoản', 3, 0.5],
      ['1.2', 'Theo dõi thi hành pháp luật', 2, 2],
    ]);
    const typed = typedInto(await click([was], 'formulas'), { 'Rà soát văn bản': 'việc' });
    // The line as Excel shows it before the click: its references give the numbers of the new criterion.
    const shown = typed.slice(1).map((grid) => {
      if (grid.sheet !== SUMMARY) return grid;
      const [{ row }] = linesIn(grid) as [Line];
      return {
        ...grid,
        values: grid.values.map((cells, at) =>
          at === row
            ? cells!.map((value, column) => (column === 5 ? 3 : column === 7 ? 0.5 : column === 8 ? 2.5 : value))
            : cells,
        ),
      };
    });
    const after = await click([now, ...shown], 'formulas');
    expect(told(after)).toEqual(['không còn: Xã Hòa Bình, 1.1 Rà soát văn bản: việc']);
    const gone = linesIn(summaryOf(after)!).find(({ isGone }) => isGone)!;
    expect([5, 6, 7, 8].map((column) => textAt(summaryOf(after)!, gone.row, column))).toEqual(['', '', '', '']);
  });

  test('a unit whose name was corrected by a letter keeps its lines, one of another name does not', async () => {
    const rows = [
      ['1', 'THỂ CHẾ', 4, null, null],
      ['1.1', 'Rà soát văn bản', 4, 1, 2],
    ];
    const was = table(rows, ['UBND xã Tân Anh', 'UBND xã Đăk Kôi']);
    expect(
      await again(
        was,
        { 'UBND xã Tân Anh': 'một', 'UBND xã Đăk Kôi': 'hai' },
        table(rows, ['UBND xã Tân An', 'UBND xã Măng Cành']),
      ),
    ).toEqual(['UBND xã Tân An, 1.1 Rà soát văn bản: một', 'không còn: UBND xã Đăk Kôi, 1.1 Rà soát văn bản: hai']);
  });

  test('a line whose unit was written otherwise in «Điểm bị trừ» itself goes back to its unit', async () => {
    const rows = [
      ['1', 'THỂ CHẾ', 4, null],
      ['1.1', 'Rà soát văn bản', 2, 1],
      ['1.2', 'Theo dõi thi hành pháp luật', 2, 1],
    ];
    const typed = typedInto(await click([table(rows, ['UBND xã Tân An'])], 'formulas'), {
      'Rà soát văn bản': 'một',
      'Theo dõi thi hành pháp luật': 'hai',
    });
    const edited = typed.map((grid) =>
      grid.sheet === SUMMARY
        ? {
            ...grid,
            values: grid.values.map((row, at) =>
              at === linesIn(grid)[0]!.row
                ? row!.map((value, column) => (column === 1 ? 'Xã Tân An (miền núi)' : value))
                : row,
            ),
          }
        : grid,
    );
    expect(told(await click(edited, 'formulas'))).toEqual([
      'UBND xã Tân An, 1.1 Rà soát văn bản: một',
      'UBND xã Tân An, 1.2 Theo dõi thi hành pháp luật: hai',
    ]);
  });

  test('dashes of one name stand with their criterion, and follow it when it is renumbered', async () => {
    const was = table([
      ['1', 'THỂ CHẾ', 8, null],
      ['1.1', 'Kế hoạch năm', 4, null],
      ['', '- Kịp thời', 2, 1],
      ['', '- Đầy đủ', 2, 2],
      ['1.2', 'Báo cáo quý', 4, null],
      ['', '- Kịp thời', 2, 0],
      ['', '- Đầy đủ', 2, 2],
    ]);
    const now = table([
      ['1', 'THỂ CHẾ', 10, null],
      ['1.1', 'Phân công nhiệm vụ', 2, 2],
      ['1.2', 'Kế hoạch năm', 4, null],
      ['', '- Kịp thời', 2, 1],
      ['', '- Đầy đủ', 2, 2],
      ['1.3', 'Báo cáo quý', 4, null],
      ['', '- Kịp thời', 2, 0],
      ['', '- Đầy đủ', 2, 2],
    ]);
    expect(
      await again(
        was,
        { '1.1. Kế hoạch năm, nội dung “Kịp thời”': 'một', '1.2. Báo cáo quý, nội dung “Kịp thời”': 'hai' },
        now,
      ),
    ).toEqual([
      'Xã Hòa Bình,  1.2. Kế hoạch năm, nội dung “Kịp thời”: một',
      'Xã Hòa Bình,  1.3. Báo cáo quý, nội dung “Kịp thời”: hai',
    ]);
  });

  test('a line written when dashes stood without their criterion is still known', async () => {
    const sheet = table([
      ['1', 'THỂ CHẾ', 8, null],
      ['1.1', 'Kế hoạch năm', 4, null],
      ['a)', 'Kịp thời', 2, 1],
      ['b)', 'Đầy đủ', 2, 2],
      ['1.2', 'Báo cáo quý', 4, null],
      ['a)', 'Kịp thời', 2, 0],
      ['b)', 'Đầy đủ', 2, 2],
    ]);
    const typed = typedInto(await click([sheet], 'formulas'), {
      '1.1. Kế hoạch năm, nội dung “Kịp thời”': 'một',
      '1.2. Báo cáo quý, nội dung “Kịp thời”': 'hai',
    });
    const older = typed.map((grid) =>
      grid.sheet === SUMMARY
        ? {
            ...grid,
            values: grid.values.map((row) =>
              row?.map((value) =>
                typeof value === 'string' ? (/nội dung “(.+)”$/u.exec(value)?.[1] ?? value) : value,
              ),
            ),
          }
        : grid,
    );
    expect(linesIn(summaryOf(older)!).map(({ name }) => name)).toEqual(['Kịp thời', 'Kịp thời']);
    expect(told(await click([sheet, ...older.slice(1)], 'formulas'))).toEqual([
      'Xã Hòa Bình, a 1.1. Kế hoạch năm, nội dung “Kịp thời”: một',
      'Xã Hòa Bình, a 1.2. Báo cáo quý, nội dung “Kịp thời”: hai',
    ]);
  });
});
