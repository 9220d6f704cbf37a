soundings-title = الاستمزاج
soundings-lead = يسأل الاستمزاج عما إذا كان ثمة ما يمكن لجميع الأطراف التعايش معه، ولا يكشف إلا ما اتُّفق عليه مسبقا. ولا بد أن يوافق كل طرف على كل سؤال.
soundings-left = المتبقي من رصيد الإفصاح لجميع الأسئلة: { $bits } بِت.
soundings-left-after = بعد حساب هذا السؤال، يكون المتبقي من رصيد الإفصاح لجميع الأسئلة: { $bits } بِت.
soundings-least = العدد الأدنى للحزم في السؤال الواحد، كما اتُّفق عليه: { $least }.
soundings-no-agenda = لا يوجد جدول أعمال بعد. والأسئلة عن نص أو موعد لا تحتاج إليه.
soundings-none = لم يُسأل عن شيء بعد.
soundings-number = السؤال { $number }
soundings-question-title = السؤال
soundings-yours = في انتظار طرفكم
soundings-back = جميع عمليات الاستمزاج
soundings-new-title = إعداد سؤال
soundings-kinds-lead = عمّ السؤال؟ لا يُبلَّغ به أحد قبل أن تطرحوه.
soundings-kind-packages = حزم مسماة
soundings-kind-lead-packages = هل بين هذه الحزم حزمة لا يرفضها أحد؟
soundings-kind-agenda = جدول الأعمال كله
soundings-kind-lead-agenda = هل ثمة أي حزمة لا يرفضها أحد؟
soundings-kind-improve = ما هو أفضل من القائم
soundings-kind-lead-improve = ثمة حزمة قائمة. فهل من حزمة يفضّلها عليها كل طرف؟
soundings-kind-adopt = نص
soundings-kind-lead-adopt = هل يقبل الجميع هذه الصياغة؟ إن قبلوها عُرف كل قبول؛ وإلا فلا يقول الجواب من الذي رفض، غير أن من قبل، إذا كان الطرفان اثنين، يعلم ذلك.
soundings-kind-date = موعد
soundings-kind-lead-date = هل ثمة وقت متاح للجميع؟ لا تُعرض مواعيد أحد.
soundings-other-kind = نوع آخر من الأسئلة
soundings-which-packages = أي الحزم
soundings-than = الحزمة القائمة
soundings-among = البحث بين هذه الحزم وحدها
soundings-among-hint = إن لم يُحدد شيء، يُبحث في جدول الأعمال كله.
soundings-text-title = اسم النص
soundings-text = النص
soundings-text-about = المسائل التي يتناولها النص
soundings-slots = الأوقات المقترحة
soundings-offset = المنطقة الزمنية لما تُدخلونه
soundings-offset-hint = { "\u2066" }Z{ "\u2069" } للتوقيت العالمي، أو مثلا { "\u2066" }+03:00{ "\u2069" }.
soundings-slot-from = { $number }. من
soundings-slot-to = إلى
soundings-slots-more = أوقات أكثر مما يتسع له هذا المكان
soundings-slots-lines = واحد في كل سطر: { "\u2066" }2026-12-01T09:00Z/2026-12-01T12:00Z{ "\u2069" }
soundings-sides = الأطراف المشاركة
soundings-sides-hint = لا بد أن يوافق كل منها، وأن يكون جهازه حاضرا عند الاحتساب.
soundings-rule = القاعدة
soundings-rule-draw = القرعة: حزمة واحدة مستوفية للشرط، تُسحب بالقرعة. ولا يُكشف أبدا عدد الحزم المستوفية للشرط ولا ترتيبها.
soundings-rule-exists = الوجود: هل توجد أي حزمة مستوفية للشرط، لا غير. ولا يُكشف أيّها.
soundings-rule-nash = ناش: من الحزم المستوفية للشرط، تلك التي يبلغ فيها حاصل ضرب مكاسب جميع الأطراف أقصاه. ويكشف الجواب أيضا شيئا عن ترتيب الأطراف للحزم.
soundings-rule-egalitarian = المساواة: من الحزم المستوفية للشرط، تلك التي ينال فيها الطرف الأقل كسبا أكبر مكسب. ويكشف الجواب أيضا شيئا عن ترتيب الأطراف للحزم.
soundings-only = جزء من جدول الأعمال فقط
soundings-only-hint = المسائل التي تثبّتونها هنا مثبّتة في السؤال.
soundings-only-any = أي خيار
soundings-only-now = مثبّت
soundings-quorum = يكفي أقل من جميع الأطراف
soundings-quorum-hint = إن تُركت الخانة خالية، لا تستوفي الحزمة الشرط إلا إذا قبلتها جميع الأطراف المشاركة.
soundings-quorum-field = عدد الأطراف الكافي
soundings-veto = لا بد أن تكون هذه بينها في كل حال
soundings-tell-all = يُبلَّغ الجواب لجميع الأعضاء، لا للأطراف المشاركة وحدها
soundings-prepare-lead = ترون بعد ذلك ما سيكشفه كل جواب ممكن لكل طرف. ولا يُرسل شيء بعد.
soundings-prepare = عرض ما سيكشفه
soundings-preview-title = ما سيكشفه الجواب
soundings-preview-lead = لم يُبلَّغ أحد بهذا السؤال بعد.
soundings-call-title = طرحه
soundings-call-lead = يرى جميع الأعضاء السؤال وأنكم طرحتموه. ثم ينظر كل طرف مشارك في ما سيكشفه، ويوافق أو لا يوافق.
soundings-call = طرح هذا السؤال
soundings-change = تغييره
soundings-asked = ما يُسأل عنه
soundings-about = الموضوع
soundings-about-packages = { $count ->
    [zero] الحزم { $packages }
    [one] الحزمة { $packages }
    [two] الحزمتان { $packages }
    [few] الحزم { $packages }
    [many] الحزم { $packages }
   *[other] الحزم { $packages }
}
soundings-contents = المحتوى
soundings-about-agenda = جدول الأعمال كله
soundings-about-part = جزء من جدول الأعمال
soundings-about-improve = ما هو أفضل لكل طرف من { $package }
soundings-about-adopt = اعتماد النص { $title }
soundings-about-date = موعد، من بين { $count ->
    [zero] لا أوقات
    [one] وقت واحد
    [two] وقتين
    [few] { $count } أوقات
    [many] { $count } وقتا
   *[other] { $count } وقت
}
soundings-packages-count = عدد الحزم
soundings-passes = ما يستوفي الشرط
soundings-passes-all = ما تقبله جميع الأطراف المشاركة
soundings-passes-quorum = ما يقبله { $least } على الأقل من هذه الأطراف
soundings-passes-vetoes = ما يقبله { $least } على الأقل من هذه الأطراف، ومن بينها { $sides }
soundings-told = من يُبلَّغ بالجواب
soundings-told-all = جميع الأعضاء
soundings-told-sides = الأطراف المشاركة وحدها
soundings-called-by = طرحه { $name }، { $day }
soundings-consented-by = وافق:
soundings-word-called = في انتظار الموافقة
soundings-stage-called = { $count ->
    [zero] لا موافقة منتظرة.
    [one] لم ترد بعد موافقة الطرف { $sides }.
    [two] لم ترد بعد موافقة الطرفين { $sides }.
    [few] لم ترد بعد موافقة الأطراف { $sides }.
    [many] لم ترد بعد موافقة الأطراف { $sides }.
   *[other] لم ترد بعد موافقة الأطراف { $sides }.
}
soundings-word-consented = جاهز للاحتساب
soundings-stage-consented = وافقت جميع الأطراف. { $count ->
    [zero] ولا جهاز منتظرا.
    [one] ولم يحضر بعد جهاز الطرف { $sides }.
    [two] ولم يحضر بعد جهازا الطرفين { $sides }.
    [few] ولم تحضر بعد أجهزة الأطراف { $sides }.
    [many] ولم تحضر بعد أجهزة الأطراف { $sides }.
   *[other] ولم تحضر بعد أجهزة الأطراف { $sides }.
}
soundings-word-again = يمكن أن يبدأ من جديد
soundings-stage-again = انقطع احتساب قبل أن يصبح كشف أي جواب ممكنا. ويبدأ من جديد، بالأختام نفسها، متى حضرت أجهزة الأطراف { $sides }.
soundings-word-running = قيد الاحتساب
soundings-stage-running = الاحتساب جار، أو لم يرد بعد من { $sides } كيف انتهى.
soundings-word-answered = أُجيب عنه
soundings-stage-answered = لدى كل طرف مشارك الجواب.
soundings-word-spent = انقطع، ويُحسب
soundings-stage-spent = انقطع الاحتساب بعد أن كان كشف جواب قد أصبح ممكنا. وهو يُحسب، ولا يبدأ شيء من جديد.
soundings-word-refused = لم تجر الموافقة عليه
soundings-stage-refused = لم يوافق الطرف { $sides }.
soundings-word-withdrawn = سُحب
soundings-stage-withdrawn = سحبه من طرحه.
soundings-matrix = من سيعلم ماذا
soundings-matrix-lead = لكل جواب ممكن: ما سيعلمه كل طرف منه مع جميع الأجوبة السابقة التي يعرفها هذا الجهاز.
soundings-matrix-private = يستخدم العمود الخاص بكم موقفكم أنتم. ولا يراه غيركم.
soundings-matrix-caption = صف لكل جواب، وعمود لكل طرف
soundings-if-answer = إذا كان الجواب
soundings-would-learn = ما سيعلمه الطرف { $side }
soundings-stands-for = { $count ->
    [zero] وكذلك الأمر لكل حزمة
    [one] وكذلك الأمر لحزمة واحدة
    [two] وكذلك الأمر لكل من حزمتين
    [few] وكذلك الأمر لكل من { $count } حزم
    [many] وكذلك الأمر لكل من { $count } حزمة
   *[other] وكذلك الأمر لكل من { $count } حزمة
}
soundings-mark-certain = أمر مؤكد عن طرف آخر
soundings-mark-some = أن واحدا من عدة أمور صحيح، أو أمر بشرط
soundings-mark-nothing = لا جديد
soundings-mark-untold = لا يُبلَّغ به، أو لا يمكن أن يرد هذا الجواب
soundings-picture-words = الصورة بالكلمات
soundings-picture-row = إذا كان الجواب { $answer }: أمر مؤكد: { $certain }؛ واحد من عدة أمور أو أمر بشرط: { $some }؛ لا جديد: { $nothing }؛ لا يُبلَّغ به أو غير ممكن: { $untold }.
soundings-pooled = إذا جمعت الأطراف ما تعرفه
soundings-pooled-lead = ما ستعلمه معا زيادة على ما يعلمه كل منها وحده.
soundings-answer-none = لا حزمة مشتركة
soundings-answer-none-text = لم يقبله الجميع
soundings-answer-none-slot = لا وقت يناسب الجميع
soundings-answer-exists = ثمة ما يستوفي الشرط؛ ولا يُكشف ما هو
soundings-package-shown = الحزمة المعروضة
soundings-package-better = { $package } (بوصفها أفضل من { $than })
soundings-package-text = النص { $title }
soundings-package-version = { $package } (صيغة جدول الأعمال { $version })
soundings-slot = من { $from } إلى { $to }
soundings-scope-outcomes = { $count ->
    [zero] الحزم المشمولة بالسؤال، ولا حزمة فيها
    [one] الحزمة الوحيدة المشمولة بالسؤال
    [two] الحزم المشمولة بالسؤال، وعددها اثنتان
    [few] الحزم المشمولة بالسؤال، وعددها { $count }
    [many] الحزم المشمولة بالسؤال، وعددها { $count }
   *[other] الحزم المشمولة بالسؤال، وعددها { $count }
}
soundings-claim-yes-package = { $count ->
    [zero] { $package } يقبلها { $sides }
    [one] { $package } يقبلها الطرف { $sides }
    [two] { $package } يقبلها الطرفان { $sides }
    [few] { $package } يقبلها كل من الأطراف { $sides }
    [many] { $package } يقبلها كل من الأطراف { $sides }
   *[other] { $package } يقبلها كل من الأطراف { $sides }
}
soundings-claim-no-package = { $count ->
    [zero] { $package } يرفضها { $sides }
    [one] { $package } يرفضها الطرف { $sides }
    [two] { $package } يرفضها الطرفان { $sides }
    [few] { $package } يرفضها كل من الأطراف { $sides }
    [many] { $package } يرفضها كل من الأطراف { $sides }
   *[other] { $package } يرفضها كل من الأطراف { $sides }
}
soundings-claim-yes-better = { $count ->
    [zero] { $package } يقبلها { $sides }
    [one] { $package } يقبلها الطرف { $sides }
    [two] { $package } يقبلها الطرفان { $sides }
    [few] { $package } يقبلها كل من الأطراف { $sides }
    [many] { $package } يقبلها كل من الأطراف { $sides }
   *[other] { $package } يقبلها كل من الأطراف { $sides }
}
soundings-claim-no-better = { $count ->
    [zero] { $package } يرفضها { $sides }
    [one] { $package } يرفضها الطرف { $sides }
    [two] { $package } يرفضها الطرفان { $sides }
    [few] { $package } يرفضها كل من الأطراف { $sides }
    [many] { $package } يرفضها كل من الأطراف { $sides }
   *[other] { $package } يرفضها كل من الأطراف { $sides }
}
soundings-claim-yes-text = { $count ->
    [zero] { $package } يقبله { $sides }
    [one] { $package } يقبله الطرف { $sides }
    [two] { $package } يقبله الطرفان { $sides }
    [few] { $package } يقبله كل من الأطراف { $sides }
    [many] { $package } يقبله كل من الأطراف { $sides }
   *[other] { $package } يقبله كل من الأطراف { $sides }
}
soundings-claim-no-text = { $count ->
    [zero] { $package } لا يقبله { $sides }
    [one] { $package } لا يقبله الطرف { $sides }
    [two] { $package } لا يقبله أي من الطرفين { $sides }
    [few] { $package } لا يقبله أي من الأطراف { $sides }
    [many] { $package } لا يقبله أي من الأطراف { $sides }
   *[other] { $package } لا يقبله أي من الأطراف { $sides }
}
soundings-claim-yes-slot = { $count ->
    [zero] الفترة { $package } متاحة: { $sides }
    [one] الفترة { $package } متاحة للطرف { $sides }
    [two] الفترة { $package } متاحة للطرفين { $sides }
    [few] الفترة { $package } متاحة لكل من الأطراف { $sides }
    [many] الفترة { $package } متاحة لكل من الأطراف { $sides }
   *[other] الفترة { $package } متاحة لكل من الأطراف { $sides }
}
soundings-claim-no-slot = { $count ->
    [zero] الفترة { $package } غير متاحة: { $sides }
    [one] الفترة { $package } غير متاحة للطرف { $sides }
    [two] الفترة { $package } غير متاحة لأي من الطرفين { $sides }
    [few] الفترة { $package } غير متاحة لأي من الأطراف { $sides }
    [many] الفترة { $package } غير متاحة لأي من الأطراف { $sides }
   *[other] الفترة { $package } غير متاحة لأي من الأطراف { $sides }
}
soundings-claim-below = { $package } يضعها الطرف { $side } في مرتبة أدنى من { $than }
soundings-claim-no-higher = { $package } لا يضعها الطرف { $side } في مرتبة أعلى من { $than }
soundings-claim-no-lower = { $package } لا يضعها الطرف { $side } في مرتبة أدنى من { $than }
soundings-claim-above = { $package } يضعها الطرف { $side } في مرتبة أعلى من { $than }
soundings-claim-quorum = { $package } يقبلها ما لا يقل عن { $least } من الأطراف { $sides }
soundings-plain = { "\u200F" }{ $claim }.
soundings-if = إن صح أن { $condition }، صح أن { $claims }.
soundings-one-of = إحدى الحالات التالية على الأقل قائمة، ولا تبين الأجوبة أيّها: { $claims }
soundings-if-one-of = إن صح أن { $condition }، فإن واحدا على الأقل مما يلي صحيح، ولا تقول الأجوبة أيها: { $claims }.
soundings-both = { $start } وأن { $next }
soundings-either = { $start }؛ { $next }
soundings-each = ويصح الأمر نفسه على كل من: { $packages }. { $text }
soundings-that-package = تلك الحزمة
soundings-that-better = تلك الحزمة
soundings-that-text = ذلك النص
soundings-that-slot = ذلك الوقت
soundings-because = { $text } ({ $count ->
    [zero] بلا سؤال: { $questions }
    [one] السؤال { $questions }
    [two] السؤالان { $questions } معا
    [few] الأسئلة { $questions } معا
    [many] الأسئلة { $questions } معا
   *[other] الأسئلة { $questions } معا
})
soundings-less-likely = مع تساوي ما عدا ذلك، أصبح ما يلي أقل احتمالا، وإن لم يكن مستبعدا: { $claim }. فلو كان صحيحا، لأظهرت قرعة السؤال { $question } ما يلي مرة واحدة على الأكثر من أصل { $times }: { $drawn }.
soundings-if-less-likely = إن صح أن { $condition }، فإن ما يلي أصبح، مع تساوي ما عدا ذلك، أقل احتمالا، وإن لم يكن مستبعدا: { $claim }. فلو كان صحيحا، لأظهرت قرعة السؤال { $question } ما يلي مرة واحدة على الأكثر من أصل { $times }: { $drawn }.
soundings-impossible = مع ما أدخله { $sides } من قبول ورفض، لا يمكن أن يرد هذا الجواب.
soundings-nothing = لا جديد مؤكدا عن طرف آخر.
soundings-cut-short = أُوقف الاستنتاج قبل تمامه: قد تكشف الأجوبة أكثر مما هو مذكور.
soundings-untold = لا يُبلَّغ بالجواب.
soundings-excluded = الأجوبة السابقة تستبعد هذا الجواب.
soundings-says-none-one = ‏{ $asked } مرفوضة لدى طرف واحد على الأقل من: { $sides }.
soundings-says-none = كل مما يلي يرفضه واحد على الأقل من الأطراف { $sides }: { $asked }.
soundings-says-none-quorum = كل مما يلي يقبله أقل من { $least } من الأطراف { $sides }: { $asked }.
soundings-says-exists = ثمة واحد بعينه مما يلي يقبله كل من الأطراف { $sides }: { $asked }. ولا يُكشف أيّها.
soundings-says-exists-quorum = ثمة واحد بعينه مما يلي يقبله ما لا يقل عن { $least } من الأطراف { $sides }: { $asked }. ولا يُكشف أيّها.
soundings-says-package-quorum = { $package } يقبلها ما لا يقل عن { $least } من الأطراف { $sides }. (سُئل عن: { $asked }.)
soundings-says-veto = ومن بينها { $vetoes }.
soundings-says-veto-none = أو يرفضه { $vetoes }.
soundings-says-others-draw = لا شيء مؤكدا عن غيرها: لا عدد ما استوفى الشرط ولا ترتيبه.
soundings-says-others-ranked = كل حزمة غيرها يرفضها طرف ما، أو لا تعلوها مرتبة وفق القاعدة.
soundings-warn-one = السؤال عن { $package } وحدها: فمن يقبلها يقرأ من الجواب ما إذا كان الآخرون جميعا يقبلونها.
soundings-warn-few = عدد الحزم في السؤال { $packages }؛ والعدد الأدنى المتفق عليه { $least }.
soundings-warn-probe = من الحزم التي يُسأل عنها، يقبل موقفكم حزمة واحدة لا غير: يكشف لكم الجواب ما إذا كان الآخرون جميعا يقبلون تلك الحزمة، فهذا سبر لها.
soundings-warn-subgroup = كان السؤال { $question } عن بعض الحزم نفسها، مع أطراف أخرى: والجوابان معا يقولان شيئا عن { $sides }.
soundings-warn-overlap = وُجّه السؤال { $question } إلى الأطراف نفسها عن بعض الحزم نفسها: والجوابان معا يقولان أكثر مما يقوله كل منهما وحده.
soundings-warn-repeat = وُجّه السؤال { $question } عن الأمر نفسه إلى الأطراف نفسها: ومع المواقف المختومة حينها، لا يمكن أن يختلف الجواب إلا بالقرعة.
soundings-warn-midpoint = في مسألة واحدة مرتبة الخيارات تؤول هذه القاعدة إلى نقطة الوسط: فمن يعرف رقمه يستطيع استنتاج رقم الآخر.
soundings-warn-untold = أجوبة لم تُبلَّغوا بها: السؤال { $questions }. وما تكشفه مع هذا الجواب لمن يعرفونها غير مذكور هنا.
soundings-note-sincerity = كل هذا يتعلق بالمواقف التي أُدخلت، صادقة كانت أو غير صادقة.
soundings-note-bits = بحساب البت، ومجرد «نعم» أو «لا» يكشف بِتا واحدا، يكشف الجواب { $bits } على الأكثر. وهذا يحدّ قدر ما يُكشف، لا ما يسببه من ضرر.
soundings-note-ranks = المراتب هي مراتب النقاط المقرّبة التي تقارنها القاعدة. ومن يعرف نقاطه يستطيع تضييق نطاق نقاط غيره أكثر.
soundings-note-first = قد يقرأ الجواب أولا طرف واحد تحدده القرعة، وقد يتوقف. وذلك سيُرى.
soundings-note-relay = يرى خادم النقل أن أجهزتكم متصلة، وقدر ما ترسله، ومتى يجري الاحتساب.
soundings-consent-over = لم تعد تُطلب موافقة طرفكم. وحال السؤال مبيّن أعلاه.
soundings-consent = الموافقة باسم طرفكم
soundings-consent-do = موافقة
soundings-consent-position = يتكلم موقفكم المختوم باسم طرفكم. ويرى جميع الأعضاء أن طرفكم موافق؛ ولا يرى أحد ما في الموقف. وما يكشفه الجواب، ولمن، مبين في الجدول أعلاه.
soundings-consent-text = لا يُعرض قبولكم أو رفضكم. فإن قبل الجميع ظهر كل قبول؛ وإلا فالجواب هو ذلك لا غير، ومن قبل، إذا كان الطرفان اثنين، يعلم من رفض. ويرى جميع الأعضاء أن طرفكم موافق على أن يُسأل.
soundings-consent-date = لا تُعرض أوقاتكم. والوقت الذي يُعثر عليه متاح لجميع من سُئلوا، وأنتم منهم. ويرى جميع الأعضاء أن طرفكم موافق على أن يُسأل.
soundings-seal-first = لا بد من ختم موقفكم لهذه الصيغة من جدول الأعمال قبل أن يستطيع طرفكم الموافقة.
soundings-another = ختم العضو { $name } موقف طرفكم، وله أن يوافق باسم طرفكم أو لا يوافق.
soundings-vote = هذا النص
soundings-vote-accept = يقبله طرفي
soundings-vote-reject = لا يقبله طرفي
soundings-free = الأوقات المتاحة لطرفي
soundings-calendar = التعبئة من تقويم ({ "\u2066" }ICS{ "\u2069" })
soundings-calendar-hint = يُقرأ على هذا الجهاز ولا يُحفظ. ويبقى بإمكانكم تغيير كل علامة.
soundings-calendar-do = وضع علامة على الأوقات المتاحة
soundings-decline = الامتناع عن الموافقة
soundings-decline-lead = يرى جميع الأعضاء أن طرفكم لم يوافق. ولا يرى أحد السبب. ولا يُطرح السؤال عندئذ، ولا يكلف شيئا من رصيد الإفصاح.
soundings-decline-do = لا نوافق
soundings-withdraw = سحب السؤال
soundings-withdraw-lead = يرى جميع الأعضاء أنكم سحبتموه.
soundings-withdraw-do = سحبه
soundings-run-title = الاحتساب
soundings-start-lead = لا بد أن تحضر أجهزة جميع الأطراف في الوقت نفسه. وينتظر جهازكم الأجهزة الأخرى ساعة على الأكثر. ويرى جميع الأعضاء أن جهازكم مستعد.
soundings-start = المشاركة الآن
soundings-run-begins = هذا الجهاز يستعد.
soundings-run-waits = هذا الجهاز مستعد. وهو ينتظر أجهزة { $sides }.
soundings-run-meets = أجهزة جميع الأطراف تلتقي.
soundings-run-bar = مدى التقدم
soundings-run-may-close = يمكنكم إغلاق هذه الصفحة؛ ولا بد أن يبقى البرنامج قيد التشغيل.
soundings-look-again = تحديث
soundings-run-missed = لم تحضر أجهزة { $sides } في الوقت المحدد. ويمكن لجهازكم أن ينتظر من جديد.
soundings-run-broke = انقطع الاحتساب على هذا الجهاز. وما هو ممكن الآن مبين أدناه.
soundings-leave = الخروج من الاحتساب
soundings-leave-lead = إن خرجتم، رأت جميع الأطراف أن جهازكم توقف. ولا يمكن أن يكون أي جواب قد كُشف بعد: وقد يبدأ الاحتساب من جديد لاحقا، بالأختام نفسها وبالتالي بالمواقف نفسها.
soundings-leave-opening = يجري كشف الجواب. فإن خرجتم الآن، رأت جميع الأطراف أن جهازكم توقف، وربما يكون أحد قد قرأ الجواب، ويُحسب السؤال من رصيد الإفصاح.
soundings-phase-setup = يتفق كل طرفين على مفاتيح سرية.
soundings-phase-bits = تُنشأ بتات عشوائية لا يستطيع أحد تغييرها من غير أن يُلاحظ ذلك.
soundings-phase-keys = يبين كل طرف أنه يستخدم مفتاحا واحدا تجاه الجميع.
soundings-phase-triples = تُنشأ المادة الأولية للاحتساب وتُفحص.
soundings-phase-buckets = تُدمج، فلا يكون لغش فيها أثر.
soundings-phase-masks = تُربط بهذا السؤال.
soundings-phase-inputs = تدخل المواقف المختومة محجوبة.
soundings-phase-tables = يُحتسب الجواب والقيم محجوبة.
soundings-phase-outputs = يُكشف الجواب، ولا شيء غيره.
soundings-broken-title = عمليات احتساب انقطعت
soundings-broke = الاحتساب { $number }: توقف جهاز الطرف { $side }. وبحسب قوله لم يكن كشف أي جواب ممكنا.
soundings-broke-open = الاحتساب { $number }: توقف جهاز الطرف { $side }، وكان كشف جواب ممكنا عندئذ.
soundings-broke-phase = وكان في هذه المرحلة: { $phase }
soundings-broke-names = ويذكر أن السبب: { $sides }.
soundings-broke-counts = ربما قرأ أحد الجواب. ويُحسب السؤال من رصيد الإفصاح ولا يبدأ شيء من جديد. اطرحوا سؤالا جديدا إن أرادت ذلك جميع الأطراف.
soundings-broke-again = لم يكن كشف أي جواب ممكنا. ويمكن أن يبدأ الاحتساب من جديد بالأختام نفسها، فلا يمكن أن يكون جوابه غير ذلك.
soundings-broke-wait = لا يُعرف هل يمكن أن يبدأ من جديد إلا بعد أن يقول كل جهاز كيف انتهى.
soundings-answer = الجواب
soundings-told-none = لم توجد حزمة مشتركة
soundings-told-better-no = لم يوجد ما يفضّله كل طرف
soundings-told-text-no = لم يعتمد الجميع النص
soundings-told-text-yes = اعتمد الجميع النص
soundings-told-date-no = لم يوجد وقت متاح للجميع
soundings-told-date = متاح للجميع: { $slot }
soundings-told-exists = ثمة ما يستوفي الشرط. ولا يُكشف ما هو.
soundings-told-package = الحزمة { $package }
soundings-exploratory-word = استكشافية
soundings-exploratory = لم يوافق الطرف { $side }. وهو معني بما يلي: { $issues }، ولم يشارك. وإلى أن يوافق تبقى الحزمة استكشافية ولا يمكن إحالتها للتأكيد.
soundings-own-could = يمكن لطرفكم التعايش معها.
soundings-receipt-by = الإيصال، أكده { $sides }:
soundings-receipt-lead = هو واحد لدى جميع من شاركوا ولا يثبت شيئا لأحد غيرهم.
soundings-receipt-none = لا إيصال على هذا الجهاز: فالجواب أبلغ به زميل، أو لم يبق أحد لتأكيده.
soundings-learned = ما كشفه الجواب
soundings-you = أنتم
soundings-next = الخطوة التالية
soundings-next-gate = اطلبوا موافقة الأطراف المعنية في صفحة الإقرار. وإلى ذلك الحين لا شيء من ذلك متفق عليه.
soundings-next-bring = اطرحوها للبحث في صفحة الإقرار. و«نعم» هنا ليست اتفاقا: فما زال على الجهات المفوِّضة أن تؤكد.
soundings-next-none = لا تُعرض أصوات أحد. تحدثوا عما كان ناقصا، من غير أن تقولوا ما أدخلتموه.
soundings-next-version = جدول الأعمال المعدّل صيغة جديدة: يتخذ كل طرف موقفا جديدا، ويمكن سؤاله من جديد.
soundings-next-stands = القائم يبقى قائما.
soundings-next-text = ما زال على الجهات المفوِّضة أن تؤكد ما يحتاج إلى تأكيدها.
soundings-next-text-no = غيّروا الصياغة واسألوا عن النص الجديد.
soundings-next-date = دوّنوا اللقاء في تقاويمكم.
soundings-next-date-no = اقترحوا أوقاتا أخرى.
done-soundings-called = طُرح السؤال. ويراه جميع الأعضاء.
done-soundings-consented = وافق طرفكم. ويرى ذلك جميع الأعضاء.
done-soundings-declined = لم يوافق طرفكم. ويرى ذلك جميع الأعضاء.
done-soundings-withdrawn = سُحب السؤال. ويرى ذلك جميع الأعضاء.
done-soundings-calendar = وُضعت علامة على ما يتركه تقويمكم متاحا. ولم يُحفظ شيء من التقويم.
done-soundings-left = خرج هذا الجهاز من الاحتساب. والأطراف الأخرى ترى أنه توقف.
