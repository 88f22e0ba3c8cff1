// Search by words, over folded texts: all words must stand in a text, in any order. A word also
// matches other endings of itself, with less weight, since Russian and Kazakh words change theirs.

const folding = { table: new Map(), letters: null };

// `pairs` is "ab cd": a is compared as b, c as d (report.tsv, search_fold).
function setFolding(pairs) {
  for (const [from, to] of textOf(pairs)
    .split(/\s+/)
    .filter((pair) => pair.length === 2))
    folding.table.set(from, to);
  folding.letters = folding.table.size ? new RegExp(`[${[...folding.table.keys()].join('')}]`, 'g') : null;
}

// Lower case, letters folded; as long as the text itself, so that places in one are places in the other.
function fold(text) {
  let lower = text.toLowerCase();
  if (lower.length !== text.length)
    lower = text.replace(/[^]/g, (unit) => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit));
  return folding.letters ? lower.replace(folding.letters, (letter) => folding.table.get(letter)) : lower;
}

// A word without its last letters, where enough is left to tell it by.
function stemOf(word) {
  const cut = word.length >= 7 ? 2 : word.length >= 5 ? 1 : 0;
  return word.slice(0, word.length - cut);
}

const wordsOf = (query) => fold(query).match(/[\p{L}\p{N}]+/gu) || [];

// What is asked for, ready to be looked for: [{word, stem}].
const askedFor = (query) => wordsOf(textOf(query)).map((word) => ({ word, stem: stemOf(word) }));

// 0 where a word is missing; otherwise more for whole words, and for those in `head`.
function scoreOf(asked, head, body = '') {
  let score = 1;
  for (const { word, stem } of asked) {
    if (head.includes(word)) score += 8;
    else if (head.includes(stem)) score += 5;
    else if (body.includes(word)) score += 3;
    else if (body.includes(stem)) score += 1;
    else return 0;
  }
  return score;
}

// Folded texts of a thing, made when first asked for.
const searchTexts = {
  article: (article) => [article.title, article.text],
  person: (person) => [
    [person.name, ...listOf(person.forms)].join(' '),
    person.posts.map((post) => `${textOf(post.position)} ${textOf(post.organization)}`).join(' '),
  ],
  body: (body) => [[body.name, ...listOf(body.forms)].join(' '), body.place],
  commitment: (commitment) => [
    commitment.text,
    [
      commitment.actor_name,
      commitment.said_by_name,
      commitment.place,
      ...commitment.tellings.map((telling) => telling.text),
    ]
      .map(textOf)
      .join(' '),
  ],
};

function matchScore(kind, thing, asked) {
  if (!asked.length) return 1;
  thing.folded = thing.folded || searchTexts[kind](thing).map(fold);
  return scoreOf(asked, ...thing.folded);
}

// Things of a kind that have all the words, the best first.
function findAll(kind, things, query) {
  const asked = askedFor(query);
  if (!asked.length) return [];
  return things
    .map((thing) => [matchScore(kind, thing, asked), thing])
    .filter(([score]) => score > 0)
    .sort((a, b) => b[0] - a[0] || compareDays(b[1], a[1]))
    .map(([, thing]) => thing);
}
const compareDays = (a, b) => (a.day || '').localeCompare(b.day || '');

// Folds articles while the reader reads, some at a time, so that the first search is quick too.
function foldAhead(from = 0) {
  const until = Math.min(from + 150, report.articles.length);
  for (let k = from; k < until; ++k) matchScore('article', report.articles[k], [{ word: '', stem: '' }]);
  if (until < report.articles.length) setTimeout(foldAhead, 15, until);
}

// [start, end] of each place of the words in a text.
function hitsIn(text, query) {
  const folded = fold(text);
  const hits = [];
  for (const { word, stem } of askedFor(query)) {
    const found = folded.includes(word) ? word : stem;
    for (
      let at = folded.indexOf(found);
      at >= 0 && hits.length < 200;
      at = folded.indexOf(found, at + found.length)
    )
      hits.push([at, at + found.length]);
  }
  return hits.sort((a, b) => a[0] - b[0]);
}

// A text with the words of a query marked; where it is long, the part around the first of them.
function withHits(text, query, most = Infinity) {
  const first = hitsIn(text, query)[0]?.[0] ?? 0;
  const from =
    text.length <= most ? 0 : Math.max(0, Math.min(first - Math.floor(most / 3), text.length - most));
  const whole = text.slice(from, from + most);
  const part = from + most < text.length ? whole.replace(/\s+\S*$/, '') : whole;
  const nodes = [from > 0 ? '… ' : ''];
  let at = 0;
  for (const [start, end] of hitsIn(part, query)) {
    if (start < at) continue;
    nodes.push(part.slice(at, start), make('mark', { class: 'hit' }, part.slice(start, end)));
    at = end;
  }
  nodes.push(part.slice(at), from + part.length < text.length ? ' …' : '');
  return nodes;
}
