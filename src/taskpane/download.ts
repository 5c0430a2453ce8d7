/** Saves a file through the browser's download, on the page and in Excel's pane. */

const KINDS: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  zip: 'application/zip',
};

export function download(bytes: Uint8Array, name: string): void {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const address = URL.createObjectURL(
    new Blob([bytes.slice()], { type: KINDS[extension] ?? 'application/octet-stream' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
