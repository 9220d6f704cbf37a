meetings-title = Зустрічі
meetings-lead = Трек зустрічі випливає з того, хто в ній бере участь, не рахуючи організаторів: 1, якщо всі є чинними посадовими особами й беруть участь за мандатом; 2, якщо чинних посадових осіб немає; 1,5 — в інших випадках. Ніхто не вводить його вручну.
meetings-track = Трек
meetings-track-1 = трек 1
meetings-track-1-5 = трек 1,5
meetings-track-2 = трек 2
meetings-track-unknown = трек невідомий
meetings-why-nobody-known = не відомо про присутність нікого, крім організатора
meetings-why-none-serves = серед присутніх немає чинних посадових осіб
meetings-why-some-serve = чинні посадові особи: { $who }; інші присутні такими не є
meetings-why-some-private = усі присутні — чинні посадові особи; без мандата: { $who }
meetings-why-all-mandated = усі присутні — чинні посадові особи й беруть участь за мандатом
meetings-summary = { $held ->
    [one] Проведено { $held } зустріч
    [few] Проведено { $held } зустрічі
    [many] Проведено { $held } зустрічей
   *[other] Проведено { $held } зустрічі
}, { $planned ->
    [one] заплановано { $planned } зустріч
    [few] заплановано { $planned } зустрічі
    [many] заплановано { $planned } зустрічей
   *[other] заплановано { $planned } зустрічі
}. { $held ->
    [0] Треку ще немає.
   *[other] Останній відомий: { $track }.
} { $changes ->
    [0] Трек не змінювався.
    [one] Трек змінювався { $changes } раз.
    [few] Трек змінювався { $changes } рази.
    [many] Трек змінювався { $changes } разів.
   *[other] Трек змінювався { $changes } раза.
}
meetings-legend = Квадрат: трек 1. Ромб: трек 1,5. Коло: трек 2. Хрестик: трек невідомий. Лише контур: заплановано.
meetings-undated = { $count ->
    [one] { $count } зустріч не має відомої дати, і її наведено лише в таблиці.
    [few] { $count } зустрічі не мають відомої дати, і їх наведено лише в таблиці.
    [many] { $count } зустрічей не мають відомої дати, і їх наведено лише в таблиці.
   *[other] { $count } зустрічі не мають відомої дати, і їх наведено лише в таблиці.
}
meetings-history = Історія треків
meetings-history-line = Зустріч { $meeting }, { $day }: { $track }; { $why }.
meetings-changed = змінився
meetings-no-date = дата невідома
meetings-table = Усі зустрічі
meetings-when = Коли
meetings-how = Як і за яким правилом
meetings-items = Теми порядку денного
meetings-series = серія
meetings-change = Змінити або записати як проведену
meetings-change-held = Змінити записане
meetings-calendar = Файл календаря
meetings-calendar-title = Зустріч
meetings-local = { $time }, часовий пояс { $zone }
meetings-minutes = { $count ->
    [one] { $count } хвилина
    [few] { $count } хвилини
    [many] { $count } хвилин
   *[other] { $count } хвилини
}
meetings-holiday = свято
meetings-clash = Цього дня у сторони { $side } свято: { $holiday }.
meetings-clash-all = Цього дня в усіх сторін свято: { $holiday }.
meetings-every = { $days ->
    [one] кожен { $days } день
    [few] кожні { $days } дні
    [many] кожні { $days } днів
   *[other] кожні { $days } дня
}
meetings-due = { $what }: остання відома зустріч — { $last }; крайній термін наступної — { $due }
meetings-due-none = { $what }: жодної зустрічі з відомою датою ще не проведено.
meetings-overdue = { $what }: термін минув { $days ->
    [one] { $days } день
    [few] { $days } дні
    [many] { $days } днів
   *[other] { $days } дня
} тому.
meetings-overdue-word = термін минув
meetings-mode-online = онлайн
meetings-mode-in-person = очно
meetings-mode-shuttle = човниково
meetings-held-no = заплановано
meetings-held-yes = проведено
meetings-meeting-title = Запланувати зустріч або записати проведену
meetings-meeting-lead = Це прочитають усі учасники. Правило зазначення джерела встановлюють до зустрічі, і після її проведення воно лишається.
meetings-meeting-button = Записати зустріч
meetings-meeting-name = Зустріч
meetings-meeting-name-hint = Коротка назва. Щоб змінити зустріч, вкажіть її назву ще раз.
meetings-meeting-held = Заплановано чи проведено
meetings-meeting-mode = Спосіб проведення
meetings-meeting-at = Початок
meetings-meeting-zone = Часовий пояс
meetings-zone-hint = Той, за яким живуть на місці, наприклад Europe/Vienna. Якщо його не вказано — всесвітній час.
meetings-meeting-day = Або дата, якщо час невідомий
meetings-meeting-minutes = Тривалість у хвилинах
meetings-meeting-length = Або тривалість словами
meetings-meeting-place = Місце проведення
meetings-meeting-days = Інші дні, по одному в рядку
meetings-meeting-places = Інші місця та інші слова для місця, по одному в рядку
meetings-places-hint = Будинок, вулиця, приймаюча сторона, те саме іншими мовами: звіт для публіки перевіряється на всі ці слова.
meetings-meeting-present = Присутні або запрошені
meetings-present-hint = Записані місця. Кого тут не названо, того у звіті про зустріч захистити неможливо.
meetings-meeting-items = Теми порядку денного, по одній у рядку
meetings-meeting-rule = Зазначення джерела
meetings-rule-hint = Якщо не вибрано, діє правило зі статуту діалогу.
meetings-meeting-series = Серія, яку вона позначає, якщо це не одна зустріч
meetings-meeting-source = Джерело, якщо це повідомлено про інших
meetings-find-heading = Знайти дату, не показуючи календарів
meetings-find-how = Власний комп’ютер кожної сторони вводить, коли вона вільна. Усі дізнаються один час, вільний для всіх сторін, які беруть участь, або що такого немає; нічийого календаря не показують.
meetings-find-title = Запитати про дату
meetings-find-lead = Далі ви побачите, що сказала б кожна відповідь. Коли ви поставите запитання, усі учасники побачать, що ви запитуєте і про які варіанти часу; воно враховується в ліміті розкриття, як і будь-яке інше.
meetings-find-button = Показати, що це сказало б
meetings-find-sides = Сторони, які беруть участь
meetings-find-minutes = Тривалість у хвилинах
meetings-find-slot = Можливий початок
meetings-asked = варіантів часу: { $count }; сторони: { $sides }
meetings-stage-called = чекає на згоду; сторони: { $sides }
meetings-stage-consented = чекає на комп’ютери; сторони: { $sides }
meetings-stage-running = запуск триває
meetings-stage-answered = відповідь є
meetings-stage-spent = перервалося; враховується
meetings-stage-refused = сторона { $side } не дала згоди
meetings-stage-withdrawn = відкликано
meetings-pace-heading = Свята й періодичність
meetings-no-holidays = Жодного свята не записано.
meetings-of-side = сторона { $side }
meetings-all-sides = усі сторони
meetings-holiday-title = Додати свято
meetings-holiday-lead = Це прочитають усі учасники. Зустріч у такий день позначають, а не відхиляють.
meetings-holiday-button = Записати день
meetings-holiday-day = День, наприклад 2026-12-25
meetings-holiday-name = Як він називається
meetings-holiday-side = Чиє свято
meetings-holiday-side-hint = Якщо сторону не вказано — усіх сторін.
meetings-cadence-title = Зазначити, як часто зустрічатися
meetings-cadence-lead = Це прочитають усі учасники; вони бачитимуть, коли термін зустрічі минув.
meetings-cadence-button = Записати періодичність
meetings-cadence-days = Щонайбільше днів після останньої зустрічі
meetings-cadence-words = Словами
meetings-cadence-mode = Рахувати лише один спосіб проведення
meetings-cadence-mode-hint = Якщо не вибрано — усі.
done-meetings-meeting = Зустріч записано й надіслано всім учасникам.
done-meetings-cadence = Періодичність записано й надіслано всім учасникам.
done-meetings-holiday = День записано й надіслано всім учасникам.
