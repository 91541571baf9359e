import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';

/** What the ZIP will hold, as a list of paths. */
export function PlannedFiles() {
  const { t } = useTranslation();
  const { layouts, report, spots } = useStudio((state) => state.planDraft);
  const withImages = useStudio((state) => state.imageModel !== null);
  const withSpots = useStudio((state) => state.view.spots !== null) && spots === 'view';
  const has = (layout: (typeof layouts)[number]) => layouts.includes(layout);
  const lines: [path: string, text: string][] = [
    ['masks/', t('export.contentMasks')],
    ['labels/', t('export.contentLabels')],
  ];
  if (withImages) lines.push(['images/', t('export.contentImages')]);
  if (withSpots) lines.push(['spots/', t('dataset.contentSpots')]);
  lines.push(['dataset.json', t('export.contentManifest')]);
  if (has('coco')) lines.push(['annotations.coco.json', t('export.contentCoco')]);
  if (has('cellpose')) lines.push(['cellpose/', '*_img.tif, *_masks.tif']);
  if (has('pix2pixhd')) lines.push(['pix2pixhd/', 'train_A, train_B']);
  if (has('pix2pixhd-labels')) {
    lines.push(['pix2pixhd-labels/', 'train_label, train_inst, train_img']);
  }
  if (has('stylegan')) lines.push(['stylegan/', t('dataset.contentStyleGan')]);
  if (report) {
    lines.push(['report.html', t('dataset.contentReport')]);
    lines.push(['objects.csv', t('dataset.contentObjects')]);
  }
  return (
    <div>
      <h2 className="form-label">{t('export.contents')}</h2>
      <dl className="contents">
        {lines.map(([path, text]) => (
          <div key={path}>
            <dt>
              <code>{path}</code>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
