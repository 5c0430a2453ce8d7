/**
 * The manifest, its shortcuts, icons and help are what Excel accepts and what the page answers to; checked without a
 * network.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../src/taskpane/commands';
import { toPicture, toSvg } from './kit/icons/draw';
import { ICONS, PICTURES } from './kit/icons/icons';
import { fromPng } from './kit/icons/png';
import { type Addin, manifestFaults } from './kit/manifest-faults';
import { OFFICE_SCHEMAS, describeWith } from './kit/programs';

const ROOT = join(__dirname, '..');
const { PageFiles } = createRequire(__filename)('../.ci/page-files.js') as {
  readonly PageFiles: new (
    root: string,
    officeJs: string,
    baseUrl?: string,
  ) => {
    copy(compilation: {
      readonly fileDependencies: { readonly add: (file: string) => void };
      readonly getAsset: (name: string) => unknown;
      readonly emitAsset: (name: string, source: { readonly source: () => string | Buffer }) => void;
      readonly errors: Error[];
    }): void;
  };
};
/** Made by the build of the page. */
const BUILT = 'taskpane.html';

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const addin: Addin = {
  manifest: read('manifest.xml'),
  shortcuts: read('assets/shortcuts.json'),
  english: read('assets/shortcuts.en.json'),
  functions: Object.keys(COMMANDS),
  file: (name) =>
    name === BUILT || existsSync(join(ROOT, name))
      ? readFileSync(join(ROOT, name === BUILT ? 'manifest.xml' : name))
      : undefined,
};

test('the manifest, its shortcuts and its pictures have no fault', () => {
  expect(manifestFaults(addin)).toEqual([]);
});

test("Microsoft's own reader finds in it what the add-in is", () => {
  // A program of its own: jest cannot load the modules that the reader asks for.
  const reader =
    "require('office-addin-manifest').OfficeAddinManifest.readManifestFile('manifest.xml').then((info) => " +
    'console.log(JSON.stringify(info)))';
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', reader], { cwd: ROOT, encoding: 'utf8' });
  expect({ stderr, ...(JSON.parse(stdout || '{}') as object) }).toMatchObject({
    officeAppType: 'TaskPaneApp',
    hosts: ['Workbook'],
    defaultLocale: 'vi-VN',
    displayName: 'Chỉ số CCHC',
    permissions: 'ReadWriteDocument',
    defaultSettings: { sourceLocation: 'https://localhost:3000/taskpane.html' },
  });
});

describe('each check fails when what it guards is broken', () => {
  test.each<
    readonly [what: string, part: 'manifest' | 'shortcuts' | 'english', from: string, to: string, fault: string]
  >([
    [
      'a version of three numbers',
      'manifest',
      '<Version>1.0.3.0<',
      '<Version>1.0.3<',
      'the version is not four numbers',
    ],
    ['no GUID', 'manifest', '<Id>', '<Id>x', 'the id is not a GUID'],
    ['another locale', 'manifest', '<DefaultLocale>vi-VN', '<DefaultLocale>en-US', 'the default locale is not vi-VN'],
    [
      'a newer API set',
      'manifest',
      '"ExcelApi" MinVersion="1.12"',
      '"ExcelApi" MinVersion="1.18"',
      'ExcelApi 1.12 is not required',
    ],
    ['no help', 'manifest', 'SupportUrl', 'OtherUrl', 'SupportUrl is missing'],
    ['a misspelt resource', 'manifest', 'resid="Clear.Tip"', 'resid="Clear.Tap"', 'resource Clear.Tap is not defined'],
    ['an unused resource', 'manifest', 'resid="Clear.Tip"', 'resid="Pane.Tip"', 'resource Clear.Tip is not used'],
    [
      'a resource twice',
      'manifest',
      '<bt:String id="Check.Tip"',
      '<bt:String id="Clear.Tip"',
      'resource Clear.Tip is defined twice',
    ],
    [
      'a long resource id',
      'manifest',
      'String id="Clear.Tip',
      'String id="Clear.TipThatIsLongerThanExcelTakes',
      'resource Clear.TipThatIsLongerThanExcelTakes has more than 32 characters',
    ],
    ['two controls of one id', 'manifest', 'id="Cchc.Clear"', 'id="Cchc.Check"', 'id Cchc.Check stands twice'],
    ['a button without a label', 'manifest', '<Label resid="Clear.Label"/>', '', 'Cchc.Clear has no label'],
    [
      'a long label',
      'manifest',
      'DefaultValue="Kiểm tra"',
      `DefaultValue="${'Kiểm tra '.repeat(15)}"`,
      'Check.Label is empty, decomposed or longer than 125',
    ],
    [
      'a long English tip',
      'manifest',
      'Value="«Mở khung điều khiển»: Opens the pane:',
      `Value="${'Opens the pane: '.repeat(17)}`,
      'Pane.Tip is empty, decomposed or longer than 250',
    ],
    [
      'decomposed letters',
      'manifest',
      '"Điểm bị trừ"',
      `"${'Điểm bị trừ'.normalize('NFD')}"`,
      'Deductions.Label is empty, decomposed',
    ],
    [
      'no English',
      'manifest',
      '<bt:Override Locale="en-US" Value="Check"/>',
      '',
      'Check.Label has no single English text',
    ],
    [
      'no English name',
      'manifest',
      '<Override Locale="en-US" Value="PAR Index"/>',
      '',
      'DisplayName has no single English text',
    ],
    [
      'an address without encryption',
      'manifest',
      '<SupportUrl DefaultValue="https:',
      '<SupportUrl DefaultValue="http:',
      'help.html is not https',
    ],
    [
      'an address elsewhere',
      'manifest',
      'SupportUrl DefaultValue="https://localhost:3000',
      'SupportUrl DefaultValue="https://example.org',
      'leads away from https://localhost:3000/',
    ],
    [
      'a file that is not there',
      'manifest',
      'assets/help.html',
      'assets/nothing.html',
      'nothing.html is served from no file',
    ],
    ['a short-lived runtime', 'manifest', 'lifetime="long"', 'lifetime="short"', 'the runtime is not a shared one'],
    [
      'a TaskpaneId',
      'manifest',
      '<SourceLocation resid',
      '<TaskpaneId>pane</TaskpaneId><SourceLocation resid',
      'a TaskpaneId does not go with a shared runtime',
    ],
    [
      'another page',
      'manifest',
      '<FunctionFile resid="Taskpane.Url"',
      '<FunctionFile resid="Help.Url"',
      'FunctionFile is not the page of the shared runtime',
    ],
    ['an unknown function', 'manifest', '>clearMarks<', '>clearAll<', 'the page has no function clearAll'],
    ['a function without a button', 'manifest', '>clearMarks<', '>checkSheet<', 'no button calls clearMarks'],
    [
      'a picture of another size',
      'manifest',
      'icon-check-16.png',
      'icon-check-32.png',
      'icon-check-32.png is 32 by 32, not 16',
    ],
    ['a missing size', 'manifest', '<bt:Image size="80" resid="Clear.Icon.80"/>', '', 'an icon lacks size 80'],
    [
      'a shortcut to nothing',
      'shortcuts',
      '"action": "clearMarks"',
      '"action": "clear"',
      'shortcut to clear, which no button calls',
    ],
    [
      'a function without a shortcut',
      'shortcuts',
      '"id": "clearMarks"',
      '"id": "checkSheet"',
      'clearMarks has no shortcut',
    ],
    ["a key of Excel's own", 'shortcuts', 'Ctrl+Alt+Shift+T', 'Ctrl+T', 'calculateIndex: bad default key Ctrl+T'],
    ['a key for two', 'shortcuts', 'Ctrl+Alt+Shift+T', 'Ctrl+Alt+Shift+K', 'key Ctrl+Alt+Shift+K is taken twice'],
    ['another kind of action', 'shortcuts', 'ExecuteFunction', 'ShowTaskpane', 'calculateIndex is no ExecuteFunction'],
    [
      'a shortcut without a name',
      'shortcuts',
      '"clear_name": {',
      '"clean_name": {',
      'clear_name has no Vietnamese text',
    ],
    ['a shortcut without an English name', 'english', '"clear_name"', '"clean_name"', 'clear_name has no English text'],
  ])('%s', (_what, part, from, to, fault) => {
    expect(addin[part]).toContain(from);
    expect(manifestFaults({ ...addin, [part]: addin[part].replace(from, () => to) }).join('\n')).toContain(fault);
  });

  test('tags that do not fit together', () => {
    expect(() => manifestFaults({ ...addin, manifest: addin.manifest.replace('</Group>', '') })).toThrow(
      'closes another element',
    );
  });
});

test('the pictures are those that the script draws (npm run icons)', () => {
  const drawnAnew = [...PICTURES].filter(
    ([name, { shapes, size }]) =>
      Buffer.compare(fromPng(readFileSync(join(ROOT, 'assets', name))).pixels, toPicture(shapes, size).pixels) === 0,
  );
  expect(drawnAnew.map(([name]) => name)).toEqual([...PICTURES.keys()]);
  expect(read('assets/icon.svg')).toBe(toSvg(ICONS.icon, 'Chỉ số CCHC'));
});

test.each(['assets/help.html', 'README.md'])('%s tells of every button and every shortcut', (name) => {
  const help = read(name);
  for (const key of addin.shortcuts.matchAll(/"(Ctrl[^"]*)"/g)) expect(help).toContain(key[1]);
  for (const label of addin.manifest.matchAll(/<Title resid="(\w+\.Label)"/g)) {
    const text = new RegExp(`id="${label[1] ?? ''}" DefaultValue="([^"]*)"`).exec(addin.manifest)?.[1] ?? '';
    expect(help).toContain(text.replace(/ CCHC$/, ''));
  }
});

describe('npm run manifest', () => {
  const run = (
    address: string | undefined,
  ): { readonly folder: string; readonly status: number | null; readonly err: string } => {
    const folder = mkdtempSync(join(tmpdir(), 'cchc-manifest-'));
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, '.ci', 'manifest.js'), folder], {
      encoding: 'utf8',
      env: { ...process.env, CCHC_BASE_URL: address },
    });
    return { folder, status, err: stderr };
  };

  test('writes the development manifest as it is when no address is set', () => {
    const { folder, status } = run(undefined);
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'manifest.xml'), 'utf8')).toBe(addin.manifest);
  });

  test.each(['https://may-chu-noi-bo', 'https://may-chu-noi-bo:8443/cchc', 'https://may-chu-noi-bo/van-phong/cchc/'])(
    'puts %s into every address, with every file that is named there',
    (address) => {
      const { folder } = run(address);
      const manifest = readFileSync(join(folder, 'manifest.xml'), 'utf8');
      expect(manifest).not.toContain('localhost');
      expect(manifest).toContain(`"${address.replace(/\/$/, '')}/taskpane.html"`);
      const served = (name: string): Uint8Array | undefined =>
        name === BUILT
          ? Buffer.from('')
          : existsSync(join(folder, name))
            ? readFileSync(join(folder, name))
            : undefined;
      expect(manifestFaults({ ...addin, manifest, file: served })).toEqual([]);
      const help = readFileSync(join(folder, 'assets', 'help.html'), 'utf8');
      for (const part of help.matchAll(/(?:src|href)="([^".][^"]*)"/g))
        expect(readdirSync(join(folder, 'assets'))).toContain(part[1]);
    },
  );

  test.each([
    ['http://may-chu', 'phải bắt đầu bằng https://'],
    ['may-chu', 'không phải là một địa chỉ'],
    ['', 'không phải là một địa chỉ'],
    ['https://ten:mat-khau@may-chu', 'tên và mật khẩu'],
    ['https://may-chu/?v=1', 'sau dấu ? hoặc #'],
    ['https://may-chu/#cchc', 'sau dấu ? hoặc #'],
    ['https://may-chu/cchc ', 'ký tự thừa'],
    ['https://may-chu//', 'ký tự thừa'],
    ['https://may-chu/a&b', 'ký tự thừa'],
    ['https://may-chu/"/><x', 'ký tự thừa'],
    ['https://may-chu/taskpane.html', 'là một tệp'],
  ])('refuses «%s» with one sentence and writes nothing', (address, why) => {
    const { folder, status, err } = run(address);
    expect(status).toBe(2);
    expect(err).toContain(why);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the build of the page', () => {
  /** What webpack would be given, without webpack. */
  const build = (
    officeJs: string,
    address?: string,
  ): { readonly files: ReadonlyMap<string, string>; readonly errors: readonly Error[] } => {
    const files = new Map<string, string>();
    const errors: Error[] = [];
    new PageFiles(ROOT, officeJs, address).copy({
      fileDependencies: { add: () => undefined },
      getAsset: (name) => files.get(name),
      emitAsset: (name, source) => files.set(name, source.source().toString()),
      errors,
    });
    return { files, errors };
  };

  test('holds everything that the manifest and the page name, for the address of CCHC_BASE_URL', () => {
    const { files, errors } = build('office/office.js', 'https://may-chu-noi-bo/cchc');
    expect(errors).toEqual([]);
    expect(files.get('manifest.xml')).toContain('"https://may-chu-noi-bo/cchc/taskpane.html"');
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(
        [
          'assets/shortcuts.json',
          'assets/shortcuts.en.json',
          'assets/help.html',
          'assets/help.css',
          'assets/icon.svg',
          ...PICTURES.keys(),
        ].map((name) => (name.includes('/') ? name : `assets/${name}`)),
      ),
    );
  });

  test('lets scripts come from where CCHC_OFFICE_JS_URL says, and from nowhere else', () => {
    const scripts = (officeJs: string): string =>
      /script-src ([^;]*);/.exec(build(officeJs).files.get('taskpane.html') ?? '')?.[1] ?? '';
    expect(scripts('https://appsforoffice.microsoft.com/lib/1/hosted/office.js')).toBe(
      "'self' https://appsforoffice.microsoft.com",
    );
    expect(scripts('https://may-chu-noi-bo:8443/office/office.js')).toBe("'self' https://may-chu-noi-bo:8443");
    expect(scripts('office/office.js')).toBe("'self'");
  });

  test('fails with the one sentence that says what is wrong with the address', () => {
    expect(build('office/office.js', 'http://may-chu').errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('phải bắt đầu bằng https://'),
    ]);
  });
});

describeWith(['xmllint', 'officeSchemas'], "Microsoft's schemas", () => {
  const validate = (file: string): ReturnType<typeof spawnSync> =>
    spawnSync('xmllint', ['--noout', '--nonet', '--schema', join(OFFICE_SCHEMAS, 'OfficeAppManifestV1_1.xsd'), file], {
      encoding: 'utf8',
    });

  test('the manifest is valid', () => {
    expect(validate(join(ROOT, 'manifest.xml'))).toMatchObject({ status: 0 });
  });

  test('a picture is not', () => {
    expect(validate(join(ROOT, 'assets', 'icon.svg')).status).not.toBe(0);
  });
});
