statements-title = Сведения из публикаций
statements-lead = Что сообщают источники: у каждого высказывания указано, чьё оно, каково указание источника и к чему оно восходит. Ничто здесь не является чьей-либо позицией и не входит в зондаж.
statements-roots = Насколько это подтверждено
statements-roots-lead = Считаются независимые первоисточники, а не статьи.
statements-roots-words = { $roots ->
    [one] { $roots } независимый первоисточник
    [few] { $roots } независимых первоисточника
    [many] { $roots } независимых первоисточников
   *[other] { $roots } независимого первоисточника
}, { $anonymous ->
    [one] { $anonymous } анонимный источник
    [few] { $anonymous } анонимных источника
    [many] { $anonymous } анонимных источников
   *[other] { $anonymous } анонимного источника
}, { $named ->
    [one] { $named } названный источник
    [few] { $named } названных источника
    [many] { $named } названных источников
   *[other] { $named } названного источника
}, в { $articles ->
    [one] { $articles } документе
    [few] { $articles } документах
    [many] { $articles } документах
   *[other] { $articles } документа
}
statements-count = Подсчёт
statements-limits = Пределы, известные по сообщениям
statements-limits-lead = Пределы, которые, как сообщается, у кого-то есть. Это не голоса и не позиция какой-либо стороны.
statements-barred = Никогда не вариант
statements-barred-lead = Внесено с указанием источника. Ни в одной повестке дня не может быть варианта, где говорится что-либо из этого; действие, которым угрожают, вместо этого влечёт отметку.
statements-barred-marks = Вариант не принимается, если в нём говорится:
statements-pairs = Непубличная позиция рядом с публичной
statements-pairs-lead = Где сказанное непублично расходится со сказанным публично.
statements-all = Все остальные высказывания
statements-none = Других сообщений пока нет.
statements-of-root = первоисточник { $root }
statements-of-issue = пункт { $issue }
statements-kind = Вид
statements-kind-account = изложение
statements-kind-limit = предел
statements-kind-estimate = оценка
statements-kind-threatened-act = действие, которым угрожают
statements-kind-never-option = никогда не вариант
statements-kind-commentary = комментарий, не факт
statements-setting = Обстановка
statements-setting-public = публично
statements-setting-private = непублично
statements-add-title = Добавить высказывание
statements-add-lead = Его прочтут все участники. Изложите его своими словами.
statements-add-button = Внести высказывание
statements-name = Короткое название
statements-speaker = Кто говорит, как это указано в источнике
statements-anonymous = имя не указано
statements-anonymous-yes = Источник не называет имени говорящего
statements-rule = Указание источника
statements-stance = Утверждается или отрицается
statements-text = Что сказано
statements-quote = Сами слова
statements-quote-hint = Только там, где факт — сама формулировка; не более 80 знаков.
statements-day = Когда
statements-source = Документ
statements-root = Первая публикация, к которой оно восходит
statements-root-hint = Если не указана — сам документ.
statements-claim = О чём оно свидетельствует
statements-claim-hint = Высказывания в пользу одного и того же утверждения считаются вместе.
statements-issue = Пункт
statements-pair = Высказывание, с которым оно расходится
statements-seat = Место того, чьи это слова
statements-commits = Государство, от имени которого говорится
statements-marks = Чего не может быть ни в одном варианте, по одному на строке
statements-marks-hint = Слова, которые должны встретиться все; * заменяет любое окончание. Для действий, которыми угрожают, и для того, что никогда не вариант.
statements-import-title = Внести высказывания из файла
statements-import-lead = Их прочтут все участники. Если хотя бы одно прочесть нельзя, не вносится ни одно.
statements-import-button = Внести
statements-import-file = Файл
statements-import-hint = TOML с таблицами [[statement]] или CSV с заголовком.
done-statements-added = Высказывание внесено в материалы и отправлено всем участникам.
done-statements-imported = Высказывания внесены в материалы и отправлены всем участникам.
