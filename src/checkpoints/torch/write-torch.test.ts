import { describe, expect, it } from 'vitest';
import { bytesSource } from '../byte-source.ts';
import { joinBytes } from '../pickle/write-pickle.ts';
import { openStateDict } from './state-dict.ts';
import { torchTensorSource } from './tensor-map.ts';
import { type TensorToWrite, writeTorchLegacy, writeTorchZip } from './write-torch.ts';

/** More than ten, since keys are sorted as texts; one scalar, one empty. */
const tensors: TensorToWrite[] = Array.from({ length: 13 }, (_, index) => {
  const shape = index === 0 ? [] : index === 1 ? [0, 3] : [index, 2, 3];
  const length = shape.reduce((product, side) => product * side, 1);
  const data = Float32Array.from({ length }, (_, i) => index + i / 1000);
  return { name: `model.${index}.weight`, shape, read: () => data };
});

async function zipBytes(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeTorchZip(tensors, 'latest_net_G')) pieces.push(piece);
  return joinBytes(pieces);
}

describe.each([
  ['the ZIP form', zipBytes],
  ['the older form', async () => joinBytes(writeTorchLegacy(tensors))],
])('a state dict in %s', (_, write) => {
  it('comes back as it was', async () => {
    const source = torchTensorSource(openStateDict(bytesSource('net.pth', await write())));
    expect(source.names()).toEqual(tensors.map(({ name }) => name));
    for (const { name, shape, read } of tensors) {
      expect(source.read(name)).toEqual({ shape, data: read() });
    }
  });
});
