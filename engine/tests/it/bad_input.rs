//! What people and machines put into files that is no clean offer: a clear message, the rest compiled, nothing lost.

use crate::laws::{compiling, source};
use tremplin_engine::dataset::{Dataset, compile};
use tremplin_engine::diagnostic::{Diagnostic, Language, Severity};
use tremplin_engine::offer::Offer;

const GOOD: &str = "Les Jardins (Nantes – 44000) – Stage jardin et verger\n\nDurée : 6 mois\n";

/// What is made of one file between two good ones, which must come through whole.
fn between_good_ones(bytes: &[u8]) -> (Vec<Offer>, Vec<Diagnostic>) {
    let good = "Le Phare (Brest – 29200) – Stage voile\n\nDurée : 3 mois\n";
    let sources = [
        source("a.txt", GOOD.as_bytes()),
        source("b.txt", bytes),
        source("c.txt", good.as_bytes()),
    ];
    compiling(&sources);
    let (Dataset { offers, .. }, diagnostics) = compile(&sources);
    let (bad, good): (Vec<_>, Vec<_>) = offers.into_iter().partition(|offer| offer.file == "b.txt");
    assert_eq!(
        good.iter().map(|offer| offer.duration_months).collect::<Vec<_>>(),
        [Some([6, 6]), Some([3, 3])]
    );
    assert!(diagnostics.iter().all(|diagnostic| diagnostic.location.file == "b.txt"));
    (bad, diagnostics)
}

/// The only complaint, as it is told in French.
fn only(diagnostics: &[Diagnostic]) -> &str {
    assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
    &diagnostics[0].wording(Language::French).message
}

/// An offer of this text, and the complaints about it.
fn one(text: &str) -> (Offer, Vec<Diagnostic>) {
    let (mut offers, diagnostics) = between_good_ones(text.as_bytes());
    assert_eq!(offers.len(), 1);
    (offers.remove(0), diagnostics)
}

#[test]
fn a_file_without_words_is_named() {
    let cases: [(&[u8], &str); 7] = [
        (b"", "le fichier est vide"),
        (b" \r\n\t\n", "le fichier est vide"),
        (b"\xEF\xBB\xBF", "le fichier est vide"),
        (b"\xFF\xFE", "le fichier est vide"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "le fichier n'est pas du texte (octets nuls)"),
        (b"Jardinier\0\n\nTailler.", "le fichier n'est pas du texte (octets nuls)"),
        ("*** 12 — 34 ***\n".as_bytes(), "aucune offre reconnue dans ce fichier"),
    ];
    for (bytes, message) in cases {
        let (offers, diagnostics) = between_good_ones(bytes);
        assert_eq!(only(&diagnostics), message);
        assert_eq!(diagnostics[0].severity, Severity::Error);
        assert!(offers.is_empty());
    }
}

#[test]
fn stray_bytes_in_the_middle_spoil_no_other_word() {
    let bytes = [GOOD.as_bytes(), b"\nLieu : Nantes\xFF\xFE, ch\xE2teau\n"].concat();
    let (offers, _) = between_good_ones(&bytes);
    assert_eq!(offers[0].duration_months, Some([6, 6]));
    assert!(offers[0].text.contains("château"));
}

#[test]
fn marks_that_turn_the_way_of_reading_are_left_out_and_told() {
    let (offer, diagnostics) = one(
        "Le Pré (Sète – 34200) – Stage \u{202E}essaim\u{202C} et miel\n\nÉcrire à \
        ruches\u{2066}@pre.example.org\u{2069}\u{200B}, voir https://pre.example\u{202E}.org/\u{200F}stage.\n",
    );
    assert!(offer.title.is_some_and(|title| title.to_lowercase().ends_with("essaim et miel")));
    assert_eq!(offer.apply_emails, ["ruches@pre.example.org"]);
    assert_eq!(offer.urls, ["https://pre.example.org/stage"]);
    let hidden = |c: char| matches!(c, '\u{200B}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    for words in [&offer.heading, &offer.text, &offer.id] {
        assert!(!words.contains(hidden), "{words:?}");
    }
    assert_eq!(
        only(&diagnostics),
        "un caractère invisible (U+202E) retourne le sens de lecture ; il est ignoré"
    );
    assert_eq!(diagnostics[0].location.line, 1);
    assert!(!diagnostics[0].to_string().contains(hidden), "the drawing is not turned");
}

#[test]
fn a_page_s_code_stays_text_and_is_told() {
    let (offer, diagnostics) = one(
        "Le Pré (Sète – 34200) – Stage miel\n\n<script>alert(\"miel\")</script>\n\nDurée : 6 mois\n",
    );
    assert!(offer.text.contains("<script>alert(\"miel\")</script>"));
    assert_eq!(offer.duration_months, Some([6, 6]));
    assert_eq!(
        only(&diagnostics),
        "ce texte contient du code HTML (« <script> ») ; il est montré tel quel, sans être exécuté"
    );
    let (_, diagnostics) = one(
        "Le Pré (Sète – 34200) – Stage miel\n\nMoins de 3 < 5 ruches <b, voir <https://pre.example.org>.\n",
    );
    assert_eq!(diagnostics, []);
}

#[test]
fn only_links_of_the_web_are_links() {
    let (offer, _) = one(
        "Le Pré (Sète – 34200) – Stage miel\n\nVoir javascript:alert(document.cookie), \
        JavaScript://pre.example.org/%0aalert(1), data:text/html;base64,PHNjcmlwdD4=, vbscript:x, file:///etc/passwd \
        ou https://pre.example.org/stage.\n",
    );
    assert!(offer.urls.contains(&"https://pre.example.org/stage".to_owned()), "{:?}", offer.urls);
    for url in &offer.urls {
        let url = url.to_lowercase();
        let scheme = url.split_once(':').map(|(scheme, _)| scheme);
        assert!(matches!(scheme, None | Some("https" | "http")), "{url}");
    }
}

#[test]
fn thousands_of_equal_headings_are_one_offer_or_many_and_none_is_lost() {
    let text =
        format!("Le Pré (Sète – 34200) – Stage miel\n\n{}", "Profil recherché\n\n".repeat(3_000));
    let (offer, _) = one(&text);
    assert_eq!(offer.text.matches("Profil recherché").count(), 3_000);

    let text =
        "Le Pré (Sète – 34200) – Stage miel\n\nRécolter.\nExtraire.\nVendre.\n\n".repeat(2_000);
    let (offers, diagnostics) = between_good_ones(text.as_bytes());
    assert_eq!(offers.len(), 2_000);
    assert_eq!(offers[1_999].id, format!("{}-2000", offers[0].id));
    assert_eq!(diagnostics.len(), 1_999);
}

#[test]
fn an_impossible_day_is_no_day_and_is_told() {
    let (offer, diagnostics) =
        one("Le Pré (Sète – 34200) – Stage miel\n\nDate limite de candidature : 31 février 2026\n");
    assert_eq!(offer.deadline, None);
    assert!(only(&diagnostics).contains("n'est pas une date du calendrier"));
}

#[test]
fn an_offer_given_twice_is_kept_twice_and_told() {
    let text = "Le Pré (Sète – 34200) – Stage miel\n\nRécolter le miel.\n";
    let spaced = text.replace('\n', "\r\n").replace("Récolter", "  Récolter ");
    let (dataset, diagnostics) = compile(&[
        source("a.txt", text.as_bytes()),
        source("été 2026/b (copie).txt", spaced.as_bytes()),
    ]);
    assert_eq!(dataset.offers.len(), 2);
    assert_eq!(
        only(&diagnostics),
        "cette offre se trouve déjà dans a.txt, ligne 1 ; elle paraîtra deux fois"
    );
    assert_eq!(
        (diagnostics[0].severity, diagnostics[0].location.file.as_str()),
        (Severity::Doubt, "été 2026/b (copie).txt")
    );
    // Two posts of one employer are no twins.
    let other = text.replace("miel", "cire");
    assert_eq!(
        compile(&[source("a.txt", text.as_bytes()), source("b.txt", other.as_bytes())]).1,
        []
    );
}

#[test]
fn a_name_with_spaces_and_accents_is_kept() {
    let name = "Dépôt d’été – n° 3 (copie).TXT";
    let (dataset, _) = compile(&[source(name, GOOD.as_bytes())]);
    assert_eq!(dataset.offers[0].file, name);
    let (_, diagnostics) = compile(&[source(name, b"")]);
    assert!(diagnostics[0].to_string().contains(name));
}

#[test]
fn an_endless_text_is_kept_whole_and_told() {
    let text = format!("{GOOD}{}", "Récolter le miel et soigner les ruches du pré. ".repeat(3_000));
    let (offer, diagnostics) = one(&text);
    assert_eq!(offer.duration_months, Some([6, 6]));
    assert!(offer.text.ends_with("ruches du pré."));
    assert_eq!(
        only(&diagnostics),
        "cette offre dépasse 100 ko : la suite est affichée, mais rien n'y est lu"
    );
    assert!(diagnostics[0].to_string().len() < 1_000, "the drawing shows a part of the line");
}
