//! What each line tells of an offer, summed up so that any block of a file is judged in constant time.
//!
//! Over 400 lines: the words that tell stand beside the sums that they are counted in.

use super::head::{self, Form, regex};
use super::kin::{self, Columns, ruler_between};
use super::line::{self, OPENS_AN_ELEMENT};
use crate::gazetteer;
use crate::layout::{Mark, RawLine, heading_kind};
use crate::lexicon::{announces_other_offers, ends_offer, is_menu};
use crate::offer::SectionKind;
use crate::text::{fold, plain};
use regex::{Regex, RegexSet};
use std::collections::{BTreeSet, HashMap};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// Kinds of fact that an offer states about itself; a section of an offer states one or two of them.
static FACTS: LazyLock<RegexSet> = LazyLock::new(|| {
    let patterns = [
        // A contract.
        r"\b(?:stages?|stagiaires?|cdi|cdd|alternan(?:ce|te?)|apprenti(?:e|s|ssage)?|service civique|volontaires?|volontariat|vie|vsi|interim|vacations?|vacataires?|contrats?|contractuel(?:le)?s?|titulaires?|saisonnier|emploi|these|doctorat|post-?doctorat|benevolat|temps (?:plein|partiel|complet|non complet))\b",
        // A length or a time.
        r"\b(?:\d{1,2}|un|deux|trois|quatre|cinq|six|huit|neuf|dix|douze) (?:mois|semaines|ans?)\b|\ba partir d|\bdes que possible|\bde suite\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b|\brentree\b|\bprise de (?:poste|fonction)",
        // Pay.
        r"€|\beuros?\b|\bsmic\b|\bgratification|\bremuneration|\bsalaire|\bindemni",
        // A way to apply.
        r"@|\bat\]|\(at\)|\bcandidat|\bcv\b|\bpostule|\blettre de motivation|\b0\d(?:[ .]?\d\d){4}\b|https?:|\bcontact\b",
        // A place.
        r"\b\d{2} ?\d{3}\b|\blieux? ?:|\blocalisation\b|\bou ?:|\bville\b|\((?:\d{2,3}|2[ab])\)|📍",
        // Tasks, or who is sought.
        r"\bmissions?\b|\bprofil\b|\btaches?\b|\bcompetences?\b|\bvous [a-z]+ez\b|\bdiplome|\bniveau\b|\bbac ?\+|\bmaster\b|\blicence\b|\bpermis\b|\bexperience\b|\bformation\b|\bcap\b|\bbts\b|\bdebutant",
    ];
    RegexSet::new(patterns.map(plain)).expect("the patterns of facts are regular expressions")
});

/// What an offer tells once, under a label or a heading of its own: a second one belongs to a second offer.
static ONCE: LazyLock<RegexSet> = LazyLock::new(|| {
    let patterns = [
        r"^\W*(?:lieux?|localisation|ville|commune|site)\b[^:]{0,20}(?::|$)",
        r"^\W*(?:duree|type de contrat|contrat|statut)\b[^:]{0,20}(?::|$)",
        r"^\W*(?:salaire|remuneration|gratification|indemnites?)\b[^:]{0,20}(?::|$)",
        r"^\W*(?:date limite|cloture|debut|date de debut|prise de poste)\b[^:]{0,20}(?::|$)",
        r"^\W*ref(?:erence)?s?\b",
        r"^\W*(?:(?:vos |les |tes )?missions?|descriptif|description|travail demande)\b[^:]{0,20}(?::|$)",
        r"^\W*(?:(?:votre |ton )?profil|exigences|niveau|diplome)\b[^:]{0,20}(?::|$)",
        r"\bcandidatures? |^\W*candidat|\bcv\b|\bpostuler\b|\w@\w",
        r"^\W*(?:publiee?|postee?|actualisee?|mise? en ligne) (?:le|il y a|aujourd|hier)\b",
    ];
    RegexSet::new(patterns.map(plain)).expect("the patterns of labels are regular expressions")
});
const LABELS: usize = 9;

/// How many kinds of fact there are; the last is a head that names a post.
const KINDS: usize = 7;
const CONTRACT: usize = 0;
const APPLY: usize = 3;
const PLACE: usize = 4;
const POST: usize = 6;

/// What may open an offer: a title that names a post, a count, a message's header, a ruler above; and words around it.
const OPENINGS: usize = 5;
/// The place of the last of them.
pub(super) const AROUND: usize = 4;

/// A line as the search for heads sees it.
pub(super) struct Seen {
    /// Its words folded, mark left out.
    pub(super) folded: String,
    /// Whether a blank line, a ruler or the page's own words stand before it, or nothing.
    pub(super) apart: bool,
    /// Whether it reads like a title: short, no sentence, no label, no section's heading.
    pub(super) is_title: bool,
    /// Whether it names a post or a kind of contract.
    pub(super) names_post: bool,
    /// Whether it opens one of several: counted, or with what a reader sorts by.
    pub(super) is_counted: bool,
    /// Whether it belongs to the page around the offers.
    pub(super) is_page: bool,
    /// Whether it heads a section of an offer.
    pub(super) is_section: bool,
    /// Whether it belongs to the page or the message around an offer.
    pub(super) is_around: bool,
    /// What parts its cells, if it is a row of data.
    pub(super) columns: Option<Columns>,
    /// How sure its form alone is that it opens an offer.
    pub(super) form: Form,
    /// How many cells it has, if it is a row of data; else 0.
    pub(super) cells: usize,
    /// Whether it holds the labels of the columns below.
    pub(super) is_header: bool,
    /// Whether it is a row below such a header, with as many cells.
    pub(super) is_record: bool,
    /// Whether it opens a message, or a record of a feed.
    pub(super) is_message: bool,
    pub(super) opens_element: bool,
    /// Whether it tells when a message was sent.
    pub(super) is_stamp: bool,
    /// Whether it heads what is no offer.
    pub(super) is_rubric: bool,
}

/// The lines of a file and what they tell.
pub(super) struct Facts {
    pub(super) seen: Vec<Seen>,
    /// Before each line, and at the end: how many lines of the file told each fact.
    sums: Vec<[u32; KINDS]>,
    /// Before each line, and at the end: how many lines told what an offer tells once.
    labels: Vec<[u32; LABELS]>,
    /// Before each line, and at the end: how many lines looked like the first of an offer, by what made them so.
    openings: Vec<[u32; OPENINGS]>,
    /// Before each line, and at the end: how many lines answered an offer.
    answers: Vec<u32>,
    /// Before each line, and at the end: characters of the file so far.
    lengths: Vec<usize>,
    /// Whether its first lines speak of several offers, and so may say once what each would say.
    pub(super) is_listing: bool,
    /// Whether most of its long lines tell as much as an offer does: its offers may take a line each.
    pub(super) has_whole_lines: bool,
    /// Whether nearly every title of a post stands below another title: the recruiter's name, or a place.
    pub(super) posts_have_titles: bool,
    /// Whether a form asks for each fact in a question of its own.
    pub(super) asks: bool,
    /// Folded lines written more than once.
    repeated: BTreeSet<String>,
    /// For each line, the first and the last title or post of the same words, figures and signs left out.
    said: Vec<(usize, usize)>,
    /// The words of each line, as numbers; small ones left out.
    words: Vec<Vec<u32>>,
}

/// What a block of lines tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// Kinds of fact, the post named by the head among them.
    pub(super) kinds: usize,
    /// Whether it tells a contract or how to apply: what an offer says once, and a section of an offer not at all.
    pub(super) is_offered: bool,
    /// Whether there are words enough under the head.
    pub(super) has_body: bool,
}

impl Facts {
    /// `rulers` are numbers of lines.
    pub(super) fn of(lines: &[RawLine<'_>], rulers: &[u32]) -> Self {
        let mut seen: Vec<Seen> = Vec::with_capacity(lines.len());
        let (mut sums, mut lengths) = (vec![[0; KINDS]], vec![0]);
        let mut labels = vec![[0; LABELS]];
        let mut openings = vec![[0; OPENINGS]];
        let mut answers = vec![0];
        // The columns of the table that goes on.
        let mut table = None;
        let menu = line::menu(lines);
        // A button that stands below each offer of a page heads no cards.
        let mut again: HashMap<String, usize> = HashMap::new();
        for line in lines.iter().filter(|line| line.length() <= LONGEST_BUTTON) {
            let folded = fold(line.words());
            if announces_other_offers(&folded) {
                *again.entry(folded).or_default() += 1;
            }
        }
        let is_button = |folded: &str| again.get(folded).is_some_and(|&count| count >= BUTTONS);
        // Lines still to come that may be cards of other offers.
        let mut cards = 0;
        for (at, line) in lines.iter().enumerate() {
            let folded = fold(line.words());
            let after_page = seen.last().is_some_and(|before| before.is_page);
            let mut look = look(line, folded, at == 0 || line.blank_before || after_page, at == 0);
            // What stands under a section's heading belongs to the section; what goes on below is a paragraph.
            // « Salaire : 1 900 € », « Lieu de travailSète (34200) », « Mission de trois mois. » have said all that they
            // head.
            let in_section = seen.last().is_some_and(|before| {
                let figures = before.folded.trim_start_matches(|c: char| !c.is_alphabetic());
                let says_all = figures.contains(|c: char| c.is_ascii_digit())
                    || before
                        .folded
                        .split_once(':')
                        .is_some_and(|(_, value)| value.contains(char::is_alphanumeric));
                before.is_section && !before.is_page && !says_all && !before.folded.ends_with('.')
            });
            let goes_on = lines.get(at + 1).is_some_and(|next| {
                let small = || next.words().starts_with(char::is_lowercase);
                let as_wide = || next.length() <= line.length() + 15 && head::seeks(&look.folded);
                (WRAPPED..=LONGEST_TITLE).contains(&line.length())
                    && !next.blank_before
                    && (small() || as_wide())
            });
            // A card below what looked like a heading: its post, and its place or its title said again.
            let is_card = in_section
                && line.blank_before
                && look.names_post
                && lines.get(at + 1).is_some_and(|next| {
                    let again = || fold(next.words()).starts_with(&look.folded);
                    !next.blank_before && (line::is_town(next.words()) || again())
                });
            let in_section = in_section && !is_card;
            look.is_title &= !in_section && !goes_on;
            // « Comptable, », then « en CDI »: the title goes on with its contract.
            let with_contract = look.names_post
                && look.folded.ends_with(',')
                && lines
                    .get(at + 1)
                    .is_some_and(|next| !next.blank_before && is_contract(&fold(next.words())));
            look.is_title |= with_contract && !in_section && look.apart;
            // « CV à a@b.fr », then « Objet : … »: how the reader's own message is to be headed.
            if look.is_message && at > 0 && line::is_subject(&look.folded) {
                let above = &seen[at - 1];
                if !line.blank_before && !above.is_around && above.folded.contains('@') {
                    (look.is_message, look.is_around) = (false, false);
                }
            }
            // « LA VILLE / RECRUTE / Un jardinier »: the call may take its own lines.
            if look.apart && !goes_on && !look.is_rubric && line.length() <= LONGEST_TITLE {
                let opens =
                    line.words().starts_with(char::is_uppercase) && !look.folded.ends_with('.');
                let call = lines[at..].iter().take(3).enumerate().take_while(|&(below, next)| {
                    below == 0 || !next.blank_before && next.length() <= 80
                });
                let mut said = String::new();
                let mut sought = call.map(|(_, line)| {
                    if !said.is_empty() {
                        said.push(' ');
                    }
                    said += &fold(line.words());
                    head::seeks(&said)
                });
                if opens && sought.any(|sought| sought) {
                    (look.names_post, look.is_section) = (true, false);
                    look.is_title |= !in_section && !look.is_page;
                }
            }
            if menu.contains(&at) {
                (look.is_page, look.is_around, look.is_title) = (true, true, false);
            }
            // « Service civique », then « 28 h par semaine »: a kind of contract heads its own offer.
            let heads_its_own = look.apart
                && !in_section
                && look.is_title
                && SINGLE.contains(&&*look.folded)
                && lines.get(at + 1).is_some_and(|next| {
                    let words = fold(next.words());
                    !next.blank_before
                        && next.length() >= 20
                        && words.contains(|c: char| c.is_ascii_digit())
                        && !head::names_post(&words)
                });
            look.names_post |= heads_its_own;
            let row = look.columns.filter(|_| look.cells > 0);
            if look.is_header || table != row {
                table = row.filter(|_| look.is_header);
            }
            look.is_record = table.is_some() && !look.is_header;
            let told = |sum: &[u32; KINDS]| sum.iter().filter(|&&count| count > 0).count();
            let above = || sums.last().is_some_and(|sum| told(sum) >= OFFERED);
            if announces_other_offers(&look.folded) && above() && !is_button(&look.folded) {
                cards = CARDS;
            } else if line::lists_readings(&look.folded) {
                // What there is to read besides stands in the paragraph below.
                let below = lines[at + 1..].iter().enumerate();
                cards = below.take_while(|(below, line)| *below == 0 || !line.blank_before).count();
            } else if look.is_page || cards == 0 {
                cards = 0;
            } else {
                cards -= 1;
                (look.is_title, look.is_page) = (false, true);
            }
            let mut sum = *sums.last().unwrap_or(&[0; KINDS]);
            for kind in &FACTS.matches(&look.folded) {
                sum[kind] += 1;
            }
            if sum[PLACE] == sums[at][PLACE] && names_town(line.words()) {
                sum[PLACE] += 1;
            }
            sum[POST] += u32::from(look.names_post);
            sums.push(sum);
            let mut label = *labels.last().unwrap_or(&[0; LABELS]);
            if look.folded.len() <= 400 {
                for kind in &ONCE.matches(&look.folded) {
                    label[kind] += 1;
                }
            }
            labels.push(label);
            let answer = look.folded.len() <= 400 && line::answers(&look.folded);
            answers.push(answers[at] + u32::from(answer));
            let below_ruler = at > 0 && ruler_between(rulers, lines[at - 1].number, line.number);
            let opens = [
                look.is_title && look.apart && look.names_post,
                look.is_counted,
                look.is_message,
                below_ruler,
                look.is_around,
            ];
            let mut opening = *openings.last().unwrap_or(&[0; OPENINGS]);
            for (count, opens) in opening.iter_mut().zip(opens) {
                *count += u32::from(opens);
            }
            openings.push(opening);
            lengths.push(lengths[at] + line.length());
            seen.push(look);
        }
        let (mut once, mut repeated) = (BTreeSet::new(), BTreeSet::new());
        for line in &seen {
            if line.folded.len() <= LONGEST_TITLE && !once.insert(line.folded.as_str()) {
                repeated.insert(line.folded.clone());
            }
        }
        let posts = (1..seen.len()).filter(|&at| seen[at].names_post && seen[at].is_title);
        let posts: Vec<usize> = posts.collect();
        let titled = posts.iter().filter(|&&at| {
            let above = &seen[at - 1];
            above.is_title && above.apart && !above.names_post
        });
        let posts_have_titles = posts.len() >= 2 && titled.count() * 4 >= posts.len() * 3;
        // « Combien d'heures ? », and the answer right below.
        let asked = seen.windows(2).filter(|pair| {
            pair[0].apart
                && pair[0].folded.ends_with('?')
                && pair[0].folded.len() <= LONGEST_TITLE
                && !pair[1].apart
        });
        let asks = asked.count() >= QUESTIONS;
        let is_listing = seen.iter().take(5).any(|seen| speaks_of_offers(&seen.folded));
        let mut facts = Self {
            words: numbered_words(&seen),
            said: said(&seen),
            seen,
            sums,
            labels,
            openings,
            answers,
            lengths,
            is_listing,
            has_whole_lines: false,
            posts_have_titles,
            asks,
            repeated,
        };
        let long = (0..lines.len()).filter(|&at| lines[at].length() >= WHOLE);
        let (whole, less): (Vec<usize>, Vec<usize>) =
            long.partition(|&at| facts.told(at, at + 1).kinds >= 3);
        facts.has_whole_lines = whole.len() >= 2 && whole.len() >= less.len();
        facts
    }

    /// Where a page's only offer may begin, if the page's own words open the file: below its last menu, path or request
    /// about cookies, and no lower than the first title of a post. The site's names may stand among them.
    pub(super) fn below_masthead(&self) -> Option<RangeInclusive<usize>> {
        /// Lines above the title at most.
        const REACH: usize = 12;
        /// Lines above its path at most.
        const MENU: usize = 60;
        let path_ends_with = |at: usize| {
            let title = self.seen[at].folded.as_str();
            self.seen[at].apart
                && self.seen[at].is_title
                && self.seen[..at].iter().any(|above| {
                    above.is_around
                        && above.folded.len() > title.len()
                        && above.folded.ends_with(title)
                })
        };
        let is_post = |at: usize| {
            let seen = &self.seen[at];
            let below_rubric =
                || self.seen[at - 1].is_section && !seen.folded.ends_with(['.', ':']);
            seen.names_post && (seen.is_title || at > 0 && below_rubric()) && !seen.is_around
        };
        let is_name = |seen: &Seen| {
            seen.folded.len() <= 90 && !seen.folded.ends_with(['.', ':', ',']) && !seen.is_message
        };
        // A menu with an entry a line may stand above the path.
        let far = self.seen.len().min(MENU);
        let trail = self.seen[..far].iter().position(|seen| line::is_trail(&seen.folded));
        // Nothing above a path is the offer, however the site is called; nor are words that only fill the page.
        let below_trail = trail.filter(|&trail| {
            self.seen[..trail]
                .iter()
                .all(|seen| seen.is_around && !seen.is_message || is_name(seen))
        });
        let first = below_trail.map_or(1, |trail| trail + 1);
        let reach = self.seen.len().min(REACH.max(first + REACH / 2));
        let titled = |at: usize| is_post(at) || path_ends_with(at);
        let title = (first..reach).find(|&at| titled(at)).or_else(|| {
            let below = below_trail? + 1;
            self.seen
                .get(below)
                .is_some_and(|seen| seen.is_title && !seen.is_around)
                .then_some(below)
        })?;
        let is_name = |seen: &Seen| is_name(seen) && !seen.names_post;
        let above = &self.seen[first.min(title)..title];
        let all = above.iter().all(|seen| seen.is_around && !seen.is_message || is_name(seen));
        let above = &self.seen[..title];
        let last = above.iter().rposition(|seen| seen.is_around)?;
        let paragraph =
            above.iter().rposition(|seen| seen.apart).filter(|_| !self.seen[title].apart);
        let first = paragraph.unwrap_or(0).max(last + 1);
        all.then_some(first..=title)
    }

    /// Whether the lines above one tell as much as an offer: what announces others below stands at an offer's end.
    pub(super) fn tells_an_offer_above(&self, at: usize) -> bool {
        self.sums[at].iter().filter(|&&count| count > 0).count() >= OFFERED
    }

    /// Whether the line is written again: the header of a page, not an offer's head, unless it names a post.
    pub(super) fn comes_back(&self, at: usize) -> bool {
        let seen = &self.seen[at];
        !seen.names_post && self.repeated.contains(&seen.folded)
    }

    /// Whether one above said this share of a line's words.
    pub(super) fn says_again(&self, above: usize, at: usize, share: f32) -> bool {
        let (title, below) = (&self.words[above], &self.words[at]);
        let again = below.iter().filter(|word| title.contains(word)).count();
        !below.is_empty() && again as f32 >= share * below.len() as f32
    }

    /// The first and the last line of the same words, figures and signs left out.
    pub(super) fn said(&self, at: usize) -> (usize, usize) {
        self.said[at]
    }

    /// How often the lines from `head` to `end` tell again what an offer tells once.
    pub(super) fn told_again(&self, head: usize, end: usize) -> u32 {
        let again = |kind: usize| self.labels[end][kind] - self.labels[head][kind];
        (0..LABELS).map(|kind| again(kind).saturating_sub(1)).sum()
    }

    /// How many things that an offer tells once are told both from `head` to `at` and from there to `end`.
    pub(super) fn told_in_both(&self, head: usize, at: usize, end: usize) -> usize {
        let tells =
            |from: usize, to: usize, kind: usize| self.labels[to][kind] > self.labels[from][kind];
        (0..LABELS).filter(|&kind| tells(head, at, kind) && tells(at, end, kind)).count()
    }

    /// How many lines from `head` to `end` look like the first of an offer: titles that name a post, counted ones,
    /// headers of messages, lines below a ruler.
    pub(super) fn openings(&self, head: usize, end: usize) -> [u32; OPENINGS] {
        let (head, end) = (head.min(end), end);
        std::array::from_fn(|what| self.openings[end][what] - self.openings[head][what])
    }

    /// Whether the first lines of a block answer an offer.
    pub(super) fn answers(&self, head: usize, end: usize) -> bool {
        self.answers[end.min(head + 3)] > self.answers[head]
    }

    /// Whether a line tells how to apply.
    pub(super) fn tells_how_to_apply(&self, at: usize) -> bool {
        self.sums[at + 1][APPLY] > self.sums[at][APPLY]
    }

    /// How many lines from `head` to `end` name a post, and how many tell how to apply.
    pub(super) fn posts_and_ways(&self, head: usize, end: usize) -> (u32, u32) {
        let told = |kind: usize| self.sums[end][kind] - self.sums[head][kind];
        (told(POST), told(APPLY))
    }

    /// What the lines from `head` to `end` tell.
    pub(super) fn told(&self, head: usize, end: usize) -> Told {
        let told = |kind: usize| self.sums[end][kind] > self.sums[head][kind];
        let kinds = (0..POST).filter(|&kind| told(kind)).count();
        let named = (head..end.min(head + 3)).any(|at| self.seen[at].names_post)
            || self.seen.get(head).is_some_and(|seen| seen.is_counted);
        Told {
            kinds: kinds + usize::from(named),
            is_offered: told(CONTRACT) || told(APPLY),
            has_body: end >= head + 4
                || end >= head + 3 && self.lengths[end] - self.lengths[head] >= 70
                || self.lengths[end] - self.lengths[head] >= 110
                || self.seen.get(head).is_some_and(|seen| seen.cells >= 4),
        }
    }
}

/// `Sujet 2`, `Poste n° 1 :`, `1ère annonce`, `Message: 3`, `Avis AV-2026-101`, `Réf. 26-011`: one of several.
static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:[a-z0-9]\) )?(?:(?:offre|annonce|poste|sujet|mission|fiche|stage|profil|message|avis|ref(?:erence)?|emploi|these|numero)\b[ .:]*(?:n ?[°o]\.? ?|# ?)?[a-z-]{0,6}\d|(?:offre|annonce|poste|sujet|stage|projet|these)s? (?:n ?[°o]\.? ?)?[a-h] ?[.:)-]|\d{1,2} ?(?:ere?|e|eme|nde?) (?:offre|annonce|poste|sujet|stage))",
    )
});
/// `[STAGE] …`, `44 – Nantes …`, `13/84 – …`: what a reader sorts by stands first.
static TAGGED: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^\W{0,3}(?:\[[a-z /-]{2,25}\] ?\S|(?:\d{2}|2[ab])(?:/\d{2})* ?[-:] \D)")
});

/// Whether a folded line speaks of several offers: `Nos offres du mois`, `Sujets de stage proposés pour 2026`.
pub(super) fn speaks_of_offers(folded: &str) -> bool {
    static OFFERS: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?:^|[^a-z0-9/@.-])(?:offres|annonces)\b(?:[^@]|$)|\b(?:recherchons|recrutons|cherchons) ?:$|\b(?:recherch|recrut|cherch)\w* (?:deux|trois|quatre|cinq|six|plusieurs|\d{1,2}) (?:personnes|postes|profils|collaborat)|\b(?:sujets|bons plans|vacances de postes?|postes (?:ouverts|a pourvoir|vacants|proposes)|(?:les|nos|tous les|toutes les) (?:postes|stages|missions)|la ville recrute|(?:actualites?|actus?|infos?|bourse|page|espace|rubrique) (?:de l'|des )?emplois?|emplois? (?:et|/|&) stages?|stages? (?:et|/|&) emplois?)\b|^\W*(?:nous rejoindre|nos recrutements|recrutements en cours|carrieres|(?:venir )?(?:travailler|travaillez) (?:chez|avec|au|a la|a l'|aux|dans)[a-z' -]{3,40})\W*$|\bguide d(?:es|u|e l') ?(?:emplois?|jobs?|stages?|saisonnier|metiers|recrutement)|^\W*(?:les )?(?:emplois|jobs) (?:saisonniers|d'ete|d'hiver|etudiants)|\brecrutent\b|\brecrute (?:des|plusieurs|ses) (?:[a-z]+ )?(?:volontaires|stagiaires|saisonniers|apprentis|alternants|collaborateurs|salaries)\b|\bappel a (?:stagiaires|volontaires|candidatures pour (?:des|plusieurs|\d))\b",
        )
    });
    folded.len() <= 200 && OFFERS.is_match(folded)
}

/// Whether a folded line tells a contract alone: `en CDI - 12/03/2024`, `Stage de 6 mois`.
fn is_contract(folded: &str) -> bool {
    static CONTRACT: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^(?:en |un )?(?:cdi|cdd|stage|alternance|apprentissage|interim|contrat [a-z' ]{3,30})\b.{0,40}$",
        )
    });
    CONTRACT.is_match(folded)
}

/// Whether a piece of a short line is a town's name: `SARL Le Gall, Plabennec`, `CDI · Le Mans · Temps plein`.
fn names_town(words: &str) -> bool {
    const LONGEST: usize = 160;
    words.len() <= LONGEST
        && words
            .split([',', '·', '•', '|', '(', ')', '–', '—', '.'])
            .flat_map(|piece| piece.split(" - "))
            .map(str::trim)
            .any(|piece| {
                piece.len() >= 4
                    && piece.starts_with(char::is_uppercase)
                    && !gazetteer::communes(piece).is_empty()
            })
}

/// Kinds of contract that head one offer; what sorts several is said in the plural.
const SINGLE: [&str; 7] = [
    "service civique",
    "stage",
    "alternance",
    "apprentissage",
    "volontariat",
    "mission de service civique",
    "contrat d'apprentissage",
];
/// How often a button is said that stands below each offer, at least, and its characters at most.
const BUTTONS: usize = 3;
const LONGEST_BUTTON: usize = 60;
/// Questions of a form, at least.
const QUESTIONS: usize = 5;
/// Kinds of fact above an announcement of other offers, at least: on a page that only lists them it heads them all.
const OFFERED: usize = 4;
/// Lines that cards of other offers take at most, where the page's own words do not end them before.
const CARDS: usize = 30;
/// An offer of one line has this many characters at least.
pub(super) const WHOLE: usize = 70;
/// Lines from this many characters on may have been broken by a machine.
const WRAPPED: usize = 75;
/// Longest title, in characters.
const LONGEST_TITLE: usize = 140;

/// The first words of each line, the same number for the same word.
fn numbered_words(seen: &[Seen]) -> Vec<Vec<u32>> {
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut number = |word| {
        let next = numbers.len() as u32;
        *numbers.entry(word).or_insert(next)
    };
    seen.iter()
        .map(|line| {
            let words = line.folded.split(|c: char| !c.is_alphanumeric());
            words.filter(|word| word.len() > 2).take(40).map(&mut number).collect()
        })
        .collect()
}

/// For each line, the first and the last title or post of the same letters; itself where there is none.
fn said(seen: &[Seen]) -> Vec<(usize, usize)> {
    let letters = |line: &Seen, most: usize| -> String {
        let letters = line.folded.chars().filter(|c| c.is_alphabetic());
        letters.take(most).collect()
    };
    let mut said: HashMap<String, (usize, usize)> = HashMap::new();
    for (at, line) in seen.iter().enumerate().filter(|(_, line)| line.is_title || line.names_post) {
        said.entry(letters(line, usize::MAX)).or_insert((at, at)).1 = at;
    }
    let longest = said.keys().map(String::len).max().unwrap_or(0);
    // One letter more than any of them has: it is none.
    let known = |line| said.get(&letters(line, longest + 1)).copied();
    seen.iter().enumerate().map(|(at, line)| known(line).unwrap_or((at, at))).collect()
}

/// Signs between the cells of a row.
const ROW: [char; 4] = [';', '\t', '|', '·'];

/// `58 - PLANCHEZ`, `2A – Ajaccio`: portals write the number of the département before the town.
fn is_department_and_town(words: &str) -> bool {
    let Some((number, town)) = words.split_once([' ', '\u{A0}']) else { return false };
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let numbered =
        matches!(number, "2A" | "2B") || digits == number.len() && matches!(digits, 2 | 3);
    let town = town.trim_start_matches([' ', '-', '–', '—']);
    // A link to a map may stand behind; a post may not.
    let town = town.split(" - Localiser").next().unwrap_or(town).trim();
    numbered && kin::is_place(town)
}

/// `… (02)`, `… (34200)`
static ENDS_WITH_CODE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"[a-z] ?\((?:\d{2}|2[ab]|97\d|\d{5})\)$"));

fn look(line: &RawLine<'_>, folded: String, apart: bool, first: bool) -> Seen {
    let length = line.length();
    let short = length <= LONGEST_TITLE;
    let columns = Columns::of(line.source.trim_start());
    let cells = columns
        .map_or(0, |_| line.source.split(ROW).filter(|cell| !cell.trim().is_empty()).count());
    let in_a_cell =
        || cells >= 3 && line.source.split(ROW).any(|cell| head::names_post(&fold(cell.trim())));
    // « Mâcon (71) » folds to a trade.
    let is_coded_place =
        || line.words().ends_with(')') && length <= 40 && kin::is_place(line.words());
    let names_post =
        short && head::names_post(&folded) && !line::is_category(&folded) && !is_coded_place()
            || in_a_cell();
    let is_page =
        short && (is_menu(&folded) || ends_offer(&folded) || !first && line::is_badge(&folded));
    let bare = line.words().trim_end_matches([' ', ':', '\u{A0}', '?']);
    let kind = heading_kind(bare)
        .filter(|_| short && !names_post && !first && bare.split_whitespace().count() <= 6);
    // « MISSION LOCALE DE TERGNIER (02) » heads no section.
    let is_section = kind.is_some_and(|kind| kind != SectionKind::Apply || !folded.contains('@'))
        && !ENDS_WITH_CODE.is_match(&folded);
    let label = folded.split_once(':').is_some_and(|(label, _)| label.split(' ').count() <= 4);
    let is_title = short
        && length >= 4
        && !matches!(line.mark, Mark::Bullet(_))
        && !is_page
        && !is_section
        && !folded.ends_with([';', ',', ':'])
        && (!folded.ends_with('.') || names_post && folded.matches(" - ").count() >= 2)
        && !folded.split(' ').any(|word| word.len() > 1 && word.contains('@'))
        && !folded.contains("http")
        && (names_post || !label)
        && !line.words().starts_with(char::is_lowercase);
    let opening = fold(&line.source.trim().chars().take(60).collect::<String>());
    let is_counted = (COUNTED.is_match(&opening) || TAGGED.is_match(&opening))
        && !is_department_and_town(line.words());
    let is_message = !matches!(line.mark, Mark::Bullet(_)) && line::opens_a_message(&folded);
    let is_around = is_page
        || short && (is_message || line::is_around(&folded))
        || line::asks_for_cookies(&folded);
    let is_header = line::is_head_of_table(line, cells, &folded);
    let opens_element = short && OPENS_AN_ELEMENT.is_match(&folded);
    let is_stamp = line::is_stamp(&folded);
    let is_rubric = line::is_rubric(&folded);
    Seen {
        form: head::form(line, &folded),
        columns,
        folded,
        apart,
        is_title,
        names_post,
        is_counted,
        is_page,
        is_section,
        is_around,
        cells,
        is_header,
        is_record: false,
        is_message,
        opens_element,
        is_stamp,
        is_rubric,
    }
}
