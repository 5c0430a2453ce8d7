/**
 * Our charts in a sheet's drawing: drawn anew in their places, added, or taken away. The officer's pictures and charts
 * beside them stay.
 */
import type { SheetDrawing } from '../../../core/model/sheet-drawing';
import { chartName, isChartName } from '../../marks/chart-names';
import { relationshipPrefix } from '../parts/add-sheet';
import { toUtf8 } from '../zip/bytes';
import { chartSpaces, chartXml, frameXml, type ChartSpaces } from './chart-xml';
import { addOverride, removeOverride } from '../parts/content-types';
import type { Draft } from '../parts/package';
import {
  addRelationship,
  freeName,
  relationshipNamespace,
  relationshipsOf,
  relationshipsPart,
  removeRelationship,
} from '../parts/relationships';
import type { SheetPart } from '../cells/sheet-part';
import { splice, spliceText, type Splice } from '../xml/splice';
import type { Workbook } from '../parts/workbook';
import {
  append,
  attribute,
  child,
  descendants,
  parseXml,
  relationshipId,
  type Element,
  type XmlPart,
} from '../xml/xml-tree';

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

interface Frame {
  readonly element: Element;
  /** The shape's number in its drawing. */
  readonly number: string;
  readonly link: string;
  readonly part: string;
}

/** Does everything but the sheet's own link to its drawing, which it gives back; "" where it has one, or needs none. */
export function writeCharts(
  draft: Draft,
  { part }: Workbook,
  sheet: SheetPart,
  sheetName: string,
  drawing: SheetDrawing,
): string {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const { charts } = drawing;
  const spaces = chartSpaces(relationshipNamespace(draft));
  const known = drawingPart(draft, sheet);
  if (known === null && charts.length === 0) return '';
  const name = known ?? newDrawing(draft, folder, spaces);
  const xml = parseXml(draft.read(name), name);
  const frames = ourFrames(draft, name, xml);
  let last = Math.max(
    0,
    ...Array.from(descendants(xml.root, 'cNvPr'), (element) => Number(attribute(xml, element, 'id')) || 0),
  );
  const splices: Splice[] = [];
  const added: string[] = [];
  charts.forEach((chart, at) => {
    const frame = frames[at];
    const target = frame?.part ?? freeName(draft, `${folder}charts/chart#.xml`);
    draft.write(target, toUtf8(chartXml(chart, sheetName, drawing, spaces)));
    if (!frame) addOverride(draft, target, CHART_TYPE);
    const link = frame?.link ?? addRelationship(draft, name, 'chart', target);
    const xmlOfFrame = frameXml(chart, chartName(at + 1), frame ? Number(frame.number) : ++last, link, spaces);
    if (frame) splices.push(spliceText(frame.element.start, frame.element.end, xmlOfFrame));
    else added.push(xmlOfFrame);
  });
  for (const { element, part: gone } of frames.slice(charts.length)) {
    splices.push(spliceText(element.start, element.end, ''));
    removeRelationship(draft, name, gone);
    removeChart(draft, gone);
  }
  if (added.length > 0) splices.push(...append(xml, xml.root, added.join('')));
  draft.write(name, splice(xml, splices));
  if (known !== null) return '';
  const r = relationshipPrefix(sheet, spaces.relationships);
  const id = addRelationship(draft, sheet.name, 'drawing', name);
  return `<${sheet.root.prefix}drawing ${r.declaration}${r.prefix}:id="${id}"/>`;
}

function drawingPart(draft: Draft, sheet: SheetPart): string | null {
  const element = child(sheet.root, 'drawing');
  const id = element && relationshipId(sheet, element);
  const target = relationshipsOf(draft, sheet.name).find((item) => item.id === id)?.target ?? null;
  return target !== null && draft.has(target) ? target : null;
}

function newDrawing(draft: Draft, folder: string, { drawing, main }: ChartSpaces): string {
  const name = freeName(draft, `${folder}drawings/drawing#.xml`);
  draft.write(
    name,
    toUtf8(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<xdr:wsDr xmlns:xdr="${drawing}" xmlns:a="${main}"></xdr:wsDr>`,
    ),
  );
  addOverride(draft, name, DRAWING_TYPE);
  return name;
}

/** In the order of the drawing. */
function ourFrames(draft: Draft, name: string, xml: XmlPart): Frame[] {
  const targets = new Map(relationshipsOf(draft, name).map(({ id, target }) => [id, target]));
  return xml.root.children.flatMap((element): Frame[] => {
    const frame = child(element, 'graphicFrame');
    const shape = frame && [...descendants(frame, 'cNvPr')][0];
    const chart = frame && [...descendants(frame, 'chart')][0];
    if (!shape || !chart || !isChartName(attribute(xml, shape, 'name') ?? '')) return [];
    const link = relationshipId(xml, chart) ?? '';
    const part = targets.get(link) ?? null;
    return part !== null && draft.has(part) ? [{ element, number: attribute(xml, shape, 'id') ?? '', link, part }] : [];
  });
}

/** With the colours and styles that Excel may have put beside it. */
function removeChart(draft: Draft, part: string): void {
  const beside = relationshipsOf(draft, part).flatMap(({ kind, target }) =>
    /^chart(Color)?Style$/.test(kind) && target !== null && draft.has(target) ? [target] : [],
  );
  for (const gone of [...beside, part]) {
    draft.remove(gone);
    removeOverride(draft, gone);
  }
  draft.remove(relationshipsPart(part));
}
