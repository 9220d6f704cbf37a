statements-title = Відомості з публікацій
statements-lead = Що повідомляють джерела: чиї це слова, як зазначено джерело і до якої публікації це сягає. Ніщо тут не є чиєюсь позицією, і ніщо з цього не потрапляє до зондажу.
statements-roots = Наскільки це засвідчено
statements-roots-lead = Рахуються незалежні першоджерела, а не статті.
statements-roots-words = { $roots ->
    [one] { $roots } незалежне першоджерело
    [few] { $roots } незалежні першоджерела
    [many] { $roots } незалежних першоджерел
   *[other] { $roots } незалежного першоджерела
}, { $anonymous ->
    [one] { $anonymous } анонімне джерело
    [few] { $anonymous } анонімні джерела
    [many] { $anonymous } анонімних джерел
   *[other] { $anonymous } анонімного джерела
}, { $named ->
    [one] { $named } назване джерело
    [few] { $named } названі джерела
    [many] { $named } названих джерел
   *[other] { $named } названого джерела
}, у { $articles ->
    [one] { $articles } документі
    [few] { $articles } документах
    [many] { $articles } документах
   *[other] { $articles } документа
}
statements-count = Пораховано
statements-limits = Межі, відомі з повідомлень
statements-limits-lead = Межі, які, за повідомленнями, хтось має. Це не голоси в зондажах і не позиція жодної сторони.
statements-barred = Ніколи не варіант
statements-barred-lead = Записано із зазначенням джерела. Жоден порядок денний не може мати варіанта, у якому сказано щось із цього; дія, якою погрожують, натомість отримує позначку про ескалацію.
statements-barred-marks = Варіант не приймається, якщо в ньому сказано:
statements-pairs = Непублічне поруч із публічним
statements-pairs-lead = Де сказане непублічно відрізняється від сказаного публічно.
statements-all = Усі інші висловлювання
statements-none = Нічого іншого ще не повідомлено.
statements-of-root = першоджерело: { $root }
statements-of-issue = пункт { $issue }
statements-kind = Вид
statements-kind-account = виклад подій
statements-kind-limit = межа
statements-kind-estimate = оцінка
statements-kind-threatened-act = дія, якою погрожують
statements-kind-never-option = ніколи не варіант
statements-kind-commentary = коментар, а не факт
statements-setting = Обставини
statements-setting-public = публічно
statements-setting-private = непублічно
statements-add-title = Додати висловлювання
statements-add-lead = Його прочитають усі учасники. Викладіть його своїми словами.
statements-add-button = Записати висловлювання
statements-name = Коротка назва
statements-speaker = Чиї слова, як указано в джерелі
statements-anonymous = ім’я не названо
statements-anonymous-yes = Джерело не називає імені того, чиї це слова
statements-rule = Зазначення джерела
statements-stance = Стверджується чи заперечується
statements-text = Що було сказано
statements-quote = Дослівно
statements-quote-hint = Лише там, де фактом є саме формулювання; щонайбільше 80 знаків.
statements-day = Коли
statements-source = Документ
statements-root = Перша публікація, до якої це сягає
statements-root-hint = Якщо не вказано — сам документ.
statements-claim = Що це засвідчує
statements-claim-hint = Висловлювання щодо того самого твердження рахуються разом.
statements-issue = Пункт
statements-pair = Висловлювання, від якого воно відрізняється
statements-seat = Місце того, чиї це слова
statements-commits = Держава, від імені якої це сказано
statements-marks = Чого не може бути сказано в жодному варіанті, по одному в рядку
statements-marks-hint = Слова, які мають бути в ньому всі, * замінює будь-яке закінчення. Для дій, якими погрожують, і для того, що ніколи не є варіантом.
statements-import-title = Записати висловлювання з файлу
statements-import-lead = Їх прочитають усі учасники. Якщо одне з них не вдасться прочитати, не буде записано жодного.
statements-import-button = Записати їх
statements-import-file = Файл
statements-import-hint = TOML із таблицями [[statement]] або CSV із рядком заголовків.
done-statements-added = Висловлювання записано й надіслано всім учасникам.
done-statements-imported = Висловлювання записано й надіслано всім учасникам.
