overview-title = Огляд
overview-state = Стан діалогу
overview-crisis = Є позначка про дію, якою погрожують.
overview-crisis-open = Переглянути позначку й контакти
overview-flag = { $act } · Зв’язатися: { $contact } — { $reach }
overview-track = Трек { $track }
overview-track-unknown = хто брав участь у зустрічі, не зазначено
overview-debrief-due = час підготувати довідку
overview-as-reported = За відомостями з публікацій
overview-none-held = Жодної зустрічі цього діалогу ще не було.
overview-when-where = { $day }, { $place }
overview-when = { $day }
overview-when-unknown = Зустріч без дати
overview-both = { $one }, { $two }
overview-knew-yes = { $government }: влада знала про переговори
overview-knew-no = { $government }: влада, як стверджують, не знала про переговори
overview-knew-contested = { $government }: спірне, чи знала влада про переговори
overview-knew-open = { $government }: не повідомлялося, чи знала влада про переговори
overview-directed-yes = керувала ними
overview-directed-no = не керувала ними
overview-directed-contested = спірне, чи керувала ними
overview-directed-open = не повідомлялося, чи керувала ними
overview-next-meeting = Наступна зустріч: { $meeting }, { $when }
overview-no-meeting = Зустрічей не заплановано.
overview-overdue = { $days ->
    [one] Термін зустрічі минув { $days } день тому; домовлена періодичність у днях: { $every }.
    [few] Термін зустрічі минув { $days } дні тому; домовлена періодичність у днях: { $every }.
    [many] Термін зустрічі минув { $days } днів тому; домовлена періодичність у днях: { $every }.
   *[other] Термін зустрічі минув { $days } дня тому; домовлена періодичність у днях: { $every }.
}
overview-overdue-words = { $days ->
    [one] Термін зустрічі минув { $days } день тому; домовлено: { $words }.
    [few] Термін зустрічі минув { $days } дні тому; домовлено: { $words }.
    [many] Термін зустрічі минув { $days } днів тому; домовлено: { $words }.
   *[other] Термін зустрічі минув { $days } дня тому; домовлено: { $words }.
}
overview-acts = Що ви можете зробити зараз
overview-acts-none = Від вас нічого не очікують.
overview-since = відколи: { $day }
overview-open = Не завершено
overview-open-see = Переглянути
overview-exploratory = Запитання { $number }: результат орієнтовний. Бракує згоди: { $missing }.
overview-tolerable = Запитання { $number }: усі, кого стосується результат, беруть участь або дали згоду. Результат можна передати на підтвердження.
overview-promoted = Запитання { $number }: передано на підтвердження, не погоджено. Довірителі, від яких немає підтвердження: { $missing }.
overview-impasse-delegate = Глухий кут «{ $name }»: { $blocker } · Подолати його можуть делегати. Наступний крок: { $next }
overview-impasse-principal = Глухий кут «{ $name }»: { $blocker } · Подолати його можуть лише довірителі. Наступний крок: { $next }
overview-news = Що повідомлено всім
overview-news-track = Із зустріччю { $meeting } переговори перейшли з треку { $from } на трек { $to }.
overview-news-collision = Можливий перетин з іншим каналом: { $channel }.
overview-news-tried = Варіант { $option } пункту { $issue } вже пропонувався. Тодішня відповідь: { $answer }
overview-news-flag = Позначено дію, якою погрожують: { $name }. Зв’язатися: { $contact }.
overview-news-hotline = Екстрений зв’язок: { $text }
overview-news-promoted = Результат запитання { $number } передано на підтвердження.
overview-news-agreed = Усі довірителі підтвердили результат запитання { $number }.
overview-news-handover = Надійшла добірка для передавання: { $title }.
overview-next-hotline = { $count ->
    [one] Прочитати { $count } повідомлення екстреного зв’язку
    [few] Прочитати { $count } повідомлення екстреного зв’язку
    [many] Прочитати { $count } повідомлень екстреного зв’язку
   *[other] Прочитати { $count } повідомлення екстреного зв’язку
}
overview-next-end = Сказати, чи згодні ви завершити цей діалог
overview-next-verify = Звірити слова з учасником { $name }
overview-next-verify-more = { $count ->
    [one] Звірити слова з { $count } учасником
    [few] Звірити слова з { $count } учасниками
    [many] Звірити слова з { $count } учасниками
   *[other] Звірити слова з { $count } учасника
}
overview-next-invite = Запросити делегатів
overview-next-seat = Зазначити, у якому статусі ви берете участь
overview-next-agenda = Скласти порядок денний
overview-next-position = Написати свою позицію
overview-next-look = Переглянути свою позицію; її буде запечатано, коли ви вперше дасте згоду на запитання щодо неї
overview-next-consent = Дати або не дати згоду на запитання { $number }
overview-next-run = Підготувати свій комп’ютер до запитання { $number }
overview-next-running = Триває запуск за запитанням { $number }; не вимикайте комп’ютер
overview-next-bring = Винести на обговорення результат запитання { $number }
overview-next-speak = Запитання { $number } стосується вашої сторони: дати згоду або заперечити
overview-next-promote = Передати на підтвердження результат запитання { $number }
overview-next-confirm = Повідомити про підтвердження вашого довірителя щодо запитання { $number }
overview-next-clear = { $count ->
    [one] Дозволити до передавання { $count } вашу тезу у звітах про зустрічі
    [few] Дозволити до передавання { $count } ваші тези у звітах про зустрічі
    [many] Дозволити до передавання { $count } ваших тез у звітах про зустрічі
   *[other] Дозволити до передавання { $count } вашої тези у звітах про зустрічі
}
overview-next-debrief = Час підготувати довідку: { $meeting }
overview-next-held = Зазначити, чи відбулася зустріч { $meeting }
overview-machine = Цей комп’ютер
overview-do = Що робити:
overview-log = Журнал подій до блоку { $sequence }:
overview-health-in-step-word = Синхронно
overview-health-in-step-what = Усе сказане надіслано, і все надіслане отримано тут.
overview-health-in-step-next = Нічого.
overview-health-clock-word = Годинник розходиться
overview-health-clock-what = { $minutes ->
    [one] Годинники цього комп’ютера й ретранслятора розходяться на { $minutes } хвилину.
    [few] Годинники цього комп’ютера й ретранслятора розходяться на { $minutes } хвилини.
    [many] Годинники цього комп’ютера й ретранслятора розходяться на { $minutes } хвилин.
   *[other] Годинники цього комп’ютера й ретранслятора розходяться на { $minutes } хвилини.
}
overview-health-clock-next = Налаштуйте годинник цього комп’ютера, інакше запрошення можуть здаватися простроченими.
overview-health-queued-word = Відставання
overview-health-queued-what = { $count ->
    [one] Очікує на надсилання: { $count } запис.
    [few] Очікують на надсилання: { $count } записи.
    [many] Очікують на надсилання: { $count } записів.
   *[other] Очікує на надсилання: { $count } запису.
}
overview-health-queued-next = Якщо ви в мережі — нічого: усе буде надіслано автоматично. Інакше підключіться до мережі.
overview-health-knocked-word = Очікування
overview-health-knocked-what = Ви подали запит на допуск і очікуєте на нього.
overview-health-knocked-next = Не вимикайте цей комп’ютер. Той, хто вас запросив, має один раз бути в мережі. Якщо це вже відбулося, то посилання використано раніше або його термін минув: попросіть нове.
overview-health-rejoin-word = Очікування
overview-health-rejoin-what = Цей комп’ютер не має ключів групи: його відновлено з резервної копії, або він відмовився від них, щоб увійти знову.
overview-health-rejoin-next = Не вимикайте цей комп’ютер. Інший учасник має один раз бути в мережі.
overview-health-lost-word = Бракує блоків
overview-health-lost-what = Наступними тут ідуть блоки з { $from } по { $to }, але ретранслятор повідомляє, що більше їх не зберігає: узгоджений термін зберігання минув, або він їх приховує.
overview-health-lost-next = Увійдіть знову: цей комп’ютер відмовиться від своїх ключів, і інший учасник допустить його ще раз. Те, що вже є тут, залишиться.
overview-health-lost-welcome-word = Допуску немає
overview-health-lost-welcome-what = Наступними тут ідуть блоки з { $from } по { $to }, можливо, і ваш допуск, але ретранслятор повідомляє, що більше їх не зберігає.
overview-health-lost-welcome-next = Попросіть в організатора нове запрошення.
overview-gap = Блоки з { $from } по { $to } цьому комп’ютеру не показано: ретранслятор повідомив, що більше їх не зберігає. Сказане в них може бути в іншого учасника.
overview-rejoin = Увійти знову
overview-rejoin-sure = Хочу увійти знову: перш ніж я знову зможу тут щось сказати, інший учасник має один раз бути в мережі.
overview-acknowledge = Перевірено
done-rejoining = Цей комп’ютер просить допустити його знову.
done-acknowledged = Прибрано. Про нове буде повідомлено.
overview-health-not-let-in-word = Допуску немає
overview-health-not-let-in-what = Ваше запрошення більше нічого не відкриває: найімовірніше, його термін минув, його використано раніше або відкликано.
overview-health-not-let-in-next = Попросіть в організатора нове запрошення.
overview-health-shut-out-word = Доступ закрито
overview-health-shut-out-what = Ретранслятор більше нічого від вас не приймає: найімовірніше, вас вилучено або організатор закрив ваш доступ. Про це свідчить лише ретранслятор.
overview-health-shut-out-next = Зверніться до організатора іншим каналом зв’язку. Те, що у вас було, і далі тут, і його можна експортувати.
overview-health-gone-word = Поза діалогом
overview-health-gone-what = Ви залишили цей діалог, або вас із нього вилучено.
overview-health-gone-next = Нічого. Те, що у вас було, і далі тут, і його можна експортувати.
overview-health-forked-word = Тривога
overview-health-forked-what = Учасникам могли показати різні дані.
overview-health-forked-next = Звірте рядок нижче з іншими учасниками іншим каналом зв’язку, наприклад уголос. Не давайте згоди ні на що, доки не з’ясуєте, хто що бачить. Після цього приберіть попередження.
overview-fault-other-log = Повідомлення учасника { $name } у блоці { $sequence } написано поверх іншого журналу подій: у межах до блоку { $seen } ретранслятор показав вам двом різне або програма цього учасника нечесна.
overview-fault-other-group = Повідомлення учасника { $name } у блоці { $sequence } надійшло з іншого стану групи: ретранслятор показав вам двом різні зміни складу учасників або програма цього учасника нечесна.
overview-fault-ahead = Повідомлення учасника { $name } у блоці { $sequence } посилається на блоки, що йдуть після нього: ретранслятор змінив порядок журналу подій або програма цього учасника нечесна.
overview-fault-other-branch = Блок { $sequence } надійшов від учасника, який бачив інший журнал подій до блоку { $seen } або перебуває в іншому стані групи, ніж ви. Його автор невідомий: ретранслятор показав вам двом різне або програма цього учасника нечесна.
overview-fault-repeated = Ретранслятор повторно показав блок { $before } як блок { $sequence }. Жоден учасник не пише блок двічі.
overview-fault-not-stored = Ретранслятор повідомив, що зберіг надіслане вами як блок { $sequence }, але на цьому місці його не показує. Надіслане вами збережено тут.
overview-fault-rolled-back = Ретранслятор втратив або приховав частину журналу подій: журнал закінчується блоком { $head }, а раніше він показував блок { $seen }.
overview-fault-other-state = Дані про стан діалогу, з якими { $name } вводить до нього учасника { $member }, відрізняються від ваших; програма того, хто вводить, нечесна або несправна.
overview-fault-other-answer = { $name } повідомляє на запитання { $question } не ту відповідь, яку відкрито тут.
overview-waiting-title = Ви ще не отримали допуску
overview-waiting-who = Хто має бути в мережі:
overview-waiting-again = Ця сторінка оновлюється сама. Якщо ви її закриєте, нічого не втратиться.
overview-waiting-knocked = Ваш запит на допуск надсилається. Допуск надає комп’ютер того, хто вас запросив.
overview-waiting-knocked-who = Учасник, який надіслав вам запрошення, один раз; решту зробить його програма.
overview-waiting-welcomed = Ви вже в групі й очікуєте, доки вас уведуть у діалог: дані про його стан надсилаються.
overview-waiting-welcomed-who = Учасник, який надав вам допуск, ще один раз.
overview-waiting-returning = Цей комп’ютер не має ключів діалогу: його відновлено з резервної копії, або він відмовився від них, щоб увійти знову. Він просить інших допустити його знову; вони бачать, що ви повертаєтеся з новим комп’ютером.
overview-waiting-returning-who = { $name }, один раз; решту зробить програма цього учасника.
overview-waiting-returning-anybody = Інший учасник, один раз.
