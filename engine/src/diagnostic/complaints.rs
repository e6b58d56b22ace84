//! What is complained of, each by a function of its own: the words of all complaints, in both languages, and nothing else.

use super::{Diagnostic, Location, Severity, Wording};

fn error(
    location: Location,
    french: impl Into<Wording>,
    english: impl Into<Wording>,
) -> Diagnostic {
    let (french, english) = (french.into(), english.into());
    Diagnostic { severity: Severity::Error, field: None, location, french, english }
}

fn doubt(
    location: Location,
    french: impl Into<Wording>,
    english: impl Into<Wording>,
) -> Diagnostic {
    Diagnostic { severity: Severity::Doubt, ..error(location, french, english) }
}

/// The file holds nothing.
pub fn empty_file(file: &str) -> Diagnostic {
    error(
        Location::file(file),
        ("le fichier est vide", "collez-y le texte d'une offre, ou supprimez-le"),
        ("the file is empty", "paste an offer's text into it, or remove it"),
    )
}

/// The file is no text.
pub fn binary_file(file: &str) -> Diagnostic {
    error(
        Location::file(file),
        (
            "le fichier n'est pas du texte (octets nuls)",
            "exportez l'offre en texte brut (.txt), encodé en UTF-8",
        ),
        ("the file is not text (null bytes)", "export the offer as plain text (.txt), in UTF-8"),
    )
}

/// The file is text, but no offer.
pub fn no_offer(location: Location) -> Diagnostic {
    error(
        location,
        (
            "aucune offre reconnue dans ce fichier",
            "commencez le texte par une ligne de titre, puis la description du poste",
        ),
        ("no offer found in this file", "open the text with a title line, then describe the post"),
    )
}

/// An offer whose words are all those of an offer before it, in `file` at `line`.
pub fn same_offer_twice(location: Location, file: &str, line: u32) -> Diagnostic {
    doubt(
        location,
        (
            format!(
                "cette offre se trouve déjà dans {file}, ligne {line} ; elle paraîtra deux fois"
            ),
            "supprimez l'une des deux, ou dites dans le texte ce qui distingue les deux postes",
        ),
        (
            format!("this offer already stands in {file}, line {line}; it will be shown twice"),
            "remove one of them, or say in the text what tells the two posts apart",
        ),
    )
}

/// A text of more than `longest` bytes without a second offer: what follows `location` is kept, and not read.
pub fn endless_offer(location: Location, longest: usize) -> Diagnostic {
    let longest = longest / 1_000;
    doubt(
        location,
        (
            format!(
                "cette offre dépasse {longest} ko : la suite est affichée, mais rien n'y est lu"
            ),
            "s'il y a plusieurs offres, séparez-les par une ligne de tirets ; sinon, ne gardez que l'offre",
        ),
        (
            format!(
                "this offer is longer than {longest} kB: the rest is shown, but nothing is read in it"
            ),
            "if there are several offers, part them by a line of dashes; else keep the offer alone",
        ),
    )
}

/// A mark that turns the way of reading, so that words show otherwise than they are written.
pub fn turned_text(location: Location, mark: char) -> Diagnostic {
    let code = u32::from(mark);
    doubt(
        location,
        (
            format!(
                "un caractère invisible (U+{code:04X}) retourne le sens de lecture ; il est ignoré"
            ),
            "relisez ce passage, surtout les adresses, et retapez-le au clavier",
        ),
        (
            format!(
                "an invisible character (U+{code:04X}) turns the way of reading; it is left out"
            ),
            "read this passage again, addresses above all, and type it anew",
        ),
    )
}

/// The code of a web page instead of its words.
pub fn page_code(location: Location, tag: &str) -> Diagnostic {
    doubt(
        location,
        (
            format!(
                "ce texte contient du code HTML (« {tag} ») ; il est montré tel quel, sans être exécuté"
            ),
            "copiez l'offre depuis la page affichée, et non son code",
        ),
        (
            format!("this text holds HTML code (“{tag}”); it is shown as it is, and never run"),
            "copy the offer from the page as it is shown, not its code",
        ),
    )
}

/// A date that no calendar has.
pub fn impossible_date(location: Location, words: &str) -> Diagnostic {
    doubt(
        location,
        (format!("« {words} » n'est pas une date du calendrier"), "corrigez le jour ou le mois"),
        (format!("“{words}” is no date of the calendar"), "correct the day or the month"),
    )
}

/// A day that the calendar puts on another day of the week.
pub fn wrong_weekday(location: Location, words: &str) -> Diagnostic {
    doubt(
        location,
        (
            format!("« {words} » : ce jour-là tombe un autre jour de la semaine"),
            "corrigez la date ou le jour de la semaine",
        ),
        (
            format!("“{words}”: that day falls on another day of the week"),
            "correct the date or the day of the week",
        ),
    )
}

/// Several deadlines of equal weight that differ.
pub fn contradictory_deadlines(location: Location, words: &str, other: &str) -> Diagnostic {
    doubt(
        location,
        (
            format!("deux dates limites différentes : « {words} » et « {other} »"),
            "ne gardez que la bonne",
        ),
        (format!("two deadlines that differ: “{words}” and “{other}”"), "keep the right one"),
    )
}

/// A deadline without a year, which nothing around settles.
pub fn date_without_year(location: Location, words: &str) -> Diagnostic {
    doubt(
        location,
        (
            format!("« {words} » : année absente, et rien ne permet de la déduire"),
            "ajoutez l'année",
        ),
        (format!("“{words}”: no year, and nothing tells which"), "add the year"),
    )
}

/// Several starts of equal weight that have no day in common.
pub fn contradictory_starts(location: Location, words: &str, other: &str) -> Diagnostic {
    doubt(
        location,
        (
            format!("deux dates de début différentes : « {words} » et « {other} »"),
            "ne gardez que la bonne",
        ),
        (format!("two starts that differ: “{words}” and “{other}”"), "keep the right one"),
    )
}

/// A post that ends before it begins.
pub fn period_backwards(location: Location, words: &str) -> Diagnostic {
    doubt(
        location,
        (format!("« {words} » : la fin vient avant le début"), "corrigez l'une des deux dates"),
        (format!("“{words}”: it ends before it begins"), "correct one of the two dates"),
    )
}

/// A last day to apply long after the work has begun.
pub fn deadline_after_start(location: Location, words: &str) -> Diagnostic {
    doubt(
        location,
        (
            format!("« {words} » : cette date limite vient longtemps après le début du poste"),
            "corrigez l'une des deux dates",
        ),
        (
            format!("“{words}”: this deadline comes long after the work has begun"),
            "correct one of the two dates",
        ),
    )
}

/// A sum that nobody pays for that time.
pub fn absurd_pay(location: Location, words: &str) -> Diagnostic {
    doubt(
        location,
        (
            format!("« {words} » : ce montant n'est pas vraisemblable"),
            "corrigez le montant, ou écrivez s'il est par heure, par mois ou par an",
        ),
        (
            format!("“{words}”: nobody pays that sum"),
            "correct it, or write whether it is by the hour, the month or the year",
        ),
    )
}

/// A commune's name that several bear, and nothing around tells which.
pub fn ambiguous_place(location: Location, words: &str, departments: &[&str]) -> Diagnostic {
    let shown: Vec<&str> = departments.iter().copied().take(4).collect();
    let more = if departments.len() > shown.len() { "…" } else { "" };
    let shown = shown.join(", ");
    doubt(
        location,
        (
            format!("« {words} » : plusieurs communes portent ce nom ({shown}{more})"),
            "ajoutez le code postal ou le département",
        ),
        (
            format!("“{words}”: several communes bear this name ({shown}{more})"),
            "add the postal code or the département",
        ),
    )
}

/// A correction under a name that no field has; `nearest` is the one that was meant, where one is near.
pub fn unknown_key(
    location: Location,
    key: &str,
    nearest: Option<&str>,
    known: &[&str],
) -> Diagnostic {
    let known = known.join(", ");
    let help = match nearest {
        Some(nearest) => (format!("écrivez « {nearest} »"), format!("write “{nearest}”")),
        None => {
            (format!("les noms connus sont : {known}"), format!("the known names are: {known}"))
        }
    };
    error(
        location,
        (format!("« {key} » n'est le nom d'aucune information d'une offre"), help.0),
        (format!("“{key}” names no field of an offer"), help.1),
    )
}

/// A correction whose value says nothing for its field. `example` is a value that does.
pub fn unread_correction(location: Location, words: &str, example: &str) -> Diagnostic {
    doubt(
        location,
        (
            format!("« {words} » n'est pas compris ; le reste du texte décide"),
            format!("écrivez par exemple « {example} »"),
        ),
        (
            format!("“{words}” is not understood; the rest of the text decides"),
            format!("write for instance “{example}”"),
        ),
    )
}

/// A file of corrections that is not written as it should.
pub fn bad_corrections(location: Location, reason: &str) -> Diagnostic {
    error(
        location,
        (
            "cette ligne n'est pas écrite comme une correction",
            "écrivez le nom, le signe =, puis la valeur entre guillemets : date_limite = \"20 avril 2026\"",
        ),
        (
            format!("this line is not written as a correction: {reason}"),
            "write the name, the sign =, then the value in quotes: date_limite = \"20 avril 2026\"",
        ),
    )
}

/// A file of corrections beside no text.
pub fn corrections_of_nothing(file: &str, text: &str) -> Diagnostic {
    error(
        Location::file(file),
        (
            format!("ces corrections ne vont avec aucun texte : {text} n'existe pas"),
            "donnez aux deux fichiers le même nom : offres.txt et offres.toml",
        ),
        (
            format!("these corrections go with no text: there is no {text}"),
            "give both files the same name: offres.txt and offres.toml",
        ),
    )
}

/// Corrections of an offer that the text does not hold.
pub fn corrections_of_no_offer(location: Location, mark: &str) -> Diagnostic {
    error(
        location,
        (
            format!("aucune offre du fichier n'a « {mark} » dans son titre"),
            "reprenez des mots de la première ligne de l'offre, ou son numéro dans le fichier",
        ),
        (
            format!("no offer of the file has “{mark}” in its heading"),
            "use words of the offer's first line, or its number in the file",
        ),
    )
}

/// Corrections that do not say of which offer.
pub fn correction_without_mark(location: Location) -> Diagnostic {
    error(
        location,
        (
            "ces corrections ne disent pas de quelle offre",
            "ajoutez repere = \"…\" : des mots de sa première ligne, ou son numéro dans le fichier",
        ),
        (
            "these corrections do not say of which offer",
            "add repere = \"…\": words of its first line, or its number in the file",
        ),
    )
}

/// A line said to open an offer, where none can begin.
pub fn no_such_line(location: Location, line: u32) -> Diagnostic {
    error(
        location,
        (
            format!(
                "aucune offre ne peut commencer à la ligne {line} : elle est vide ou n'existe pas"
            ),
            "donnez le numéro de la première ligne de chaque offre",
        ),
        (
            format!("no offer can begin on line {line}: it is blank or does not exist"),
            "give the number of each offer's first line",
        ),
    )
}
