import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { writeBundle } from '../../src/checkpoints/bundle/write-bundle.ts';
import { bytesSource } from '../../src/checkpoints/byte-source.ts';
import { fixtureBytes } from '../../src/checkpoints/fixtures/open-fixture.ts';
import { openModelFiles } from '../../src/checkpoints/group-files.ts';
import { generatorShapes } from '../../src/checkpoints/pix2pixhd-shapes.ts';
import { elementsOf, writeTorchZip } from '../../src/checkpoints/torch/write-torch.ts';

/** A small StyleGAN2 bundle with a card, as a ZIP. */
export async function bundleWithCard(name: string, card: string): Promise<Buffer> {
  const snapshot = bytesSource('tiny.pkl', fixtureBytes('02_sg2_g32_cond.pkl'));
  const files: Record<string, Uint8Array> = {};
  await writeBundle(openModelFiles({ kind: 'stylegan', snapshot }), {
    name,
    precision: 'float16',
    licence: 'for tests',
    card,
    sink: {
      writeFile(file, bytes) {
        files[`${name}/${file}`] = bytes.slice();
      },
    },
  });
  return Buffer.from(zipSync(files, { level: 0 }));
}

/** A pix2pixHD generator of twelve million numbers on disk: converting it takes some seconds. */
export async function largeGenerator(): Promise<string> {
  const shapes = generatorShapes({
    netG: 'global',
    norm: 'instance',
    generatorInputNc: 3,
    outputNc: 3,
    ngf: 32,
    nDownsampleGlobal: 3,
    nBlocksGlobal: 9,
    nLocalEnhancers: 0,
    nBlocksLocal: 0,
  } as Parameters<typeof generatorShapes>[0]);
  const tensors = [...shapes].map(([name, shape]) => ({
    name,
    shape,
    read: () => new Float32Array(elementsOf(shape)),
  }));
  const path = join(mkdtempSync(join(tmpdir(), 'cytoforge-large-')), 'latest_net_G.pth');
  await writeFile(path, writeTorchZip(tensors));
  return path;
}

/** Files of `damagedCheckpoints`, as a person would choose them. */
export function chosenFiles(files: [name: string, bytes: Uint8Array][]) {
  return files.map(([name, bytes]) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  }));
}
