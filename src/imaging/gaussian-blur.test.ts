import { expect, it } from 'vitest';
import { gaussianBlur } from './gaussian-blur.ts';

const VALUES = Float32Array.of(0, 0, 0, 0, 0, 9, 0, 1, 2, 0, 0, 0);

// Reference: scipy.ndimage.gaussian_filter 1.10, mode='reflect'.
it.each([
  {
    sigma: 0.8,
    expected: [
      0.5967440605163574, 1.141005277633667, 0.5777826905250549, 0.23226192593574524,
      1.4890341758728027, 2.3804283142089844, 1.162675142288208, 0.4638836085796356,
      1.6206260919570923, 1.493414282798767, 0.6092617511749268, 0.23288266360759735,
    ],
  },
  {
    sigma: 2,
    expected: [
      1.1501781940460205, 1.0512125492095947, 0.9003849625587463, 0.7862327098846436,
      1.192480444908142, 1.0849770307540894, 0.9226384162902832, 0.8007420301437378,
      1.2340987920761108, 1.1180837154388428, 0.9442838430404663, 0.8146873712539673,
    ],
  },
])('is what SciPy gives for sigma $sigma', ({ sigma, expected }) => {
  const blurred = gaussianBlur(VALUES, 4, 3, sigma);
  for (let i = 0; i < expected.length; i++) expect(blurred[i]).toBeCloseTo(expected[i], 6);
});

it('changes nothing for sigma 0', () => {
  expect(gaussianBlur(VALUES, 4, 3, 0)).toEqual(VALUES);
});
