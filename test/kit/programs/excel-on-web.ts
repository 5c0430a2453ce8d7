/**
 * Excel on the web in Chromium: a page of Microsoft's domain holds the add-in in a frame, as in an officer's browser,
 * and answers the genuine office.js by its postMessage protocol. The answers come from the simulated Excel in this
 * process. No request leaves the machine: the debugger serves both domains and the address of Office.js.
 */
import { join } from 'node:path';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { ROOT } from './bundle';
import type { FarEnd, Page as Client } from '../excel/page';
import type { Site } from './page';

const EXCEL = 'https://excel.officeapps.live.com';
const ADDIN = 'https://cchc.may-chu.vn';
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const DIST = join(ROOT, 'node_modules', '@microsoft', 'office-js', 'dist');

export interface Opened {
  readonly client: Client;
  readonly page: Page;
  /** The add-in's own page. */
  readonly frame: Frame;
  readonly requests: readonly string[];
  /** Errors and warnings of the add-in's own code. */
  readonly complaints: readonly string[];
  /** Actions of Office.js that the simulated host does not support. */
  readonly unknown: readonly string[];
  readonly close: () => Promise<void>;
}

export interface WebOptions {
  /** False if an intranet blocks the CDN; 'never-answered' if the request stays without an answer. */
  readonly hasOfficeJs?: boolean | 'never-answered';
  readonly width?: number;
}

interface Call {
  readonly name: string;
  readonly data: { readonly DdaMethod?: { readonly DispatchId: number }; readonly ArrayData?: readonly unknown[] };
}

/** The page around the frame, which plays the host; runs in the browser. */
function parentPage(addin: string): string {
  const script = `
    const registered = new Map();
    const frame = document.querySelector('iframe');
    const say = (request, kind, data) => frame.contentWindow.postMessage(JSON.stringify({
      _messageType: 1, _actionName: request._actionName,
      _conversationId: request._conversationId, _correlationId: request._correlationId,
      _responseType: kind, _errorCode: 0, _data: data, _origin: location.origin, _serializerVersion: 1,
    }), '${addin}');
    window.raise = (name, payload) => { if (registered.has(name)) say(registered.get(name), 1, payload); };
    window.hears = (name) => registered.has(name);
    addEventListener('message', async ({ data, origin, source }) => {
      if (origin !== '${addin}' || source !== frame.contentWindow) return;
      let request;
      try { request = JSON.parse(data); } catch { return; }
      if (request._messageType !== 0) return;
      if (request._actionType === 1) registered.set(request._actionName, request);
      if (request._actionType === 2) registered.delete(request._actionName);
      const asked = { name: request._actionName, data: request._data };
      say(request, 0, request._actionType === 0 ? await window.answerOffice(asked) : { Error: 0, Version: 1 });
    });
    frame.src = '${addin}/taskpane.html?_host_Info=Excel$Web$16.00$vi-VN$cchc$$$0' +
      '#&_xdm_Info=wall|cchc|' + location.origin + '|';
  `;
  return (
    '<!doctype html><html lang="vi"><title>Excel</title><body style="margin:0">' +
    '<iframe title="Chỉ số CCHC" style="border:0;width:100%;height:100vh"></iframe>' +
    `<script>${script}</script>`
  );
}

export function excelOnWeb(
  { browser, origin }: Site,
  { hasOfficeJs = true, width = 350 }: WebOptions = {},
): { readonly open: (far: FarEnd) => Promise<Client>; readonly opened: () => Opened } {
  let found: Opened | null = null;
  const open = async (far: FarEnd): Promise<Client> => {
    const context = await browser.newContext({ viewport: { width, height: 720 }, serviceWorkers: 'block' });
    const requests: string[] = [];
    const complaints: string[] = [];
    const unknown: string[] = [];
    await serve(context, origin, hasOfficeJs, requests);
    const page = await context.newPage();
    page.on('console', (message) => {
      // Office.js itself requests storage and inline style, works without them and logs that.
      const isOurs = !message.location().url.startsWith(OFFICE_JS);
      if (isOurs && (message.type() === 'error' || message.type() === 'warning')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.exposeFunction('answerOffice', (call: Call) => answerOffice(far, call, unknown));
    // An unanswered request keeps the page from ever finishing to load.
    const waitUntil = hasOfficeJs === 'never-answered' ? 'commit' : 'load';
    await page.goto(`${EXCEL}/x/_layouts/xlviewerinternal.aspx`, { waitUntil });
    await page.locator('iframe').waitFor();
    const frame = page.frames().find((each) => each !== page.mainFrame());
    if (!frame) throw new Error('the frame of the add-in did not open');
    const raise = (name: string, payload: unknown): void => {
      void page.evaluate(
        ([event, data]) => {
          (window as unknown as { raise: (name: string, payload: unknown) => void }).raise(event, data);
        },
        [name, payload] as const,
      );
    };
    const client: Client = {
      raise: (event, payload) => {
        if (event === 39) raise('appCommandInvoked', payload);
        else
          raise('richApiMessage', { ArrayData: payload.map((each) => (each as { toArray: () => unknown }).toArray()) });
      },
    };
    found = { client, page, frame, requests, complaints, unknown, close: () => context.close() };
    return client;
  };
  return {
    open,
    opened: () => {
      if (!found) throw new Error('not opened');
      return found;
    },
  };
}

/** The ribbon forwards clicks as soon as the add-in reports that it listens. */
export const listens = async ({ page }: Opened): Promise<void> => {
  await page.waitForFunction(() =>
    (window as unknown as { hears: (name: string) => boolean }).hears('appCommandInvoked'),
  );
};

async function serve(
  context: BrowserContext,
  origin: string,
  hasOfficeJs: WebOptions['hasOfficeJs'],
  requests: string[],
): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    requests.push(url);
    if (url.startsWith(EXCEL))
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: parentPage(ADDIN) });
    // Served with the headers of the real server, so that the same policy applies.
    if (url.startsWith(ADDIN)) return route.fulfill(await answerOf(url.replace(ADDIN, origin)));
    if (hasOfficeJs === 'never-answered' && url.startsWith(OFFICE_JS)) return undefined;
    if (hasOfficeJs === true && url.startsWith(OFFICE_JS))
      return route.fulfill({ path: join(DIST, new URL(url).pathname.replace('/lib/1/hosted/', '')) });
    return route.abort();
  });
}

/** Fetched by Node: the browser's driver sometimes drops the answer of its own fetch. */
async function answerOf(url: string): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  const answer = await fetch(url);
  const headers = Object.fromEntries(answer.headers);
  // The body is already decompressed.
  delete headers['content-encoding'];
  delete headers['content-length'];
  return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) };
}

async function answerOffice(far: FarEnd, { name, data }: Call, unknown: string[]): Promise<unknown> {
  if (name === 'ContextActivationManager_getAppContextAsync') return context(far);
  if (name === 'ContextActivationManager_notifyHost') return null;
  const method = data.DdaMethod?.DispatchId;
  if (name === 'executeMethod' && method === 94) {
    far.completed();
    return { Error: 0, Version: 1 };
  }
  if (name === 'executeMethod' && method === 93) {
    const message = data.ArrayData ?? [];
    const answer = await far.answer(message[4] as string, message[6] as number);
    return 'error' in answer
      ? { Error: answer.error, Version: 1 }
      : { Error: 0, Version: 1, Data: [200, [], answer.body] };
  }
  unknown.push(`${name} ${String(method ?? '')}`);
  return { Error: 5001, Version: 1 };
}

const context = (far: FarEnd): object => ({
  _id: 'cchc',
  _appName: 16,
  _appVersion: 16,
  _appMinorVersion: 1,
  _appUILocale: 'vi-VN',
  _dataLocale: 'vi-VN',
  _docUrl: 'https://cchc.sharepoint.com/CCHC.xlsx',
  _clientMode: 1,
  _settings: {},
  _reason: 'documentOpened',
  _osfControlType: 1,
  _eToken: '',
  _correlationId: 'c',
  _requirementMatrix: JSON.stringify(far.requirementSets),
  _hostCustomMessage: '',
  _hostFullVersion: '16.0.17928.20000',
  _clientWindowHeight: 720,
  _clientWindowWidth: 350,
  _appDomains: [],
  _dialogRequirementMatrix: '{}',
  _initialDisplayMode: 0,
});
