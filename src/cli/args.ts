/** Parses the words of the command line into a request, or refuses them in one sentence. */
import { EXPORT_KINDS } from '../export/export-request';
import { LAYOUTS, type ExportJob, type FormsJob, type Job, type Request, type Work } from './requests';

const COMMANDS = {
  tinh: 'tính',
  'kiem-tra': 'kiểm tra',
  xuat: 'xuất',
  'bao-cao': 'lập báo cáo',
  'nang-xep-loai': 'xem cách nâng xếp loại',
  'nguyen-nhan': 'lập danh sách nguyên nhân',
  doc: 'xem cách đọc',
  'tong-hop': 'tổng hợp',
  'tao-mau': 'tạo mẫu',
  'bo-tieu-chi': 'kiểm tra bộ tiêu chí',
  'so-sanh-bo': 'so sánh',
} as const;
type Command = keyof typeof COMMANDS;

/** Options by name. One with `value` takes the text after "=" or the next word. */
const OPTIONS: Readonly<Record<string, { readonly value?: string; readonly only?: readonly Command[] }>> = {
  '--json': {},
  '--sheet': { value: 'tên trang tính' },
  '--out': { value: 'thư mục', only: ['tinh', 'xuat', 'bao-cao', 'nguyen-nhan', 'tong-hop', 'tao-mau', 'so-sanh-bo'] },
  '--into': { value: 'tệp bảng tổng hợp', only: ['tong-hop'] },
  '--la': { value: 'tên trong tệp=tên trong bảng', only: ['tong-hop'] },
  '--xem': { only: ['tong-hop'] },
  '--chon': { value: 'ô=tệp (hoặc ô=bang)', only: ['tong-hop'] },
  '--values': { only: ['tinh'] },
  '--sua': { only: ['tinh'] },
  '--nguyen-nhan': { value: 'tệp văn bản (.txt)', only: ['tinh'] },
  '--xac-nhan': { value: 'số của các đoạn (như 2,5) hoặc tat-ca', only: ['tinh'] },
  '--loai': { value: `loại cần xuất (${EXPORT_KINDS.map(({ id }) => id).join(', ')})`, only: ['xuat'] },
  '--don-vi': { value: 'tên đơn vị', only: ['xuat', 'bao-cao', 'nang-xep-loai', 'nguyen-nhan', 'tao-mau'] },
  '--danh-sach': { value: 'tệp danh sách đơn vị', only: ['tao-mau'] },
  '--bo-cuc': { value: Object.keys(LAYOUTS).join(', '), only: ['tao-mau'] },
  '--cot': { value: 'các cột của mỗi đơn vị', only: ['tao-mau'] },
  '--nam': { value: 'năm đánh giá', only: ['tao-mau'] },
  '--mau': { value: 'tệp mẫu (.docx)', only: ['bao-cao'] },
  '--rieng': { only: ['xuat'] },
  '--bo-du-thao': { only: ['xuat'] },
  '--khac-phuc': { value: 'mã các mục cần khắc phục', only: ['nang-xep-loai', 'xuat'] },
  '--nam-truoc': { value: 'tệp hoặc trang tính của năm trước', only: ['xuat', 'bao-cao', 'nguyen-nhan'] },
  '--sap-nhap': { value: 'tệp danh sách sáp nhập', only: ['xuat', 'bao-cao'] },
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
      const option = readOption(word, options, () => rest.shift());
      if ('command' in option) return option;
      options.set(option.name, option.value);
    } else {
      names.push(word);
    }
  }
  return toRequest(names, options);
}

function readOption(
  word: string,
  known: ReadonlyMap<string, string>,
  nextWord: () => string | undefined,
): { readonly name: string; readonly value: string } | Request {
  const [, name = word, inline] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
  const option = OPTIONS[name];
  if (!option) return refused(`Không có tùy chọn «${name}».`);
  if (option.value === undefined && inline !== undefined) return refused(`Tùy chọn «${name}» không nhận giá trị.`);
  const value = option.value === undefined ? '' : (inline ?? nextWord());
  if (value === undefined || (option.value !== undefined && value === ''))
    return refused(`Sau «${name}» phải ghi ${option.value ?? ''}.`);
  if (known.has(name)) return refused(`Tùy chọn «${name}» được ghi hai lần.`);
  return { name, value };
}

function toRequest([given, ...paths]: readonly string[], options: ReadonlyMap<string, string>): Request {
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
    results: options.has('--values') ? 'values' : null,
  };
  for (const name of ['--don-vi', '--khac-phuc'])
    if (options.has(name) && listed(options.get(name), /;/).length === 0)
      return refused(`Sau «${name}» phải ghi ${OPTIONS[name]?.value ?? ''}.`);
  const chosen = {
    units: listed(options.get('--don-vi'), /;/),
    losses: listedCodes(options.get('--khac-phuc')),
    previous: options.get('--nam-truoc') ?? null,
    mergers: options.get('--sap-nhap') ?? null,
  };
  return toJobOf(command, work, chosen, options);
}

function toJobOf(
  command: Command,
  work: Work,
  chosen: Pick<ExportJob, 'units' | 'losses' | 'previous' | 'mergers'>,
  options: ReadonlyMap<string, string>,
): Request {
  switch (command) {
    case 'xuat':
      return toExportJob({ ...work, ...chosen }, options);
    case 'bao-cao':
      return toTemplateJob({ ...work, ...chosen }, options.get('--mau'));
    case 'nang-xep-loai':
      return { command, ...work, units: chosen.units, losses: chosen.losses };
    case 'nguyen-nhan':
      return { command, ...work, units: chosen.units, previous: chosen.previous };
    case 'doc':
      return { command, ...work };
    case 'tao-mau':
      return toFormsJob({ ...work, units: chosen.units }, options);
    case 'bo-tieu-chi':
      return { command, ...work };
    case 'so-sanh-bo':
      return work.paths.length === 2
        ? { command, ...work }
        : refused('Lệnh «so-sanh-bo» cần đúng hai tệp: bộ tiêu chí cũ rồi bộ mới.');
    case 'tong-hop':
      return toCollectJob(work, options);
    case 'tinh':
    case 'kiem-tra':
      return toJob({ command, ...work }, options);
  }
}

function toJob(work: Work & Pick<Job, 'command'>, options: ReadonlyMap<string, string>): Request {
  const causes = options.get('--nguyen-nhan') ?? null;
  const stated = options.get('--xac-nhan');
  const mends = options.has('--sua');
  if (stated === undefined) return { ...work, causes, mends, confirmed: [] };
  if (causes === null) return refused('Tùy chọn «--xac-nhan» đi cùng «--nguyen-nhan».');
  if (withoutMarks(stated).trim().replace(/\s+/g, '-') === 'tat-ca')
    return { ...work, causes, mends, confirmed: 'all' };
  const numbers = listed(stated, /[,;]/);
  const wrong = numbers.find((number) => !/^[1-9]\d{0,5}$/.test(number));
  if (numbers.length === 0 || wrong !== undefined)
    return refused(
      'Sau «--xac-nhan» phải ghi số của các đoạn (như 2,5) hoặc tat-ca' +
        (wrong === undefined ? '.' : `; «${wrong}» không phải số của một đoạn.`),
    );
  return { ...work, causes, mends, confirmed: [...new Set(numbers.map(Number))] };
}

function toCollectJob(work: Work, options: ReadonlyMap<string, string>): Request {
  const into = options.get('--into');
  if (into === undefined) return refused('Lệnh «tong-hop» cần «--into» và tệp bảng tổng hợp sẽ nhận số liệu.');
  const renamed = pairsOf(options, '--la', 'tên trong tệp=tên trong bảng');
  if ('command' in renamed) return renamed;
  const chosen = pairsOf(options, '--chon', 'ô=tệp hoặc ô=bang');
  if ('command' in chosen) return chosen;
  const choices = new Map([...chosen].map(([at, file]) => [at, withoutMarks(file) === 'bang' ? null : file]));
  return { command: 'tong-hop', ...work, into, renamed, choices, isReview: options.has('--xem') };
}

const IN_TABLE = ['--bo-cuc', '--cot', '--nam'];

function toFormsJob(work: Work & Pick<FormsJob, 'units'>, options: ReadonlyMap<string, string>): Request {
  const list = options.get('--danh-sach') ?? null;
  const alone = IN_TABLE.find((name) => options.has(name));
  if (list === null && alone !== undefined) return refused(`Tùy chọn «${alone}» đi cùng «--danh-sach».`);
  const layout = withoutMarks(options.get('--bo-cuc') ?? 'cot');
  if (!isLayout(layout)) return refused(`Không có bố cục «${layout}»; các bố cục: ${Object.keys(LAYOUTS).join(', ')}.`);
  const columns = listed(options.get('--cot'), /[,;]/).map((word) => withoutMarks(word).replace(/\s+/g, '-'));
  const year = options.get('--nam');
  if (year !== undefined && !/^20\d\d$/.test(year))
    return refused(`Sau «--nam» phải ghi năm, như 2026; «${year}» không phải.`);
  return {
    command: 'tao-mau',
    ...work,
    list,
    layout: LAYOUTS[layout],
    columns,
    year: year === undefined ? null : Number(year),
  };
}

const isLayout = (word: string): word is keyof typeof LAYOUTS => Object.hasOwn(LAYOUTS, word);

function pairsOf(options: ReadonlyMap<string, string>, name: string, form: string): Map<string, string> | Request {
  const pairs = listed(options.get(name), /;/).map((pair) => pair.split(/=(.*)/s, 2).map((each) => each.trim()));
  const wrong = pairs.find((pair) => pair.length !== 2 || pair.includes(''));
  if (wrong) return refused(`Sau «${name}» phải ghi ${form}; «${wrong.join('=')}» không như vậy.`);
  return new Map(pairs.map(([from = '', to = '']) => [from, to]));
}

function toExportJob(
  work: Work & Pick<ExportJob, 'units' | 'losses' | 'previous' | 'mergers'>,
  options: ReadonlyMap<string, string>,
): Request {
  const wanted = listed(options.get('--loai'), /[,;]/).map(withoutMarks);
  const unknown = wanted.find((word) => !EXPORT_KINDS.some(({ id }) => id === word));
  if (unknown !== undefined)
    return refused(`Không có loại «${unknown}»; các loại: ${EXPORT_KINDS.map(({ id }) => id).join(', ')}.`);
  const kinds = EXPORT_KINDS.flatMap(({ id }) => (wanted.length === 0 || wanted.includes(id) ? id : []));
  if (work.losses.length > 0 && !kinds.includes('ke-hoach'))
    return refused('Tùy chọn «--khac-phuc» chỉ dùng khi xuất loại «ke-hoach».');
  return {
    command: 'xuat',
    ...work,
    kinds,
    isChosen: wanted.length > 0,
    apart: options.has('--rieng'),
    withoutDraftMarks: options.has('--bo-du-thao'),
    template: null,
  };
}

function toTemplateJob(
  work: Work & Pick<ExportJob, 'units' | 'losses' | 'previous' | 'mergers'>,
  template: string | undefined,
): Request {
  if (template === undefined) return refused('Lệnh «bao-cao» cần «--mau» và tệp mẫu (.docx) của cơ quan.');
  return { command: 'xuat', ...work, kinds: [], isChosen: false, apart: false, withoutDraftMarks: true, template };
}

const refused = (why: string): Request => ({ command: 'refused', why });

/** Splits the value of an option into a list. */
const listed = (text: string | undefined, divider: RegExp): string[] =>
  (text ?? '').split(divider).flatMap((each) => each.trim() || []);

/** Splits at semicolons, and also at commas and «và» if every part is a code: «1.1.2, 1.4 và 3.2». */
const listedCodes = (text: string | undefined): string[] =>
  listed(text, /;/).flatMap((part) => {
    const codes = listed(part, /,|\svà\s/);
    return codes.every((each) => /^(?:\p{L}+\s+)*(?:\d+|[IVX]+)\.\s?\d+(?:\.\s?\w+)*[.)]?$/u.test(each))
      ? codes
      : [part];
  });

/** Makes «Tính» and «kiểm-tra» equal to «tinh» and «kiem-tra». */
const withoutMarks = (word: string): string =>
  word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
