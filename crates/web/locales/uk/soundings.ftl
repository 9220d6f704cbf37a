soundings-title = Зондажі
soundings-lead = Зондаж запитує, чи є щось таке, що могли б прийняти всі сторони, і відкриває лише те, про що домовлено заздалегідь. На кожне запитання має дати згоду кожна сторона.
soundings-left = Залишок ліміту розкриття на всі запитання: { $bits } біта.
soundings-left-after = Якщо врахувати це запитання, залишок ліміту розкриття на всі запитання: { $bits } біта.
soundings-least = Як домовлено, найменша кількість пакетів у запитанні: { $least }.
soundings-no-agenda = Порядку денного ще немає. Для запитань про текст або дату він не потрібен.
soundings-none = Ще нічого не запитували.
soundings-number = Запитання { $number }
soundings-question-title = Запитання
soundings-yours = Чекає на вашу сторону
soundings-back = Усі зондажі
soundings-new-title = Підготувати запитання
soundings-kinds-lead = Про що запитання? Доки ви його не поставите, нікому не повідомляють.
soundings-kind-packages = Названі пакети
soundings-kind-lead-packages = Чи є серед цих пакетів такий, якого ніхто не відкидає?
soundings-kind-agenda = Увесь порядок денний
soundings-kind-lead-agenda = Чи є взагалі пакет, якого ніхто не відкидає?
soundings-kind-improve = Щось краще за те, що вже є
soundings-kind-lead-improve = Пакет уже є. Чи є такий, якому віддала б перевагу кожна сторона?
soundings-kind-adopt = Текст
soundings-kind-lead-adopt = Чи всі приймають ці слова? Якщо так, стає відоме кожне «так»; якщо ні, відповідь не каже, чиє це «ні», але за двох сторін той, хто сказав «так», це зрозуміє.
soundings-kind-date = Дата
soundings-kind-lead-date = Чи є час, коли всі вільні? Нічийого календаря не показують.
soundings-other-kind = Інший вид запитання
soundings-which-packages = Які пакети
soundings-than = Пакет, який уже є
soundings-among = Шукати лише серед цих пакетів
soundings-among-hint = Якщо не позначено жодного, переглядається весь порядок денний.
soundings-text-title = Як називається текст
soundings-text = Текст
soundings-text-about = Яких пунктів стосується текст
soundings-slots = Запропонований час
soundings-offset = Часовий пояс того, що ви вводите
soundings-offset-hint = Z для UTC або, наприклад, +03:00.
soundings-slot-from = { $number }. від
soundings-slot-to = до
soundings-slots-more = Більше варіантів часу, ніж тут уміщається
soundings-slots-lines = По одному в рядку: 2026-12-01T09:00Z/2026-12-01T12:00Z
soundings-sides = Сторони, що беруть участь
soundings-sides-hint = Кожна з них має дати згоду, і її комп’ютер має бути на місці під час запуску.
soundings-rule = Правило
soundings-rule-draw = Жереб: один із пакетів, що проходять, вибраний жеребом. Скільки їх проходить і в якому порядку, не відкривається ніколи.
soundings-rule-exists = Існування: лише чи проходить якийсь пакет. Який саме, не відкривається.
soundings-rule-nash = Правило Неша: з пакетів, що проходять, той, у якого найбільший добуток виграшів усіх сторін. Відповідь також дещо показує про те, як сторони впорядковують пакети.
soundings-rule-egalitarian = Егалітарне правило: з пакетів, що проходять, той, у якому сторона з найменшим виграшем виграє найбільше. Відповідь також дещо показує про те, як сторони впорядковують пакети.
soundings-only = Лише частина порядку денного
soundings-only-hint = Пункти, які ви тут зафіксуєте, зафіксовано в запитанні.
soundings-only-any = будь-який варіант
soundings-only-now = Зафіксовано
soundings-quorum = Вистачає менше ніж усіх сторін
soundings-quorum-hint = Якщо залишити порожнім, пакет проходить, лише коли він прийнятний для всіх сторін, що беруть участь.
soundings-quorum-field = Скількох сторін вистачає
soundings-veto = Ці мають бути серед них у будь-якому разі
soundings-tell-all = Відповідь повідомляється всім учасникам, а не лише сторонам, що беруть участь
soundings-prepare-lead = Далі ви побачите, що кожна можлива відповідь сказала б кожній стороні. Поки нічого не надсилається.
soundings-prepare = Показати, що це сказало б
soundings-preview-title = Що покаже відповідь
soundings-preview-lead = Про це запитання ще нікому не повідомлено.
soundings-call-title = Поставити запитання
soundings-call-lead = Усі учасники бачать запитання і те, що його поставили ви. Потім кожна сторона, що бере участь, дивиться, що воно показало б, і дає згоду чи ні.
soundings-call = Поставити це запитання
soundings-change = Змінити
soundings-asked = Про що запитання
soundings-about = Предмет
soundings-about-packages = { $count ->
    [1] Пакет { $packages }
    [one] Пакети { $packages }
    [few] Пакети { $packages }
    [many] Пакети { $packages }
   *[other] Пакети { $packages }
}
soundings-contents = Склад
soundings-about-agenda = Увесь порядок денний
soundings-about-part = Частина порядку денного
soundings-about-improve = Щось краще для кожної сторони, ніж { $package }
soundings-about-adopt = Ухвалення тексту «{ $title }»
soundings-about-date = Дата: { $count ->
    [one] запропоновано { $count } проміжок часу
    [few] запропоновано { $count } проміжки часу
    [many] запропоновано { $count } проміжків часу
   *[other] запропоновано { $count } проміжку часу
}
soundings-packages-count = Кількість пакетів
soundings-passes = Що проходить
soundings-passes-all = Прийнятне для всіх сторін, що беруть участь
soundings-passes-quorum = Прийнятне щонайменше для { $least } із цих сторін
soundings-passes-vetoes = Прийнятне щонайменше для { $least } із цих сторін; обов’язково серед них: { $sides }
soundings-told = Кому повідомляється відповідь
soundings-told-all = Усім учасникам
soundings-told-sides = Лише сторонам, що беруть участь
soundings-called-by = Хто поставив: { $name }, { $day }
soundings-consented-by = Дали згоду:
soundings-word-called = Чекає на згоду
soundings-stage-called = { $count ->
    [one] Ще має дати згоду сторона { $sides }.
    [few] Ще мають дати згоду сторони { $sides }.
    [many] Ще мають дати згоду сторони { $sides }.
   *[other] Ще мають дати згоду сторони { $sides }.
}
soundings-word-consented = Готове до запуску
soundings-stage-consented = Усі сторони дали згоду. { $count ->
    [one] Комп’ютера сторони { $sides } ще немає.
    [few] Комп’ютерів сторін { $sides } ще немає.
    [many] Комп’ютерів сторін { $sides } ще немає.
   *[other] Комп’ютерів сторін { $sides } ще немає.
}
soundings-word-again = Може розпочатися знову
soundings-stage-again = Запуск перервався, перш ніж якусь відповідь могло бути відкрито. Він почнеться знову, з тими самими запечатаними позиціями, щойно будуть на місці комп’ютери. Сторони: { $sides }.
soundings-word-running = Триває запуск
soundings-stage-running = Запуск триває, або ще не повідомлено, як він закінчився. Сторони, від яких бракує повідомлення: { $sides }.
soundings-word-answered = Є відповідь
soundings-stage-answered = Кожна сторона, що брала участь, має відповідь.
soundings-word-spent = Перервалося і враховується
soundings-stage-spent = Запуск перервався після того, як відповідь могло бути відкрито. Запитання враховується, і знову нічого не починається.
soundings-word-refused = Без згоди
soundings-stage-refused = Не дали згоди: { $sides }.
soundings-word-withdrawn = Відкликано
soundings-stage-withdrawn = Запитання відкликано тим, хто його поставив.
soundings-matrix = Хто про що дізнався б
soundings-matrix-lead = Для кожної можливої відповіді: про що кожна сторона дізналася б із неї разом з усіма попередніми відповідями, які знає цей комп’ютер.
soundings-matrix-private = У вашому стовпці враховано вашу власну позицію. Його бачите лише ви.
soundings-matrix-caption = Рядок для кожної відповіді, стовпець для кожної сторони
soundings-if-answer = Якщо відповідь така
soundings-would-learn = Дізналася б сторона { $side }
soundings-stands-for = і так само для кожного пакета; усього пакетів: { $count }
soundings-mark-certain = щось певне про іншу сторону
soundings-mark-some = що справджується одне з кількох, або щось за певної умови
soundings-mark-nothing = нічого нового
soundings-mark-untold = відповідь не повідомляється або неможлива
soundings-picture-words = Рисунок словами
soundings-picture-row = Якщо відповідь така: { $answer }, то щось певне дізнаються: { $certain }; одне з кількох або щось за певної умови: { $some }; лишаються без нового: { $nothing }; не отримують відповіді, або вона неможлива: { $untold }.
soundings-pooled = Якщо сторони об’єднають те, що знають
soundings-pooled-lead = Про що вони дізналися б разом понад те, про що кожна дізнається сама.
soundings-answer-none = Спільного пакета немає
soundings-answer-none-text = Не прийнято всіма
soundings-answer-none-slot = Немає часу, вільного для всіх
soundings-answer-exists = Щось проходить; що саме, не відкривається
soundings-package-shown = показаний пакет
soundings-package-better = { $package } (як кращий за { $than })
soundings-package-text = текст «{ $title }»
soundings-package-version = { $package } (порядок денний, версія { $version })
soundings-slot = { $from } – { $to }
soundings-scope-outcomes = { $count ->
    [one] { $count } пакет, про який запитували
    [few] { $count } пакети, про які запитували
    [many] { $count } пакетів, про які запитували
   *[other] { $count } пакета, про які запитували
}
soundings-claim-yes-package = { $count ->
    [one] { $sides } вважає прийнятним { $package }
    [few] { $sides } вважають прийнятним { $package }
    [many] { $sides } вважають прийнятним { $package }
   *[other] { $sides } вважають прийнятним { $package }
}
soundings-claim-no-package = { $count ->
    [one] { $sides } відкидає { $package }
    [few] { $sides } відкидають { $package }
    [many] { $sides } відкидають { $package }
   *[other] { $sides } відкидають { $package }
}
soundings-claim-yes-better = { $count ->
    [one] { $sides } вважає прийнятним { $package }
    [few] { $sides } вважають прийнятним { $package }
    [many] { $sides } вважають прийнятним { $package }
   *[other] { $sides } вважають прийнятним { $package }
}
soundings-claim-no-better = { $count ->
    [one] { $sides } відкидає { $package }
    [few] { $sides } відкидають { $package }
    [many] { $sides } відкидають { $package }
   *[other] { $sides } відкидають { $package }
}
soundings-claim-yes-text = { $count ->
    [one] { $sides } приймає { $package }
    [few] { $sides } приймають { $package }
    [many] { $sides } приймають { $package }
   *[other] { $sides } приймають { $package }
}
soundings-claim-no-text = { $count ->
    [one] { $sides } не приймає { $package }
    [few] { $sides } не приймають { $package }
    [many] { $sides } не приймають { $package }
   *[other] { $sides } не приймають { $package }
}
soundings-claim-yes-slot = { $count ->
    [one] { $sides } має вільний час: { $package }
    [few] { $sides } мають вільний час: { $package }
    [many] { $sides } мають вільний час: { $package }
   *[other] { $sides } мають вільний час: { $package }
}
soundings-claim-no-slot = { $count ->
    [one] { $sides } не має вільного часу: { $package }
    [few] { $sides } не мають вільного часу: { $package }
    [many] { $sides } не мають вільного часу: { $package }
   *[other] { $sides } не мають вільного часу: { $package }
}
soundings-claim-below = { $side } ставить { $package } нижче за { $than }
soundings-claim-no-higher = { $side } ставить { $package } не вище за { $than }
soundings-claim-no-lower = { $side } не ставить { $package } нижче за { $than }
soundings-claim-above = { $side } ставить { $package } вище за { $than }
soundings-claim-quorum = { $package } прийнятний щонайменше для { $least } зі сторін { $sides }
soundings-plain = { $claim }.
soundings-if = Якщо { $condition }, то { $claims }.
soundings-one-of = Справджується щонайменше одне з такого; що саме, відповіді не показують: { $claims }.
soundings-if-one-of = Якщо { $condition }, то справджується щонайменше одне з такого; що саме, відповіді не показують: { $claims }.
soundings-both = { $start } і { $next }
soundings-either = { $start }; { $next }
soundings-each = Те саме стосується кожного з переліченого: { $packages }. { $text }
soundings-that-package = цей пакет
soundings-that-better = цей пакет
soundings-that-text = цей текст
soundings-that-slot = саме тоді
soundings-because = { $text } ({ $count ->
    [one] запитання { $questions }
    [few] запитання { $questions } разом
    [many] запитання { $questions } разом
   *[other] запитання { $questions } разом
})
soundings-less-likely = За інших рівних умов тепер менш імовірно, хоч і не виключено: { $claim }. Якби це було так, жереб у запитанні { $question } показав би { $drawn } щонайбільше { $times ->
    [2] у половині випадків
    [3] у третині випадків
   *[other] в одному випадку з { $times }
}.
soundings-if-less-likely = Якщо { $condition }, то за інших рівних умов тепер менш імовірно, хоч і не виключено: { $claim }. Якби це було так, жереб у запитанні { $question } показав би { $drawn } щонайбільше { $times ->
    [2] у половині випадків
    [3] у третині випадків
   *[other] в одному випадку з { $times }
}.
soundings-impossible = За введених оцінок (сторони: { $sides }) такої відповіді бути не може.
soundings-nothing = Нічого нового й певного про іншу сторону.
soundings-cut-short = Міркування обірвано: відповіді можуть показувати більше, ніж тут наведено.
soundings-untold = Відповідь цій стороні не повідомляється.
soundings-excluded = Попередні відповіді виключають цю.
soundings-says-none-one = Щонайменше одна зі сторін { $sides } відкидає { $asked }.
soundings-says-none = Кожне з переліченого відкидає щонайменше одна зі сторін { $sides }: { $asked }.
soundings-says-none-quorum = Кожне з переліченого прийнятне менш ніж для { $least } зі сторін { $sides }: { $asked }.
soundings-says-exists = Для всіх сторін { $sides } прийнятне одне й те саме з переліченого: { $asked }. Що саме, не відкривається.
soundings-says-exists-quorum = Щонайменше для { $least } зі сторін { $sides } прийнятне одне й те саме з переліченого: { $asked }. Що саме, не відкривається.
soundings-says-package-quorum = Щонайменше для { $least } зі сторін { $sides } прийнятний { $package }. (Запитано про: { $asked }.)
soundings-says-veto = Серед них: { $vetoes }.
soundings-says-veto-none = Або це відкидає { $vetoes }.
soundings-says-others-draw = Про інші нічого певного не відомо: ні скільки їх пройшло, ні в якому порядку.
soundings-says-others-ranked = Кожен інший або відкинуто якоюсь стороною, або за правилом він не стоїть вище за цей.
soundings-warn-one = Запитання лише про { $package }: хто його приймає, бачить із відповіді, чи приймають його всі інші.
soundings-warn-few = Пакетів у запитанні: { $packages }; домовлено щонайменше { $least }.
soundings-warn-probe = З пакетів, про які запитано, за вашою позицією прийнятний рівно один: відповідь показує вам, чи приймають його всі інші, тож це прощупування.
soundings-warn-subgroup = Запитання { $question } було про деякі з тих самих пакетів, з іншими сторонами: дві відповіді разом кажуть щось про такі сторони: { $sides }.
soundings-warn-overlap = Запитання { $question } зверталося до тих самих сторін щодо частини тих самих пакетів: дві відповіді разом кажуть більше, ніж кожна окремо.
soundings-warn-repeat = Запитання { $question } запитувало те саме в тих самих сторін: за тодішніх запечатаних позицій відповідь може відрізнятися лише через жереб.
soundings-warn-midpoint = В одному впорядкованому пункті це правило зводиться до середини: хто знає власне число, може вирахувати число іншої сторони.
soundings-warn-untold = Відповіді, яких вам не повідомлено: запитання { $questions }. Що вони разом із цією показують тим, хто їх знає, тут не наведено.
soundings-note-sincerity = Усе це стосується позицій, які введено, щиро чи ні.
soundings-note-bits = У бітах, з яких просте «так» чи «ні» показує один, відповідь показує щонайбільше { $bits }. Це обмежує, скільки показано, а не якої шкоди це завдає.
soundings-note-ranks = Порядок визначено за заокругленими балами, які порівнює правило. Хто знає власні бали, може точніше оцінити межі чужих.
soundings-note-first = Одна сторона, вибрана жеребом, може прочитати відповідь першою й могла б зупинитися. Це було б видно.
soundings-note-relay = Ретранслятор бачить, що ваші комп’ютери в мережі, скільки вони надсилають і коли відбувається запуск.
soundings-consent-over = Згоди вашої сторони більше не запитують. Вище вказано, який стан запитання.
soundings-consent = Згода від імені вашої сторони
soundings-consent-do = Дати згоду
soundings-consent-position = Від вашої сторони говорить ваша запечатана позиція. Усі учасники бачать, що ваша сторона дає згоду; що сказано в позиції, не бачить ніхто. Що показує відповідь і кому, указано в таблиці вище.
soundings-consent-text = Ваше «так» чи «ні» не показують. Якщо приймають усі, видно кожне «так»; якщо не всі, відповідь каже лише це, і за двох сторін той, хто сказав «так», зрозуміє, хто сказав «ні». Усі учасники бачать, що ваша сторона дає згоду на запитання.
soundings-consent-date = Ваш час не показують. Якщо час знайдено, він вільний у всіх, кого питали, зокрема й у вас. Усі учасники бачать, що ваша сторона дає згоду на запитання.
soundings-seal-first = Щоб ваша сторона могла дати згоду, спершу треба запечатати позицію для цієї версії порядку денного.
soundings-another = Позицію вашої сторони запечатав інший учасник ({ $name }); він дає або не дає згоду від імені вашої сторони.
soundings-vote = Цей текст
soundings-vote-accept = моя сторона його приймає
soundings-vote-reject = моя сторона його не приймає
soundings-free = Вільний час моєї сторони
soundings-calendar = Заповнити з календаря (ICS)
soundings-calendar-hint = Його читають на цьому комп’ютері й не зберігають. Кожну позначку ще можна змінити.
soundings-calendar-do = Позначити вільний час
soundings-decline = Не дати згоди
soundings-decline-lead = Усі учасники бачать, що ваша сторона не дала згоди. Чому, не бачить ніхто. Тоді запитання не ставиться й нічого не забирає з ліміту розкриття.
soundings-decline-do = Не даємо згоди
soundings-withdraw = Відкликати запитання
soundings-withdraw-lead = Усі учасники бачать, що ви його відкликали.
soundings-withdraw-do = Відкликати
soundings-run-title = Запуск
soundings-start-lead = Комп’ютери всіх сторін мають бути на місці одночасно. Ваш чекає на інші до години. Усі учасники бачать, що ваш готовий.
soundings-start = Взяти участь зараз
soundings-run-begins = Цей комп’ютер готується.
soundings-run-waits = Цей комп’ютер готовий. Очікуються комп’ютери інших. Сторони: { $sides }.
soundings-run-meets = Комп’ютери всіх сторін встановлюють зв’язок.
soundings-run-bar = Перебіг запуску
soundings-run-may-close = Цю сторінку можна закрити; програма має працювати далі.
soundings-look-again = Оновити
soundings-run-missed = Деяких комп’ютерів вчасно не було. Сторони: { $sides }. Ваш може чекати знову.
soundings-run-broke = Запуск на цьому комп’ютері перервався. Що можливо тепер, сказано нижче.
soundings-leave = Вийти із запуску
soundings-leave-lead = Якщо ви вийдете, усі сторони побачать, що ваш комп’ютер зупинився. Жодної відповіді ще не може бути відкрито: запуск може початися знову пізніше, з тими самими печатками, а отже, з тими самими позиціями.
soundings-leave-opening = Відповідь відкривається. Якщо ви зараз вийдете, усі сторони побачать, що ваш комп’ютер зупинився, хтось, можливо, уже прочитав відповідь, а запитання буде враховано в ліміті розкриття.
soundings-phase-setup = Кожні дві сторони погоджують між собою секретні ключі.
soundings-phase-bits = Створюються випадкові біти, яких ніхто не може непомітно змінити.
soundings-phase-keys = Кожна сторона показує, що використовує один ключ для всіх.
soundings-phase-triples = Створюється й перевіряється заготовка для обчислення.
soundings-phase-buckets = Її поєднують так, щоб обман у ній не мав наслідків.
soundings-phase-masks = Її прив’язують до цього запитання.
soundings-phase-inputs = Вводяться запечатані позиції, замасковані.
soundings-phase-tables = На запитання відповідають під масками.
soundings-phase-outputs = Відкривається відповідь, і більше нічого.
soundings-broken-title = Запуски, що перервалися
soundings-broke = Запуск { $number }: комп’ютер сторони { $side } зупинився. За його власним повідомленням, жодної відповіді не могло бути відкрито.
soundings-broke-open = Запуск { $number }: комп’ютер сторони { $side } зупинився, і на той час відповідь могло бути відкрито.
soundings-broke-phase = Він був на такому етапі: { $phase }
soundings-broke-names = Як причину він називає: { $sides }.
soundings-broke-counts = Хтось, можливо, прочитав відповідь. Запитання враховується в ліміті розкриття, і знову нічого не починається. Якщо цього хочуть усі сторони, поставте нове запитання.
soundings-broke-again = Жодної відповіді не могло бути відкрито. Запуск може початися знову з тими самими запечатаними позиціями, тож його відповідь не може бути іншою.
soundings-broke-wait = Чи може він початися знову, стане відомо, коли кожен комп’ютер повідомить, як він закінчився.
soundings-answer = Відповідь
soundings-told-none = Спільного пакета не знайдено
soundings-told-better-no = Не знайдено нічого, чому віддала б перевагу кожна сторона
soundings-told-text-no = Текст не ухвалено всіма
soundings-told-text-yes = Текст ухвалено всіма
soundings-told-date-no = Не знайдено часу, коли всі вільні
soundings-told-date = Усі вільні: { $slot }
soundings-told-exists = Щось проходить. Що саме, не відкривається.
soundings-told-package = Пакет { $package }
soundings-exploratory-word = Орієнтовний
soundings-exploratory = Сторона { $side } не дала згоди. Її зачеплено в пунктах: { $issues }; участі вона не брала. Доки вона не дасть згоди, пакет лишається орієнтовним, і його не можна передати на підтвердження.
soundings-own-could = Ваша сторона могла б його прийняти.
soundings-receipt-by = Квитанція, яку підтвердили { $sides }:
soundings-receipt-lead = Вона однакова для всіх, хто брав участь, і нікому іншому нічого не доводить.
soundings-receipt-none = На цьому комп’ютері квитанції немає: відповідь повідомив колега, або ніхто не залишився, щоб її підтвердити.
soundings-learned = Що показала відповідь
soundings-you = ви
soundings-next = Що робити далі
soundings-next-gate = Попросіть згоди зачеплених сторін на сторінці погодження. До того ніщо з цього не погоджено.
soundings-next-bring = Винесіть його на обговорення на сторінці погодження. «Так» тут не означає домовленості: підтвердити ще мають довірителі.
soundings-next-none = Нічиїх голосів не показано. Поговоріть про те, чого бракувало, не кажучи, що ви ввели.
soundings-next-version = Змінений порядок денний — це нова версія: кожна сторона займає нову позицію, і їх можна запитати знову.
soundings-next-stands = Те, що вже є, діє далі.
soundings-next-text = Те, що потребує підтвердження довірителів, вони ще мають підтвердити.
soundings-next-text-no = Змініть слова й запитайте про новий текст.
soundings-next-date = Внесіть зустріч до своїх календарів.
soundings-next-date-no = Запропонуйте інший час.
done-soundings-called = Запитання поставлено. Його бачать усі учасники.
done-soundings-consented = Ваша сторона дала згоду. Це бачать усі учасники.
done-soundings-declined = Ваша сторона не дала згоди. Це бачать усі учасники.
done-soundings-withdrawn = Запитання відкликано. Це бачать усі учасники.
done-soundings-calendar = Час, вільний у вашому календарі, позначено. Із календаря нічого не збережено.
done-soundings-left = Цей комп’ютер вийшов із запуску. Інші сторони бачать, що він зупинився.
