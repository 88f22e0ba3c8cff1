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
  return make(
    'table',
    { class: 'small' },
    make('caption', { class: 'hidden' }, caption),
    make(
      'thead',
      {},
      make(
        'tr',
        {},
        heads.map((head) => make('th', { scope: 'col' }, head)),
      ),
    ),
    make(
      'tbody',
      {},
      rows.map(([first, ...others]) =>
        make(
          'tr',
          {},
          make('th', { scope: 'row' }, first),
          others.map((value) => make('td', {}, typeof value === 'number' ? numberText(value) : value)),
        ),
      ),
    ),
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

const lastDayOf = (month) =>
  new Date(Date.UTC(+month.slice(0, 4), +month.slice(5, 7), 0)).toISOString().slice(0, 10);

function monthsChart() {
  const months = report.months.filter(([month]) => /^\d{4}-(0[1-9]|1[0-2])$/.test(month));
  if (!months.length) return null;
  const most = months.reduce((best, month) => (month[1] > best[1] ? month : best));
  const link = ([month]) => linkTo('articles', '', { from: `${month}-01`, to: lastDayOf(month) });
  return chartFigure({
    title: t('chart.months'),
    height: 220,
    summary: t('chart.months_summary', {
      from: monthText(months[0][0]),
      to: monthText(months[months.length - 1][0]),
      most: monthText(most[0]),
      n: most[1],
    }),
    settings: () => ({
      type: 'bar',
      data: {
        labels: months.map(([month]) => monthText(month)),
        datasets: [
          {
            label: t('chart.articles'),
            data: months.map(([, n]) => n),
            backgroundColor: colourOf('accent-bar'),
            hoverBackgroundColor: colourOf('accent'),
            borderRadius: 3,
            maxBarThickness: 36,
          },
        ],
      },
      options: {
        ...opening((index) => link(months[index])),
        plugins: { legend: { display: false } },
        scales: {
          x: { grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 16 } },
          y: { beginAtZero: true, ticks: { precision: 0, maxTicksLimit: 5 }, border: { display: false } },
        },
      },
    }),
    table: {
      heads: [t('chart.month'), t('chart.articles')],
      rows: months.map((month) => [make('a', { href: link(month) }, monthText(month[0])), month[1]]),
    },
  });
}

const kStates = ['passed', 'ahead', 'none'];
const kReports = ['none', 'done', 'failed', 'both'];

// Deadlines by their state, each divided by what articles report.
function deadlinesChart() {
  if (!report.commitments.length) return null;
  const count = (state, reports) =>
    report.commitments.filter(
      (commitment) => stateOf(commitment) === state && reportsOf(commitment) === reports,
    ).length;
  const counts = kReports.map((reports) => kStates.map((state) => count(state, reports)));
  const link = (state, reports) => linkTo('commitments', '', { state, report: reports });
  const silent = counts[0][0];
  return chartFigure({
    title: t('chart.deadlines'),
    height: 220,
    summary: t('chart.deadlines_summary', { n: silent }),
    settings: () => ({
      type: 'bar',
      data: {
        labels: kStates.map((state) => t(`state.${state}`)),
        datasets: kReports.map((reports, k) => ({
          label: t(`reports.${reports}`),
          data: counts[k],
          backgroundColor: colourOf(`report-${reports}`),
          maxBarThickness: 34,
        })),
      },
      options: {
        indexAxis: 'y',
        ...opening((index, k) => link(kStates[index], kReports[k])),
        plugins: { legend: { position: 'bottom', align: 'start', labels: { boxWidth: 12, boxHeight: 12 } } },
        scales: {
          x: { stacked: true, ticks: { precision: 0, maxTicksLimit: 6 } },
          y: { stacked: true, grid: { display: false } },
        },
      },
    }),
    table: {
      heads: [t('chart.state'), ...kReports.map((reports) => t(`reports.${reports}`))],
      rows: kStates.map((state, row) => [
        t(`state.${state}`),
        ...kReports.map((reports, k) =>
          counts[k][row] ? make('a', { href: link(state, reports) }, numberText(counts[k][row])) : '0',
        ),
      ]),
    },
  });
}

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
