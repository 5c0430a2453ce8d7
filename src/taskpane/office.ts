/** Detects whether the page runs inside Office, and loads Office.js if it does. A plain browser never requests it. */
import { listenToRibbon, type OfficeCommands, type Ribbon } from './commands';

/**
 * The part of Office.js needed to detect the host and to handle the ribbon; only hosts/excel works with the workbook.
 */
interface OfficeReady extends OfficeCommands {
  onReady(): Promise<{ readonly host: string | null }>;
}

declare const OFFICE_JS_URL: string;

/**
 * Milliseconds to wait for Office.js. An intranet may block the CDN without an answer; then the page goes on without
 * it.
 */
const PATIENCE = 15_000;

/** Office leaves a sign in the address, in the frame's name, or as a native object of the old web view. */
export function isInsideOffice(page: Window & typeof globalThis): boolean {
  const { search, hash } = page.location;
  const native = (page as unknown as { external?: object }).external;
  return (
    /[?&#]_host_Info=|[?&#]_xdm_Info=/.test(search + hash) ||
    /_xdm_Info|hostInfo/i.test(page.name) ||
    (native !== undefined && 'GetHostInfo' in native)
  );
}

/** Excel's ribbon, registered before Office is ready; null if Office.js does not load or the host is not Excel. */
export async function meetExcel(page: Window & typeof globalThis): Promise<Ribbon | null> {
  const ready = async (): Promise<Ribbon | null> => {
    await addScript(page.document, OFFICE_JS_URL);
    const office = (page as unknown as { Office?: OfficeReady }).Office;
    if (!office) return null;
    const ribbon = listenToRibbon(office);
    const { host } = await office.onReady();
    return host === 'Excel' ? ribbon : null;
  };
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null));
  return Promise.race([ready().catch(() => null), late]);
}

function addScript(document: Document, source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source;
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error(source));
    };
    document.head.append(script);
  });
}

interface Themed {
  readonly Office?: { readonly context?: { readonly officeTheme?: { readonly bodyBackgroundColor?: string } } };
}

/** Whether the Office theme is dark; null if unknown, as in a browser. */
function isOfficeDark(page: Window & typeof globalThis): boolean | null {
  const colour = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(
    (page as unknown as Themed).Office?.context?.officeTheme?.bodyBackgroundColor ?? '',
  );
  if (!colour) return null;
  const [red = 0, green = 0, blue = 0] = colour.slice(1).map((part) => parseInt(part, 16));
  // Perceived brightness, in which green has the largest weight.
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/**
 * Calls back now and on every change with whether the page is dark: by the Office theme, otherwise by the system's.
 * Returns the function that stops it.
 */
export function followTheme(page: Window & typeof globalThis, tell: (isDark: boolean) => void): () => void {
  const system = page.matchMedia('(prefers-color-scheme: dark)');
  const look = (): void => {
    tell(isOfficeDark(page) ?? system.matches);
  };
  look();
  system.addEventListener('change', look);
  // Excel does not report a change of its theme, so it is checked whenever the pane gets the focus.
  page.addEventListener('focus', look);
  return () => {
    system.removeEventListener('change', look);
    page.removeEventListener('focus', look);
  };
}
