import { expect, it } from 'vitest';
import { fixture } from '../fixtures/open-fixture.ts';
import { openModelFiles } from '../group-files.ts';
import { float16Bytes } from './float16-bytes.ts';
import { writeBundle } from './write-bundle.ts';

it.each(['02_sg3_t32_cond.pkl', '02_sg2_g32_cond.pkl'])(
  'knows what %s will take before it is written',
  async (file) => {
    const model = openModelFiles({ kind: 'stylegan', snapshot: fixture(file) });
    let written = 0;
    await writeBundle(model, {
      name: 'tiny',
      precision: 'float16',
      licence: '',
      sink: {
        writeFile: (name, bytes) => {
          if (name.endsWith('.bin')) written += bytes.length;
        },
      },
    });
    expect(float16Bytes(model)).toBe(written);
  },
);
