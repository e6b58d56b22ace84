//! What the forker writes wins over the rules, and what cannot be understood is told under its line.

use tremplin_engine::correction::RULE;
use tremplin_engine::dataset::{Dataset, compile};
use tremplin_engine::diagnostic::{Diagnostics, Language, Severity};
use tremplin_engine::offer::{Contract, Field};
use tremplin_engine::source::Source;

const BODY: &str =
    "\n\nMissions\n\nTailler les haies.\nPlanter des arbres.\n\nContact : a@b.fr\n\n";

fn compiled(files: &[(&str, &str)]) -> (Dataset, Diagnostics) {
    let source =
        |&(name, text): &(&str, &str)| Source { name: name.to_owned(), bytes: text.into() };
    compile(&files.iter().map(source).collect::<Vec<_>>())
}

/// Complaints as they are drawn.
fn drawn(diagnostics: &Diagnostics, language: Language) -> String {
    let complaints: Vec<String> =
        diagnostics.iter().map(|complaint| complaint.drawn(language).to_string()).collect();
    complaints.join("\n")
}

#[test]
fn lines_that_open_a_text_win_over_the_rules() {
    let text = "Titre: Grimpeuse-élagueuse ou grimpeur-élagueur\nLieu: Arles (13)\nDate limite: 20 avril 2026\nDurée: aucune\n\n\
        Le Verger (Nantes – 44000) – Jardinier\n\nStage de 6 mois. Candidature avant le 3 mars 2026.\n";
    let (dataset, diagnostics) = compiled(&[("verger.txt", text)]);
    assert_eq!(drawn(&diagnostics, Language::French), "");
    let offer = &dataset.offers[0];
    assert_eq!(offer.title.as_deref(), Some("Grimpeuse-élagueuse ou grimpeur-élagueur"));
    assert_eq!(offer.places[0].city.as_deref(), Some("Arles"));
    assert_eq!(offer.deadline.map(|day| day.to_string()).as_deref(), Some("2026-04-20"));
    assert_eq!(offer.duration_months, None);
    assert_eq!(offer.contract, Some(Contract::Stage), "what is not corrected is read");
    assert_eq!(offer.evidence.get(Field::Deadline).unwrap().rule, RULE);
    assert!(!offer.text.contains("20 avril 2026"), "the ad is shown without them: {}", offer.text);
    assert_eq!([offer.start_line, offer.end_line], [1, 8], "the lines belong to the offer");
}

#[test]
fn labels_of_an_ad_are_no_corrections() {
    let text = format!("Poste : Jardinier\nLieu : Nantes\nSalaire : selon profil{BODY}");
    let (dataset, diagnostics) = compiled(&[("verger.txt", &text)]);
    assert_eq!(drawn(&diagnostics, Language::French), "");
    let rules: Vec<&str> =
        dataset.offers[0].evidence.iter().map(|(_, evidence)| evidence.rule.as_str()).collect();
    assert!(!rules.contains(&RULE), "{rules:?}");
}

#[test]
fn a_misspelt_name_is_an_error_that_tells_the_right_one() {
    let text = format!("Titre: Jardinier\nDate limit: 20 avril 2026{BODY}");
    let (dataset, diagnostics) = compiled(&[("verger.txt", &text)]);
    assert_eq!(diagnostics[0].severity, Severity::Error);
    assert_eq!(
        drawn(&diagnostics, Language::French),
        "erreur : « Date limit » n'est le nom d'aucune information d'une offre\n  --> verger.txt:2\n\
         2 | Date limit: 20 avril 2026\n  | ^^^^^^^^^^\n  = écrivez « Date limite »"
    );
    assert_eq!(
        drawn(&diagnostics, Language::English),
        "error: “Date limit” names no field of an offer\n  --> verger.txt:2\n\
         2 | Date limit: 20 avril 2026\n  | ^^^^^^^^^^\n  = write “Date limite”"
    );
    assert_eq!(dataset.offers[0].title.as_deref(), Some("Jardinier"), "the other line holds");
}

#[test]
fn a_value_that_says_nothing_is_told() {
    let text = format!("Date limite: bientôt\nDurée: 6 mois{BODY}");
    let (dataset, diagnostics) = compiled(&[("verger.txt", &text)]);
    assert_eq!(
        drawn(&diagnostics, Language::French),
        "doute (date limite) : « bientôt » n'est pas compris ; le reste du texte décide\n  --> verger.txt:1\n\
         1 | Date limite: bientôt\n  |              ^^^^^^^\n  = écrivez par exemple « 20 avril 2026 »"
    );
    assert_eq!(dataset.offers[0].duration_months, Some([6, 6]));
}

#[test]
fn what_is_corrected_raises_no_doubt() {
    let doubtful = "Le Verger – Jardinier\n\nLieu : Saint-Denis\nTailler les haies.\n";
    let (_, before) = compiled(&[("verger.txt", doubtful)]);
    assert_eq!(before[0].field, Some(Field::Places));
    let (dataset, after) =
        compiled(&[("verger.txt", &format!("Lieu: Saint-Denis (93)\n\n{doubtful}"))]);
    assert_eq!(drawn(&after, Language::French), "");
    assert_eq!(dataset.offers[0].places[0].department.as_deref(), Some("93"));
}

#[test]
fn a_file_beside_a_listing_corrects_its_offers() {
    let listing = format!(
        "Le Verger (Nantes – 44000) – Jardinier{BODY}La Serre (Angers – 49000) – Fleuriste{BODY}"
    );
    let toml = "organisme = \"Ville de Sète\"\n\n[[offre]]\nrepere = \"fleuriste\"\ndate_limite = 2026-04-20\n\n\
                [[offre]]\nrepere = 1\nduree = \"6 mois\"\ncandidature = [\"a@b.fr\", \"c@d.fr\"]\n";
    let (dataset, diagnostics) = compiled(&[("offres.txt", &listing), ("offres.toml", toml)]);
    assert_eq!(drawn(&diagnostics, Language::French), "");
    let [gardener, florist] = dataset.offers.as_slice() else { panic!("two offers") };
    assert_eq!(gardener.duration_months, Some([6, 6]));
    assert_eq!(gardener.apply_emails, ["a@b.fr", "c@d.fr"]);
    assert_eq!(gardener.deadline, None);
    assert_eq!(florist.deadline.map(|day| day.to_string()).as_deref(), Some("2026-04-20"));
    for offer in [gardener, florist] {
        assert_eq!(offer.organisation.as_deref(), Some("Ville de Sète"));
        assert_eq!(offer.words(Field::Organisation), None, "the text does not say it");
    }
}

#[test]
fn a_listing_that_is_cut_wrongly_is_cut_where_the_forker_says() {
    let text = "Nos offres\nJardinier\nTailler.\nFleuriste\nVendre.\n";
    let (dataset, diagnostics) = compiled(&[("o.txt", text), ("o.toml", "lignes = [2, 4]\n")]);
    assert_eq!(drawn(&diagnostics, Language::French), "");
    let titles: Vec<_> = dataset.offers.iter().map(|offer| offer.heading.as_str()).collect();
    assert_eq!(titles, ["Jardinier", "Fleuriste"]);
    let (dataset, diagnostics) = compiled(&[("o.txt", text), ("o.toml", "lignes = [2, 99]\n")]);
    assert_eq!((dataset.offers.len(), diagnostics.len()), (1, 1));
    assert!(drawn(&diagnostics, Language::French).contains("ligne 99"));
}

#[test]
fn what_is_wrong_in_a_file_of_corrections_is_told_and_the_rest_holds() {
    let told = |toml: &str| {
        let (dataset, diagnostics) =
            compiled(&[("o.txt", "Jardinier\n\nTailler.\n"), ("o.toml", toml)]);
        assert_eq!(dataset.offers.len(), 1);
        assert!(diagnostics.iter().all(|complaint| complaint.location.file == "o.toml"));
        (drawn(&diagnostics, Language::French), dataset.offers[0].duration_months)
    };
    for (toml, says) in [
        ("titr = \"x\"\nduree = \"6 mois\"\n", "écrivez « titre »"),
        ("couleur = \"x\"\nduree = \"6 mois\"\n", "les noms connus sont : titre, organisme"),
        (
            "date_limite = \"31 avril 2026\"\nduree = \"6 mois\"\n",
            "« 31 avril 2026 » n'est pas compris",
        ),
        (
            "duree = \"6 mois\"\n[[offre]]\nrepere = \"plombier\"\n",
            "aucune offre du fichier n'a « plombier »",
        ),
        ("duree = \"6 mois\"\n[[offre]]\ntitre = \"x\"\n", "ne disent pas de quelle offre"),
        ("duree = \"6 mois\"\nlignes = [3, 2]\n", "« [3, 2] » n'est pas compris"),
        ("duree = \"6 mois\"\ntitre = true\n", "« true » n'est pas compris"),
    ] {
        let (complaint, duration) = told(toml);
        assert!(complaint.contains(says), "{toml}{complaint}");
        assert_eq!(duration, Some([6, 6]), "{toml}");
    }
    assert!(told("titre = \n").0.contains("n'est pas écrite comme une correction"));
}

#[test]
fn corrections_beside_no_text_are_told() {
    let (_, diagnostics) =
        compiled(&[("b.txt", "Jardinier\n\nTailler.\n"), ("a.toml", "titre = \"x\"\n")]);
    assert!(drawn(&diagnostics, Language::French).contains("a.txt n'existe pas"));
}

#[test]
fn the_names_and_examples_of_the_seeds_readme_are_understood() {
    let table =
        include_str!("../../../seeds/README.md").lines().filter(|line| line.starts_with("| `"));
    let mut names = 0;
    for line in table {
        let mut cells = line.split('|').map(str::trim).skip(1);
        let name = cells.next().unwrap_or("").trim_matches('`');
        let example = cells.next().unwrap_or("");
        let values = if matches!(name, "Contrat" | "Télétravail") {
            example.split(", ").collect()
        } else {
            vec![example]
        };
        for value in values {
            let (dataset, diagnostics) = compiled(&[("o.txt", &format!("{name}: {value}{BODY}"))]);
            assert_eq!(drawn(&diagnostics, Language::French), "", "{name}: {value}");
            let corrected =
                dataset.offers[0].evidence.iter().filter(|(_, evidence)| evidence.rule == RULE);
            assert_eq!(corrected.count(), 1, "{name}: {value}");
        }
        names += 1;
    }
    assert_eq!(
        names,
        Field::ALL.len() - 1,
        "every field but the contract's detail, which its contract brings"
    );
}
