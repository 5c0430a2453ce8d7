/** The two one-page guides of a release, for officers and for IT, each as .html and .docx from the same words. */
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { Document, HeadingLevel, ImageRun, Packer, Paragraph, TextRun } = createRequire(import.meta.url)('docx');

const picture = (name) => readFileSync(fileURLToPath(new URL(`../assets/pictures/${name}`, import.meta.url)));

/** Names without marks: not every program that unpacks a zip reads others. Steps are numbered. */
const GUIDES = [
  {
    file: 'huong-dan-can-bo',
    title: 'Chỉ số CCHC: hướng dẫn cho cán bộ',
    lead:
      'Chương trình tính, kiểm tra và điền chỉ số cải cách hành chính. ' +
      'Không phải cài đặt, không cần mạng, không dữ liệu nào rời khỏi máy; ' +
      'tệp gốc luôn giữ nguyên.',
    steps: [
      'Bấm đúp vào tệp cchc.html; trang web mở bằng Edge, Chrome hoặc Firefox. ' +
        'Có thể để trong thư mục, trên USB hoặc gửi qua thư điện tử.',
      'Bấm «Mở tệp Excel…» rồi chọn bảng tổng hợp điểm (.xlsx, .xlsm, .xls, .ods, .csv, bảng trong .docx), hoặc ' +
        'kéo thả một hay nhiều tệp vào trang web. Bảng được đọc và kiểm tra ngay.',
      'Xem thẻ «Lỗi»: mỗi lỗi nêu ô sai, hai con số và cách sửa; bấm nút sửa, hoặc gõ số đúng rồi bấm «Ghi».',
      'Xem thẻ «Điểm bị trừ»: ghi nguyên nhân cho từng điểm mất; điều đã ghi ở nơi khác được gợi ý lại.',
      'Bấm «Tính chỉ số» để điền chỉ số, xếp loại, xếp hạng và tô màu. Nhầm thì «Thêm › Hoàn tác».',
      'Bấm «Lưu bản đã điền»; báo cáo .docx và bảng tổng hợp .xlsx ở «Thêm › Xuất…».',
    ],
    pictures: [
      ['trang-ket-qua.png', 'Kết quả của từng đơn vị, bên cạnh trang tính'],
      ['trang-loi.png', 'Thẻ «Lỗi»: ô nào sai, vì sao, sửa thành gì'],
    ],
  },
  {
    file: 'huong-dan-cntt',
    title: 'Chỉ số CCHC: hướng dẫn cho bộ phận công nghệ thông tin',
    lead:
      'Ba cách dùng, từ đơn giản nhất. Không cách nào gửi dữ liệu ra ngoài: ' +
      'mọi tính toán chạy trong trình duyệt của cán bộ.',
    steps: [
      'Kiểm tra gói: «sha256sum -c SHA256SUMS.txt» (Linux) hoặc «certutil -hashfile TỆP ' +
        'SHA256» (Windows), đối chiếu với SHA256SUMS.txt.',
      'Một tệp: chép cchc.html đến máy cán bộ. Chính sách bảo mật (CSP) nằm trong tệp, chỉ cho ' +
        'chạy đúng mã kèm theo và không cho kết nối đi đâu.',
      'Máy chủ nội bộ: đặt thư mục web/ lên một máy chủ https. Mỗi tệp có sẵn bản nén .br và .gz (nginx: ' +
        '«gzip_static on; brotli_static on;»). Nên gửi CSP trong taskpane.html thành tiêu đề HTTP, kèm ' +
        '«X-Content-Type-Options: nosniff» và «Referrer-Policy: no-referrer».',
      'Trong Excel (2021, Microsoft 365, Excel trên web): sửa mọi «https://localhost:3000» trong manifest.xml ' +
        'thành địa chỉ của máy chủ nói trên, rồi phân phối ở Microsoft 365 admin center (Integrated apps) hoặc ' +
        'qua thư mục mạng dùng chung (Trusted Add-in Catalogs).',
      'Mạng không có internet: chép Office.js về máy chủ nội bộ và dựng lại với biến ' +
        'CCHC_OFFICE_JS_URL; địa chỉ trong manifest lấy từ biến CCHC_BASE_URL.',
      'Nâng cấp: thay cchc.html hoặc cả thư mục web/; tệp Excel của cán bộ không phụ thuộc phiên bản chương trình.',
    ],
    pictures: [],
  },
];

/** File name → what it holds. */
export async function guides() {
  const files = new Map();
  for (const guide of GUIDES) {
    files.set(`${guide.file}.html`, Buffer.from(toHtml(guide)));
    files.set(`${guide.file}.docx`, await toDocx(guide));
  }
  return files;
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function toHtml({ title, lead, steps, pictures }) {
  const figures = pictures.map(
    ([name, about]) =>
      `<figure><img alt="${escaped(about)}" src="data:image/png;base64,${picture(name).toString('base64')}">` +
      `<figcaption>${escaped(about)}</figcaption></figure>`,
  );
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; color-scheme: light dark }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
li { margin: .4rem 0 }
figure { margin: 1rem 0 }
img { max-width: 100%; border: 1px solid #8888 }
figcaption { font-size: .9rem }
@media print { body { margin: 0; font-size: 11pt } img { max-height: 6.5cm } }
</style>
<h1>${escaped(title)}</h1>
<p>${escaped(lead)}</p>
<ol>
${steps.map((step) => `<li>${escaped(step)}</li>`).join('\n')}
</ol>
${figures.join('\n')}
</html>
`;
}

/** Width and height stand in the header of every PNG. */
const sizeOf = (png) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });
const WIDEST = 430;

async function toDocx({ title, lead, steps, pictures }) {
  const plain = (text, more = {}) => new Paragraph({ spacing: { after: 100 }, children: [new TextRun(text)], ...more });
  const children = [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      spacing: { after: 120 },
      children: [new TextRun({ text: title, bold: true })],
    }),
    plain(lead),
    ...steps.map((step) => plain(step, { numbering: { reference: 'steps', level: 0 } })),
    ...pictures.flatMap(([name, about]) => {
      const data = picture(name);
      const { width, height } = sizeOf(data);
      const transformation = { width: WIDEST, height: Math.round((WIDEST * height) / width) };
      const altText = { name, title: about, description: about };
      return [
        new Paragraph({ children: [new ImageRun({ type: 'png', data, transformation, altText })] }),
        new Paragraph({ children: [new TextRun({ text: about, italics: true, size: 20 })] }),
      ];
    }),
  ];
  const level = {
    level: 0,
    format: 'decimal',
    text: '%1.',
    style: { paragraph: { indent: { left: 420, hanging: 420 } } },
  };
  const document = new Document({
    title,
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: 24 }, paragraph: {} },
        heading1: { run: { size: 30, color: '000000' } },
      },
    },
    numbering: { config: [{ reference: 'steps', levels: [level] }] },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1000, bottom: 900, left: 1700, right: 1000 } },
        },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}
