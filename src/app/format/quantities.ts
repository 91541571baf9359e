/** Bytes as a person reads them, in powers of 1000 as file managers show them. */
export function formatBytes(bytes: number, language: string): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  return `${formatNumber(value, language, digits)} ${units[unit]}`;
}

/** A number with the language's grouping. */
export function formatNumber(value: number, language: string, digits = 0): string {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** A number to two significant digits: `12`, `0.55`, `0.0017`. */
export function formatDecimal(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(value);
}

/** Milliseconds: `38 ms`, `1.2 s`, `14 s`. */
export function formatMilliseconds(ms: number, language: string): string {
  if (ms < 999.5) return `${formatNumber(ms, language)} ms`;
  return `${formatNumber(ms / 1000, language, ms < 9950 ? 1 : 0)} s`;
}

/** A duration in the largest unit that keeps it readable: key of `unit.*` and its number. */
export function roundDuration(seconds: number): {
  unit: 'seconds' | 'minutes' | 'hours';
  n: number;
} {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 90) return { unit: 'seconds', n: whole };
  const minutes = Math.round(whole / 60);
  if (minutes < 90) return { unit: 'minutes', n: minutes };
  return { unit: 'hours', n: Math.round(whole / 360) / 10 };
}
