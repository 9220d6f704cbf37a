overview-title = نظرة عامة
overview-state = حال الحوار
overview-crisis = رُفع تنبيه تصعيد بشأن عمل مهدَّد به.
overview-crisis-open = الاطلاع على التنبيه وجهات الاتصال
overview-flag = { $act } · اتصلوا بجهة الاتصال { $contact }: { $reach }
overview-track = المسار { $track }
overview-track-unknown = لم يُسجَّل من حضره
overview-debrief-due = حان موعد التقرير
overview-as-reported = كما نُقل
overview-none-held = لم يُعقد بعد أي لقاء في هذا الحوار.
overview-when-where = { $day }، { $place }
overview-when = { $day }
overview-when-unknown = لقاء بلا تاريخ
overview-both = { $one }؛ { $two }
overview-knew-yes = السلطات ({ $government }): كانت على علم بالمحادثات
overview-knew-no = السلطات ({ $government }): لم تكن على علم بالمحادثات، وفق ما قيل
overview-knew-contested = السلطات ({ $government }): علمها بالمحادثات محل خلاف
overview-knew-open = السلطات ({ $government }): لم يرد في المصادر ما إذا كانت على علم بالمحادثات
overview-directed-yes = وقد وجّهتها
overview-directed-no = ولم توجّهها
overview-directed-contested = وتوجيهها لها محل خلاف
overview-directed-open = ولم يرد في المصادر ما إذا كانت وجّهتها
overview-next-meeting = اللقاء القادم: { $meeting }، { $when }.
overview-no-meeting = لا لقاء مقررا.
overview-overdue = { $days ->
    [zero] لم يتأخر اللقاء عن موعده؛
    [one] تأخر اللقاء عن موعده يوما واحدا؛
    [two] تأخر اللقاء عن موعده يومين؛
    [few] تأخر اللقاء عن موعده { $days } أيام؛
    [many] تأخر اللقاء عن موعده { $days } يوما؛
   *[other] تأخر اللقاء عن موعده { $days } يوم؛
} { $every ->
    [zero] ولم تُحدد وتيرة اللقاءات.
    [one] والمتفق عليه لقاء كل يوم.
    [two] والمتفق عليه لقاء كل يومين.
    [few] والمتفق عليه لقاء كل { $every } أيام.
    [many] والمتفق عليه لقاء كل { $every } يوما.
   *[other] والمتفق عليه لقاء كل { $every } يوم.
}
overview-overdue-words = { $days ->
    [zero] لم يتأخر اللقاء عن موعده؛ والمتفق عليه: { $words }.
    [one] تأخر اللقاء عن موعده يوما واحدا؛ والمتفق عليه: { $words }.
    [two] تأخر اللقاء عن موعده يومين؛ والمتفق عليه: { $words }.
    [few] تأخر اللقاء عن موعده { $days } أيام؛ والمتفق عليه: { $words }.
    [many] تأخر اللقاء عن موعده { $days } يوما؛ والمتفق عليه: { $words }.
   *[other] تأخر اللقاء عن موعده { $days } يوم؛ والمتفق عليه: { $words }.
}
overview-acts = ما يمكنكم القيام به الآن
overview-acts-none = لا شيء ينتظركم.
overview-since = منذ { $day }
overview-open = أمور مفتوحة
overview-open-see = اطلاع
overview-exploratory = السؤال { $number }: النتيجة استكشافية. تنقص موافقة: { $missing }.
overview-tolerable = السؤال { $number }: جميع من تمسهم النتيجة مشاركون أو موافقون. ويمكن إحالتها للتأكيد.
overview-promoted = السؤال { $number }: النتيجة محالة للتأكيد، وليست متفقا عليها. الجهات المفوِّضة التي لم تؤكد: { $missing }.
overview-impasse-delegate = الجمود «{ $name }»: { $blocker } · يمكن للمندوبين إزالته. الخطوة التالية: { $next }
overview-impasse-principal = الجمود «{ $name }»: { $blocker } · لا تستطيع إزالته إلا الجهات المفوِّضة. الخطوة التالية: { $next }
overview-news = ما أُبلغ به الجميع
overview-refused = لم يُقبل ما أدخلتموه، لأن ما أدخله آخرون سبقه: { $why }
overview-news-track = مع اللقاء { $meeting } انتقلت المحادثات من المسار { $from } إلى المسار { $to }.
overview-news-collision = قد تتداخل قناة أخرى مع هذا الحوار: { $channel }.
overview-news-tried = الخيار { $option } في المسألة { $issue } سبق طرحه. وكان الجواب حينها: { $answer }
overview-news-flag = رُفع تنبيه تصعيد بشأن عمل مهدَّد به: { $name }. اتصلوا بجهة الاتصال { $contact }.
overview-news-hotline = الخط الساخن: { $text }
overview-news-promoted = أُحيلت نتيجة السؤال { $number } للتأكيد.
overview-news-agreed = أكدت جميع الجهات المفوِّضة نتيجة السؤال { $number }.
overview-news-handover = ورد ملف تسليم: { $title }.
overview-next-hotline = { $count ->
    [zero] لا رسائل على الخط الساخن
    [one] قراءة رسالة الخط الساخن
    [two] قراءة رسالتين على الخط الساخن
    [few] قراءة { $count } رسائل على الخط الساخن
    [many] قراءة { $count } رسالة على الخط الساخن
   *[other] قراءة { $count } رسالة على الخط الساخن
}
overview-next-end = بيان ما إذا كنتم توافقون على إنهاء هذا الحوار
overview-next-verify = مطابقة الكلمات مع العضو { $name }
overview-next-verify-more = { $count ->
    [zero] لا أعضاء لمطابقة الكلمات معهم
    [one] مطابقة الكلمات مع عضو واحد
    [two] مطابقة الكلمات مع عضوين
    [few] مطابقة الكلمات مع { $count } أعضاء
    [many] مطابقة الكلمات مع { $count } عضوا
   *[other] مطابقة الكلمات مع { $count } عضو
}
overview-next-invite = دعوة المندوبين
overview-next-seat = بيان الصفة التي تجلسون بها هنا
overview-next-agenda = وضع جدول الأعمال
overview-next-position = كتابة موقفكم
overview-next-look = مراجعة موقفكم، وختمه قبل الموافقة على سؤال
overview-next-consent = الموافقة على السؤال { $number } أو الامتناع عنها
overview-next-run = إعداد جهازكم للسؤال { $number }
overview-next-running = السؤال { $number } قيد الاحتساب؛ اتركوا جهازكم قيد التشغيل
overview-next-bring = طرح نتيجة السؤال { $number } للبحث
overview-next-speak = السؤال { $number } يمس طرفكم: الموافقة أو الاعتراض
overview-next-promote = إحالة نتيجة السؤال { $number } للتأكيد
overview-next-confirm = الإبلاغ بتأكيد الجهة المفوِّضة لكم نتيجة السؤال { $number }
overview-next-clear = { $count ->
    [zero] لا فقرات لكم للإجازة
    [one] إجازة فقرتكم في خلاصة لقاء
    [two] إجازة فقرتين لكم في خلاصات اللقاءات
    [few] إجازة { $count } فقرات لكم في خلاصات اللقاءات
    [many] إجازة { $count } فقرة لكم في خلاصات اللقاءات
   *[other] إجازة { $count } فقرة لكم في خلاصات اللقاءات
}
overview-next-debrief = حان موعد التقرير: { $meeting }
overview-next-held = بيان ما إذا كان اللقاء { $meeting } قد عُقد
overview-machine = هذا الجهاز
overview-do = ما ينبغي فعله:
overview-log = سجل الرسائل حتى الكتلة { $sequence }:
overview-health-in-step-word = مكتمل
overview-health-in-step-what = أُرسل كل ما قيل، ووصل إلى هنا كل ما أُرسل.
overview-health-in-step-next = لا شيء.
overview-health-clock-word = الساعة مختلفة
overview-health-clock-what = { $minutes ->
    [zero] لا فرق بين ساعة هذا الجهاز وساعة خادم النقل.
    [one] تختلف ساعة هذا الجهاز عن ساعة خادم النقل بدقيقة واحدة.
    [two] تختلف ساعة هذا الجهاز عن ساعة خادم النقل بدقيقتين.
    [few] الفرق بين ساعة هذا الجهاز وساعة خادم النقل { $minutes } دقائق.
    [many] الفرق بين ساعة هذا الجهاز وساعة خادم النقل { $minutes } دقيقة.
   *[other] الفرق بين ساعة هذا الجهاز وساعة خادم النقل { $minutes } دقيقة.
}
overview-health-clock-next = اضبطوا ساعة هذا الجهاز، وإلا فقد تبدو الدعوات منقضية.
overview-health-queued-word = في انتظار الإرسال
overview-health-queued-what = { $count ->
    [zero] لا شيء ينتظر الإرسال.
    [one] أمر واحد ينتظر الإرسال.
    [two] أمران ينتظران الإرسال.
    [few] { $count } أمور تنتظر الإرسال.
    [many] { $count } أمرا تنتظر الإرسال.
   *[other] { $count } أمر تنتظر الإرسال.
}
overview-health-queued-next = لا شيء إن كنتم متصلين: فالإرسال تلقائي. وإلا فاتصلوا بالشبكة.
overview-health-knocked-word = في الانتظار
overview-health-knocked-what = طلبتم الدخول وتنتظرون السماح به.
overview-health-knocked-next = اتركوا هذا الجهاز قيد التشغيل. ولا بد أن يتصل مرة واحدة من دعاكم. فإن كان قد اتصل، فقد استُخدم الرابط من قبل أو انقضى: اطلبوا رابطا جديدا.
overview-health-rejoin-word = في الانتظار
overview-health-rejoin-what = ليست لدى هذا الجهاز مفاتيح المجموعة: فقد استُعيد من نسخة احتياطية، أو تخلى عنها ليدخل من جديد.
overview-health-rejoin-next = اتركوا هذا الجهاز قيد التشغيل. ولا بد أن يتصل عضو آخر مرة واحدة.
overview-health-lost-word = كتل ناقصة
overview-health-lost-what = تأتي هنا بعد ذلك الكتل من { $from } إلى { $to }، ويقول خادم النقل إنه لم يعد يحتفظ بها: إما أن المدة المتفق عليها انقضت، أو أنه يحجبها.
overview-health-lost-next = اطلبوا الدخول من جديد: يتخلى هذا الجهاز عن مفاتيحه، ويسمح له عضو آخر بالدخول ثانيةً. وما هو موجود هنا يبقى.
overview-health-lost-welcome-word = لم يُسمح بالدخول
overview-health-lost-welcome-what = تأتي هنا بعد ذلك الكتل من { $from } إلى { $to }، وربما كان فيها قبولكم، ويقول خادم النقل إنه لم يعد يحتفظ بها.
overview-health-lost-welcome-next = اطلبوا من الميسّر دعوة جديدة.
overview-gap = لم تُعرض الكتل من { $from } إلى { $to } على هذا الجهاز قط: فقد قال خادم النقل إنه لم يعد يحتفظ بها. وقد يكون ما قيل فيها لدى عضو آخر.
overview-rejoin = الدخول من جديد
overview-rejoin-sure = أريد الدخول من جديد: يجب أن يتصل عضو آخر مرة واحدة قبل أن أستطيع قول أي شيء هنا ثانيةً.
overview-acknowledge = تحققنا من ذلك
done-rejoining = يطلب هذا الجهاز السماح له بالدخول ثانيةً.
done-acknowledged = وُضع جانبًا. وسيُبلَّغ بكل جديد.
overview-health-not-let-in-word = لم يُسمح بالدخول
overview-health-not-let-in-what = لم تعد دعوتكم تتيح الدخول: الأرجح أنها انقضت أو استُخدمت من قبل أو سُحبت.
overview-health-not-let-in-next = اطلبوا من الميسّر دعوة جديدة.
overview-health-shut-out-word = لم يعد بإمكانكم الدخول
overview-health-shut-out-what = لم يعد خادم النقل يقبل منكم شيئا: الأرجح أنكم أُخرجتم من الحوار أو أن الميسّر ألغى إذن دخولكم. وهذا قول خادم النقل وحده.
overview-health-shut-out-next = اسألوا الميسّر بوسيلة أخرى. وما كان لديكم ما زال هنا ويمكن تصديره.
overview-health-gone-word = خارج الحوار
overview-health-gone-what = غادرتم هذا الحوار أو أُخرجتم منه.
overview-health-gone-next = لا شيء. وما كان لديكم ما زال هنا ويمكن تصديره.
overview-health-deleted-word = محذوف من خادم النقل
overview-health-deleted-what = يقول خادم النقل إن هذا الحوار حُذف منه، ولا يستطيع ذلك إلا جهاز الميسّر؛ والأرجح أنه اتُّفق على إنهائه في غيابكم. وهذا قول خادم النقل وحده. وما كان لديكم ما زال هنا.
overview-health-deleted-next = اسألوا الميسّر بوسيلة أخرى. وفي صفحة «التصدير والمغادرة والإتلاف» يمكنكم تصديره وإتلافه هنا.
overview-health-ending-word = قيد الإنهاء
overview-health-ending-what = اتفقت جميع الأطراف على إنهاء هذا الحوار، ولم يُنفَّذ ذلك هنا بعد.
overview-health-ending-next = لا شيء. ينفذه هذا البرنامج خلال لحظات.
overview-health-kept = يُحتفظ به هنا حتى { $day }؛ ثم يُتلفه هذا البرنامج كما اتُّفق عليه.
overview-health-forked-word = إنذار
overview-health-forked-what = ربما لم يُعرض على جميع الأعضاء المحتوى نفسه.
overview-health-forked-next = قارنوا السطر أدناه بما لدى الآخرين بوسيلة أخرى، شفهيا مثلا. ولا توافقوا على شيء حتى تعرفوا من يرى ماذا. ثم ضعوا هذا التنبيه جانبًا.
overview-fault-other-log = كُتبت رسالة العضو { $name } في الكتلة { $sequence } استنادا إلى سجل رسائل آخر: فإما أن خادم النقل عرض على كاتبها وعليكم محتوى مختلفا حتى الكتلة { $seen }، أو أن برنامج ذلك العضو غير نزيه.
overview-fault-other-group = ترد رسالة العضو { $name } في الكتلة { $sequence } من حالة أخرى للمجموعة: فإما أن خادم النقل عرض عليكما تغييرات مختلفة في العضوية، أو أن برنامج ذلك العضو غير نزيه.
overview-fault-ahead = تذكر رسالة العضو { $name } في الكتلة { $sequence } كتلا تأتي بعدها: فإما أن خادم النقل غيّر ترتيب سجل الرسائل، أو أن برنامج ذلك العضو غير نزيه.
overview-fault-other-branch = ترد الكتلة { $sequence } من عضو رأى سجل رسائل آخر حتى الكتلة { $seen }، أو هو في حالة للمجموعة غير التي أنتم فيها. وكاتبها غير معروف: فإما أن خادم النقل عرض عليكما محتوى مختلفا، أو أن برنامج ذلك العضو غير نزيه.
overview-fault-repeated = عرض خادم النقل الكتلة { $before } من جديد بوصفها الكتلة { $sequence }. ولا يكتب أي عضو كتلة مرتين.
overview-fault-not-stored = قال خادم النقل إنه خزن ما أرسلتموه بوصفه الكتلة { $sequence }، وهو لا يعرضه هناك. وما أرسلتموه محفوظ هنا.
overview-fault-rolled-back = فقد خادم النقل جزءا من سجل الرسائل أو أخفاه: ينتهي السجل عند الكتلة { $head }، وقد عرض الخادم من قبل الكتلة { $seen }.
overview-fault-other-state = أدخل العضو { $name } العضو { $member } بحالة تختلف عما لديكم؛ وبرنامج العضو الأول غير نزيه أو به خلل.
overview-fault-other-answer = أبلغ العضو { $name } عن السؤال { $question } جوابا غير الذي كُشف هنا.
overview-waiting-title = لم يُسمح لكم بالدخول بعد
overview-waiting-who = من يلزم اتصاله:
overview-waiting-again = تتحدث هذه الصفحة تلقائيا. ولا يضيع شيء إن أغلقتموها.
overview-waiting-knocked = طلب دخولكم في الطريق. ويُدخلكم جهاز من دعاكم.
overview-waiting-knocked-who = العضو الذي أرسل إليكم الدعوة، مرة واحدة؛ ويتولى برنامجه الباقي.
overview-waiting-welcomed = أنتم في المجموعة وتنتظرون إطلاعكم على ما فيها: حالة الحوار في الطريق إليكم.
overview-waiting-welcomed-who = العضو الذي أدخلكم، مرة أخرى.
overview-waiting-returning = ليست لدى هذا الجهاز مفاتيح الحوار: فقد استُعيد من نسخة احتياطية، أو تخلى عنها ليدخل من جديد. وهو يطلب من الآخرين السماح له بالدخول ثانيةً، ويرون أنكم تعودون بجهاز جديد.
overview-waiting-returning-who = العضو { $name }، مرة واحدة؛ ويتولى برنامجه الباقي.
overview-waiting-returning-anybody = عضو آخر، مرة واحدة.
