import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { encodeGreyPng, encodeLabelPng } from '../imaging/encode-png.ts';
import { drawDiscs } from '../segmentation/fixtures/drawn-discs.ts';
import { runCommand } from './fixtures/run-command.ts';
import { openBundle } from './open-bundle.ts';
import { registerTrain } from './train.ts';

const folder = mkdtempSync(join(tmpdir(), 'train-'));
const at = (...names: string[]) => join(folder, ...names);
mkdirSync(at('set', 'images'), { recursive: true });
mkdirSync(at('set', 'masks'));
for (const [i, x] of [12, 20, 28].entries()) {
  const { image, truth } = drawDiscs(48, 40, [
    { x, y: 14, radius: 6 },
    { x: 40 - x, y: 30, radius: 5 },
  ]);
  const grey = { ...image, channels: 1 as const, data: Uint8Array.from(image.data) };
  writeFileSync(at('set', 'images', `${i}.png`), encodeGreyPng(grey));
  writeFileSync(at('set', 'masks', `${i}.png`), encodeLabelPng(truth));
}
afterAll(() => rmSync(folder, { recursive: true }));

const train = (...args: string[]) =>
  runCommand(
    [registerTrain],
    ...['train', 'segmenter', '--network', 'u2netp', '--data', at('set'), '--outdir', at('out')],
    ...['--crop', '32', '--batch', '1', '--validate-every', '1', '--recalibrate', '0', ...args],
  );

describe('cytoforge train segmenter', () => {
  it('trains, goes on, and leaves a bundle that opens, with all that made it', async () => {
    expect((await train('--steps', '1', '--name', 'discs', '--licence', 'CC0-1.0')).status).toBe(0);
    const again = await train('--steps', '2');
    expect(again.status).toBe(2);
    expect(again.stderr).toMatch(/--resume/);
    const args = ['--steps', '2', '--resume', '--name', 'discs', '--licence', 'CC0-1.0'];
    const { status, stdout } = await train(...args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/discs after [12] of 2 steps/);
    const steps = readFileSync(at('out', 'stats.jsonl'), 'utf8').trim().split('\n');
    expect(steps.map((line) => JSON.parse(line).step)).toEqual([1, 1, 2, 2]);
    const list = readFileSync(at('out', 'data.sha256'), 'utf8').trim().split('\n');
    expect(list).toHaveLength(6);
    expect(list[0]).toMatch(/^[0-9a-f]{64} {2}images\/0\.png$/);
    const record = JSON.parse(readFileSync(at('out', 'training.json'), 'utf8'));
    expect(record).toMatchObject({ network: 'u2netp', architecture: 'u2net' });
    expect(record.data.validation).toHaveLength(1);
    const { manifest } = await openBundle(at('out', 'bundle'));
    expect(manifest).toMatchObject({
      ...{ name: 'discs', architecture: 'u2net' },
      config: { variant: 'u2netp', inputSize: 320 },
      provenance: { licence: 'CC0-1.0' },
    });
    expect(readFileSync(at('out', 'bundle', 'card.md'), 'utf8')).toContain('3 images with some 6');
  }, 240_000);
});
