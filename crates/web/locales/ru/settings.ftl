settings-title = Настройки
settings-lead = Они хранятся в вашем хранилище, на этом компьютере.
settings-language = Язык
settings-dense = Показывать страницы плотнее
settings-minutes = Блокировать, если вы ничего не делаете столько минут
settings-minutes-hint = От 1 до 240. Пока идёт зондаж, блокировки нет.
settings-save = Сохранить
done-settings = Сохранено.
