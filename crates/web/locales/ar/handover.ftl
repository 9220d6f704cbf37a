handover-title = التسليم
handover-lead = تنتقل الفقرات المجازة إلى حوار آخر في ملف تسليم معدّ لأعضائه وحدهم، موقّع منكم. ويقبلونه، أو يعيدونه مع بيان الأسباب.
handover-out = إلى حوار آخر
handover-in = من حوار آخر
handover-save = حفظ ملف التسليم
handover-save-once = إنشاؤه مدوّن في السجل. ويمكن حفظه مرة واحدة.
handover-held-back = { $count ->
    [zero] لا فقرات محجوزة.
    [one] فقرة واحدة لا يجوز أن تنتقل: فهي غير مجازة لغيركم، أو لا تُنقل، أو تكشف من قالها.
    [two] فقرتان لا يجوز أن تنتقلا: فهما غير مجازتين لغيركم، أو لا تُنقلان، أو تكشفان من قالهما.
    [few] { $count } فقرات لا يجوز أن تنتقل: فهي غير مجازة لغيركم، أو لا تُنقل، أو تكشف من قالها.
    [many] { $count } فقرة لا يجوز أن تنتقل: فهي غير مجازة لغيركم، أو لا تُنقل، أو تكشف من قالها.
   *[other] { $count } فقرة لا يجوز أن تنتقل: فهي غير مجازة لغيركم، أو لا تُنقل، أو تكشف من قالها.
}
handover-open = لم يُجب عنه بعد
handover-accepted = قُبل
handover-returned = أُعيد
handover-made-by = أنشأه { $name } من الفقرات { $lines }
handover-brought-by = أحضره { $name }؛ من { $track }
handover-key = موقّع بالمفتاح (قارنوه بما لدى من سلّمه):
handover-card-lead = من يُنشئ ملف تسليم لهذا الحوار يحتاج إلى بطاقته. وهي صالحة للأعضاء الحاليين.
handover-card = حفظ البطاقة
handover-answer-save = حفظ الجواب لمن ورد منهم الملف
handover-make-title = إنشاء ملف تسليم
handover-make-lead = سيرى جميع الأعضاء هنا أنكم أنشأتموه، ولمن، ومن أي الفقرات. ويقرأ متسلّموه الفقرات، مسندة بقدر ما تسمح به قواعدها، ومفتاحكم.
handover-make-button = إنشاء ملف التسليم
handover-make-line = الفقرات التي يجوز أن تنتقل
handover-make-title-field = اسم ملف التسليم
handover-make-card = بطاقة الحوار المتسلّم
handover-make-card-hint = كما حفظها أحد أعضائه.
handover-receive-title = إدخال ملف تسليم
handover-receive-lead = سيقرؤه جميع الأعضاء هنا، ويرون أنكم أحضرتموه.
handover-receive-button = إدخاله
handover-receive-packet = ملف التسليم
handover-reply-title = قبوله أو إعادته
handover-reply-lead = سيرى جميع الأعضاء هنا الجواب. ويُعاد في ملف تنقلونه أنتم.
handover-reply-button = إعطاء الجواب
handover-reply-why = الأسباب، إن أعدتموه
handover-reply-why-hint = لا يُعاد ملف تسليم بلا أسباب.
handover-reply-accept = قبوله
handover-reply-return = إعادته
handover-answered-title = إدخال الجواب عن ملف تسليم
handover-answered-lead = سيرى جميع الأعضاء هنا الجواب.
handover-answered-button = إدخال الجواب
handover-answered-answer = الجواب
done-handover-made = أُنشئ ملف التسليم ودُوّن في السجل.
done-handover-received = أُدخل ملف التسليم. اقبلوه، أو أعيدوه مع بيان الأسباب.
done-handover-replied = سُجّل الجواب.
done-handover-answered = سُجّل الجواب.
