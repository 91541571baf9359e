import { prepareAugment } from './augment.ts';
import { prepareMaskChange } from './change-masks.ts';
import { checkStep } from './check-step.ts';
import { prepareCombine } from './combine.ts';
import { prepareCrop } from './crop.ts';
import type { PictureSet } from './picture-set.ts';
import { prepareResize } from './resize.ts';
import { prepareSplit } from './split.ts';
import { prepareStyleGan } from './stylegan.ts';
import type { ToolStep } from './tool-step.ts';
import type { ToolWork } from './tool-work.ts';

/**
 * Sets a tool up for a set of pictures; nothing is read yet, but for a list of classes.
 * @throws CytoForgeError `bad-option` for settings out of range.
 */
export async function prepareTool(step: ToolStep, set: PictureSet): Promise<ToolWork> {
  checkStep(step);
  switch (step.tool) {
    case 'threshold':
    case 'flood':
      return prepareMaskChange(step, set);
    case 'augment':
      return prepareAugment(step, set);
    case 'combine':
      return prepareCombine(step, set);
    case 'resize':
      return prepareResize(step, set);
    case 'crop':
      return prepareCrop(step, set);
    case 'stylegan':
      return prepareStyleGan(step, set);
    case 'split':
      return prepareSplit(step, set);
  }
}
