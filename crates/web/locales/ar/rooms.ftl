rooms-title = الغرف
rooms-lead = الغرفة محادثة. ويظهر فوق خانة الكتابة من يقرأ ما تكتبونه.
rooms-plenary = الجلسة العامة
rooms-plenary-who = يقرؤها جميع الأعضاء.
rooms-caucus = المشاورات الداخلية للطرف { $side }
rooms-caucus-who = يقرؤها أعضاء الطرف { $side } وحدهم.
rooms-convener = الطرف { $side } مع الميسّر
rooms-convener-who = يقرؤها أعضاء الطرف { $side } والميسّر.
rooms-closed = لم تُفتح لكم هذه الغرفة بعد: فمن يُدخل الأعضاء إليها لم يتصل منذ انضمامكم.
rooms-read-by = من يقرؤها:
rooms-older = { $count ->
    [zero] لا رسائل أقدم
    [one] رسالة واحدة أقدم
    [two] رسالتان أقدم
    [few] { $count } رسائل أقدم
    [many] { $count } رسالة أقدم
   *[other] { $count } رسالة أقدم
}
rooms-empty = لم يُقل شيء هنا بعد.
rooms-of-side = الطرف { $side }
rooms-mine = أنتم
rooms-write-plenary = الكتابة إلى جميع الأعضاء
rooms-write-caucus = الكتابة إلى الطرف { $side } وحده
rooms-write-convener = الكتابة إلى الطرف { $side } والميسّر
rooms-send = إرسال
