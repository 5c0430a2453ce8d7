/** Excel, simulated under the genuine client, keeps the contract of every host. */
import { excelHost } from '../../../src/hosts/excel/excel-host';
import { simulatedExcel } from '../../kit/excel/simulated-excel';
import { hostContract } from '../contract';

hostContract({
  name: 'Excel',
  make: async (grids, protectedSheets) => {
    await simulatedExcel({ grids, protectedSheets }).install();
    return excelHost();
  },
});
