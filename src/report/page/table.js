// Tables by DataTables: order, pages, page sizes. It is used in its "server" mode with the rows in
// memory: a page of rows is asked for and drawn, so ten thousand of them cost what twenty-five do.
//
// Three things are done otherwise than it would. Cells get nodes (`createdCell`), never markup.
// Heads of columns are buttons, and page buttons are buttons, by its extension point for renderers:
// its own are links without address, which keyboards and screen readers know as nothing.
//
// A column: {key, title, cell(row) -> nodes, value(row) -> text or number to sort by, down: sorts
// downwards first, narrow: …}

const kPageSizes = [25, 50, 100, 500];

function pageButton(settings, host, label, action, { current = false, off = false } = {}) {
  const button = make(
    'button',
    {
      type: 'button',
      'aria-current': current ? 'page' : null,
      disabled: off,
      'data-action': action,
      'aria-label': typeof action === 'number' ? t('table.page', { page: label }) : null,
    },
    label,
  );
  button.addEventListener('click', () => {
    settings.oApi._fnPageChange(settings, action, true);
    const again = host.querySelector(`[data-action="${action}"]:not(:disabled)`);
    (again || host.querySelector('[aria-current]'))?.focus();
  });
  return button;
}

// Signature of DataTables' renderers: `buttons` is ['previous', [0, 1, 'ellipsis', 9], 'next'].
jQuery.fn.dataTable.ext.renderer.pageButton.qogam = (settings, host, index, buttons, page, pages) => {
  const nav = host.nodeType ? host : host[0];
  nav.replaceChildren(
    ...buttons.flat().map((action) => {
      if (action === 'ellipsis') return make('span', { class: 'ellipsis' }, '…');
      if (action === 'previous')
        return pageButton(settings, nav, t('table.previous'), action, { off: page === 0 });
      if (action === 'next')
        return pageButton(settings, nav, t('table.next'), action, { off: page >= pages - 1 });
      return pageButton(settings, nav, numberText(action + 1), action, { current: action === page });
    }),
  );
  nav.setAttribute('role', 'navigation');
  nav.setAttribute('aria-label', t('table.pages'));
  nav.hidden = pages < 2;
};

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

// A table in `host`. `rows()` gives the rows as they are filtered now; `moved(query)` is told what the
// reader has made of order and page. Gives {show(query)}: draws the rows by an address.
function makeTable(host, { caption, columns, start, rows, moved }) {
  const info = make('p', { class: 'count', role: 'status' });
  const table = make(
    'table',
    { class: 'list', role: 'table' },
    make('caption', { class: 'hidden' }, caption),
    make('thead', { role: 'rowgroup' }, make('tr', { role: 'row' }, columns.map(headOf))),
    make('tbody', { role: 'rowgroup' }),
  );
  const sorter = sortSelect(columns, start, moved);
  host.append(make('div', { class: 'above' }, info, sorter), table);
  let query = {};
  let quiet = true;
  const wanted = () => pageOf(query, columns, start);

  // What DataTables asks for is what the address says, or what the reader has just pressed.
  const answer = (request, draw) => {
    const all = rows();
    const [order] = request.order;
    const column = columns[order.column];
    let first = request.start;
    if (first >= all.length)
      first = Math.max(0, Math.floor((all.length - 1) / request.length) * request.length);
    const page = sortedRows(all, column, order.dir).slice(first, first + request.length);
    draw({ draw: request.draw, recordsTotal: all.length, recordsFiltered: all.length, data: page });
    info.textContent = countText(all.length, first, page.length);
    if (!quiet)
      moved({ sort: column.key, dir: order.dir, page: first / request.length + 1, size: request.length });
  };
  const order = () => [[columns.indexOf(wanted().column), wanted().direction]];
  let api;
  const tidy = () => {
    for (const head of table.querySelectorAll('th')) {
      head.removeAttribute('tabindex');
      head.removeAttribute('aria-label');
      head.setAttribute('role', 'columnheader');
    }
    for (const row of table.querySelectorAll('tbody tr')) row.setAttribute('role', 'row');
    table.removeAttribute('aria-describedby');
  };
  jQuery(table).on('draw.dt', tidy);
  return {
    show(next) {
      query = next;
      quiet = true;
      const { page, size, column, direction } = wanted();
      sorter.querySelector('select').value = `${column.key} ${direction}`;
      const most = Math.max(1, Math.ceil(rows().length / size));
      const first = (Math.min(page, most) - 1) * size;
      if (!api) {
        api = jQuery(table).DataTable({
          serverSide: true,
          ajax: answer,
          dom: 'tlp',
          autoWidth: false,
          searching: false,
          pageLength: size,
          displayStart: first,
          order: order(),
          lengthMenu: kPageSizes,
          orderMulti: false,
          renderer: { pageButton: 'qogam' },
          language: tableTexts(),
          columns: columns.map((one) => ({
            data: null,
            defaultContent: '',
            orderable: Boolean(one.value),
            createdCell: cellMaker(one),
            orderSequence: one.down ? ['desc', 'asc'] : ['asc', 'desc'],
          })),
        });
      } else {
        api.order(order());
        api.page.len(size);
        api.context[0]._iDisplayStart = first;
        api.draw('page');
      }
      quiet = false;
    },
  };
}

function countText(n, first, shown) {
  if (n === 0) return t('table.none');
  return shown < n ? t('table.part', { n, first: first + 1, last: first + shown }) : t('table.count', { n });
}

// Order for those who see no heads of columns: on small screens.
function sortSelect(columns, start, moved) {
  const select = make(
    'select',
    {},
    columns
      .filter((one) => one.value)
      .flatMap((one) =>
        ['asc', 'desc'].map((way) =>
          make('option', { value: `${one.key} ${way}` }, `${one.title}, ${t(`table.${way}`)}`),
        ),
      ),
  );
  select.addEventListener('change', () => {
    const [sort, dir] = select.value.split(' ');
    moved({ sort, dir, page: 1 });
  });
  return make('label', { class: 'sorter' }, t('table.sort'), ' ', select);
}
