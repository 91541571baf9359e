/** The report's own style: the browser's fonts, light and dark, and made to be printed. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--back:#f6f7f9;--card:#fff;--ink:#14181d;--soft:#55606c;--line:#e1e5ea;--bar:#0b7f89;--real:#c25a12}
@media (prefers-color-scheme:dark){:root{--back:#0c0e11;--card:#14181d;--ink:#e7eaee;--soft:#a3acb8;--line:#262c34;--bar:#4ecfd6;--real:#f0a45c}}
*{box-sizing:border-box}body{margin:0;background:var(--back);color:var(--ink);font:14px/1.5 system-ui,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:1040px;margin:0 auto;padding:40px 24px 64px}h1{margin:0;font-size:26px;font-weight:650;letter-spacing:-.01em}h2{margin:40px 0 12px;font-size:16px;font-weight:600}
h3{margin:0 0 6px;font-size:13px;font-weight:600}p{margin:4px 0}.soft{color:var(--soft)}.soft+.charts{margin-top:12px}.note{padding:10px 14px;border-radius:8px;background:var(--card);border:1px solid var(--line)}
.figures{display:flex;flex-wrap:wrap;gap:12px 40px;margin:24px 0 0;padding:0;list-style:none}.figures strong{display:block;font-size:24px;font-weight:600;font-variant-numeric:tabular-nums}
.pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(88px,1fr));gap:6px}.pictures img{display:block;width:100%;border-radius:4px;background:#000;image-rendering:auto}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:16px}.card{padding:16px;border:1px solid var(--line);border-radius:10px;background:var(--card);break-inside:avoid}
svg{display:block;width:100%;height:auto}svg text{fill:var(--soft);font-size:11px}.bar{fill:var(--bar);opacity:.85}.outline{fill:none;stroke:var(--real);stroke-width:1.75}.axis{stroke:var(--line)}
table{width:100%;border-collapse:collapse;font-size:12.5px;font-variant-numeric:tabular-nums}th,td{padding:5px 8px 5px 0;text-align:left;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}td.name{white-space:nowrap}th{color:var(--soft);font-weight:500}
.key{display:flex;gap:20px;margin-bottom:12px}.key span::before{content:"";display:inline-block;width:10px;height:10px;margin-right:7px;border-radius:2px;background:var(--bar)}.key span+span::before{height:3px;vertical-align:middle;background:var(--real)}
code,pre{font:12px/1.5 ui-monospace,Menlo,Consolas,monospace}pre{overflow:auto;max-height:420px;padding:12px;border-radius:8px;border:1px solid var(--line);background:var(--card)}summary{cursor:pointer}
`;
