handover-title = Передавання
handover-lead = Дозволені тези йдуть до іншого діалогу в добірці, яку створено лише для його учасників і підписано вами. Вони приймають її або повертають із причинами.
handover-out = До іншого діалогу
handover-in = З іншого діалогу
handover-save = Зберегти добірку
handover-save-once = Те, що її створено, записано. Її можна зберегти один раз.
handover-held-back = { $count ->
    [one] { $count } тезу не можна передати: її не дозволено для інших, вона не для передавання або показала б, хто це сказав.
    [few] { $count } тези не можна передати: їх не дозволено для інших, вони не для передавання або показали б, хто це сказав.
    [many] { $count } тез не можна передати: їх не дозволено для інших, вони не для передавання або показали б, хто це сказав.
   *[other] { $count } тези не можна передати: їх не дозволено для інших, вони не для передавання або показали б, хто це сказав.
}
handover-open = відповіді ще немає
handover-accepted = прийнято
handover-returned = повернуто
handover-made-by = Хто створив: { $name }; тези: { $lines }
handover-brought-by = Хто вніс: { $name }; звідки: { $track }
handover-key = Підписано ключем (звірте його з тим, хто передав):
handover-card-lead = Тому, хто створює добірку для цього діалогу, потрібна його картка. Вона дійсна для нинішніх учасників.
handover-card = Зберегти картку
handover-answer-save = Зберегти відповідь для тих, від кого добірка
handover-make-title = Створити добірку
handover-make-lead = Усі учасники тут побачать, що ви її створили, для кого і з яких тез. Ті, хто її отримає, прочитають тези із зазначенням джерела, яке дозволяють їхні правила, і ваш ключ.
handover-make-button = Створити добірку
handover-make-line = Тези, які можна передати
handover-make-title-field = Як називається добірка
handover-make-card = Картка діалогу, який отримує
handover-make-card-hint = Така, яку зберіг один із його учасників.
handover-receive-title = Внести добірку
handover-receive-lead = Усі учасники тут прочитають її й побачать, що внесли її ви.
handover-receive-button = Внести
handover-receive-packet = Добірка
handover-reply-title = Прийняти або повернути
handover-reply-lead = Усі учасники тут побачать відповідь. Вона йде назад як файл, який передаєте ви.
handover-reply-button = Відповісти
handover-reply-why = Причини, якщо ви її повертаєте
handover-reply-why-hint = Добірку повертають із причинами.
handover-reply-accept = Прийняти
handover-reply-return = Повернути
handover-answered-title = Записати відповідь на добірку
handover-answered-lead = Усі учасники тут побачать відповідь.
handover-answered-button = Записати відповідь
handover-answered-answer = Відповідь
done-handover-made = Добірку створено, і це записано.
done-handover-received = Добірку внесено. Прийміть її або поверніть із причинами.
done-handover-replied = Відповідь записано.
done-handover-answered = Відповідь записано.
