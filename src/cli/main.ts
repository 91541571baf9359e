#!/usr/bin/env node
import { Command } from 'commander';
import { APP_VERSION } from '../version.ts';
import { registerBenchmark } from './benchmark.ts';
import { registerConvert } from './convert.ts';
import { registerDraw } from './draw.ts';
import { registerEncode } from './encode.ts';
import { registerEvaluate } from './evaluate.ts';
import { registerGenerate } from './generate.ts';
import { registerInspect } from './inspect.ts';
import { registerLatents } from './latents.ts';
import { registerParity } from './parity.ts';
import { registerRender } from './render.ts';
import { runProgram, speakInOneLine } from './run-program.ts';
import { registerSegment } from './segment.ts';
import { registerSelfTest } from './self-test.ts';
import { registerStyleMix } from './style-mix.ts';
import { registerTool } from './tool.ts';
import { registerTrain } from './train.ts';
import { registerVideo } from './video.ts';

const write = (line: string): void => {
  process.stderr.write(line);
};
const program = new Command('cytoforge')
  .description('Labelled synthetic fluorescence microscopy, without a page.')
  .version(APP_VERSION)
  .showSuggestionAfterError();
speakInOneLine(program, write);
registerInspect(program);
registerConvert(program);
registerGenerate(program);
registerLatents(program);
registerDraw(program);
registerStyleMix(program);
registerVideo(program);
registerEncode(program);
registerRender(program);
registerSegment(program);
registerEvaluate(program);
registerBenchmark(program);
registerTool(program);
registerTrain(program);
registerParity(program);
registerSelfTest(program);

process.exitCode = await runProgram(program, process.argv.slice(2), write);
