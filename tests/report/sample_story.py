"""An invented town's news: articles, people, bodies, quotes and commitments, and hostile texts."""

# What must do nothing wherever data is shown. Each would set window.pwned or load something.
HOSTILE = [
    "<script>window.pwned=1</script>",
    '<img src=x onerror="window.pwned=2">',
    "<svg onload=window.pwned=3>",
    '"><script>window.pwned=4</script>',
    "' onmouseover='window.pwned=5' x='",
    "javascript:window.pwned=6",
    '<iframe srcdoc="<script>parent.pwned=7</script>"></iframe>',
    "</script><script>window.pwned=8</script>",
    "<style>*{display:none}</style>",
    '<a href="javascript:window.pwned=9">x</a>',
    "{{data}} ${window.pwned=10} <%= 1 %>",
    "<math><mtext><img src=x onerror=window.pwned=11></mtext></math>",
    "__proto__",
    '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example">',
    "&lt;img src=x onerror=window.pwned=12&gt;",
    "\u202e\u0000\ufffd<details open ontoggle=window.pwned=13>",
]

# id, day, language, address, title, text, topics, marks: (text of the mark, kind, index of person, body or commitment)
ARTICLES = [
    (
        "2024-02-14-heating-plan",
        "2024-02-14",
        "ru",
        "https://news.example/heating-plan",
        "Теплотрассу на улице Абая обещают заменить до осени",
        "Акимат города Сарытау намерен заменить теплотрассу на улице Абая. Об этом 14 февраля рассказала аким города Айгуль Нурланова.\n\n"
        "«Мы заменим три километра теплотрассы до 1 октября. Деньги, 480 млн тенге, в бюджете есть», — сказала Нурланова.\n\n"
        "Работы поручены управлению энергетики и ЖКХ, которое возглавляет Марат Жумабеков. Он добавил, что подрядчика выберут в марте.\n\n"
        "Директор ОФ «Жарық көше» Дина Ахметова напомнила, что прошлой зимой дома на Абая трижды оставались без тепла.",
        ["heating_energy", "housing_utilities"],
        [
            ("улице Абая", "location", -1),
            ("14 февраля", "date", -1),
            ("Айгуль Нурланова", "person", 0),
            ("Акимат города Сарытау", "organization", 0),
            (
                "«Мы заменим три километра теплотрассы до 1 октября. Деньги, 480 млн тенге, в бюджете есть»",
                "quote",
                -1,
            ),
            ("Мы заменим три километра теплотрассы до 1 октября", "commitment", 0),
            ("до 1 октября", "date", -1),
            ("480 млн тенге", "money", -1),
            ("управлению энергетики и ЖКХ", "organization", 1),
            ("Марат Жумабеков", "person", 1),
            ("подрядчика выберут в марте", "commitment", 4),
            ("ОФ «Жарық көше»", "organization", 2),
            ("Дина Ахметова", "person", 2),
        ],
    ),
    (
        "2024-05-20-heating-kk",
        "2024-05-20",
        "kk",
        "https://habar.example/zhylu",
        "Абай көшесіндегі жылу желісі күзге дейін жаңартылады",
        "Сарытау қаласының әкімдігі Абай көшесіндегі жылу желісін ауыстыра бастады. 🔥 Бұл туралы энергетика басқармасының басшысы Марат Жұмабеков айтты.\n\n"
        "«Үш шақырым құбыр 1 қазанға дейін ауыстырылады», — деді Жұмабеков.\n\nҚала әкімі Айгүл Нұрланова жұмысты өзі бақылайтынын жеткізді.",
        ["heating_energy"],
        [
            ("Сарытау қаласының әкімдігі", "organization", 0),
            ("Абай көшесіндегі", "location", -1),
            ("энергетика басқармасының", "organization", 1),
            ("Марат Жұмабеков", "person", 1),
            ("«Үш шақырым құбыр 1 қазанға дейін ауыстырылады»", "quote", -1),
            ("Үш шақырым құбыр 1 қазанға дейін ауыстырылады", "commitment", 0),
            ("1 қазанға дейін", "date", -1),
            ("Айгүл Нұрланова", "person", 0),
        ],
    ),
    (
        "2024-09-18-heating-moved",
        "2024-09-18",
        "ru",
        "https://news.example/heating-moved",
        "Срок замены теплотрассы на Абая сдвинули на декабрь",
        "Замену теплотрассы на улице Абая закончат не к октябрю, а до 15 декабря 2024 года, сообщило управление энергетики и ЖКХ Сарытау.\n\n"
        "По словам Марата Жумабекова, подрядчик ТОО «ТеплоСтройСервис» задержал поставку труб.\n\n"
        "В отделе образования города рассказали, что школа № 7 откроется 1 сентября 2025 года, как и планировали.",
        ["heating_energy", "education"],
        [
            ("улице Абая", "location", -1),
            ("до 15 декабря 2024 года", "date", -1),
            (
                "Замену теплотрассы на улице Абая закончат не к октябрю, а до 15 декабря 2024 года",
                "report",
                0,
            ),
            ("управление энергетики и ЖКХ Сарытау", "organization", 1),
            ("Марата Жумабекова", "person", 1),
            ("ТОО «ТеплоСтройСервис»", "organization", 3),
            ("отделе образования города", "organization", 4),
            ("школа № 7 откроется 1 сентября 2025 года", "commitment", 1),
            ("1 сентября 2025 года", "date", -1),
        ],
    ),
    (
        "2025-01-22-residents-letter",
        "2025-01-22",
        "ru",
        "https://sarytau.example/letters/118",
        "Жители Абая: трубы заменили только наполовину",
        "В редакцию пришло письмо жителей улицы Абая. Они пишут, что вместо трёх километров теплотрассы заменили полтора.\n\n"
        "«От дома № 40 до вокзала лежат старые трубы, в январе их прорывало дважды», — говорит Дина Ахметова, директор ОФ «Жарық көше».\n\n"
        "Фонд направил запрос в акимат Сарытау и ждёт ответа до 10 февраля.",
        ["heating_energy", "public_oversight"],
        [
            ("вместо трёх километров теплотрассы заменили полтора", "report", 0),
            ("улицы Абая", "location", -1),
            ("Дина Ахметова", "person", 2),
            ("«От дома № 40 до вокзала лежат старые трубы, в январе их прорывало дважды»", "quote", -1),
            ("ОФ «Жарық көше»", "organization", 2),
            ("акимат Сарытау", "organization", 0),
            ("до 10 февраля", "date", -1),
        ],
    ),
    (
        "2025-03-12-akim-meeting",
        "2025-03-12",
        "ru",
        "https://news.example/akim-meeting",
        "Аким Сарытау отчиталась перед жителями",
        "На отчётной встрече аким Айгуль Нурланова сообщила, что теплотрасса на улице Абая заменена полностью, последний участок сдали в феврале.\n\n"
        "«Дворы по улице Гоголя благоустроим до конца года, список из двенадцати адресов опубликуем в апреле», — пообещала аким.\n\n"
        "Отдел архитектуры обязали до 1 июня провести слушания по новому парку. Руководитель отдела образования Ерлан Сапаров подтвердил, что школа № 7 примет детей в сентябре.\n\n"
        "Затраты на дворы составят 212 млн тенге.",
        ["urban_improvement", "public_hearings", "education"],
        [
            ("Айгуль Нурланова", "person", 0),
            ("теплотрасса на улице Абая заменена полностью", "report", 0),
            ("улице Гоголя", "location", -1),
            (
                "«Дворы по улице Гоголя благоустроим до конца года, список из двенадцати адресов опубликуем в апреле»",
                "quote",
                -1,
            ),
            ("Дворы по улице Гоголя благоустроим до конца года", "commitment", 2),
            ("до конца года", "date", -1),
            ("список из двенадцати адресов опубликуем в апреле", "commitment", 5),
            ("в апреле", "date", -1),
            ("Отдел архитектуры обязали до 1 июня провести слушания по новому парку", "commitment", 3),
            ("до 1 июня", "date", -1),
            ("Ерлан Сапаров", "person", 3),
            ("отдела образования", "organization", 4),
            ("212 млн тенге", "money", -1),
        ],
    ),
    (
        "2025-09-01-school",
        "2025-09-01",
        "kk",
        "https://habar.example/mektep-7",
        "Сарытауда № 7 мектеп ашылды",
        "1 қыркүйекте Сарытауда жаңа № 7 мектеп ашылды. Оған 900 бала барады.\n\n«Уәде орындалды», — деді қалалық білім бөлімінің басшысы Ерлан Сәпаров.",
        ["education"],
        [
            ("1 қыркүйекте", "date", -1),
            ("жаңа № 7 мектеп ашылды", "report", 1),
            ("«Уәде орындалды»", "quote", -1),
            ("қалалық білім бөлімінің", "organization", 4),
            ("Ерлан Сәпаров", "person", 3),
        ],
    ),
    (
        "2025-11-19-yards-check",
        "2025-11-19",
        "ru",
        "https://sarytau.example/yards",
        "Что с дворами на Гоголя: проверка волонтёров",
        "Волонтёры ОФ «Жарық көше» обошли двенадцать дворов по улице Гоголя. В пяти поставлены площадки и скамейки, в остальных работы не начаты.\n\n"
        "«Мы не ищем виноватых, мы считаем дворы», — говорит Дина Ахметова.\n\nАкимат города Сарытау сообщил, что сроки не изменились.",
        ["urban_improvement", "public_oversight", "youth_volunteering"],
        [
            ("ОФ «Жарық көше»", "organization", 2),
            ("улице Гоголя", "location", -1),
            ("«Мы не ищем виноватых, мы считаем дворы»", "quote", -1),
            ("Дина Ахметова", "person", 2),
            ("Акимат города Сарытау", "organization", 0),
            ("сроки не изменились", "report", 2),
        ],
    ),
    (
        "2026-04-08-water",
        "2026-04-08",
        "ru",
        "https://news.example/water",
        "В посёлок Жаңажол проведут воду",
        "Заместитель акима области Серик Касымов поручил управлению энергетики и ЖКХ провести водопровод в посёлок Жаңажол до 31 декабря 2026 года.\n\n"
        "Стоимость — 1,2 млрд тенге. Касымов также сказал, что онлайн-карту аварий запустят в первом квартале 2027 года.",
        ["water_supply", "digital_government"],
        [
            ("Серик Касымов", "person", 4),
            ("управлению энергетики и ЖКХ", "organization", 1),
            ("провести водопровод в посёлок Жаңажол до 31 декабря 2026 года", "commitment", 6),
            ("посёлок Жаңажол", "location", -1),
            ("до 31 декабря 2026 года", "date", -1),
            ("1,2 млрд тенге", "money", -1),
            ("Касымов", "person", 4),
            ("онлайн-карту аварий запустят в первом квартале 2027 года", "commitment", 7),
            ("в первом квартале 2027 года", "date", -1),
        ],
    ),
    (
        "2026-10-02-water-progress",
        "2026-10-02",
        "ru",
        None,
        "Водопровод в Жаңажол построен на две трети",
        "Водопровод в посёлок Жаңажол построен на две трети, закончить обещают к концу года, рассказал Марат Жумабеков.\n\n"
        "Жители пока берут воду из колонки. «Ждём тридцать лет, подождём и три месяца», — говорит пенсионерка Роза Ким.",
        ["water_supply"],
        [
            ("посёлок Жаңажол", "location", -1),
            ("закончить обещают к концу года", "report", 6),
            ("к концу года", "date", -1),
            ("Марат Жумабеков", "person", 1),
            ("«Ждём тридцать лет, подождём и три месяца»", "quote", -1),
            ("Роза Ким", "person", 5),
        ],
    ),
]

PEOPLE = [
    (
        "Айгуль Нурланова",
        "official",
        ["Айгүл Нұрланова", "Нурланова"],
        [("аким города", "акимат города Сарытау", 0, "current", "2024-02-14", "2025-03-12")],
    ),
    (
        "Марат Жумабеков",
        "official",
        ["Марат Жұмабеков", "Жумабеков"],
        [
            (
                "руководитель управления",
                "управление энергетики и ЖКХ",
                1,
                "current",
                "2024-02-14",
                "2026-10-02",
            )
        ],
    ),
    ("Дина Ахметова", "person", [], [("директор", "ОФ «Жарық көше»", 2, "", "2024-02-14", "2025-11-19")]),
    (
        "Ерлан Сапаров",
        "official",
        ["Ерлан Сәпаров"],
        [
            ("заместитель руководителя", "отдел архитектуры", -1, "former", "2023-05-02", "2024-06-01"),
            (
                "руководитель отдела",
                "отдел образования города Сарытау",
                4,
                "current",
                "2025-03-12",
                "2025-09-01",
            ),
        ],
    ),
    (
        "Серик Касымов",
        "official",
        ["Касымов"],
        [("заместитель акима области", "акимат области", -1, "current", "2026-04-08", "2026-04-08")],
    ),
    ("Роза Ким", "person", [], []),
]

BODIES = [
    ("акимат города Сарытау", "state_body", "Сарытау", ["Сарытау қаласының әкімдігі", "акимат Сарытау"]),
    ("управление энергетики и ЖКХ", "state_body", "Сарытау", ["энергетика басқармасы"]),
    ("ОФ «Жарық көше»", "ngo", "Сарытау", []),
    ("ТОО «ТеплоСтройСервис»", "company", "", []),
    ("отдел образования города Сарытау", "state_body", "Сарытау", ["қалалық білім бөлімі"]),
]

# text, kind, actor, said by, place, topics, deadline, state, moved, status, tellings: (article or None, text, says, by, deadline, day)
COMMITMENTS = [
    (
        "Мы заменим три километра теплотрассы до 1 октября",
        "promise",
        ("body", 1),
        0,
        "Сарытау",
        ["heating_energy"],
        "2024-12-15",
        "passed",
        True,
        None,
        [
            (
                0,
                "Мы заменим три километра теплотрассы до 1 октября",
                "promised",
                "Айгуль Нурланова",
                "2024-10-01",
            ),
            (1, "Үш шақырым құбыр 1 қазанға дейін ауыстырылады", "repeated", "Марат Жұмабеков", "2024-10-01"),
            (
                2,
                "Замену теплотрассы на улице Абая закончат не к октябрю, а до 15 декабря 2024 года",
                "moved",
                "управление энергетики и ЖКХ",
                "2024-12-15",
            ),
            (3, "вместо трёх километров теплотрассы заменили полтора", "failed", "жители улицы Абая", None),
            (4, "теплотрасса на улице Абая заменена полностью", "done", "Айгуль Нурланова", None),
        ],
    ),
    (
        "школа № 7 откроется 1 сентября 2025 года",
        "plan",
        ("body", 4),
        -1,
        "Сарытау",
        ["education"],
        "2025-09-01",
        "passed",
        False,
        {
            "status": "kept",
            "status_by": "Алия Бекова, редактор",
            "status_on": "2025-09-03",
            "status_source": "https://habar.example/mektep-7",
            "status_note": "Была на открытии, школа работает.",
        },
        [
            (2, "школа № 7 откроется 1 сентября 2025 года", "promised", "", "2025-09-01"),
            (5, "жаңа № 7 мектеп ашылды", "done", "Ерлан Сәпаров", None),
        ],
    ),
    (
        "Дворы по улице Гоголя благоустроим до конца года",
        "promise",
        ("body", 0),
        0,
        "Сарытау",
        ["urban_improvement"],
        "2025-12-31",
        "passed",
        False,
        None,
        [
            (
                4,
                "Дворы по улице Гоголя благоустроим до конца года",
                "promised",
                "Айгуль Нурланова",
                "2025-12-31",
            ),
            (6, "сроки не изменились", "repeated", "акимат города Сарытау", None),
        ],
    ),
    (
        "Отдел архитектуры обязали до 1 июня провести слушания по новому парку",
        "order",
        None,
        0,
        "Сарытау",
        ["public_hearings", "urban_improvement"],
        "2025-06-01",
        "passed",
        False,
        None,
        [
            (
                4,
                "Отдел архитектуры обязали до 1 июня провести слушания по новому парку",
                "promised",
                "Айгуль Нурланова",
                "2025-06-01",
            )
        ],
    ),
    (
        "подрядчика выберут в марте",
        "plan",
        ("body", 1),
        1,
        "Сарытау",
        ["heating_energy", "public_finance_procurement"],
        "2024-03-31",
        "passed",
        False,
        None,
        [(0, "подрядчика выберут в марте", "promised", "Марат Жумабеков", "2024-03-31")],
    ),
    (
        "список из двенадцати адресов опубликуем в апреле",
        "promise",
        ("body", 0),
        0,
        "Сарытау",
        ["urban_improvement"],
        "2025-04-30",
        "passed",
        False,
        None,
        [
            (
                4,
                "список из двенадцати адресов опубликуем в апреле",
                "promised",
                "Айгуль Нурланова",
                "2025-04-30",
            ),
            (
                None,
                "список адресов вывешен на сайте акимата",
                "done",
                "пресс-служба акимата",
                None,
                "2025-05-06",
            ),
        ],
    ),
    (
        "провести водопровод в посёлок Жаңажол до 31 декабря 2026 года",
        "order",
        ("body", 1),
        4,
        "Жаңажол",
        ["water_supply"],
        "2026-12-31",
        "ahead",
        False,
        None,
        [
            (
                7,
                "провести водопровод в посёлок Жаңажол до 31 декабря 2026 года",
                "promised",
                "Серик Касымов",
                "2026-12-31",
            ),
            (8, "закончить обещают к концу года", "repeated", "Марат Жумабеков", "2026-12-31"),
        ],
    ),
    (
        "онлайн-карту аварий запустят в первом квартале 2027 года",
        "plan",
        None,
        4,
        "",
        ["digital_government"],
        "2027-03-31",
        "ahead",
        False,
        None,
        [
            (
                7,
                "онлайн-карту аварий запустят в первом квартале 2027 года",
                "promised",
                "Серик Касымов",
                "2027-03-31",
            )
        ],
    ),
]


def _marks(text, marks):
    out = []
    for piece, kind, ref in marks:
        start = text.index(piece)
        out.append([start, start + len(piece), kind, ref])
    return sorted(out)


def _hostile(index, payload, topics):
    """An article, a person, a body and a commitment whose every text is the payload."""
    text = f"{payload}\n\n{payload} 😀 {payload}"
    article = {
        "id": f"hostile-{index}-{payload}",
        "title": payload,
        "published": f"2026-06-{index % 28 + 1:02}",
        "lang": payload,
        "url": payload,
        "text": text,
        "topics": [0],
        "duplicate_of": None,
        "marks": [
            [0, len(payload), "person", 6],
            [0, len(payload), "quote", -1],
            [0, 10**9, "commitment", 8],
            [2, 5, payload, 0],
            [5, 2, "date", -1],
            [len(payload) + 2, len(text), "organization", 5],
            None,
        ],
    }
    return article


def _people_and_bodies(articles):
    def of(kind, ref):
        return [
            k
            for k, article in enumerate(articles)
            if any(mark and mark[2] == kind and mark[3] == ref for mark in article["marks"])
        ]

    people = [
        {
            "id": f"p{k + 1}",
            "name": name,
            "kind": kind,
            "forms": forms,
            "articles": of("person", k),
            "quotes": [],
            "posts": [
                dict(zip(("position", "organization", "body", "status", "first", "last"), post))
                for post in posts
            ],
            "reasons": ["одно имя и одна должность в двух статьях"] if forms else [],
        }
        for k, (name, kind, forms, posts) in enumerate(PEOPLE)
    ]
    bodies = [
        {
            "id": f"b{k + 1}",
            "name": name,
            "kind": kind,
            "place": place,
            "forms": forms,
            "articles": of("organization", k),
            "people": [
                p for p, person in enumerate(people) if any(post["body"] == k for post in person["posts"])
            ],
            "reasons": ["одно название и один город"] if forms else [],
        }
        for k, (name, kind, place, forms) in enumerate(BODIES)
    ]
    return people, bodies


def _commitment(index, row, articles, topic):
    text, kind, actor, said_by, place, own, deadline, state, moved, rating, tellings = row
    told = []
    for article, piece, says, by, due, *day in tellings:
        start = articles[article]["text"].index(piece) if article is not None else 0
        told.append(
            {
                "article": -1 if article is None else article,
                "day": day[0] if day else articles[article]["published"],
                "start": start,
                "end": start + len(piece),
                "text": piece,
                "says": says,
                "by_name": by,
                "deadline": due,
            }
        )
    told.sort(key=lambda telling: telling["day"])
    first = {
        says: next((k for k, telling in enumerate(told) if telling["says"] == says), -1)
        for says in ("done", "failed")
    }
    actor_name = (
        {"body": BODIES, "person": PEOPLE}[actor[0]][actor[1]][0]
        if actor
        else ("отдел архитектуры" if "архитектуры" in text else "")
    )
    return {
        "id": f"c{index + 1}",
        "text": text,
        "kind": kind,
        "actor": list(actor) if actor else None,
        "actor_name": actor_name,
        "said_by": said_by,
        "said_by_name": PEOPLE[said_by][0] if said_by >= 0 else "",
        "place": place,
        "topics": [topic[name] for name in own],
        "deadline": deadline,
        "deadline_state": state,
        "moved": moved,
        "first_said": told[0]["day"],
        "last_mentioned": told[-1]["day"],
        **first,
        **(
            rating
            or {
                "status": "not_yet_rated",
                "status_by": "",
                "status_on": "",
                "status_source": "",
                "status_note": "",
            }
        ),
        "tellings": told,
    }


def story(topics):
    topic = {one["id"]: k for k, one in enumerate(topics)}
    articles = [
        {
            "id": id_,
            "title": title,
            "published": day,
            "lang": lang,
            "url": url,
            "text": text,
            "topics": [topic[name] for name in own],
            "duplicate_of": None,
            "marks": _marks(text, marks),
        }
        for id_, day, lang, url, title, text, own, marks in ARTICLES
    ]
    people, bodies = _people_and_bodies(articles)
    commitments = [_commitment(k, row, articles, topic) for k, row in enumerate(COMMITMENTS)]
    quotes = []
    speakers = {0: 0, 1: 1, 3: 2, 4: 0, 5: 3, 6: 2, 8: 5}
    for k, article in enumerate(articles):
        for start, end, kind, _ in article["marks"]:
            if kind == "quote":
                people[speakers[k]]["quotes"].append(len(quotes))
                quotes.append(
                    {
                        "article": k,
                        "start": start,
                        "end": end,
                        "text": article["text"][start + 1 : end - 1],
                        "speaker": speakers[k],
                        "name": people[speakers[k]]["name"],
                        "topics": article["topics"],
                    }
                )
    for k, payload in enumerate(HOSTILE):
        here = len(articles)
        articles.append(_hostile(k, payload, topics))
        people.append(
            {
                "id": payload,
                "name": payload,
                "kind": payload,
                "forms": [payload, payload],
                "articles": [here],
                "quotes": [len(quotes)],
                "reasons": [payload],
                "posts": [
                    {
                        "position": payload,
                        "organization": payload,
                        "body": -1,
                        "status": payload,
                        "first": payload,
                        "last": payload,
                    }
                ],
            }
        )
        bodies.append(
            {
                "id": payload,
                "name": payload,
                "kind": "ngo" if k % 2 else payload,
                "place": payload,
                "forms": [payload],
                "articles": [here],
                "people": [6 + k],
                "reasons": [payload],
            }
        )
        quotes.append(
            {
                "article": here,
                "start": 0,
                "end": 5,
                "text": payload,
                "speaker": 6 + k,
                "name": payload,
                "topics": [0, 999, -1],
            }
        )
        commitments.append(
            {
                "id": payload,
                "text": payload,
                "kind": payload,
                "actor": ["body", 5 + k],
                "actor_name": payload,
                "said_by": 6 + k,
                "said_by_name": payload,
                "place": payload,
                "topics": [0],
                "deadline": payload,
                "deadline_state": payload,
                "moved": False,
                "first_said": payload,
                "last_mentioned": payload,
                "done": -1,
                "failed": 99,
                "status": payload,
                "status_by": payload,
                "status_on": payload,
                "status_source": payload,
                "status_note": payload,
                "tellings": [
                    {
                        "article": here,
                        "day": payload,
                        "start": 0,
                        "end": 4,
                        "text": payload,
                        "says": payload,
                        "by_name": payload,
                        "deadline": payload,
                    }
                ],
            }
        )
    articles.append(
        {
            "id": "empty",
            "title": "",
            "published": None,
            "lang": "",
            "url": None,
            "text": "",
            "topics": [],
            "duplicate_of": 0,
            "marks": [],
        }
    )
    return {
        "articles": articles,
        "people": people,
        "bodies": bodies,
        "quotes": quotes,
        "commitments": commitments,
    }
