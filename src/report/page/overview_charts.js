// The two charts of the overview: articles by month, commitments by the state of their deadlines.

const lastDayOf = (month) =>
  new Date(Date.UTC(+month.slice(0, 4), +month.slice(5, 7), 0)).toISOString().slice(0, 10);

const monthAfter = (month) =>
  new Date(Date.UTC(+month.slice(0, 4), +month.slice(5, 7), 1)).toISOString().slice(0, 7);

// Articles by month without gaps: a month of which nothing is told has none.
function allMonths() {
  const known = new Map(report.months.filter((one) => /^\d{4}-(0[1-9]|1[0-2])$/.test(one?.[0])));
  const [first, ...others] = [...known.keys()].sort();
  const last = others.pop() || first;
  const months = [];
  for (let month = first; month && month <= last && months.length < 2400; month = monthAfter(month))
    months.push([month, known.get(month) || 0]);
  return months;
}

function monthsChart() {
  const months = allMonths();
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
