/** A score to three decimals; a dash where there is none. */
export function formatScore(value: number | null, language: string): string {
  if (value === null || !Number.isFinite(value)) return '–';
  return value.toLocaleString(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
}
