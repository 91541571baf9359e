import { escapeHtml } from './escape-html.ts';
import { axisTicks, histogramOf } from './histogram.ts';

const WIDTH = 420;
const HEIGHT = 180;
const WIDEST_BAR = 56;
const EDGE = { left: 8, right: 8, top: 10, bottom: 26 };
const INNER = { width: WIDTH - EDGE.left - EDGE.right, height: HEIGHT - EDGE.top - EDGE.bottom };

/** One series of a chart. */
export interface Series {
  name: string;
  values: readonly number[];
}

const number = (value: number): string => String(Number(value.toPrecision(4)));

function frame(label: string, content: string): string {
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(label)}">${content}<line class="axis" x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${HEIGHT - EDGE.bottom}" y2="${HEIGHT - EDGE.bottom}"/></svg>`;
}

const tickText = (x: number, text: string) =>
  `<text x="${number(x)}" y="${HEIGHT - 8}" text-anchor="middle">${escapeHtml(text)}</text>`;

/**
 * Histograms of one or two series over their common range, as SVG: the first filled, the second as a line.
 * @param whole The values are counts.
 */
export function histogramChart(label: string, series: readonly Series[], whole: boolean): string {
  const { from, to, shares } = histogramOf(
    series.map(({ values }) => values),
    whole,
  );
  const highest = Math.max(...shares.flat(), 1e-9);
  const x = (value: number) => EDGE.left + ((value - from) / (to - from)) * INNER.width;
  const y = (share: number) => EDGE.top + (1 - share / highest) * INNER.height;
  const step = INNER.width / shares[0].length;
  const base = HEIGHT - EDGE.bottom;
  const bars = shares[0]
    .map((share, bin) => {
      if (share === 0) return '';
      const left = EDGE.left + bin * step;
      return `<rect class="bar" x="${number(left + 0.5)}" y="${number(y(share))}" width="${number(Math.max(1, step - 1))}" height="${number(base - y(share))}"/>`;
    })
    .join('');
  const outline = shares.slice(1).map((line) => {
    const points = line.flatMap((share, bin) => [
      `${number(EDGE.left + bin * step)},${number(y(share))}`,
      `${number(EDGE.left + (bin + 1) * step)},${number(y(share))}`,
    ]);
    return `<polyline class="outline" points="${EDGE.left},${base} ${points.join(' ')} ${WIDTH - EDGE.right},${base}"/>`;
  });
  const ticks = axisTicks(from, to)
    .filter((tick) => x(tick) > 12 && x(tick) < WIDTH - 12)
    .map((tick) => tickText(x(tick), number(tick)));
  return frame(label, `${bars}${outline.join('')}${ticks.join('')}`);
}

/** Counts by name, as bars. */
export function barChart(label: string, counts: readonly (readonly [string, number])[]): string {
  const highest = Math.max(1, ...counts.map(([, count]) => count));
  const step = INNER.width / Math.max(1, counts.length);
  const every = Math.ceil(counts.length / 16);
  const bars = counts.map(([name, count], at) => {
    const height = (count / highest) * (INNER.height - 12);
    const left = EDGE.left + at * step;
    const width = Math.min(WIDEST_BAR, step * 0.76);
    const top = HEIGHT - EDGE.bottom - height;
    const bar = `<rect class="bar" x="${number(left + (step - width) / 2)}" y="${number(top)}" width="${number(width)}" height="${number(height)}"/>`;
    if (at % every !== 0) return bar;
    const value = `<text x="${number(left + step / 2)}" y="${number(top - 4)}" text-anchor="middle">${count}</text>`;
    return `${bar}${value}${tickText(left + step / 2, name)}`;
  });
  return frame(label, bars.join(''));
}
