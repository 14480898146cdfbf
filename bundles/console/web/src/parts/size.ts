const SIZES = ["bytes", "KB", "MB", "GB", "TB"];

/** A number of bytes as people say it. */
export function size(bytes: number | null | undefined): string {
  if (bytes === null || bytes === undefined || bytes <= 0) return "";
  const power = Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3));
  const number = bytes / 1000 ** power;
  return `${number.toFixed(number < 10 && power > 0 ? 1 : 0)} ${SIZES[power]}`;
}
