/** Excel dates: serial numbers that count days. */

/** The day that Excel shows for a serial number; null outside the calendar. */
export function dateOf(serial: number): Date | null {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return Number.isNaN(date.getTime()) ? null : date;
}
