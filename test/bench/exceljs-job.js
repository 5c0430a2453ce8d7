/** What the file job is measured against: exceljs loads the workbook and saves it, nothing else. */
const ExcelJS = require('exceljs');

const [, , source, copy] = process.argv;

async function loadAndSave() {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(source);
  await workbook.xlsx.writeFile(copy);
}

void loadAndSave();
