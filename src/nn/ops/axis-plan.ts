/**
 * One axis of "insert zeros, pad, filter, keep every n-th" as a convolution over blocks of samples.
 *
 * The operator is periodic: `down` input samples further on, the outputs repeat `up` samples further on. A
 * block of outputs is therefore the same small matrix times a few neighbouring blocks of inputs, which is
 * an ordinary convolution with the samples of a block as channels. It does two to three times the
 * multiplications of the filter itself, none of the inserted zeros, and all of them at the speed of an
 * ordinary convolution, where a depthwise or one-channel one is 20 times slower.
 */
export interface AxisPlan {
  /** Samples of one input block (channels in) and of one output block (channels out). */
  blockIn: number;
  blockOut: number;
  /** Width of the convolution in blocks. */
  reach: number;
  /** Input index of the first sample of the first block; negative is padding. */
  first: number;
  /** Output blocks, and the samples of them that count. */
  blocks: number;
  outSize: number;
  /** Samples of the padded or cropped input: `(blocks + reach - 1) * blockIn`. */
  paddedSize: number;
  /** Tap read by input sample `c` of block `j` for output sample `o` of the block; may be out of range. */
  tapIndex(j: number, c: number, o: number): number;
}

/** What one axis has to do. `outSize` may be larger or smaller than the natural one. */
export interface AxisTask {
  taps: number;
  up: number;
  down: number;
  /** Zeros before the first sample, counted after zero insertion; negative crops. */
  padLow: number;
  outSize: number;
}

/**
 * Output samples of a block. Eight fill the vector lanes of XNNPACK and the four-wide loads of WebGPU; more
 * would only widen the part of the small matrix that is zero.
 */
const BLOCK = 8;

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** Lays out one axis. */
export function planAxis({ taps, up, down, padLow, outSize }: AxisTask): AxisPlan {
  const divisor = gcd(up, down);
  const periods = Math.ceil((BLOCK * divisor) / up);
  const blockIn = (periods * down) / divisor;
  const blockOut = (periods * up) / divisor;
  const first = Math.ceil(-padLow / up);
  const last = Math.floor(((blockOut - 1) * down + taps - 1 - padLow) / up);
  const reach = Math.max(1, Math.ceil((last - first + 1) / blockIn));
  const blocks = Math.ceil(outSize / blockOut);
  return {
    blockIn,
    blockOut,
    reach,
    first,
    blocks,
    outSize,
    paddedSize: (blocks + reach - 1) * blockIn,
    tapIndex: (j, c, o) => (first + j * blockIn + c) * up + padLow - o * down,
  };
}

/**
 * The convolution kernel `[rows, reach, blockIn, blockOut]` of a plan. `tap(row, index)` gives the taps in
 * correlation order.
 */
export function blockKernel(
  plan: AxisPlan,
  rows: number,
  taps: number,
  tap: (row: number, index: number) => number,
): Float32Array {
  const { reach, blockIn, blockOut } = plan;
  const values = new Float32Array(rows * reach * blockIn * blockOut);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < reach; j++) {
      for (let c = 0; c < blockIn; c++) {
        for (let o = 0; o < blockOut; o++, at++) {
          const index = plan.tapIndex(j, c, o);
          if (index >= 0 && index < taps) values[at] = tap(row, index);
        }
      }
    }
  }
  return values;
}
