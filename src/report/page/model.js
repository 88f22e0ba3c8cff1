// The report's lists, joined: what is an index in the data becomes an object here, both ways.
//
// Nothing in the data is trusted: a list that is missing is empty, an index that leads nowhere is
// undefined, a day that is none is an empty text.

const report = {};

const listOf = (value) => (Array.isArray(value) ? value : []);
const textOf = (value) => (typeof value === 'string' ? value : '');
const dayOf = (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '');
const allAt = (items, indexes) =>
  listOf(indexes)
    .map((index) => items[index])
    .filter(Boolean);

function byId(items) {
  const map = new Map();
  for (const item of items) if (!map.has(item.id)) map.set(item.id, item);
  return map;
}

// Data of a kind, each a copy with its id as text; `more` adds what is joined later.
const copies = (items, more) =>
  listOf(items).map((item, index) => ({ ...item, id: String(item.id ?? index), ...more(item) }));

function buildReport(data) {
  const articles = copies(data.articles, (item) => ({
    title: textOf(item.title),
    text: textOf(item.text),
    day: dayOf(item.published),
    marks: listOf(item.marks),
    commitments: [],
    quotes: [],
  }));
  const people = copies(data.people, (item) => ({
    name: textOf(item.name),
    posts: listOf(item.posts),
    toAct: [],
    said: [],
  }));
  const bodies = copies(data.bodies, (item) => ({
    name: textOf(item.name),
    place: textOf(item.place),
    toAct: [],
    said: [],
  }));
  const topics = copies(data.topics, () => ({ articles: [], commitments: [], quotes: [] }));
  const quotes = listOf(data.quotes).map((item) => ({ ...item }));
  const commitments = copies(data.commitments, (item) => ({
    text: textOf(item.text),
    place: textOf(item.place),
    deadline: dayOf(item.deadline),
    tellings: listOf(item.tellings).map((telling) => ({ ...telling })),
  }));
  Object.assign(report, {
    version: textOf(data.version),
    models: textOf(data.models),
    asOf: dayOf(data.as_of),
    counts: data.counts || {},
    months: listOf(data.months),
    articles,
    people,
    bodies,
    topics,
    quotes,
    commitments,
  });
  joinArticles();
  joinPeople();
  joinQuotes();
  joinCommitments();
  for (const kind of ['article', 'topic', 'commitment'])
    report[kind + 'ById'] = byId(report[kind === 'article' ? 'articles' : kind + 's']);
  report.personById = byId(people);
  report.bodyById = byId(bodies);
}

function joinArticles() {
  for (const article of report.articles) {
    article.topics = allAt(report.topics, article.topics);
    article.original = report.articles[article.duplicate_of];
    for (const topic of article.topics) topic.articles.push(article);
  }
}

function joinPeople() {
  const { articles, bodies, people } = report;
  for (const person of people) {
    person.articles = allAt(articles, person.articles);
    person.quotes = allAt(report.quotes, person.quotes);
    person.posts = person.posts.map((post) => ({ ...post, body: bodies[post.body] }));
    person.post = person.posts[person.posts.length - 1];
  }
  for (const body of bodies) {
    body.articles = allAt(articles, body.articles);
    body.people = allAt(people, body.people);
  }
}

function joinQuotes() {
  for (const quote of report.quotes) {
    quote.article = report.articles[quote.article];
    quote.speaker = report.people[quote.speaker];
    quote.topics = allAt(report.topics, quote.topics);
    for (const topic of quote.topics) topic.quotes.push(quote);
    if (quote.article) quote.article.quotes.push(quote);
  }
}

function joinCommitments() {
  const { articles, bodies, people, topics } = report;
  for (const commitment of report.commitments) {
    const [list, index] = listOf(commitment.actor);
    commitment.actorKind = list === 'body' ? 'body' : 'person';
    commitment.actor = { person: people, body: bodies }[list]?.[index];
    commitment.saidBy = people[commitment.said_by];
    commitment.topics = allAt(topics, commitment.topics);
    for (const topic of commitment.topics) topic.commitments.push(commitment);
    if (commitment.actor) commitment.actor.toAct.push(commitment);
    if (commitment.saidBy) commitment.saidBy.said.push(commitment);
    commitment.done = commitment.tellings[commitment.done];
    commitment.failed = commitment.tellings[commitment.failed];
    for (const telling of commitment.tellings) telling.article = articles[telling.article];
    for (const article of new Set(commitment.tellings.map((telling) => telling.article)))
      if (article) article.commitments.push(commitment);
  }
}
