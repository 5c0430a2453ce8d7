/** What collecting is measured against: exceljs loads every workbook of a folder, one after the other, nothing else. */
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const ExcelJS = require('exceljs');

const [, , folder] = process.argv;

async function loadAll() {
  for (const name of readdirSync(folder)) await new ExcelJS.Workbook().xlsx.readFile(join(folder, name));
}

void loadAll();
