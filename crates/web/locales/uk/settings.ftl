settings-title = Налаштування
settings-lead = Вони зберігаються у вашому сховищі на цьому комп’ютері.
settings-language = Мова
settings-dense = Показувати сторінки щільніше
settings-minutes = Блокувати, якщо ви нічого не робите стільки хвилин
settings-minutes-hint = Від 1 до 240. Під час зондажу нічого не блокується.
settings-save = Зберегти
done-settings = Збережено.
