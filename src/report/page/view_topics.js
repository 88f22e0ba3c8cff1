// Topics: the list, and a topic with its commitments, articles and voices.

const topicColumns = () => [
  { key: 'name', title: t('column.topic'), cell: topicLink, value: topicName },
  ...countColumns([
    ['articles', (topic) => topic.articles.length],
    ['commitments', (topic) => topic.commitments.length],
    ['quotes', (topic) => topic.quotes.length],
  ]),
];

function topicsView(main, route) {
  return listView(main, route, {
    title: t('topics.title'),
    lead: t('topics.lead'),
    columns: topicColumns(),
    start: { sort: 'articles', dir: 'desc', size: 50 },
    filters: [{ key: 'q', kind: 'search', label: t('filter.text') }],
    rows: ({ q }) => report.topics.filter((topic) => scoreOf(askedFor(q), fold(topicName(topic))) > 0),
  });
}

function voicesOf(topic) {
  const counts = new Map();
  for (const { speaker } of topic.quotes) if (speaker) counts.set(speaker, (counts.get(speaker) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 10);
}

function topicView(main, route) {
  const topic = report.topicById.get(route.id);
  if (!topic) return missingView(main);
  const all = (page) => linkTo(page, '', { topic: topic.id });
  const newest = [...topic.commitments].sort((a, b) =>
    textOf(b.last_mentioned).localeCompare(textOf(a.last_mentioned)),
  );
  add(
    main,
    backLink('topics', t('topics.title')),
    heading(topicName(topic)),
    section(
      t('topic.commitments', { n: newest.length }),
      firstOf(newest, commitmentEntry, all('commitments')),
    ),
    section(
      t('thing.articles', { n: topic.articles.length }),
      firstOf(newestFirst(topic.articles), articleEntry, all('articles')),
    ),
    barTable(
      t('topic.voices'),
      [t('chart.person'), t('chart.quotes')],
      voicesOf(topic).map(([person, n]) => [personLink(person), n]),
    ),
    topic.articles.length + newest.length ? null : make('p', {}, t('table.none')),
  );
}
