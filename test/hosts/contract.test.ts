import { nodeCodec } from '../../src/hosts/xlsx-file/zip/codec-node';
import { browserCodec } from '../../src/hosts/xlsx-file/zip/codec-browser';
import { xlsxFileHost } from '../../src/hosts/xlsx-file/xlsx-file';
import { memoryHost } from '../kit/memory/memory-host';
import { workbookOf } from '../kit/workbook-of';
import { drawingContract, hostContract, type HostUnderTest } from './contract';

const HOSTS: readonly HostUnderTest[] = [
  { name: 'memory', make: (grids, protectedSheets) => Promise.resolve(memoryHost(grids, { protectedSheets })) },
  {
    name: 'a file in Node',
    make: async (grids, protectedSheets) => xlsxFileHost(await workbookOf(grids, protectedSheets), nodeCodec),
  },
  {
    name: 'a file in a browser',
    make: async (grids, protectedSheets) => xlsxFileHost(await workbookOf(grids, protectedSheets), browserCodec),
  },
];

for (const host of HOSTS) {
  hostContract(host);
  drawingContract(host);
}
