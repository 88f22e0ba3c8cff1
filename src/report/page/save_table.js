// A table as a CSV file (RFC 4180): all rows that fit the filters, in the order that is shown.

// What stands in a cell, days as YYYY-MM-DD, and what is said below it behind a semicolon.
function cellText(column, row) {
  if (column.number) return String(column.value(row));
  const cell = make('div', {}, column.cell(row));
  for (const time of cell.querySelectorAll('time')) time.textContent = time.dateTime;
  for (const note of cell.querySelectorAll('.note')) note.prepend('; ');
  return cell.textContent.trim();
}

// A spreadsheet would run what begins with one of these signs: it gets an apostrophe in front.
const harmless = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const csvField = (text) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

function csvOf(columns, rows) {
  const lines = [columns.map((column) => column.title)];
  for (const row of rows) lines.push(columns.map((column) => harmless(cellText(column, row))));
  return lines.map((line) => `${line.map(csvField).join(',')}\r\n`).join('');
}

// Without the mark of byte order Excel takes Cyrillic letters for something else.
function saveFile(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function saveButton(name, columns, rows) {
  const button = make('button', { type: 'button', class: 'quiet save' }, t('table.save'));
  button.addEventListener('click', () => saveFile(`${name}-${report.asOf}.csv`, csvOf(columns, rows())));
  return button;
}
