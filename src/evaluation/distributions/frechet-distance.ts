import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { FeatureMoments } from './feature-moments.ts';

/** Rounding leaves eigenvalues that should be 0 a little below it. */
const root = (value: number): number => Math.sqrt(Math.max(0, value));

const symmetric = (matrix: Matrix) =>
  new EigenvalueDecomposition(matrix, { assumeSymmetric: true });

/** The square root of a symmetric matrix without negative eigenvalues. */
function symmetricRoot(matrix: Matrix): Matrix {
  const { eigenvectorMatrix: vectors, realEigenvalues } = symmetric(matrix);
  return vectors.mmul(Matrix.diag(realEigenvalues.map(root))).mmul(vectors.transpose());
}

/**
 * Fréchet distance of two normal distributions with these means and covariances,
 * `|mean1 - mean2|² + tr(C1 + C2 - 2 (C1 C2)^½)`, as the FID has it (Heusel et al. 2017). The trace of the root is
 * that of the symmetric `(C1^½ C2 C1^½)^½`, whose eigenvalues are real.
 * @returns 0 or more, in squared units of the features; NaN when either has no rows.
 */
export function frechetDistance(a: FeatureMoments, b: FeatureMoments): number {
  const columns = a.mean.length;
  const isEmpty = ({ mean }: FeatureMoments) => mean.length === 0 || mean.some(Number.isNaN);
  if (isEmpty(a) || isEmpty(b)) return Number.NaN;
  const [first, second] = [a, b].map(({ covariance }) =>
    Matrix.from1DArray(columns, columns, covariance),
  );
  const firstRoot = symmetricRoot(first);
  const middle = firstRoot.mmul(second).mmul(firstRoot);
  const balanced = middle.add(middle.transpose()).mul(0.5);
  const traceOfRoot = symmetric(balanced).realEigenvalues.reduce(
    (sum, value) => sum + root(value),
    0,
  );
  const apart = a.mean.reduce((sum, mean, at) => sum + (mean - b.mean[at]) ** 2, 0);
  return Math.max(0, apart + first.trace() + second.trace() - 2 * traceOfRoot);
}
