/** File names made from a sheet's text, which is data: never a path, and valid on every system. */

const LONGEST = 80;
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** «UBND xã A/B» → «UBND xã A-B»; "" when nothing is left that a name could be made of. */
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

/** Each name once, whatever the case of its letters: the second «A.docx» becomes «A (2).docx». */
export function nameKeeper(): (stem: string, extension: string) => string {
  const taken = new Set<string>();
  return (stem, extension) => {
    let name = `${stem}${extension}`;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${stem} (${count})${extension}`;
    taken.add(name.toLowerCase());
    return name;
  };
}
