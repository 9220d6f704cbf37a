talks-title = Ваші діалоги
talks-none = Діалогів тут поки немає. Приєднайтеся за надісланим вам запрошенням або створіть діалог.
talks-destroyed = Знищено
talks-destroyed-on = { $day } ключі цього діалогу знищено.
talks-since = Розпочато { $day }
talks-health-in-step = Усе надіслано й отримано
talks-health-behind = Щось іще не надіслано, або ви очікуєте на допуск
talks-health-forked = Тривога: учасникам могли показати різні дані
talks-health-needs-rejoin = Цей комп’ютер очікує на повторний допуск
talks-health-shut-out = Ви більше не маєте доступу
talks-health-gone = Ви залишили діалог
talks-health-deleted = Видалено на ретрансляторі
talks-health-ending = Завершення погоджено
talks-join-title = Приєднатися за запрошенням
talks-join-lead = Організатор надіслав вам посилання каналом, якого інші не читають.
talks-join-open = Використати запрошення
talks-join-link = Посилання повністю
talks-join-link-hint = Починається з backchannel:// і діє один раз.
talks-your-name = Як вас називати в цьому діалозі
talks-your-name-hint = Це бачать усі учасники. Можна вказати псевдонім.
talks-join = Приєднатися
talks-found-title = Створити діалог
talks-found-lead = Для організаторів
talks-found-name = Назва
talks-found-relay = Адреса ретранслятора
talks-found-relay-hint = Наприклад, https://relay.example:8443. Ретранслятор передає зашифроване й нічого з цього прочитати не може.
talks-found-pin = Відбиток сертифіката ретранслятора
talks-found-pin-hint = Його повідомляє оператор ретранслятора. Якщо залишити поле порожнім, запам’ятовується відбиток, отриманий першим.
talks-found-purpose = Для чого потрібен діалог
talks-found-least = Найменша кількість пакетів у запитанні
talks-found-least-hint = Запитання про один пакет показує кожному, хто його приймає, чи приймають його всі інші.
talks-found = Створити
talks-remains = Геш зашифрованого журналу подій — усе, що збережено:
talks-no-backup = Резервної копії цього комп’ютера ще немає. Якщо його буде втрачено, буде втрачено й ваші діалоги.
talks-more = { $count ->
    [one] і ще { $count } справа
    [few] і ще { $count } справи
    [many] і ще { $count } справ
   *[other] і ще { $count } справи
}
talks-unreadable = Файл цього діалогу не відкривається; відновіть його з резервної копії
talks-untitled = Діалог, до якого ви ще не отримали допуску
