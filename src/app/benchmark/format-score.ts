/** A score to three decimals, or fewer; a dash where there is none. */
export function formatScore(value: number | null, language: string, digits = 3): string {
  if (value === null || !Number.isFinite(value)) return '–';
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return value.toLocaleString(language, decimals);
}

/** The same of a difference, with its sign. */
export function formatDifference(value: number | null, language: string): string {
  const text = formatScore(value, language).replace('-', '−');
  if (value === null || Math.abs(value) < 0.0005) return text.replace('−', '');
  return value > 0 ? `+${text}` : text;
}
