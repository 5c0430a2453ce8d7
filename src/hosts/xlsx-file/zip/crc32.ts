/** CRC-32 as used in zip files, eight bytes per step; `before` is the checksum of the preceding bytes. */
const TABLES = makeTables();

export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  let position = 0;
  for (const end = bytes.length - 8; position <= end; position += 8) {
    crc ^=
      byteAt(bytes, position) |
      (byteAt(bytes, position + 1) << 8) |
      (byteAt(bytes, position + 2) << 16) |
      (byteAt(bytes, position + 3) << 24);
    crc =
      tableAt(1792 + (crc & 255)) ^
      tableAt(1536 + ((crc >>> 8) & 255)) ^
      tableAt(1280 + ((crc >>> 16) & 255)) ^
      tableAt(1024 + (crc >>> 24)) ^
      tableAt(768 + byteAt(bytes, position + 4)) ^
      tableAt(512 + byteAt(bytes, position + 5)) ^
      tableAt(256 + byteAt(bytes, position + 6)) ^
      tableAt(byteAt(bytes, position + 7));
  }
  for (; position < bytes.length; position++) crc = (crc >>> 8) ^ tableAt((crc ^ byteAt(bytes, position)) & 255);
  return (crc ^ -1) >>> 0;
}

// Each function reads one kind of array: one function for both would be slower.
const byteAt = (bytes: Uint8Array, position: number): number => bytes[position] ?? 0;
const tableAt = (position: number): number => TABLES[position] ?? 0;

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
