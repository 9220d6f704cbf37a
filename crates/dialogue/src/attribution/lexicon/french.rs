//! French words.
use super::super::tag::{Tag, Traits as T};
use super::Row;

// Titles whose form says that a woman holds them.
const AMBASSADRESS: T = T::AMBASSADOR.and(T::WOMAN);
const DIRECTRESS: T = T::DIRECTOR.and(T::WOMAN);
const COUNSELLORESS: T = T::ADVISER.and(T::WOMAN);
const LADY_SENATOR: T = T::SENATOR.and(T::WOMAN);
const LADY_DEPUTY: T = T::PARLIAMENT.and(T::WOMAN);
const LADY_LAWYER: T = T::LAWYER.and(T::WOMAN);
const LADY_SCHOLAR: T = T::SCHOLAR.and(T::WOMAN);
const LADY_EXPERT: T = T::EXPERT.and(T::WOMAN);
const LADY_MEDIATOR: T = T::CONVENER.and(T::WOMAN);

pub(super) const WORDS: &[Row] = &[
    (
        Tag::Head(T::NONE),
        "participant orateur intervenant délégué membre collègue interlocuteur représentant personne délégation camp côté voix négociateur homologue convive",
    ),
    (
        Tag::Head(T::WOMAN),
        "femme dame participante oratrice intervenante déléguée représentante interlocutrice négociatrice participantes intervenantes",
    ),
    (Tag::Head(T::MAN), "homme monsieur"),
    (Tag::Kind(T::WOMAN), "féminine féminin femmes"),
    (Tag::Head(T::AMBASSADOR), "ambassadeur"),
    (Tag::Head(T::DIPLOMAT), "diplomate émissaire"),
    (Tag::Head(T::MINISTER), "ministre"),
    (Tag::Head(T::OFFICIAL), "responsable fonctionnaire"),
    (Tag::Loose(T::GENERAL), "général"),
    (Tag::Head(T::GENERAL), "généraux"),
    (Tag::Head(T::ADMIRAL), "amiral amiraux"),
    (Tag::Head(T::MILITARY), "colonel maréchal militaire militaires"),
    (Tag::Head(T::OFFICER), "officier"),
    (Tag::Head(T::ADVISER), "conseiller"),
    (Tag::Head(T::SENATOR), "sénateur"),
    (Tag::Head(T::PARLIAMENT), "parlementaire député"),
    (Tag::Head(T::JUDGE), "juge magistrat"),
    (Tag::Head(T::LAWYER), "avocat juriste"),
    (Tag::Head(T::PROFESSOR), "professeur professeure"),
    (Tag::Head(T::SCHOLAR), "chercheur universitaire historien savant"),
    (Tag::Head(T::EXPERT), "expert spécialiste analyste"),
    (Tag::Head(T::JOURNALIST), "journaliste rédacteur"),
    (Tag::Head(T::BUSINESS), "banquier entrepreneur industriel"),
    (Tag::Head(T::ENGINEER), "ingénieur ingénieure"),
    (Tag::Head(T::ECONOMIST), "économiste"),
    (Tag::Head(T::CONVENER), "médiateur animateur modérateur hôte rapporteur facilitateur"),
    (Tag::Head(T::CLERGY), "évêque prêtre imam archevêque"),
    (Tag::Head(T::SPOKES), "porte-parole"),
    (Tag::Head(T::DOCTOR), "médecin"),
    (Tag::Head(T::DIRECTOR), "directeur gérant"),
    (Tag::Head(AMBASSADRESS), "ambassadrice"),
    (Tag::Head(DIRECTRESS), "directrice gérante"),
    (Tag::Head(COUNSELLORESS), "conseillère"),
    (Tag::Head(LADY_SENATOR), "sénatrice"),
    (Tag::Head(LADY_DEPUTY), "députée"),
    (Tag::Head(LADY_LAWYER), "avocate"),
    (Tag::Head(LADY_SCHOLAR), "chercheuse historienne"),
    (Tag::Head(LADY_EXPERT), "experte"),
    (Tag::Head(LADY_MEDIATOR), "médiatrice modératrice"),
    (Tag::Kind(T::FORMER), "ancien ancienne anciens anciennes ex retraite retraité retraitée"),
    (Tag::Kind(T::SERVING), "fonction exercice actuel actuelle"),
    (Tag::Kind(T::DEFENCE), "défense"),
    (Tag::Kind(T::MILITARY), "armée"),
    (Tag::Kind(T::FOREIGN), "étrangères extérieures"),
    (Tag::Kind(T::SECURITY), "sécurité"),
    (Tag::Kind(T::INTELLIGENCE), "renseignement renseignements"),
    (Tag::Kind(T::FINANCE), "finances financier financière trésor"),
    (Tag::Kind(T::ENERGY), "énergie pétrole"),
    (Tag::Kind(T::INTERIOR), "intérieur"),
    (Tag::Kind(T::TRADE), "commerce"),
    (Tag::Kind(T::WATER), "eau eaux irrigation hydraulique"),
    (Tag::Kind(T::NUCLEAR), "nucléaire"),
    (Tag::Kind(T::TRANSPORT), "transports"),
    (Tag::Kind(T::AGRICULTURE), "agricole"),
    (Tag::Kind(T::HEALTH), "santé"),
    (Tag::Kind(T::EDUCATION), "éducation"),
    (Tag::Kind(T::ENVIRONMENT), "environnement"),
    (Tag::Kind(T::FISHERIES), "pêche pêches"),
    (Tag::Kind(T::PRIME), "premier"),
    (
        Tag::Plain,
        "haut haute hauts hautes principal principale plusieurs certains quelques autre autres deux trois quatre cinq présent présente présents jeune vieux expérimenté réputé influent éminent régional local adjoint adjointe affaires vice national nationale nationaux",
    ),
    (Tag::Article, "le la les l un une des ce cet cette ces à au aux chaque tout tous"),
    (Tag::Of, "de d du parmi des"),
    (Tag::Only, "seul seule unique"),
    (Tag::Most, "plus"),
    (Tag::Extreme, "doyen doyenne benjamin benjamine aîné aînée"),
    (
        Tag::Stranger,
        "président roi reine capitaine pilote agriculteur maire gouverneur chancelier secrétaire pape auteur poète écrivain citoyen villageois pêcheur enfant mère père veuve chauffeur soldat infirmière instituteur institutrice marchand témoin voisin ouvrier marin étudiant prédécesseur",
    ),
    (
        Tag::Thing,
        "délégation partie commission proposition clause séance réunion organisation mission question réponse équipe assemblée conférence",
    ),
    (
        Tag::Speech,
        "dit déclaré affirmé souligné noté rappelé insisté proposé suggéré averti demandé ajouté répondu pense estime juge croit explique expliqué objecté concédé décrit préfère préfèrent veut veulent demande demandent insistent souhaite souhaitait souhaitent doute doutent refuse refusent accepte acceptent soutiennent précisé regretté reconnu remarqué craint craignent tiennent tient proposent affirment estiment",
    ),
    (Tag::Mine, "notre nos mon ma mes votre vos"),
    (
        Tag::Owned,
        "délégation gouvernement camp côté partie ministre capitale président armée troupes pays peuple parlement frontière frontières territoire sanctions constitution nation ministère ambassade direction hiérarchie dirigeants état-major forces",
    ),
    (Tag::We, "nous vous"),
    (Tag::At, "à en au aux depuis"),
    (Tag::Honorific, "m mm mme mlle mmes monsieur madame mademoiselle docteur maître me"),
    (Tag::She, "elle"),
    (Tag::He, "il lui"),
    (Tag::Or, "ou et"),
    (
        Tag::Several,
        "deux trois respectifs respectives gouvernements délégations ministres présidents peuples parlements",
    ),
    (Tag::Speaking, "parlant dit répondu parlé intervenu intervenant"),
];
