/**
 * Reads a typed number: comma or point as decimal mark, a typographic minus, clamped to `[min, max]` and
 * rounded to `digits` decimals.
 * @returns Null when the text is no finite number.
 */
export function parseNumber(text: string, min: number, max: number, digits: number): number | null {
  const plain = text.trim().replace('\u2212', '-').replace(',', '.');
  if (plain === '') return null;
  const value = Number(plain);
  if (!Number.isFinite(value)) return null;
  return Number(Math.min(max, Math.max(min, value)).toFixed(digits));
}
