// The form of a list's filters. A filter is a row: what it is called in the address, how it is shown.
//
//   {key: 'topic', kind: 'select', label: t('…'), options: [[value, text], …]}
//   {key: 'q', kind: 'search', label}    {key: 'from', kind: 'date', label}

function selectOf({ key, options, any }, id) {
  return make(
    'select',
    { id, name: key },
    make('option', { value: '' }, any || t('filter.any')),
    options.map(([value, text]) => make('option', { value }, text)),
  );
}

function controlOf(filter, id) {
  if (filter.kind === 'select') return selectOf(filter, id);
  return make('input', { id, name: filter.key, type: filter.kind, autocomplete: 'off' });
}

// Texts are waited for while they are typed; `changed(values, typing)` gets what the form says.
function filterForm(filters, changed) {
  const form = make('form', { class: 'filters', 'aria-label': t('filter.form'), role: 'search' });
  const field = (filter) =>
    make(
      'div',
      { class: `field ${filter.kind}` },
      make('label', { for: `filter-${filter.key}` }, filter.label),
      controlOf(filter, `filter-${filter.key}`),
    );
  const [first, ...others] = filters;
  form.append(field(first));
  if (others.length) form.append(...foldedFields(form, others.map(field)));
  const clear = make('button', { type: 'button', class: 'quiet clear' }, t('filter.clear'));
  form.append(clear);
  const values = () => Object.fromEntries(filters.map(({ key }) => [key, form.elements[key].value.trim()]));
  let timer;
  const tell = (typing) => {
    clearTimeout(timer);
    changed(values(), typing);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    tell(false);
  });
  form.addEventListener('input', (event) => {
    clearTimeout(timer);
    if (event.target.type === 'search') timer = setTimeout(tell, 250, true);
    else tell(false);
  });
  clear.addEventListener('click', () => {
    for (const { key } of filters) form.elements[key].value = '';
    tell(false);
    form.elements[filters[0].key].focus();
  });
  return form;
}

// On small screens only the first filter is in sight, and a button for the others.
function foldedFields(form, fields) {
  const more = make(
    'button',
    { type: 'button', class: 'quiet more', 'aria-controls': 'filter-fields' },
    t('filter.more'),
  );
  const fold = (closed) => {
    form.classList.toggle('closed', closed);
    more.setAttribute('aria-expanded', String(!closed));
  };
  more.addEventListener('click', () => fold(!form.classList.contains('closed')));
  form.unfold = () => fold(false);
  fold(true);
  return [more, make('div', { class: 'fields', id: 'filter-fields' }, fields)];
}

// Shows in the form what the address says.
function fillFilters(form, filters, query) {
  let any = false;
  for (const { key } of filters) {
    const control = form.elements[key];
    const value = query[key] || '';
    any = any || Boolean(value);
    if (control.value.trim() === value) continue;
    if (control.tagName === 'SELECT' && ![...control.options].some((option) => option.value === value))
      control.append(make('option', { value }, value));
    control.value = value;
  }
  form.querySelector('.clear').hidden = !any;
  if (filters.slice(1).some(({ key }) => query[key])) form.unfold?.();
}

// What is chosen, in words: for paper, where the form is not.
function filterSummary(form, filters) {
  const said = filters.filter(({ key }) => form.elements[key].value);
  return said
    .map(({ key, kind, label }) => {
      const { value, selectedOptions } = form.elements[key];
      if (kind === 'date') return `${label} ${longDay(value)}`;
      return `${label}: ${selectedOptions ? selectedOptions[0].text : value}`;
    })
    .join(' · ');
}

// [[id, name], …] of topics, places and the like, by name.
const optionsOf = (values, text) =>
  [...new Set(values)]
    .filter(Boolean)
    .map((value) => [value, text(value)])
    .sort((a, b) => compareTexts(a[1], b[1]));
const topicOptions = () =>
  optionsOf(
    report.topics.map((topic) => topic.id),
    (id) => topicName(report.topicById.get(id)),
  );
const valueOptions = (family, values) => values.map((value) => [value, valueText(family, value)]);

const within = (day, from, to) => Boolean(day) && (!from || day >= from) && (!to || day <= to);

// The person or body that a list is narrowed to (?who=ID), and how it is let go.
const whoOf = (query) => query.who && (report.personById.get(query.who) || report.bodyById.get(query.who));
function whoChip(route) {
  const who = whoOf(route.query);
  if (!who) return null;
  const without = linkTo(route.page, '', { ...route.query, who: '', page: '' });
  return make(
    'p',
    { class: 'chip' },
    t('filter.who'),
    ' ',
    make('strong', {}, nameOf(who)),
    ' ',
    make('a', { href: without, 'aria-label': t('filter.who_clear', { name: nameOf(who) }) }, '\u00d7'),
  );
}
