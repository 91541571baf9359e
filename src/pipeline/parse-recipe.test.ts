import { describe, expect, it } from 'vitest';
import { exampleRecipe } from './fixtures/example-recipe.ts';
import { parseRecipe } from './parse-recipe.ts';

function withField(path: string, value: unknown): unknown {
  const recipe = structuredClone(exampleRecipe) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() as string;
  const group = keys.reduce((object, key) => object[key] as Record<string, unknown>, recipe);
  if (value === undefined) delete group[last];
  else group[last] = value;
  return recipe;
}

describe('parseRecipe', () => {
  it('gives back a good recipe unchanged', () => {
    expect(parseRecipe(JSON.parse(JSON.stringify(exampleRecipe)))).toEqual(exampleRecipe);
  });

  it('takes the special values', () => {
    expect(parseRecipe(withField('truth.threshold', 'otsu'))).toMatchObject({
      truth: { threshold: 'otsu' },
    });
    expect(parseRecipe(withField('noiseMode', undefined))).toMatchObject({ noiseMode: 'const' });
    for (const field of ['blend', 'mix', 'canvas', 'style.palette']) {
      expect(parseRecipe(withField(field, undefined))).toEqual(exampleRecipe);
    }
    expect(parseRecipe(withField('imageModel', null))).toMatchObject({ imageModel: null });
  });

  it.each([
    ['seed', -1, '-1', 'a whole number from 0 to 4294967295'],
    ['seed', 2 ** 32, '4294967296', 'a whole number from 0 to 4294967295'],
    ['psi', 'much', '"much"', 'a number from -10 to 10'],
    ['truth.threshold', 'auto', '"auto"', 'a number from 0 to 256, or otsu'],
    ['noiseMode', 'pink', '"pink"', 'const or random or none'],
    ['truth.split', 'knife', '"knife"', 'components or watershed'],
    ['size.width', 0, '0', 'a whole number from 1 to 16384'],
    ['maskModel.sha256', 'abc', '"abc"', 'a SHA-256 in hex'],
    ['style.byInstance', { '-3': 1 }, '"-3"', 'an instance id'],
    ['truth.fillHoles', undefined, 'undefined', 'this field to be there'],
    ['maskModel', null, 'null', 'an object'],
    ['truth.brightness', 3, 'a field that recipes do not have', 'only the known fields'],
  ])('refuses %s = %j and names the field', (path, value, found, expected) => {
    expect(() => parseRecipe(withField(path, value), 'r.json')).toThrowError(
      expect.objectContaining({
        code: 'bad-recipe',
        details: expect.objectContaining({
          found,
          expected,
          where: expect.stringContaining(`r.json, field ${path}`),
        }),
      }),
    );
  });

  it('refuses another version before it looks at fields', () => {
    expect(() => parseRecipe({ version: 7 })).toThrowError(
      expect.objectContaining({
        code: 'bad-recipe',
        details: expect.objectContaining({ found: 'recipe version 7' }),
      }),
    );
  });

  it.each([null, 3, 'recipe', []])('refuses %j', (value) => {
    expect(() => parseRecipe(value)).toThrowError(expect.objectContaining({ code: 'bad-recipe' }));
  });
});
