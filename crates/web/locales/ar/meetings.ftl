meetings-title = اللقاءات
meetings-lead = يُستخلص مسار اللقاء ممن يجلسون فيه، ما عدا الميسّرين: المسار الأول إن كانوا جميعا في مناصبهم وبتفويض، والمسار الثاني إن لم يكن أحد منهم في منصبه، والمسار 1.5 في ما عدا ذلك. ولا يكتبه أحد.
meetings-track = المسار
meetings-track-1 = المسار الأول
meetings-track-1-5 = المسار 1.5
meetings-track-2 = المسار الثاني
meetings-track-unknown = مسار غير معروف
meetings-why-nobody-known = لا يُعرف أن أحدا حضره سوى ميسّر
meetings-why-none-serves = لا أحد من الحاضرين في منصبه
meetings-why-some-serve = في مناصبهم: { $who }؛ وحاضرون آخرون ليسوا في مناصبهم
meetings-why-some-private = جميع الحاضرين في مناصبهم؛ بلا تفويض: { $who }
meetings-why-all-mandated = جميع الحاضرين في مناصبهم وبتفويض
meetings-summary = { $held ->
    [zero] لم يُعقد أي لقاء
    [one] عُقد لقاء واحد
    [two] عُقد لقاءان
    [few] عُقدت { $held } لقاءات
    [many] عُقد { $held } لقاء
   *[other] عُقد { $held } لقاء
}، { $planned ->
    [zero] ولا لقاء مقررا
    [one] ومن المقرر لقاء واحد
    [two] ومن المقرر لقاءان
    [few] ومن المقرر { $planned } لقاءات
    [many] ومن المقرر { $planned } لقاء
   *[other] ومن المقرر { $planned } لقاء
}. { $held ->
    [zero] لا مسار بعد.
    [one] آخر مسار معروف: { $track }.
    [two] آخر مسار معروف: { $track }.
    [few] آخر مسار معروف: { $track }.
    [many] آخر مسار معروف: { $track }.
   *[other] آخر مسار معروف: { $track }.
} { $changes ->
    [zero] ولم يتغير المسار.
    [one] وتغير المسار مرة واحدة.
    [two] وتغير المسار مرتين.
    [few] وتغير المسار { $changes } مرات.
    [many] وتغير المسار { $changes } مرة.
   *[other] وتغير المسار { $changes } مرة.
}
meetings-legend = المربع: المسار الأول. المعيّن: المسار 1.5. الدائرة: المسار الثاني. علامة التقاطع: غير معروف. المحدد بإطار فقط: مقرر.
meetings-undated = { $count ->
    [zero] لكل لقاء تاريخ معروف.
    [one] لقاء واحد لا يُعرف تاريخه، وهو في الجدول وحده.
    [two] لقاءان لا يُعرف تاريخهما، وهما في الجدول وحده.
    [few] { $count } لقاءات لا يُعرف تاريخها، وهي في الجدول وحده.
    [many] { $count } لقاء لا يُعرف تاريخها، وهي في الجدول وحده.
   *[other] { $count } لقاء لا يُعرف تاريخها، وهي في الجدول وحده.
}
meetings-history = تسلسل المسارات
meetings-history-line = اللقاء { $meeting }، { $day }: { $track }؛ { $why }.
meetings-changed = تغير
meetings-no-date = تاريخ غير معروف
meetings-table = جميع اللقاءات
meetings-when = متى
meetings-how = كيف، ووفق أي قاعدة
meetings-items = بنود جدول الأعمال
meetings-series = سلسلة
meetings-change = تغيير، أو إدخاله بوصفه عُقد
meetings-change-held = تغيير ما أُدخل
meetings-calendar = ملف تقويم
meetings-calendar-title = لقاء
meetings-local = { $time } بتوقيت { $zone }
meetings-minutes = { $count ->
    [zero] لا دقائق
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
meetings-holiday = عطلة
meetings-clash = ذلك اليوم { $holiday } لدى الطرف { $side }.
meetings-clash-all = ذلك اليوم { $holiday } لدى جميع الأطراف.
meetings-every = { $days ->
    [zero] كل { $days } يوم
    [one] كل يوم
    [two] كل يومين
    [few] كل { $days } أيام
    [many] كل { $days } يوما
   *[other] كل { $days } يوم
}
meetings-due = { $what }: آخر لقاء معروف { $last }؛ ويحل موعد اللقاء التالي في { $due } على الأكثر.
meetings-due-none = { $what }: لم يُعقد بعد أي لقاء معروف التاريخ.
meetings-overdue = { $what }: { $days ->
    [zero] لم يتأخر عن موعده
    [one] تأخر عن موعده يوما واحدا
    [two] تأخر عن موعده يومين
    [few] تأخر عن موعده { $days } أيام
    [many] تأخر عن موعده { $days } يوما
   *[other] تأخر عن موعده { $days } يوم
}.
meetings-overdue-word = تأخر عن موعده
meetings-mode-online = عبر الإنترنت
meetings-mode-in-person = حضوريا
meetings-mode-shuttle = عبر وسيط
meetings-held-no = مقرر
meetings-held-yes = عُقد
meetings-meeting-title = تحديد لقاء، أو إدخال لقاء عُقد
meetings-meeting-lead = سيقرؤه جميع الأعضاء. وقاعدة الإسناد تُحدد قبل اللقاء وتبقى بعد عقده.
meetings-meeting-button = إدخال اللقاء
meetings-meeting-name = اللقاء
meetings-meeting-name-hint = اسم قصير. ولتغيير لقاء، استخدموا اسمه من جديد.
meetings-meeting-held = مقرر أم عُقد
meetings-meeting-mode = الطريقة
meetings-meeting-at = يبدأ في
meetings-meeting-zone = المنطقة الزمنية
meetings-zone-hint = التوقيت المعمول به في المكان، مثل { "\u2066" }Europe/Vienna{ "\u2069" }. والتوقيت العالمي إن لم يُذكر شيء.
meetings-meeting-day = أو التاريخ، حيث لا يُعرف الوقت
meetings-meeting-minutes = المدة بالدقائق
meetings-meeting-length = أو المدة بالكلمات
meetings-meeting-place = المكان
meetings-meeting-days = أيام أخرى، واحد في كل سطر
meetings-meeting-places = أماكن أخرى وكلمات أخرى للمكان، واحدة في كل سطر
meetings-places-hint = البيت، الشارع، المضيف، وما يقابلها بلغات أخرى: تُفحص الخلاصة الموجهة إلى الجمهور بحثًا عنها كلها.
meetings-meeting-present = الحاضرون أو المدعوون
meetings-present-hint = مقاعد من السجل. ومن لا يُذكر هنا لا يمكن حمايته في خلاصة اللقاء.
meetings-meeting-items = بنود جدول الأعمال، واحد في كل سطر
meetings-meeting-rule = الإسناد
meetings-rule-hint = ما يحدده ميثاق الحوار إن لم يُختر شيء.
meetings-meeting-series = السلسلة التي يمثلها، إن لم يكن لقاء واحدا
meetings-meeting-source = المصدر، إن كان منقولا بشأن آخرين
meetings-find-heading = البحث عن موعد من غير كشف التقاويم
meetings-find-how = يُدخل جهاز كل طرف الأوقات المتاحة له. ويعلم الجميع وقتا واحدا متاحا لجميع الأطراف المشاركة، أو أنه لا يوجد؛ ولا يُعرض تقويم أحد.
meetings-find-title = السؤال عن موعد
meetings-find-lead = ترون بعد ذلك ما سيكشفه كل جواب. ومتى طرحتم السؤال، رأى جميع الأعضاء أنكم تسألون، وعن أي أوقات؛ ويُحسب من رصيد الإفصاح كأي سؤال آخر.
meetings-find-button = عرض ما سيكشفه
meetings-find-sides = الأطراف المشاركة
meetings-find-minutes = المدة بالدقائق
meetings-find-slot = بداية ممكنة
meetings-asked = عدد الأوقات: { $count }، للأطراف: { $sides }
meetings-stage-called = في انتظار موافقة الأطراف: { $sides }
meetings-stage-consented = في انتظار أجهزة الأطراف: { $sides }
meetings-stage-running = قيد الاحتساب
meetings-stage-answered = أُجيب عنه
meetings-stage-spent = انقطع، ويُحسب
meetings-stage-refused = لم يوافق الطرف { $side }
meetings-stage-withdrawn = سُحب
meetings-pace-heading = العطل ووتيرة اللقاءات
meetings-no-holidays = لا عطل في السجل.
meetings-of-side = الطرف { $side }
meetings-all-sides = جميع الأطراف
meetings-holiday-title = إضافة عطلة
meetings-holiday-lead = سيقرؤها جميع الأعضاء. واللقاء في يوم كهذا توضع عليه علامة، ولا يُرفض.
meetings-holiday-button = إدخال اليوم
meetings-holiday-day = اليوم، مثل { "\u2066" }2026-12-25{ "\u2069" }
meetings-holiday-name = اسمه
meetings-holiday-side = لدى من
meetings-holiday-side-hint = لدى جميع الأطراف إن لم يُذكر طرف.
meetings-cadence-title = تحديد وتيرة اللقاءات
meetings-cadence-lead = سيقرؤها جميع الأعضاء، ويرون متى يتأخر لقاء عن موعده.
meetings-cadence-button = إدخال الوتيرة
meetings-cadence-days = أقصى عدد من الأيام بعد آخر لقاء
meetings-cadence-words = بالكلمات
meetings-cadence-mode = عدّ لقاءات طريقة واحدة وحدها
meetings-cadence-mode-hint = جميعها إن لم تُختر طريقة.
done-meetings-meeting = سُجّل اللقاء وأُرسل إلى جميع الأعضاء.
done-meetings-cadence = سُجّلت الوتيرة وأُرسلت إلى جميع الأعضاء.
done-meetings-holiday = سُجّل اليوم وأُرسل إلى جميع الأعضاء.
