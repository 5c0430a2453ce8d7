/**
 * The page around the genuine client: the minimal browser that office.js needs, and `window.external`, through which a
 * desktop Excel communicates with it. Created anew for every simulated Excel, because office.js keeps references from
 * the time of loading.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The answer to a rich-API request: the text of a response, or an error number of the host. */
export type Answer = { readonly body: string } | { readonly error: number };

export interface FarEnd {
  readonly platform: 'PC' | 'OfficeOnline';
  /** {"ExcelApi": "1.15", …} */
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly answer: (body: string, flags: number) => Promise<Answer>;
  /** event.completed() of a ribbon command. */
  readonly completed: () => void;
}

export interface Page {
  /** Calls a handler that the client registered: 39 for ribbon commands, 33 for messages. */
  readonly raise: (event: number, payload: readonly unknown[]) => void;
}

/** Event of a ribbon button. */
const RIBBON = 39;

const DIST = join(__dirname, '..', '..', '..', 'node_modules', '@microsoft', 'office-js', 'dist');
const sources = new Map<string, string>();
const safeArray = (items: readonly unknown[]) => ({
  toArray: () => items,
  dimensions: () => 1,
  ubound: () => items.length - 1,
  getItem: (at: number) => items[at],
});
/** The open page; pending calls of an earlier page's client are dropped. */
let open: object | null = null;
const world = globalThis as unknown as Record<string, unknown>;

/** Evaluates in the realm of the test; otherwise option objects would belong to another realm. */
function evaluate(file: string): void {
  let source = sources.get(file);
  if (source === undefined) sources.set(file, (source = readFileSync(join(DIST, file), 'utf8')));
  (0, eval)(source);
}

export async function openPage(far: FarEnd): Promise<Page> {
  open = far;
  const later = (work: () => void): void => {
    setImmediate(() => {
      if (open === far) work();
    });
  };
  let isHeard = (): void => undefined;
  const ribbon = new Promise<void>((resolve) => {
    isHeard = resolve;
  });
  const handlers = new Map<number, (...payload: unknown[]) => void>();
  for (const name of [
    'Office',
    'Microsoft',
    'Excel',
    'OfficeExtension',
    'OSF',
    'OfficeExt',
    'OfficeExtensionBatch',
    'Strings',
  ])
    Reflect.deleteProperty(world, name);
  const loaded = { src: 'https://localhost/office/office.js', getAttribute: () => null };
  const head = {
    appendChild: (element: { src?: string; onload?: () => void }) => {
      const file = element.src?.split('/office/')[1]?.split('?')[0];
      if (file !== undefined)
        later(() => {
          evaluate(file);
          element.onload?.();
        });
      return element;
    },
  };
  const element = () => ({
    style: {},
    setAttribute: () => undefined,
    appendChild: () => undefined,
    addEventListener: () => undefined,
  });
  const nothing = () => undefined;
  const storage = { getItem: () => null, setItem: nothing, removeItem: nothing, key: () => null, length: 0 };
  const location = {
    href: 'https://localhost/taskpane.html',
    search: '',
    hash: '',
    protocol: 'https:',
    host: 'localhost',
    hostname: 'localhost',
    origin: 'https://localhost',
    pathname: '/taskpane.html',
  };
  const globals: Record<string, unknown> = {
    window: globalThis,
    self: globalThis,
    parent: globalThis,
    top: globalThis,
    location,
    history: {},
    name: '',
    sessionStorage: storage,
    localStorage: storage,
    addEventListener: nothing,
    removeEventListener: nothing,
    XMLHttpRequest: nothing,
    document: {
      getElementsByTagName: (tag: string) => (tag === 'script' ? [loaded] : tag === 'head' ? [head] : []),
      createElement: element,
      head,
      body: head,
      readyState: 'complete',
      addEventListener: nothing,
      removeEventListener: nothing,
      cookie: '',
      getElementById: () => null,
      URL: location.href,
      location,
      hasFocus: () => true,
      querySelector: () => null,
    },
    external: {
      GetHostInfo: () => '_host_Info=Excel$Win32$16.01$vi-VN$$$$0',
      GetLoggingAllowed: () => false,
      GetContext: () => context(far),
      RegisterEvent: (
        event: number,
        _target: string,
        handler: (...payload: unknown[]) => void,
        done: (status: number) => void,
      ) => {
        handlers.set(event, handler);
        later(() => {
          done(0);
          if (event === RIBBON) isHeard();
        });
      },
      UnregisterEvent: (event: number, _target: string, done: (status: number) => void) => {
        handlers.delete(event);
        later(() => {
          done(0);
        });
      },
      Execute: (id: number, params: readonly unknown[], done: (answer: unknown) => void) => {
        void execute(far, id, params).then((answer) => {
          if (open === far) done(answer);
        });
      },
    },
  };
  Object.assign(world, globals);
  Object.defineProperty(world, 'navigator', {
    value: { userAgent: 'Mozilla/5.0 Edg/120' },
    configurable: true,
    writable: true,
  });
  evaluate('office.js');
  const office = world['Office'] as { onReady: () => Promise<unknown>; context: object };
  await office.onReady();
  // The client registers the ribbon's handler only some turns after it reports that it is ready.
  await ribbon;
  // The web client uses another transport; only its limits are simulated here.
  if (far.platform !== 'PC')
    world['Office'] = Object.create(office, {
      context: { value: Object.create(office.context, { platform: { value: far.platform } }) as object },
    });
  return {
    raise: (event, payload) => {
      if (open === far) handlers.get(event)?.(event, safeArray(payload));
    },
  };
}

async function execute(far: FarEnd, id: number, params: readonly unknown[]): Promise<unknown> {
  if (id === 94) {
    far.completed();
    return safeArray([0]);
  }
  if (id !== 93) throw new Error(`the simulated Excel executes no method ${id.toString()}`);
  const message = params[0] as readonly [string, string, string, unknown, string, number, number];
  const answer = await far.answer(message[4], message[6]);
  return 'error' in answer ? safeArray([answer.error]) : safeArray([0, safeArray([200, safeArray([]), answer.body])]);
}

function context(far: FarEnd): object {
  const answers: Readonly<Record<string, unknown>> = {
    GetAppType: 1,
    GetSolutionRef: 'cchc',
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 1,
    GetAppUILocale: 1066,
    GetAppDataLocale: 1066,
    GetDocUrl: 'C:\\CCHC.xlsx',
    GetAppCapabilities: 1,
    GetActivationMode: 0,
    GetControlIntegrationLevel: 0,
    GetSolutionToken: '',
    GetCorrelationId: 'c',
    GetInstanceId: 'i',
    GetTouchEnabled: false,
    GetCommerceAllowed: false,
    GetSupportedMatrix: JSON.stringify(far.requirementSets),
    GetHostCustomMessage: '',
    GetHostFullVersion: '16.0.17928.20000',
    GetDialogRequirementMatrix: '{}',
    GetFeaturesForSolution: '',
    GetInitialDisplayMode: 0,
    GetSettings: { Read: () => undefined, Write: () => undefined },
  };
  return Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, () => value]));
}
