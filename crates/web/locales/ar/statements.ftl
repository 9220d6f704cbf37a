statements-title = الوقائع المنقولة
statements-lead = ما تنقله المصادر، كل تصريح مع قائله وإسناده وأصله الذي يعود إليه. وليس شيء مما هنا موقفا لأحد، ولا يدخل شيء منه أي استمزاج.
statements-roots = مدى استناده إلى المصادر
statements-roots-lead = العبرة بالأصول المستقلة، لا بعدد المقالات.
statements-roots-words = { $roots ->
    [zero] لا أصل مستقلا
    [one] أصل مستقل واحد
    [two] أصلان مستقلان
    [few] { $roots } أصول مستقلة
    [many] { $roots } أصلا مستقلا
   *[other] { $roots } أصل مستقل
}، { $anonymous ->
    [zero] لا مصادر بلا اسم
    [one] مصدر واحد بلا اسم
    [two] مصدران بلا اسم
    [few] { $anonymous } مصادر بلا اسم
    [many] { $anonymous } مصدرا بلا اسم
   *[other] { $anonymous } مصدر بلا اسم
}، { $named ->
    [zero] لا مصادر مسماة
    [one] مصدر مسمى واحد
    [two] مصدران مسميان
    [few] { $named } مصادر مسماة
    [many] { $named } مصدرا مسمى
   *[other] { $named } مصدر مسمى
}، { $articles ->
    [zero] بلا مستند
    [one] في مستند واحد
    [two] في مستندين
    [few] في { $articles } مستندات
    [many] في { $articles } مستندا
   *[other] في { $articles } مستند
}
statements-count = الحصيلة
statements-limits = حدود منقولة
statements-limits-lead = حدود يُنقل أنها حدود جهة ما. وهي ليست أصواتا ولا موقفا لأي طرف.
statements-barred = لا يكون خيارا أبدا
statements-barred-lead = مسجل مع إسناده. ولا يجوز أن يكون في أي جدول أعمال خيار يقول شيئا من هذا؛ أما العمل المهدَّد به فيُرفع بشأنه تنبيه تصعيد بدلا من ذلك.
statements-barred-marks = يُرفض الخيار إذا قال:
statements-pairs = ما في السر وما في العلن
statements-pairs-lead = حيث يختلف ما يُقال في السر عما يُقال في العلن.
statements-all = جميع التصريحات الأخرى
statements-none = لم يُنقل شيء آخر بعد.
statements-of-root = الأصل { $root }
statements-of-issue = المسألة { $issue }
statements-kind = النوع
statements-kind-account = رواية
statements-kind-limit = حدّ
statements-kind-estimate = تقدير
statements-kind-threatened-act = عمل مهدَّد به
statements-kind-never-option = لا يكون خيارا أبدا
statements-kind-commentary = تعليق، لا واقعة
statements-setting = أين قيل
statements-setting-public = في العلن
statements-setting-private = في السر
statements-add-title = إضافة تصريح
statements-add-lead = سيقرؤه جميع الأعضاء. صوغوه بألفاظكم.
statements-add-button = إدخال التصريح
statements-name = اسم قصير
statements-speaker = القائل، كما يذكره المصدر
statements-anonymous = لم يُذكر اسم
statements-anonymous-yes = يحجب المصدر اسم القائل
statements-rule = الإسناد
statements-stance = تأكيد أم نفي
statements-text = ما قيل
statements-quote = الألفاظ نفسها
statements-quote-hint = فقط حيث تكون الصياغة هي الواقعة؛ 80 حرفا على الأكثر.
statements-day = متى
statements-source = المستند
statements-root = أول نشر يعود إليه
statements-root-hint = المستند نفسه إن لم يُذكر شيء.
statements-claim = ما يُستدل به عليه
statements-claim-hint = التصريحات المتعلقة بالقول نفسه تُعدّ معا.
statements-issue = المسألة
statements-pair = التصريح الذي يختلف عنه
statements-seat = المقعد الذي صدرت عنه الألفاظ
statements-commits = الدولة التي يتحدث القائل باسمها
statements-marks = ما لا يجوز أن يقوله أي خيار، واحد في كل سطر
statements-marks-hint = كلمات لا بد أن ترد جميعها، وعلامة { "\u2066" }*{ "\u2069" } لأي نهاية للكلمة. للأعمال المهدَّد بها وما لا يكون خيارا أبدا.
statements-import-title = إدخال التصريحات الواردة في ملف
statements-import-lead = سيقرؤها جميع الأعضاء. وإن تعذّرت قراءة واحد منها، لم يُدخل أي منها.
statements-import-button = إدخالها
statements-import-file = الملف
statements-import-hint = ملف { "\u2066" }TOML{ "\u2069" } بجداول { "\u2066" }[[statement]]{ "\u2069" }، أو ملف { "\u2066" }CSV{ "\u2069" } بسطر عناوين.
done-statements-added = سُجّل التصريح وأُرسل إلى جميع الأعضاء.
done-statements-imported = سُجّلت التصريحات وأُرسلت إلى جميع الأعضاء.
