handover-title = Передача
handover-lead = Разрешённые тезисы передаются в другой диалог в подборке, которая предназначена только его участникам и подписана вами. Они принимают её или возвращают с указанием причин.
handover-out = В другой диалог
handover-in = Из другого диалога
handover-save = Сохранить подборку
handover-save-once = То, что она составлена, внесено в материалы. Сохранить её можно один раз.
handover-held-back = { $count ->
    [one] { $count } тезис передать нельзя: он не разрешён для других, не для передачи или выдал бы, чьи это слова.
    [few] { $count } тезиса передать нельзя: они не разрешены для других, не для передачи или выдали бы, чьи это слова.
    [many] { $count } тезисов передать нельзя: они не разрешены для других, не для передачи или выдали бы, чьи это слова.
   *[other] { $count } тезиса передать нельзя: они не разрешены для других, не для передачи или выдали бы, чьи это слова.
}
handover-open = ответа ещё нет
handover-accepted = принята
handover-returned = возвращена
handover-made-by = Составлено участником { $name } из тезисов: { $lines }
handover-brought-by = Внесено участником { $name }; откуда: { $track }
handover-key = Подписано ключом (сверьте его с тем, кто передал):
handover-card-lead = Тому, кто составляет подборку для этого диалога, нужна его карточка. Она действует для нынешнего состава участников.
handover-card = Сохранить карточку
handover-answer-save = Сохранить ответ для тех, от кого она пришла
handover-make-title = Составить подборку
handover-make-lead = Все участники здесь увидят, что вы её составили, для кого и из каких тезисов. Получатели читают тезисы, с указанием источника, какое допускают их правила, и ваш ключ.
handover-make-button = Составить подборку
handover-make-line = Тезисы, которые можно передать
handover-make-title-field = Как называется подборка
handover-make-card = Карточка диалога-получателя
handover-make-card-hint = В том виде, в каком её сохранил один из его участников.
handover-receive-title = Внести подборку
handover-receive-lead = Все участники здесь прочтут её и увидят, что внесли её вы.
handover-receive-button = Внести
handover-receive-packet = Подборка
handover-reply-title = Принять или вернуть
handover-reply-lead = Все участники здесь увидят ответ. Обратно он уходит файлом, который передаёте вы.
handover-reply-button = Ответить
handover-reply-why = Причины, если вы её возвращаете
handover-reply-why-hint = Подборка возвращается с указанием причин.
handover-reply-accept = Принять
handover-reply-return = Вернуть
handover-answered-title = Внести ответ на подборку
handover-answered-lead = Все участники здесь увидят ответ.
handover-answered-button = Внести ответ
handover-answered-answer = Ответ
done-handover-made = Подборка составлена, и это внесено в материалы.
done-handover-received = Подборка внесена. Примите её или верните с указанием причин.
done-handover-replied = Ответ внесён в материалы.
done-handover-answered = Ответ внесён в материалы.
