// Articles: the list, and an article with what was found in it.

function articleRows(query) {
  const asked = askedFor(query.q);
  const who = whoOf(query);
  const his = who && new Set(who.articles);
  return report.articles.filter(
    (article) =>
      (!query.topic || article.topics.some((topic) => topic.id === query.topic)) &&
      (!query.language || article.lang === query.language) &&
      (!(query.from || query.to) || within(article.day, query.from, query.to)) &&
      (!his || his.has(article)) &&
      matchScore('article', article, asked) > 0,
  );
}

const articleColumns = () => [
  {
    key: 'day',
    title: t('column.day'),
    cell: (article) => timeOf(article.day, shortDay),
    value: (article) => article.day,
    down: true,
    narrow: true,
  },
  { key: 'title', title: t('column.title'), cell: (article) => articleLink(article), value: titleOf },
  {
    key: 'topic',
    title: t('column.topic'),
    cell: (article) => topicLinks(article.topics),
    value: (article) => (article.topics[0] ? topicName(article.topics[0]) : ''),
  },
  textColumn('language', t('column.language'), (article) => valueText('language', article.lang)),
  ...countColumns([
    ['commitments', (article) => article.commitments.length],
    ['quotes', (article) => article.quotes.length],
  ]),
];

function articlesView(main, route) {
  const languages = optionsOf(
    report.articles.map((article) => article.lang),
    (lang) => valueText('language', lang),
  );
  const { articles, shown } = report.counts;
  return listView(main, route, {
    title: t('articles.title'),
    columns: articleColumns(),
    start: { sort: 'day', dir: 'desc' },
    rows: articleRows,
    lead: shown < articles ? t('overview.part', { shown, articles }) : t('articles.lead'),
    filters: [
      { key: 'q', kind: 'search', label: t('filter.text') },
      { key: 'topic', kind: 'select', label: t('filter.topic'), options: topicOptions() },
      { key: 'language', kind: 'select', label: t('filter.language'), options: languages },
      { key: 'from', kind: 'date', label: t('filter.from') },
      { key: 'to', kind: 'date', label: t('filter.to') },
    ],
  });
}

// ?at=120-180 as [120, 180], or null.
function targetOf(query) {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(query.at || '') || [];
  return start && Number(end) > Number(start) ? [Number(start), Number(end)] : null;
}

const kLegend = ['commitment', 'report', 'quote', 'person', 'organization', 'location', 'date', 'money'];

// Names each kind of mark and lets it be hidden; which ones are stands in the address (?hide=date.money).
function legend(article, route, body) {
  const counts = new Map();
  for (const [, , kind] of article.marks.filter(Array.isArray)) counts.set(kind, (counts.get(kind) || 0) + 1);
  const kinds = kLegend.filter((kind) => counts.has(kind));
  const off = new Set((route.query.hide || '').split('.').filter((kind) => kinds.includes(kind)));
  const apply = () => kinds.forEach((kind) => body.classList.toggle(`no-${kind}`, off.has(kind)));
  const box = (kind) => {
    const input = make('input', { type: 'checkbox', checked: !off.has(kind), value: kind });
    input.addEventListener('change', () => {
      off[input.checked ? 'delete' : 'add'](kind);
      apply();
      setFragment(linkTo('articles', article.id, { ...route.query, hide: [...off].join('.') }), {
        replace: true,
      });
    });
    return make(
      'label',
      {},
      input,
      ' ',
      make('span', { class: `m ${kind}` }, t(`mark.${kind}`)),
      ' ',
      make('span', { class: 'note' }, numberText(counts.get(kind))),
    );
  };
  apply();
  return kinds.length
    ? make('fieldset', { class: 'legend' }, make('legend', {}, t('article.legend')), kinds.map(box))
    : null;
}

// People or bodies of an article, by its marks, each once.
function thingsIn(article, kind) {
  const things = article.marks
    .filter((mark) => mark?.[2] === kind)
    .map(([, , , ref]) => thingOf({ kind, ref }));
  return [...new Set(things)].filter(Boolean);
}

function articleAside(article) {
  const list = (items, entry) => (items.length ? growingList(items, entry, { step: 12 }) : []);
  return make(
    'aside',
    { 'aria-label': t('article.found') },
    section(t('article.commitments'), list(article.commitments, commitmentEntry)),
    section(t('article.people'), list(thingsIn(article, 'person'), personLink)),
    section(t('article.bodies'), list(thingsIn(article, 'organization'), bodyLink)),
  );
}

function articleView(main, route) {
  const article = report.articleById.get(route.id);
  if (!article) return missingView(main);
  const body = markedText(article, targetOf(route.query));
  const original =
    article.original && article.original !== article
      ? make('p', { class: 'note' }, t('article.duplicate'), ' ', articleLink(article.original))
      : null;
  add(
    main,
    backLink('articles', t('articles.title')),
    make(
      'p',
      { class: 'kicker' },
      joined(
        [timeOf(article.day) || t('none.day'), valueText('language', article.lang)].filter(Boolean),
        ' · ',
      ),
    ),
    make('h1', { tabindex: '-1', lang: langOf(article) }, titleOf(article)),
    make(
      'p',
      { class: 'note' },
      joined(
        [topicLinks(article.topics), article.url && webLink(article.url, t('article.source'))].filter(
          (part) => part && part.length !== 0,
        ),
        ' · ',
      ),
    ),
    original,
    make(
      'div',
      { class: 'columns' },
      make('article', {}, legend(article, route, body), body),
      articleAside(article),
    ),
  );
  return { focus: () => main.querySelector('#place') };
}
