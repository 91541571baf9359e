/**
 * How much of each keyframe's w is in a frame: cubic interpolation over the keyframes repeated twice on each side,
 * so that the last frame runs into the first (`gen_video.py`, spec A.12). The interpolation is linear in its
 * values, so a frame's w is a sum of the keyframes', with weights that can be known without the w.
 */

/** Repeats of the keyframes on each side of the ones that are played. */
const WRAPS = 2;

/** Below half a unit in the last place of a float32 sum. */
const NEGLIGIBLE = 2 ** -30;

/** Second derivatives at whole numbers of the cubic spline through `y`, not-a-knot at both ends (de Boor). */
function secondDerivatives(y: Float64Array): Float64Array {
  const last = y.length - 1;
  const m = new Float64Array(y.length);
  const load = (i: number) => 6 * (y[i - 1] - 2 * y[i] + y[i + 1]);
  // Not-a-knot: the third derivative goes on across the first inner knot, which leaves 6 m = load there.
  m[1] = load(1) / 6;
  m[last - 1] = load(last - 1) / 6;
  // The rest is m[i-1] + 4 m[i] + m[i+1] = load, solved downwards and then back.
  const above = new Float64Array(y.length);
  for (let i = 2; i < last - 1; i++) {
    const pivot = 4 - (i > 2 ? above[i - 1] : 0);
    above[i] = 1 / pivot;
    m[i] = (load(i) - m[i - 1] - (i === last - 2 ? m[last - 1] : 0)) / pivot;
  }
  for (let i = last - 3; i >= 2; i--) m[i] -= above[i] * m[i + 1];
  m[0] = 2 * m[1] - m[2];
  m[last] = 2 * m[last - 1] - m[last - 2];
  return m;
}

/** The spline's value `u` of the way from knot `i` to the next. */
function splineAt(y: Float64Array, m: Float64Array, i: number, u: number): number {
  const v = 1 - u;
  const bend = (v ** 3 - v) * m[i] + (u ** 3 - u) * m[i + 1];
  return v * y[i] + u * y[i + 1] + bend / 6;
}

/** The splines of every keyframe over the wrapped knots: 1 at its own, 0 at the others. */
function keyframeSplines(keyframes: number): { y: Float64Array; m: Float64Array }[] {
  const knots = keyframes * (2 * WRAPS + 1);
  return Array.from({ length: keyframes }, (_, keyframe) => {
    const y = Float64Array.from({ length: knots }, (_, i) => (i % keyframes === keyframe ? 1 : 0));
    return { y, m: secondDerivatives(y) };
  });
}

/** Weights `[keyframes]` at `u` of the way from a keyframe to the next. */
function weightsAt(
  splines: readonly { y: Float64Array; m: Float64Array }[],
  knot: number,
  u: number,
): Float64Array {
  const weights = splines.map(({ y, m }) => splineAt(y, m, splines.length * WRAPS + knot, u));
  return Float64Array.from(weights, (weight) => (Math.abs(weight) < NEGLIGIBLE ? 0 : weight));
}

/**
 * Weights `[frames][keyframes]` of a loop of `keyframes * framesPerKeyframe` frames, as
 * `scipy.interpolate.interp1d(kind='cubic')` interpolates. A frame on a keyframe is that keyframe alone; weights
 * too small to be seen in float32 are 0.
 * @param keyframes At least 1.
 */
export function keyframeWeights(keyframes: number, framesPerKeyframe: number): Float64Array[] {
  const splines = keyframeSplines(keyframes);
  return Array.from({ length: keyframes * framesPerKeyframe }, (_, at) =>
    weightsAt(
      splines,
      Math.floor(at / framesPerKeyframe),
      (at % framesPerKeyframe) / framesPerKeyframe,
    ),
  );
}

/**
 * Weights `[keyframes]` at any place of the same loop.
 * @param keyframes At least 1.
 * @param at 0 .. `keyframes`, both of which are the first keyframe.
 */
export function keyframeWeightsAt(keyframes: number, at: number): Float64Array {
  const knot = Math.floor(at);
  return weightsAt(keyframeSplines(keyframes), knot, at - knot);
}
