/** Makes file names from a sheet's text: never a path, and valid on every system. */

const LONGEST = 80;
/** Names that Windows reserves for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** «UBND xã A/B» → «UBND xã A-B»; "" if no usable character is left. */
export function safeFileName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\\/:*?"<>|]+/g, '-')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = Array.from(plain)
    .slice(0, LONGEST)
    .join('')
    .replace(/^[.\s-]+|[.\s-]+$/gu, '');
  return DEVICE.test(short) ? `_${short}` : short;
}

/** Makes names unique, ignoring case: the second «A.docx» becomes «A (2).docx». */
export function nameKeeper(): (stem: string, extension: string) => string {
  const taken = new Set<string>();
  return (stem, extension) => {
    let name = `${stem}${extension}`;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${stem} (${count})${extension}`;
    taken.add(name.toLowerCase());
    return name;
  };
}
