import { describe, expect, it } from 'vitest';
import { drawDiscs } from '../../fixtures/drawn-discs.ts';
import type { SegmenterImage } from '../../segmenter.ts';
import { EXAMPLE_FLY } from './fixtures/example-fly.ts';
import { openPipelineSegmenter } from './pipeline-segmenter.ts';

const NUCLEI = [20, 60].map((x) => ({ x, y: 30, radius: 7 }));
const CELLS = [20, 60].map((x) => ({ x, y: 30, radius: 14 }));

/** A ground that is not all one level: its logarithm would else decide the threshold. */
function textured(image: SegmenterImage): SegmenterImage {
  return { ...image, data: image.data.map((level, i) => level + ((7 * i) % 11)) };
}

/** Nuclei in the first channel, their cells in the second. */
function twoChannels(): SegmenterImage {
  const [nuclei, cells] = [NUCLEI, CELLS].map((discs) => textured(drawDiscs(80, 60, discs).image));
  const data = Float32Array.from(
    { length: 2 * 80 * 60 },
    (_, i) => (i % 2 ? cells : nuclei).data[i >> 1],
  );
  return { ...nuclei, channels: 2, data };
}

const areaOf = (ids: Uint16Array, id: number) => ids.filter((other) => other === id).length;

describe('a pipeline of CellProfiler', () => {
  it('says what may be chosen', () => {
    const { description } = openPipelineSegmenter(EXAMPLE_FLY);
    expect(description.method).toBe('cellprofiler');
    expect(description.parameters.map((parameter) => [parameter.name, parameter.default])).toEqual([
      ['objects', 'Cells'],
      ['channel_of_OrigBlue', '1'],
      ['channel_of_OrigGreen', '2'],
    ]);
  });

  it('grows cells around the nuclei of another channel', async () => {
    const segmenter = openPipelineSegmenter(EXAMPLE_FLY);
    const cells = await segmenter.segment(twoChannels(), {});
    expect(cells.facts.objects).toBe('Cells');
    expect(cells.scores).toHaveLength(2);
    const nuclei = await segmenter.segment(twoChannels(), { objects: 'Nuclei' });
    expect(nuclei.scores).toHaveLength(2);
    for (const id of [1, 2]) {
      expect(areaOf(nuclei.labels.data, id)).toBeGreaterThan(120);
      expect(areaOf(nuclei.labels.data, id)).toBeLessThan(190);
      expect(areaOf(cells.labels.data, id)).toBeGreaterThan(550);
    }
  });

  it('uses the only channel there is for every image', async () => {
    const image = textured(drawDiscs(80, 60, NUCLEI).image);
    const { scores } = await openPipelineSegmenter(EXAMPLE_FLY).segment(image, {});
    expect(scores).toHaveLength(2);
  });

  it('refuses an image without a channel that was chosen', async () => {
    const segmenter = openPipelineSegmenter(EXAMPLE_FLY);
    const running = segmenter.segment(twoChannels(), { channel_of_OrigGreen: '3' });
    await expect(running).rejects.toMatchObject({
      code: 'bad-image',
      details: { where: 'OrigGreen', found: '2 channels' },
    });
  });

  it('discards cells at the border with their nuclei when the pipeline says so', async () => {
    const discs = [{ x: 13, y: 30, radius: 7 }, NUCLEI[1]];
    const [nuclei, cells] = [discs, [{ x: 13, y: 30, radius: 14 }, CELLS[1]]].map((shapes) =>
      textured(drawDiscs(80, 60, shapes).image),
    );
    const data = Float32Array.from(
      { length: 2 * 80 * 60 },
      (_, i) => (i % 2 ? cells : nuclei).data[i >> 1],
    );
    const image = { ...nuclei, channels: 2, data };
    const text = EXAMPLE_FLY.replace(
      'Discard secondary objects touching the border of the image?:No',
      'Discard secondary objects touching the border of the image?:Yes',
    ).replace('associated primary objects?:No', 'associated primary objects?:Yes');
    const { labels, scores } = await openPipelineSegmenter(text).segment(image, {});
    expect(scores).toHaveLength(1);
    expect(labels.data[30 * 80 + 60]).toBe(1);
  });
});
