/** Deadlines for evidence, from the text that officers write in `Cấu hình`. */
import { expect, test } from '@jest/globals';
import { lateDocuments } from '../../../../src/core/model/beside/stated-evidence';

/** Evidence dated later than every deadline in the tests below. */
const LATE = { at: { row: 0, column: 0 }, text: '', documents: [{ number: '', day: new Date(Date.UTC(2030, 0, 1)) }] };

const dueIn = (code: string, text: string): string | null =>
  lateDocuments(LATE, { code }, text.split(/[;\n]/))[0]?.due.toISOString().slice(0, 10) ?? null;

test.each([
  ['1.1', '31/12/2025', '2025-12-31'],
  ['1.1', 'Chậm nhất ngày 31/12/2025', '2025-12-31'],
  ['1.4', '30/11/2022; 1.4: 04/12/2022', '2022-12-04'],
  ['1.4.2', '30/11/2022; 1.4: 04/12/2022', '2022-12-04'],
  ['1.41', '30/11/2022; 1.4: 04/12/2022', '2022-11-30'],
  ['1.1', '31/12/2025; Tiêu chí 1.1 và 1.2: 30/11/2025', '2025-11-30'],
  ['1.2', '31/12/2025; Tiêu chí 1.1 và 1.2: 30/11/2025', '2025-11-30'],
  ['1.3', '31/12/2025; Tiêu chí 1.1 và 1.2: 30/11/2025', '2025-12-31'],
  ['1.1', '31/12/2025; 1.1; 1.2: 30/11/2025', '2025-11-30'],
  ['1.2', '31/12/2025 (riêng tiêu chí 1.2: 15/01/2026)', '2026-01-15'],
  ['1.1', '31/12/2025 (riêng tiêu chí 1.2: 15/01/2026)', '2025-12-31'],
  ['1.2', '31/12/2025, riêng các tiêu chí 1.2, 1.3 là 15/01/2026', '2026-01-15'],
  ['II.1', '31/12/2025\nLĩnh vực II: ngày 15/01/2026', '2026-01-15'],
  ['1.1', '31/12/2025 (thứ Tư)', '2025-12-31'],
])('%s by «%s»: %s', (code, text, due) => {
  expect(dueIn(code, text)).toBe(due);
});

test.each([
  ['1.2', '31/12/2025; từ tiêu chí 1.1 đến 1.3: 30/11/2025'],
  ['1.4', '31/12/2025; 1.4 Xây dựng kế hoạch: 30/11/2025'],
  ['2.1', '31/12/2025 với tiêu chí 1.1, 15/01/2026 với tiêu chí 1.2'],
  ['1.1', '31/12/2025 (tiêu chí 1.2)'],
  ['1.1', '31/12/2025 (cấp huyện); 15/12/2025 (cấp xã)'],
  ['1.1', '31/12/2025; 15/12/2025'],
  ['1.1', '31/02/2025'],
])('%s by «%s»: not understood', (code, text) => {
  expect(dueIn(code, text)).toBeNull();
});
