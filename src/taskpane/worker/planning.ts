/** The code that changes the workbook or draws the add-in's sheets, loaded on first use. */
export { drawnApart, drawnSheets } from '../../core/fill';
export { suggestCauses } from '../../core/causes/suggest-causes';
export { planCommand } from './plan-command';
