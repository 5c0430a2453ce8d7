/** What the officer typed, understood or refused in one Vietnamese sentence. */

export interface Job {
  readonly command: 'tinh' | 'kiem-tra';
  readonly paths: readonly [string, ...string[]];
  readonly out: string | null;
  readonly json: boolean;
  readonly sheet: string | null;
  readonly results: 'formulas' | 'values';
}

export type Request = Job | { readonly command: 'help' } | { readonly command: 'version' } | { readonly command: 'refused'; readonly why: string };

const COMMANDS = ['tinh', 'kiem-tra'] as const;

/** Options by name; those with `value` take the next word or what stands after "=". */
const OPTIONS: Readonly<Record<string, { readonly value?: string; readonly only?: Job['command'] }>> = {
  '--json': {},
  '--sheet': { value: 'tên trang tính' },
  '--out': { value: 'thư mục', only: 'tinh' },
  '--values': { only: 'tinh' },
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
  const command = COMMANDS.find((name) => name === withoutMarks(given));
  if (command === undefined) return refused(`Không có lệnh «${given}».`);
  const [first, ...others] = paths;
  if (first === undefined) return refused(`Sau «${command}» phải ghi tệp hoặc thư mục cần ${command === 'tinh' ? 'tính' : 'kiểm tra'}.`);
  const misplaced = [...options.keys()].find((name) => (OPTIONS[name]?.only ?? command) !== command);
  if (misplaced !== undefined) return refused(`Lệnh «${command}» không có tùy chọn «${misplaced}».`);
  return {
    command,
    paths: [first, ...others],
    out: options.get('--out') ?? null,
    json: options.has('--json'),
    sheet: options.get('--sheet') ?? null,
    results: options.has('--values') ? 'values' : 'formulas',
  };
}

const refused = (why: string): Request => ({ command: 'refused', why });

/** «Tính» and «kiểm-tra» are understood as well as «tinh» and «kiem-tra». */
const withoutMarks = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

export const HELP = `cchc — tính, kiểm tra và điền chỉ số cải cách hành chính trong bảng tổng hợp Excel

Cách dùng:
  cchc tinh TỆP|THƯ MỤC…      tính, kiểm tra và ghi bản đã điền bên cạnh tệp gốc
  cchc kiem-tra TỆP|THƯ MỤC…  chỉ kiểm tra, không ghi gì

Tùy chọn:
  --out THƯ MỤC   ghi các bản đã điền vào thư mục này, giữ tên tệp (chỉ với «tinh»)
  --values        ghi kết quả là số thay cho công thức (chỉ với «tinh»)
  --sheet TÊN     chỉ xét trang tính có tên này
  --json          in kết quả cho máy đọc: một đối tượng JSON, ngoài ra không in gì
  --help          in hướng dẫn này
  --version       in số phiên bản

Tệp gốc không bao giờ bị ghi đè. Thư mục được xét cùng mọi thư mục con.
Mã kết thúc: 0 không có lỗi · 1 có lỗi trong bảng · 2 không thực hiện được.
`;

export const HINT = 'Xem cách dùng: cchc --help';
