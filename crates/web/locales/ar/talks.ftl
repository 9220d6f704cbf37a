talks-title = حواراتكم
talks-none = لا يوجد هنا أي حوار بعد. انضموا إلى حوار بالدعوة التي وصلتكم، أو أنشئوا حوارا.
talks-destroyed = أُتلف
talks-destroyed-on = أُتلفت مفاتيحه في { $day }.
talks-since = منذ { $day }
talks-health-in-step = أُرسل كل شيء واستُلم
talks-health-behind = ثمة ما ينتظر الإرسال، أو أنكم تنتظرون السماح بالدخول
talks-health-forked = إنذار: ربما لم يُعرض على جميع الأعضاء المحتوى نفسه
talks-health-needs-rejoin = ينتظر هذا الجهاز السماح بدخوله من جديد
talks-health-shut-out = لم يعد بإمكانكم الدخول
talks-health-gone = غادرتم هذا الحوار
talks-health-deleted = محذوف من خادم النقل
talks-health-ending = اتُّفق على الإنهاء
talks-join-title = الانضمام بدعوة
talks-join-lead = أرسل إليكم الميسّر رابطا بوسيلة لا يطلع عليها غيركم.
talks-join-open = استخدام دعوة
talks-join-link = الرابط كاملا
talks-join-link-hint = يبدأ بالصيغة { "\u2066" }backchannel://{ "\u2069" } ولا يُستخدم إلا مرة واحدة.
talks-your-name = الاسم الذي تودون أن تُعرفوا به في هذا الحوار
talks-your-name-hint = يراه جميع الأعضاء. ويجوز أن يكون اسما مستعارا.
talks-join = انضمام
talks-found-title = إنشاء حوار
talks-found-lead = للميسّرين
talks-found-name = اسم الحوار
talks-found-relay = عنوان خادم النقل
talks-found-relay-hint = مثل { "\u2066" }https://relay.example:8443{ "\u2069" }. ينقل محتوى مشفرا ولا يستطيع قراءة شيء منه.
talks-found-pin = بصمة شهادة خادم النقل
talks-found-pin-hint = كما يبلغها مشغّله. وإن تُركت الخانة خالية، اعتُمدت أول بصمة ترد منه.
talks-found-purpose = الغرض من الحوار
talks-found-least = العدد الأدنى للحزم في السؤال الواحد
talks-found-least-hint = السؤال عن حزمة واحدة يكشف لكل من يقبلها ما إذا كان الآخرون جميعا يقبلونها.
talks-found = إنشاء
talks-remains = بصمة سجل الرسائل المشفر، وهي كل ما حُفظ:
talks-no-backup = لا توجد بعد نسخة احتياطية من هذا الجهاز. فإن فُقد، فُقدت معه حواراتكم.
talks-more = { $count ->
    [zero] ولا شيء غير ذلك
    [one] وأمر واحد آخر
    [two] وأمران آخران
    [few] وكذلك { $count } أمور أخرى
    [many] وكذلك { $count } أمرا آخر
   *[other] وكذلك { $count } أمر آخر
}
talks-unreadable = تعذّر فتح ملفه؛ استعيدوا نسخة احتياطية
talks-untitled = حوار لم يُسمح لكم بدخوله بعد
