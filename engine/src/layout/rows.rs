//! Listings that are a table: a header of labels, then one offer a row: « Intitulé;Commune;Début;Durée ».

use super::cell::{is_identifier, is_known_label};
use super::mark::is_blank;
use super::raw::RawLine;
use crate::text::fold;

/// The header of a listing.
pub(crate) struct Header {
    sign: char,
    labels: Vec<String>,
}

/// Labels that only the columns of such a table have.
const OF_COLUMNS: &[&str] = &[
    "avant le",
    "commentaire",
    "commentaires",
    "commune",
    "cp",
    "date",
    "diplome prepare",
    "emploi",
    "hebdo",
    "id",
    "lien",
    "mail",
    "metier",
    "nombre de candidats",
    "nombre de postes",
    "nombre de vues",
    "n°",
    "observations",
    "offre",
    "organisation",
    "pays",
    "remarques",
    "secteur d'activite",
    "secteur",
    "specialisations",
    "specialites",
    "stand",
    "sujet",
    "tel",
    "titre",
    "type",
    "url",
];

/// What the column of the posts is called.
pub(crate) const OF_POSTS: &[&str] = &[
    "intitule",
    "intitule du poste",
    "poste",
    "titre",
    "offre",
    "metier",
    "emploi",
    "fonction",
    "mission",
    "diplome prepare",
    "sujet",
];

impl Header {
    /// The header of a listing, and the lines that are its rows: two or more, and most of the text.
    pub(crate) fn of(lines: &[RawLine<'_>]) -> Option<(Self, Vec<usize>)> {
        /// How many lines may stand above the header.
        const ABOVE: usize = 12;
        let found = lines
            .iter()
            .take(ABOVE)
            .enumerate()
            .find_map(|(at, line)| Some((at, Self::of_line(line.source)?)));
        let (at, header) = found?;
        let rows: Vec<usize> = (at + 1..lines.len())
            .filter(|&row| header.cells(lines[row].source).is_some())
            .collect();
        (rows.len() >= 2 && rows.len() * 2 >= lines.len() - at).then_some((header, rows))
    }

    fn of_line(line: &str) -> Option<Self> {
        const LONGEST: usize = 40;
        const COLUMNS: usize = 4;
        // A comma parts cells where no blank stands behind it: a sentence has one.
        let parts = |sign: char| sign != ',' || !line.contains(", ");
        let many = |sign: &char| line.matches(*sign).count() + 1 >= COLUMNS && parts(*sign);
        [';', '\t', '|', ','].into_iter().filter(many).find_map(|sign| {
            let labels = split(line, sign);
            let folded: Vec<String> = labels.iter().map(|label| of_itself(label)).collect();
            let known = folded
                .iter()
                .filter(|label| {
                    is_known_label(label)
                        || is_identifier(label)
                        || OF_COLUMNS.contains(&label.as_str())
                })
                .count();
            let posts =
                folded.iter().any(|label| OF_POSTS.iter().any(|post| label.starts_with(post)));
            let short = labels.iter().all(|label| label.chars().count() <= LONGEST);
            (labels.len() >= COLUMNS && short && posts && known * 2 >= labels.len())
                .then_some(Self { sign, labels })
        })
    }

    /// The cells of a row below it: label and value of each that holds something.
    pub(crate) fn cells(&self, row: &str) -> Option<Vec<(&str, String)>> {
        let values = split(row, self.sign);
        let fits = values.len() == self.labels.len() || values.len() + 1 == self.labels.len();
        let filled: Vec<(&str, String)> = self
            .labels
            .iter()
            .map(String::as_str)
            .zip(values)
            .filter(|(_, value)| value.contains(char::is_alphanumeric))
            .collect();
        (fits && filled.len() >= 3).then_some(filled)
    }
}

/// A folded label without what all columns are about: « Titre de la mission », « Nom de l'organisation ».
pub(crate) fn of_itself(label: &str) -> String {
    const ABOUT: [&str; 7] = [
        " de la mission",
        " de l'offre",
        " du poste",
        " de l'emploi",
        " du stage",
        " du contrat",
        " de l'annonce",
    ];
    const NAME: [&str; 3] = ["nom de l'", "nom de la ", "nom du "];
    let folded = fold(label).replace('_', " ");
    let label = NAME.iter().find_map(|name| folded.strip_prefix(name)).unwrap_or(&folded);
    let label = ABOUT.iter().find_map(|about| label.strip_suffix(about)).unwrap_or(label);
    label.to_owned()
}

/// The cells of a row; a sign in quotation marks parts none.
fn split(row: &str, sign: char) -> Vec<String> {
    let row = match sign {
        '|' => row.trim_matches(|c| is_blank(c) || c == '|'),
        _ => row,
    };
    let mut quoted = false;
    let cells = row.split(|c| {
        quoted ^= c == '"';
        c == sign && !quoted
    });
    cells.map(|cell| cell.trim_matches(|c| is_blank(c) || c == '"').to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::whole_lines;
    use super::*;

    fn rows(text: &str) -> usize {
        Header::of(&whole_lines(text, 1)).map_or(0, |(_, rows)| rows.len())
    }

    #[test]
    fn a_header_of_labels_stands_above_rows_of_offers() {
        assert_eq!(
            rows("Intitulé;Commune;Début;Durée\nJardinier;Sète;2 mars;\nFleuriste;Agde;;6 mois\n"),
            2
        );
        assert_eq!(
            rows("Poste | Lieu | Contrat | Avant le\nA1 | Sète | CDI | 3/4\nB | Agde | CDD | 4/5"),
            2
        );
        assert_eq!(
            rows("Titre,Lieu,Contrat,Durée\nJardinier,Sète,CDI,\n\"A, B\",Agde,CDD,3 mois"),
            2
        );
        assert_eq!(
            rows(
                "Lien\tNom de l'organisation\tTitre de la mission\tDurée de la mission\nx\tLe Verger\tJardinier\t12\ny\tLa Serre\tFleuriste\t6"
            ),
            2
        );
        assert_eq!(
            rows("Poste, lieu, contrat, durée\nUn jardinier, Sète, CDI, long\nA, b, c, d"),
            0
        );
        assert_eq!(rows("Poste;Lieu;Contrat;Durée\nJardinier;Sète;CDI;"), 0);
        assert_eq!(rows("Lundi;mardi;jeudi;samedi\n8 h;9 h;8 h;9 h\n8 h;9 h;8 h;9 h"), 0);
        assert_eq!(
            rows("Nous cherchons ; vous trouvez\nUn poste ; un lieu ; une durée ; un contrat"),
            0
        );
    }

    #[test]
    fn a_cell_in_quotation_marks_may_hold_the_sign() {
        let text = "Poste;Lieu;Contrat;Durée\n\"Jardinier ; fleuriste\";Sète;CDD;6 mois\na;b;c;d";
        let (header, _) = Header::of(&whole_lines(text, 1)).unwrap();
        let cells = header.cells("\"Jardinier ; fleuriste\";Sète;CDD;6 mois").unwrap();
        assert_eq!(cells[0], ("Poste", "Jardinier ; fleuriste".to_owned()));
        assert_eq!(cells[3], ("Durée", "6 mois".to_owned()));
    }
}
