settings-title = الإعدادات
settings-lead = تُحفظ في خزنتكم على هذا الجهاز.
settings-language = اللغة
settings-dense = عرض الصفحات متراصة
settings-minutes = الإقفال بعد عدد من الدقائق لا تقومون فيها بشيء
settings-minutes-hint = من 1 إلى 240. ولا يُقفل شيء ما دام استمزاج جاريا.
settings-save = حفظ
done-settings = حُفظت.
