/** Looks of cells as the API returns them, with every member present. */
type SimMember = string | number | boolean | null | SimFormat;
export interface SimFormat {
  readonly [member: string]: SimMember;
}

const border = { color: '#000000', style: 'None', tintAndShade: null, weight: 'Thin' };

export const DEFAULT_FORMAT: SimFormat = {
  fill: { color: '#FFFFFF', pattern: 'None', patternColor: '#000000', patternTintAndShade: 0, tintAndShade: 0 },
  font: {
    bold: false,
    color: '#000000',
    italic: false,
    name: 'Calibri',
    size: 11,
    strikethrough: false,
    subscript: false,
    superscript: false,
    tintAndShade: 0,
    underline: 'None',
  },
  borders: { bottom: border, diagonalDown: border, diagonalUp: border, left: border, right: border, top: border },
  autoIndent: false,
  horizontalAlignment: 'General',
  indentLevel: 0,
  protection: { formulaHidden: false, locked: true },
  readingOrder: 'Context',
  shrinkToFit: false,
  textOrientation: 0,
  verticalAlignment: 'Bottom',
  wrapText: false,
};

const PLAIN = JSON.stringify(DEFAULT_FORMAT);
const plain = new WeakMap<SimFormat, boolean>([[DEFAULT_FORMAT, true]]);

export function isPlain(format: SimFormat): boolean {
  const known = plain.get(format);
  if (known !== undefined) return known;
  const found = JSON.stringify(format) === PLAIN;
  plain.set(format, found);
  return found;
}

/** Thrown for a format object that Excel does not accept. */
export class BadShape extends Error {}

/**
 * Looks derived from a look, by the text of the changes: cells that look the same share one object, which is made and
 * compared only once.
 */
const made = new WeakMap<SimFormat, Map<string, SimFormat>>();

/** The look with some members set; unknown members and values of the wrong type are refused. */
export function withFormat(format: SimFormat, changes: SimFormat): SimFormat {
  const known = made.get(format) ?? new Map<string, SimFormat>();
  made.set(format, known);
  const text = JSON.stringify(changes);
  const found = known.get(text) ?? changed(format, changes, 'format');
  known.set(text, found);
  return found;
}

function changed(format: SimFormat, changes: SimFormat, path: string): SimFormat {
  const entries = Object.entries(changes).map(([name, value]): [string, SimMember] => {
    const old = format[name];
    if (old === undefined) throw new BadShape(`${path}.${name} is no member`);
    if (typeof old === 'object' && old !== null) {
      if (typeof value !== 'object' || value === null) throw new BadShape(`${path}.${name} is an object`);
      return [name, changed(old, value, `${path}.${name}`)];
    }
    if (value === null || typeof value === 'object')
      throw new BadShape(`${path}.${name} cannot be set to ${JSON.stringify(value)}`);
    return [name, value];
  });
  // An edge without a line has no colour of its own.
  if (changes['style'] === 'None') return border;
  return { ...format, ...Object.fromEntries<SimMember>(entries) };
}

/** The requested members: `true` or `{}`-like trees of them. */
export function pickFormat(format: SimFormat, wanted: Readonly<Record<string, unknown>>, path = 'format'): SimFormat {
  const entries = Object.entries(wanted)
    .filter(([, want]) => want !== undefined && want !== false)
    .map(([name, want]): [string, SimMember] => {
      const value = format[name];
      if (value === undefined) throw new BadShape(`${path}.${name} is no member`);
      // The same requested members for all edges.
      if (name === 'borders')
        return [
          name,
          Object.fromEntries(
            Object.entries(value as SimFormat).map(([edge, look]): [string, SimFormat] => [
              edge,
              pickFormat(look as SimFormat, want as Record<string, unknown>, `${path}.borders`),
            ]),
          ),
        ];
      return [
        name,
        typeof want === 'object' && want !== null && typeof value === 'object' && value !== null
          ? pickFormat(value, want as Record<string, unknown>, `${path}.${name}`)
          : value,
      ];
    });
  return Object.fromEntries<SimMember>(entries);
}
