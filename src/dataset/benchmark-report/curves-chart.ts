import type { CurvePoint } from '../../evaluation/average-precision-curve.ts';
import { escapeHtml } from '../report/escape-html.ts';
import { SHADE_COUNT } from './benchmark-style.ts';

/** The curve of one algorithm. */
export interface NamedCurve {
  name: string;
  points: readonly CurvePoint[];
}

const WIDTH = 640;
const HEIGHT = 300;
const EDGE = { left: 40, right: 12, top: 10, bottom: 40 };
const FROM = 0.5;
const TO = 0.95;

const x = (threshold: number) =>
  EDGE.left + ((threshold - FROM) / (TO - FROM)) * (WIDTH - EDGE.left - EDGE.right);
const y = (value: number) => EDGE.top + (1 - value) * (HEIGHT - EDGE.top - EDGE.bottom);
const at = (value: number) => value.toFixed(1);

const line = (x1: number, y1: number, x2: number, y2: number) =>
  `<line class="axis" x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}"/>`;

function axes(threshold: string): string {
  const rows = [0, 0.25, 0.5, 0.75, 1].map(
    (value) =>
      `${line(EDGE.left, y(value), WIDTH - EDGE.right, y(value))}<text x="${EDGE.left - 6}" y="${at(y(value) + 4)}" text-anchor="end">${value}</text>`,
  );
  const columns = [0.5, 0.6, 0.7, 0.8, 0.9].map(
    (value) =>
      `<text x="${at(x(value))}" y="${HEIGHT - EDGE.bottom + 16}" text-anchor="middle">${value}</text>`,
  );
  const title = `<text x="${at((EDGE.left + WIDTH) / 2)}" y="${HEIGHT - 6}" text-anchor="middle">${escapeHtml(threshold)}</text>`;
  return [...rows, ...columns, title].join('');
}

/** The colours of the algorithms, in their order. */
export function curveKey(names: readonly string[]): string {
  const entries = names.map(
    (name, order) => `<span><i class="shade-${order % SHADE_COUNT}"></i>${escapeHtml(name)}</span>`,
  );
  return `<div class="curve-key">${entries.join('')}</div>`;
}

/** Curves of AP over IoU thresholds as SVG, with a key. */
export function curvesChart(
  label: string,
  threshold: string,
  curves: readonly NamedCurve[],
): string {
  const lines = curves.map(({ name, points }, order) => {
    const drawn = points.flatMap(({ threshold: each, averagePrecision }) =>
      averagePrecision === null ? [] : [`${at(x(each))},${at(y(averagePrecision))}`],
    );
    return `<polyline class="curve shade-${order % SHADE_COUNT}" points="${drawn.join(' ')}"><title>${escapeHtml(name)}</title></polyline>`;
  });
  const svg = `<svg class="plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(label)}">${axes(threshold)}${lines.join('')}</svg>`;
  return `${curveKey(curves.map(({ name }) => name))}${svg}`;
}
