ledger-title = سجل الأسئلة
ledger-lead = ما سُئل عنه، وما تكشفه الأجوبة معا لكل طرف، وما تبقى من رصيد الإفصاح.
ledger-budget = رصيد الإفصاح
ledger-budget-words = المحسوب { $spent } من أصل { $budget } بِت.
ledger-budget-left = المتبقي { $left }. { $count ->
    [zero] ولا يُحسب أي سؤال
    [one] ويُحسب سؤال واحد
    [two] ويُحسب سؤالان
    [few] وتُحسب { $count } أسئلة
    [many] ويُحسب { $count } سؤالا
   *[other] ويُحسب { $count } سؤال
}.
ledger-bar-words = الشريط هو الرصيد كله. وكل جزء منه سؤال، ورقمه تحته؛ والباقي الفارغ هو المتبقي.
ledger-bits = يحدّ عدد البتات قدر ما يمكن أن تكشفه الأجوبة، لا ما يسببه ذلك من ضرر. والسؤال الذي لم تجر الموافقة عليه أو سُحب لا يكلف شيئا؛ والسؤال الذي انقطع بعد أن كان كشف جوابه قد أصبح ممكنا يُحسب.
ledger-bits-of = { $bits } بِت
ledger-free = لا يُحسب
ledger-questions = الأسئلة
ledger-questions-caption = بترتيب طرحها
ledger-number = الرقم
ledger-at-most = أقصى ما يكشفه
ledger-stage = المرحلة
ledger-told = ما تكشفه الأجوبة معا
ledger-told-lead = لكل طرف أُبلغ بأجوبة، من تلك الأجوبة وحدها، أيا كان موقفه هو. والأجوبة التي لا يعرفها هذا الجهاز غير مشمولة.
ledger-told-none = لا جواب معروفا على هذا الجهاز بعد.
ledger-told-caption = بحسب القارئ
ledger-who = من
ledger-knows = ما يعرفه حتى الآن
ledger-pooled = إذا جمعوا ما يعرفونه
ledger-untold = أجوبة لم تُبلَّغوا بها: السؤال { $questions }.
ledger-contradiction = لا يمكن أن تصدر هذه الأجوبة جميعا عن المواقف نفسها: فإما أن موقفا تغير بينها، أو أن أحدها مسجل على غير الصواب.
ledger-broken = انقطع السؤال { $question } بلا جواب؛ وربما قرأ جوابا من كان بإمكانه كشفه أولا.
