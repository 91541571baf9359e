import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { drawLabels, TOY_PREDICTION, TOY_TRUTH } from '../evaluation/fixtures/draw-labels.ts';
import { encodeLabelPng } from '../imaging/encode-png.ts';
import type { LabelImage } from '../imaging/image.ts';
import { registerEvaluate } from './evaluate.ts';
import { runCommand } from './fixtures/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
const at = (...names: string[]) => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true }));

function write(labels: LabelImage, ...path: string[]): void {
  mkdirSync(at(...path.slice(0, -1)), { recursive: true });
  writeFileSync(at(...path), encodeLabelPng(labels));
}

const EMPTY = drawLabels(60, 60, []);
const ONE = drawLabels(60, 60, [[1, 10, 20, 10, 20]]);
write(TOY_TRUTH, 'truth', 'a.png');
write(EMPTY, 'truth', 'b.png');
write(TOY_PREDICTION, 'pred', 'a_cp_masks.png');
write(EMPTY, 'pred', 'b_cp_masks.png');
write(TOY_PREDICTION, 'some', 'a.png');
write(drawLabels(30, 60, []), 'small', 'a.png');
write(EMPTY, 'small', 'b.png');
for (const id of [1, 2]) {
  const mask = TOY_TRUTH.data.map((each) => (each === id ? 255 : 0));
  write({ ...TOY_TRUTH, data: mask }, 'bowl', 'a', 'masks', `${id}.png`);
}
write(ONE, 'bowl', 'a', 'images', 'a.png');

const evaluate = (truth: string, pred: string, ...args: string[]) =>
  runCommand([registerEvaluate], 'evaluate', '--truth', at(truth), '--pred', at(pred), ...args);

describe('cytoforge evaluate', () => {
  it('prints the figures of a set, and what they are', async () => {
    const { status, stdout } = await evaluate('truth', 'pred');
    expect(status).toBe(0);
    expect(stdout).toContain('2 images, 4 true objects, 4 predicted');
    // The image without objects has no AP, so it is in no mean.
    expect(stdout).toMatch(/^ap50 +0\.3333 +0\.3333 {2}TP \/ \(TP \+ FP \+ FN\)/m);
    expect(stdout).toMatch(/^aji +0\.3222/m);
    expect(stdout).toContain('1 correct, 0 missed, 0 extra, 1 split, 1 merged');
  });

  it('prints JSON with objects and protocol', async () => {
    const { stdout } = await evaluate('truth', 'pred', '--json');
    const { protocol, set, images } = JSON.parse(stdout);
    expect(protocol).toMatchObject({ truth: at('truth'), thresholds: expect.any(Array) });
    expect(protocol.figures.aji).toContain('Kumar');
    expect(set.pooled.seg).toBeCloseTo(0.315657, 6);
    expect(images[0].truth[1]).toMatchObject({ id: 2, verdict: 'split' });
    expect(images[1].figures.ap50).toBeNull();
  });

  it('prints a line of CSV for every image', async () => {
    const { stdout } = await evaluate('truth', 'pred', '--csv');
    const [header, first, second, ...rest] = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    expect(header.slice(0, 6)).toEqual([
      'image',
      'width',
      'height',
      'true_objects',
      'predicted_objects',
      'ap50',
    ]);
    expect(first.slice(0, 5)).toEqual(['a', '60', '60', '4', '4']);
    expect(second.slice(0, 6)).toEqual(['b', '60', '60', '0', '0', '']);
    expect([first.length, second.length, rest]).toEqual([header.length, header.length, []]);
  });

  it('reads the masks of the 2018 Data Science Bowl as truth', async () => {
    const { stdout } = await evaluate('bowl', 'some', '--json');
    expect(JSON.parse(stdout).set.counts.trueObjects).toBe(2);
  });

  it('can be limited to what both have', async () => {
    const { status, stdout } = await evaluate('truth', 'some', '--common');
    expect(status).toBe(0);
    expect(stdout).toContain('1 images, 4 true objects');
  });

  it.each([
    ['truth', 'some', [], 2, /found: b · expected: maps of these names in --pred/],
    ['some', 'truth', [], 2, /at: --pred · found: b/],
    ['truth', 'small', [], 1, /differ in size.*at: a.*30 × 60.*60 × 60/],
    ['truth', 'nowhere', [], 1, /could not be read/],
    ['truth', 'pred', ['--json', '--csv'], 2, /cannot be used with/],
  ])('refuses %s with %s %j', async (truth, pred, args, expected, message) => {
    const { status, stdout, stderr } = await evaluate(truth, pred, ...args);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^cytoforge: [^\n]*\n$/);
    expect({ status, stdout }).toEqual({ status: expected, stdout: '' });
  });
});
