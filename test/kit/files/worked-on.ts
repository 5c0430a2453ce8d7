/** A sheet on which an officer used every feature of Excel, for tests of what must survive and of damage. */
import { contentTypes, MAIN, OFFICE, relationships, sheetXml, smallWorkbook, workbookXml } from './small-workbook';

const CHARTS = 'http://schemas.openxmlformats.org/drawingml/2006';
export const PICTURE =
  '<xdr:oneCellAnchor><xdr:from><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row>' +
  '<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="9525" cy="9525"/><xdr:pic><xdr:nvPicPr>' +
  '<xdr:cNvPr id="7" name="Con dấu"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/>' +
  '<a:stretch/></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr></xdr:pic><xdr:clientData/>' +
  '</xdr:oneCellAnchor>';
export const OWN_CHART =
  '<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row>' +
  '<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff>' +
  '<xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>' +
  '<xdr:cNvPr id="2" name="Biểu đồ 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm>' +
  `<a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHARTS}/chart">` +
  `<c:chart xmlns:c="${CHARTS}/chart" r:id="rId2"/></a:graphicData></a:graphic></xdr:graphicFrame>` +
  '<xdr:clientData/></xdr:twoCellAnchor>';

export const WORKED_ON = ((): Uint8Array => {
  const before =
    '<sheetPr codeName="Sheet7" filterMode="1"><tabColor rgb="FFFF0000"/>' +
    '<outlinePr applyStyles="1"/></sheetPr><dimension ref="A1:D4"/>' +
    '<sheetViews><sheetView showGridLines="0" zoomScale="85" topLeftCell="A30" workbookViewId="0">' +
    '<selection activeCell="D4" sqref="D4"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="18" customHeight="1"/>' +
    '<cols><col min="1" max="1" width="3"/><col min="2" max="6" width="22" style="1" customWidth="1"/></cols>';
  const after =
    '<sheetProtection objects="1" selectLockedCells="1"/><protectedRanges>' +
    '<protectedRange name="r" sqref="A1"/></protectedRanges>' +
    '<autoFilter ref="A1:B4"><filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn>' +
    '</autoFilter><mergeCells count="1"><mergeCell ref="C1:D2"/></mergeCells>' +
    '<conditionalFormatting sqref="A1:A9"><cfRule type="duplicateValues" priority="1"/></conditionalFormatting>' +
    '<dataValidations count="2" xWindow="5"><dataValidation type="whole" sqref="H1:H9 B1:B9">' +
    '<formula1>1</formula1><formula2>9</formula2></dataValidation><dataValidation type="list" sqref="D1">' +
    '<formula1>"cũ,mới"</formula1></dataValidation></dataValidations>' +
    '<hyperlinks><hyperlink ref="A4" location="A1"/></hyperlinks><printOptions gridLines="1"/>' +
    '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>' +
    '<pageSetup paperSize="8" orientation="portrait" blackAndWhite="1"/>' +
    '<headerFooter differentFirst="1"><oddHeader>&amp;Lcủa tôi</oddHeader>' +
    '<oddFooter>&amp;Ltrái</oddFooter><firstHeader>đầu</firstHeader></headerFooter>' +
    '<rowBreaks count="1" manualBreakCount="1"><brk id="3" man="1"/></rowBreaks>' +
    '<ignoredErrors><ignoredError sqref="A1:B9" numberStoredAsText="1"/></ignoredErrors><drawing r:id="rId3"/>' +
    '<legacyDrawing r:id="rId2"/><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"/></extLst>';
  const rows =
    '<row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="b"><v>1</v></c>' +
    '<c r="C1" s="6" t="e"><v>#N/A</v></c></row><row r="2" hidden="1"><c r="A2" s="3"/><c r="B2">' +
    '<v>2.50</v></c></row>' +
    '<row r="3" hidden="1" s="1" customFormat="1"><c r="A3"><f t="shared" ref="A3:A4" si="0">B3*2</f><v>4</v>' +
    '</c></row><row r="4"><c r="A4"><f t="shared" si="0"/><v>6</v></c></row>';
  const notes =
    `<comments xmlns="${MAIN}"><authors><author>Ông A</author></authors><commentList>` +
    '<comment ref="A1" authorId="0"><text><t>hỏi lại</t></text></comment></commentList></comments>';
  return smallWorkbook(sheetXml(rows, after, before), {
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(
      ['comments', '../comments1.xml'],
      ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['drawing', '../drawings/drawing1.xml'],
    ),
    'xl/comments1.xml': notes,
    'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml"/>',
    'xl/drawings/drawing1.xml':
      `<xdr:wsDr xmlns:xdr="${CHARTS}/spreadsheetDrawing" xmlns:a="${CHARTS}/main" ` +
      `xmlns:r="${OFFICE}">${OWN_CHART}${PICTURE}</xdr:wsDr>`,
    'xl/drawings/_rels/drawing1.xml.rels': relationships(
      ['image', '../media/image1.png'],
      ['chart', '../charts/chart1.xml'],
    ),
    'xl/media/image1.png': new Uint8Array([1, 2, 3]),
    'xl/charts/chart1.xml': `<c:chartSpace xmlns:c="${CHARTS}/chart"><c:chart><c:plotArea/></c:chart></c:chartSpace>`,
    'xl/sharedStrings.xml':
      `<sst xmlns="${MAIN}"><si><r><rPr><b/></rPr><t>đậm</t></r><r>` +
      '<t xml:space="preserve"> thường</t></r></si></sst>',
    'xl/workbook.xml': workbookXml(
      '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" ' +
        'hidden="1">Bảng!$A$1:$B$4</definedName><definedName name="_xlnm.Print_Area" ' +
        'localSheetId="0">Bảng!$A$1:$D$9</definedName><definedName name="Tong">Bảng!$A$1</definedName>' +
        '</definedNames>',
    ),
    'xl/_rels/workbook.xml.rels': relationships(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ),
    '[Content_Types].xml': contentTypes(
      ['/xl/comments1.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'],
      ['/xl/sharedStrings.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'],
      ['/xl/drawings/drawing1.xml', 'application/vnd.openxmlformats-officedocument.drawing+xml'],
      ['/xl/charts/chart1.xml', 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
    ).replace(
      '<Override',
      '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
        '<Default Extension="png" ContentType="image/png"/><Override',
    ),
  });
})();
