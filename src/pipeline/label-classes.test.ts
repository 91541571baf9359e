import { describe, expect, it } from 'vitest';
import { exampleImageManifest } from './fixtures/example-manifests.ts';
import { labelClasses } from './label-classes.ts';

function objectClass(labelNc: number, changes: Partial<typeof exampleImageManifest> = {}): number {
  const { config } = exampleImageManifest;
  const { background, object } = labelClasses({
    ...exampleImageManifest,
    defaults: {},
    ...changes,
    config: { ...config, labelNc },
  });
  expect(background).toBe(0);
  return object;
}

describe('labelClasses', () => {
  it.each([2, 35, 0])('draws objects as class 1 of %i', (labelNc) => {
    expect(objectClass(labelNc)).toBe(1);
    expect(objectClass(labelNc, { styleClusters: undefined })).toBe(1);
    expect(objectClass(labelNc, { styleClusters: { 0: [[1]] } })).toBe(1);
  });

  it('takes the class that has styles where class 1 has none', () => {
    expect(objectClass(35, { styleClusters: { 0: [[1]], 33: [[2]], 26: [[3]] } })).toBe(26);
  });

  it('follows what the model says, as far as there are classes', () => {
    expect(objectClass(35, { defaults: { objectClass: 11 } })).toBe(11);
    expect(objectClass(8, { defaults: { objectClass: 11 } })).toBe(7);
    expect(objectClass(1)).toBe(0);
  });
});
