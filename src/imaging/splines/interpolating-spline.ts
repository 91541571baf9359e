/** B-splines of one degree over their knots. */
interface SplineBasis {
  degree: number;
  knots: Float64Array;
}

/**
 * FITPACK's knots for interpolation at `sites` (`fpregr` with no smoothing): both ends as often as the degree
 * and one, between them the sites (or, for an even degree, the middles between them) less those next to
 * the ends.
 */
function interpolationBasis(
  sites: Float64Array,
  [from, to]: [number, number],
  degree: number,
): SplineBasis {
  const knots = new Float64Array(sites.length + degree + 1);
  const skipped = (degree >> 1) + 1;
  for (let i = 0; i <= degree; i++) {
    knots[i] = from;
    knots[sites.length + i] = to;
  }
  for (let i = 0; i < sites.length - degree - 1; i++) {
    const site = sites[i + skipped];
    knots[degree + 1 + i] = degree % 2 ? site : (site + sites[i + skipped - 1]) / 2;
  }
  return { degree, knots };
}

/** The `degree + 1` splines that are not 0 at `x` (de Boor 1978), from the one called `first` on. */
function basisAt({ degree, knots }: SplineBasis, x: number): { first: number; values: number[] } {
  const last = knots.length - degree - 2;
  let interval = degree;
  while (interval < last && x >= knots[interval + 1]) interval++;
  let values = [1];
  for (let order = 1; order <= degree; order++) {
    const raised = new Array<number>(order + 1).fill(0);
    for (let i = 0; i < order; i++) {
      const left = knots[interval - order + 1 + i];
      const right = knots[interval + 1 + i];
      const share = values[i] / (right - left);
      raised[i] += share * (right - x);
      raised[i + 1] += share * (x - left);
    }
    values = raised;
  }
  return { first: interval - degree, values };
}

/** Solves `matrix * x = right` for all columns of `right`, in place, by elimination with pivots. */
function solveInPlace(matrix: Float64Array[], right: Float64Array[]): void {
  const size = matrix.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) pivot = row;
    }
    [matrix[column], matrix[pivot]] = [matrix[pivot], matrix[column]];
    [right[column], right[pivot]] = [right[pivot], right[column]];
    for (let row = 0; row < size; row++) {
      const factor = row === column ? 0 : matrix[row][column] / matrix[column][column];
      if (factor === 0) continue;
      for (let i = column; i < size; i++) matrix[row][i] -= factor * matrix[column][i];
      for (let i = 0; i < right[row].length; i++) right[row][i] -= factor * right[column][i];
    }
  }
  for (let row = 0; row < size; row++) {
    for (let i = 0; i < right[row].length; i++) right[row][i] /= matrix[row][row];
  }
}

/**
 * The spline through values at `sites`, one curve for each column of `rows`, at `positions`: FITPACK's
 * interpolating spline, as behind SciPy's `RectBivariateSpline`. For a surface, apply it along one axis and
 * then along the other.
 * @param sites Rising; more of them than `degree`.
 * @param ends Where the spline begins and ends; positions beyond get the value there.
 * @param rows `rows[i]` are the curves' values at `sites[i]`.
 * @returns By position, the curves' values there.
 */
export function interpolateSpline(
  sites: Float64Array,
  ends: [number, number],
  degree: number,
  rows: readonly Float64Array[],
  positions: Float64Array,
): Float64Array[] {
  const basis = interpolationBasis(sites, ends, degree);
  const coefficients = rows.map((row) => row.slice());
  const matrix = Array.from(sites, (site) => {
    const row = new Float64Array(sites.length);
    const { first, values } = basisAt(basis, site);
    row.set(values, first);
    return row;
  });
  solveInPlace(matrix, coefficients);
  return Array.from(positions, (position) => {
    const { first, values } = basisAt(basis, Math.min(Math.max(position, ends[0]), ends[1]));
    return rows[0].map((_, curve) =>
      values.reduce((sum, value, i) => sum + value * coefficients[first + i][curve], 0),
    );
  });
}
