/** Colours that can be told apart, on light and on dark, also with colour blindness (after Okabe and Ito, and Tol). */
const SHADES = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#b58900',
  '#56b4e9',
  '#882255',
  '#44aa99',
  '#999933',
  '#7f7f7f',
];

/** What a benchmark report needs beyond the style of all reports. */
export const BENCHMARK_STYLE = `
.scroll{overflow-x:auto}.scroll th{white-space:nowrap;vertical-align:bottom}.scroll td{white-space:nowrap}small{font-size:11px}
.curve{fill:none;stroke-width:2}.plot{max-width:720px}.card+.card{margin-top:16px}.stack>.card{margin:0}.curve-key{display:flex;flex-wrap:wrap;gap:6px 18px;margin-bottom:8px}.curve-key i{display:inline-block;width:14px;height:3px;margin-right:6px;vertical-align:middle}
main{max-width:1200px}.stack{display:grid;gap:16px}h3{margin-top:20px}.card h3{margin-top:0}.soft+.card{margin-top:10px}td.settings{white-space:normal}dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0}dt{color:var(--soft)}dd{margin:0}
${SHADES.map((shade, at) => `.curve.shade-${at}{stroke:${shade}}i.shade-${at}{background:${shade}}.dot.shade-${at}{fill:${shade}}`).join('')}
`;

/** How many colours there are; the classes are `shade-0` and on. */
export const SHADE_COUNT = SHADES.length;
