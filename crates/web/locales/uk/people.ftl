people-title = Люди
people-seats = Місця
people-members = Учасники цього діалогу
people-members-caption = Хто тут і від якої сторони
people-name = Ім’я
people-side = Сторона
people-here = Присутність
people-standing-admitted = прийнято, допуску ще немає
people-standing-present = у діалозі
people-standing-returning = повертається з новим комп’ютером
people-standing-gone = більше не в діалозі
people-own = Власні записи цього діалогу
people-own-seats = Місця цього діалогу
people-own-lead = Їх записує організатор, а кожен учасник — місце, яке займає. Їх читають усі учасники.
people-reported = Повідомлено про інших
people-reported-seats = Місця за відомостями з публікацій
people-reported-lead = Узято з джерел, кожне з яких названо. «Не повідомлялося» не означає «не було». Тут немає жодного місця цього діалогу.
people-none = Жодного місця ще не записано.
people-before = { $count ->
    [one] Що діяло раніше: { $count } запис
    [few] Що діяло раніше: { $count } записи
    [many] Що діяло раніше: { $count } записів
   *[other] Що діяло раніше: { $count } запису
}
people-change = Змінити це місце
people-entered = Записано
people-entered-by = { $name }, { $day }
people-source = Джерело
people-office-former = колишня посадова особа
people-office-serving = чинна посадова особа
people-office-expert = експерт
people-office-convener = організатор
people-capacity-private = в особистій якості
people-capacity-mandated = за мандатом
people-seat-title = Додати або змінити місце
people-seat-lead = Записане вами прочитають усі учасники. Те, яким місце було раніше, залишається записаним.
people-seat-button = Записати місце
people-seat-name = Коротка назва місця
people-seat-name-hint = Щоб змінити місце, вкажіть його назву ще раз.
people-seat-holder = Хто його займає
people-seat-holder-hint = Ім’я або опис, яким його замінюють.
people-seat-office = Посадове становище
people-seat-capacity = Статус участі
people-seat-capacity-hint = В особистій якості або за мандатом довірителя. Місце без статусу не приймається.
people-seat-side = Сторона
people-seat-government = Уряд або довіритель
people-seat-post = Посада або професія
people-seat-institution = Установа
people-seat-close = Близькість до
people-seat-also = Інші написання імені, по одному в рядку
people-seat-posts = Інші посади, зокрема колишні, по одній у рядку
people-seat-institutions = Інші установи та їхні назви іншими мовами, по одній у рядку
people-seat-described = Інші слова, за якими можна впізнати людину, по одному в рядку
people-seat-words = Інші слова для сторони чи уряду: мешканці, столиця, інші мови, по одному в рядку
people-seat-gender = Звертання
people-seat-gender-hint = Щоб «він» і «вона» у звіті можна було перевірити. Можна не заповнювати.
people-gender-woman = вона
people-gender-man = він
people-described = Також описують як
people-words = Інші слова для сторони
people-seat-since = Відколи
people-seat-member = Учасник, який його займає
people-seat-source = Джерело, якщо це повідомлено про інших
people-day-hint = Наскільки відомо: 2023, 2023-04 або 2023-04-12.
people-source-hint = Якщо вказано джерело, це потрапляє до відомостей із публікацій, а не до записів цього діалогу.
people-warning = Зверніть увагу
people-warning-no-mandate = Зустріч { $meeting }: { $who } бере участь в особистій якості, а поруч — чинна посадова особа іншого уряду ({ $with }); мандата в реєстрі немає.
people-warning-beyond = { $who } говорить від імені уряду ({ $government }) з місця в особистій якості, а мандата на це в реєстрі немає: із виходом за межі мандата або без нього.
people-warning-beyond-line = Рядок звіту { $line }: { $who } говорить від імені уряду ({ $government }), а мандата на це в реєстрі немає: із виходом за межі мандата або без нього.
people-no-advice = Це не юридична консультація; запитайте юриста.
people-standing-title = Роль влади
people-standing-lead = Чи влада просила про переговори, домагалася їх, знала про них, керувала ними, була поінформована, передавала через них повідомлення — це шість окремих фактів. Заперечення заперечує саме те, що в ньому сказано.
people-standing-none = Жодного факту ще не записано.
people-standing-caption = Яке відношення влада мала до переговорів: { $government }
people-relation-requested = просила про переговори
people-relation-sought = домагалася їх
people-relation-knew = знала про них
people-relation-directed = керувала ними
people-relation-briefed = була поінформована
people-relation-carried-messages = передавала через них повідомлення
people-deed-requested = просила про переговори
people-deed-sought = домагалася переговорів
people-deed-knew = знала про переговори
people-deed-directed = керувала переговорами
people-deed-briefed = була поінформована
people-deed-carried-messages = передавала через переговори повідомлення
people-stance-asserts = стверджується
people-stance-denies = заперечується
people-says-asserts = { $who } стверджує, що влада ({ $government }) { $deed }.
people-says-denies = { $who } заперечує, що влада ({ $government }) { $deed }.
people-speaks-for = { $who } говорить про те, що зробила б влада ({ $government }).
people-verdict = Що випливає з фактів
people-verdict-yes = так
people-verdict-no = ні
people-verdict-contested = спірне: стверджується й заперечується
people-verdict-not-reported = не повідомлялося
people-facts = Хто це каже
people-fits = Як узгоджуються заперечення й твердження
people-fit-compatible = сумісно
people-fit-conflicting = суперечить
people-fit-in-tension = погано узгоджується
people-why-not-covered = Заперечено те, що влада { $denied }, і більше нічого; те, що вона { $asserted }, цим не заперечено.
people-why-other-meeting = Ідеться про різні зустрічі ({ $denied }; { $asserted }).
people-why-other-side = Ідеться про різні сторони ({ $denied }; { $asserted }).
people-why-later = Твердження стосується пізнішого дня, ніж той, до якого сягає заперечення ({ $denied }; { $asserted }).
people-why-opposite = В одному стверджується те, що в іншому заперечується ({ $denied }; { $asserted }).
people-why-implied = Якщо влада { $asserted }, то вона й { $denied }.
people-why-speaks-for = Хто говорить про те, що готова зробити влада, той передає її повідомлення або говорить із виходом за межі мандата ({ $denied }{ $asserted }).
people-of-meeting = зустріч { $meeting }
people-of-source = джерело: { $source }
people-rule-on-record = із зазначенням імені
people-rule-background = без імені, з описом джерела
people-rule-chatham-house = правило Chatham House
people-rule-deep-background = без опису джерела
people-rule-off-record = не для передавання
people-fact-title = Додати факт
people-fact-lead = Його прочитають усі учасники, разом із тим, хто це каже. Записуйте по одному факту й не більше, ніж сказано.
people-fact-button = Записати факт
people-fact-government = Чия влада
people-fact-relation = Яке відношення
people-fact-stance = Це стверджується чи заперечується?
people-fact-by = Хто це каже
people-fact-by-hint = Так, як указано в джерелі, або те, що учасникові відомо самому.
people-fact-rule = Зазначення джерела
people-fact-day = Коли
people-fact-meeting = Про яку зустріч
people-fact-source = Джерело, якщо про це повідомлено
people-mandates-title = Мандати
people-mandates-lead = Довіритель письмово визначає, що уповноважена ним особа може тут робити, і підписує це поза цією програмою. Ви бачите мандати, пред’явлені у ваших кімнатах.
people-register = Пред’явлені вам мандати
people-register-empty = Реєстр порожній: вам не пред’явлено жодного мандата.
people-shown-in = Де пред’явлено: { $room }
people-all-issues = усі пункти
people-counsel = { $name }, { $day }
people-counsel-none = висновку не записано
people-key = Підписано ключем
people-only-you = Бачите лише ви.
people-document-title = Документ на підпис
people-document-lead = Збережіть його. Довіритель має прочитати й підписати на власному комп’ютері саме ці байти. Потім внесіть сюди обидва файли.
people-document-save = Зберегти документ
people-document-forget = Прибрати
people-clock-not-yet = { $days ->
    [0] почне діяти менш ніж за добу
    [one] почне діяти через { $days } день
    [few] почне діяти через { $days } дні
    [many] почне діяти через { $days } днів
   *[other] почне діяти через { $days } дня
}
people-clock-holds = { $days ->
    [0] діє ще менше доби
    [one] діє ще { $days } день
    [few] діє ще { $days } дні
    [many] діє ще { $days } днів
   *[other] діє ще { $days } дня
}
people-clock-expired = { $days ->
    [0] термін минув менш ніж добу тому
    [one] термін минув { $days } день тому
    [few] термін минув { $days } дні тому
    [many] термін минув { $days } днів тому
   *[other] термін минув { $days } дня тому
}
people-clock-revoked = відкликано: { $why }
people-scope-explore = з’ясовувати: розмовляти, запитувати й слухати; довірителя це не зобов’язує
people-scope-convey = передавати: доносити повідомлення довірителя так, як їх дано, і приносити відповіді
people-scope-speak-for = говорити від імені довірителя: викладати його позицію від його імені
people-mandate-title = Скласти чернетку мандата
people-mandate-lead = Чернетку нікому не надсилають. Вас у ній позначено лише гешем із сіллю, тож із знайденого документа не видно, чий він.
people-mandate-button = Скласти документ
people-mandate-principal = Довіритель
people-mandate-scope = Повноваження
people-mandate-subjects = Пункти
people-mandate-subjects-hint = Якщо не позначено жодного, то всі.
people-mandate-from = Від (всесвітній час)
people-mandate-until = До (всесвітній час)
people-mandate-conditions = Умови, по одній у рядку
people-mandate-counsel = Висновок юриста
people-mandate-counsel-day = День висновку юриста, наприклад 2026-11-30
people-mandate-reference = Реквізити висновку юриста
people-signed-title = Перевірити або пред’явити підписаний мандат
people-signed-lead = Перевірка нікому нічого не повідомляє. Пред’явлення показує всім учасникам вибраної вами кімнати мандат і те, що він ваш.
people-signed-button = Пред’явити
people-signed-document = Документ, точно такий, як його підписано
people-signed-signature = Підпис, який створила програма ssh-keygen
people-signed-key = Відкритий ключ довірителя, якщо ви знаєте його з іншого джерела
people-signed-key-hint = Один рядок, так, як його записує OpenSSH.
people-signed-room = Кому пред’явити
people-signed-check = Перевірити
people-signed-present = Пред’явити
people-back-title = Скласти чернетку відкликання мандата
people-back-lead = Чернетку нікому не надсилають. Відкликання діє, коли його підписано тим самим довірителем і надіслано далі.
people-back-button = Скласти документ
people-back-reason = Причина
people-revoked-title = Надіслати відкликання мандата
people-revoked-lead = Усі учасники вибраної вами кімнати дізнаються, що мандат відкликано, і чому, якщо про це сказано.
people-revoked-button = Надіслати
people-revoked-document = Підписаний документ, яким мандат відкликано
people-check-holds = Підпис справжній, і мандат видано вам для цього діалогу. Ключ: { $key }. Звірте його з довірителем.
people-check-altered = Недійсний: документ не в єдиній належній формі, або його змінено.
people-check-signature = Недійсний: підпис не вдається прочитати, або його зроблено для іншої мети.
people-check-key = Недійсний: ключі такого виду не приймаються.
people-check-principal = Недійсний: підписано не ключем довірителя, а іншим.
people-check-dialogue = Недійсний: мандат дано для іншого діалогу.
people-check-envoy = Недійсний: мандат дано комусь іншому.
people-check-not-yet = Ще не діє: почне діяти пізніше.
people-check-expired = Більше не діє: термін минув.
people-check-revoked = Більше не діє: відкликано довірителем.
people-check-false = Недійсний: документ, ключ і підпис не належать одне одному.
people-check-not-here = Чернетки цього мандата для цього діалогу на цьому комп’ютері не складали; пред’являє його той, кому його дано.
done-people-seat = Місце записано й надіслано всім учасникам.
done-people-fact = Факт записано й надіслано всім учасникам.
done-people-drafted = Документ складено. Його нікому не надіслано.
done-people-presented = Мандат пред’явлено учасникам кімнати.
done-people-revoked = Надіслано учасникам кімнати.
