talks-title = Ваши диалоги
talks-none = Диалогов здесь пока нет. Присоединитесь по присланному вам приглашению или создайте диалог.
talks-destroyed = Уничтожен
talks-destroyed-on = { $day } ключи этого диалога уничтожены.
talks-since = Начат { $day }
talks-health-in-step = Всё отправлено и получено
talks-health-behind = Что-то ещё не отправлено, или вы ожидаете допуска
talks-health-forked = Тревога: участникам могли быть показаны разные данные
talks-health-needs-rejoin = Этот компьютер ожидает повторного допуска
talks-health-shut-out = У вас больше нет доступа
talks-health-gone = Вы покинули диалог
talks-health-deleted = Удалён на ретрансляторе
talks-health-ending = Завершение согласовано
talks-join-title = Присоединиться по приглашению
talks-join-lead = Организатор прислал вам ссылку по каналу, который другие не читают.
talks-join-open = Использовать приглашение
talks-join-link = Ссылка целиком
talks-join-link-hint = Начинается с backchannel:// и действует один раз.
talks-your-name = Как вас называть в этом диалоге
talks-your-name-hint = Это видят все участники. Можно указать псевдоним.
talks-join = Присоединиться
talks-found-title = Создать диалог
talks-found-lead = Для организаторов
talks-found-name = Название
talks-found-relay = Адрес ретранслятора
talks-found-relay-hint = Например, https://relay.example:8443. Ретранслятор передаёт зашифрованное и ничего из этого прочесть не может.
talks-found-pin = Отпечаток сертификата ретранслятора
talks-found-pin-hint = Его сообщает оператор ретранслятора. Если оставить поле пустым, запоминается отпечаток, полученный первым.
talks-found-purpose = Для чего нужен диалог
talks-found-least = Наименьшее число пакетов в вопросе
talks-found-least-hint = Вопрос об одном пакете показывает каждому, кто его принимает, принимают ли его все остальные.
talks-found = Создать
talks-remains = Хеш зашифрованного журнала сообщений — всё, что сохранено:
talks-no-backup = Резервной копии этого компьютера ещё нет. Если он будет утрачен, будут утрачены и ваши диалоги.
talks-more = { $count ->
    [one] и ещё { $count } дело
    [few] и ещё { $count } дела
    [many] и ещё { $count } дел
   *[other] и ещё { $count } дела
}
talks-unreadable = Файл этого диалога открыть не удаётся; восстановите резервную копию
talks-untitled = Диалог, в который вы ещё не получили допуск
