/**
 * Writes the add-in's charts into a sheet's drawing: existing ones are redrawn in place, others added or removed. The
 * officer's pictures and charts stay.
 */
import type { Content } from '../../../core/model/content';
import type { SheetDrawing, DrawnChart, DrawnCell } from '../../../core/model/sheet-drawing';
import type { Area2D } from '../../../core/values/address';
import { chartName, isChartName } from '../../marks/chart-names';
import { rangeOn } from '../../marks/rectangles';
import type { SheetPart } from '../cells/sheet-part';
import { relationshipPrefix } from '../parts/add-sheet';
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
import type { Workbook } from '../parts/workbook';
import { splice, spliceText, type Splice } from '../xml/splice';
import { escapeAttribute, escapeText } from '../xml/xml-text';
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
import { toUtf8 } from '../zip/bytes';

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

interface Frame {
  readonly element: Element;
  /** The shape's number in its drawing. */
  readonly number: string;
  readonly link: string;
  readonly part: string;
}

/**
 * Writes the drawing and chart parts, and returns the sheet's `drawing` element; "" if the sheet already has one or
 * needs none.
 */
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
  charts.forEach((chart, position) => {
    const frame = frames[position];
    const target = frame?.part ?? freeName(draft, `${folder}charts/chart#.xml`);
    draft.write(target, toUtf8(chartXml(chart, sheetName, drawing, spaces)));
    if (!frame) addOverride(draft, target, CHART_TYPE);
    const link = frame?.link ?? addRelationship(draft, name, 'chart', target);
    const xmlOfFrame = frameXml(chart, chartName(position + 1), frame ? Number(frame.number) : ++last, link, spaces);
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

/** The frames of the add-in's charts, in the order of the drawing. */
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

/** Removes the chart and the colour and style parts that Excel may have added to it. */
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

/** Namespaces; strict files use other addresses for the same things. */
interface ChartSpaces {
  readonly chart: string;
  readonly main: string;
  readonly drawing: string;
  readonly relationships: string;
}

function chartSpaces(relationships: string): ChartSpaces {
  const base = relationships.startsWith('http://purl.oclc.org/')
    ? 'http://purl.oclc.org/ooxml/drawingml'
    : 'http://schemas.openxmlformats.org/drawingml/2006';
  return { chart: `${base}/chart`, main: `${base}/main`, drawing: `${base}/spreadsheetDrawing`, relationships };
}

/** The frame moves with its cells and keeps its size when rows are hidden. */
function frameXml({ over }: DrawnChart, name: string, number: number, link: string, spaces: ChartSpaces): string {
  const corner = (row: number, column: number): string =>
    `<xdr:col>${column.toString()}</xdr:col><xdr:colOff>0</xdr:colOff>` +
    `<xdr:row>${row.toString()}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${spaces.drawing}" xmlns:a="${spaces.main}" editAs="oneCell">` +
    `<xdr:from>${corner(over.top, over.left)}</xdr:from>` +
    `<xdr:to>${corner(over.bottom + 1, over.right + 1)}</xdr:to>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number.toString()}" ` +
    `name="${escapeAttribute(name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${spaces.chart}">` +
    `<c:chart xmlns:c="${spaces.chart}" xmlns:r="${spaces.relationships}" r:id="${link}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}

/** The chart contains a copy of its values, so it is complete before anything is calculated. */
function chartXml(chart: DrawnChart, sheet: string, { rows }: SheetDrawing, spaces: ChartSpaces): string {
  const lies = chart.kind === 'bars';
  const format = formatOf(rows, chart);
  // Texts and blanks from formulas are drawn as 0: in overlaid series, their labels would show 0 beside the real value.
  const labels = chart.overlaid && !format.includes(';') ? `${format};-${format};;` : format;
  const series = chart.series.map(
    ({ name, values, colour }, position) =>
      `<c:ser><c:idx val="${position.toString()}"/><c:order val="${position.toString()}"/><c:tx>` +
      `<c:v>${escapeText(name)}</c:v></c:tx><c:spPr><a:solidFill><a:srgbClr val="${colour}"/>` +
      '</a:solidFill></c:spPr><c:invertIfNegative val="0"/>' +
      `<c:dLbls><c:numFmt formatCode="${escapeAttribute(labels)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln>` +
      `<a:noFill/></a:ln></c:spPr>${fontXml('c:txPr', 900, false)}<c:dLblPos val="outEnd"/>` +
      '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>' +
      '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
      `<c:cat><c:strRef><c:f>${escapeText(rangeOn(sheet, chart.categories))}</c:f>` +
      `${cacheXml('c:strCache', '', rows, chart.categories)}</c:strRef></c:cat>` +
      `<c:val><c:numRef><c:f>${escapeText(rangeOn(sheet, values))}</c:f>` +
      cacheXml('c:numCache', `<c:formatCode>${escapeText(format)}</c:formatCode>`, rows, values) +
      '</c:numRef></c:val></c:ser>',
  );
  const line = '<a:ln w="6350"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln>';
  const most = chart.most === null ? '' : `<c:max val="${chart.most.toString()}"/>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="${spaces.chart}" ` +
    `xmlns:a="${spaces.main}" xmlns:r="${spaces.relationships}"><c:roundedCorners val="0"/><c:chart>` +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runXml('a:defRPr', 1300, true)}</a:pPr>` +
    `<a:r>${runXml('a:rPr lang="vi-VN"', 1300, true)}<a:t>${escapeText(chart.title)}</a:t></a:r></a:p>` +
    '</c:rich></c:tx><c:overlay val="0"/></c:title>' +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="${lies ? 'bar' : 'col'}"/>` +
    `<c:grouping val="clustered"/><c:varyColors val="0"/>${series.join('')}` +
    `<c:gapWidth val="50"/>${chart.overlaid ? '<c:overlap val="100"/>' : ''}<c:axId ` +
    'val="111111111"/><c:axId val="222222222"/></c:barChart>' +
    // Horizontal bars run from top to bottom like the table; the value axis is then at the far end, which is the
    // bottom.
    `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="${lies ? 'maxMin' : 'minMax'}"/>` +
    `</c:scaling><c:delete val="0"/><c:axPos val="${lies ? 'l' : 'b'}"/>` +
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>' +
    `<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${line}</c:spPr>` +
    '<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>' +
    '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>' +
    `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>${most}<c:min val="0"/>` +
    `</c:scaling><c:delete val="0"/><c:axPos val="${lies ? 'b' : 'l'}"/><c:majorGridlines><c:spPr>` +
    '<a:ln w="6350"><a:solidFill><a:srgbClr val="E5E5E5"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>' +
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>' +
    `<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>${line}</c:spPr>` +
    `<c:crossAx val="111111111"/><c:crosses val="${lies ? 'max' : 'autoZero'}"/>` +
    '<c:crossBetween val="between"/></c:valAx></c:plotArea>' +
    (chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '') +
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>' +
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/>' +
    `</a:solidFill>${line}</c:spPr>${fontXml('c:txPr', 1000, false)}</c:chartSpace>`
  );
}

const fontXml = (element: string, size: number, bold: boolean): string =>
  `<${element}><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runXml('a:defRPr', size, bold)}</a:pPr>` +
  `<a:endParaRPr lang="vi-VN"/></a:p></${element}>`;

/** `size` is in hundredths of a point; `tag` may include leading attributes. */
const runXml = (tag: string, size: number, bold: boolean): string =>
  `<${tag} sz="${size.toString()}" b="${bold ? '1' : '0'}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>` +
  `<a:latin typeface="Times New Roman"/><a:cs typeface="Times New Roman"/></${tag.split(' ')[0] ?? tag}>`;

function cacheXml(
  element: 'c:strCache' | 'c:numCache',
  before: string,
  rows: SheetDrawing['rows'],
  area: Area2D,
): string {
  const cells = cellsIn(rows, area);
  const points = cells.map((cell, position) => {
    const value = cell?.content ? valueOf(cell.content) : null;
    if (value === null || (element === 'c:numCache' && value.kind !== 'number')) return '';
    const text = value.kind === 'number' ? value.value : value.text;
    return `<c:pt idx="${position.toString()}"><c:v>${escapeText(text)}</c:v></c:pt>`;
  });
  return `<${element}>${before}<c:ptCount val="${cells.length.toString()}"/>${points.join('')}</${element}>`;
}

/** The number format of the first value; all values share it. */
function formatOf(rows: SheetDrawing['rows'], { series }: DrawnChart): string {
  const format =
    series.flatMap(({ values }) => cellsIn(rows, values)).find((cell) => cell !== null)?.look.numberFormat ?? 'General';
  return format.includes('@') ? 'General' : format;
}

function cellsIn(rows: SheetDrawing['rows'], area: Area2D): (DrawnCell | null)[] {
  const cells: (DrawnCell | null)[] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) cells.push(rows[row]?.cells[column] ?? null);
  return cells;
}

const valueOf = (content: Content): Exclude<Content, { kind: 'formula' }> =>
  content.kind === 'formula' ? content.cached : content;
