//! The post between quotes near the top, where the words before say that it is one: « offre d'emploi « Jardinier » ».

use super::Candidate;
use super::clean::trimmed;
use crate::document::Document;
use crate::extract::heading::names_post;
use crate::extract::rule;
use regex::Regex;
use std::sync::LazyLock;

/// How many lines from the top are read.
const LINES: usize = 8;

static QUOTED: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"\b(?:offres? d[e'] ?(?:emploi|stage|alternance|these|mission|poste|service civique)|postes?(?: d[e'](?:une? )?)?|recrut(?:e|ons|ement)(?: d'une?| une?)?|(?:re)?cherch(?:e|ons)(?: une?)?|intitulee?s?|avis de vacance|fiche de poste|emploi|annonce) ?:? ?\x22 ?(?P<post>[^\x22\n]{4,130}?) ?\x22",
    )
});

/// A mission or a subject between quotes, which a short line announces: « Mission « Mémoire des haies » ».
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    rule::compile(
        r"(?:^|\n)(?:# )?(?:services? civiques?|volontariat|missions?|theses?|stages?|sujets?|contrats? doctora(?:l|ux)|chantiers?|corps europeen de solidarite)\b[^\x22\n.]{0,40}\x22 ?(?P<post>[^\x22\n]{8,130}?) ?\x22[ .!]*(?:\n|$)",
    )
});

/// The last post that is quoted so: a page's own heading stands below what led to it.
pub(super) fn quoted(document: &Document) -> Option<Candidate> {
    let text = document.folded.as_str();
    let end = document.lines.get(LINES).map_or(document.text.len() as u32, |line| line.span.start);
    let near = &text[..document.folded.position(end)];
    let posts = QUOTED.captures_iter(near).filter_map(|found| {
        let span = document.source(found.name("post")?.range());
        names_post(span.of(&document.text)).then_some(span)
    });
    let found = posts.last().map(|span| (span, 82)).or_else(|| {
        let subject = SUBJECT.captures(near)?.name("post")?;
        subject.as_str().contains(' ').then(|| (document.source(subject.range()), 62))
    });
    let (span, score) = found?;
    let span = trimmed(&document.text, span);
    Some(Candidate { span, rule: "quoted", score })
}
