soundings-title = Зондажи
soundings-lead = Зондаж спрашивает, есть ли что-то, что могли бы принять все стороны, и открывает только то, что условлено заранее. На каждый вопрос должна дать согласие каждая сторона.
soundings-left = От лимита раскрытия на все вопросы осталось { $bits } бит.
soundings-left-after = Если засчитать этот вопрос, от лимита раскрытия на все вопросы останется { $bits } бит.
soundings-least = Наименьшее число пакетов в вопросе, как условлено: { $least }.
soundings-no-agenda = Повестки дня ещё нет. Для вопросов о тексте или дате она не нужна.
soundings-none = Пока ни о чём не спрошено.
soundings-number = Вопрос { $number }
soundings-question-title = Вопрос
soundings-yours = Очередь за вашей стороной
soundings-back = Все зондажи
soundings-new-title = Подготовить вопрос
soundings-kinds-lead = О чём вопрос? Пока вы его не поставите, о нём никому не сообщается.
soundings-kind-packages = Именованные пакеты
soundings-kind-lead-packages = Есть ли среди этих пакетов такой, который никто не отвергает?
soundings-kind-agenda = Вся повестка дня
soundings-kind-lead-agenda = Есть ли вообще пакет, который никто не отвергает?
soundings-kind-improve = Что-то лучше имеющегося
soundings-kind-lead-improve = Пакет уже есть. Найдётся ли такой, который предпочла бы ему каждая сторона?
soundings-kind-adopt = Текст
soundings-kind-lead-adopt = Все ли принимают эти слова? Если да, становится известно каждое «да»; если нет, ответ не говорит, чьё это «нет», но при двух сторонах тот, кто сказал «да», это поймёт.
soundings-kind-date = Дата
soundings-kind-lead-date = Есть ли время, когда все свободны? Ничей календарь не показывается.
soundings-other-kind = Вопрос другого вида
soundings-which-packages = Какие пакеты
soundings-than = Имеющийся пакет
soundings-among = Искать только среди этих пакетов
soundings-among-hint = Если не отмечено ничего, поиск идёт по всей повестке дня.
soundings-text-title = Как называется текст
soundings-text = Текст
soundings-text-about = О каких пунктах текст
soundings-slots = Предлагаемое время
soundings-offset = Часовой пояс вводимого времени
soundings-offset-hint = Z для UTC или, например, +03:00.
soundings-slot-from = { $number }. от
soundings-slot-to = до
soundings-slots-more = Больше времени, чем здесь помещается
soundings-slots-lines = По одному на строке: 2026-12-01T09:00Z/2026-12-01T12:00Z
soundings-sides = Участвующие стороны
soundings-sides-hint = Каждая из них должна дать согласие, и при запуске её компьютер должен быть на связи.
soundings-rule = Правило
soundings-rule-draw = Жребий: один из проходящих пакетов, выбранный по жребию. Сколько их проходит и в каком порядке, не открывается никогда.
soundings-rule-exists = Существование: только то, проходит ли хоть один пакет. Какой именно, не открывается.
soundings-rule-nash = Правило Нэша: из проходящих пакетов — тот, у которого произведение выигрышей всех сторон наибольшее. Ответ также кое-что сообщает о том, как стороны упорядочивают пакеты.
soundings-rule-egalitarian = Эгалитарное правило: из проходящих пакетов — тот, при котором сторона с наименьшим выигрышем выигрывает больше всего. Ответ также кое-что сообщает о том, как стороны упорядочивают пакеты.
soundings-only = Только часть повестки дня
soundings-only-hint = Пункты, которые вы закрепите здесь, закреплены в вопросе.
soundings-only-any = любой вариант
soundings-only-now = Закреплено
soundings-quorum = Достаточно не всех сторон
soundings-quorum-hint = Если оставить пустым, пакет проходит, только если он приемлем для всех участвующих сторон.
soundings-quorum-field = Сколько сторон достаточно
soundings-veto = Эти стороны обязательно должны быть в их числе
soundings-tell-all = Ответ сообщается всем участникам, а не только участвующим сторонам
soundings-prepare-lead = Далее вы увидите, что каждый возможный ответ сообщил бы каждой стороне. Пока ничего не отправляется.
soundings-prepare = Показать, что это сообщило бы
soundings-preview-title = Что покажет ответ
soundings-preview-lead = Об этом вопросе ещё никому не сообщено.
soundings-call-title = Поставить вопрос
soundings-call-lead = Все участники видят вопрос и то, что его поставили вы. Затем каждая участвующая сторона смотрит, что покажет ответ, и даёт согласие или нет.
soundings-call = Поставить этот вопрос
soundings-change = Изменить
soundings-asked = О чём спрошено
soundings-about = Предмет
soundings-about-packages = { $count ->
    [1] Пакет { $packages }
    [one] Пакеты { $packages }
    [few] Пакеты { $packages }
    [many] Пакеты { $packages }
   *[other] Пакеты { $packages }
}
soundings-contents = Состав
soundings-about-agenda = Вся повестка дня
soundings-about-part = Часть повестки дня
soundings-about-improve = Что-то лучшее для каждой стороны, чем { $package }
soundings-about-adopt = Принятие текста { $title }
soundings-about-date = Дата, { $count ->
    [one] { $count } промежуток времени
    [few] { $count } промежутка времени
    [many] { $count } промежутков времени
   *[other] { $count } промежутка времени
}
soundings-packages-count = Число пакетов
soundings-passes = Что проходит
soundings-passes-all = То, что приемлемо для всех участвующих сторон
soundings-passes-quorum = То, что приемлемо для этих сторон числом не менее { $least }
soundings-passes-vetoes = То, что приемлемо для этих сторон числом не менее { $least }, и в их числе { $sides }
soundings-told = Кому сообщается ответ
soundings-told-all = Всем участникам
soundings-told-sides = Только участвующим сторонам
soundings-called-by = Вопрос поставлен участником { $name }, { $day }
soundings-consented-by = Дали согласие:
soundings-word-called = Ждёт согласия
soundings-stage-called = { $count ->
    [one] Ещё не дала согласия сторона { $sides }.
    [few] Ещё не дали согласия стороны { $sides }.
    [many] Ещё не дали согласия стороны { $sides }.
   *[other] Ещё не дали согласия стороны { $sides }.
}
soundings-word-consented = Готов к запуску
soundings-stage-consented = Согласие дали все стороны. { $count ->
    [one] Компьютер стороны { $sides } ещё не на связи.
    [few] Компьютеры сторон { $sides } ещё не на связи.
    [many] Компьютеры сторон { $sides } ещё не на связи.
   *[other] Компьютеры сторон { $sides } ещё не на связи.
}
soundings-word-again = Может начаться снова
soundings-stage-again = Запуск прервался до того, как какой-либо ответ мог быть открыт. Он начнётся снова с теми же печатями, когда на связи будут компьютеры сторон { $sides }.
soundings-word-running = Идёт запуск
soundings-stage-running = Запуск продолжается, или ещё нет сообщения о том, чем он завершился (кого ждут: { $sides }).
soundings-word-answered = Ответ есть
soundings-stage-answered = Ответ есть у каждой стороны, которая участвовала.
soundings-word-spent = Прервался и засчитан
soundings-stage-spent = Запуск прервался после того, как ответ мог быть открыт. Вопрос засчитывается, и ничто не начинается снова.
soundings-word-refused = Согласия нет
soundings-stage-refused = Согласия не дали: { $sides }.
soundings-word-withdrawn = Снят
soundings-stage-withdrawn = Вопрос снял тот, кто его поставил.
soundings-matrix = Кто что узнал бы
soundings-matrix-lead = Для каждого возможного ответа: что узнала бы из него каждая сторона вместе со всеми прежними ответами, которые знает этот компьютер.
soundings-matrix-private = Ваш собственный столбец учитывает вашу собственную позицию. Его видите только вы.
soundings-matrix-caption = Строка на каждый ответ, столбец на каждую сторону
soundings-if-answer = Если ответ
soundings-would-learn = Что узнала бы сторона { $side }
soundings-stands-for = и так же для каждого из пакетов, всего { $count }
soundings-mark-certain = что-то достоверное о другой стороне
soundings-mark-some = что верно одно из нескольких утверждений или что-то при условии
soundings-mark-nothing = ничего нового
soundings-mark-untold = ответ ей не сообщается, или такой ответ невозможен
soundings-picture-words = Рисунок словами
soundings-picture-row = Если ответ — { $answer }. Кто узнаёт что-то достоверное: { $certain }; кто узнаёт одно из нескольких утверждений или что-то при условии: { $some }; кто не узнаёт ничего нового: { $nothing }; кому ответ не сообщается или для кого он невозможен: { $untold }.
soundings-pooled = Если стороны объединят то, что знают
soundings-pooled-lead = Что они узнали бы вместе сверх того, что узнаёт каждая в отдельности.
soundings-answer-none = Общего пакета нет
soundings-answer-none-text = Не принят всеми
soundings-answer-none-slot = Нет времени, свободного у всех
soundings-answer-exists = Что-то проходит; что именно, не открывается
soundings-package-shown = показанный пакет
soundings-package-better = { $package } (как лучший, чем { $than })
soundings-package-text = текст { $title }
soundings-package-version = { $package } (версия { $version } повестки дня)
soundings-slot = { $from } — { $to }
soundings-scope-outcomes = { $count ->
    [one] { $count } пакет из вопроса
    [few] { $count } пакета из вопроса
    [many] { $count } пакетов из вопроса
   *[other] { $count } пакета из вопроса
}
soundings-claim-yes-package = { $count ->
    [one] { $sides } допускает { $package }
    [few] { $sides } допускают { $package }
    [many] { $sides } допускают { $package }
   *[other] { $sides } допускают { $package }
}
soundings-claim-no-package = { $count ->
    [one] { $sides } отвергает { $package }
    [few] { $sides } отвергают { $package }
    [many] { $sides } отвергают { $package }
   *[other] { $sides } отвергают { $package }
}
soundings-claim-yes-better = { $count ->
    [one] { $sides } допускает { $package }
    [few] { $sides } допускают { $package }
    [many] { $sides } допускают { $package }
   *[other] { $sides } допускают { $package }
}
soundings-claim-no-better = { $count ->
    [one] { $sides } отвергает { $package }
    [few] { $sides } отвергают { $package }
    [many] { $sides } отвергают { $package }
   *[other] { $sides } отвергают { $package }
}
soundings-claim-yes-text = { $count ->
    [one] { $sides } принимает { $package }
    [few] { $sides } принимают { $package }
    [many] { $sides } принимают { $package }
   *[other] { $sides } принимают { $package }
}
soundings-claim-no-text = { $count ->
    [one] { $sides } не принимает { $package }
    [few] { $sides } не принимают { $package }
    [many] { $sides } не принимают { $package }
   *[other] { $sides } не принимают { $package }
}
soundings-claim-yes-slot = { $count ->
    [one] { $sides } располагает этим временем: { $package }
    [few] { $sides } располагают этим временем: { $package }
    [many] { $sides } располагают этим временем: { $package }
   *[other] { $sides } располагают этим временем: { $package }
}
soundings-claim-no-slot = { $count ->
    [one] { $sides } не располагает этим временем: { $package }
    [few] { $sides } не располагают этим временем: { $package }
    [many] { $sides } не располагают этим временем: { $package }
   *[other] { $sides } не располагают этим временем: { $package }
}
soundings-claim-below = { $side } ставит { $package } ниже, чем { $than }
soundings-claim-no-higher = { $side } ставит { $package } не выше, чем { $than }
soundings-claim-no-lower = { $side } не ставит { $package } ниже, чем { $than }
soundings-claim-above = { $side } ставит { $package } выше, чем { $than }
soundings-claim-quorum = не менее { $least } из сторон { $sides } допускают { $package }
soundings-plain = { $claim }.
soundings-if = Если { $condition }: { $claims }.
soundings-one-of = Верно хотя бы одно из следующего (что именно, ответы не говорят): { $claims }.
soundings-if-one-of = Если { $condition }, то верно хотя бы одно из следующего (что именно, ответы не говорят): { $claims }.
soundings-both = { $start } и { $next }
soundings-either = { $start }; { $next }
soundings-each = То же верно для каждого из следующего: { $packages }. { $text }
soundings-that-package = этот пакет
soundings-that-better = этот пакет
soundings-that-text = этот текст
soundings-that-slot = это время
soundings-because = { $text } ({ $count ->
    [one] вопрос { $questions }
    [few] вопросы { $questions } вместе
    [many] вопросы { $questions } вместе
   *[other] вопросы { $questions } вместе
})
soundings-less-likely = При прочих равных теперь менее вероятно, хотя и не исключено: { $claim }. Будь это так, жребий вопроса { $question } показал бы { $drawn } не чаще чем { $times ->
    [2] в половине случаев
    [3] в трети случаев
    [one] один раз из { $times }
    [few] один раз из { $times }
    [many] один раз из { $times }
   *[other] один раз из { $times }
}.
soundings-if-less-likely = Если { $condition }, то при прочих равных теперь менее вероятно, хотя и не исключено: { $claim }. Будь это так, жребий вопроса { $question } показал бы { $drawn } не чаще чем { $times ->
    [2] в половине случаев
    [3] в трети случаев
    [one] один раз из { $times }
    [few] один раз из { $times }
    [many] один раз из { $times }
   *[other] один раз из { $times }
}.
soundings-impossible = При введённых оценках ({ $sides }) такой ответ невозможен.
soundings-nothing = Ничего нового и достоверного о другой стороне.
soundings-cut-short = Рассуждение прервано на полпути: ответы могут сообщать больше, чем перечислено.
soundings-untold = Ответ не сообщается.
soundings-excluded = Прежние ответы исключают этот.
soundings-says-none-one = Хотя бы одна из сторон { $sides } отвергает { $asked }.
soundings-says-none = Каждое из следующего отвергает хотя бы одна из сторон { $sides }: { $asked }.
soundings-says-none-quorum = Каждое из следующего допускают менее чем { $least } из сторон { $sides }: { $asked }.
soundings-says-exists = Все названные стороны ({ $sides }) допускают одно и то же из следующего: { $asked }. Что именно, не открывается.
soundings-says-exists-quorum = Не менее { $least } из сторон { $sides } допускают одно и то же из следующего: { $asked }. Что именно, не открывается.
soundings-says-package-quorum = Не менее { $least } из сторон { $sides } допускают { $package }. (Спрошено о следующем: { $asked }.)
soundings-says-veto = В их числе { $vetoes }.
soundings-says-veto-none = Либо это отвергает { $vetoes }.
soundings-says-others-draw = Об остальных ничего достоверного: ни сколько их прошло, ни в каком порядке.
soundings-says-others-ranked = Каждый из остальных отвергает какая-то сторона, или по правилу он не стоит выше этого.
soundings-warn-one = Предмет вопроса — только { $package }: каждый, кто это принимает, узнаёт из ответа, принимают ли это все остальные.
soundings-warn-few = Число пакетов в вопросе: { $packages }; условлено не менее { $least }.
soundings-warn-probe = Из пакетов, о которых спрошено, для вашей позиции приемлем ровно один: ответ сообщает вам, принимают ли его все остальные, так что это прощупывание.
soundings-warn-subgroup = Вопрос { $question } был о некоторых из тех же пакетов, с другими сторонами: два ответа вместе говорят о сторонах { $sides }.
soundings-warn-overlap = В вопросе { $question } тех же сторон спросили о некоторых из тех же пакетов: два ответа вместе говорят больше, чем каждый в отдельности.
soundings-warn-repeat = В вопросе { $question } тех же сторон спросили о том же: при запечатанных тогда позициях ответ может отличаться только из-за жребия.
soundings-warn-midpoint = Для единственного упорядоченного пункта это правило сводится к середине: кто знает своё число, может вычислить чужое.
soundings-warn-untold = Номера вопросов, ответы на которые вам не сообщены: { $questions }. Что они вместе с этим ответом сообщают тем, кто их знает, не перечислено.
soundings-note-sincerity = Всё это — о позициях, которые были введены, искренне или нет.
soundings-note-bits = В битах, из которых простое «да» или «нет» сообщает один, ответ сообщает не более { $bits }. Это ограничивает то, сколько сообщается, а не вред от этого.
soundings-note-ranks = Порядок здесь — по округлённым баллам, которые сравнивает правило. Кто знает свои баллы, может точнее ограничить чужие.
soundings-note-first = Одна сторона, выбранная по жребию, может прочесть ответ первой и может остановиться. Это было бы видно.
soundings-note-relay = Ретранслятор видит, что ваши компьютеры в сети, сколько они отправляют и когда происходит запуск.
soundings-consent-over = Согласие вашей стороны больше не запрашивается. Выше указано, как обстоит дело с вопросом.
soundings-consent = Согласие за вашу сторону
soundings-consent-do = Дать согласие
soundings-consent-position = За вашу сторону говорит её запечатанная позиция. Все участники видят, что ваша сторона даёт согласие; что в позиции, не видит никто. Что и кому сообщает ответ, указано в таблице выше.
soundings-consent-text = Ваше «да» или «нет» не показывается. Если принимают все, видно каждое «да»; если не все, ответ — только это, и при двух сторонах тот, кто сказал «да», поймёт, кто сказал «нет». Все участники видят, что ваша сторона согласна, чтобы её спросили.
soundings-consent-date = Ваше время не показывается. Если время найдено, оно свободно у всех, кого спрашивали, в том числе у вас. Все участники видят, что ваша сторона согласна, чтобы её спросили.
soundings-seal-first = Прежде чем ваша сторона сможет дать согласие, нужно запечатать вашу позицию для этой версии повестки дня.
soundings-another = Позиция вашей стороны запечатана участником { $name }; этот участник даёт согласие за вашу сторону или не даёт.
soundings-vote = Этот текст
soundings-vote-accept = моя сторона принимает
soundings-vote-reject = моя сторона не принимает
soundings-free = Свободно для моей стороны
soundings-calendar = Заполнить из календаря (ICS)
soundings-calendar-hint = Он читается на этом компьютере и не сохраняется. Каждую отметку по-прежнему можно изменить.
soundings-calendar-do = Отметить свободное
soundings-decline = Не дать согласия
soundings-decline-lead = Все участники видят, что ваша сторона не дала согласия. Почему, не видит никто. Тогда вопрос не задаётся и ничего не расходует из лимита раскрытия.
soundings-decline-do = Мы не даём согласия
soundings-withdraw = Снять вопрос
soundings-withdraw-lead = Все участники видят, что вы сняли вопрос.
soundings-withdraw-do = Снять
soundings-run-title = Запуск
soundings-start-lead = Компьютеры всех сторон должны быть на связи одновременно. Ваш ждёт остальных до часа. Все участники видят, что ваш готов.
soundings-start = Участвовать сейчас
soundings-run-begins = Этот компьютер готовится.
soundings-run-waits = Этот компьютер готов. Ожидаются компьютеры сторон { $sides }.
soundings-run-meets = Компьютеры всех сторон соединяются.
soundings-run-bar = Как далеко продвинулся запуск
soundings-run-may-close = Эту страницу можно закрыть; программа должна продолжать работать.
soundings-look-again = Посмотреть снова
soundings-run-missed = Компьютеры сторон { $sides } не вышли на связь вовремя. Ваш может ждать снова.
soundings-run-broke = На этом компьютере запуск прервался. Что возможно теперь, указано ниже.
soundings-leave = Выйти из запуска
soundings-leave-lead = Если вы выйдете, все стороны увидят, что ваш компьютер остановился. Ни один ответ пока не может быть открыт: запуск может начаться снова позже, с теми же печатями и, значит, с теми же позициями.
soundings-leave-opening = Ответ открывается. Если вы выйдете сейчас, все стороны увидят, что ваш компьютер остановился, кто-то может уже прочесть ответ, и вопрос засчитывается в лимит раскрытия.
soundings-phase-setup = Каждая пара сторон согласует секретные ключи.
soundings-phase-bits = Создаются случайные биты, которые никто не может незаметно изменить.
soundings-phase-keys = Каждая сторона показывает, что использует один ключ со всеми.
soundings-phase-triples = Создаётся и проверяется исходный материал для вычисления.
soundings-phase-buckets = Он объединяется так, чтобы подлог в нём не имел действия.
soundings-phase-masks = Он привязывается к этому вопросу.
soundings-phase-inputs = Вводятся запечатанные позиции, под масками.
soundings-phase-tables = Ответ на вопрос вычисляется под масками.
soundings-phase-outputs = Открывается ответ, и ничего больше.
soundings-broken-title = Прервавшиеся запуски
soundings-broke = Запуск { $number }: компьютер стороны { $side } остановился. По его собственному сообщению, ответ не мог быть открыт.
soundings-broke-open = Запуск { $number }: компьютер стороны { $side } остановился, и к этому времени ответ мог быть открыт.
soundings-broke-phase = На этом этапе: { $phase }
soundings-broke-names = Причиной он называет: { $sides }.
soundings-broke-counts = Кто-то мог прочесть ответ. Вопрос засчитывается в лимит раскрытия, и ничто не начинается снова. Поставьте новый вопрос, если этого хотят все стороны.
soundings-broke-again = Ответ не мог быть открыт. Запуск может начаться снова с теми же печатями, поэтому ответ не может быть другим.
soundings-broke-wait = Может ли он начаться снова, станет известно, когда каждый компьютер сообщит, чем он завершился.
soundings-answer = Ответ
soundings-told-none = Общий пакет не найден
soundings-told-better-no = Не найдено ничего, что предпочла бы каждая сторона
soundings-told-text-no = Текст не получил согласия всех
soundings-told-text-yes = Текст принят всеми
soundings-told-date-no = Не найдено времени, когда все свободны
soundings-told-date = Все свободны: { $slot }
soundings-told-exists = Что-то проходит. Что именно, не открывается.
soundings-told-package = Пакет { $package }
soundings-exploratory-word = Предварительный
soundings-exploratory = Сторона { $side } не дала согласия. Её затрагивают пункты: { $issues }, а она не участвовала. Пока она не даст согласия, пакет остаётся предварительным и не может быть передан на подтверждение.
soundings-own-could = Ваша сторона могла бы это принять.
soundings-receipt-by = Квитанция, подтвердили { $sides }:
soundings-receipt-lead = Она одинакова у всех, кто участвовал, и никому больше ничего не доказывает.
soundings-receipt-none = Квитанции на этом компьютере нет: ответ сообщён коллегой, или никто не остался, чтобы подтвердить его.
soundings-learned = Что сообщил ответ
soundings-you = вы
soundings-next = Что делать дальше
soundings-next-gate = Запросите на согласовании согласие затрагиваемых сторон. До этого ничто из этого не согласовано.
soundings-next-bring = Вынесите это на обсуждение на странице согласования. «Да» здесь — не договорённость: остаётся подтверждение доверителей.
soundings-next-none = Ничьи голоса не показываются. Поговорите о том, чего недоставало, не говоря, что вы ввели.
soundings-next-version = Изменённая повестка дня — это новая версия: каждая сторона занимает новую позицию, и её можно спросить заново.
soundings-next-stands = Имеющееся остаётся в силе.
soundings-next-text = Доверителям остаётся подтвердить то, что этого требует.
soundings-next-text-no = Измените слова и спросите о новом тексте.
soundings-next-date = Внесите встречу в ваши календари.
soundings-next-date-no = Предложите другое время.
done-soundings-called = Вопрос поставлен. Его видят все участники.
done-soundings-consented = Ваша сторона дала согласие. Это видят все участники.
done-soundings-declined = Ваша сторона не дала согласия. Это видят все участники.
done-soundings-withdrawn = Вопрос снят. Это видят все участники.
done-soundings-calendar = Отмечено то, что в вашем календаре свободно. Из календаря ничего не сохранено.
done-soundings-left = Этот компьютер вышел из запуска. Другие стороны видят, что он остановился.
