rooms-title = Комнаты
rooms-lead = Комната — это отдельный разговор. Кто прочтёт написанное вами, указано над полем ввода.
rooms-plenary = Пленарное заседание
rooms-plenary-who = Читают все участники.
rooms-caucus = Внутреннее совещание стороны { $side }
rooms-caucus-who = Читают только участники стороны { $side }.
rooms-convener = Сторона { $side } и организатор
rooms-convener-who = Читают участники стороны { $side } и организатор.
rooms-closed = Эта комната пока для вас закрыта: после вашего присоединения тот, кто открывает в неё доступ, ещё не был в сети.
rooms-read-by = Читают:
rooms-older = { $count ->
    [one] { $count } предыдущее сообщение
    [few] { $count } предыдущих сообщения
    [many] { $count } предыдущих сообщений
   *[other] { $count } предыдущего сообщения
}
rooms-empty = Здесь ещё нет сообщений.
rooms-of-side = сторона { $side }
rooms-mine = вы
rooms-write-plenary = Написать всем участникам
rooms-write-caucus = Написать только стороне { $side }
rooms-write-convener = Написать стороне { $side } и организатору
rooms-send = Отправить
