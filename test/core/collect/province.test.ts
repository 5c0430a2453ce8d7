/**
 * A whole province: files in four formats and four layouts, some damaged in known ways. Every undamaged cell equals the
 * score of its commune, and every damage is reported once, with its own message.
 */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { startCollecting } from '../../../src/core/collect';
import type { Collection, SentCell } from '../../../src/core/model/collection';
import { toA1 } from '../../../src/core/values/address';
import { HostError } from '../../../src/hosts/host';
import { openAny } from '../../../src/hosts/other-files/open-any';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { bookOf } from '../../kit/grid';
import { DAMAGES, provinceOf, type Commune, type Province } from '../../kit/province';
import { FORMS, sentFile } from '../../kit/files/sent-files';

async function collected({ into, communes }: Province): Promise<Collection> {
  const book = bookOf(into);
  const collector = startCollecting(book, assessBook(book));
  for (const [position, { files }] of communes.entries())
    for (const file of files) {
      const { name, bytes } = await sentFile(file, FORMS[position % FORMS.length] ?? 'xlsx');
      try {
        collector.take({ file: name, book: assessBook(await openAny(name, bytes, nodeCodec)), losses: [] });
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        collector.fail(name, error.message);
      }
    }
  return collector.finish();
}

const stemOf = (file: string): string => file.replace(/\.[a-z]+$/, '');
const SHORTLY: readonly (readonly [RegExp, string])[] = [
  [/theo tên tệp/, 'by its file'],
  [/không có đơn vị/, 'unknown unit'],
  [/1 tiêu chí không có trong bảng/, 'unknown item'],
  [/trang tính nào được tính/, 'which sheet'],
  [/chưa rõ số của đơn vị nào/, 'whose'],
  [/tệp là của năm 2024/, 'other year'],
  [/chưa ghi điểm nào/, 'no scores'],
  [/^(?:Tệp|Văn bản) /, 'no workbook'],
];
const shortly = (said: string): string => SHORTLY.find(([pattern]) => pattern.test(said))?.[1] ?? said;

const isOpen = ({ state }: SentCell): boolean => state !== 'written';

/** Every message and open cell about the commune, in short. */
function toldOf({ name, files }: Commune, { cells, units, files: sent }: Collection): string[] {
  const own = new Set(files.map(({ file }) => file.replace(/\.xlsx$/, '')));
  const unit = units.find((each) => each.unit === name);
  return [
    // The score of an item and the text about it count as one decision.
    ...new Set(cells.filter((cell) => cell.unit === name && isOpen(cell)).map(({ state, code }) => `${state} ${code}`)),
    ...sent.filter(({ file }) => own.has(stemOf(file))).flatMap(({ problems }) => problems.map(shortly)),
    ...(unit?.files.length === 0 && unit.untaken.length === 0 ? ['not sent'] : []),
    ...(unit?.missing ?? []).map((title) => `missing ${title.split(' ')[0] ?? ''}`),
    ...sent.filter(({ file }) => own.has(stemOf(file))).flatMap(({ notes }) => notes.map(shortly)),
  ];
}

/** «@» stands for the code of the damaged item. */
const TOLD: Readonly<Record<Commune['damage'], readonly string[]>> = {
  none: [],
  'renamed sheet': [],
  'moved columns': [],
  'other maximum': ['other-maximum @'],
  'other name': ['other-name @'],
  'sent twice': ['conflicting @'],
  misspelt: ['unknown unit'],
  'row deleted': ['missing @'],
  'named by its file': ['by its file'],
  'numbers as text': [],
  // The next item's own cell is blank.
  'merged scores': ['shared @', 'missing @+'],
  'draft beside': ['which sheet'],
  "neighbour's name": ['whose'],
  'row added': ['unknown item'],
  'other year': ['other year'],
  'totals only': ['no scores'],
  'no workbook': ['no workbook'],
  'not sent': ['not sent'],
};

/** `UNTAKEN`: nothing of the file may be taken; `DOUBTFUL`: the damaged item may not be taken. */
const UNTAKEN: ReadonlySet<string> = new Set([
  ...['misspelt', 'no workbook', 'not sent', 'draft beside', "neighbour's name", 'other year', 'totals only'],
]);
const DOUBTFUL: ReadonlySet<string> = new Set([
  ...['other maximum', 'other name', 'sent twice', 'row deleted', 'merged scores'],
]);

test.each([
  [1, 16, 2, 0.5],
  [2, 16, 2, 0.5],
  [3, 44, 2, 0.5],
  [4, 44, 2, 0.8],
  [130, 130, 7, 0.4],
])(
  'seed %i, %i communes: what is whole is right, what is damaged is told once',
  async (seed, count, areas, share) => {
    const province = provinceOf(seed, count, { areas, share });
    const collection = await collected(province);
    const byAt = new Map(collection.cells.flatMap((cell) => (cell.at ? [[toA1(cell.at), cell] as const] : [])));
    const wrong: string[] = [];
    province.communes.forEach((commune, position) => {
      const told = toldOf(commune, collection);
      const code = province.items[commune.item]?.code ?? '';
      const next = province.items[commune.item + 1]?.code ?? '';
      const wanted = TOLD[commune.damage].map((each) => each.replace('@+', next).replace('@', code));
      if (wanted.join() !== told.join())
        wrong.push(`${commune.name} (${commune.damage}): ${told.join(' + ') || 'nothing told'}`);
      const isSent = !UNTAKEN.has(commune.damage);
      const isOpen = (item: number): boolean =>
        (DOUBTFUL.has(commune.damage) && item === commune.item) ||
        (commune.damage === 'merged scores' && item === commune.item + 1);
      province.items.forEach(({ row, code: own }, item) => {
        const cell = byAt.get(toA1({ row, column: province.columns[position] ?? 0 }));
        const mayBeWritten = isSent && !isOpen(item);
        const value = cell?.offers[0]?.content;
        const isRight =
          cell?.state === 'written' && value?.kind === 'number' && Number(value.value) * 100 === commune.scores[item];
        if (mayBeWritten ? !isRight : cell?.state === 'written')
          wrong.push(`${commune.name} (${commune.damage}) ${own}: ${cell?.state ?? 'nothing'}`);
      });
    });
    expect(wrong).toEqual([]);
  },
  120_000,
);

test('the largest province has every damage, and a set as long as they are', () => {
  const { communes, items } = provinceOf(130, 130, { areas: 7, share: 0.4 });
  expect(new Set(communes.map(({ damage }) => damage)).size).toBe(DAMAGES.length + 1);
  expect(items.length).toBeGreaterThanOrEqual(115);
});
