agenda-title = جدول الأعمال
agenda-none = لا يوجد جدول أعمال بعد. أضيفوا مسألة أولى، أو ألصقوا مستندا.
agenda-version-of = الصيغة { $version } من أصل { $newest }
agenda-outcomes = { $count ->
    [zero] لا حزمة ممكنة
    [one] حزمة واحدة ممكنة
    [two] حزمتان ممكنتان
    [few] { $count } حزم ممكنة
    [many] { $count } حزمة ممكنة
   *[other] { $count } حزمة ممكنة
}
agenda-outcomes-many = الحزم الممكنة أكثر من أن تُعد
agenda-old = هذه صيغة أقدم. والمواقف المختومة لها تبقى معها.
agenda-to-newest = إلى أحدث صيغة
agenda-affected = تمس
agenda-affected-hint = الحزمة التي تتناول هذه المسألة تبقى استكشافية إلى أن توافق هذه الأطراف.
agenda-affected-others = آخرون تمسهم
agenda-affected-others-hint = غير المشاركين، تفصل بينهم فواصل.
agenda-flag = تنبيه تصعيد.
agenda-flag-field = تنبيه تصعيد
agenda-flag-hint = عمل مهدَّد به. يُنبَّه إليه هنا ولا يكون خيارا أبدا.
agenda-default = إن لم يجر تناولها
agenda-off = غير مطروح
agenda-off-by = من جانب { $by }.
agenda-off-since = منذ { $day }.
agenda-off-until = يُعاد السؤال عنه: { $day }.
agenda-off-open = إلى أن يعيده أحد إلى الطرح.
agenda-tried = سبق طرحه
agenda-tried-answer = جواب { $by }: { $answer }
agenda-reason = السبب: { $why }
agenda-source = المصدر: { $source }
agenda-beside = غير مطروح، وليس من خيارات هذه الصيغة
agenda-links = ترابط المسائل
agenda-links-lead = الحزمة التي تخالف واحدا مما يلي لا وجود لها عند أحد.
agenda-link = كلما كان { $when }، وجب أن يكون { $then }.
agenda-packages = الحزم المسماة
agenda-packages-none = ليس لأي حزمة اسم بعد. ويمكن مع ذلك أن يكون السؤال عن جدول الأعمال كله.
agenda-packages-lead = تأخذ الحزمة خيارا واحدا في كل مسألة. وما تتركه لا يجري تناوله (يظهر بالرمادي في الآخر).
agenda-versions = الصيغ
agenda-versions-lead = كل تغيير ينشئ صيغة جديدة. ويختم كل طرف موقفا واحدا لكل صيغة.
agenda-versions-caption = جميع الصيغ، الأحدث أولا
agenda-version = الصيغة
agenda-set-by = وضعها
agenda-sealed-by = الأطراف التي ختمت
agenda-sealed-none = لا أحد بعد
agenda-compare-title = ما تغير
agenda-compare = مقارنة
agenda-compare-from = مقارنة الصيغة
agenda-compare-to = بالصيغة
agenda-compare-lead = من الصيغة { $from } إلى الصيغة { $to }.
agenda-compare-same = لا فرق بين هاتين الصيغتين.
agenda-mark-new = جديد
agenda-mark-gone = أُزيل
agenda-mark-other = تغير
agenda-change-name = يُسمى جدول الأعمال { $to }، ولم يعد يُسمى { $from }.
agenda-change-note = تغير نص ملاحظة جدول الأعمال.
agenda-change-issue-gone = أُزيلت المسألة { $issue }.
agenda-change-issue-new = المسألة { $issue } جديدة. { $count ->
    [zero] وليس لها أي خيار
    [one] ولها خيار واحد
    [two] ولها خياران
    [few] ولها { $count } خيارات
    [many] ولها { $count } خيارا
   *[other] ولها { $count } خيار
}.
agenda-change-option-gone = أُزيل الخيار { $option } من المسألة { $issue }.
agenda-change-option-new = الخيار { $option } في المسألة { $issue } جديد.
agenda-change-option-off = الخيار { $option } في المسألة { $issue } غير مطروح: { $why }
agenda-change-option-lifted = أُعيد الخيار { $option } في المسألة { $issue } إلى الطرح.
agenda-change-option-text = تغير نص الخيار { $option } في المسألة { $issue }.
agenda-change-affects = من تمسهم المسألة { $issue }: { $sides }.
agenda-change-issue-text = المسألة { $issue }: عنوانها، أو تنبيه التصعيد فيها، أو ملاحظتها، أو ما يسري إن لم يجر تناولها.
agenda-change-order = تغير ترتيب المسائل.
agenda-change-link = الترابط: كلما كان { $when }، وجب أن يكون { $then }.
agenda-change-package = الحزمة { $package }
agenda-to-position = إلى موقفي
agenda-back = العودة إلى جدول الأعمال
agenda-change-title = تغيير جدول الأعمال
agenda-change-lead = يرى جميع الأعضاء كل تغيير. وهو ينشئ صيغة جديدة: تبقى المواقف المختومة مع الصيغة القديمة، ويختم كل طرف من جديد.
agenda-add-issue = إضافة مسألة
agenda-add-issue-do = إضافة هذه المسألة
agenda-add-option = إضافة خيار
agenda-add-option-do = إضافة هذا الخيار
agenda-add-package = تسمية حزمة
agenda-add-package-lead = اسم لخيار واحد في كل مسألة، ليمكن السؤال عنه.
agenda-add-package-do = إضافة هذه الحزمة
agenda-package-name = اسم الحزمة
agenda-package-leave = لا يجري تناولها
agenda-issue = المسألة
agenda-option = الخيار
agenda-short = الاسم القصير
agenda-short-hint = حرف أو كلمة، مثل { "\u2066" }T{ "\u2069" } أو «السعر». يظهر في الجداول.
agenda-short-option-hint = مثل { "\u2066" }T5{ "\u2069" }. يظهر في الجداول.
agenda-long = العنوان
agenda-options-lines = الخيارات، واحد في كل سطر
agenda-options-lines-hint = الأول هو ما يسري إن لم يجر تناول المسألة. وتُعطى الأسماء القصيرة تلقائيا، أو اكتبوها قبل نقطتين: { "\u2066" }T1{ "\u2069" }: خط خاضع للمراقبة.
agenda-more = تنبيه التصعيد والملاحظة
agenda-note-field = ملاحظة للقراء
agenda-document = جدول الأعمال كله في مستند
agenda-document-lead = لمن يكتبونه في ملف ({ "\u2066" }TOML{ "\u2069" }). وما يُكتب هنا يُحفظ إلى أن يُستخدم.
agenda-document-file = ملف من هذا الجهاز
agenda-document-older = بدأتم هذا عند الصيغة { $began }؛ وأحدث صيغة هي { $newest }. وإن أُرسل كما هو فلا يُقبل: إذ من شأنه أن يلغي ما غيّره آخرون منذ ذلك الحين.
agenda-document-anew = البدء من أحدث صيغة
agenda-document-text = أو النص نفسه
agenda-document-do = جعله الصيغة الجديدة
agenda-memory-title = ما سبق طرحه وما هو غير مطروح
agenda-memory-lead = يرى جميع الأعضاء ما يُدخل هنا ومن أدخله.
agenda-take-off = استبعاد خيار من الطرح
agenda-take-off-lead = لا يدخل أي صيغة جديدة من جدول الأعمال، ولا أي سؤال جديد، إلى أن يُعاد إلى الطرح.
agenda-take-off-do = استبعاده من الطرح
agenda-other-option = أو ما ليس خيارا بعد
agenda-other-option-hint = يتبع مسألة الخيار المحدد أعلاه.
agenda-off-who = من يرفض الحديث عنه
agenda-why = السبب، بقدر ما قيل
agenda-why-now = السبب الآن
agenda-until = متى يُعاد السؤال عنه
agenda-since = منذ متى
agenda-date-hint = بقدر ما هو معروف: { "\u2066" }2023{ "\u2069" } أو { "\u2066" }2023-04{ "\u2069" } أو { "\u2066" }2023-04-17{ "\u2069" }.
agenda-lift = إعادة خيار إلى الطرح
agenda-lift-lead = يستطيع ذلك من استبعده، أو الميسّر.
agenda-lift-do = إعادته إلى الطرح
agenda-note-tried = تدوين ما سبق طرحه
agenda-note-tried-do = تدوينه
agenda-tried-who = من أجاب
agenda-tried-what = الجواب
agenda-tried-why = السبب المذكور
agenda-tried-when = متى
agenda-tried-source = أين ورد
agenda-list-none = لا أحد
agenda-list-comma = { $start }، { $next }
agenda-list-and = { $start } و{ "\u00A0" }{ $last }
agenda-list-or = { $start } أو { $last }
agenda-part = خيار المسألة «{ $issue }» هو { $options }
agenda-option-of = { $issue }: { $option }
done-agenda-set = لجدول الأعمال صيغة جديدة. ويراها جميع الأعضاء.
done-agenda-remembered = دُوّن. ويراه جميع الأعضاء.
