people-title = Люди
people-seats = Места
people-members = Участники этого диалога
people-members-caption = Кто здесь и от какой стороны
people-name = Имя
people-side = Сторона
people-here = Присутствие
people-standing-admitted = место дано, допуска ещё нет
people-standing-present = в диалоге
people-standing-returning = возвращается с новым компьютером
people-standing-gone = больше не в диалоге
people-own = Сам этот диалог
people-own-seats = Места этого диалога
people-own-lead = Их вносит организатор, а каждый участник — место, которое занимает. Их читают все участники.
people-reported = Сообщения о других
people-reported-seats = Места по сообщениям
people-reported-lead = Взято из источников, каждый назван. «Не сообщалось» не значит «не было». Ничто здесь не является местом этого диалога.
people-none = Мест в материалах пока нет.
people-before = { $count ->
    [one] Что действовало раньше: { $count } запись
    [few] Что действовало раньше: { $count } записи
    [many] Что действовало раньше: { $count } записей
   *[other] Что действовало раньше: { $count } записи
}
people-change = Изменить это место
people-entered = Внесено
people-entered-by = участником { $name }, { $day }
people-source = Источник
people-office-former = бывшее должностное лицо
people-office-serving = действующее должностное лицо
people-office-expert = эксперт
people-office-convener = организатор
people-capacity-private = в личном качестве
people-capacity-mandated = по мандату
people-seat-title = Добавить или изменить место
people-seat-lead = Введённое прочтут все участники. То, чем место было раньше, остаётся в материалах.
people-seat-button = Внести место
people-seat-name = Короткое название места
people-seat-name-hint = Чтобы изменить место, введите его название ещё раз.
people-seat-holder = Кто его занимает
people-seat-holder-hint = Имя или описание, которое стоит вместо него.
people-seat-office = Должностное положение
people-seat-capacity = Статус участия
people-seat-capacity-hint = В личном качестве или по мандату доверителя. Место без статуса не принимается.
people-seat-side = Сторона
people-seat-government = Власти страны или доверитель
people-seat-post = Должность или профессия
people-seat-institution = Учреждение
people-seat-close = Близость к кому
people-seat-also = Другие написания имени, по одному на строке
people-seat-posts = Другие должности, в том числе прежние, по одной на строке
people-seat-institutions = Другие учреждения и их названия на других языках, по одному на строке
people-seat-described = Другие слова, по которым можно узнать человека, по одному на строке
people-seat-words = Другие слова для стороны или правительства: жители, столица, другие языки, по одному на строке
people-seat-gender = Обращение
people-seat-gender-hint = Чтобы «он» и «она» в отчёте можно было проверить. Можно не заполнять.
people-gender-woman = она
people-gender-man = он
people-described = Также описывается как
people-words = Другие слова для стороны
people-seat-since = Начало
people-seat-member = Участник, который его занимает
people-seat-source = Источник, если это сообщение о других
people-day-hint = Насколько известно: 2023, 2023-04 или 2023-04-12.
people-source-hint = С источником это вносится в сведения из публикаций, а не в материалы этого диалога.
people-warning = Обратите внимание
people-warning-no-mandate = Встреча { $meeting }: { $who } участвует в личном качестве; там же { $with } — на службе у властей другой страны; мандата в реестре нет.
people-warning-beyond = Высказывание от имени властей ({ $government }) с места «в личном качестве» (кто говорит: { $who }); мандата на это в реестре нет: с выходом за пределы мандата или без него.
people-warning-beyond-line = Строка отчёта { $line }: высказывание от имени властей ({ $government }; кто говорит: { $who }); мандата на это в реестре нет: с выходом за пределы мандата или без него.
people-no-advice = Это не юридическая консультация; обратитесь к юристу.
people-standing-title = Роль властей
people-standing-lead = Просили ли власти о переговорах, добивались ли их, знали ли о них, руководили ли ими, были ли проинформированы, передавали ли через них сообщения — шесть отдельных фактов. Отрицание отрицает ровно то, что в нём сказано.
people-standing-none = Фактов в материалах пока нет.
people-standing-caption = Какое отношение власти ({ $government }) имели к переговорам
people-relation-requested = просили о переговорах
people-relation-sought = добивались переговоров
people-relation-knew = знали о переговорах
people-relation-directed = руководили переговорами
people-relation-briefed = были проинформированы
people-relation-carried-messages = передавали через переговоры сообщения
people-deed-requested = просили о переговорах
people-deed-sought = добивались переговоров
people-deed-knew = знали о переговорах
people-deed-directed = руководили переговорами
people-deed-briefed = были проинформированы
people-deed-carried-messages = передавали через переговоры сообщения
people-stance-asserts = утверждается
people-stance-denies = отрицается
people-says-asserts = Утверждается, что власти ({ $government }) { $deed }. Кто утверждает: { $who }.
people-says-denies = Отрицается, что власти ({ $government }) { $deed }. Кто отрицает: { $who }.
people-speaks-for = Говорится о том, что сделали бы власти ({ $government }). Кто говорит: { $who }.
people-verdict = Что говорят факты
people-verdict-yes = да
people-verdict-no = нет
people-verdict-contested = утверждается и отрицается
people-verdict-not-reported = не сообщалось
people-facts = Кто это говорит
people-fits = Как согласуются отрицания и утверждения
people-fit-compatible = совместимо
people-fit-conflicting = противоречит
people-fit-in-tension = плохо согласуется
people-why-not-covered = Отрицание относится к тому, что власти { $denied }, и ни к чему другому; того, что власти { $asserted }, оно не отрицает.
people-why-other-meeting = Речь о разных встречах (власти { $denied }; власти { $asserted }).
people-why-other-side = Речь о разных сторонах (власти { $denied }; власти { $asserted }).
people-why-later = Утверждение относится к более позднему дню, чем тот, до которого доходит отрицание (власти { $denied }; власти { $asserted }).
people-why-opposite = Одно утверждает то, что другое отрицает (власти { $denied }; власти { $asserted }).
people-why-implied = Если власти { $asserted }, то они и { $denied }.
people-why-speaks-for = Кто говорит о том, что власти готовы сделать, передаёт их сообщение или говорит с выходом за пределы мандата (речь о том, что власти { $denied }{ $asserted }).
people-of-meeting = встреча { $meeting }
people-of-source = источник { $source }
people-rule-on-record = с указанием имени
people-rule-background = без имени, с описанием источника
people-rule-chatham-house = правило Chatham House
people-rule-deep-background = без описания источника
people-rule-off-record = не для передачи
people-fact-title = Добавить факт
people-fact-lead = Его прочтут все участники, с указанием, кто это говорит. Вносите по одному факту и не больше того, что сказано.
people-fact-button = Внести факт
people-fact-government = Власти страны
people-fact-relation = Роль
people-fact-stance = Это утверждается или отрицается?
people-fact-by = Кто это говорит
people-fact-by-hint = Как это указано в источнике или как известно самому участнику.
people-fact-rule = Указание источника
people-fact-day = Когда
people-fact-meeting = О какой встрече
people-fact-source = Источник, если об этом сообщено
people-mandates-title = Мандаты
people-mandates-lead = Доверитель письменно указывает, что может делать здесь уполномоченный, и подписывает это вне этой программы. Вы видите мандаты, предъявленные в ваших комнатах.
people-register = Предъявленные вам мандаты
people-register-empty = Реестр пуст: вам не предъявлено ни одного мандата.
people-shown-in = Предъявлен в комнате: { $room }
people-all-issues = все пункты
people-counsel = { $name }, { $day }
people-counsel-none = заключение не указано
people-key = Подписано ключом
people-only-you = Видите только вы.
people-document-title = Документ на подпись
people-document-lead = Сохраните его, дайте доверителю прочесть и подписать на собственном компьютере ровно эти байты и верните сюда оба файла.
people-document-save = Сохранить документ
people-document-forget = Убрать
people-clock-not-yet = { $days ->
    [0] начнёт действовать в течение суток
    [one] начнёт действовать через { $days } день
    [few] начнёт действовать через { $days } дня
    [many] начнёт действовать через { $days } дней
   *[other] начнёт действовать через { $days } дня
}
people-clock-holds = { $days ->
    [0] действует ещё менее суток
    [one] действует ещё { $days } день
    [few] действует ещё { $days } дня
    [many] действует ещё { $days } дней
   *[other] действует ещё { $days } дня
}
people-clock-expired = { $days ->
    [0] истёк менее суток назад
    [one] истёк { $days } день назад
    [few] истёк { $days } дня назад
    [many] истёк { $days } дней назад
   *[other] истёк { $days } дня назад
}
people-clock-revoked = отозван: { $why }
people-scope-explore = выяснять: беседовать, спрашивать и слушать; доверителя это не связывает
people-scope-convey = передавать: доносить сообщения доверителя в том виде, в каком они даны, и приносить ответы
people-scope-speak-for = говорить от имени: излагать позицию доверителя от его имени
people-mandate-title = Составить черновик мандата
people-mandate-lead = Черновик никому не отправляется. Вы обозначены в нём только хешем с солью, поэтому найденный документ не говорит, чей он.
people-mandate-button = Составить документ
people-mandate-principal = Доверитель
people-mandate-scope = Полномочия
people-mandate-subjects = Пункты
people-mandate-subjects-hint = Если не отмечен ни один — все.
people-mandate-from = Начало (всемирное время)
people-mandate-until = Окончание (всемирное время)
people-mandate-conditions = Условия, по одному на строке
people-mandate-counsel = Заключение юриста
people-mandate-counsel-day = День заключения юриста, например 2026-11-30
people-mandate-reference = Номер заключения у юриста
people-signed-title = Проверить или предъявить подписанный мандат
people-signed-lead = Проверка никому ничего не сообщает. Предъявление показывает мандат и то, что он ваш, всем участникам выбранной вами комнаты.
people-signed-button = Предъявить
people-signed-document = Документ ровно в том виде, в каком он подписан
people-signed-signature = Подпись, которую создала программа ssh-keygen
people-signed-key = Открытый ключ доверителя, если он известен вам из другого источника
people-signed-key-hint = Одна строка, как её записывает OpenSSH.
people-signed-room = Кому предъявить
people-signed-check = Проверить
people-signed-present = Предъявить
people-back-title = Составить черновик отзыва мандата
people-back-lead = Черновик никому не отправляется. Отзыв действует, когда его подписал тот же доверитель и он передан другим.
people-back-button = Составить документ
people-back-reason = Причина
people-revoked-title = Передать отзыв мандата
people-revoked-lead = Все участники выбранной вами комнаты узнают, что мандат отозван и почему, если это указано.
people-revoked-button = Передать
people-revoked-document = Подписанный документ об отзыве
people-check-holds = Подпись подлинная, и мандат выдан вам для этого диалога. Ключ: { $key }. Сверьте его с доверителем.
people-check-altered = Не действует: документ не в единственно допустимой форме или был изменён.
people-check-signature = Не действует: подпись не читается или сделана для другой цели.
people-check-key = Не действует: ключи такого вида не принимаются.
people-check-principal = Не действует: подписано не ключом доверителя, а другим.
people-check-dialogue = Не действует: выдан для другого диалога.
people-check-envoy = Не действует: выдан кому-то другому.
people-check-not-yet = Ещё не действует: срок начинается позже.
people-check-expired = Больше не действует: срок истёк.
people-check-revoked = Больше не действует: доверитель отозвал мандат.
people-check-false = Не действует: документ, ключ и подпись не соответствуют друг другу.
people-check-not-here = Черновик не составлялся на этом компьютере для этого диалога; предъявляет мандат тот, кому он выдан.
done-people-seat = Место внесено в материалы и отправлено всем участникам.
done-people-fact = Факт внесён в материалы и отправлен всем участникам.
done-people-drafted = Документ составлен. Он никому не отправлен.
done-people-presented = Мандат предъявлен участникам комнаты.
done-people-revoked = Передано участникам комнаты.
