// Charts by Chart.js, each with its figures as a table below it. The colours are those of style.css,
// read anew when the reader's colour scheme changes and when the page is printed.

const shownCharts = new Set();
const colourOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function chartDefaults() {
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 13;
  Chart.defaults.color = colourOf('ink-soft');
  Chart.defaults.borderColor = colourOf('line');
  Chart.defaults.animation = false;
  Chart.defaults.maintainAspectRatio = false;
}

function drawChart(shown) {
  shown.chart?.destroy();
  chartDefaults();
  shown.chart = new Chart(shown.canvas, shown.settings());
}

function dropCharts() {
  for (const shown of shownCharts) shown.chart?.destroy();
  shownCharts.clear();
}
const redrawCharts = () => shownCharts.forEach(drawChart);

function followColours() {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawCharts);
  addEventListener('beforeprint', () => {
    document.documentElement.classList.add('printing');
    redrawCharts();
  });
  addEventListener('afterprint', () => {
    document.documentElement.classList.remove('printing');
    redrawCharts();
  });
}

// `settings()` gives Chart.js its configuration; `table` is {heads, rows} of texts, numbers and nodes.
function chartFigure({ title, summary, height, settings, table }) {
  const canvas = make('canvas', { role: 'img', 'aria-label': `${title}. ${summary}` });
  const shown = { canvas, settings };
  const figure = make(
    'figure',
    { class: 'chart' },
    make('h2', {}, title),
    make('p', { class: 'note' }, summary),
    make('div', { class: 'canvas' }, canvas),
    make('details', {}, make('summary', {}, t('chart.table')), smallTable(title, table)),
  );
  figure.querySelector('.canvas').style.height = `${height}px`;
  shownCharts.add(shown);
  requestAnimationFrame(() => {
    if (canvas.isConnected) drawChart(shown);
  });
  return figure;
}

function smallTable(caption, { heads, rows }) {
  const cell = (value) => make('td', {}, typeof value === 'number' ? numberText(value) : value);
  const head = heads.map((text) => make('th', { scope: 'col' }, text));
  const body = rows.map(([first, ...others]) =>
    make('tr', {}, make('th', { scope: 'row' }, first), others.map(cell)),
  );
  return make(
    'table',
    { class: 'small' },
    make('caption', { class: 'hidden' }, caption),
    make('thead', {}, make('tr', {}, head)),
    make('tbody', {}, body),
  );
}

// Goes where the bar under the pointer leads: `address(index, dataset)`.
const opening = (address) => ({
  onClick: (event, [hit]) => {
    const to = hit && address(hit.index, hit.datasetIndex);
    if (to) location.hash = to;
  },
  onHover: (event, hits) => {
    event.native.target.style.cursor = hits.length ? 'pointer' : '';
  },
});

// Bars that are a table: names are links, so that nothing else need say it in words.
function barTable(title, heads, rows) {
  if (!rows.length) return null;
  const most = Math.max(...rows.map(([, n]) => n));
  const table = smallTable(title, {
    heads,
    rows: rows.map(([name, n]) => {
      const bar = make('span', { class: 'bar', 'aria-hidden': 'true' });
      bar.style.width = `${Math.max(1, (n / most) * 100)}%`;
      return [
        name,
        [make('span', { class: 'track' }, bar), make('span', { class: 'figure' }, numberText(n))],
      ];
    }),
  });
  table.classList.add('bars');
  return make('section', { class: 'chart' }, make('h2', {}, title), table);
}
