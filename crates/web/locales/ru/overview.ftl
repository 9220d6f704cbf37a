overview-title = Обзор
overview-state = Как обстоят дела с диалогом
overview-crisis = Отмечено действие, которым угрожают.
overview-crisis-open = Открыть отметку и контакты
overview-flag = { $act } · Позвонить: { $contact }, { $reach }
overview-track = Трек { $track }
overview-track-unknown = кто там присутствовал, в материалах не указано
overview-debrief-due = нужна справка
overview-as-reported = По публикациям
overview-none-held = Встреч этого диалога ещё не было.
overview-when-where = { $day }, { $place }
overview-when = { $day }
overview-when-unknown = Встреча без даты
overview-both = { $one }, { $two }
overview-knew-yes = { $government }: власти знали о переговорах
overview-knew-no = { $government }: власти, как утверждается, не знали о переговорах
overview-knew-contested = { $government }: знали ли власти о переговорах, оспаривается
overview-knew-open = { $government }: знали ли власти о переговорах, не сообщалось
overview-directed-yes = руководили ими
overview-directed-no = не руководили ими
overview-directed-contested = руководили ли ими, оспаривается
overview-directed-open = руководили ли ими, не сообщалось
overview-next-meeting = Следующая встреча ({ $when }): { $meeting }.
overview-no-meeting = Встреч не запланировано.
overview-overdue = { $days ->
    [one] Срок встречи прошёл { $days } день назад; условлено проводить их раз в { $every } дн.
    [few] Срок встречи прошёл { $days } дня назад; условлено проводить их раз в { $every } дн.
    [many] Срок встречи прошёл { $days } дней назад; условлено проводить их раз в { $every } дн.
   *[other] Срок встречи прошёл { $days } дня назад; условлено проводить их раз в { $every } дн.
}
overview-overdue-words = { $days ->
    [one] Срок встречи прошёл { $days } день назад; условлено: { $words }.
    [few] Срок встречи прошёл { $days } дня назад; условлено: { $words }.
    [many] Срок встречи прошёл { $days } дней назад; условлено: { $words }.
   *[other] Срок встречи прошёл { $days } дня назад; условлено: { $words }.
}
overview-acts = Что вы можете сделать сейчас
overview-acts-none = От вас сейчас ничего не ждут.
overview-since = появилось { $day }
overview-open = Не завершено
overview-open-see = Посмотреть
overview-exploratory = Вопрос { $number }: результат предварительный. Недостаёт согласия: { $missing }.
overview-tolerable = Вопрос { $number }: все, кого затрагивает результат, участвуют или согласны. Его можно передать на подтверждение.
overview-promoted = Вопрос { $number }: результат передан на подтверждение, но не согласован. Ещё не подтвердили доверители сторон: { $missing }.
overview-impasse-delegate = Тупик «{ $name }»: { $blocker } · Преодолеть его могут делегаты. Следующий шаг: { $next }
overview-impasse-principal = Тупик «{ $name }»: { $blocker } · Преодолеть его могут только доверители. Следующий шаг: { $next }
overview-news = Что сообщено всем
overview-refused = Введённое вами не принято, поскольку раньше пришло введённое другими: { $why }
overview-news-track = Со встречей { $meeting } переговоры перешли с трека { $from } на трек { $to }.
overview-news-collision = Возможно пересечение с другим каналом: { $channel }.
overview-news-tried = Вариант { $option } пункта { $issue } уже предлагался. Тогдашний ответ: { $answer }
overview-news-flag = Отмечено действие, которым угрожают: { $name }. Позвонить: { $contact }.
overview-news-hotline = Экстренная связь: { $text }
overview-news-promoted = Результат вопроса { $number } передан на подтверждение.
overview-news-agreed = Результат вопроса { $number } подтвердили все доверители.
overview-news-handover = Поступила подборка для передачи: { $title }.
overview-next-hotline = { $count ->
    [one] Прочитать { $count } сообщение экстренной связи
    [few] Прочитать { $count } сообщения экстренной связи
    [many] Прочитать { $count } сообщений экстренной связи
   *[other] Прочитать { $count } сообщения экстренной связи
}
overview-next-end = Сообщить, согласны ли вы завершить этот диалог
overview-next-verify = Сверить контрольные слова: { $name }
overview-next-verify-more = Сверить контрольные слова с участниками: { $count }
overview-next-invite = Пригласить делегатов
overview-next-seat = Указать ваш статус участия
overview-next-agenda = Составить повестку дня
overview-next-position = Записать вашу позицию
overview-next-look = Просмотреть вашу позицию и запечатать её, прежде чем давать согласие на вопрос
overview-next-consent = Дать согласие на вопрос { $number } или не давать его
overview-next-run = Подготовить ваш компьютер к вопросу { $number }
overview-next-running = Вопрос { $number }: идёт запуск; не выключайте компьютер
overview-next-bring = Вынести результат вопроса { $number } на обсуждение
overview-next-speak = Вопрос { $number } затрагивает вашу сторону: дать согласие или возразить
overview-next-promote = Передать результат вопроса { $number } на подтверждение
overview-next-confirm = Сообщить, что ваш доверитель подтверждает результат вопроса { $number }
overview-next-clear = { $count ->
    [one] Разрешить к передаче { $count } ваш тезис в отчётах
    [few] Разрешить к передаче { $count } ваших тезиса в отчётах
    [many] Разрешить к передаче { $count } ваших тезисов в отчётах
   *[other] Разрешить к передаче { $count } вашего тезиса в отчётах
}
overview-next-debrief = Нужна справка: { $meeting }
overview-next-held = Сообщить, состоялась ли встреча { $meeting }
overview-machine = Этот компьютер
overview-do = Что делать:
overview-log = Журнал сообщений до блока { $sequence }:
overview-health-in-step-word = Всё получено
overview-health-in-step-what = Всё сказанное отправлено, и всё отправленное получено здесь.
overview-health-in-step-next = Ничего.
overview-health-clock-word = Часы расходятся
overview-health-clock-what = { $minutes ->
    [one] Часы этого компьютера и ретранслятора расходятся на { $minutes } минуту.
    [few] Часы этого компьютера и ретранслятора расходятся на { $minutes } минуты.
    [many] Часы этого компьютера и ретранслятора расходятся на { $minutes } минут.
   *[other] Часы этого компьютера и ретранслятора расходятся на { $minutes } минуты.
}
overview-health-clock-next = Переведите часы этого компьютера, иначе приглашения могут казаться истёкшими.
overview-health-queued-word = Не отправлено
overview-health-queued-what = { $count ->
    [one] Ждёт отправки: { $count } запись.
    [few] Ждут отправки: { $count } записи.
    [many] Ждут отправки: { $count } записей.
   *[other] Ждут отправки: { $count } записи.
}
overview-health-queued-next = Ничего, если вы в сети: отправка идёт автоматически. Иначе подключитесь к сети.
overview-health-knocked-word = Ожидание
overview-health-knocked-what = Запрос на допуск подан, вы ожидаете допуска.
overview-health-knocked-next = Не выключайте этот компьютер. Тот, кто вас пригласил, должен один раз быть в сети. Если так уже было, ссылка использована раньше или истекла: попросите новую.
overview-health-rejoin-word = Ожидание
overview-health-rejoin-what = У этого компьютера нет ключей группы: он восстановлен из резервной копии или отказался от них, чтобы войти заново.
overview-health-rejoin-next = Не выключайте этот компьютер. Другой участник должен один раз быть в сети.
overview-health-lost-word = Нет части блоков
overview-health-lost-what = Следующими здесь идут блоки с { $from } по { $to }, но ретранслятор сообщает, что больше их не хранит: условленный срок хранения истёк, или он их скрывает.
overview-health-lost-next = Войдите заново: этот компьютер откажется от своих ключей, и другой участник допустит его снова. То, что уже здесь, останется.
overview-health-lost-welcome-word = Не допущен
overview-health-lost-welcome-what = Следующими здесь идут блоки с { $from } по { $to }, возможно, и ваш допуск, но ретранслятор сообщает, что больше их не хранит.
overview-health-lost-welcome-next = Попросите у организатора новое приглашение.
overview-gap = Блоки с { $from } по { $to } этому компьютеру не были показаны: ретранслятор сообщил, что больше их не хранит. Сказанное в них может быть у другого участника.
overview-rejoin = Войти заново
overview-rejoin-sure = Я хочу войти заново: прежде чем я снова смогу здесь что-либо сказать, другой участник должен один раз быть в сети.
overview-acknowledge = Проверено
done-rejoining = Этот компьютер просит допустить его снова.
done-acknowledged = Убрано. О новом будет сообщено.
overview-health-not-let-in-word = Не допущен
overview-health-not-let-in-what = Ваше приглашение больше не действует: вероятнее всего, оно истекло, уже использовано или отозвано.
overview-health-not-let-in-next = Попросите у организатора новое приглашение.
overview-health-shut-out-word = Нет доступа
overview-health-shut-out-what = Ретранслятор больше ничего от вас не принимает: вероятнее всего, вас исключили или организатор закрыл ваш доступ. Известно это только со слов ретранслятора.
overview-health-shut-out-next = Спросите организатора по другому каналу связи. То, что у вас было, по-прежнему здесь и может быть экспортировано.
overview-health-gone-word = Вне диалога
overview-health-gone-what = Вы покинули этот диалог или исключены из него.
overview-health-gone-next = Ничего. То, что у вас было, по-прежнему здесь и может быть экспортировано.
overview-health-deleted-word = Удалён на ретрансляторе
overview-health-deleted-what = Ретранслятор сообщает, что этот диалог там удалён; сделать это может только компьютер организатора. Вероятнее всего, завершение было согласовано в ваше отсутствие. Известно это только со слов ретранслятора. То, что у вас было, по-прежнему здесь.
overview-health-deleted-next = Спросите организатора по другому каналу связи. На странице «Экспортировать, покинуть, уничтожить» можно взять данные с собой и уничтожить их здесь.
overview-health-ending-word = Завершается
overview-health-ending-what = Завершение этого диалога согласовано всеми сторонами, но здесь ещё не выполнено.
overview-health-ending-next = Ничего. Программа выполнит его в ближайшие мгновения.
overview-health-kept = Здесь это хранится до { $day }; затем программа уничтожит это, как условлено.
overview-health-forked-word = Тревога
overview-health-forked-what = Участникам могли быть показаны разные данные.
overview-health-forked-next = Сравните строку ниже с другими участниками по другому каналу связи, например вслух. Не давайте согласия ни на что, пока не узнаете, кто что видит. После этого уберите предупреждение.
overview-fault-other-log = Сообщение участника { $name } в блоке { $sequence } написано поверх другого журнала: до блока { $seen } ретранслятор показал автору и вам разное, или программа этого участника действует нечестно.
overview-fault-other-group = Сообщение участника { $name } в блоке { $sequence } исходит из другого состояния группы: ретранслятор показал вам двоим разные изменения состава, или программа этого участника действует нечестно.
overview-fault-ahead = Сообщение участника { $name } в блоке { $sequence } говорит о блоках, идущих после него: ретранслятор изменил порядок журнала, или программа этого участника действует нечестно.
overview-fault-other-branch = Блок { $sequence } исходит от участника, который видел другой журнал до блока { $seen } или находится в ином состоянии группы, чем вы. Автор блока неизвестен: ретранслятор показал вам двоим разное, или программа этого участника действует нечестно.
overview-fault-repeated = Ретранслятор ещё раз показал блок { $before } как блок { $sequence }. Ни один участник не пишет один и тот же блок дважды.
overview-fault-not-stored = Ретранслятор сообщил, что сохранил отправленное вами как блок { $sequence }, но там этого не показывает. Отправленное вами сохранено здесь.
overview-fault-rolled-back = Ретранслятор утратил или скрыл часть журнала: журнал кончается на блоке { $head }, а раньше был показан блок { $seen }.
overview-fault-other-state = Введение участника { $member } участником { $name }: переданное состояние отличается от вашего; программа участника { $name } действует нечестно или неисправна.
overview-fault-other-answer = Участник { $name } сообщает ответ на вопрос { $question }, который не совпадает с открытым здесь.
overview-waiting-title = Вы ещё не получили допуск
overview-waiting-who = Кто должен быть в сети:
overview-waiting-again = Страница обновляется сама. Если её закрыть, ничего не пропадёт.
overview-waiting-knocked = Ваш запрос на допуск отправляется. Допуск даёт компьютер того, кто вас пригласил.
overview-waiting-knocked-who = Участник, который прислал вам приглашение, — один раз; остальное сделает его программа.
overview-waiting-welcomed = Вы в группе и ожидаете введения: состояние диалога передаётся вам.
overview-waiting-welcomed-who = Участник, который дал вам допуск, — ещё один раз.
overview-waiting-returning = У этого компьютера нет ключей диалога: он восстановлен из резервной копии или отказался от них, чтобы войти заново. Он просит остальных допустить его снова; они видят, что вы возвращаетесь с новым компьютером.
overview-waiting-returning-who = { $name } — один раз; остальное сделает программа этого участника.
overview-waiting-returning-anybody = Другой участник — один раз.
