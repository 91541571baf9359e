import type { GateFailure } from '../quality-gates.ts';
import type { Feature } from './feature-summary.ts';

/** Languages a report is written in. */
export type ReportLanguage = 'en' | 'zh-CN';

/** All that a report says. */
export interface ReportWords {
  title: string;
  samples: string;
  objects: string;
  spots: string;
  rejected: string;
  cancelled: string;
  pictures: string;
  distributions: string;
  feature: Record<Feature, string>;
  unit: Record<Feature, string>;
  thisSet: string;
  distance: string;
  distanceNote: string;
  mean: string;
  median: string;
  range: string;
  none: string;
  styles: string;
  style: string;
  rejectedTitle: string;
  gate: Record<GateFailure['gate'], string>;
  seed: string;
  reason: string;
  found: string;
  allowed: string;
  more: string;
  provenance: string;
  version: string;
  models: string;
  licence: string;
  plan: string;
  colon: string;
}

const en: ReportWords = {
  title: 'Data set report',
  samples: 'samples',
  objects: 'cells',
  spots: 'spots',
  rejected: 'rejected',
  cancelled: 'The export was stopped early; the report covers what is in the set.',
  pictures: 'The first samples',
  distributions: 'Distributions',
  feature: {
    cells: 'Cells per sample',
    coverage: 'Coverage',
    area: 'Cell area',
    eccentricity: 'Eccentricity',
    intensity: 'Mean intensity of a cell',
  },
  unit: { cells: '', coverage: '%', area: 'px', eccentricity: '', intensity: '' },
  thisSet: 'This set',
  distance: 'Wasserstein-1 distance',
  distanceNote:
    'how far, on average, values of one set must move to become the other; 0 is no difference',
  mean: 'mean',
  median: 'median',
  range: 'range',
  none: 'No values.',
  styles: 'Cells by style cluster',
  style: 'Style',
  rejectedTitle: 'Rejected by the quality gates',
  gate: {
    cells: 'number of cells',
    border: 'cells on the border',
    coverage: 'coverage',
    intensity: 'mean intensity',
  },
  seed: 'Seed',
  reason: 'Gate',
  found: 'Measured',
  allowed: 'Allowed',
  more: 'The rest is listed in dataset.json.',
  provenance: 'Where it came from',
  version: 'Made by CytoForge',
  models: 'Models',
  licence: 'Licence',
  plan: 'The plan, as it was run',
  colon: ': ',
};

const zh: ReportWords = {
  title: '数据集报告',
  samples: '个样本',
  objects: '个细胞',
  spots: '个光点',
  rejected: '个未通过',
  cancelled: '导出提前停止；本报告只涵盖数据集中已有的样本。',
  pictures: '前几个样本',
  distributions: '分布',
  feature: {
    cells: '每个样本的细胞数',
    coverage: '覆盖率',
    area: '细胞面积',
    eccentricity: '离心率',
    intensity: '细胞平均强度',
  },
  unit: { cells: '', coverage: '%', area: '像素', eccentricity: '', intensity: '' },
  thisSet: '本数据集',
  distance: 'Wasserstein-1 距离',
  distanceNote: '一组数值平均要移动多远才会变成另一组；0 表示没有差别',
  mean: '均值',
  median: '中位数',
  range: '范围',
  none: '没有数值。',
  styles: '各风格簇的细胞数',
  style: '风格',
  rejectedTitle: '未通过质量关卡的样本',
  gate: {
    cells: '细胞数',
    border: '触及边缘的细胞',
    coverage: '覆盖率',
    intensity: '平均强度',
  },
  seed: '种子',
  reason: '关卡',
  found: '实测',
  allowed: '允许',
  more: '其余的列在 dataset.json 中。',
  provenance: '来源',
  version: '由 CytoForge 生成，版本',
  models: '模型',
  licence: '许可',
  plan: '实际执行的计划',
  colon: '：',
};

/** The words of a language. */
export function reportWords(language: ReportLanguage): ReportWords {
  return language === 'zh-CN' ? zh : en;
}
