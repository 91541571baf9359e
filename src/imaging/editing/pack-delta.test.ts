import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation } from './apply-operation.ts';
import { arbitraryOperation, arbitraryPainting, recorderOn } from './arbitrary-painting.ts';
import { packDelta, unpackDelta } from './pack-delta.ts';

describe('a packed stroke', () => {
  it('is the same when it is unpacked', () => {
    fc.assert(
      fc.property(arbitraryPainting(150), arbitraryOperation, (painting, operation) => {
        const recorder = recorderOn(painting);
        applyOperation(recorder, operation);
        const delta = recorder.delta();
        expect(unpackDelta(packDelta(delta), painting)).toEqual(delta);
      }),
    );
  });

  it('that is damaged, or of another painting, is refused', () => {
    const recorder = recorderOn({
      width: 70,
      height: 70,
      labels: new Uint16Array(4900).fill(3),
      nuclei: new Uint8Array(4900),
    });
    applyOperation(recorder, { kind: 'clear' });
    const packed = packDelta(recorder.delta());
    const refused = /stroke of the history cannot be read/;
    expect(() => unpackDelta(packed.subarray(0, packed.length - 9), recorder.painting)).toThrow(
      refused,
    );
    expect(() => unpackDelta(packed, { width: 40, height: 40 })).toThrow(refused);
    expect(() => unpackDelta(new Uint8Array(), recorder.painting)).toThrow(refused);
  });
});
