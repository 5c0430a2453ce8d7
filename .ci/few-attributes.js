/**
 * As much of an XML program as docxtemplater asks for: elements of one name with their attributes, and the text as it
 * came. Stands in the bundles where it imports @xmldom/xmldom.
 */
const unescaped = (text) =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

class Element {
  constructor(attributes) {
    this.attributes = new Map(
      [...attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [
        name,
        unescaped(double ?? single),
      ]),
    );
  }

  getAttribute(name) {
    return this.attributes.get(name) ?? '';
  }
}

class Document {
  constructor(source) {
    this.source = source;
  }

  getElementsByTagName(name) {
    const tags = this.source.replace(/<!--[^]*?-->/g, '').matchAll(/<([\w:.-]+)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g);
    return [...tags].filter(([, tag]) => tag === name).map(([, , attributes]) => new Element(attributes));
  }
}

exports.DOMParser = class {
  parseFromString(source) {
    return new Document(source);
  }
};

exports.XMLSerializer = class {
  serializeToString({ source }) {
    return source;
  }
};
