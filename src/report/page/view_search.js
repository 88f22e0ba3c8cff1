// Search over everything: the best of each kind, and a way to all of it.

const kSearched = [
  { kind: 'commitment', page: 'commitments', list: () => report.commitments, entry: commitmentHit },
  { kind: 'person', page: 'people', list: () => report.people, entry: personHit },
  {
    kind: 'body',
    page: 'bodies',
    list: () => report.bodies.filter((body) => body.kind !== 'ngo'),
    entry: bodyHit,
  },
  {
    kind: 'body',
    page: 'ngos',
    list: () => report.bodies.filter((body) => body.kind === 'ngo'),
    entry: bodyHit,
  },
  { kind: 'article', page: 'articles', list: () => report.articles, entry: articleHit },
];

function commitmentHit(commitment, query) {
  const entry = commitmentEntry(commitment);
  entry.querySelector('a').replaceChildren(...withHits(commitment.text || t('none.text'), query));
  return entry;
}

function hit(page, thing, query, note) {
  return make(
    'div',
    { class: 'entry' },
    make('a', { href: linkTo(page, thing.id) }, withHits(nameOf(thing), query)),
    note ? make('p', { class: 'note' }, note) : null,
  );
}
function personHit(person, query) {
  return hit(
    'people',
    person,
    query,
    [person.post?.position, person.post?.organization].map(textOf).filter(Boolean).join(', '),
  );
}
function bodyHit(body, query) {
  return hit(
    bodyPage(body),
    body,
    query,
    [valueText('body', body.kind), body.place].filter(Boolean).join(' · '),
  );
}
function articleHit(article, query) {
  const entry = articleEntry(article, query);
  const [place] = hitsIn(article.text, query);
  if (place)
    entry.append(make('p', { class: 'snippet', lang: langOf(article) }, withHits(article.text, query, 220)));
  return entry;
}

function searchView(main, route) {
  const query = textOf(route.query.q).trim();
  main.append(heading(query ? t('search.title', { query }) : t('search.title_empty')));
  const found = kSearched
    .map((one) => ({ ...one, hits: findAll(one.kind, one.list(), query) }))
    .filter(({ hits }) => hits.length);
  const n = found.reduce((sum, { hits }) => sum + hits.length, 0);
  main.append(
    make('p', { class: 'lead', role: 'status' }, query ? t('search.found', { n }) : t('search.hint')),
  );
  if (query && n === 0) main.append(make('p', {}, t('search.hint')));
  for (const { page, hits, entry } of found)
    main.append(
      section(
        `${t(`${page}.title`)} — ${numberText(hits.length)}`,
        firstOf(hits, (thing) => entry(thing, query), linkTo(page, '', { q: query })),
      ),
    );
}
