/**
 * `npm run bench`: prints speed and memory at the size of a district, a province and the country, as tables for the
 * README.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { openSite } from '../kit/programs/page';
import { benchCollect } from './collect';
import { benchEngine, benchMistakes } from './engine';
import { benchCommands } from './excel';
import { benchFile } from './file-job';
import { markdownTable, shown } from './measure';
import { benchPage } from './page';
import { benchPaint, benchScrolling, openBrowser } from './paint';

const ITEMS = 115;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

say(
  `Node ${process.versions.node}, ${cpus().length} × ` +
    `${cpus()[0]?.model.trim() ?? 'CPU'}, ${shown(totalmem() / 2 ** 30, 0)} GB\n`,
);

say(`### Lõi tính: lưới trong bộ nhớ → kết quả, kiểm tra đủ (${ITEMS} mục × 2 cột điểm); thời gian bộ xử lý\n`);
const engine = [
  benchEngine(7, { ours: 21, hyperFormula: 7 }),
  benchEngine(135, { ours: 9, hyperFormula: 5 }),
  benchEngine(3321, { ours: 11, hyperFormula: 1 }),
];
say(
  markdownTable(
    [
      'Đơn vị',
      'Số ô điểm',
      'cchc (ms)',
      'HyperFormula (ms)',
      'nhanh hơn',
      'cchc, ms/1000 ô',
      'cchc, bảng đã có chỉ số (ms)',
    ],
    engine.map(({ units, cells, ours, again, hyperFormula }) => [
      shown(units, 0),
      shown(cells, 0),
      shown(ours, 1),
      shown(hyperFormula, 0),
      `${shown(hyperFormula / ours, 0)} lần`,
      shown((ours / cells) * 1000, 3),
      shown(again, 1),
    ]),
  ),
);
say('\nChỉ số, xếp loại, xếp hạng của hai bên giống nhau ở mọi đơn vị.\n');
const mistakes = benchMistakes(135, 30, 9);
say(
  `135 đơn vị × ${ITEMS} mục, 30 điểm gõ sai: ${shown(mistakes.spoilt, 0)} ms, ` +
    `${mistakes.repairable} chỗ có cách sửa (không gõ sai: ${shown(mistakes.clean, 0)} ms).\n`,
);

say('### Cả việc trên tệp: mở, đọc, kiểm tra, tính, điền, lưu; so với exceljs chỉ mở và lưu; thời gian bộ xử lý\n');
const files = [benchFile(7, ITEMS, 3), benchFile(135, ITEMS, 3), benchFile(3321, ITEMS, 3)];
say(
  markdownTable(
    ['Đơn vị', 'Tệp (MB)', 'cchc (giây)', 'exceljs (giây)', 'tỷ lệ', 'cchc (MB)', 'exceljs (MB)', 'tỷ lệ'],
    files.map(({ units, fileMegabytes, ours, exceljs }) => [
      shown(units, 0),
      shown(fileMegabytes, 2),
      shown(ours.seconds, 2),
      shown(exceljs.seconds, 2),
      shown(ours.seconds / exceljs.seconds, 2),
      shown(ours.megabytes, 0),
      shown(exceljs.megabytes, 0),
      shown(ours.megabytes / exceljs.megabytes, 2),
    ]),
  ),
);

/** Milliseconds that a user takes to look for a file; meanwhile the page starts its worker. */
const LOOKING = 3000;

async function tellOfPage(): Promise<void> {
  say(`\n### Trang trong Chromium: 135 đơn vị × ${ITEMS} mục\n`);
  const waits = [
    ['ngay khi trang hiện ra', 0, 0],
    ['sau 3 giây nhìn trang', LOOKING, 0],
    ['sau 3 giây, trong tệp có 30 điểm gõ sai', LOOKING, 30],
  ] as const;
  const rows: string[][] = [];
  for (const [when, idle, mistakes] of waits) {
    const { interactive, open, assess, fill } = await benchPage(135, ITEMS, idle, mistakes);
    rows.push([when, shown(interactive, 0), shown(open, 0), shown(assess, 0), shown(fill, 0)]);
  }
  say(
    markdownTable(
      [
        'Mở tệp',
        'Bấm được sau (ms)',
        'đọc, tính, kiểm tra (ms)',
        'trong đó tính và kiểm tra (ms)',
        'điền và đóng gói (ms)',
      ],
      rows,
    ),
  );
}

/** How many times slower an old office machine is. */
const SLOWDOWN = 4;

async function tellOfPaint(): Promise<void> {
  const one = pathToFileURL(join(__dirname, '..', '..', 'dist', 'cchc.html')).href;
  const site = await openSite();
  const browser = await openBrowser();
  try {
    say('\n### Từ lúc mở trang: hiện ra, bấm được; và khi bộ xử lý chậm đi bốn lần\n');
    const rows: string[][] = [];
    for (const [name, address] of [
      ['trên máy chủ', `${site.origin}/taskpane.html`],
      ['một tệp cchc.html', one],
    ] as const) {
      const [usual, slow] = [await benchPaint(browser, address, 1), await benchPaint(browser, address, SLOWDOWN)];
      rows.push([name, ...[usual.paint, usual.answers, slow.paint, slow.answers].map((each) => shown(each, 0))]);
    }
    say(markdownTable(['Trang', 'Hiện (ms)', 'Bấm được (ms)', 'Chậm: hiện (ms)', 'Chậm: bấm được (ms)'], rows));
    say('\n### Cuộn bảng 3.321 đơn vị trong Chromium không có bộ xử lý đồ họa\n');
    const { down, right } = await benchScrolling(browser, one, 3321, ITEMS);
    say(
      markdownTable(
        ['Hướng', 'Khung hình một giây', 'Khung hình lâu nhất (ms)'],
        [
          ['xuống', shown(down.framesPerSecond, 0), shown(down.longest, 0)],
          ['sang phải', shown(right.framesPerSecond, 0), shown(right.longest, 0)],
        ],
      ),
    );
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Prints the gzipped size of the page's scripts; all but the first are loaded on demand. */
function tellOfScripts(): void {
  const web = join(__dirname, '..', '..', 'dist', 'web');
  const named = [
    ['khi mở trang', 'taskpane.js'],
    ['lõi tính, khi trang đã hiện', 'cchc-engine.js'],
    ['nối với Excel, chỉ trong Excel', 'excel.js'],
  ] as const;
  const others = readdirSync(web).filter((file) => file.endsWith('.js') && !named.some(([, each]) => each === file));
  const kilobytes = (files: readonly string[]): string =>
    shown(files.reduce((sum, file) => sum + gzipSync(readFileSync(join(web, file)), { level: 9 }).length, 0) / 1000, 0);
  say('\n### Mã của trang, đã nén gzip\n');
  say(
    markdownTable(
      ['Phần', 'kB'],
      [
        ...named.map(([part, file]) => [part, kilobytes([file])]),
        ['mọi phần khác (lỗi, điểm bị trừ, cài đặt, báo cáo .docx…), mỗi phần khi cần', kilobytes(others)],
      ],
    ),
  );
}

async function tellOfCommands(): Promise<void> {
  say('\n### Trong Excel (đầu kia mô phỏng): 110 mục, kể cả hai trang «Kết quả», «Điểm bị trừ»\n');
  const rows: string[][] = [];
  for (const units of [30, 130]) {
    for (const { command, syncs, sentMegabytes, receivedMegabytes, actions } of await benchCommands(units, 110))
      rows.push([
        shown(units, 0),
        command,
        shown(syncs, 0),
        shown(sentMegabytes, 2),
        shown(receivedMegabytes, 2),
        shown(actions, 0),
      ]);
  }
  const heads = ['Đơn vị', 'Việc', 'Lượt trao đổi (sync)', 'Gửi (MB)', 'Nhận (MB)', 'Thao tác trong lượt lớn nhất'];
  say(markdownTable(heads, rows));
}

async function tellOfCollecting(): Promise<void> {
  say('\n### Tổng hợp tệp của các xã vào một bảng; so với exceljs chỉ mở từng tệp; thời gian bộ xử lý\n');
  const { files, items, megabytes, ours, exceljs } = await benchCollect(130, 3);
  say(
    markdownTable(
      ['Tệp', 'Tiêu chí', 'MB', 'cchc (giây)', 'exceljs (giây)', 'tỷ lệ', 'cchc (MB)', 'exceljs (MB)'],
      [
        [
          shown(files, 0),
          shown(items, 0),
          shown(megabytes, 2),
          shown(ours.seconds, 2),
          shown(exceljs.seconds, 2),
          shown(ours.seconds / exceljs.seconds, 2),
          shown(ours.megabytes, 0),
          shown(exceljs.megabytes, 0),
        ],
      ],
    ),
  );
}

async function tellTheRest(): Promise<void> {
  await tellOfCollecting();
  tellOfScripts();
  await tellOfCommands();
  await tellOfPage();
  await tellOfPaint();
}

void tellTheRest().catch((error: unknown) => {
  say(`Không đo được: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
