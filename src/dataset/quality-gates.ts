import type { SampleFacts } from './sample-facts.ts';

/** A closed range; null leaves an end open. */
export interface GateRange {
  from: number | null;
  to: number | null;
}

/** What a sample must be like to come into the set. */
export interface QualityGates {
  /** Objects in the sample. */
  cells: GateRange;
  /** No object may touch the border. */
  noBorder: boolean;
  /** Share of the pixels that are in objects, 0..1. */
  coverage: GateRange;
  /** Mean grey level of the image, 0..255; samples without an image pass. */
  intensity: GateRange;
  /** So many candidates are tried for one place in the set before it stays empty. */
  tries: number;
}

/** One gate that a sample did not pass. */
export interface GateFailure {
  gate: 'cells' | 'border' | 'coverage' | 'intensity';
  /** What was measured: a count, a share, a grey level, or objects on the border. */
  found: number;
  /** The range that was asked for. */
  from: number | null;
  to: number | null;
}

/** Gates that let everything through. */
export const OPEN_GATES: QualityGates = {
  cells: { from: null, to: null },
  noBorder: false,
  coverage: { from: null, to: null },
  intensity: { from: null, to: null },
  tries: 20,
};

const isOpen = ({ from, to }: GateRange): boolean => from === null && to === null;

/** Whether any sample could be rejected. */
export function hasGates({ cells, noBorder, coverage, intensity }: QualityGates): boolean {
  return noBorder || ![cells, coverage, intensity].every(isOpen);
}

function outside(
  gate: GateFailure['gate'],
  found: number,
  { from, to }: GateRange,
): GateFailure | null {
  const inside = (from === null || found >= from) && (to === null || found <= to);
  return inside ? null : { gate, found, from, to };
}

/** The gates that a sample does not pass; none when it may come into the set. */
export function judgeSample(facts: SampleFacts, gates: QualityGates): GateFailure[] {
  const onBorder = facts.objects.filter(({ touchesBorder }) => touchesBorder).length;
  return [
    outside('cells', facts.objects.length, gates.cells),
    gates.noBorder ? outside('border', onBorder, { from: 0, to: 0 }) : null,
    outside('coverage', facts.coverage, gates.coverage),
    facts.intensity === null ? null : outside('intensity', facts.intensity, gates.intensity),
  ].filter((failure) => failure !== null);
}
