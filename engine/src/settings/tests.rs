//! What `tremplin.toml` may say, and what it is told when it is wrong.

use super::Settings;

#[test]
fn all_of_it_is_optional() {
    for text in ["", "# rien\n", "[recherche]\n", "[recherche]\nsynonymes = []\n", "[logos]\n"] {
        assert_eq!(Settings::read(text), Ok(Settings::default()), "{text}");
    }
}

#[test]
fn every_setting_is_taken() {
    let text = r##"
[site]
nom = "Les Vergers"
titre = "Nos offres"
description = "Des offres."
adresse = "https://vergers.example/offres"
langue = "en"
accent = "#AA3300"
[filtres]
contrat = ["stage", "service-civique"]
ouvertes = true
lieu = "Rennes"
rayon = 30
verrou = ["contrat"]
masquer = ["niveau"]
[offres]
contacts = "masqués"
garder = 6
[logos]
"Le Verger" = "logos/verger.svg"
"##;
    let read = Settings::read(text).unwrap();
    assert_eq!(read.site.name, "Les Vergers");
    assert_eq!(read.site.title, "Nos offres");
    assert_eq!(read.site.description, "Des offres.");
    assert_eq!(read.site.address.as_deref(), Some("https://vergers.example/offres/"));
    assert_eq!((read.site.lang.as_str(), read.site.accent.as_deref()), ("en", Some("#aa3300")));
    let filters: Vec<_> =
        read.filters.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let expected = [
        ("contrat", "stage service-civique"),
        ("lieu", "Rennes"),
        ("ouvertes", "1"),
        ("rayon", "30"),
    ];
    assert_eq!(filters, expected);
    assert_eq!((read.locked, read.hidden), (vec!["contrat".to_owned()], vec!["niveau".to_owned()]));
    assert!(read.offers.mask_contacts);
    assert_eq!(read.offers.keep_months, Some(6));
    assert_eq!(read.logos["Le Verger"], "logos/verger.svg");
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let cases = [
        ("a =", 1, "TOML illisible"),
        ("\nrecherches = 3\n", 2, "écrivez « [recherche] »"),
        ("recherche = 3\n", 1, "sur une ligne à elle"),
        ("[recherche]\n\nsynonymes = \"a, b\"\n", 3, "c'est une liste de textes"),
        ("[recherche]\nsynonymes = [3]\n", 2, "c'est une liste de textes"),
        ("[site]\nnoms = \"x\"\n", 2, "écrivez « nom »"),
        ("[site]\nzzzzzz = \"x\"\n", 2, "il y a : nom, titre"),
        ("[site]\nnom = \"\"\n", 2, "c'est un texte"),
        ("[site]\nadresse = \"vergers.example\"\n", 2, "https://"),
        ("[site]\nadresse = \"https://a b\"\n", 2, "https://"),
        ("[site]\naccent = \"rouge\"\n", 2, "#1d4ed8"),
        ("[site]\nlangue = \"de\"\n", 2, "\"fr\" ou \"en\""),
        ("[filtres]\ncontrat = \"satge\"\n", 2, "n'a pas cette valeur"),
        ("[filtres]\ncontrats = \"stage\"\n", 2, "écrivez « contrat »"),
        ("[filtres]\nverrou = [\"x\"]\n", 2, "parmi : q, contrat"),
        ("[offres]\ncontacts = \"oui\"\n", 2, "masqués"),
        ("[offres]\ngarder = \"6\"\n", 2, "nombre de mois"),
        ("[logos]\nx = \"../x.svg\"\n", 2, "chemin d'une image"),
    ];
    for (text, line, told) in cases {
        let wrong = Settings::read(text).unwrap_err();
        assert_eq!(wrong.line, line, "{text}");
        assert!(wrong.message.contains(told), "{text}: {}", wrong.message);
    }
}

#[test]
fn the_projects_own_file_shows_every_setting() {
    let file = include_str!("../../../tremplin.toml");
    assert_eq!(Settings::read(file), Ok(Settings::default()));
    let shown: String = file
        .lines()
        .map(|line| {
            line.strip_prefix("# ").filter(|line| line.contains(" = ")).unwrap_or(line).to_owned()
                + "\n"
        })
        .collect();
    let shown = Settings::read(&shown).unwrap();
    assert!(shown.offers.keep_months.is_some() && shown.site.address.is_some());
    for (section, keys) in super::key::SECTIONS {
        assert!(file.contains(&format!("[{section}]")), "{section}");
        for key in keys {
            assert!(file.contains(&format!("{} = ", key.name)), "{}", key.name);
        }
    }
}

#[test]
fn the_guides_have_every_setting_and_no_other() {
    for guide in [include_str!("../../../seeds/FORKER.md"), include_str!("../../../seeds/FORK.md")]
    {
        let parts: Vec<&str> = guide.split("\n### `[").skip(1).collect();
        assert_eq!(parts.len(), super::key::SECTIONS.len());
        for ((section, keys), part) in super::key::SECTIONS.iter().zip(parts) {
            let (name, text) = part.split_once("]`").unwrap();
            assert_eq!(name, *section);
            let cells = text.lines().filter_map(|row| row.strip_prefix("| ")?.split(" | ").next());
            let mut told: Vec<&str> = cells
                .flat_map(|cell| cell.split(", "))
                .filter_map(|name| name.strip_prefix('`')?.strip_suffix('`'))
                .collect();
            let filters: &[&str] = if *section == "filtres" { &super::key::FILTERS } else { &[] };
            let mut known: Vec<&str> =
                keys.iter().map(|key| key.name).chain(filters.iter().copied()).collect();
            told.sort_unstable();
            known.sort_unstable();
            assert_eq!(told, known, "[{section}]");
        }
    }
}
