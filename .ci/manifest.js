/**
 * The add-in's manifest for the address of the page: `npm run manifest` writes it to dist/web with every file that it
 * names (icons, shortcuts, help). CCHC_BASE_URL holds the address, with or without a folder; the default is the
 * development server.
 */
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const DEVELOPMENT = 'https://localhost:3000';
/** What help.html shows itself with; the manifest names all other files. */
const ALSO = ['assets/help.css', 'assets/icon.svg'];

/** The address without a slash at its end; throws one sentence when the add-in cannot be installed from it. */
function baseUrl(text = DEVELOPMENT) {
  const refuse = (why) => {
    throw new Error(`CCHC_BASE_URL «${text}» ${why}; hãy ghi như https://may-chu-noi-bo/cchc.`);
  };
  if (!URL.canParse(text)) return refuse('không phải là một địa chỉ');
  const url = new URL(text);
  if (url.protocol !== 'https:') return refuse('phải bắt đầu bằng https://, Excel không nhận địa chỉ khác');
  if (url.username !== '' || url.password !== '') return refuse('không được kèm tên và mật khẩu');
  if (/[?#]/.test(text)) return refuse('không được có phần sau dấu ? hoặc #');
  if (!/^https:\/\/[\p{L}\p{N}.:-]+(\/[\w.~-]+)*\/?$/iu.test(text)) return refuse('có ký tự thừa');
  if (/\.(html?|xml|js(on)?)\/?$/i.test(url.pathname)) return refuse('là một tệp, không phải nơi chứa các tệp');
  return url.href.replace(/\/$/, '');
}

/** File name below the served folder → what it holds. */
function hostedFiles(address) {
  const base = baseUrl(address);
  const manifest = readFileSync(path.join(root, 'manifest.xml'), 'utf8').replaceAll(DEVELOPMENT, () => base);
  const named = [...manifest.matchAll(/"([^"]+)"/g)]
    .map(([, value]) => value)
    .filter((value) => value.startsWith(`${base}/assets/`));
  const files = new Set([...named.map((url) => url.slice(base.length + 1)), ...ALSO]);
  return new Map([
    ['manifest.xml', manifest],
    ...[...files].map((name) => [name, readFileSync(path.join(root, name))]),
  ]);
}

function main([folder = path.join(root, 'dist', 'web')]) {
  for (const [name, content] of hostedFiles(process.env.CCHC_BASE_URL)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  process.stdout.write(`${path.join(folder, 'manifest.xml')}: ${baseUrl(process.env.CCHC_BASE_URL)}\n`);
}

module.exports = { baseUrl, hostedFiles };

if (require.main === module) {
  try {
    main(process.argv.slice(2));
  } catch (fault) {
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = 2;
  }
}
