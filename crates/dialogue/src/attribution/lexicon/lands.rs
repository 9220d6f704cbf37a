//! Countries: their names and capitals, their people and adjectives, in four languages; and cities where people meet.

/// A country. Words of several parts are written with `_`; Russian ones as stems.
pub(in super::super) struct Land {
    /// Names, capital, and what stands for the government.
    pub(in super::super) names: &'static str,
    /// People and adjectives.
    pub(in super::super) folk: &'static str,
}

const fn land(names: &'static str, folk: &'static str) -> Land {
    Land { names, folk }
}

/// Countries whose words are known without being listed in a scene.
pub(in super::super) const LANDS: &[Land] = &[
    land(
        "russia russie россия рф روسيا moscow moscou москва موسكو kremlin кремль الكرملين",
        "russian russe российский россиянин россиян русский روسي روس",
    ),
    land(
        "united_states usa america states états-unis amérique сша америка соединенные_штаты أمريكا أميركا الولايات_المتحدة washington вашингтон واشنطن white_house белый_дом",
        "american américain американский американец أمريكي أميركي",
    ),
    land(
        "ukraine украина україна أوكرانيا kyiv kiev киев київ كييف",
        "ukrainian ukrainien украинский украинец український українець أوكراني",
    ),
    land(
        "turkey türkiye turkiye turquie турция تركيا ankara анкара أنقرة",
        "turkish turk turc turque турецкий турок تركي أتراك",
    ),
    land("norway norvège норвегия النرويج oslo осло أوسلو", "norwegian norvégien норвежский норвежец نرويجي"),
    land("france франция فرنسا paris париж باريس", "french frenchman français française французский француз فرنسي"),
    land("china chine китай الصين beijing pékin пекин بكين", "chinese chinois китайский китаец صيني"),
    land("iran иран إيران tehran téhéran тегеран طهران", "iranian iranien иранский иранец إيراني"),
    land(
        "israel israël израиль إسرائيل tel_aviv тель-авив تل_أبيب",
        "israeli israélien израильский израильтянин إسرائيلي",
    ),
    land(
        "palestine палестина فلسطين ramallah рамалла رام_الله",
        "palestinian palestinien палестинский палестинец فلسطيني",
    ),
    land("egypt égypte египет مصر cairo caire каир القاهرة", "egyptian égyptien египетский египтянин مصري"),
    land("syria syrie сирия سوريا damascus damas дамаск دمشق", "syrian syrien сирийский сириец سوري"),
    land("iraq irak ирак العراق baghdad bagdad багдад بغداد", "iraqi irakien иракский عراقي"),
    land(
        "saudi_arabia arabie_saoudite саудовская_аравия السعودية riyadh riyad эр-рияд الرياض",
        "saudi saoudien саудовский سعودي",
    ),
    land(
        "emirates émirats эмираты الإمارات abu_dhabi abou_dhabi абу-даби أبوظبي أبو_ظبي",
        "emirati émirati эмиратский إماراتي",
    ),
    land("qatar катар قطر doha доха الدوحة", "qatari катарский قطري"),
    land("oman оман عمان muscat mascate маскат مسقط", "omani omanais оманский عماني"),
    land("jordan jordanie иордания الأردن amman амман", "jordanian jordanien иорданский أردني"),
    land("lebanon liban ливан لبنان beirut beyrouth бейрут بيروت", "lebanese libanais ливанский ливанец لبناني"),
    land("switzerland suisse швейцария سويسرا bern berne берн", "swiss швейцарский швейцарец سويسري"),
    land("austria autriche австрия النمسا vienna vienne вена فيينا", "austrian autrichien австрийский австриец نمساوي"),
    land("finland finlande финляндия فنلندا helsinki хельсинки هلسنكي", "finnish finn finlandais финский финн فنلندي"),
    land("sweden suède швеция السويد stockholm стокгольм ستوكهولم", "swedish swede suédois шведский швед سويدي"),
    land(
        "germany allemagne германия ألمانيا berlin берлин برلين",
        "german allemand немецкий германский немец ألماني ألمان",
    ),
    land(
        "united_kingdom britain royaume-uni великобритания британия بريطانيا london londres лондон لندن",
        "british briton britannique британский британец بريطاني",
    ),
    land("georgia géorgie грузия جورجيا tbilisi tbilissi тбилиси تبليسي", "georgian géorgien грузинский грузин جورجي"),
    land("armenia arménie армения أرمينيا yerevan erevan ереван يريفان", "armenian arménien армянский армянин أرمني"),
    land(
        "azerbaijan azerbaïdjan азербайджан أذربيجان baku bakou баку باكو",
        "azerbaijani azéri azerbaïdjanais азербайджанский азербайджанец أذربيجاني",
    ),
    land("kazakhstan казахстан كازاخستان astana астана أستانا", "kazakh казахстанский казах كازاخي"),
    land("india inde индия الهند delhi дели دلهي", "indian indien индийский индиец هندي"),
    land(
        "pakistan пакистан باكستان islamabad исламабад إسلام_آباد",
        "pakistani pakistanais пакистанский пакистанец باكستاني",
    ),
    land("japan japon япония اليابان tokyo токио طوكيو", "japanese japonais японский японец ياباني"),
    land("korea corée корея كوريا seoul séoul сеул سيول", "korean coréen корейский кореец كوري"),
    land("sudan soudan судан السودان khartoum хартум الخرطوم", "sudanese soudanais суданский суданец سوداني"),
    land(
        "ethiopia éthiopie эфиопия إثيوبيا addis_ababa аддис-абеба أديس_أبابا",
        "ethiopian éthiopien эфиопский эфиоп إثيوبي",
    ),
    land("libya libye ливия ليبيا tripoli триполи طرابلس", "libyan libyen ливийский ливиец ليبي"),
    land("yemen yémen йемен اليمن sanaa сана صنعاء", "yemeni yéménite йеменский йеменец يمني"),
    land("algeria algérie алжир الجزائر algiers alger", "algerian algérien алжирский алжирец جزائري"),
    land("morocco maroc марокко المغرب rabat рабат الرباط", "moroccan marocain марокканский марокканец مغربي"),
    land("tunisia tunisie тунис تونس tunis", "tunisian tunisien тунисский тунисец تونسي"),
    land("poland pologne польша بولندا warsaw varsovie варшава وارسو", "polish pole polonais польский поляк بولندي"),
    land(
        "moldova moldavie молдова молдавия مولدوفا chisinau кишинев",
        "moldovan moldave молдавский молдаванин مولدوفي",
    ),
    land(
        "belarus biélorussie беларусь белоруссия بيلاروسيا minsk минск مينسك",
        "belarusian biélorusse белорусский белорус بيلاروسي",
    ),
    land(
        "european_union union_européenne европейский_союз евросоюз الاتحاد_الأوروبي brussels bruxelles брюссель بروكسل",
        "european européen европейский европеец أوروبي",
    ),
];

/// Cities where people meet, that are no capitals of the above.
pub(in super::super) const CITIES: &[&str] = &[
    "geneva genève женева جنيف",
    "istanbul стамбул إسطنبول اسطنبول",
    "zurich zürich цюрих زيورخ",
    "new_york нью-йорк نيويورك",
    "dubai dubaï дубай دبي",
    "lyon лион ليون",
    "rome рим روما",
    "milan милан ميلانو",
    "madrid мадрид مدريد",
    "lisbon lisbonne лиссабон لشبونة",
    "copenhagen copenhague копенгаген كوبنهاغن",
    "reykjavik рейкьявик ريكيافيك",
    "singapore singapour сингапур سنغافورة",
    "bangkok бангкок بانكوك",
    "nicosia nicosie никосия نيقوسيا",
    "valletta la_valette валлетта فاليتا",
    "montreux монтрё مونترو",
    "lugano лугано لوغانو",
    "lausanne лозанна لوزان",
    "saint_petersburg saint-pétersbourg санкт-петербург سانت_بطرسبرغ",
    "jerusalem jérusalem иерусалим القدس",
    "athens athènes афины أثينا",
    "budapest будапешт بودابست",
    "prague прага براغ",
    "dublin дублин دبلن",
    "belgrade белград بلغراد",
    "antalya анталья أنطاليا",
    "sharm_el_sheikh charm_el-cheikh шарм-эш-шейх شرم_الشيخ",
    "aqaba акаба العقبة",
    "manama манама المنامة",
    "kuwait koweït кувейт الكويت",
    "tashkent tachkent ташкент طشقند",
    "dushanbe душанбе",
    "nairobi найроби نيروبي",
    "johannesburg йоханнесбург",
    "bari бари",
    "the_hague la_haye гаага لاهاي",
];
