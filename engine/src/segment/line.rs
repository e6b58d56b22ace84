//! What a line and its neighbours tell about an offer that would begin there.
//!
//! Over 400 lines: each clue stands beside the words that give it.

use super::clue::Clue;
use super::facts::{Facts, WHOLE, speaks_of_offers};
use super::head::{Form, names_post, regex, seeks};
use super::kin::{self, ruler_between};
use super::page;
use crate::layout::{Mark, RawLine, is_identifier, is_known_label};
use crate::lexicon::ends_offer;
use crate::text::fold;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// What stands right below the heading of a section and is as long as this tells of it.
const SENTENCE: usize = 75;
/// How far below a title its words may come again.
const AGAIN: usize = 7;

/// Tells the clues of a line; false if it opens no offer, whatever else speaks for it.
pub(super) fn clues(
    lines: &[RawLine<'_>],
    facts: &Facts,
    rulers: &[u32],
    at: usize,
    tell: &mut impl FnMut(Clue, f32),
) -> bool {
    let (line, seen) = (&lines[at], &facts.seen[at]);
    let letters =
        |most: usize| line.words().chars().filter(|c| c.is_alphabetic()).take(most).count();
    if seen.is_page
        || letters(3) < 3
        || closes(&seen.folded)
        || at > 0 && facts.comes_back(at) && !seen.opens_element
        || INSIDE_AN_ELEMENT.is_match(&seen.folded)
        || is_path(&seen.folded) && !seen.names_post
        || LEADER.is_match(&seen.folded)
        || NUMBERED_PART.is_match(&seen.folded)
        || invites(&seen.folded)
        || ADDRESS.is_match(&seen.folded)
        || matches!(line.mark, Mark::Bullet(_)) && lies_in_section(lines, facts, at)
        || at > 0
            && facts.seen[at - 1].is_section
            && line.length() >= SENTENCE
            && !seen.is_counted
            && (!seen.names_post || seen.folded.ends_with(['.', ':']))
        || matches!(line.mark, Mark::Bullet(_)) && states_a_fact(&seen.folded) && !seen.is_record
        || seen.is_header
        || lists_readings(&seen.folded)
        || page::tells_of_page(lines, facts, at)
        // « Appels à projets » heads what follows.
        || at > 0 && facts.seen[at - 1].is_rubric && !seen.names_post
    {
        return false;
    }
    let mut says = |clue: Clue, holds: bool| {
        if holds {
            tell(clue, 1.0);
        }
    };
    let counted = seen.is_counted;
    let above = at.checked_sub(1).map(|above| &facts.seen[above]);
    let below = facts.seen.get(at + 1);
    let below_title = above.filter(|above| {
        seen.apart
            && above.apart
            && lines[at - 1].length() <= 100
            && !above.folded.ends_with(['.', ':'])
            && !facts.tells_how_to_apply(at - 1)
    });
    let titles = if facts.posts_have_titles { Clue::BelowTitles } else { Clue::BelowTitle };
    says(titles, below_title.is_some_and(|above| !above.names_post));
    says(Clue::BelowPost, below_title.is_some_and(|above| above.names_post));
    let again = |above: usize| {
        // Two posts of one recruiter share its name: farther up, only all the words count.
        let share = if at - above <= 3 { 2.0 / 3.0 } else { 0.9 };
        facts.says_again(above, at, share)
    };
    says(Clue::SaysAgain, (at.saturating_sub(AGAIN)..at).any(again));
    says(Clue::Category, !seen.names_post && is_category(&seen.folded));
    says(Clue::Dated, DATED.is_match(&seen.folded));
    let joined = above.filter(|above| !seen.apart && above.is_title && above.apart);
    says(Clue::JoinedBelowTitle, joined.is_some_and(|above| !above.names_post));
    says(Clue::JoinedBelowPost, joined.is_some_and(|above| above.names_post));
    says(Clue::Task, seen.is_title && seen.apart && TASK.is_match(&seen.folded));
    says(Clue::Asks, seen.folded.ends_with('?'));
    says(Clue::Exclaims, seen.folded.ends_with('!'));
    says(Clue::Link, line.source.contains("://") || line.source.contains("]("));
    says(if seen.apart { Clue::Apart } else { Clue::Joined }, true);
    let listed_post = matches!(line.mark, Mark::Bullet(_)) && seen.names_post;
    says(if seen.is_title || listed_post { Clue::Title } else { Clue::NoTitle }, true);
    says(Clue::NamesPost, seen.names_post);
    says(Clue::Counted, counted);
    says(Clue::Seeks, !seen.names_post && seeks(&seen.folded));
    let kinds = if line.length() >= WHOLE { facts.told(at, at + 1).kinds } else { 0 };
    says(Clue::Sentence, seen.folded.ends_with('.') && kinds < 3);
    says(Clue::Section, seen.is_section && !counted);
    says(Clue::Small, line.words().starts_with(char::is_lowercase));
    says(Clue::GoesOn, seen.folded.ends_with([',', ';']));
    says(Clue::Colon, seen.folded.ends_with(':'));
    // « MISSION 2 », a title, « Lieu : Sète »: a mission that has its own place is no part.
    let placed =
        || (at + 1..lines.len()).take(3).any(|below| OWN_PLACE.is_match(&facts.seen[below].folded));
    says(Clue::Part, PART_OF_A_POST.is_match(&seen.folded) && !(counted && placed()));
    says(Clue::StatesFact, states_a_fact(&seen.folded) && !counted);
    says(Clue::Record, OPENS_A_RECORD.is_match(&seen.folded));
    says(Clue::Message, seen.is_message);
    says(Clue::Element, seen.opens_element);
    says(Clue::TableRow, seen.is_record);
    says(Clue::Rubric, seen.is_rubric);
    says(Clue::OnlyOffers, ONLY_OFFERS.is_match(&seen.folded));
    says(Clue::Sender, seen.folded.starts_with("de :") && seen.folded.contains('@'));
    says(Clue::FirstLine, at == 0);
    says(Clue::FirstOfListing, at == 0 && facts.is_listing);
    says(Clue::Stamped, seen.is_stamp);
    let titled =
        below.is_some_and(|below| below.is_title && (below.names_post || below.is_counted));
    says(Clue::StampAboveTitle, seen.is_stamp && titled);
    says(Clue::BelowStamp, seen.is_title && above.is_some_and(|above| above.is_stamp));
    let stamp_below = below.is_some_and(|below| below.is_stamp);
    says(Clue::AboveStamp, stamp_below && line.length() <= 60);
    says(Clue::OfOffers, speaks_of_offers(&seen.folded) && !counted);
    match seen.form {
        Form::None => {}
        Form::Contracted => says(Clue::Contracted, true),
        Form::Placed => says(Clue::Placed, true),
    }
    let after_way = (at.saturating_sub(2)..at)
        .any(|before| facts.tells_how_to_apply(before) || facts.seen[before].is_page);
    let after = if seen.apart || seen.is_title { Clue::AfterWay } else { Clue::AfterWayJoined };
    says(after, after_way);
    says(Clue::Far, at > 0 && line.number - lines[at - 1].number > 2);
    says(Clue::BelowRuler, at > 0 && ruler_between(rulers, lines[at - 1].number, line.number));
    says(Clue::AboveRuler, rulers.binary_search(&(line.number + 1)).is_ok());
    let words = line.words();
    says(Clue::Capitals, !words.chars().any(char::is_lowercase) && letters(6) == 6);
    says(Clue::Level, line.source.starts_with(['#', '=']));
    says(Clue::Row, seen.columns.is_some());
    let above_title = seen.is_title
        && !seen.names_post
        && below.is_some_and(|below| below.is_title && below.apart);
    says(Clue::AboveTitle, above_title);
    let above_post = above_title && below.is_some_and(|below| below.names_post);
    says(if facts.posts_have_titles { Clue::AbovePosts } else { Clue::AbovePost }, above_post);
    // A message opens above its greeting, and in a thread above the next message.
    let above_page = !seen.names_post
        && !seen.is_stamp
        && !seen.is_message
        && facts.seen[at + 1..].iter().take(3).any(|below| below.is_around);
    says(Clue::AbovePage, above_page);
    let (first, last) = facts.said(at);
    says(Clue::ComesAgain, last > at);
    says(Clue::CameBefore, first < at);
    says(Clue::Place, seen.is_title && kin::is_place(line.words()));
    says(Clue::Signature, seen.is_title && SIGNATURE.is_match(line.words()));
    says(Clue::Date, DATE.is_match(&seen.folded));
    let header = |folded: &str| HEADER.is_match(folded);
    says(
        Clue::BelowHeader,
        header(&seen.folded) || above.is_some_and(|above| header(&above.folded)),
    );
    says(Clue::Greeting, GREETING.is_match(&seen.folded));
    let greeted = (at.saturating_sub(2)..at).any(|at| GREETING.is_match(&facts.seen[at].folded));
    says(Clue::BelowGreeting, greeted);
    says(Clue::Path, is_path(&seen.folded));
    says(Clue::BelowPage, above.is_some_and(|above| above.is_page));
    let rows = || (at + 1..lines.len()).take(2).take_while(|&row| !lines[row].blank_before);
    let is_open = seen.is_title && seen.apart;
    says(
        Clue::Card,
        is_open && rows().any(|row| lines[row].length() <= 40 && is_town(lines[row].words())),
    );
    let named = below.is_some_and(|below| {
        let (line, words) = (&lines[at + 1], lines[at + 1].words());
        !line.blank_before
            && line.length() <= 45
            && words.starts_with(char::is_uppercase)
            && !below.folded.ends_with(['.', ',', ';', ':', '!', '?'])
            && !words.contains(':')
            && !below.names_post
            && !below.is_section
            && matches!(line.mark, Mark::None)
    });
    says(Clue::NameBelow, is_open && seen.names_post && named);
    let item = matches!(line.mark, Mark::Bullet(_));
    says(Clue::WholeItem, item && kinds >= 3 && facts.has_whole_lines);
    let lead = || {
        let above = (at.saturating_sub(12)..at).rev();
        above.into_iter().find(|&above| !matches!(lines[above].mark, Mark::Bullet(_)))
    };
    let sought = || {
        lead().is_some_and(|lead| {
            let words = &facts.seen[lead].folded;
            seeks(words) || words.contains("recrut") || speaks_of_offers(words)
        })
    };
    says(Clue::ItemSought, item && seen.names_post && sought());
    if kinds >= 3 {
        tell(Clue::Whole, (kinds - 2).min(3) as f32);
    }
    true
}

/// `Sète (34)`, `34200 Sète`, `Sète`: a town and nothing else.
pub(super) fn is_town(words: &str) -> bool {
    let name = words.split(" (").next().unwrap_or(words);
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    // A name that is also a word says nothing alone.
    let coded = words.bytes().any(|byte| byte.is_ascii_digit());
    name.starts_with(char::is_uppercase) && kin::is_place(name) && (coded || name.len() >= 5)
        || coded && CODED.is_match(words)
}

/// `La Défense (92)`, `Blagnac (31700)`.
static CODED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\p{Lu}[\p{L}' -]{2,30} \((?:\d{2}|2[AB]|97\d|\d{5})\)$")
        .expect("the pattern of a town is a regular expression")
});

/// Whether a line is the page's or a message's: what stands above an offer and is no part of it.
pub(super) fn is_around(folded: &str) -> bool {
    is_path(folded)
        || is_trail(folded)
        || SITE.is_match(folded)
        || HEADER.is_match(folded)
        || GREETING.is_match(folded)
        || OPENS_A_MESSAGE.is_match(folded)
}

/// `Accueil > Nos offres > Offre 12`, `Vous êtes ici : Accueil / Offres`, `Trouver ma mission › Sport`: where a page stands
/// on its site, whatever it is called.
pub(super) fn is_trail(folded: &str) -> bool {
    static TRAIL: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*(?:vous etes ici ?:|(?:accueil|portail|home|(?:toutes )?(?:les |nos )?offres(?: d'emploi)?|trouver [a-z ]{3,20}|emplois?) *(?:>|›|»|/) *\S)",
        )
    });
    TRAIL.is_match(folded)
}

/// Who publishes offers, alone on its line: `emploi-jardin.fr`, `Le site emploi des communes`, `Bourse à l'emploi`.
static SITE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:(?:https?://)?(?:[a-z0-9-]+\.)+(?:fr|com|org|net|eu|io|bzh|example)/?|(?:le |la )?(?:site|portail|plateforme|place) (?:de |d'|de l')?(?:recrutement|emplois?|stages?|alternance)\b[^.:]{0,60}|(?:[^.:|]{3,60} - )?bourse (?:a|aux|de|d') ?(?:l')?(?:emplois?|stages?|apprentissage|alternance))\W*$",
    )
});

/// What a page asks about cookies, in a sentence or two.
pub(super) fn asks_for_cookies(folded: &str) -> bool {
    static ANSWER: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"\b(?:accepter|refuser|parametrer|personnaliser|en savoir plus|mesurer|navigation|vie privee)\b",
        )
    });
    folded.len() <= 500 && folded.contains("cookies") && ANSWER.is_match(folded)
}

/// A page's menu with an entry a line: `Accueil`, `Nos services +`, `Blog`, `Contact`, as far as the paragraph goes.
pub(super) fn menu(lines: &[RawLine<'_>]) -> Range<usize> {
    const REACH: usize = 12;
    const LEAST: usize = 3;
    const ENTRY: usize = 30;
    let is_entry = |line: &RawLine<'_>| {
        let words = line.words();
        line.length() <= ENTRY
            && matches!(line.mark, Mark::None)
            && !words.contains(|c: char| c.is_ascii_digit() || c == '@' || c == ':')
            && !words.ends_with(['.', ','])
    };
    let home = |line: &RawLine<'_>| matches!(&*fold(line.words()), "accueil" | "home" | "menu");
    let Some(start) = lines.iter().take(REACH).position(home) else { return 0..0 };
    let below = lines[start + 1..].iter();
    let entries = below.take_while(|line| !line.blank_before && is_entry(line)).count();
    let names_post = |line: &&RawLine<'_>| names_post(&fold(line.words()));
    let end = start + 1 + entries;
    // A school's menu may hold « Contrat pro » or « Recruter un apprenti ».
    let posts = lines[start..end].iter().filter(names_post).count();
    if entries < LEAST || posts > 0 && posts * LEAST >= entries { 0..0 } else { start..end }
}

/// `Accueil > Nos offres > Jardin`, `Nos cours   Certifications   Contact`, `FR | EN`.
fn is_path(folded: &str) -> bool {
    let parts = |sign: &str| folded.split(sign).filter(|part| !part.trim().is_empty()).count();
    let is_data = || folded.contains(|c: char| c.is_ascii_digit() || c == '@');
    folded.len() <= 160
        && !is_data()
        && (parts(" > ") >= 2 || parts("   ") >= 3 || parts(" | ") >= 3)
}

/// « Claire DUBOIS, responsable du pôle », « Anne Le Goff – directrice ».
static SIGNATURE: LazyLock<Regex> = LazyLock::new(|| {
    // Read on words as written: capitals tell a name.
    Regex::new(r"^(?:M\.|Mme|Mr)? ?\p{Lu}[\p{Ll}-]+(?: \p{Lu}[\p{L}'-]+){1,2} ?[,–-] ?\p{L}")
        .expect("the pattern of a signature is a regular expression")
});
/// Whether a folded line is a kind of contract alone, or announces offers of one kind.
pub(super) fn is_category(folded: &str) -> bool {
    static CATEGORY: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*(?:(?:les |nos )?(?:offres?|annonces|postes|propositions)(?: d(?:e |'|es ))?)?(?:emplois?|stages?|alternances?|apprentissages?|contrats?|cdi|cdd|jobs?|volontariats?|services? civiques?|benevolat|theses?|doctorats?|post-?docs?|saisonniers?|interim|et|/|,|&|-| )+(?:\(\d+\))?[ :]*\W*$",
        )
    });
    folded.len() <= 60 && CATEGORY.is_match(folded)
}

static DATED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:publiee?|postee?|mise? en ligne|actualisee?|mise? a jour|expire)s? (?:le|il y a|hier|aujourd)",
    )
});
pub(super) static TASK: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:\d{1,2}[.)/-] ?)?[a-z]{2,12}(?:er|ir|dre|tre|ire) (?:l'|d'|les? |la |un |une |des |aux? |a |de |en |sur |dans |[a-z]+ )",
    )
});
/// A line of a table of contents: `Jardinier ........ 4`.
static LEADER: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?:\.{4,}|(?: \.){4,}|(?:\.\.\. ?){2,}|_{4,}) ?(?:p\. ?)?\d{1,3}$"));
/// A part of one page, numbered as designers do: `// 02 — L'agence`.
static NUMBERED_PART: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?://|#) ?\d{1,2}\b ?[-.:|]? ?[a-z]"));
/// A header of a message below its first: `Date : …`, `To: …`.
static HEADER: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^\W*(?:date|a|to|cc|envoye(?: le)?|sent|objet|subject|de|from|sujet du message) ?: ?\S")
});
/// How a message opens.
static GREETING: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:bonjour|bonsoir|hello|salut|coucou|cher|chere|chers|cheres|madame|monsieur|hey)\b.{0,60}$",
    )
});
/// A date alone on its line.
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:publiee? le |le )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? )?\d{1,2}(?:er)?(?: [a-z]{3,9}\.?(?: \d{4})?|[/.]\d{1,2}[/.]\d{2,4})\W*$",
    )
});

/// Labels that name the post, the recruiter or the sender: an offer may open with one.
pub(super) static OPENS_A_RECORD: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:(?:intitule|titre)(?: d[eu] [a-z' ]{3,12})?|poste|offre|metier|fonction|emploi|sujet|reference|ref\.?|mission|employeur|structure|avis) ?:",
    )
});
/// Labels of what an offer states inside: `Lieu : Nantes`, `Nature du contrat : CDD`.
static STATES_A_FACT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:lieux?|localisation|ville|(?:type|nature) d[eu]|contrat|statut|salaire|remuneration|gratification|indemnites?|duree|debut|dates?|missions|profil|niveau|permis|temps|horaires|diplome|candidatures?|contacts?)\b[a-z' ]{0,25}:",
    )
});
/// Whether an item stands in the list of a section: « Vos missions », then what there is to do.
fn lies_in_section(lines: &[RawLine<'_>], facts: &Facts, at: usize) -> bool {
    const LONGEST: usize = 15;
    let mut above = (at.saturating_sub(LONGEST)..at).rev();
    let lead = above.find(|&above| !matches!(lines[above].mark, Mark::Bullet(_)));
    lead.is_some_and(|lead| facts.seen[lead].is_section)
}

/// An address and nothing else.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:(?:e-?mails?|courriel|mel|tel(?:ephone)?|contacts?|site|web) ?:? ?)?(?:[^ ]+@[^ ]+|https?://[^ ]+|www\.[^ ]+|(?:\+33 ?|0)\d(?:[ .-]?\d\d){4})\W*$",
    )
});
/// The same below the marks of bold words: `**Lieu** : Nantes`.
fn states_a_fact(folded: &str) -> bool {
    STATES_A_FACT.is_match(folded)
        || folded.starts_with(['*', '_']) && STATES_A_FACT.is_match(&folded.replace(['*', '_'], ""))
}

/// Whether a folded line calls on the reader to apply: it ends an offer, and opens none.
///
/// Reads « Ce poste vous intéresse ? », « Envie de nous rejoindre ? », « N'hésitez plus, postulez ! ». Leaves « Envie de
/// cuisiner ? Le Chaudron cherche un commis. ».
fn invites(folded: &str) -> bool {
    static INVITES: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*(?:(?:ce|cette|notre|l'|si ce|si cette|si notre|si l')? ?(?:poste|offre|mission|aventure|challenge|defi|annonce|opportunite|projet|stage|alternance)s? (?:(?:vous|te|t') ?(?:interess|correspond|tent|plai|parl|attir|motiv|convien)\w*|est fait\w* pour (?:vous|toi))|(?:vous|tu) (?:(?:vous|te|t'es) )?(?:reconnaiss\w+|reconnu\w*|(?:etes|es) (?:convaincu|seduit|interesse|tente|motive)\w*)|(?:interesse|convaincu|seduit|tente|motive|pret)[^ ?]{0,5}(?: par (?:ce|cette|notre) [a-z]+| a (?:nous rejoindre|postuler|relever [a-z' ]{3,20}))? ?\?|(?:alors,? )?(?:envie|pret\S{0,3}|partants?) (?:de|a) (?:nous rejoindre|rejoindre [a-z' ]{3,30}|postuler|relever [a-z' ]{3,20}|en savoir plus|candidater|participer [a-z' ]{3,40}) ?\?|n'(?:hesitez|hesite|attendez|attends) plus|(?:assurez-vous|veillez a|veuillez|merci d[e'] ?|pensez a|connectez-vous|creez votre|inscrivez-vous|n'oubliez pas|decouvrez (?:comment|si|toutes|nos|tous)|comparez)|(?:alors,? )?(?:rejoignez|rejoins)-nous ?!|(?:alors,? )?(?:postulez|postule|candidatez|candidate) (?:vite|maintenant|sans (?:plus )?attendre|des (?:maintenant|a present|aujourd'hui))|(?:transmettez|envoyez|envoie|adressez|faites)(?:-nous)? (?:nous )?(?:vite |des maintenant |sans attendre )?(?:parvenir )?(?:votre|ta|ton|vos|tes) (?:candidature|cv))",
        )
    });
    folded.len() <= 220 && INVITES.is_match(folded) && !seeks(folded)
}

/// Parts of one post: `Mission 2 : …`, `Axe 1 – …`.
static PART_OF_A_POST: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:missions?|taches?|axes?|etapes?|phases?|volets?|temps|parties?|objectifs?|blocs?|modules?|livrables?) ?(?:n ?[°o]\.? ?)?\d{1,2}\b",
    )
});
/// `Lieu : Sète`, `Communes : …`
static OWN_PLACE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:lieux?|localisation|ville|communes?|site|ou|secteur)(?: d[eu]s? [a-z' ]{3,20})? ?: ?\S",
    )
});
/// The first line of a message.
static OPENS_A_MESSAGE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:(?:message (?:transfere|d'origine)|message ?: ?\d+)\W*$|(?:\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d{2}-\d{2}),? (?:a )?\d{1,2} ?[:h] ?\d{2}|(?:de|from|objet|subject) ?: ?\S)",
    )
});

/// What opens a record of a feed: `<item>`, `<offre id="7">`.
pub(super) static OPENS_AN_ELEMENT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^<(?:item|entry|record|job|jobposting|vacancy|position|offre|offer|annonce|poste|emploi|stage)(?: [^<>]*)?>$",
    )
});
/// What a record of a feed holds, and its ends: `<pubDate>…`, `<link>…`, `</item>`.
static INSIDE_AN_ELEMENT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^<(?:/|[?!]|(?:rss|feed|channel|link|guid|id|pubdate|lastbuilddate|date|updated|published|author|category|language|generator|description|summary|content|nav|ul|ol|img|script|style|meta|head|body|html)\b)",
    )
});
/// Words that head several offers and say nothing else: `Nos offres d'emploi`, `Les annonces du mois`.
static ONLY_OFFERS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:\d{1,3} |les |nos |toutes (?:les|nos) |liste des |dernieres |nouvelles )*(?:offres|annonces|postes|opportunites)(?: (?:d'emplois?|d'alternance|de stages?|de postes?|et|stages?|emplois?|en cours|disponibles|a pourvoir|ouverte?s|vacante?s|du (?:mois|moment|jour|reseau|territoire)|de la semaine|d'apprentissage|de (?:l'|la |notre )[a-z]+))*\W*$",
    )
});
/// What a portal or a network writes around each offer: `Super recruteur`, `Nouveau`, `3 commentaires`.
pub(super) fn is_badge(folded: &str) -> bool {
    static BADGE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*(?:nouveau(?:te)?|nouvelle offre|urgent|exclusif|sponsorise|super recruteur|top recruteur|annonce|a la une|deja vue?|vue?|offre (?:partenaire|premium|urgente|vue)|candidature (?:simplifiee|facile|rapide)|recrute (?:activement|en urgence)|(?:voir|afficher) (?:plus|la suite|les commentaires)|\d{1,4} (?:commentaires?|j'aime|partages?|reponses?|vues?|reactions?|membres))\W*$",
        )
    });
    folded.len() <= 30 && BADGE.is_match(folded)
}

/// What a newsletter holds besides offers: `L'agenda`, `Nos prochains rendez-vous`, `À lire`, `Appels à projets`.
static RUBRIC: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:\d{1,2} ?[.)/-] ?)?(?:l'|le |la |les |nos |notre )?(?:prochaine?s? )?(?:agendas?|a vos agendas|le chiffre d[eu] .{3,20}|chiffre d[eu] .{3,20}|ca s'est passe.{0,20}|zoom sur .{3,30}|portraits?(?: d[e'u] ?.{3,25})?|en bref|en images|idees? (?:lecture|sortie)s?|coin d[eu]s? .{3,30}|edito(?:rial)?|evenements?|actualites?|actus?|breves?|rendez-vous|dates a retenir|ressources|a lire|a voir|a noter|appels? a projets?|mot d[eu] .{3,30}|vie du reseau|vie associative|infos? (?:pratiques?|diverses)|nos partenaires|partenaires|formations|publications|syntheses?(?: des .{3,30})?|statistiques(?: .{3,30})?|conclusion|bilan|methodologie|liens utiles|contacts utiles|conseils(?: .{3,30})?|petites nouvelles|carnet|divers|demandes(?: d'emplois?)?)\W*$",
    )
});

/// Whether a folded line heads what is no offer in a newsletter.
pub(super) fn is_rubric(folded: &str) -> bool {
    folded.len() <= 40 && (RUBRIC.is_match(folded) || lists_readings(folded))
}

/// Whether a folded line heads articles of the page's site: `À lire aussi`, `Sur le même sujet`.
pub(super) fn lists_readings(folded: &str) -> bool {
    static READINGS: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*(?:a (?:lire|ecouter|decouvrir) (?:aussi|egalement|sur .{3,25})|(?:a )?(?:lire|consulter) (?:aussi|egalement)|(?:les |nos |autres )?(?:articles?|actualites|contenus|pages) (?:similaires|lie?e?s|recents|recentes|associee?s)|sur le meme (?:sujet|theme)|(?:les |nos )?(?:derniers articles|dernieres actualites|autres (?:articles|actualites)))\W*$",
        )
    });
    folded.len() <= 40 && READINGS.is_match(folded)
}

/// Whether a folded line answers an offer, or tells how a forum works: `Toujours d'actualité ?`, `Rappel des règles`.
pub(super) fn answers(folded: &str) -> bool {
    static ANSWERS: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"\b(?:est-ce|y a-t-il|c'est (?:paye|coupe|possible|encore|toujours|en|un|pour)|toujours (?:dispo|d'actualite|valable|libre)|encore (?:dispo|d'actualite|valable)|(?:serait|est)-(?:ce|il) possible|des nouvelles|quelqu'un (?:sait|connait|a))\b.{0,80}\?|\bje suis (?:en|etudiante?|dispo|interessee?|au chomage)\b|\b(?:dispo|interessee?) ?!|^\W*(?:merci|up|bonne chance|c'est pourvu|poste pourvu|desolee?)\b.{0,40}$|^rappel des? regles|\bune annonce = un message|a (?:cree|quitte|rejoint) le groupe|chiffres de bout en bout|\b(?:je|jh|jf|jeune (?:homme|femme|fille)) .{0,60}\bcherche (?:un |une |des )?(?:place|emploi|poste|travail|stage|alternance|garde|logement|coloc|heures|menage)",
        )
    });
    ANSWERS.is_match(folded)
}

/// Whether a row of data holds the labels of the columns below.
pub(super) fn is_head_of_table(line: &RawLine<'_>, cells: usize, folded: &str) -> bool {
    if cells < 3 || folded.chars().any(|c| c.is_ascii_digit() || c == '@') {
        return false;
    }
    let cells = line.source.split([';', '\t', '|', '·']).map(str::trim);
    let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let known = cells.iter().filter(|cell| is_known_label(cell) || is_identifier(cell)).count();
    known * 2 >= cells.len()
}

/// Whether a folded line tells a message's subject.
pub(super) fn is_subject(folded: &str) -> bool {
    static SUBJECT: LazyLock<Regex> = LazyLock::new(|| regex(r"^\W*(?:objet|subject) ?: ?\S"));
    SUBJECT.is_match(folded)
}

/// Whether a folded line opens a message.
pub(super) fn opens_a_message(folded: &str) -> bool {
    OPENS_A_MESSAGE.is_match(folded)
}

/// Whether a folded line tells when a message was sent.
pub(super) fn is_stamp(folded: &str) -> bool {
    folded.len() <= 200 && STAMPED.is_match(folded)
}

/// `14 mai 2026, 19:02`, `Posté le : 2 févr. 2026`, `Anne L. · 2 h`, `hier à 20:15`: when a message was sent.
static STAMPED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:poste le\b.{0,30}|.{0,30}(?:\d{1,2} [a-z]{3,9}\.? (?:\d{4}|a \d)|hier a \d|aujourd'hui a \d).{0,12}\d{1,2} ?[:h] ?\d{2}\W*|[^•]{2,40} • (?:\d{1,2} (?:h|min|j)|hier.{0,10})\W*)$",
    )
});

/// Whether a folded line speaks of the page and not of an offer: `Pour publier une offre`, `Vous êtes recruteur ?`.
pub(super) fn closes(folded: &str) -> bool {
    static CLOSES: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^\W*(?:pour (?:[a-z]+ )?(?:publier|diffuser|passer|paraitre|deposer|faire paraitre|ajouter) (?:une|votre|vos) (?:offre|annonce)|(?:ajouter|publier|deposer|proposer|diffuser|soumettre) une (?:offre|annonce)\W*$|(?:vous etes|tu es|etes-vous) (?:recruteur|employeur|adherent)|tarif des annonces|rappel ?:|a vendre\b|sponsorise|publicite\b|derniere mise a jour|fin d[eu] |sommaire\b)",
        )
    });
    CLOSES.is_match(folded) || ends_offer(folded)
}
