import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CytoForgeError } from '../../../errors.ts';
import { EXAMPLE_FLY } from './fixtures/example-fly.ts';
import { pipelineJson, pipelineText } from './fixtures/write-pipeline.ts';
import { parsePipeline } from './parse-pipeline.ts';
import type { PipelineModule } from './pipeline.ts';

const arbitraryModules: fc.Arbitrary<PipelineModule[]> = fc
  .array(
    fc.record({
      name: fc.stringMatching(/^[A-Z]\w{0,12}$/),
      revision: fc.nat(99),
      enabled: fc.boolean(),
      settings: fc.array(
        fc.record({
          text: fc.string({ unit: 'binary' }).map((text) => text.replaceAll(':', '')),
          value: fc.string({ unit: 'binary' }),
        }),
        { maxLength: 6 },
      ),
    }),
    { maxLength: 5 },
  )
  .map((modules) => modules.map((module, i) => ({ ...module, number: i + 1 })));

function outcome(text: string): unknown {
  try {
    return parsePipeline(text);
  } catch (error) {
    return error;
  }
}

describe('parsePipeline', () => {
  it('reads a pipeline of CellProfiler', () => {
    const { version, modules } = parsePipeline(EXAMPLE_FLY);
    expect(version).toBe(5);
    expect(modules).toHaveLength(16);
    const primary = modules[7];
    expect(primary).toMatchObject({
      name: 'IdentifyPrimaryObjects',
      number: 8,
      revision: 14,
      enabled: true,
    });
    expect(primary.settings[2]).toEqual({
      text: 'Typical diameter of objects, in pixel units (Min,Max)',
      value: '10,40',
    });
    expect(modules[1].settings[6].value).toMatch(/^\^\(\?P<Plate>/);
  });

  it('reads the same from text and JSON, whatever notes and values hold', () => {
    fc.assert(
      fc.property(arbitraryModules, (modules) => {
        expect(parsePipeline(pipelineText({ version: 5, modules })).modules).toEqual(modules);
        expect(parsePipeline(pipelineJson({ version: 6, modules })).modules).toEqual(modules);
      }),
    );
  });

  it('reads files with the line ends of Windows and a mark of their encoding', () => {
    const windows = `\uFEFF${EXAMPLE_FLY.replaceAll('\n', '\r\n')}`;
    expect(parsePipeline(windows)).toEqual(parsePipeline(EXAMPLE_FLY));
  });

  it('leaves out the list of images after the modules', () => {
    const text = pipelineText({ version: 5, modules: [] });
    expect(
      parsePipeline(`${text}"Version":"1","PlaneCount":"0"\n"URL","Series"\n`).modules,
    ).toEqual([]);
  });

  it.each([
    ['a text', 'corrupt'],
    ['', 'corrupt'],
    ['{"version":"v6"}', 'corrupt'],
    ['{"version":', 'corrupt'],
    ['{"version":"v7","modules":[]}', 'unsupported'],
    [EXAMPLE_FLY.replace('Version:5', 'Version:9'), 'unsupported'],
    [EXAMPLE_FLY.replace('ModuleCount:16', 'ModuleCount:many'), 'corrupt'],
    [EXAMPLE_FLY.slice(0, EXAMPLE_FLY.indexOf('MeasureTexture:')), 'truncated'],
  ])('refuses what is no pipeline (case %#)', (text, code) => {
    expect(outcome(text)).toMatchObject({ code });
  });

  it('never fails otherwise, however a file is damaged', () => {
    const damage = fc.record({
      at: fc.nat(EXAMPLE_FLY.length),
      length: fc.nat(40),
      text: fc.string({ maxLength: 20 }),
    });
    fc.assert(
      fc.property(damage, ({ at, length, text }) => {
        const found = outcome(EXAMPLE_FLY.slice(0, at) + text + EXAMPLE_FLY.slice(at + length));
        if (found instanceof Error) expect(found).toBeInstanceOf(CytoForgeError);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(outcome(text)).toBeInstanceOf(CytoForgeError);
      }),
    );
  });
});
