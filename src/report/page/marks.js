// The text of an article with what was found in it: each mark an element of its own kind, nested.

// Outer kinds first: of two marks of one place, the first holds the second.
const kMarkKinds = [
  'target',
  'commitment',
  'report',
  'quote',
  'organization',
  'person',
  'location',
  'date',
  'money',
];
const kDeepest = 24;

// Offsets of the data count code points, those of the browser UTF-16 units.
function unitsOf(text) {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (offset) => offset;
  const places = [];
  let at = 0;
  for (const letter of text) {
    places.push(at);
    at += letter.length;
  }
  places.push(at);
  return (offset) => places[Math.min(Math.max(offset, 0), places.length - 1)];
}

function markOrder(a, b) {
  return a.start - b.start || b.end - a.end || kMarkKinds.indexOf(a.kind) - kMarkKinds.indexOf(b.kind);
}

// Marks that are in the text and of a known kind, in order, none twice.
function marksOf(article, target) {
  const units = unitsOf(article.text);
  const seen = new Set();
  const raw = target ? [[...target, 'target', -1], ...article.marks] : article.marks;
  return raw
    .filter(Array.isArray)
    .map(([start, end, kind, ref]) => ({
      start: units(start),
      end: Math.min(units(end), article.text.length),
      kind,
      ref,
    }))
    .filter(({ start, end, kind }) => start >= 0 && end > start && kMarkKinds.includes(kind))
    .filter(
      ({ start, end, kind }) => !seen.has(`${start} ${end} ${kind}`) && seen.add(`${start} ${end} ${kind}`),
    )
    .sort(markOrder);
}

const markThings = {
  person: () => report.people,
  organization: () => report.bodies,
  commitment: () => report.commitments,
  report: () => report.commitments,
};
const thingOf = (mark) => markThings[mark.kind]?.()[mark.ref];

function markAddress(mark) {
  const thing = thingOf(mark);
  if (!thing) return null;
  if (mark.kind === 'person') return linkTo('people', thing.id);
  if (mark.kind === 'organization') return linkTo(bodyPage(thing), thing.id);
  return linkTo('commitments', thing.id);
}

function markTitle(mark) {
  const thing = thingOf(mark);
  const name = thing && ['person', 'organization'].includes(mark.kind) ? `: ${nameOf(thing)}` : '';
  return t(`mark.${mark.kind}`) + name;
}

const isLong = (mark) => ['commitment', 'report', 'quote', 'target'].includes(mark.kind);

// People and bodies are links; what holds them is a <mark> that says in words where it begins and ends
// to those who do not see colours (by style.css, so that copied text stays the article's).
function markElement(mark, inLink) {
  const address = markAddress(mark);
  const attributes = { class: `m ${mark.kind}${mark.continued ? ' continued' : ''}`, title: markTitle(mark) };
  if (!isLong(mark))
    return address && !inLink ? make('a', { ...attributes, href: address }) : make('span', attributes);
  const element = make('mark', attributes);
  element.dataset.begins = mark.continued ? '' : `[${t(`mark.${mark.kind}`)}: `;
  element.dataset.ends = mark.cut ? '' : ']';
  if (mark.kind === 'target' && !mark.continued) {
    element.id = 'place';
    element.tabIndex = -1;
  }
  return element;
}

// After a commitment or a report of one: the way to its own page.
function markSequel(mark, inLink) {
  const address = markAddress(mark);
  if (!address || mark.cut || inLink || !['commitment', 'report'].includes(mark.kind)) return null;
  const label = t('mark.open_commitment', { text: thingOf(mark).text.slice(0, 80) });
  return make('a', { class: 'sequel', href: address, 'aria-label': label, title: label }, '\u2197');
}

// Marks that cross each other are cut where the outer one ends, and go on after it.
function fillMarked(host, text, from, to, marks, { depth = 0, inLink = false } = {}) {
  let at = from;
  let queue = marks;
  while (queue.length) {
    const [mark, ...others] = queue;
    const inside = [];
    const after = [];
    for (const other of others) {
      if (other.start >= mark.end) {
        after.push(other);
        continue;
      }
      const crosses = other.end > mark.end;
      inside.push(crosses ? { ...other, end: mark.end, cut: true } : other);
      if (crosses) after.push({ ...other, start: mark.end, continued: true });
    }
    host.append(text.slice(at, mark.start));
    const element = markElement(mark, inLink);
    const within = depth < kDeepest ? inside : [];
    fillMarked(element, text, mark.start, mark.end, within, {
      depth: depth + 1,
      inLink: inLink || element.tagName === 'A',
    });
    host.append(...[element, markSequel(mark, inLink)].filter(Boolean));
    at = mark.end;
    queue = after.sort(markOrder);
  }
  host.append(text.slice(at, to));
}

// Marks as far as they stand in a paragraph.
function clipped(marks, from, to) {
  return marks
    .filter((mark) => mark.start < to && mark.end > from)
    .map((mark) => ({
      ...mark,
      start: Math.max(mark.start, from),
      end: Math.min(mark.end, to),
      continued: mark.start < from,
      cut: mark.end > to,
    }));
}

// The article's paragraphs; `target` is [start, end] in code points, or null.
function markedText(article, target) {
  const marks = marksOf(article, target);
  const body = make('div', { class: 'article-text', lang: langOf(article) });
  let at = 0;
  for (const line of article.text.split('\n')) {
    const end = at + line.length;
    if (line.trim()) {
      const paragraph = make('p');
      fillMarked(paragraph, article.text, at, end, clipped(marks, at, end));
      body.append(paragraph);
    }
    at = end + 1;
  }
  return body;
}
