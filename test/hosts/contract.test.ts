import { nodeCodec } from '../../src/hosts/xlsx-file/zip/codec-node';
import { browserCodec } from '../../src/hosts/xlsx-file/zip/codec';
import { xlsxFileHost } from '../kit/xlsx-file-host';
import { memoryHost } from '../kit/memory/memory-host';
import { workbookOf } from '../kit/files/workbook-of';
import { drawingContract, hostContract, type HostUnderTest } from './contract';
import { recordContract } from './record-contract';

const HOSTS: readonly HostUnderTest[] = [
  {
    name: 'memory',
    make: (grids, protectedSheets, structureLocked = false) =>
      Promise.resolve(memoryHost(grids, { protectedSheets, structureLocked })),
  },
  {
    name: 'a file in Node',
    make: async (...content) => xlsxFileHost(await workbookOf(...content), nodeCodec),
  },
  {
    name: 'a file in a browser',
    make: async (...content) => xlsxFileHost(await workbookOf(...content), browserCodec),
  },
];

for (const host of HOSTS) {
  hostContract(host);
  drawingContract(host);
  recordContract(host);
}
