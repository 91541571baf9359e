/**
 * Moves what every bin has beyond `limit` to bins below it, in equal parts; those that come near the limit are filled up
 * to it. Gives how much found no place, negative when the filling took more than there was.
 */
function spreadEvenly(histogram: Int32Array, limit: number): number {
  let excess = 0;
  histogram.forEach((count, bin) => {
    if (count <= limit) return;
    excess += count - limit;
    histogram[bin] = limit;
  });
  const share = Math.floor(excess / histogram.length);
  const upper = limit - share;
  histogram.forEach((count, bin) => {
    const raised = count < upper ? count + share : count;
    histogram[bin] = raised >= upper && raised < limit ? limit : raised;
    excess -= histogram[bin] - count;
  });
  return excess;
}

/** One round over the bins below `limit`, from `first` in steps: each gets one. Gives how many there were. */
function giveOneEach(histogram: Int32Array, limit: number, first: number, step: number): number {
  let given = 0;
  for (let bin = first; bin < histogram.length; bin += step) {
    if (histogram[bin] >= limit) continue;
    histogram[bin]++;
    given++;
  }
  return given;
}

/**
 * A histogram of which no bin has more than `limit`: what is beyond goes to the others, first in equal parts and then one
 * by one at equal steps (scikit-image's `clip_histogram`). What finds no place is dropped.
 */
export function clipHistogram(counts: Int32Array, limit: number): Int32Array {
  const histogram = counts.slice();
  let excess = spreadEvenly(histogram, limit);
  while (excess > 0) {
    const before = excess;
    for (let first = 0; first < histogram.length && excess > 0; first++) {
      const room = histogram.reduce((sum, count) => sum + (count < limit ? 1 : 0), 0);
      const step = Math.max(1, Math.floor(room / excess));
      excess -= giveOneEach(histogram, limit, first, step);
    }
    if (excess === before) break;
  }
  return histogram;
}
