/** What changes the workbook or draws our sheets: loaded when either is first asked for. */
export { drawnApart, drawnSheets } from '../../core/fill';
export { suggestCauses } from '../../core/causes/suggest-causes';
export { planCommand } from './plan-command';
