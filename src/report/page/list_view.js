// A view that is one list: filters above, a table below, all of it told by the address.
//
// `list` has {title, lead, caption, filters, columns, start: {sort, dir, size}, rows(query)}.

function listView(main, route, list) {
  let query = route.query;
  let chosen;
  let chosenBy;
  const refresh = (next) => {
    const by = choiceOf(next, list.filters);
    if (by !== chosenBy) chosen = list.rows(next);
    chosenBy = by;
    query = next;
    fillFilters(form, list.filters, query);
    summary.textContent = filterSummary(form, list.filters);
    table.show(query);
  };
  const go = (changes, how) => {
    const next = { ...query, ...changes };
    if (Number(next.page) === 1) delete next.page;
    if (Number(next.size) === (list.start.size || kPageSizes[0])) delete next.size;
    if (next.sort === list.start.sort && next.dir === list.start.dir) {
      delete next.sort;
      delete next.dir;
    }
    setFragment(linkTo(route.page, '', next), how);
    query = next;
    return next;
  };
  let typed = false;
  const form = filterForm(list.filters, (values, typing) => {
    refresh(go({ ...values, page: 1 }, { replace: typing && typed }));
    typed = typing;
  });
  const lead = list.lead && make('p', { class: 'lead' }, list.lead);
  const summary = make('p', { class: 'chosen' });
  const host = make('div', { class: 'table' });
  add(main, heading(list.title), lead, whoChip(route), form, summary, host);
  const table = makeTable(host, {
    name: route.page,
    caption: list.caption || list.title,
    columns: list.columns,
    start: list.start,
    rows: () => chosen,
    moved: (changes) => {
      const next = go(changes);
      typed = false;
      if (!('size' in changes)) refresh(next);
    },
  });
  refresh(query);
  return {
    update: (next) => {
      typed = false;
      if ((next.query.who || '') !== (route.query.who || '')) return false;
      refresh(next.query);
      return true;
    },
  };
}

// What of an address changes which rows are shown.
const choiceOf = (query, filters) =>
  JSON.stringify([...filters.map(({ key }) => query[key] || ''), query.who || '']);

// The first heading of a view, which gets the focus when the view is come to.
const heading = (...content) => make('h1', { tabindex: '-1' }, content);
