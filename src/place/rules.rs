//! What a word beside a name means, by language. All words stand in look-up form (see [`crate::gazetteer::key`]), with
//! blanks between them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::place::lexicon::Language;

/// The words of a language that say how a place is named.
struct Rules {
    /// "in Moers".
    inside: &'static str,
    /// "bei Moers".
    near: &'static str,
    /// "nach Moers", "von Moers".
    way: &'static str,
    /// "aus Moers".
    from: &'static str,
    /// "und" between two places of a list.
    and: &'static str,
    /// "Stadt Moers", "Ortsteil Kapellen".
    named: &'static str,
    /// "Polizei Moers": in the place, but not only there.
    service: &'static str,
    /// "Landgericht Kleve": the house stands there, the story may not.
    seat: &'static str,
    /// "SV Moers", "gegen Moers".
    club: &'static str,
    /// Before the name: a street, a person, a paper, so that no place is meant.
    never_after: &'static str,
    /// Behind the name: the same.
    never_before: &'static str,
    /// Behind the name: service, seat or club ("Leeds Crown Court").
    seat_behind: &'static str,
    /// Behind the name.
    service_behind: &'static str,
    /// Little words that may stand between a cue and the name ("tribunal *de* Lyon").
    links: &'static str,
}

const GERMAN: Rules = Rules {
    inside: "in im zu am innerhalb",
    near: "bei nahe um rund unweit beim vor",
    way: "nach von vom zwischen richtung bis uber fur mit zum zur via ab",
    from: "aus ex partnerstadt partnerschaft",
    and: "und oder sowie bzw",
    named: "stadt gemeinde markt hansestadt kreisstadt stadtteil ortsteil ortschaft stadtgebiet samtgemeinde \
            verbandsgemeinde dorf stadtbezirk bezirk landeshauptstadt marktgemeinde ort stadtgemeinde altstadt \
            innenstadt rathaus bahnhof standort raum hauptbahnhof messe tatort einsatzort unfallort volksfest \
            kirmes tierpark zoo",
    service: "feuerwehr polizei ordnungsamt stadtwerke wehr loschzug drk thw gymnasium gesamtschule vhs \
            stadtverwaltung cdu spd fdp grune afd linke jugendamt tafel caritas",
    seat: "gericht polizeiprasidium polizeidirektion polizeiinspektion kreispolizeibehorde bundespolizei \
            autobahnpolizei kripo kriminalpolizei amtsgericht landgericht verwaltungsgericht oberlandesgericht \
            arbeitsgericht sozialgericht staatsanwaltschaft schwurgericht jva klinikum klinik krankenhaus \
            uniklinik universitat uni hochschule ihk handwerkskammer leitstelle bistum erzbistum \
            bezirksregierung regierungsprasidium justizvollzugsanstalt universitatsklinikum flughafen \
            arbeitsagentur bistums polizeistation wasserschutzpolizei hauptzollamt zollamt",
    club: "sv fc vfl vfb vfr tsv tus tura sc tv bv ssv esv dsc fsv spvgg sg jsg hsg hc tc htc kfc msv bvb \
            borussia eintracht fortuna germania viktoria alemannia arminia hertha concordia union dynamo lok \
            wacker blau weiss rot grun schwarz gelb bw rw sw gw gegen gegner gast gaste adler preussen \
            sportfreunde sf bayer werder 1860 djk etb rsv ev pinguine titelverteidiger spitzenreiter \
            tabellenfuhrer schlusslicht aufsteiger bayern rb 04 05 96 98 1899 1900 1907 1910",
    never_after: "strasse herr herrn frau dr prof familie burgermeister oberburgermeister trainer burgermeisterin \
            oberburgermeisterin minister ministerin landrat landratin pfarrer sprecher sprecherin richter \
            richterin anwalt kommissar direktor rektor prasident prasidentin kapitan torwart sturmer autor \
            autorin kunstler geschaftsfuhrer vorsitzender vorsitzende ob coach bischof graf baron st",
    never_before: "strasse str allee weg platz ring damm ufer chaussee gasse brucke wall tor stieg pfad landstrasse \
            zeitung anzeiger nachrichten tageblatt tagblatt rundschau kurier merkur volkszeitung allgemeine \
            presse autobahnkreuz kreuz dreieck",
    seat_behind: "landgericht amtsgericht staatsanwaltschaft polizeiprasidium universitat hochschule",
    service_behind: "feuerwehr polizei",
    links: "der die des dem den alte alten",
};

const ENGLISH: Rules = Rules {
    inside: "in at across throughout within inside",
    near: "near outside around by",
    way: "to of for between through towards on with via and",
    from: "from",
    and: "and or",
    named: "city town village downtown central borough north south east west",
    service: "university mayor",
    seat: "court hospital",
    club: "against beat v vs fc afc",
    never_after: "mr mrs ms dr sir lord lady pc sgt minister captain coach councillor cllr duke earl",
    never_before: "road street avenu lane drive way close terrace crescent square gate times post gazette echo \
            chronicle news",
    seat_behind: "crown magistrates court university hospital royal infirmary combined",
    service_behind: "police council fire city united town rovers fc rhinos county athletic",
    links: "the",
};

const FRENCH: Rules = Rules {
    inside: "a au aux en dans",
    near: "pres autour vers",
    way: "de du des d pour entre jusqu par et sur",
    from: "depuis",
    and: "et ou",
    named: "ville commune quartier village mairie metropole centre",
    service: "pompiers police gendarmerie gendarmes",
    seat: "tribunal cour chu hopital universite prefecture parquet prison aroport",
    club: "contre fc as olympique stade us rc asse ol",
    never_after: "ru avenu boulevard place quai chemin route allee m mme docteur maire monsieur madame president \
            st",
    never_before: "",
    seat_behind: "",
    service_behind: "",
    links: "de du d des la le les l",
};

const ITALIAN: Rules = Rules {
    inside: "a ad in nel nella presso",
    near: "vicino intorno",
    way: "di da per verso tra fra con del della",
    from: "dal dalla",
    and: "e ed o",
    named: "comune citta quartiere frazione localita centro pase",
    service: "polizia carabinieri vigili questura",
    seat: "tribunale procura ospedale universita prefettura carcere aroporto",
    club: "contro fc ac us calcio",
    never_after: "via viale corso piazza piazzale largo strada signor signora dottor sindaco don padre san santa st",
    never_before: "",
    seat_behind: "",
    service_behind: "calcio",
    links: "di del della dell la il lo l",
};

const SPANISH: Rules = Rules {
    inside: "en a",
    near: "cerca junto",
    way: "de del hasta hacia entre por para con",
    from: "desde",
    and: "y e o",
    named: "ciudad municipio barrio publo localidad ayuntamiento centro",
    service: "policia bomberos guardia",
    seat: "audiencia juzgado tribunal hospital universidad aropurto carcel",
    club: "contra cf real atletico deportivo ud cd",
    never_after: "calle avenida plaza paseo carretera senor senora don dona alcalde san santa st",
    never_before: "",
    seat_behind: "",
    service_behind: "",
    links: "de del la el los las",
};

const DUTCH: Rules = Rules {
    inside: "in te",
    near: "bij nabij rond rondom",
    way: "van naar tussen voor met richting tot op",
    from: "uit vanuit",
    and: "en of",
    named: "stad gemeente dorp wijk centrum station plaats",
    service: "politie brandweer",
    seat: "rechtbank ziekenhuis universiteit gerechtshof gevangenis luchthaven",
    club: "tegen fc vv sc sparta",
    never_after: "meneer mevrouw burgemeester wethouder minister st",
    never_before: "straat laan weg plein courant dagblad",
    seat_behind: "",
    service_behind: "",
    links: "de het",
};

const POLISH: Rules = Rules {
    inside: "w we na",
    near: "pod kolo niedaleko okolic przy",
    way: "do od miedzy przez dla o za nad",
    from: "z ze",
    and: "i oraz lub",
    named: "miasto miasta miescie gmina gminie gminy wies dzielnica centrum powiat",
    service: "policja straz policjanci strazacy",
    seat: "sad szpital szpitalu uniwersytet prokuratura lotnisko",
    club: "przeciw legia lech gks ks mks",
    never_after: "ulica ulicy ul aleja al plac pan pani prezydent burmistrz",
    never_before: "",
    seat_behind: "",
    service_behind: "",
    links: "",
};

/// The parts that a word may play, as bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Roles(u16);

/// One part that a word may play beside a name; see [`Rules`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Inside,
    Near,
    Way,
    From,
    And,
    Named,
    Service,
    Seat,
    Club,
    NeverAfter,
    NeverBefore,
    SeatBehind,
    ServiceBehind,
    Link,
}

impl Roles {
    /// Whether the word plays this part.
    pub(super) fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u16) != 0
    }

    /// Whether the word plays one of these parts.
    pub(super) fn has_any(self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.has(*role))
    }
}

impl Rules {
    fn lists(&self) -> [(&'static str, Role); 14] {
        [
            (self.inside, Role::Inside),
            (self.near, Role::Near),
            (self.way, Role::Way),
            (self.from, Role::From),
            (self.and, Role::And),
            (self.named, Role::Named),
            (self.service, Role::Service),
            (self.seat, Role::Seat),
            (self.club, Role::Club),
            (self.never_after, Role::NeverAfter),
            (self.never_before, Role::NeverBefore),
            (self.seat_behind, Role::SeatBehind),
            (self.service_behind, Role::ServiceBehind),
            (self.links, Role::Link),
        ]
    }
}

static ROLES: LazyLock<FxHashMap<(Language, &'static str), Roles>> = LazyLock::new(|| {
    let mut roles: FxHashMap<_, Roles> = FxHashMap::default();
    for (language, rules) in LANGUAGES {
        for (list, role) in rules.lists() {
            for word in list.split_whitespace() {
                roles.entry((*language, word)).or_default().0 |= 1 << role as u16;
            }
        }
    }
    roles
});

const LANGUAGES: &[(Language, Rules)] = &[
    (Language::German, GERMAN),
    (Language::English, ENGLISH),
    (Language::French, FRENCH),
    (Language::Italian, ITALIAN),
    (Language::Spanish, SPANISH),
    (Language::Dutch, DUTCH),
    (Language::Polish, POLISH),
];

/// The parts that a word (in look-up form) may play in a language.
pub(super) fn roles(language: Language, word: &str) -> Roles {
    ROLES.get(&(language, word)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::key;

    #[test]
    fn every_word_stands_in_look_up_form() {
        for (language, rules) in LANGUAGES {
            for (list, role) in rules.lists() {
                for word in list.split_whitespace() {
                    assert_eq!(key(word), word, "{language:?} {role:?}");
                }
            }
        }
    }

    #[test]
    fn a_word_may_play_several_parts() {
        let am = roles(Language::German, "am");
        assert!(am.has(Role::Inside) && !am.has(Role::From));
        let de = roles(Language::French, "de");
        assert!(de.has(Role::Way) && de.has(Role::Link));
        assert_eq!(roles(Language::Polish, "am"), Roles::default());
    }
}
