/** Whether the page stands inside Office, and Office.js where it does. A plain browser never asks for it. */

/** Just enough of Office.js to know where we are; only hosts/excel works with it. */
interface OfficeReady {
  onReady(): Promise<{ readonly host: string | null }>;
}

declare const OFFICE_JS: string;

/** An intranet may keep the CDN's address from answering: then the page goes on without it. */
const PATIENCE = 15_000;

/** Office says so in the address, in the frame's name, or by a native object of the old web view. */
export function isInsideOffice(page: Window & typeof globalThis): boolean {
  const { search, hash } = page.location;
  const native = (page as unknown as { external?: object }).external;
  return /[?&#]_host_Info=|[?&#]_xdm_Info=/.test(search + hash) || /_xdm_Info|hostInfo/i.test(page.name) || (native !== undefined && 'GetHostInfo' in native);
}

/** «Excel» and its like; null when Office.js did not come or knows no host. */
export async function loadOffice(page: Window & typeof globalThis): Promise<string | null> {
  const ready = async (): Promise<string | null> => {
    await addScript(page.document, OFFICE_JS);
    const office = (page as unknown as { Office?: OfficeReady }).Office;
    return office ? (await office.onReady()).host : null;
  };
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null));
  return Promise.race([ready().catch(() => null), late]);
}

function addScript(document: Document, source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source;
    script.onload = () => { resolve(); };
    script.onerror = () => { reject(new Error(source)); };
    document.head.append(script);
  });
}
