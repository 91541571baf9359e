import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOn } from './fixtures/run-on.ts';
import { setOf, square } from './fixtures/set-of.ts';
import { drawParts, shareOut } from './split.ts';
import { DEFAULT_STEPS } from './tool-step.ts';

const step = DEFAULT_STEPS.split;

describe('shareOut', () => {
  it('shares all out, none more than one from its share', () => {
    const weight = fc.double({ min: 0, max: 100, noNaN: true });
    const weights = fc
      .array(weight, { minLength: 1, maxLength: 5 })
      .filter((list) => list.reduce((sum, each) => sum + each, 0) > 1e-3);
    fc.assert(
      fc.property(fc.nat(10_000), weights, (count, list) => {
        const whole = list.reduce((sum, each) => sum + each, 0);
        const shares = shareOut(count, list);
        expect(shares.reduce((sum, each) => sum + each, 0)).toBe(count);
        for (const [at, share] of shares.entries()) {
          expect(Math.abs(share - (count * list[at]) / whole)).toBeLessThan(1 + 1e-6);
        }
      }),
    );
  });
});

describe('a split', () => {
  const files = () => {
    const names = Array.from({ length: 20 }, (_, i) => `${i < 10 ? 'sick' : 'healthy'}/${i}`);
    return Object.fromEntries(
      names.flatMap((name) => {
        const [folder, file] = name.split('/');
        return [
          [`${folder}/images/${file}.png`, square(1)],
          [`${folder}/masks/${file}.png`, square(1)],
        ];
      }),
    );
  };

  it('shares out each class alike and keeps pairs together', async () => {
    const { names } = await runOn(step, setOf(files()));
    expect(names.length).toBe(40);
    for (const folder of ['sick', 'healthy']) {
      const count = (part: string) =>
        names.filter((name) => name.startsWith(`${part}/${folder}/images/`)).length;
      expect(['train', 'val', 'test'].map(count)).toEqual([8, 1, 1]);
    }
    for (const name of names.filter((each) => each.includes('/images/'))) {
      expect(names).toContain(name.replace('/images/', '/masks/'));
    }
  });

  it('is the same for a seed and another for another', () => {
    const { groups } = setOf(files());
    const draw = (seed: number) => [...drawParts(groups, { ...step, seed })];
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  it('keeps files to the byte, the layout of pix2pixHD, and tables that belong to a pair', async () => {
    const jpeg = Uint8Array.of(1, 2, 3);
    const set = setOf({
      'train_A/x.png': square(1),
      'train_B/x.jpg': jpeg,
      'spots/x.csv': Uint8Array.of(7),
    });
    const made = await runOn({ ...step, train: 0, val: 1, test: 0 }, set);
    expect(made.names.sort()).toEqual(['val_A/x.png', 'val_B/x.jpg']);
    expect(made.bytes('val_B/x.jpg')).toEqual(jpeg);
    const table = setOf({ 'images/x.png': square(1), 'spots/x.csv': Uint8Array.of(7) });
    const { names } = await runOn({ ...step, train: 1, val: 0, test: 0 }, table);
    expect(names).toEqual(['train/images/x.png', 'train/spots/x.csv']);
  });
});
