rooms-title = Кімнати
rooms-lead = Кімната — це окрема розмова. Хто прочитає написане вами, зазначено над полем введення.
rooms-plenary = Пленарне засідання
rooms-plenary-who = Читають усі учасники.
rooms-caucus = Внутрішня нарада сторони { $side }
rooms-caucus-who = Читають лише учасники сторони { $side }.
rooms-convener = Сторона { $side } та організатор
rooms-convener-who = Читають учасники сторони { $side } та організатор.
rooms-closed = Ця кімната поки для вас закрита: після вашого приєднання той, хто відкриває до неї доступ, ще не був у мережі.
rooms-read-by = Читають:
rooms-older = { $count ->
    [one] { $count } попереднє повідомлення
    [few] { $count } попередні повідомлення
    [many] { $count } попередніх повідомлень
   *[other] { $count } попереднього повідомлення
}
rooms-empty = Тут іще немає повідомлень.
rooms-of-side = сторона { $side }
rooms-mine = ви
rooms-write-plenary = Написати всім учасникам
rooms-write-caucus = Написати лише стороні { $side }
rooms-write-convener = Написати стороні { $side } та організаторові
rooms-send = Надіслати
