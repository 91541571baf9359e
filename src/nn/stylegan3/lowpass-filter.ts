import { type FirFilter, planarFilter, separableFilter } from '../ops/fir-filter.ts';

/** A low-pass filter in the units of its sampling rate (spec A.4). */
export interface LowpassDesign {
  taps: number;
  cutoff: number;
  /** Full width of the transition band. */
  width: number;
  samplingRate: number;
  /** Rotationally symmetric (two-dimensional) instead of separable. */
  radial: boolean;
}

/** Modified Bessel function of the first kind, order 0. */
function besselI0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (x / 2 / k) ** 2;
    sum += term;
  }
  return sum;
}

/** Bessel function of the first kind, order 1; its integral over a period, which the trapezoid rule hits. */
function besselJ1(x: number): number {
  const points = 64 + 2 * Math.ceil(Math.abs(x));
  let sum = 0;
  for (let i = 0; i < points; i++) {
    const angle = (2 * Math.PI * i) / points;
    sum += Math.cos(angle - x * Math.sin(angle));
  }
  return sum / points;
}

function kaiserBeta(taps: number, relativeWidth: number): number {
  const attenuation = 2.285 * (taps - 1) * Math.PI * relativeWidth + 7.95;
  if (attenuation > 50) return 0.1102 * (attenuation - 8.7);
  if (attenuation <= 21) return 0;
  return 0.5842 * (attenuation - 21) ** 0.4 + 0.07886 * (attenuation - 21);
}

function kaiserWindow(taps: number, beta: number): number[] {
  const middle = (taps - 1) / 2;
  return Array.from({ length: taps }, (_, i) => {
    const position = (i - middle) / middle;
    return besselI0(beta * Math.sqrt(Math.max(0, 1 - position ** 2))) / besselI0(beta);
  });
}

function normalized(values: number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}

/** Designs a filter: Kaiser-windowed sinc, or Kaiser-windowed jinc. Null for a single tap. */
export function designLowpass(design: LowpassDesign): FirFilter | null {
  const { taps, cutoff, width, samplingRate, radial } = design;
  if (taps === 1) return null;
  const nyquist = samplingRate / 2;
  const window = kaiserWindow(taps, kaiserBeta(taps, width / nyquist));
  const positions = window.map((_, i) => i - (taps - 1) / 2);
  if (!radial) {
    const relative = cutoff / nyquist;
    const row = positions.map((m, i) => {
      const angle = Math.PI * relative * m;
      return (m === 0 ? relative : (relative * Math.sin(angle)) / angle) * window[i];
    });
    return separableFilter(normalized(row));
  }
  const plane = positions.flatMap((y, row) =>
    positions.map((x, column) => {
      const radius = Math.hypot(x / samplingRate, y / samplingRate) * Math.PI;
      const jinc = radius === 0 ? cutoff : besselJ1(2 * cutoff * radius) / radius;
      return jinc * window[row] * window[column];
    }),
  );
  return planarFilter(normalized(plane), taps, taps);
}
