//! The gazetteer: what its tables hold, and how names in texts come to communes.

use std::time::Instant;
use tremplin_engine::gazetteer::{
    Commune, Hints, Kind, Mention, Resolution, by_insee, by_postal_code, communes, department,
    department_named, find, key, region_named, resolve,
};
use tremplin_engine::text::Folded;

fn table() -> impl Iterator<Item = Vec<&'static str>> {
    let text = include_str!("../../src/gazetteer/communes.tsv");
    text.lines().map(|line| line.split('\t').collect())
}

fn insees(communes: impl IntoIterator<Item = Commune>) -> Vec<&'static str> {
    communes.into_iter().map(Commune::insee).collect()
}

fn mentions(text: &str) -> Vec<(String, Mention)> {
    let folded = Folded::new(text);
    find(&folded, text)
        .map(|mention| (folded.source(mention.range.clone()).of(text).to_owned(), mention))
        .collect()
}

/// The names in `text` that look like communes by themselves.
fn named(text: &str) -> Vec<String> {
    mentions(text)
        .into_iter()
        .filter(|(_, mention)| mention.is_commune())
        .map(|(name, _)| name)
        .collect()
}

fn settle(name: &str, codes: &[&str]) -> Option<&'static str> {
    resolve(name, &Hints { codes, ..Hints::default() }).sure().map(Commune::insee)
}

#[test]
fn the_table_holds_every_commune_in_the_order_of_keys() {
    let rows: Vec<_> = table().collect();
    let current = rows.iter().filter(|row| row.len() < 8).count();
    assert!((34_900..35_500).contains(&current), "{current} communes");
    let arrondissements =
        rows.iter().filter(|row| row.get(7).is_some_and(|kind| kind.starts_with("arr")));
    assert_eq!(arrondissements.count(), 20 + 9 + 16);
    for pair in rows.windows(2) {
        assert!(key(pair[0][0]) <= key(pair[1][0]), "{} before {}", pair[0][0], pair[1][0]);
    }
    for row in &rows {
        assert!(communes(row[0]).iter().any(|commune| commune.insee() == row[1]), "{row:?}");
        assert!(by_insee(row[1]).is_some(), "{row:?}");
        assert!(department(row[2]).is_some(), "{row:?}");
        for code in row.get(3).unwrap_or(&"").split(' ').filter(|code| !code.is_empty()) {
            let found = by_postal_code(code);
            let city =
                |commune: &Commune| commune.insee() == row[1] || commune.city().insee() == row[1];
            assert!(found.iter().any(city), "{code} of {row:?}");
        }
        if let Some(around) = row.get(7).and_then(|kind| kind.split(' ').nth(1)) {
            assert_eq!(by_insee(around).map(Commune::kind), Some(Kind::Current), "{row:?}");
        }
    }
}

#[test]
fn centres_lie_in_france() {
    let mut located = 0;
    for row in table() {
        let Some(commune) = by_insee(row[1]) else { panic!("{row:?}") };
        let Some((latitude, longitude)) = commune.coordinates() else { continue };
        located += 1;
        if row[2].len() == 2 {
            let inside = (41.3..51.2).contains(&latitude) && (-5.3..9.7).contains(&longitude);
            assert!(inside, "{row:?}");
        }
    }
    assert!(located > 8_500, "{located}");
    let paris = by_insee("75056").and_then(Commune::coordinates);
    assert!(
        matches!(paris, Some((lat, lon)) if (lat - 48.85).abs() < 0.05 && (lon - 2.35).abs() < 0.05)
    );
    // The largest communes all have a centre, some under another name in GeoNames.
    for row in table().filter(|row| row.len() < 8) {
        let population: u32 = row.get(4).and_then(|figure| figure.parse().ok()).unwrap_or(0);
        if population > 45_000 && row[2].len() == 2 {
            assert!(by_insee(row[1]).and_then(Commune::coordinates).is_some(), "{row:?}");
        }
    }
}

#[test]
fn names_fold_as_ads_write_them() {
    let cases = [
        ("MARCQ-EN-BAROEUL", "59378"),
        ("Marcq en Barœul", "59378"),
        ("la rochelle", "17300"),
        ("L’Haÿ-les-Roses", "94038"),
        ("L'HAY LES ROSES", "94038"),
        ("st étienne du rouvray", "76575"),
        ("Ste-Foy-lès-Lyon", "69202"),
        ("Saint-Rémy s/ Avre", "28359"),
        ("Aix en Provence", "13001"),
        ("BÈGLES", "33039"),
        ("Paris 11ème arrondissement", "75111"),
        ("Lyon 3e", "69383"),
        ("Marseille 1er", "13201"),
    ];
    for (name, insee) in cases {
        assert!(insees(communes(name).to_vec()).contains(&insee), "{name}");
    }
    assert!(
        communes("rochelle").iter().all(|commune| commune.insee() != "17300"),
        "the article is part of the name"
    );
    assert!(communes("").is_empty());
    assert!(communes("Nullepart-les-Oies").is_empty());
}

#[test]
fn codes_lead_to_communes() {
    assert_eq!(insees(by_postal_code("59700")), ["59378"]);
    let eleventh = by_postal_code("75011");
    assert_eq!(insees(eleventh.clone()), ["75111"]);
    assert_eq!(eleventh[0].arrondissement(), Some(11));
    assert_eq!(eleventh[0].city().name(), "Paris");
    assert_eq!(by_postal_code("69003")[0].place().city.as_deref(), Some("Lyon"));
    assert_eq!(by_postal_code("13004")[0].city().name(), "Marseille");
    assert_eq!(by_postal_code("75116")[0].city().name(), "Paris");
    for none in ["75272", "00000", "99999", "7501", "750110", "2A004", "", "é4000"] {
        assert!(by_postal_code(none).is_empty(), "{none}");
    }
    assert_eq!(by_insee("13004").map(Commune::name), Some("Arles"));
    assert_eq!(by_insee("2A004").map(Commune::name), Some("Ajaccio"));
    assert_eq!(by_insee("2B033").map(Commune::name), Some("Bastia"));
    assert_eq!(by_insee("20004"), None, "the code before 1976");
    // A postal code may serve two départements: each commune has its own.
    let departments = |code| {
        let mut codes: Vec<_> =
            by_postal_code(code).iter().filter_map(|c| c.department()).map(|d| d.code).collect();
        codes.sort();
        codes.dedup();
        codes
    };
    assert_eq!(departments("20000"), ["2A"]);
    assert_eq!(departments("97400"), ["974"]);
    assert_eq!(departments("01410"), ["01", "39"]);
}

#[test]
fn areas_have_their_usual_names() {
    let regions = [
        ("Ile de France", "Île-de-France"),
        ("IDF", "Île-de-France"),
        ("PACA", "Provence-Alpes-Côte d'Azur"),
        ("Provence Alpes Côte d’Azur", "Provence-Alpes-Côte d'Azur"),
        ("AURA", "Auvergne-Rhône-Alpes"),
        ("Rhône-Alpes", "Auvergne-Rhône-Alpes"),
        ("HAUTS DE FRANCE", "Hauts-de-France"),
        ("Nouvelle Aquitaine", "Nouvelle-Aquitaine"),
        ("région Grand-Est", "Grand Est"),
        ("la Bretagne", "Bretagne"),
        ("Bourgogne-Franche-Comté", "Bourgogne-Franche-Comté"),
        ("Réunion", "La Réunion"),
    ];
    for (name, official) in regions {
        assert_eq!(region_named(name).map(|region| region.name), Some(official), "{name}");
    }
    let departments = [
        ("Ille et Vilaine", "35"),
        ("l'Isère", "38"),
        ("Seine-St-Denis", "93"),
        ("CORSE DU SUD", "2A"),
        ("Côtes d’Armor", "22"),
        ("Val d'Oise", "95"),
        ("la réunion", "974"),
        ("département du Nord", "59"),
    ];
    for (name, code) in departments {
        assert_eq!(department_named(name).map(|department| department.code), Some(code), "{name}");
    }
    assert_eq!(department("974").map(|d| d.region.name), Some("La Réunion"));
    assert_eq!(department("20").map(|d| d.code), None);
    assert!(region_named("Occident").is_none());
    assert!(department_named("").is_none());
}

#[test]
fn hints_settle_homonyms() {
    assert!(communes("Saint-Denis").len() >= 4);
    assert!(
        matches!(resolve("Saint-Denis", &Hints::default()), Resolution::Ambiguous(all) if all.len() >= 4)
    );
    assert_eq!(settle("Saint-Denis", &["97400"]), Some("97411"));
    assert_eq!(settle("Saint-Denis", &["93200"]), Some("93066"));
    assert_eq!(settle("Saint-Denis", &["93206"]), Some("93066"), "a CEDEX");
    assert_eq!(settle("Saint-Denis", &["974"]), Some("97411"));
    assert_eq!(settle("La Montagne", &["44620"]), Some("44101"));
    assert_eq!(settle("La Montagne", &[]), None);
    assert_eq!(settle("Valence", &[]), None);
    assert_eq!(settle("Valence", &["26"]), Some("26362"));

    let drome = department("26").into_iter().collect::<Vec<_>>();
    let near = Hints { departments: &drome, ..Hints::default() };
    assert_eq!(resolve("Valence", &near).sure().map(Commune::insee), Some("26362"));
    let ile_de_france = region_named("IDF").into_iter().collect::<Vec<_>>();
    let near = Hints { regions: &ile_de_france, ..Hints::default() };
    assert_eq!(resolve("Saint-Denis", &near).sure().map(Commune::insee), Some("93066"));
}

#[test]
fn usual_names_lead_to_their_commune() {
    for (name, insee) in [
        ("Cherbourg", "50129"),
        ("Évry", "91228"),
        ("Charleville", "08105"),
        ("La Plaine St-Denis", "93066"),
        ("Saint-Denis-de-la-Réunion", "97411"),
    ] {
        let commune = resolve(name, &Hints::default()).sure();
        assert_eq!(commune.map(Commune::insee), Some(insee), "{name}");
        assert_eq!(commune.map(Commune::kind), Some(Kind::Current), "{name}");
    }
    assert_eq!(settle("Évry", &["89140"]), Some("89162"), "the village of that name");
    assert_eq!(settle("Boulogne", &[]), None);
    assert_eq!(settle("Clermont", &["60"]), Some("60157"));
    assert_eq!(communes("Cherbourg")[0].place().city.as_deref(), Some("Cherbourg-en-Cotentin"));
}

#[test]
fn former_communes_keep_their_name() {
    let place = resolve("Bellegarde-sur-Valserine", &Hints::default()).sure().map(Commune::place);
    let Some(place) = place else { panic!("no longer named") };
    assert_eq!(place.city.as_deref(), Some("Bellegarde-sur-Valserine"));
    assert_eq!(place.department.as_deref(), Some("01"));
    assert!(place.lat.is_some());
}

#[test]
fn a_postal_code_completes_a_short_name() {
    assert_eq!(settle("Issy", &["92130"]), Some("92040"));
    assert_eq!(settle("Romans", &["26100"]), Some("26281"), "not Romans in the Ain");
    assert_eq!(settle("Boulogne", &["92100"]), Some("92012"));
    assert_eq!(settle("Villeneuve", &["59491"]), Some("59009"));
    assert_eq!(settle("Saint", &["97400"]), None);
    assert_eq!(settle("Gif", &["91190"]), Some("91272"));
    assert_eq!(settle("Gif", &[]), None);
}

#[test]
fn large_towns_need_no_hint() {
    for (name, insee) in [
        ("Paris", "75056"),
        ("Lyon", "69123"),
        ("Rennes", "35238"),
        ("Bordeaux", "33063"),
        ("Grenoble", "38185"),
        ("Arles", "13004"),
        ("Montreuil", "93048"),
    ] {
        assert_eq!(settle(name, &[]), Some(insee), "{name}");
    }
    assert_eq!(resolve("Nullepart-les-Oies", &Hints::default()), Resolution::Unknown);
}

#[test]
fn a_wrong_code_yields_to_the_name() {
    assert_eq!(settle("Arles", &["13004"]), Some("13004"), "its INSEE code");
    assert_eq!(settle("Grenoble", &["75011"]), Some("38185"));
    assert_eq!(settle("Aix-en-Provence", &["13"]), Some("13001"), "a département's code");
    assert_eq!(settle("Saint-Denis", &["75011"]), None, "a hint that fits none settles nothing");
}

#[test]
fn names_are_found_in_sentences() {
    let cases: &[(&str, &[&str])] = &[
        ("Poste basé à Marcq en Baroeul, près de Lille.", &["Marcq en Baroeul", "Lille"]),
        ("LIEU : ST-ÉTIENNE (42)", &["ST-ÉTIENNE"]),
        ("à l’Haÿ-les-Roses et à la Rochelle", &["l’Haÿ-les-Roses", "la Rochelle"]),
        ("Villeneuve-d’Ascq ou Villeneuve d'Ascq", &["Villeneuve-d’Ascq", "Villeneuve d'Ascq"]),
        ("Paris 11e arrondissement, Paris/Lyon", &["Paris 11e arrondissement", "Paris", "Lyon"]),
        ("Nantes - La Baule-Escoublac", &["Nantes", "La Baule-Escoublac"]),
        ("Plateau de Paris-Saclay, Saint-Quentin-en-Yvelines", &[]),
        ("Le Nord-Pas-de-Calais, la Seine-Saint-Denis, le Val de Marne", &[]),
        ("Contrat de 6 mois. Contes pour Tous, Mars 2024 ; Plan Vélo, Ville et Projet", &[]),
        ("contact@rennes.example, www.lyon.example", &[]),
        ("rue de Rennes, avenue du Mans, 3 bd d'Orléans, Gare de Lyon", &[]),
        ("Saint Quentin en Yvelines, le Grand Paris et l'Accord de Paris", &[]),
        ("le Pays d'Aix et Paris", &["Paris"]),
        ("il est contre la vue de son mari et sa mere", &[]),
    ];
    for (text, names) in cases {
        assert_eq!(&named(text), names, "{text}");
    }
}

#[test]
fn areas_are_found_in_sentences() {
    let found = mentions("de l’Île-de-France au Pas de Calais, en PACA et à la Réunion");
    let regions: Vec<_> =
        found.iter().filter_map(|(_, m)| m.region).map(|region| region.name).collect();
    assert_eq!(regions, ["Île-de-France", "Provence-Alpes-Côte d'Azur", "La Réunion"]);
    let departments: Vec<_> =
        found.iter().filter_map(|(_, m)| m.department).map(|d| d.code).collect();
    assert_eq!(departments, ["62", "974"]);
}

#[test]
fn a_name_stops_at_the_end_of_its_line() {
    assert_eq!(named("Aix\nen Provence"), ["Aix"]);
    assert_eq!(named("Villeneuve\nd'Ascq"), ["Villeneuve"]);
}

#[test]
fn each_name_that_is_no_place_is_a_commune_and_a_key() {
    let text = include_str!("../../src/gazetteer/lexicon/not-places.txt");
    let names: Vec<_> =
        text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert!(names.len() > 500);
    for name in &names {
        assert_eq!(key(name), *name);
        assert!(!communes(name).is_empty(), "{name} is not a commune: the list needs no such line");
    }
    let mut once = names.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), names.len(), "a name stands twice");
}

#[test]
fn each_name_that_is_no_commune_is_a_key() {
    let text = include_str!("../../src/gazetteer/lexicon/not-communes.txt");
    for name in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        assert_eq!(key(name), name);
        assert!(communes(name).is_empty(), "{name} is a commune");
        assert_eq!(named(&name.to_uppercase()), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn any_text_can_be_searched() {
    for text in [
        "",
        "-",
        "'",
        "st",
        "s/",
        "é",
        "Saint-",
        "l'",
        "Paris\u{301}",
        "1er arrondissement",
        "œ",
        "🦊 Lyon",
    ] {
        for (name, mention) in mentions(text) {
            assert!(!name.is_empty(), "{text}: {mention:?}");
        }
    }
}

/// A bound far above what was measured, so that only a change of kind breaks it.
#[test]
fn the_tables_open_quickly() {
    let start = Instant::now();
    let _ = communes("Lyon").len();
    let opened = start.elapsed();
    println!("opened in {opened:?}");
    assert!(opened.as_millis() < 2_000, "{opened:?}");
}
