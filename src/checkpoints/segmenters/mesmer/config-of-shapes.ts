import * as v from 'valibot';
import type { MesmerConfig } from '../../bundle/segmenter-configs.ts';
import type { StateDictShapes } from '../segmenter-format.ts';
import { CONFIG_SCHEMA } from './config-schema.ts';
import { countUp, outputsOf, refuse } from './layer-shapes.ts';
import { MESMER_CONFIG } from './official-config.ts';
import { LOCATION_PLANES } from './panoptic-tensors.ts';

/**
 * The configuration that weights of these shapes have.
 * @param heads how many there are
 * @throws CytoForgeError `missing-tensor`, `wrong-architecture`
 */
export function configOfShapes(shapes: StateDictShapes, heads: number): MesmerConfig {
  const stages = countUp(shapes, (i) => `conv${i}_block1_1_conv`, 2);
  const stage = Array.from({ length: stages }, (_, i) => i + 2);
  const levels = [2, 3, 4, 5].filter((level) => shapes.has(`C${level}_reduced/kernel`));
  const config: MesmerConfig = {
    ...MESMER_CONFIG,
    backbone: shapes.has('conv2_block1_3_conv/kernel') ? 'resnet50' : 'small',
    stemChannels: outputsOf(shapes, 'conv1_conv'),
    blocks: stage.map((s) => countUp(shapes, (i) => `conv${s}_block${i}_1_conv`, 1)),
    stageChannels: stage.map((s) => outputsOf(shapes, `conv${s}_block1_0_conv`)),
    inputChannels: (shapes.get('conv_channels/kernel')?.[2] ?? 0) - LOCATION_PLANES,
    pyramidLevels: levels,
    pyramidChannels: outputsOf(shapes, `P${levels[0]}`),
    upsampleChannels: outputsOf(shapes, 'conv_0_semantic_upsample_0'),
    headChannels: outputsOf(shapes, 'conv_0_semantic_0'),
    compartments: MESMER_CONFIG.compartments.slice(0, heads / 2),
  };
  if (v.is(CONFIG_SCHEMA, config)) return config;
  throw refuse(
    'C3_reduced/kernel',
    `stages ${stage.join(', ')}, levels ${levels.join(', ')}`,
    'the stages and levels of a feature pyramid',
  );
}
