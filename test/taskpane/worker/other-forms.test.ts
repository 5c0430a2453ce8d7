/** A file of another format in the page: computed like a .xlsx, and saved as one. */
import { expect, test } from '@jest/globals';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { createSession } from '../../../src/taskpane/worker/session';
import { SELF_SCORED, sentFile } from '../../kit/files/sent-files';

test.each(['xls', 'ods', 'docx'] as const)('.%s is opened, computed and filled in', async (form) => {
  const session = createSession(nodeCodec, () => undefined);
  const { name, bytes } = await sentFile({ file: 'xã.xlsx', sheets: [SELF_SCORED] }, form);
  const view = session.open({ kind: 'bytes', bytes: await session.asXlsx(name, bytes) });
  // 0,75 + 1,5 of 3.
  expect(view.sheets.flatMap(({ units }) => units)).toMatchObject([{ name: 'Xã Kim Sơn', index: '75,00' }]);
  expect((await session.run({ kind: 'fill' }, false)).written).toBeGreaterThan(0);
});

test('what is no table says so, and the workbook that is open stays', async () => {
  const session = createSession(nodeCodec, () => undefined);
  await expect(session.asXlsx('thư.docx', new Uint8Array([80, 75, 1, 2]))).rejects.toThrow(/./);
});
