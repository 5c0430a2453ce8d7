/**
 * Checks a manifest and its shortcuts, without schemas and without a network, for faults that Excel refuses and for
 * parts that an officer would miss.
 */
import { fromPng } from './icons/png';
import { allOf, parseXml, type XmlElement } from './files/xml-elements';

export interface Addin {
  readonly manifest: string;
  /** shortcuts.json and its English strings. */
  readonly shortcuts: string;
  readonly english: string;
  /** Names that the page passes to Office.actions.associate. */
  readonly functions: readonly string[];
  /** The files served below the page's address. */
  readonly file: (name: string) => Uint8Array | undefined;
}

const RIBBON_SIZES = ['16', '32', '80'];
const LIMITS: Readonly<Record<string, number>> = {
  DisplayName: 125,
  ProviderName: 125,
  Description: 250,
  ShortStrings: 125,
  LongStrings: 250,
};
const SETS = ['ExcelApi 1.12', 'SharedRuntime 1.1'];

/** One sentence per fault; empty for a manifest that can be installed. */
export function manifestFaults(addin: Addin): string[] {
  const root = parseXml(addin.manifest);
  return [
    ...head(root),
    ...resources(root),
    ...texts(root),
    ...addresses(root, addin),
    ...runtime(root, addin),
    ...pictures(root, addin),
    ...shortcutFaults(addin),
  ];
}

const find = (root: XmlElement, ...names: readonly string[]): XmlElement[] =>
  allOf(root).filter(({ name }) => names.includes(name));
const value = (element: XmlElement | undefined, name: string): string => element?.attributes.get(name) ?? '';
const childText = (root: XmlElement, name: string): string =>
  root.children.find((child) => child.name === name)?.text ?? '';
const twice = (items: readonly string[]): string[] => [
  ...new Set(items.filter((item, n) => items.indexOf(item) !== n)),
];

function head(root: XmlElement): string[] {
  const sets = (root.children.find(({ name }) => name === 'Requirements')?.children ?? []).flatMap(({ children }) =>
    children.map((set) => `${value(set, 'Name')} ${value(set, 'MinVersion')}`),
  );
  return [
    ...(/^\d{1,5}(\.\d{1,5}){3}$/.test(childText(root, 'Version')) ? [] : ['the version is not four numbers']),
    ...(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(childText(root, 'Id')) ? [] : ['the id is not a GUID']),
    ...(childText(root, 'DefaultLocale') === 'vi-VN' ? [] : ['the default locale is not vi-VN']),
    ...SETS.filter((set) => !sets.includes(set)).map((set) => `${set} is not required`),
    ...['SupportUrl', 'IconUrl', 'HighResolutionIconUrl']
      .filter((name) => !root.children.some((child) => child.name === name))
      .map((name) => `${name} is missing`),
  ];
}

function resources(root: XmlElement): string[] {
  const defined = find(root, 'Resources').flatMap((element) =>
    element.children.flatMap(({ children }) => children.map((each) => value(each, 'id'))),
  );
  const used = allOf(root).flatMap(({ attributes }) => attributes.get('resid') ?? []);
  const ids = find(root, 'CustomTab', 'Group', 'Control').map((element) => value(element, 'id'));
  return [
    ...used.filter((id) => !defined.includes(id)).map((id) => `resource ${id} is not defined`),
    ...defined.filter((id) => !used.includes(id)).map((id) => `resource ${id} is not used`),
    ...twice(defined).map((id) => `resource ${id} is defined twice`),
    ...defined.filter((id) => id.length > 32).map((id) => `resource ${id} has more than 32 characters`),
    ...twice(ids).map((id) => `id ${id} stands twice`),
    ...find(root, 'Group', 'Control', 'CustomTab')
      .filter(({ children }) => !children.some(({ name }) => name === 'Label'))
      .map((each) => `${value(each, 'id')} has no label`),
    ...find(root, 'Control')
      .filter(({ children }) => !children.some(({ name }) => name === 'Supertip'))
      .map((each) => `${value(each, 'id')} has no supertip`),
  ];
}

function texts(root: XmlElement): string[] {
  const strings = [
    ...root.children
      .filter(({ name }) => ['DisplayName', 'Description'].includes(name))
      .map((element) => [element.name, element, element.name] as const),
    ...find(root, 'ShortStrings', 'LongStrings').flatMap((list) =>
      list.children.map((element) => [value(element, 'id'), element, list.name] as const),
    ),
  ];
  return strings.flatMap(([id, element, kind]) => {
    const english = element.children
      .filter((each) => each.name === 'Override' && value(each, 'Locale') === 'en-US')
      .map((each) => value(each, 'Value'));
    const all = [value(element, 'DefaultValue'), ...english];
    return [
      ...(english.length === 1 ? [] : [`${id} has no single English text`]),
      ...all
        .filter((text) => text.trim() === '' || text !== text.normalize('NFC') || text.length > (LIMITS[kind] ?? 0))
        .map((text) => `${id} is empty, decomposed or longer than ${LIMITS[kind] ?? 0}: ${text}`),
    ];
  });
}

/** Every address must be https, below the page's own, and lead to a served file. */
function addresses(root: XmlElement, { file }: Addin): string[] {
  const urls = allOf(root).flatMap(({ attributes }) =>
    [...attributes]
      .filter(([name, text]) => !name.startsWith('xmlns') && /^\w+:\/\//.test(text))
      .map(([, text]) => text),
  );
  const base = baseOf(root);
  return [...new Set(urls)].flatMap((url) => {
    if (!url.startsWith('https://')) return [`${url} is not https`];
    if (!url.startsWith(base)) return [`${url} leads away from ${base}`];
    return file(url.slice(base.length)) === undefined ? [`${url} is served from no file`] : [];
  });
}

const baseOf = (root: XmlElement): string =>
  value(find(root, 'DefaultSettings')[0]?.children[0], 'DefaultValue').replace(/[^/]*$/, '');

function runtime(root: XmlElement, { functions }: Addin): string[] {
  const [shared] = find(root, 'Runtime');
  const page = value(shared, 'resid');
  const called = find(root, 'FunctionName').map(({ text }) => text);
  return [
    ...(value(shared, 'lifetime') === 'long' ? [] : ['the runtime is not a shared one']),
    ...find(root, 'TaskpaneId').map(() => 'a TaskpaneId does not go with a shared runtime'),
    ...find(root, 'FunctionFile', 'SourceLocation')
      .filter(({ attributes }) => attributes.has('resid') && attributes.get('resid') !== page)
      .map(({ name }) => `${name} is not the page of the shared runtime`),
    ...called.filter((name) => !functions.includes(name)).map((name) => `the page has no function ${name}`),
    ...functions.filter((name) => !called.includes(name)).map((name) => `no button calls ${name}`),
  ];
}

function pictures(root: XmlElement, { file }: Addin): string[] {
  const urls = new Map(
    find(root, 'Images').flatMap(({ children }) =>
      children.map((image) => [value(image, 'id'), value(image, 'DefaultValue')]),
    ),
  );
  const ribbon = find(root, 'Icon').flatMap(({ children }) =>
    children.map((image) => [urls.get(value(image, 'resid')) ?? '', Number(value(image, 'size'))] as const),
  );
  const store = (
    [
      ['IconUrl', 32],
      ['HighResolutionIconUrl', 64],
    ] as const
  ).map(([name, size]) => [value(find(root, name)[0], 'DefaultValue'), size] as const);
  return [
    ...find(root, 'Icon').flatMap(({ children }) =>
      RIBBON_SIZES.filter((size) => !children.some((image) => value(image, 'size') === size)).map(
        (size) => `an icon lacks size ${size}`,
      ),
    ),
    ...find(root, 'Control', 'Group')
      .filter(({ children }) => !children.some(({ name }) => name === 'Icon'))
      .map((each) => `${value(each, 'id')} has no icon`),
    ...[...ribbon, ...store].flatMap(([url, size]) => {
      const content = file(url.slice(baseOf(root).length));
      if (content === undefined) return [];
      const { width, height } = fromPng(content);
      return width === size && height === size ? [] : [`${url} is ${width} by ${height}, not ${size}`];
    }),
  ];
}

interface Shortcuts {
  readonly actions: readonly { readonly id: string; readonly type: string; readonly name: string }[];
  readonly shortcuts: readonly { readonly action: string; readonly key: Readonly<Record<string, string>> }[];
  readonly resources: { readonly default: Strings };
}

type Strings = Readonly<Record<string, { readonly value: string }>>;

/** Microsoft recommends Ctrl+Shift+Alt and one key, to avoid Excel's own shortcuts. */
const KEYS: Readonly<Record<string, RegExp>> = {
  default: /^Ctrl\+Alt\+Shift\+[A-Z\d]$/,
  mac: /^Command\+Option\+Shift\+[A-Z\d]$/,
};

function shortcutFaults(addin: Addin): string[] {
  const {
    actions,
    shortcuts,
    resources: { default: vietnamese },
  } = JSON.parse(addin.shortcuts) as Shortcuts;
  const english = JSON.parse(addin.english) as Strings;
  const called = new Set(find(parseXml(addin.manifest), 'FunctionName').map(({ text }) => text));
  const ids = actions.map(({ id }) => id);
  const tokens = actions.map(({ name }) => /^\$\{resource\.(\w+)\}$/.exec(name)?.[1] ?? name);
  return [
    ...[...called].filter((name) => !ids.includes(name)).map((name) => `${name} has no shortcut`),
    ...[...ids, ...shortcuts.map(({ action }) => action)]
      .filter((name) => !called.has(name))
      .map((name) => `shortcut to ${name}, which no button calls`),
    ...actions.filter(({ type }) => type !== 'ExecuteFunction').map(({ id }) => `${id} is no ExecuteFunction`),
    ...ids
      .filter((id) => shortcuts.filter(({ action }) => action === id).length !== 1)
      .map((id) => `${id} has not one shortcut`),
    ...shortcuts.flatMap(({ action, key }) =>
      Object.entries(KEYS)
        .filter(([place, form]) => !form.test(key[place] ?? ''))
        .map(([place]) => `${action}: bad ${place} key ${key[place] ?? ''}`),
    ),
    ...Object.keys(KEYS).flatMap((place) =>
      twice(shortcuts.map(({ key }) => key[place] ?? '')).map((key) => `key ${key} is taken twice`),
    ),
    ...Object.entries({ Vietnamese: vietnamese, English: english }).flatMap(([language, strings]) => [
      ...tokens
        .filter((token) => (strings[token]?.value ?? '') === '')
        .map((token) => `${token} has no ${language} text`),
      ...Object.keys(strings)
        .filter((token) => !tokens.includes(token))
        .map((token) => `${token} is ${language} text for nothing`),
    ]),
  ];
}
