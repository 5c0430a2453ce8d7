/** What the officer typed, understood or refused in one Vietnamese sentence. */
import { EXPORT_KINDS, type ExportKind } from '../export/export-request';

interface Work {
  readonly paths: readonly [string, ...string[]];
  readonly out: string | null;
  readonly json: boolean;
  readonly sheet: string | null;
  readonly results: 'formulas' | 'values';
}

export interface Job extends Work {
  readonly command: 'tinh' | 'kiem-tra';
  /** A text file whose causes go into the filled copies. */
  readonly causes: string | null;
}

export interface ExportJob extends Work {
  readonly command: 'xuat';
  readonly kinds: readonly ExportKind['id'][];
  /** As typed; empty exports all units. */
  readonly units: readonly string[];
  readonly apart: boolean;
  /** Last year's workbook, or the sheet of it in this year's. */
  readonly previous: string | null;
}

export type Request = Job | ExportJob | { readonly command: 'help' } | { readonly command: 'version' } | { readonly command: 'refused'; readonly why: string };

const COMMANDS = { tinh: 'tính', 'kiem-tra': 'kiểm tra', xuat: 'xuất' } as const;
type Command = keyof typeof COMMANDS;

/** Options by name; those with `value` take the next word or what stands after "=". */
const OPTIONS: Readonly<Record<string, { readonly value?: string; readonly only?: readonly Command[] }>> = {
  '--json': {},
  '--sheet': { value: 'tên trang tính' },
  '--out': { value: 'thư mục', only: ['tinh', 'xuat'] },
  '--values': { only: ['tinh'] },
  '--nguyen-nhan': { value: 'tệp văn bản (.txt)', only: ['tinh'] },
  '--loai': { value: `loại cần xuất (${EXPORT_KINDS.map(({ id }) => id).join(', ')})`, only: ['xuat'] },
  '--don-vi': { value: 'tên đơn vị', only: ['xuat'] },
  '--rieng': { only: ['xuat'] },
  '--nam-truoc': { value: 'tệp hoặc trang tính của năm trước', only: ['xuat'] },
};

export function parseArgs(words: readonly string[]): Request {
  const options = new Map<string, string>();
  const names: string[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      names.push(...rest.splice(0));
    } else if (word === '--help' || word === '-h') {
      return { command: 'help' };
    } else if (word === '--version' || word === '-v') {
      return { command: 'version' };
    } else if (word.startsWith('-') && word !== '-') {
      const [, name = word, inline] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
      const option = OPTIONS[name];
      if (!option) return refused(`Không có tùy chọn «${name}».`);
      if (option.value === undefined && inline !== undefined) return refused(`Tùy chọn «${name}» không nhận giá trị.`);
      const value = option.value === undefined ? '' : (inline ?? rest.shift());
      if (value === undefined || (option.value !== undefined && value === '')) return refused(`Sau «${name}» phải ghi ${option.value ?? ''}.`);
      if (options.has(name)) return refused(`Tùy chọn «${name}» được ghi hai lần.`);
      options.set(name, value);
    } else {
      names.push(word);
    }
  }
  return toJob(names, options);
}

function toJob([given, ...paths]: readonly string[], options: ReadonlyMap<string, string>): Request {
  if (given === undefined) return refused('Chưa ghi lệnh.');
  const command = (Object.keys(COMMANDS) as Command[]).find((name) => name === withoutMarks(given));
  if (command === undefined) return refused(`Không có lệnh «${given}».`);
  const [first, ...others] = paths;
  if (first === undefined) return refused(`Sau «${command}» phải ghi tệp hoặc thư mục cần ${COMMANDS[command]}.`);
  const misplaced = [...options.keys()].find((name) => !(OPTIONS[name]?.only?.includes(command) ?? true));
  if (misplaced !== undefined) return refused(`Lệnh «${command}» không có tùy chọn «${misplaced}».`);
  const work: Work = {
    paths: [first, ...others],
    out: options.get('--out') ?? null,
    json: options.has('--json'),
    sheet: options.get('--sheet') ?? null,
    results: options.has('--values') ? 'values' : 'formulas',
  };
  return command === 'xuat' ? toExportJob(work, options) : { command, ...work, causes: options.get('--nguyen-nhan') ?? null };
}

function toExportJob(work: Work, options: ReadonlyMap<string, string>): Request {
  const wanted = listed(options.get('--loai'), /[,;]/).map(withoutMarks);
  const unknown = wanted.find((word) => !EXPORT_KINDS.some(({ id }) => id === word));
  if (unknown !== undefined) return refused(`Không có loại «${unknown}»; các loại: ${EXPORT_KINDS.map(({ id }) => id).join(', ')}.`);
  return {
    command: 'xuat',
    ...work,
    kinds: EXPORT_KINDS.flatMap(({ id }) => (wanted.length === 0 || wanted.includes(id) ? id : [])),
    units: listed(options.get('--don-vi'), /;/),
    apart: options.has('--rieng'),
    previous: options.get('--nam-truoc') ?? null,
  };
}

const listed = (text: string | undefined, divider: RegExp): string[] => (text ?? '').split(divider).flatMap((each) => each.trim() || []);

const refused = (why: string): Request => ({ command: 'refused', why });

/** «Tính» and «kiểm-tra» are understood as well as «tinh» and «kiem-tra». */
const withoutMarks = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

const KINDS = EXPORT_KINDS.map(({ id, title, extension }) => `                       ${id.padEnd(14)} ${title} (${extension})`).join('\n');

export const HELP = `cchc — tính, kiểm tra và điền chỉ số cải cách hành chính trong bảng tổng hợp Excel

Cách dùng:
  cchc tinh TỆP|THƯ MỤC…      tính, kiểm tra và ghi bản đã điền bên cạnh tệp gốc
  cchc kiem-tra TỆP|THƯ MỤC…  chỉ kiểm tra, không ghi gì
  cchc xuat TỆP|THƯ MỤC…      xuất bảng tổng hợp điểm bị trừ và các báo cáo, mỗi tệp gốc một thư mục

Tùy chọn:
  --out THƯ MỤC      ghi vào thư mục này, giữ tên tệp (với «tinh», «xuat»)
  --values           ghi kết quả là số thay cho công thức (với «tinh»)
  --nguyen-nhan TỆP  lấy nguyên nhân từ văn bản .txt và ghi vào bản đã điền (với «tinh»)
  --loai LOẠI,…      chỉ xuất các loại này (với «xuat»):
${KINDS}
  --don-vi TÊN;…     chỉ xuất các đơn vị này (với «xuat»)
  --rieng            mỗi đơn vị một bảng điểm bị trừ (với «xuat»)
  --nam-truoc TỆP    tệp, hoặc trang tính trong cùng tệp, của năm trước để so sánh (với «xuat»)
  --sheet TÊN        chỉ xét trang tính có tên này
  --json             in kết quả cho máy đọc: một đối tượng JSON, ngoài ra không in gì
  --help             in hướng dẫn này
  --version          in số phiên bản

Tệp gốc không bao giờ bị ghi đè; tệp đã xuất mà nội dung khác đi thì bản mới mang thêm số. Thư mục được xét cùng mọi thư mục con.
Mã kết thúc: 0 không có lỗi · 1 có lỗi trong bảng · 2 không thực hiện được.
`;

export const HINT = 'Xem cách dùng: cchc --help';
