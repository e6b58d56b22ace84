//! The deadline of an offer as an entry of a calendar: a file in the format of RFC 5545.

use tremplin_engine::calendar::Date;
use tremplin_engine::offer::Offer;

/// Longest line of a calendar's file, in bytes.
const LONGEST_LINE: usize = 75;

/// The entry for the deadline of `offer`, read at `url`; `None` unless the deadline is ahead. `summary` names it.
pub fn reminder(offer: &Offer, summary: &str, url: Option<&str>, today: Date) -> Option<String> {
    let deadline = offer.deadline.filter(|deadline| *deadline > today)?;
    let mut file = String::new();
    let mut line = |name: &str, value: &str| fold_into(&mut file, name, value);
    line("BEGIN:", "VCALENDAR");
    line("VERSION:", "2.0");
    line("PRODID:", "-//Tremplin//Tremplin//FR");
    line("BEGIN:", "VEVENT");
    line("UID:", &(escaped(&offer.id) + "@tremplin"));
    line("DTSTAMP:", &(digits(today) + "T000000Z"));
    line("DTSTART;VALUE=DATE:", &digits(deadline));
    line("SUMMARY:", &escaped(summary));
    let mut about = offer.organisation.clone().unwrap_or_default();
    for part in offer.apply_emails.iter().map(String::as_str).chain(url) {
        if !about.is_empty() {
            about.push('\n');
        }
        about += part;
    }
    line("DESCRIPTION:", &escaped(&about));
    // An address holds no line break, and its commas are its own.
    line("URL:", url.unwrap_or_default());
    line("TRANSP:", "TRANSPARENT");
    line("BEGIN:", "VALARM");
    line("ACTION:", "DISPLAY");
    line("TRIGGER:", "-P3D");
    line("DESCRIPTION:", &escaped(summary));
    line("END:", "VALARM");
    line("END:", "VEVENT");
    line("END:", "VCALENDAR");
    Some(file)
}

/// « 20230228 »
fn digits(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// A text as a value: its marks escaped, its line breaks written, its other controls left out.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => value += "\\n",
            '\\' | ';' | ',' => value.extend(['\\', c]),
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    value
}

/// Writes a line, folded where it is long; one without a value is left out.
fn fold_into(file: &mut String, name: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    file.push_str(name);
    let mut length = name.len();
    for c in value.chars() {
        if length + c.len_utf8() > LONGEST_LINE {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(c);
        length += c.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn offer() -> Offer {
        Offer {
            id: "mairie-stage".into(),
            organisation: Some("Mairie ; ville, port\\quai".into()),
            deadline: Some(day("2023-05-03")),
            apply_emails: vec!["a@b.fr".into()],
            ..Offer::default()
        }
    }

    #[test]
    fn an_entry_is_whole() {
        let url = "https://a.fr/?offre=mairie-stage";
        let file = reminder(&offer(), "Stage, été", Some(url), day("2023-02-26")).unwrap();
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Tremplin//Tremplin//FR",
            "BEGIN:VEVENT",
            "UID:mairie-stage@tremplin",
            "DTSTAMP:20230226T000000Z",
            "DTSTART;VALUE=DATE:20230503",
            "SUMMARY:Stage\\, été",
            "DESCRIPTION:Mairie \\; ville\\, port\\\\quai\\na@b.fr\\nhttps://a.fr/?offre=mairi",
            " e-stage",
            "URL:https://a.fr/?offre=mairie-stage",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:-P3D",
            "DESCRIPTION:Stage\\, été",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(file.split("\r\n").collect::<Vec<_>>(), expected);
    }

    #[test]
    fn only_a_deadline_ahead_is_one() {
        for (today, there) in [("2023-05-02", true), ("2023-05-03", false), ("2024-01-01", false)] {
            assert_eq!(reminder(&offer(), "x", None, day(today)).is_some(), there, "{today}");
        }
        let open = Offer { deadline: None, ..offer() };
        assert_eq!(reminder(&open, "x", None, day("2023-01-01")), None);
    }

    #[test]
    fn any_words_make_short_lines_that_unfold() {
        let long = "é€😀\r\n\u{7}".repeat(60);
        for summary in [&long, "", "x", &"a".repeat(67), &"a".repeat(68)] {
            let file = reminder(&offer(), summary, None, day("2023-01-01")).unwrap();
            assert!(file.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{file}");
            assert!(!file.replace("\r\n", "").contains(['\r', '\n']), "{file}");
            let unfolded = file.replace("\r\n ", "");
            let said = unfolded.lines().find_map(|line| line.strip_prefix("SUMMARY:"));
            assert_eq!(said.unwrap_or_default(), escaped(summary));
        }
    }
}
