// Bodies of the state, firms and others, and NGOs: two lists, one kind of page.

function bodyRows(query, ngos) {
  const asked = askedFor(query.q);
  return report.bodies.filter(
    (body) =>
      (body.kind === 'ngo') === ngos &&
      (!query.kind || body.kind === query.kind) &&
      (!query.place || body.place === query.place) &&
      matchScore('body', body, asked) > 0,
  );
}

const bodyColumns = (ngos) => [
  { key: 'name', title: t('column.name'), cell: bodyLink, value: nameOf },
  ...(ngos ? [] : [textColumn('kind', t('column.kind'), (body) => valueText('body', body.kind))]),
  textColumn('place', t('column.place'), (body) => body.place),
  {
    key: 'people',
    title: t(ngos ? 'column.representatives' : 'column.people'),
    cell: firstPeople,
    value: (body) => body.people.length,
    down: true,
  },
  ...countColumns([
    ['articles', (body) => body.articles.length],
    ['commitments', (body) => body.toAct.length],
  ]),
];

function firstPeople(body) {
  const more = body.people.length - 3;
  return [
    joined(body.people.slice(0, 3).map(personLink)),
    more > 0 ? ` ${t('list.others', { n: more })}` : '',
  ];
}

function bodyListView(main, route, ngos) {
  const bodies = report.bodies.filter((body) => (body.kind === 'ngo') === ngos);
  const kinds = {
    key: 'kind',
    kind: 'select',
    label: t('filter.body_kind'),
    options: optionsOf(
      bodies.map((body) => textOf(body.kind)),
      (kind) => valueText('body', kind),
    ),
  };
  return listView(main, route, {
    title: t(ngos ? 'ngos.title' : 'bodies.title'),
    lead: t(ngos ? 'ngos.lead' : 'bodies.lead'),
    columns: bodyColumns(ngos),
    start: { sort: 'articles', dir: 'desc' },
    rows: (query) => bodyRows(query, ngos),
    filters: [
      { key: 'q', kind: 'search', label: t('filter.text') },
      ...(ngos ? [] : [kinds]),
      {
        key: 'place',
        kind: 'select',
        label: t('filter.place'),
        options: optionsOf(
          bodies.map((body) => body.place),
          (place) => place,
        ),
      },
    ],
  });
}
const bodiesView = (main, route) => bodyListView(main, route, false);
const ngosView = (main, route) => bodyListView(main, route, true);

function bodyView(main, route) {
  const body = report.bodyById.get(route.id);
  if (!body) return missingView(main);
  const person = (one) =>
    make(
      'div',
      { class: 'entry' },
      personLink(one),
      one.post ? make('p', { class: 'note' }, textOf(one.post.position)) : null,
    );
  const page = bodyPage(body);
  add(
    main,
    backLink(page, t(`${page}.title`)),
    make('p', { class: 'kicker' }, joined([valueText('body', body.kind), body.place].filter(Boolean), ' · ')),
    heading(nameOf(body)),
    formsOf(body),
    section(
      t('body.people', { n: body.people.length }),
      body.people.length ? growingList(body.people, person) : [],
    ),
    commonSections(body),
    reasonsOf(body),
  );
}
