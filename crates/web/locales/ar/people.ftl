people-title = الأشخاص
people-seats = المقاعد
people-members = أعضاء هذا الحوار
people-members-caption = من هم هنا، وعن أي طرف
people-name = الاسم
people-side = الطرف
people-here = هنا
people-standing-admitted = قُبل، ولم يُسمح له بالدخول بعد
people-standing-present = حاضر
people-standing-returning = يعود بجهاز جديد
people-standing-gone = خارج الحوار
people-own = ما يخص هذا الحوار
people-own-seats = مقاعد هذا الحوار
people-own-lead = يُدخلها الميسّر، ويُدخل كل عضو المقعد الذي يشغله. ويقرؤها جميع الأعضاء.
people-reported = المنقول بشأن آخرين
people-reported-seats = المقاعد المنقولة
people-reported-lead = مأخوذ من مصادر، كل منها مسمى. و«لم يرد» لا تعني «لم يقع». وليس في ما يلي أي مقعد من مقاعد هذا الحوار.
people-none = لا مقاعد في السجل بعد.
people-before = { $count ->
    [zero] ما كان قبل ذلك: لا شيء
    [one] ما كان قبل ذلك: إدخال واحد
    [two] ما كان قبل ذلك: إدخالان
    [few] ما كان قبل ذلك: { $count } إدخالات
    [many] ما كان قبل ذلك: { $count } إدخالا
   *[other] ما كان قبل ذلك: { $count } إدخال
}
people-change = تغيير هذا المقعد
people-entered = الإدخال
people-entered-by = أدخله { $name }، { $day }
people-source = المصدر
people-office-former = مسؤول سابق
people-office-serving = مسؤول في منصبه
people-office-expert = خبير
people-office-convener = ميسّر
people-capacity-private = بصفة شخصية
people-capacity-mandated = بتفويض
people-seat-title = إضافة مقعد أو تغييره
people-seat-lead = سيقرأ جميع الأعضاء ما تُدخلونه. وما كان عليه المقعد من قبل يبقى في السجل.
people-seat-button = إدخال المقعد
people-seat-name = اسم قصير للمقعد
people-seat-name-hint = لتغيير مقعد، استخدموا اسمه من جديد.
people-seat-holder = من يشغله
people-seat-holder-hint = اسم، أو الوصف المستخدم بدلا منه.
people-seat-office = المنصب
people-seat-capacity = الصفة
people-seat-capacity-hint = بصفة شخصية، أو بتفويض من جهة مفوِّضة. ولا يُقبل مقعد بلا صفة.
people-seat-side = الطرف
people-seat-government = الحكومة أو الجهة المفوِّضة
people-seat-post = الوظيفة أو المهنة
people-seat-institution = المؤسسة
people-seat-close = قريب من
people-seat-also = صور أخرى لكتابة الاسم، واحدة في كل سطر
people-seat-posts = مناصب أخرى، بما فيها السابقة، واحد في كل سطر
people-seat-institutions = مؤسسات أخرى وأسماؤها بلغات أخرى، واحدة في كل سطر
people-seat-described = كلمات أخرى يُعرف بها الشخص، واحدة في كل سطر
people-seat-words = كلمات أخرى للطرف أو الحكومة: أهلها، عاصمتها، بلغات أخرى، واحدة في كل سطر
people-seat-gender = صيغة المخاطبة
people-seat-gender-hint = كي يمكن التحقق من «هو» و«هي» في الخلاصة. يجوز تركها فارغة.
people-gender-woman = هي
people-gender-man = هو
people-described = يوصف أيضًا بأنه
people-words = كلمات أخرى للطرف
people-seat-since = منذ
people-seat-member = العضو الذي يشغله
people-seat-source = المصدر، إن كان منقولا بشأن آخرين
people-day-hint = بقدر ما هو معروف: { "\u2066" }2023{ "\u2069" } أو { "\u2066" }2023-04{ "\u2069" } أو { "\u2066" }2023-04-12{ "\u2069" }.
people-source-hint = ما يُذكر له مصدر يدخل الوقائع المنقولة، لا ما يخص هذا الحوار.
people-warning = للنظر فيه
people-warning-no-mandate = جلس { $who } بصفة شخصية في اللقاء { $meeting } مع { $with }، وهو مسؤول في منصبه لدى حكومة أخرى، وليس في سجل التفويضات أي تفويض.
people-warning-beyond = يتحدث { $who } باسم السلطات ({ $government }) من مقعد بصفة شخصية، وليس في سجل التفويضات تفويض بذلك: فهو إما خارج حدود التفويض وإما بلا تفويض.
people-warning-beyond-line = السطر { $line }: يتحدث { $who } باسم السلطات ({ $government })، وليس في سجل التفويضات تفويض بذلك: فهو إما خارج حدود التفويض وإما بلا تفويض.
people-no-advice = ليست هذه مشورة قانونية؛ اسألوا المستشار القانوني.
people-standing-title = دور السلطات
people-standing-lead = أن تكون السلطات طلبت المحادثات، أو سعت إليها، أو كانت على علم بها، أو وجّهتها، أو أُحيطت علما بها، أو نُقلت عبرها رسائل منها، ست وقائع منفصلة. والنفي لا ينفي إلا ما يقوله.
people-standing-none = لا وقائع في السجل بعد.
people-standing-caption = صلة السلطات ({ $government }) بالمحادثات
people-relation-requested = طلبت المحادثات
people-relation-sought = سعت إليها
people-relation-knew = كانت على علم بها
people-relation-directed = وجّهتها
people-relation-briefed = أُحيطت علما بها
people-relation-carried-messages = نُقلت عبرها رسائل منها
people-deed-requested = طلبت المحادثات
people-deed-sought = سعت إلى المحادثات
people-deed-knew = كانت على علم بالمحادثات
people-deed-directed = وجّهت المحادثات
people-deed-briefed = أُحيطت علما بالمحادثات
people-deed-carried-messages = نُقلت عبر المحادثات رسائل منها
people-stance-asserts = يؤكد
people-stance-denies = ينفي
people-says-asserts = صدر عن { $who } تأكيد أن السلطات ({ $government }) { $deed }.
people-says-denies = صدر عن { $who } نفي أن السلطات ({ $government }) { $deed }.
people-speaks-for = كلام { $who } يتناول ما ستفعله السلطات ({ $government }).
people-verdict = ما تقوله الوقائع
people-verdict-yes = نعم
people-verdict-no = لا
people-verdict-contested = محل خلاف
people-verdict-not-reported = لم يرد في المصادر
people-facts = من يقول ذلك
people-fits = مدى توافق النفي والتأكيد
people-fit-compatible = متوافق
people-fit-conflicting = متناقض
people-fit-in-tension = يصعب التوفيق بينهما
people-why-not-covered = يشمل النفي أن السلطات { $denied }، ولا شيء سواه؛ أما أن السلطات { $asserted } فلا ينفيه.
people-why-other-meeting = يتعلق كل منهما بلقاء مختلف ({ $denied }؛ { $asserted }).
people-why-other-side = يتعلق كل منهما بطرف مختلف ({ $denied }؛ { $asserted }).
people-why-later = يعود ما أُكد إلى يوم لاحق لما يبلغه النفي ({ $denied }؛ { $asserted }).
people-why-opposite = يؤكد أحدهما ما ينفيه الآخر ({ $denied }؛ { $asserted }).
people-why-implied = متى صح أن السلطات { $asserted }، صح كذلك أن السلطات { $denied }.
people-why-speaks-for = من يتحدث عما تستعد السلطات لفعله ينقل رسالة منها، أو يتحدث خارج حدود التفويض ({ $denied }{ $asserted }).
people-of-meeting = اللقاء { $meeting }
people-of-source = المصدر { $source }
people-rule-on-record = بذكر الاسم
people-rule-background = بلا اسم
people-rule-chatham-house = قاعدة تشاتام هاوس
people-rule-deep-background = بلا أي إسناد
people-rule-off-record = لا يُنقل
people-fact-title = إضافة واقعة
people-fact-lead = سيقرؤها جميع الأعضاء، مع ذكر من يقول ذلك. أدخلوا واقعة واحدة في كل مرة، ولا تزيدوا على ما قيل.
people-fact-button = إدخال الواقعة
people-fact-government = الحكومة
people-fact-relation = الصلة بالمحادثات
people-fact-stance = تأكيد أم نفي؟
people-fact-by = من يقول ذلك
people-fact-by-hint = كما يذكره المصدر، أو من معرفة العضو المباشرة.
people-fact-rule = الإسناد
people-fact-day = متى
people-fact-meeting = بشأن أي لقاء
people-fact-source = المصدر، إن كان منقولا
people-mandates-title = التفويضات
people-mandates-lead = تحدد الجهة المفوِّضة كتابة ما يجوز للمفوَّض فعله هنا، وتوقّع ذلك خارج هذا البرنامج. وترون التفويضات التي أُبرزت في غرفكم.
people-register = التفويضات التي أُبرزت لكم
people-register-empty = السجل خال: لم يُبرز لكم أي تفويض.
people-shown-in = أُبرز في: { $room }
people-all-issues = جميع المسائل
people-counsel = { $name }، في { $day }
people-counsel-none = لا موافقة مسجلة
people-key = موقّع بالمفتاح
people-only-you = لا يراه غيركم.
people-document-title = مستند للتوقيع
people-document-lead = احفظوه، ولتقرأه الجهة المفوِّضة وتوقّعه كما هو، بايتا ببايت، على جهاز خاص بها، ثم أعيدوا الملفين كليهما.
people-document-save = حفظ المستند
people-document-forget = إخفاؤه
people-clock-not-yet = { $days ->
    [zero] يبدأ خلال يوم
    [one] يبدأ بعد يوم واحد
    [two] يبدأ بعد يومين
    [few] يبدأ بعد { $days } أيام
    [many] يبدأ بعد { $days } يوما
   *[other] يبدأ بعد { $days } يوم
}
people-clock-holds = { $days ->
    [zero] يسري أقل من يوم
    [one] يسري يوما واحدا آخر
    [two] يسري يومين آخرين
    [few] يسري { $days } أيام أخرى
    [many] يسري { $days } يوما آخر
   *[other] يسري { $days } يوم آخر
}
people-clock-expired = { $days ->
    [zero] انقضى قبل أقل من يوم
    [one] انقضى قبل يوم واحد
    [two] انقضى قبل يومين
    [few] انقضى قبل { $days } أيام
    [many] انقضى قبل { $days } يوما
   *[other] انقضى قبل { $days } يوم
}
people-clock-revoked = سُحب: { $why }
people-scope-explore = الاستكشاف: التحدث والسؤال والاستماع؛ ولا يُلزم ذلك الجهة المفوِّضة
people-scope-convey = النقل: نقل رسائل الجهة المفوِّضة كما أُعطيت، ونقل الأجوبة إليها
people-scope-speak-for = التحدث عنها: بيان موقف الجهة المفوِّضة باسمها
people-mandate-title = إعداد مسودة تفويض
people-mandate-lead = لا تُرسل المسودة إلى أحد. ولا تدل عليكم إلا ببصمة أُضيفت إليها قيمة عشوائية، فلا يكشف المستند إن عُثر عليه لمن هو.
people-mandate-button = كتابة المستند
people-mandate-principal = الجهة المفوِّضة
people-mandate-scope = النطاق
people-mandate-subjects = المسائل
people-mandate-subjects-hint = إن لم يُحدد شيء، فجميعها.
people-mandate-from = من (بالتوقيت العالمي)
people-mandate-until = حتى (بالتوقيت العالمي)
people-mandate-conditions = الشروط، واحد في كل سطر
people-mandate-counsel = موافقة المستشار القانوني
people-mandate-counsel-day = يوم موافقة المستشار القانوني، مثل { "\u2066" }2026-11-30{ "\u2069" }
people-mandate-reference = الرقم المرجعي لدى المستشار القانوني
people-signed-title = فحص تفويض موقّع أو إبرازه
people-signed-lead = الفحص لا يُعلم أحدا بشيء. والإبراز يُظهر التفويض، وأنه لكم، لجميع أعضاء الغرفة التي تختارونها.
people-signed-button = إبرازه
people-signed-document = المستند كما وُقّع بعينه
people-signed-signature = التوقيع الذي كتبه { "\u2066" }ssh-keygen{ "\u2069" }
people-signed-key = المفتاح العام للجهة المفوِّضة، إن كنتم تعرفونه من غير هذا الطريق
people-signed-key-hint = سطر واحد، كما يكتبه { "\u2066" }OpenSSH{ "\u2069" }.
people-signed-room = يُبرز في
people-signed-check = فحصه
people-signed-present = إبرازه
people-back-title = إعداد مسودة سحب تفويض
people-back-lead = لا تُرسل المسودة إلى أحد. ويُعتد بالسحب متى وقّعته الجهة المفوِّضة نفسها وأُبلغ.
people-back-button = كتابة المستند
people-back-reason = السبب
people-revoked-title = إبلاغ سحب تفويض
people-revoked-lead = سيعلم جميع أعضاء الغرفة التي تختارونها أن التفويض سُحب، ويعلمون السبب إن ذُكر.
people-revoked-button = إبلاغه
people-revoked-document = مستند السحب الموقّع
people-check-holds = التوقيع صحيح والتفويض لكم هنا. المفتاح: { $key }. قارنوه بما لدى الجهة المفوِّضة.
people-check-altered = لا يسري: المستند ليس في صورته الوحيدة، أو أنه غُيّر.
people-check-signature = لا يسري: التوقيع لا يمكن قراءته، أو أُعطي لغرض آخر.
people-check-key = لا يسري: لا يُقبل مفتاح من هذا النوع.
people-check-principal = لا يسري: وُقّع بمفتاح غير مفتاح الجهة المفوِّضة.
people-check-dialogue = لا يسري: أُعطي لحوار آخر.
people-check-envoy = لا يسري: أُعطي لشخص آخر.
people-check-not-yet = لا يسري بعد: يبدأ لاحقا.
people-check-expired = لم يعد ساريا: انقضى.
people-check-revoked = لم يعد ساريا: سحبته الجهة المفوِّضة.
people-check-false = لا يسري: المستند والمفتاح والتوقيع لا يعود بعضها إلى بعض.
people-check-not-here = لم تُعدّ مسودته على هذا الجهاز لهذا الحوار؛ ويُبرزه من هو له.
done-people-seat = سُجّل المقعد وأُرسل إلى جميع الأعضاء.
done-people-fact = سُجّلت الواقعة وأُرسلت إلى جميع الأعضاء.
done-people-drafted = كُتب المستند. ولم يُرسل إلى أحد.
done-people-presented = أُبرز التفويض لأعضاء الغرفة.
done-people-revoked = أُبلغ به أعضاء الغرفة.
