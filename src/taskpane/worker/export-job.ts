/**
 * Exports reports and summaries one file after the other, so that the page can show progress; loads the writers on
 * first use.
 */
import type { PlanInput } from '../../core/documents/reports/lift-plan';
import type { ExportedFile, ExportInput, ExportRequest } from '../../export/export-request';
import type { Codec } from '../../hosts/xlsx-file/zip/codec';

/** All files together under one name: browsers ask, or block, when one press downloads several. */
export async function exportJob(
  request: ExportRequest,
  input: ExportInput,
  codec: Codec,
  told: (files: number) => void,
): Promise<readonly ExportedFile[]> {
  const [{ exportFiles }, { zipFiles }] = await Promise.all([
    import(/* webpackChunkName: "export" */ '../../export/export-files'),
    import(/* webpackChunkName: "export" */ '../../export/packing'),
  ]);
  const files: ExportedFile[] = [];
  told(0);
  for await (const file of exportFiles(request, input, codec)) {
    files.push(file);
    told(files.length);
  }
  return files.length > 1 ? [{ name: '', bytes: zipFiles(files) }] : files;
}

/** The plan of one unit; `name` may hold whatever the unit is called. */
export async function planJob(input: PlanInput, name: string): Promise<ExportedFile> {
  const [{ documentToDocx }, { liftPlan }, { safeFileName }] = await Promise.all([
    import(/* webpackChunkName: "export" */ '../../export/document-to-docx'),
    import(/* webpackChunkName: "export" */ '../../core/documents/reports/lift-plan'),
    import(/* webpackChunkName: "export" */ '../../export/file-names'),
  ]);
  return { name: `${safeFileName(name)}.docx`, bytes: await documentToDocx(liftPlan(input)) };
}
