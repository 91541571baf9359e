// Before the first paint: the chosen theme, so that no other one flashes by (src/app/theme/theme.ts keeps it).
(() => {
  let choice = 'dark';
  try {
    choice = localStorage.getItem('cytoforge.theme') ?? choice;
  } catch {
    // Storage may be forbidden: the page is dark then.
  }
  const light =
    choice === 'light' ||
    (choice === 'system' && matchMedia('(prefers-color-scheme: light)').matches);
  document.documentElement.dataset.theme = light ? 'light' : 'dark';
})();
