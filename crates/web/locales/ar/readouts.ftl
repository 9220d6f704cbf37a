readouts-title = خلاصات اللقاءات
readouts-lead = ما يجوز أن يُروى عن لقاء، ولمن. وتخرج الفقرة متى أجازها قائلها، وفق قاعدة إسنادها.
readouts-no-meetings = لا لقاء في السجل بعد.
readouts-count = { $count ->
    [zero] لا فقرات
    [one] فقرة واحدة
    [two] فقرتان
    [few] { $count } فقرات
    [many] { $count } فقرة
   *[other] { $count } فقرة
}
readouts-to-clear = { $count ->
    [zero] لا شيء ينتظر إجازتكم
    [one] واحدة تنتظر إجازتكم
    [two] اثنتان تنتظران إجازتكم
    [few] { $count } تنتظر إجازتكم
    [many] { $count } تنتظر إجازتكم
   *[other] { $count } تنتظر إجازتكم
}
readouts-sent = ما وُزّع
readouts-sent-none = لم يُوزّع شيء بعد.
readouts-sent-caption = ماذا وصل إلى من
readouts-meeting = اللقاء
readouts-by = ممن، ومتى
readouts-of = خلاصة اللقاء { $meeting }
readouts-all = جميع اللقاءات
readouts-rule = قاعدة اللقاء: { $rule }
readouts-save = حفظ المستند
readouts-save-once = دُوّن في سجل الرسائل. ويمكن حفظه مرة واحدة.
readouts-write = من الملاحظات إلى الفقرات
readouts-only-you = لا يراه غيركم.
readouts-only-side = لا يراه غير طرفكم.
readouts-draft-for = ما تكتبونه، كما تقرؤه الجهة المتلقية: { $audience }
readouts-found-nothing = لم يُعثر على شيء. ولا يعني ذلك أنه لا يمكن لأحد أن يعرف القائل.
readouts-limits = ما لا يستطيع هذا الفحص العثور عليه
readouts-lines = الفقرات
readouts-none = لا فقرات بعد.
readouts-summed-up = بتلخيص من الميسّر
readouts-state-cleared = مجازة
readouts-state-open = غير مجازة
readouts-state-withdrawn = مسحوبة
readouts-clear = إجازتها كما هي هنا
readouts-withdraw = سحبها
readouts-reword = إعادة صياغتها
readouts-audiences = ما تقرؤه كل جهة متلقية
readouts-audiences-lead = جنبا إلى جنب، مع علامة على كل ما يعثر عليه هذا الفحص. وما يُستبعد لا يُطبع أبدا.
readouts-audience-capital = عاصمة الطرف نفسه
readouts-audience-institute = معهد الميسّر
readouts-audience-public = الجمهور
readouts-who-capital = عاصمتكم أنتم دون سواها. وما توزّعونه يُدوّن في مشاوراتكم الداخلية.
readouts-who-institute = المعهد الذي ييسّر الحوار. وما توزّعونه يُدوّن حيث يراه جميع الأعضاء.
readouts-who-public = الجميع: لا يُذكر اليوم ولا المكان. وما توزّعونه يُدوّن حيث يراه جميع الأعضاء.
readouts-empty = لا شيء بعد.
readouts-within = تختلف الآراء داخل الطرف { $side }:
readouts-within-one = تختلف الآراء داخل أحد الوفود:
readouts-item-tells = أحد بنود جدول الأعمال يكشف القائل: «{ $words }».
readouts-left-out = { $count ->
    [zero] لا فقرات مستبعدة
    [one] فقرة واحدة مستبعدة
    [two] فقرتان مستبعدتان
    [few] { $count } فقرات مستبعدة
    [many] { $count } فقرة مستبعدة
   *[other] { $count } فقرة مستبعدة
}
readouts-left-not-cleared = لم يُجزها قائلها
readouts-left-off-record = لا تُنقل
readouts-left-other-audience = موجهة إلى غير هذه الجهة
readouts-left-withdrawn = سُحبت
readouts-nobody = لا يمكن توزيع شيء: لا أحد مسجلا بين الحاضرين، فلا يمكن حماية أحد. أدخلوا من كان هناك.
readouts-blocked = لا يمكن توزيع شيء: ثمة ما وُضعت عليه علامة هنا ويكشف القائل. أعيدوا صياغة الفقرة.
readouts-blocks = يمنع
readouts-look = للنظر
readouts-why-name = «{ $words }» اسم أحد الحاضرين أو جزء منه. قولوا ذلك من دونه.
readouts-why-initials = «{ $words }» قد تكون الأحرف الأولى من اسم أحد. احذفوها.
readouts-why-role = «{ $words }» ينطبق على أقل من ثلاثة من الحاضرين. استخدموا وصفا أوسع، أو لا تستخدموا وصفا.
readouts-why-unique = «{ $words }» يميز شخصا بعينه. قولوا ذلك من دونه.
readouts-why-gender = «{ $words }» يكشف جنسا لا يشترك فيه من الحاضرين إلا قليل. اختاروا كلمات لا تكشفه.
readouts-why-date = «{ $words }» من أيام اللقاء. احذفوه، أو اذكروا الشهر وحده.
readouts-why-place = «{ $words }» من أماكن اللقاء. احذفوه.
readouts-why-institution = «{ $words }» مؤسسة أحد الحاضرين. احذفوها.
readouts-why-side = «{ $words }» يكشف الطرف. قولوا ما قيل من دونه.
readouts-why-voice = «{ $words }» يجعل الكلام على لسان طرف. قولوه من الخارج.
readouts-why-quotation = «{ $words }» اقتباس، والقاعدة لا تسمح به. قولوه بألفاظكم.
readouts-why-off-record = هذه الفقرة لا تُنقل: لا تخرج من الغرفة بأي صياغة.
readouts-why-small-room = كان الحاضرون أقل من ثلاثة: لا شيء يخفي أحدا.
readouts-line-title = كتابة فقرات
readouts-line-lead = ما تُدخلونه في الجلسة العامة يقرؤه جميع الأعضاء، مع ذكر صاحب الكلام؛ وما تُدخلونه في المشاورات الداخلية لطرفكم يقرؤه طرفكم وحده. ولا يخرج شيء قبل أن يُجاز ويُوزّع. والفحص لا يُعلم أحدا بشيء.
readouts-line-button = إدخال الفقرات
readouts-line-check = فحص ما كتبتُه
readouts-line-text = ما قيل
readouts-line-text-hint = بألفاظكم، من غير ذكر صاحب الكلام. وكل سطر في هذه الخانة يصبح فقرة في خلاصة اللقاء.
readouts-line-audience = الجهة المتلقية
readouts-line-speaker = كلام من
readouts-line-speaker-hint = كلامكم أنتم يُجاز بتدوينكم إياه. ويذكر الميسّر مقعد غيره ليجيزه صاحبه، أو لا يذكر مقعدا حيث يلخّص.
readouts-line-rule = الإسناد
readouts-line-rule-hint = قاعدة اللقاء إن لم يُختر شيء. والقائل وحده يخففها.
readouts-line-description = وصف القائل
readouts-line-description-hint = للفقرات التي تُنقل بلا اسم وحدها، مثل: مسؤول سابق.
readouts-line-within = رأي من عدة آراء داخل طرف
readouts-line-commits = الدولة التي تُلزمها هذه الكلمات أو تُقال باسمها
readouts-line-commits-hint = إن وُجدت. من دون تفويض بالتكلم باسمها يظهر تحذير؛ وهو ليس نصيحة.
readouts-line-within-yes = رأي من عدة آراء داخل الطرف { $side }: يُطبع من غير ذكر من يرونه ولا عددهم
readouts-line-place = من يقرأ الفقرة قبل خروجها
readouts-place-plenary = جميع الأعضاء
readouts-place-caucus = الطرف { $side } وحده
readouts-line-name = الفقرة المراد إعادة صياغتها
readouts-line-name-hint = إن تُركت الخانة خالية، فالفقرات جديدة. والفقرة التي تُعاد صياغتها لا بد من إجازتها من جديد.
readouts-attribute-title = تخفيف إسنادها أو تشديده
readouts-attribute-lead = يرى قاعدتها جميع من يقرؤون الفقرة. ولا يستطيع تخفيفها غيركم، فأنتم قائلها.
readouts-attribute-button = تحديد القاعدة
readouts-attribute-rule = الإسناد
readouts-export-title = توزيعها
readouts-export-lead = وصولها إلى من تسمونه، منكم ومتى، يُدوّن في سجل الرسائل قبل أن تحصلوا على المستند.
readouts-export-button = تدوين ذلك وإنشاء المستند
readouts-export-to = المتسلّم
readouts-export-form = الصيغة
readouts-export-tongue = لغة النص المحيط بالفقرات
readouts-form-pdf = PDF
readouts-form-docx = وورد ({ "\u2066" }DOCX{ "\u2069" })
readouts-form-md = Markdown
readouts-tongue-en = الإنجليزية
readouts-tongue-ru = الروسية
readouts-tongue-uk = الأوكرانية
readouts-tongue-ar = العربية
readouts-tongue-fr = الفرنسية
done-readouts-line = أُدخلت الفقرات.
done-readouts-cleared = أُجيزت الفقرة كما كانت.
done-readouts-withdrawn = سُحبت الفقرة.
done-readouts-attributed = حُددت القاعدة.
done-readouts-exported = دُوّن في سجل الرسائل. ويمكنكم الآن حفظ المستند.
readouts-limit-1 = يعرف الكلمات، لا الأشخاص: تمر عبارة أو نكتة أو حجة معروفة عن شخص بعينه.
readouts-limit-2 = المعلومة التي لا يمكن أن يعرفها إلا شخص واحد تكشف ذلك الشخص، ولا يُعثر عليها.
readouts-limit-3 = لا يُعثر على التلميح: لقاء قديم، أو مسيرة مهنية، أو كتاب، أو أسرة، أو مرض، أو «صاحب الخطة».
readouts-limit-4 = يقرأ فقرة واحدة في كل مرة. وقد تقول فقرتان معا، أو ملفان مصدّران، أو ملف مصدّر وصحيفة، ما لا يقوله أي منهما وحده.
readouts-limit-5 = يَعُدّ من كانوا في الغرفة. والقراء الذين يستطيعون استبعاد بعضهم يرون مجموعات أصغر مما يَعُدّه.
readouts-limit-6 = الرأي الذي لا يمكن أن يراه إلا طرف واحد يكشف الطرف، أيا كانت صياغته؛ وكذلك التنازل.
readouts-limit-7 = لا يعرف إلا ما هو مدوّن عن اللقاء من أسماء وصور كتابتها ومناصب ومؤسسات وأماكن، والبلدان والمدن الواردة في جدوله القصير.
readouts-limit-8 = قد تمر الألقاب والأسماء الرمزية، والكتابة المحرّفة بأكثر من أحرف متشابهة الشكل، والأسماء التي هي أيضا كلمات شائعة؛ وهذه الأخيرة ترد في أحسن الأحوال للنظر فيها.
readouts-limit-9 = تمر الأسماء القصيرة المكتوبة بأحرف صغيرة، والأسماء الموزعة على أسطر بينها كلمات أخرى، وما يُخفى في أوائل الأسطر وغيره من الكتابة المخفية.
readouts-limit-10 = تُنسب الضمائر إلى الأشخاص بحسب موضعها في الجملة، ولذلك قد تُحسب «هي» شخصا خارج الغرفة وليست كذلك، أو العكس.
readouts-limit-11 = يكشف النحو الجنس بطرق أكثر مما يعرفه: فلا يُنظر في أسماء الفاعل والمفعول والصفات في الفرنسية والروسية والعربية.
readouts-limit-12 = يعرف من التواريخ الأيام والأشهر وأيام الأسبوع؛ لا الفصول ولا العطل ولا الذكرى السنوية ولا «بعد أسبوع من القمة» ولا التقويم الهجري.
readouts-limit-13 = لا يُعثر على التفرّد الذي لا يُقال بألفاظه («الوحيد»، «الأكثر…»، «الجميع ما عدا واحدا»): مثل «المشارك ذي اللحية».
readouts-limit-14 = الوصف الذي ينطبق على عدد كاف من المقاعد قد يكون مع ذلك أكثر انطباقا على واحد منها.
readouts-limit-15 = الأرقام تكشف أيضا: فلا يُنظر في تصويت بسبعة مقابل واحد، ولا في ترتيب عرض الآراء.
readouts-limit-16 = اللغات غير الإنجليزية والروسية والعربية والفرنسية تُقرأ بحثا عن الأسماء والأرقام وحدها؛ والأوكرانية تُقرأ كما لو كانت روسية.
readouts-limit-17 = لا ينظر في الصور ولا الجداول ولا خصائص المستندات ولا أسماء الملفات ولا وقت إنشاء الملف المصدّر.
readouts-limit-18 = الفقرة التي لا ملاحظات عليها فقرة لم يُعثر فيها على شيء. اطلبوا من أحد من كانوا في الغرفة أن يقرأها.
