/**
 * A loader for SheetJS: it reads thirty forms of tables and writes most of them, and more than half of that would be
 * for none of .xls, .xlsb, .ods and .csv, nor for the HTML that some systems call .xls. Calls of readers that
 * such a file never reaches, and of what a grid does not hold (themes, tints, widths, authors, numbers as shown), go;
 * what nothing calls any more the build leaves out. .xlsx is read by our own reader.
 */
const NOT_READ = [
  // Lotus, dBase, SYLK, DIF, SocialCalc, RTF, Numbers and mail.
  ...['WK_.to_workbook', 'DBF.to_workbook', 'SYLK.to_workbook', 'DIF.to_workbook', 'ETH.to_sheet'],
  ...['rtf_to_workbook', 'parse_numbers_iwa', 'parse_mad'],
  // .xlsx
  ...['parse_wb_xml', 'parse_ws_xml', 'parse_sty_xml', 'parse_sst_xml', 'parse_comments_xml', 'parse_tcmnt_xml'],
];
const NOT_HELD = [
  ...['parse_core_props', 'parse_ext_props', 'parse_cust_props', 'parse_xls_props', 'parse_people_xml'],
  ...['parse_theme_xml', 'parse_xlmeta', 'parse_drawing', 'parse_chart', 'parse_vml', 'parse_cc_xml'],
  ...['parse_xlink_xml', 'parse_cc_bin', 'parse_XORObfuscation', 'parse_FilePassHeader', 'SSF_format'],
  ...['parse_Hyperlink', 'parse_xlmeta_bin', 'parse_cs_bin', 'rgb_tint', 'find_mdw_colw', 'process_col'],
];
/** A workbook with a password is known by the words of this call's error. */
const LOCKED = ['parse_xlsxcfb'];

/** What is handed out, but only to writers. */
const HANDED_OUT = [
  /^exports\.write(File)? = .*\n/gm,
  /^\t(cfb_(new|add|del|mov|gc)|use_zlib|_deflateRaw): .*\n/gm,
  /^\tformat: SSF_format,\n/gm,
];

/** What a workbook's window and calculation are set to where the file does not say. */
const DEFAULTS = /^\tpush_defaults(_array)?\(wb\..*\n/gm;

/** Names of what a macro sheet commands, four hundred: no formula of a cell holds one. */
const COMMANDS = /: Cetab\)\[/g;

/** Patterns and colours that cells are filled with: a grid holds none. */
const FILLS = [/(?<=\nvar XLSFillPattern = \[)[^\]]*/, /(?<=\nvar _XLSIcv = [^(]*\(\[)[^\]]*/];

/** Numbers of records that nothing is read of, except those that others go on in: it is the same to be unknown. */
const EMPTY_RECORDS = /^\t0x(?!003c|0812|0875|087f)[\da-f]{4}: \{ \/\* n:"[^"]*",? \*\/ \},.*\n/gim;

/** Where lists of .xlsb begin and end; of these only the list of formats is asked for. */
const OPENERS = /^\t0x(?!0269|026a)[\da-f]{4}: \{ \/\* n:"[^"]*", \*\/ T:-?1 \},.*\n/gim;
/** A record that is not known is passed over, so that the others need not be listed. */
const UNKNOWN = /throw new Error\("Unexpected record 0x" \+ RT\.toString\(16\)\);/g;

/** Records of old workbooks that are parsed and then looked at by nobody: how a sheet is printed, shown and kept. */
const UNUSED_RECORDS = [
  'Header Footer PrintRowCol PrintGrid Font PrintSize Window1 Backup Pane DefColWidth ObjProtect Guts',
  'GridSet HCenter VCenter HideObj BuiltInFnGroupCount Scl Mms SxBool BookBool ScenarioProtect',
  'InterfaceHdr InterfaceEnd ExtSST UsesELFs DSF Prot4Rev Prot4RevPass Excel9File RecalcId EntExU2',
  'DefaultRowHeight FeatHdr XFCRC Compat12 MTRSettings CompressPictures FontX ShtProps ClrtClient',
  'BIFF2FONTXTRA BIFF2XFINDEX BIFF4SheetInfo',
]
  .flatMap((names) => names.split(' '))
  .map((name) => new RegExp(`^\\t0x[\\da-f]{4}: \\{ /\\* n:"${name}", \\*/ f:\\w+.*\\n`, 'gim'));

/** Kinds of parts that are listed and never opened. */
const UNOPENED_PARTS = /^\t"[^"]+": "TODO",.*\n/gm;

/** Kinds of parts of .xlsx: those of .xlsb are told by words without «+xml». */
const PARTS_OF_XLSX = /^\t"[^"]+\+xml": "\w+",.*\n/gm;

/** Of the XML that may be called .xls: HTML and .fods are told apart in this function, the rest is Excel 2003's. */
const XML_OF_2003 = /(?<=\n\tif\(ishtml\) return html_to_workbook\(str, opts\);\n)[^]*?(?=\n\}\n)/;
const FLAT_ODS = '\tif (opening.indexOf("<office:document") < 0) notReadHere();\n\treturn parse_fods(str, opts);';

const HELPERS = `
function notReadHere() { throw new Error('a form of tables that is not read here'); }
function notHeld() { return {}; }
function lockedFile() { throw new Error('File is password-protected'); }
`;

/** A call or a mention, not the function itself. A name that SheetJS no longer has stops the build. */
const saying = (name) => new RegExp(`(?<!function |[.\\w])${name.replace('.', '\\.')}\\b(?=\\(| != "undefined")`, 'g');

const without = (code, what, by) => {
  const changed = code.replace(what, by);
  if (changed === code) throw new Error(`xlsx has no ${String(what)}`);
  return changed;
};

module.exports = function withoutUnread(source) {
  let code = source;
  code = without(code, COMMANDS, ': {})[');
  code = without(code, UNKNOWN, '{}');
  code = without(code, XML_OF_2003, FLAT_ODS);
  for (const part of [
    ...HANDED_OUT,
    ...FILLS,
    DEFAULTS,
    OPENERS,
    EMPTY_RECORDS,
    UNOPENED_PARTS,
    PARTS_OF_XLSX,
    ...UNUSED_RECORDS,
  ])
    code = without(code, part, '');
  for (const name of NOT_READ) code = without(code, saying(name), 'notReadHere');
  for (const name of NOT_HELD) code = without(code, saying(name), 'notHeld');
  for (const name of LOCKED) code = without(code, saying(name), 'lockedFile');
  return HELPERS + code;
};
