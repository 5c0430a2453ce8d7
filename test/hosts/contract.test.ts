import { nodeCodec } from '../../src/hosts/xlsx-file/codec-node';
import { browserCodec } from '../../src/hosts/xlsx-file/codec-browser';
import { xlsxFileHost } from '../../src/hosts/xlsx-file/xlsx-file';
import { memoryHost } from '../../src/hosts/memory/memory-host';
import { workbookOf } from '../kit/workbook-of';
import { hostContract } from './contract';

hostContract({ name: 'memory', make: (grids, protectedSheets) => Promise.resolve(memoryHost(grids, { protectedSheets })) });
hostContract({ name: 'a file in Node', make: async (grids, protectedSheets) => xlsxFileHost(await workbookOf(grids, protectedSheets), nodeCodec) });
hostContract({ name: 'a file in a browser', make: async (grids, protectedSheets) => xlsxFileHost(await workbookOf(grids, protectedSheets), browserCodec) });
