// People: the list, and a person with posts, words, commitments and articles.

function peopleRows(query) {
  const asked = askedFor(query.q);
  return report.people.filter(
    (person) => (!query.kind || person.kind === query.kind) && matchScore('person', person, asked) > 0,
  );
}

const peopleColumns = () => [
  { key: 'name', title: t('column.person'), cell: personLink, value: nameOf },
  textColumn('kind', t('filter.person_kind'), (person) => valueText('person', person.kind)),
  textColumn('post', t('column.post'), (person) => textOf(person.post?.position)),
  {
    key: 'body',
    title: t('column.body'),
    cell: (person) => postBody(person.post),
    value: (person) => textOf(person.post?.organization),
  },
  ...countColumns([
    ['articles', (person) => person.articles.length],
    ['quotes', (person) => person.quotes.length],
    ['commitments', (person) => new Set([...person.toAct, ...person.said]).size],
  ]),
];

const postBody = (post) => (post?.body ? bodyLink(post.body) : textOf(post?.organization));

function peopleView(main, route) {
  return listView(main, route, {
    title: t('people.title'),
    lead: t('people.lead'),
    columns: peopleColumns(),
    filters: [
      { key: 'q', kind: 'search', label: t('filter.text') },
      {
        key: 'kind',
        kind: 'select',
        label: t('filter.person_kind'),
        options: valueOptions('person', ['official', 'person']),
      },
    ],
    start: { sort: 'articles', dir: 'desc' },
    rows: peopleRows,
  });
}

const postDays = (post) => {
  if (!dayOf(post.first)) return '';
  return post.first === post.last || !dayOf(post.last)
    ? longDay(post.first)
    : t('person.from_to', { from: longDay(post.first), to: longDay(post.last) });
};

function postsTable(person) {
  if (!person.posts.length) return [];
  const table = smallTable(t('person.posts'), {
    heads: [t('column.post'), t('column.body'), t('column.post_status'), t('person.in_articles')],
    rows: [...person.posts]
      .reverse()
      .map((post) => [
        textOf(post.position) || t('none.post'),
        postBody(post),
        valueText('post', post.status),
        postDays(post),
      ]),
  });
  const scroller = make(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': t('person.posts') },
    table,
  );
  return [scroller, make('p', { class: 'note' }, t('person.posts_note'))];
}

// Why the program took these mentions for one: for those who doubt it.
function reasonsOf(thing) {
  const reasons = listOf(thing.reasons).filter((reason) => typeof reason === 'string' && reason);
  if (!reasons.length) return null;
  return make(
    'details',
    { class: 'reasons' },
    make('summary', {}, t('thing.reasons')),
    make(
      'ul',
      {},
      reasons.map((reason) => make('li', {}, reason)),
    ),
  );
}

// Other names under which articles tell of a person or body.
function formsOf(thing) {
  const forms = listOf(thing.forms)
    .map(textOf)
    .filter((form) => form && form !== thing.name);
  return forms.length ? make('p', { class: 'forms' }, t('thing.forms'), ' ', forms.join(', ')) : null;
}

// What a person or body is to do, said, and where it stands in articles.
function commonSections(thing) {
  const said = thing.said.filter((one) => one.actor !== thing);
  const all = (page) => linkTo(page, '', { who: thing.id });
  return [
    section(
      t('thing.to_act', { n: thing.toAct.length }),
      firstOf(thing.toAct, commitmentEntry, all('commitments')),
    ),
    section(t('thing.said', { n: said.length }), firstOf(said, commitmentEntry, all('commitments'))),
    section(
      t('thing.articles', { n: thing.articles.length }),
      firstOf(newestFirst(thing.articles), articleEntry, all('articles')),
    ),
  ];
}

function personView(main, route) {
  const person = report.personById.get(route.id);
  if (!person) return missingView(main);
  add(
    main,
    backLink('people', t('people.title')),
    make('p', { class: 'kicker' }, valueText('person', person.kind)),
    heading(nameOf(person)),
    formsOf(person),
    section(t('person.posts'), postsTable(person)),
    commonSections(person),
    section(
      t('person.quotes', { n: person.quotes.length }),
      person.quotes.length
        ? growingList(person.quotes, (quote) => quoteEntry(quote, { speaker: false }))
        : [],
    ),
    reasonsOf(person),
  );
}
