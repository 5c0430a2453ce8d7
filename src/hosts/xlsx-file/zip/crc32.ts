/** CRC-32 as zip uses it, eight bytes a step; `before` is the sum of the bytes in front. */
const TABLES = makeTables();

export function crc32(bytes: Uint8Array, before = 0): number {
  const t = TABLES;
  let crc = ~before;
  let at = 0;
  for (const end = bytes.length - 8; at <= end; at += 8) {
    crc ^= (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    crc =
      (t[1792 + (crc & 255)] ?? 0) ^
      (t[1536 + ((crc >>> 8) & 255)] ?? 0) ^
      (t[1280 + ((crc >>> 16) & 255)] ?? 0) ^
      (t[1024 + (crc >>> 24)] ?? 0) ^
      (t[768 + (bytes[at + 4] ?? 0)] ?? 0) ^
      (t[512 + (bytes[at + 5] ?? 0)] ?? 0) ^
      (t[256 + (bytes[at + 6] ?? 0)] ?? 0) ^
      (t[bytes[at + 7] ?? 0] ?? 0);
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ (t[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return (crc ^ -1) >>> 0;
}

function makeTables(): Int32Array {
  const tables = new Int32Array(8 * 256);
  for (let n = 0; n < 256; n++) {
    let value = n;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    tables[n] = value;
  }
  for (let n = 256; n < 2048; n++) {
    const before = tables[n - 256] ?? 0;
    tables[n] = (before >>> 8) ^ (tables[before & 255] ?? 0);
  }
  return tables;
}
