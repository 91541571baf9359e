import { CytoForgeError } from '../../../errors.ts';
import type { PipelineModule, PipelineSetting } from './pipeline.ts';

/** Reads a module's settings one after the other. */
export interface SettingReader {
  text(): string;
  number(least: number, most: number): number;
  /** Two numbers parted by a comma. */
  range(least: number, most: number): [low: number, high: number];
  flag(): boolean;
  choice<T extends string>(options: readonly T[]): T;
  skip(count?: number): void;
}

function refuse(module: PipelineModule, setting: PipelineSetting, expected: string) {
  return new CytoForgeError('unsupported', 'A setting of the pipeline cannot be used here.', {
    where: `${module.name} (module ${module.number}): ${setting.text}`,
    found: setting.value,
    expected,
  });
}

/** A reader at the first setting of `module`; every part of it throws `unsupported` for another kind of value. */
export function settingReader(module: PipelineModule): SettingReader {
  let next = 0;
  const take = (): PipelineSetting => {
    const setting = module.settings[next++];
    if (setting) return setting;
    throw new CytoForgeError('truncated', 'A module of the pipeline lacks settings.', {
      where: `${module.name} (module ${module.number})`,
      found: `${module.settings.length} settings`,
      hint: 'Export the pipeline from CellProfiler again.',
    });
  };
  const numberIn = (text: string, least: number, most: number): number => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    return value >= least && value <= most ? value : Number.NaN;
  };
  return {
    text: () => take().value,
    number(least, most) {
      const setting = take();
      const value = numberIn(setting.value, least, most);
      if (Number.isNaN(value)) throw refuse(module, setting, `a number from ${least} to ${most}`);
      return value;
    },
    range(least, most) {
      const setting = take();
      const parts = setting.value.replace(/[()[\]]/g, '').split(',');
      const [low, high] = parts.map((part) => numberIn(part, least, most));
      if (parts.length === 2 && low <= high) return [low, high];
      throw refuse(module, setting, `two rising numbers from ${least} to ${most}`);
    },
    flag() {
      const setting = take();
      if (/^(yes|true)$/i.test(setting.value)) return true;
      if (/^(no|false)$/i.test(setting.value)) return false;
      throw refuse(module, setting, 'Yes or No');
    },
    choice(options) {
      const setting = take();
      const found = options.find((option) => option === setting.value);
      if (found === undefined) throw refuse(module, setting, options.join(', '));
      return found;
    },
    skip(count = 1) {
      for (let i = 0; i < count; i++) take();
    },
  };
}
