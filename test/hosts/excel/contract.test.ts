/** Excel, simulated behind the genuine client, fulfils the contract of every host. */
import { excelHost } from '../../../src/hosts/excel/excel-host';
import { simulatedExcel } from '../../kit/excel/simulated-excel';
import { drawingContract, hostContract, type HostUnderTest } from '../contract';
import { recordContract } from '../record-contract';

const EXCEL: HostUnderTest = {
  name: 'Excel',
  make: async (grids, protectedSheets, structureProtected = false) => {
    await simulatedExcel({ grids, protectedSheets, structureProtected }).install();
    return excelHost();
  },
};

hostContract(EXCEL);
drawingContract(EXCEL);
recordContract(EXCEL);
