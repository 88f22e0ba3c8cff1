// Elements made of data. Data goes in as text nodes and attribute values only, never as markup.

// Addresses: places of this page (#…), or pages of the web; anything else gives no address.
function safeAddress(address) {
  if (typeof address !== 'string') return null;
  if (address.startsWith('#')) return address;
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) return element.addEventListener(name.slice(2), value);
  if (name === 'href') value = safeAddress(value);
  if (value !== null) element.setAttribute(name, value === true ? '' : String(value));
}

// make('p', {class: 'lead'}, 'text', node, [nodes], null)
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  return add(element, ...children);
}

// Appends nodes and texts, in lists or not; what is null or false is left out.
function add(element, ...children) {
  const nodes = children.flat(Infinity);
  element.append(...nodes.filter((node) => node !== null && node !== undefined && node !== false));
  return element;
}

const hidden = (text) => make('span', { class: 'hidden' }, text);

const timeOf = (day, text = longDay) => (dayOf(day) ? make('time', { datetime: day }, text(day)) : null);

// A link out of the report, or the bare text where the address is none of the web's.
function webLink(address, text) {
  if (!safeAddress(address) || address.startsWith('#')) return document.createTextNode(text);
  return make(
    'a',
    { href: address, rel: 'noopener noreferrer', target: '_blank', class: 'web' },
    text,
    hidden(` (${t('web.new_tab')})`),
  );
}

// Nodes with a comma between each two.
const joined = (nodes, mark = ', ') => nodes.flatMap((node, k) => (k ? [mark, node] : [node]));

// [[term, value], …] as a list of terms; those without a value are left out.
function facts(pairs) {
  const shown = pairs.filter(([, value]) => (Array.isArray(value) ? value.length : value));
  return make(
    'dl',
    { class: 'facts' },
    shown.map(([term, value]) => make('div', {}, make('dt', {}, term), make('dd', {}, value))),
  );
}

// A list that shows its first entries, with a button for the next ones.
function growingList(items, entry, { step = 10, tag = 'ul', name = '' } = {}) {
  const list = make(tag, { class: `plain ${name}` });
  const more = make('button', { type: 'button', class: 'quiet' });
  const grow = () => {
    const from = list.children.length;
    list.append(...items.slice(from, from + step).map((item) => make('li', {}, entry(item))));
    const left = items.length - list.children.length;
    more.hidden = left === 0;
    more.textContent = t('list.more', { n: left });
    return list.children[from];
  };
  grow();
  more.addEventListener('click', () => {
    const first = grow();
    first.tabIndex = -1;
    first.focus();
  });
  return [list, more];
}

// A part of a page under its own heading; null where it would be empty.
function section(title, ...children) {
  const nodes = children.flat(Infinity).filter(Boolean);
  return nodes.length ? make('section', {}, make('h2', {}, title), nodes) : null;
}
