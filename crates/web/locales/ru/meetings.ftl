meetings-title = Встречи
meetings-lead = Трек встречи зависит от того, кто на ней присутствует, не считая организаторов: 1, если все — действующие должностные лица и участвуют по мандату; 2, если действующих нет; в остальных случаях 1,5. Его никто не вводит.
meetings-track = Трек
meetings-track-1 = трек 1
meetings-track-1-5 = трек 1,5
meetings-track-2 = трек 2
meetings-track-unknown = трек неизвестен
meetings-why-nobody-known = неизвестно, присутствовал ли кто-либо, кроме организатора
meetings-why-none-serves = среди присутствующих нет действующих должностных лиц
meetings-why-some-serve = действующие должностные лица: { $who }; остальные присутствующие ими не являются
meetings-why-some-private = все присутствующие — действующие должностные лица; без мандата: { $who }
meetings-why-all-mandated = все присутствующие — действующие должностные лица и участвуют по мандату
meetings-summary = { $held ->
    [one] Состоялась { $held } встреча
    [few] Состоялось { $held } встречи
    [many] Состоялось { $held } встреч
   *[other] Состоялось { $held } встречи
}, { $planned ->
    [one] запланирована { $planned }
    [few] запланировано { $planned }
    [many] запланировано { $planned }
   *[other] запланировано { $planned }
}. { $held ->
    [0] Трека ещё нет.
   *[other] Последний известный: { $track }.
} { $changes ->
    [0] Трек не менялся.
    [one] Трек менялся { $changes } раз.
    [few] Трек менялся { $changes } раза.
    [many] Трек менялся { $changes } раз.
   *[other] Трек менялся { $changes } раза.
}
meetings-legend = Квадрат: трек 1. Ромб: трек 1,5. Круг: трек 2. Крест: трек неизвестен. Только контур: запланирована.
meetings-undated = { $count ->
    [one] { $count } встреча с неизвестной датой стоит только в таблице.
    [few] { $count } встречи с неизвестной датой стоят только в таблице.
    [many] { $count } встреч с неизвестной датой стоят только в таблице.
   *[other] { $count } встречи с неизвестной датой стоят только в таблице.
}
meetings-history = История треков
meetings-history-line = Встреча { $meeting }, { $day }: { $track }; { $why }.
meetings-changed = сменился
meetings-no-date = дата неизвестна
meetings-table = Все встречи
meetings-when = Когда
meetings-how = Как и по какому правилу
meetings-items = Темы встречи
meetings-series = серия
meetings-change = Изменить или внести как состоявшуюся
meetings-change-held = Изменить внесённое
meetings-calendar = Файл календаря
meetings-calendar-title = Встреча
meetings-local = { $time }, часовой пояс { $zone }
meetings-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
    [many] { $count } минут
   *[other] { $count } минуты
}
meetings-holiday = праздник
meetings-clash = Сторона { $side }, праздник в этот день: { $holiday }.
meetings-clash-all = Все стороны, праздник в этот день: { $holiday }.
meetings-every = { $days ->
    [one] раз в { $days } день
    [few] раз в { $days } дня
    [many] раз в { $days } дней
   *[other] раз в { $days } дня
}
meetings-due = { $what }: последняя известная встреча — { $last }; крайний срок следующей: { $due }
meetings-due-none = { $what }: ни одной встречи с известной датой ещё не было.
meetings-overdue = { $what }: { $days ->
    [one] срок прошёл { $days } день назад
    [few] срок прошёл { $days } дня назад
    [many] срок прошёл { $days } дней назад
   *[other] срок прошёл { $days } дня назад
}.
meetings-overdue-word = срок прошёл
meetings-mode-online = онлайн
meetings-mode-in-person = очно
meetings-mode-shuttle = челночно
meetings-held-no = запланирована
meetings-held-yes = состоялась
meetings-meeting-title = Запланировать встречу или внести состоявшуюся
meetings-meeting-lead = Это прочтут все участники. Правило указания источника задаётся до встречи и после неё не меняется.
meetings-meeting-button = Внести встречу
meetings-meeting-name = Встреча
meetings-meeting-name-hint = Короткое название. Чтобы изменить встречу, введите его ещё раз.
meetings-meeting-held = Запланирована или состоялась
meetings-meeting-mode = Как проходит
meetings-meeting-at = Начало
meetings-meeting-zone = Часовой пояс
meetings-zone-hint = По которому живут на месте, например Europe/Vienna. Если не указан — всемирное время.
meetings-meeting-day = Или дата, если время неизвестно
meetings-meeting-minutes = Продолжительность в минутах
meetings-meeting-length = Или продолжительность словами
meetings-meeting-place = Место проведения
meetings-meeting-days = Другие дни, по одному на строке
meetings-meeting-places = Другие места и другие слова для места, по одному на строке
meetings-places-hint = Дом, улица, принимающая сторона, то же на других языках: отчёт для публики проверяется на все эти слова.
meetings-meeting-present = Присутствуют или приглашены
meetings-present-hint = Места из материалов. Того, кто здесь не назван, в отчёте о встрече защитить нельзя.
meetings-meeting-items = Темы встречи, по одной на строке
meetings-meeting-rule = Указание источника
meetings-rule-hint = Если не выбрано — правило из устава диалога.
meetings-meeting-series = Серия, которую она представляет, если это не одна встреча
meetings-meeting-source = Источник, если это сообщение о других
meetings-find-heading = Найти дату, не раскрывая календарей
meetings-find-how = Компьютер каждой стороны сам вводит, какое время для неё свободно. Все узнают одно время, свободное для всех участвующих сторон, или что такого нет; ничей календарь не показывается.
meetings-find-title = Спросить о дате
meetings-find-lead = Далее вы увидите, что сообщил бы каждый ответ. Когда вы поставите вопрос, все участники увидят, что вы спрашиваете и о каком времени; он засчитывается в лимит раскрытия, как любой другой.
meetings-find-button = Показать, что это сообщило бы
meetings-find-sides = Участвующие стороны
meetings-find-minutes = Продолжительность в минутах
meetings-find-slot = Возможное начало
meetings-asked = { $count ->
    [one] { $count } промежуток времени; стороны: { $sides }
    [few] { $count } промежутка времени; стороны: { $sides }
    [many] { $count } промежутков времени; стороны: { $sides }
   *[other] { $count } промежутка времени; стороны: { $sides }
}
meetings-stage-called = ждёт согласия сторон: { $sides }
meetings-stage-consented = ждёт компьютеры сторон: { $sides }
meetings-stage-running = идёт запуск
meetings-stage-answered = ответ есть
meetings-stage-spent = прервался; засчитывается
meetings-stage-refused = сторона { $side } не дала согласия
meetings-stage-withdrawn = снят
meetings-pace-heading = Праздники и периодичность
meetings-no-holidays = Праздников в материалах нет.
meetings-of-side = сторона { $side }
meetings-all-sides = все стороны
meetings-holiday-title = Добавить праздник
meetings-holiday-lead = Его прочтут все участники. Встреча в такой день отмечается, но не запрещается.
meetings-holiday-button = Внести день
meetings-holiday-day = День, например 2026-12-25
meetings-holiday-name = Как он называется
meetings-holiday-side = Чей он
meetings-holiday-side-hint = Если не указано — всех сторон.
meetings-cadence-title = Указать, как часто встречаться
meetings-cadence-lead = Это прочтут все участники и увидят, когда срок встречи прошёл.
meetings-cadence-button = Внести периодичность
meetings-cadence-days = Не позже чем через столько дней после последней
meetings-cadence-words = Словами
meetings-cadence-mode = Считать встречи только одного вида
meetings-cadence-mode-hint = Если не выбрано — все.
done-meetings-meeting = Встреча внесена в материалы и отправлена всем участникам.
done-meetings-cadence = Периодичность внесена в материалы и отправлена всем участникам.
done-meetings-holiday = День внесён в материалы и отправлен всем участникам.
