// The first view: how much there is, how it is spread, and what to look at first.

function keyFigure(n, text, href) {
  return make(
    'li',
    {},
    make('a', { href }, make('span', { class: 'figure' }, numberText(n)), ' ', make('span', {}, text)),
  );
}

const isSilent = (commitment) => stateOf(commitment) === 'passed' && reportsOf(commitment) === 'none';

function keyFigures() {
  const silent = report.commitments.filter(isSilent).length;
  const moved = report.commitments.filter((commitment) => commitment.moved).length;
  const officials = report.people.filter((person) => person.kind === 'official').length;
  const articles = report.counts.articles ?? report.articles.length;
  return make(
    'ul',
    { class: 'figures' },
    keyFigure(
      report.commitments.length,
      t('figure.commitments', { n: report.commitments.length }),
      linkTo('commitments'),
    ),
    keyFigure(silent, t('figure.silent'), linkTo('commitments', '', { state: 'passed', report: 'none' })),
    keyFigure(moved, t('figure.moved'), linkTo('commitments', '', { moved: 'yes' })),
    keyFigure(officials, t('figure.officials', { n: officials }), linkTo('people', '', { kind: 'official' })),
    keyFigure(articles, t('figure.articles', { n: articles }), linkTo('articles')),
  );
}

// What the report does not hold, said where it begins.
function scopeNote() {
  const { articles = report.articles.length, shown = report.articles.length, failed = 0 } = report.counts;
  const notes = [];
  if (shown < articles) notes.push(t('overview.part', { shown, articles }));
  if (failed > 0) notes.push(t('overview.failed', { n: failed }));
  return notes.length ? make('p', { class: 'note' }, notes.join(' ')) : null;
}

function soonest() {
  const ahead = report.commitments
    .filter((one) => stateOf(one) === 'ahead' && one.deadline)
    .sort((a, b) => a.deadline.localeCompare(b.deadline));
  return section(
    t('overview.soon'),
    firstOf(
      ahead,
      commitmentEntry,
      linkTo('commitments', '', { state: 'ahead', sort: 'deadline', dir: 'asc' }),
    ),
  );
}

function silentOnes() {
  const silent = report.commitments
    .filter((one) => isSilent(one) && one.deadline)
    .sort((a, b) => b.deadline.localeCompare(a.deadline));
  return section(
    t('overview.silent'),
    firstOf(
      silent,
      commitmentEntry,
      linkTo('commitments', '', { state: 'passed', report: 'none', sort: 'deadline', dir: 'desc' }),
    ),
  );
}

function topicBars() {
  const topics = report.topics
    .filter((topic) => topic.articles.length)
    .sort((a, b) => b.articles.length - a.articles.length)
    .slice(0, 12);
  return barTable(
    t('chart.topics'),
    [t('chart.topic'), t('chart.articles')],
    topics.map((topic) => [topicLink(topic), topic.articles.length]),
  );
}

function quotedBars() {
  const people = report.people
    .filter((person) => person.quotes.length)
    .sort((a, b) => b.quotes.length - a.quotes.length)
    .slice(0, 12);
  return barTable(
    t('chart.quoted'),
    [t('chart.person'), t('chart.quotes')],
    people.map((person) => [personLink(person), person.quotes.length]),
  );
}

function overviewView(main) {
  add(
    main,
    heading(t('overview.title')),
    make('p', { class: 'lead' }, t('overview.lead', { day: longDay(report.asOf) })),
    scopeNote(),
    keyFigures(),
    make('div', { class: 'pair wide-left' }, silentOnes(), soonest()),
    make('div', { class: 'pair' }, deadlinesChart(), monthsChart()),
    make('div', { class: 'pair' }, topicBars(), quotedBars()),
  );
}
