// Tables by DataTables: order, pages, page sizes. It is used in its "server" mode with the rows in
// memory: a page of rows is asked for and drawn, so ten thousand of them cost what twenty-five do.
//
// Three things are done otherwise than it would. Cells get nodes (`createdCell`), never markup.
// Heads of columns are buttons, and page buttons are buttons, by its extension point for renderers:
// its own are links without address, which keyboards and screen readers know as nothing.
//
// A column: {key, title, cell(row) -> nodes, value(row) -> text or number to sort by, down: sorts
// downwards first, narrow: …, number: its value is what its cell shows}

const kPageSizes = [25, 50, 100, 500];

// What is not known comes last, whichever way the column is sorted.
function sortedRows(rows, column, direction) {
  if (!column) return rows;
  const sign = direction === 'desc' ? -1 : 1;
  return rows
    .map((row) => [column.value(row), row])
    .sort(([a], [b]) => {
      const none = (a === '' || a === undefined) - (b === '' || b === undefined);
      return none || sign * (typeof a === 'number' ? a - b : compareTexts(a, b));
    })
    .map(([, row]) => row);
}

function headOf(column) {
  const button = make('button', { type: 'button' }, column.title);
  button.addEventListener('keypress', (event) => event.stopPropagation()); // DataTables would sort twice
  return make(
    'th',
    { scope: 'col', class: column.narrow ? 'narrow' : null },
    column.value ? button : column.title,
  );
}

// Small screens show rows as cards: roles say what styles hide, and each cell its column's title.
function cellMaker(column) {
  return (cell, data, row) => {
    cell.setAttribute('role', 'cell');
    cell.dataset.title = column.title;
    const content = make('div', {}, column.cell(row));
    if (content.textContent) cell.append(content);
    else cell.classList.add('empty');
  };
}

// A column of texts, and columns of numbers by [key, count(row)].
const textColumn = (key, title, text) => ({ key, title, cell: text, value: text });
const countColumns = (counts) =>
  counts.map(([key, count]) => ({
    key,
    title: t(`column.${key}`),
    cell: (row) => numberText(count(row)),
    value: count,
    number: true,
    down: true,
    narrow: true,
  }));

// How an address says a page of a table: sort=KEY&dir=desc&page=2&size=50.
function pageOf(query, columns, start) {
  const column =
    columns.find((one) => one.key === query.sort && one.value) ||
    columns.find((one) => one.key === start.sort);
  const direction = query.sort === column.key ? query.dir : start.dir;
  const size = kPageSizes.includes(Number(query.size)) ? Number(query.size) : start.size || kPageSizes[0];
  const page = Math.max(1, Math.floor(Number(query.page)) || 1);
  return { column, direction: direction === 'desc' ? 'desc' : 'asc', size, page };
}

const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

function tableTexts() {
  return {
    emptyTable: escaped(t('table.empty')),
    zeroRecords: escaped(t('table.empty')),
    info: '',
    infoEmpty: '',
    infoFiltered: '',
    thousands: '',
    lengthMenu: escaped(t('table.size')).replace('{menu}', '_MENU_'),
  };
}

function tableElement(caption, columns) {
  const head = make('tr', { role: 'row' }, columns.map(headOf));
  return make(
    'table',
    { class: 'list', role: 'table' },
    make('caption', { class: 'hidden' }, caption),
    make('thead', { role: 'rowgroup' }, head),
    make('tbody', { role: 'rowgroup' }),
  );
}

// Takes back what DataTables says of heads that are buttons now; gives rows their role.
function tidyTable(table) {
  for (const head of table.querySelectorAll('th')) {
    head.removeAttribute('tabindex');
    head.removeAttribute('aria-label');
    head.setAttribute('role', 'columnheader');
  }
  for (const row of table.querySelectorAll('tbody tr')) row.setAttribute('role', 'row');
  table.removeAttribute('aria-describedby');
}

const tableOptions = (columns) => ({
  serverSide: true,
  dom: 'tlp',
  autoWidth: false,
  searching: false,
  orderMulti: false,
  lengthMenu: kPageSizes,
  renderer: { pageButton: 'qogam' },
  language: tableTexts(),
  columns: columns.map((column) => ({
    data: null,
    defaultContent: '',
    orderable: Boolean(column.value),
    createdCell: cellMaker(column),
    orderSequence: column.down ? ['desc', 'asc'] : ['asc', 'desc'],
  })),
});

// The rows that DataTables asks for, and where they begin: never behind the last one.
function pageOfRows(all, columns, { start, length, order: [order] }) {
  const first = start < all.length ? start : Math.max(0, Math.floor((all.length - 1) / length) * length);
  return { first, rows: sortedRows(all, columns[order.column], order.dir).slice(first, first + length) };
}

// Column and direction by which a table is sorted now.
function shownOrder(api, columns) {
  const [[column, direction]] = api.order();
  return [columns[column], direction];
}

// A table in `host`. `rows()` gives the rows as they are filtered now; `moved(query)` is told what the
// reader has made of order and page; `name` is that of the file it can be saved as. Gives {show(query)}: draws the rows by an address.
function makeTable(host, { name, caption, columns, start, rows, moved }) {
  const info = make('p', { class: 'count', role: 'status' });
  const table = tableElement(caption, columns);
  const sorter = sortSelect(columns, moved);
  const save = saveButton(name, columns, () => sortedRows(rows(), ...shownOrder(api, columns)));
  host.append(make('div', { class: 'above' }, info, sorter, save), table);
  jQuery(table).on('draw.dt', () => tidyTable(table));
  let api;
  let showing = false; // what is drawn is what the address says already

  const answer = (request, draw) => {
    const all = rows();
    const page = pageOfRows(all, columns, request);
    draw({ draw: request.draw, recordsTotal: all.length, recordsFiltered: all.length, data: page.rows });
    info.textContent = countText(all.length, page.first, page.rows.length);
    if (showing) return;
    const [{ column, dir }] = request.order;
    moved({ sort: columns[column].key, dir, page: page.first / request.length + 1, size: request.length });
  };
  const show = (query) => {
    const { page, size, column, direction } = pageOf(query, columns, start);
    const order = [[columns.indexOf(column), direction]];
    const last = Math.max(1, Math.ceil(rows().length / size));
    const first = (Math.min(page, last) - 1) * size;
    sorter.querySelector('select').value = `${column.key} ${direction}`;
    showing = true;
    if (api) {
      api.order(order).page.len(size);
      api.context[0]._iDisplayStart = first;
      api.draw('page');
    } else {
      const page = { ajax: answer, order, pageLength: size, displayStart: first };
      api = jQuery(table).DataTable({ ...tableOptions(columns), ...page });
    }
    showing = false;
  };
  return { show };
}

function countText(n, first, shown) {
  if (n === 0) return t('table.none');
  return shown < n ? t('table.part', { n, first: first + 1, last: first + shown }) : t('table.count', { n });
}

// Order for those who see no heads of columns: on small screens.
function sortSelect(columns, moved) {
  const option = (column, way) =>
    make('option', { value: `${column.key} ${way}` }, `${column.title}, ${t(`table.${way}`)}`);
  const sortable = columns.filter((column) => column.value);
  const options = sortable.map((column) => [option(column, 'asc'), option(column, 'desc')]);
  const select = make('select', {}, options);
  select.addEventListener('change', () => {
    const [sort, dir] = select.value.split(' ');
    moved({ sort, dir, page: 1 });
  });
  return make('label', { class: 'sorter' }, t('table.sort'), ' ', select);
}
