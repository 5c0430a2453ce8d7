/** The elements of a small XML file of the project as plain objects; throws if tags do not match. */
export interface XmlElement {
  /** Without its prefix: `String` for bt:String. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  /** Its own text and that of all its descendants. */
  text: string;
}

export function parseXml(source: string): XmlElement {
  const body = source.replace(/<\?.*?\?>|<!--[\s\S]*?-->/g, '');
  const top: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [top];
  for (const [, close, name = '', inner = '', text = ''] of body.matchAll(
    /<(\/?)(?:\w+:)?(\w+)((?:\s+[\w:]+="[^"<]*")*\s*\/?)>|([^<]+|<)/g,
  )) {
    if (text.includes('<')) throw new Error(`a stray < after ${open.at(-1)?.name ?? ''}`);
    for (const each of open) each.text += unescape(text);
    if (name === '') continue;
    if (close === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
      continue;
    }
    const attributes = new Map(
      [...inner.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, unescape(value)]),
    );
    const element: XmlElement = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    if (!inner.endsWith('/')) open.push(element);
  }
  const [root, ...more] = top.children;
  if (open.length !== 1 || !root || more.length > 0) throw new Error('not one closed root element');
  return root;
}

/** The element and everything below it, in the order of the file. */
export const allOf = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(allOf)];

const unescape = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&',
  );
