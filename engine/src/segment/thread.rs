//! Chats, forums and digests of mailing lists: each message offers a post, or it does not.
//!
//! The messages of a file are known by the line that tells who sent them and when. One that offers a post is an offer
//! from its first line on; questions, thanks and rules of the group are none, and end the offer above them.

use super::cut::Cut;
use super::facts::Facts;
use super::head::{names_post, regex};
use super::line;
use crate::layout::message::{self, Form};
use crate::layout::{Mark, RawLine};
use crate::lexicon::opens_with_post;
use regex::Regex;
use std::sync::LazyLock;

/// Lines that a message's head takes above its time, at most: the sender, the subject, how much they wrote.
const HEAD: usize = 3;
/// How far above a forum's first message its title may stand.
const TITLE: usize = 4;
/// A message of so many kinds of fact is an offer, however it begins: `Up !`.
const RICH: usize = 5;
/// A line of this many characters is no part of a quotation cut short.
const LONG: usize = 40;

/// A message: its first line, the line after the last one, and who sent it, as far as that is told.
struct Message {
    start: usize,
    /// Its first line that is not only sender and time.
    body: usize,
    end: usize,
    sender: String,
}

/// What tells the messages apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Sender and time: a message is one offer.
    Chat,
    /// `Message: 3`, and headers: what is offered begins anywhere below.
    Digest,
}

/// What stands below a sender, or a subject: `Posté le …`, `12 mai 2026, 08:11`, `par Ana » …`.
static BELOW_A_SENDER: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^\W*(?:par |poste|auteur|publie|le |\d|lun|mar|mer|jeu|ven|sam|dim|hier|aujourd)")
});
/// `Message: 3`
static NUMBERED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^\W*message ?:? ?(?:n ?[°o] ?)?\d{1,3}\W*$"));
/// A subject that was another's, a message's header that tells no subject.
static REPLY: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:re ?:|tr ?:|(?:sujet|objet|subject) ?: ?(?:\[[^\]]{1,40}\] ?)*re ?:|(?:de|from|a|to|cc|date|envoye) ?:)",
    )
});
/// How one replies to another.
static REPLIES: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:(?:oui|non|ouais|nan|ok|merci|bon courage|bonne (?:chance|recherche|saison)|felicitations|desolee?|yes|top|cool|super|trop|idem|pareil|haha|lol|mdr|bravo|dommage|et (?:pour|si)|pas (?:ici|de)|c'est|ils|elle|il|j'en|je (?:partage|te|vous|ne|suis))\b)",
    )
});
/// A header of an e-mail.
static MAIL: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^\W*(?:date|envoye(?: le)?|sent|de|from|le .{5,60} a ecrit) ?:"));
/// What only people who write to each other say.
static TALK: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\bforum\b|^\W*re ?: |^#|\bj'aime\b|\bgroupe\b|\bfil (?:unique|de discussion)\b|\ba ecrit ?:|\bsalon\b|chiffres de bout en bout|\brepondre\b",
    )
});
/// Someone is sought for a post, in a sentence.
static SOUGHT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:(?:re)?cherch|recrut|embauch|engag|accueill|propos|ouvr|pren[dn])(?:e|es|ons|ent|era|erons|d|dra)?\b(?P<what>.{0,80})",
    )
});
/// What a message is about, told first: « hello la promo, stage carto chez … », « ya une alternance à … ».
static TOLD_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:(?:hello|salut|coucou|bonjour|bonsoir|hey)[^,!:.]{0,30}[,!:.] ?)?(?:pour info,? )?(?:il )?(?:(?:ya|y a|voici|je relaie|je partage|je vous (?:relaie|partage|transmets)) )?(?:une? |deux |des |l'|cette |offre d(?:e |'))?(?P<what>\S.{0,40})",
    )
});
/// Whom or what one seeks then.
static SOMEONE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:stagiaires?|stages?|alternante?s?|alternant[.·(-]+e\W*s?|alternances?|apprentie?s?|apprenti[.·(-]+e|volontaires?|salariee?s?|salarie[.·(-]+e|quelqu'un|personnes?|monde|postes?|cdi|cdd|extras?|saisonniers?|services? civiques?|renforts?|remplacante?s?|collegues?|h ?/ ?f|f ?/ ?h)\b",
    )
});
/// What a forum says below its last message.
static FOOT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\W*(?:(?:vous devez|il faut) (?:etre )?(?:vous )?(?:connecte|inscri|identifie)|connectez-vous pour|(?:sujets?|discussions?|fils?) (?:similaires?|lies?|recents?)|retour (?:a|au|aux|vers) |qui est en ligne|page \d+ (?:sur|/) \d+)",
    )
});
/// « X a écrit : », and what is quoted.
static QUOTES: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\ba ecrit ?:|^>|\bwrote:|^\W*quote[=\]]|\[/quote\]"));

/// Sets the offers of a file of messages right: one at each message that offers a post, none elsewhere.
pub(super) fn settle(lines: &[RawLine<'_>], facts: &Facts, cut: &mut Cut) {
    let Some((kind, messages)) = messages(lines, facts) else { return };
    let offered: Vec<bool> =
        messages.iter().map(|message| offers(lines, facts, kind, message)).collect();
    if !offered.contains(&true) {
        return;
    }
    let mut heads = Vec::new();
    let first = messages[0].start;
    // Above a digest stand what it holds and how one leaves the list.
    let before = cut.heads.iter().copied().filter(|&head| head < first && kind == Kind::Chat);
    let before: Vec<usize> = before.collect();
    let titled = offered[0] && before.last().is_some_and(|&head| first - head <= TITLE);
    // What stands above the first message is its title, or an offer by itself.
    let whole = |head: usize| {
        let told = facts.told(head, first);
        told.kinds >= RICH && told.is_offered
    };
    heads.extend(before.into_iter().filter(|&head| titled || whole(head)));
    for (number, message) in messages.iter().enumerate() {
        let upto = |line: usize| cut.heads.partition_point(|&head| head < line);
        let inside = &cut.heads[upto(message.start)..upto(message.end)];
        if !offered[number] {
            let goes_on = number > 0
                && offered[number - 1]
                && messages[number - 1].sender == message.sender
                && !facts.answers(message.body, message.end);
            if !goes_on {
                cut.ends.push(message.start);
            }
            continue;
        }
        match (kind, inside.len()) {
            // What goes on with the first one's text opens no second one.
            (Kind::Digest, 1..) => {
                heads.push(inside[0]);
                heads.extend(inside[1..].iter().copied().filter(|&head| is_own(facts, head)));
            }
            (Kind::Chat, 2..) => heads.extend(inside),
            // « 1. … », « 2. … »: the first one begins with the message.
            (Kind::Chat, 1) if inside[0] > message.body + 1 && facts.seen[inside[0]].is_counted => {
                heads.extend([message.start, inside[0]]);
            }
            // The line that tells the time may stand above the first one.
            (Kind::Chat, 1) if inside[0] <= message.body => heads.extend(inside),
            _ if number == 0 && titled => {}
            _ => heads.push(message.start),
        }
    }
    heads.dedup();
    cut.heads = heads;
    cut.ends.sort_unstable();
}

/// Whether a line inside a message opens an offer of its own: a title of a post, or one of several that count.
fn is_own(facts: &Facts, head: usize) -> bool {
    let seen = &facts.seen[head];
    seen.apart && (seen.is_title && seen.names_post || seen.is_counted)
}

/// The messages of a file, if most of it is made of them.
fn messages(lines: &[RawLine<'_>], facts: &Facts) -> Option<(Kind, Vec<Message>)> {
    let folded = |at: usize| facts.seen[at].folded.as_str();
    let numbered: Vec<usize> =
        (0..lines.len()).filter(|&at| NUMBERED.is_match(folded(at))).collect();
    if numbered.len() >= 2 {
        let ends = numbered[1..].iter().copied().chain([lines.len()]);
        let of = |(&start, end): (&usize, usize)| {
            let is_header = |&at: &usize| lines[at].blank_before;
            let body = (start + 1..end).find(is_header).unwrap_or(start + 1);
            Message { start, body: body.min(end), end, sender: String::new() }
        };
        return Some((Kind::Digest, numbered.iter().zip(ends).map(of).collect()));
    }
    // Where each message begins, where its body does, and who sent it.
    let mut starts: Vec<(usize, usize, String)> = Vec::new();
    let mut told = 0;
    for at in 0..lines.len() {
        let words = folded(at);
        if MAIL.is_match(words) {
            continue;
        }
        // Whether the sender stands on a line of its own above the time, with the subject or how much they wrote.
        let (above, sender) = match message::sent(words) {
            Some(sent) => {
                told += 1;
                let above = match sent.form {
                    Form::Before => (sent.end == words.len()).then_some(false),
                    Form::Above => Some(BELOW_A_SENDER.is_match(words)),
                    Form::Time => Some(true),
                };
                (above, sent.who.to_owned())
            }
            None if facts.seen[at].is_stamp => (Some(true), String::new()),
            None => continue,
        };
        let least = starts.last().map_or(0, |&(_, body, _)| body);
        let mut start = at;
        while above == Some(true)
            && !lines[start].blank_before
            && start > least
            && at - start < HEAD
            && lines[start - 1].length() <= 100
            && !folded(start - 1).ends_with(['.', '!', '?', ',', ';'])
        {
            start -= 1;
        }
        let sender = if start < at { folded(start).to_owned() } else { sender };
        starts.push((start, if above.is_some() { at + 1 } else { at }, sender));
    }
    let talk = || (0..lines.len()).any(|at| TALK.is_match(folded(at)) || line::answers(folded(at)));
    let forum = || (0..lines.len().min(4)).any(|at| folded(at).contains("forum"));
    let few = starts.len() < 3 && !(starts.len() == 2 && forum());
    if few || told * 2 < starts.len() && !forum() || !talk() {
        return None;
    }
    let last = starts.last().map_or(0, |start| start.1);
    let foot = (last..lines.len()).find(|&at| FOOT.is_match(folded(at))).unwrap_or(lines.len());
    let ends: Vec<usize> = starts[1..].iter().map(|start| start.0).chain([foot]).collect();
    let of = |((start, body, sender), end): ((usize, usize, String), usize)| Message {
        start,
        body: body.min(end),
        end,
        sender,
    };
    Some((Kind::Chat, starts.into_iter().zip(ends).map(of).collect()))
}

/// The words of a line behind its sender and its time.
fn behind_sender(words: &str) -> &str {
    match message::sent(words) {
        Some(sent) if sent.form == Form::Before => &words[sent.end..],
        _ => words,
    }
}

/// Whether a message offers a post: it names or seeks one in words of its own, and tells as much as an offer does.
fn offers(lines: &[RawLine<'_>], facts: &Facts, kind: Kind, message: &Message) -> bool {
    let &Message { start, body, end, .. } = message;
    let told = facts.told(start, end);
    let replies = facts.seen.get(body).is_some_and(|first| {
        let words = first.folded.as_str();
        let calls_all = ["@here", "@everyone", "@channel", "@all", "@tous"];
        words.starts_with('@') && !calls_all.iter().any(|all| words.starts_with(all))
            || REPLIES.is_match(behind_sender(words))
    });
    let is_answer = (replies || facts.answers(body.min(end), end)) && told.kinds < RICH;
    if kind == Kind::Chat && (body >= end || is_answer || told.kinds < 3 || !told.is_offered) {
        return false;
    }
    // Under « X a écrit : » only long lines may be the sender's own.
    let is_quote = |at: usize| {
        QUOTES.is_match(&facts.seen[at].folded)
            || kind == Kind::Chat && lines[at].mark == Mark::Bullet('>')
    };
    let quotes = (body..end).any(is_quote);
    if kind == Kind::Chat && told.kinds >= RICH && !quotes {
        return true;
    }
    let own = (start..end)
        .filter(|&at| !quotes || at >= body && !is_quote(at) && lines[at].length() > LONG);
    own.into_iter().any(|at| {
        let words = facts.seen[at].folded.as_str();
        if at < body {
            // « Subject: [liste] Stage : les haies », « [Stage] Les haies »; « Re: » says another's subject again.
            let tagged = words.rsplit(']').next().unwrap_or(words);
            return !REPLY.is_match(words) && (names_post(words) || names_post(tagged));
        }
        let words = if at == body { behind_sender(words) } else { words };
        let opening: String = words.chars().take(140).collect();
        let bare = opening.trim_start_matches(|c: char| !c.is_alphanumeric());
        names_post(&opening) || opens_with_post(bare) || seeks_someone(words)
    })
}

/// Whether folded words seek someone for a post: « on cherche quelqu'un », « prend deux stagiaires », « recrute un couvreur ».
fn seeks_someone(folded: &str) -> bool {
    /// Words of what is sought that are looked at.
    const WORDS: usize = 6;
    let told_first = TOLD_FIRST.captures(folded).is_some_and(|found| {
        let what = &found["what"];
        SOMEONE.find(what).is_some_and(|someone| someone.start() == 0) || opens_with_post(what)
    });
    told_first
        || SOUGHT.captures_iter(folded).any(|found| {
            let what = found.name("what").map_or("", |what| what.as_str());
            let mut words = what.match_indices(' ').take(WORDS).map(|(at, _)| &what[at + 1..]);
            SOMEONE.is_match(what)
                || words.any(|words| opens_with_post(words.trim_start_matches('*')))
        })
}
