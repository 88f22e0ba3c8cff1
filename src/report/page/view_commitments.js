// All commitments: the table, and a commitment with its history.

const kStatuses = ['not_yet_rated', 'not_started', 'in_the_works', 'in_progress', 'stalled', 'limited', 'substantial', 'complete', 'kept', 'achieved', 'compromise', 'broken', 'no_evidence'];
const kKinds = ['promise', 'order', 'plan', 'obligation'];

function commitmentFilters() {
  const statuses = new Set([
    ...kStatuses,
    ...report.commitments.map((one) => textOf(one.status)).filter(Boolean),
  ]);
  return [
    { key: 'q', kind: 'search', label: t('filter.text') },
    { key: 'topic', kind: 'select', label: t('filter.topic'), options: topicOptions() },
    {
      key: 'place',
      kind: 'select',
      label: t('filter.place'),
      options: optionsOf(
        report.commitments.map((one) => one.place),
        (place) => place,
      ),
    },
    { key: 'state', kind: 'select', label: t('filter.state'), options: valueOptions('state', kStates) },
    { key: 'report', kind: 'select', label: t('filter.reports'), options: valueOptions('reports', kReports) },
    {
      key: 'status',
      kind: 'select',
      label: t('filter.status'),
      options: valueOptions('status', [...statuses]),
    },
    { key: 'kind', kind: 'select', label: t('filter.kind'), options: valueOptions('kind', kKinds) },
    { key: 'moved', kind: 'select', label: t('filter.moved'), options: [['yes', t('filter.moved_yes')]] },
    {
      key: 'by',
      kind: 'select',
      label: t('filter.days_of'),
      any: t('filter.by_told'),
      options: [['deadline', t('filter.by_deadline')]],
    },
    { key: 'from', kind: 'date', label: t('filter.from') },
    { key: 'to', kind: 'date', label: t('filter.to') },
  ];
}

// Told of (or due) on a day from `from` to `to`.
function isWithin(commitment, { by, from, to }) {
  if (!from && !to) return true;
  if (by === 'deadline') return within(commitment.deadline, from, to);
  return [...commitment.tellings.map((telling) => dayOf(telling.day)), dayOf(commitment.last_mentioned)].some(
    (day) => within(day, from, to),
  );
}

function commitmentRows(query) {
  const asked = askedFor(query.q);
  const who = whoOf(query);
  return report.commitments.filter(
    (one) =>
      (!query.topic || one.topics.some((topic) => topic.id === query.topic)) &&
      (!query.place || one.place === query.place) &&
      (!query.state || stateOf(one) === query.state) &&
      (!query.report || reportsOf(one) === query.report) &&
      (!query.status || (one.status || 'not_yet_rated') === query.status) &&
      (!query.kind || one.kind === query.kind) &&
      (!query.moved || one.moved) &&
      (!who || one.actor === who || one.saidBy === who) &&
      isWithin(one, query) &&
      matchScore('commitment', one, asked) > 0,
  );
}

const commitmentColumns = () => [
  { key: 'text', title: t('column.text'), cell: commitmentLink, value: (one) => one.text },
  {
    key: 'actor',
    title: t('column.actor'),
    cell: actorOf,
    value: (one) => one.actor?.name || textOf(one.actor_name),
  },
  {
    key: 'said',
    title: t('column.said'),
    cell: speakerOf,
    value: (one) => one.saidBy?.name || textOf(one.said_by_name),
  },
  {
    key: 'topic',
    title: t('column.topic'),
    cell: (one) => topicLinks(one.topics),
    value: (one) => (one.topics[0] ? topicName(one.topics[0]) : ''),
  },
  textColumn('place', t('column.place'), (one) => one.place),
  {
    key: 'deadline',
    title: t('column.deadline'),
    cell: (one) => [
      timeOf(one.deadline, shortDay),
      one.moved ? make('span', { class: 'note' }, t('column.moved')) : null,
    ],
    value: (one) => one.deadline,
    narrow: true,
  },
  {
    key: 'state',
    title: t('column.state'),
    cell: stateCell,
    value: (one) => kStates.indexOf(stateOf(one)) * 4 + kReports.indexOf(reportsOf(one)),
  },
  {
    key: 'last',
    title: t('column.last'),
    cell: (one) => timeOf(one.last_mentioned, shortDay),
    value: (one) => dayOf(one.last_mentioned),
    down: true,
    narrow: true,
  },
  { key: 'status', title: t('column.status'), cell: statusCell, value: statusText },
];

function commitmentsView(main, route) {
  return listView(main, route, {
    title: t('commitments.title'),
    lead: t('commitments.lead'),
    filters: commitmentFilters(),
    columns: commitmentColumns(),
    start: { sort: 'last', dir: 'desc' },
    rows: commitmentRows,
  });
}

function commitmentView(main, route) {
  const one = report.commitmentById.get(route.id);
  if (!one) return missingView(main);
  add(
    main,
    backLink('commitments', t('commitments.title')),
    make('p', { class: 'kicker' }, valueText('kind', one.kind)),
    heading(one.text || t('none.text')),
    make(
      'div',
      { class: 'columns' },
      make(
        'div',
        {},
        make(
          'section',
          { class: 'known' },
          make('h2', {}, t('commitment.known')),
          make(
            'ul',
            {},
            factSentences(one).map((sentence) => make('li', {}, sentence)),
          ),
          make('p', { class: 'note' }, t('commitment.as_of', { day: longDay(report.asOf) })),
        ),
        section(t('commitment.history'), timeline(one)),
      ),
      make(
        'aside',
        { 'aria-label': t('commitment.details') },
        make('h2', { class: 'hidden' }, t('commitment.details')),
        facts([
          [t('column.actor'), actorOf(one)],
          [t('column.said'), speakerOf(one)],
          [t('column.topic'), topicLinks(one.topics)],
          [t('column.place'), one.place],
          [t('column.deadline'), [timeOf(one.deadline), ' ', stateTag(one)]],
          [t('commitment.first'), timeOf(one.first_said)],
          [t('commitment.last'), timeOf(one.last_mentioned)],
        ]),
        make('h2', {}, t('commitment.rating')),
        ratingFacts(one),
      ),
    ),
  );
}
