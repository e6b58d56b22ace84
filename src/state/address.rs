//! What is asked and read, as an address: a total, two-way route.

use crate::state::{Lang, Look, MOST_COMPARED, MOST_KEPT, Shelf};
use std::rc::Rc;
use tremplin_engine::query::Query;

/// The key of the open offer.
const OFFER: &str = "offre";
/// The key of what stands above the list.
const LOOK: &str = "vue";
/// The key of the interface's language.
const LANG: &str = "langue";
/// The key of the list of the offers kept, whose value is 1.
const KEPT: &str = "favoris";
/// The key of a list of offers, by id, between spaces.
const IDS: &str = "ids";
/// The key of the compared offers, by id, between spaces.
const COMPARED: &str = "comparer";

/// What is asked, which offer is read, and in which language: what an address holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// What is asked.
    pub query: Query,
    /// The id of the open offer, which need not exist.
    pub offer: Option<String>,
    /// Of which offers the list is.
    pub shelf: Shelf,
    /// The ids of the offers that are compared, which need not exist.
    pub compared: Vec<String>,
    /// What stands above the list.
    pub look: Look,
    /// The language that the visitor chose, when it is not the page's.
    pub lang: Option<Lang>,
}

impl Address {
    /// Reads pairs, forgivingly: what means nothing is dropped.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let query =
            Query::from_url(pairs.iter().map(|(key, value)| (key.as_str(), value.as_str())));
        let offer = pairs.iter().find(|(key, value)| key == OFFER && !value.is_empty());
        let value = |wanted: &str| {
            let pair = pairs.iter().find(|(key, _)| key == wanted);
            pair.map(|(_, value)| value.as_str()).unwrap_or_default()
        };
        let lang = Some(value(LANG)).filter(|word| !word.is_empty()).map(Lang::from_word);
        let look = Look::from_word(value(LOOK));
        let given = ids(value(IDS), MOST_KEPT);
        let shelf = match (value(KEPT) == "1", given.is_empty()) {
            (true, _) => Shelf::Kept,
            (_, true) => Shelf::All,
            _ => Shelf::Given(Rc::from(given)),
        };
        let compared = ids(value(COMPARED), MOST_COMPARED);
        Self { query, offer: offer.map(|(_, id)| id.clone()), shelf, compared, look, lang }
    }

    /// The pairs that [`from_pairs`](Self::from_pairs) reads back; defaults are left out.
    pub fn to_pairs(&self) -> Vec<(String, String)> {
        let query = self.query.to_url().into_iter().map(|(key, value)| (key.to_owned(), value));
        let mut pairs: Vec<_> = query.collect();
        pairs.extend(self.offer.iter().map(|id| (OFFER.to_owned(), id.clone())));
        match &self.shelf {
            Shelf::All => {}
            Shelf::Kept => pairs.push((KEPT.to_owned(), "1".to_owned())),
            Shelf::Given(ids) => pairs.push((IDS.to_owned(), ids.join(" "))),
        }
        if !self.compared.is_empty() {
            pairs.push((COMPARED.to_owned(), self.compared.join(" ")));
        }
        if self.look != Look::List {
            pairs.push((LOOK.to_owned(), self.look.word().to_owned()));
        }
        pairs.extend(self.lang.map(|lang| (LANG.to_owned(), lang.word().to_owned())));
        pairs
    }
}

/// The first ids between spaces, each once.
fn ids(text: &str, most: usize) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in text.split_whitespace() {
        if ids.len() < most && !ids.iter().any(|other| other == id) {
            ids.push(id.to_owned());
        }
    }
    ids
}

/// Which part of the page's URL holds the address: `etat-url`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UrlState {
    /// `page`: the page is ours, its whole query string is the address.
    Page,
    /// `requete`: keys of the query string that begin with `t_`; the others are the host's.
    Request,
    /// `fragment`: `#tremplin?…`, which no server sees; another fragment is the host's.
    #[default]
    Fragment,
    /// `aucun`: none.
    None,
}

/// What marks our keys in a host's query string.
const PREFIX: &str = "t_";
/// What marks our fragment.
const FRAGMENT: &str = "#tremplin?";

impl UrlState {
    /// The value of `etat-url`; anything else is the default.
    pub fn from_word(word: &str) -> Self {
        match word {
            "page" => Self::Page,
            "requete" => Self::Request,
            "aucun" => Self::None,
            _ => Self::Fragment,
        }
    }

    /// The address's pairs in a URL whose query string is `search` and fragment is `hash`, with their `?` and `#`.
    pub fn read(self, search: &str, hash: &str) -> Vec<(String, String)> {
        match self {
            Self::Page => decode(search.strip_prefix('?').unwrap_or(search)),
            Self::Request => decode(search.strip_prefix('?').unwrap_or(search))
                .into_iter()
                .filter_map(|(key, value)| Some((key.strip_prefix(PREFIX)?.to_owned(), value)))
                .collect(),
            Self::Fragment => hash.strip_prefix(FRAGMENT).map(decode).unwrap_or_default(),
            Self::None => Vec::new(),
        }
    }

    /// Whether the URL may hold an address of ours that asks something.
    pub fn asks(self, search: &str, hash: &str) -> bool {
        match self {
            Self::Page | Self::Request => !search.is_empty(),
            Self::Fragment => hash.starts_with(FRAGMENT),
            Self::None => false,
        }
    }

    /// Whether going to a URL of this fragment concerns us: a host's own anchor does not.
    pub fn concerns(self, hash: &str) -> bool {
        self != Self::Fragment || hash.is_empty() || hash.starts_with(FRAGMENT)
    }

    /// The query string and fragment of the URL once it holds `pairs`; what is the host's stays.
    pub fn write(self, pairs: &[(String, String)], search: &str, hash: &str) -> String {
        match self {
            Self::Page => query_string(&encode(pairs, "")),
            Self::Request => {
                let host = search.strip_prefix('?').unwrap_or(search).split('&');
                let theirs = host.filter(|pair| !pair.is_empty() && !pair.starts_with(PREFIX));
                let ours = encode(pairs, PREFIX);
                let all: Vec<&str> = theirs.chain((!ours.is_empty()).then_some(&*ours)).collect();
                query_string(&all.join("&")) + hash
            }
            Self::Fragment if !pairs.is_empty() => {
                format!("{search}{FRAGMENT}{}", encode(pairs, ""))
            }
            Self::Fragment if hash.starts_with(FRAGMENT) => search.to_owned(),
            Self::Fragment | Self::None => format!("{search}{hash}"),
        }
    }

    /// Whether Back may undo what a visitor did here: on our pages, and where the host asks for it.
    pub fn is_history_ours(self) -> bool {
        matches!(self, Self::Page | Self::Request)
    }

    /// A link to the offer `id` alone, relative to the page.
    pub fn link(self, id: &str) -> String {
        self.link_to(OFFER, id)
    }

    /// A link to a list of these offers, relative to the page.
    pub fn list(self, ids: &[&str]) -> String {
        self.link_to(IDS, &ids.join(" "))
    }

    fn link_to(self, key: &str, value: &str) -> String {
        let pairs = [(key.to_owned(), value.to_owned())];
        match self {
            Self::Page => query_string(&encode(&pairs, "")),
            Self::Request => format!("?{}", encode(&pairs, PREFIX)),
            Self::Fragment | Self::None => format!("{FRAGMENT}{}", encode(&pairs, "")),
        }
    }
}

/// `link` in a page whose query string is `search`, with its `?`: what of it is the host's stays.
pub fn beside_hosts(link: &str, search: &str) -> String {
    if link.starts_with('#') {
        return search.to_owned() + link;
    }
    match link.strip_prefix('?').filter(|ours| ours.starts_with(PREFIX)) {
        Some(ours) => {
            let hosts = UrlState::Request.write(&[], search, "");
            hosts.clone() + if hosts.is_empty() { "?" } else { "&" } + ours
        }
        None => link.to_owned(),
    }
}

fn query_string(pairs: &str) -> String {
    if pairs.is_empty() { String::new() } else { format!("?{pairs}") }
}

/// Pairs as `key=value&key=value`, in the form encoding.
fn encode(pairs: &[(String, String)], prefix: &str) -> String {
    let mut text = String::new();
    for (key, value) in pairs {
        if !text.is_empty() {
            text.push('&');
        }
        text.push_str(prefix);
        encode_into(&mut text, key);
        text.push('=');
        encode_into(&mut text, value);
    }
    text
}

fn encode_into(text: &mut String, words: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in words.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' => {
                text.push(char::from(byte));
            }
            b' ' => text.push('+'),
            _ => {
                text.push('%');
                text.push(char::from(HEX[usize::from(byte >> 4)]));
                text.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

/// Reads `key=value&key=value` in the form encoding. Any text can be read.
pub(crate) fn decode(text: &str) -> Vec<(String, String)> {
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode_words(key), decode_words(value))
        })
        .collect()
}

fn decode_words(words: &str) -> String {
    let mut bytes = Vec::with_capacity(words.len());
    let mut rest = words.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high << 4 | low);
                    rest = after;
                }
                _ => bytes.push(byte),
            },
            (b'+', _) => bytes.push(b' '),
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect()
    }

    #[test]
    fn pairs_survive_the_url_in_every_mode() {
        let all = pairs(&[("q", "l’agir & 100 % ?#+"), ("contrat", "stage"), ("offre", "é-1")]);
        for mode in [UrlState::Page, UrlState::Request, UrlState::Fragment] {
            let url = mode.write(&all, "?page=2", "#titre");
            let (search, hash) =
                url.split_once('#').map_or((&*url, String::new()), |(s, h)| (s, format!("#{h}")));
            assert_eq!(mode.read(search, &hash), all, "{mode:?}: {url}");
        }
    }

    #[test]
    fn what_is_the_hosts_stays() {
        let ours = pairs(&[("q", "a")]);
        assert_eq!(UrlState::Request.write(&ours, "?page=2&t_q=b", "#x"), "?page=2&t_q=a#x");
        assert_eq!(UrlState::Request.write(&[], "?t_q=b", "#x"), "#x");
        assert_eq!(UrlState::Fragment.write(&ours, "?page=2", "#x"), "?page=2#tremplin?q=a");
        assert_eq!(UrlState::Fragment.write(&[], "?page=2", "#x"), "?page=2#x");
        assert_eq!(UrlState::Fragment.write(&[], "?page=2", "#tremplin?q=a"), "?page=2");
        assert_eq!(UrlState::None.write(&ours, "?page=2", "#x"), "?page=2#x");
    }

    #[test]
    fn a_link_keeps_what_is_the_hosts() {
        let link = |mode: UrlState| beside_hosts(&mode.link("a b"), "?id=12&t_q=c");
        assert_eq!(link(UrlState::Page), "?offre=a+b");
        assert_eq!(link(UrlState::Request), "?id=12&t_offre=a+b");
        assert_eq!(link(UrlState::Fragment), "?id=12&t_q=c#tremplin?offre=a+b");
        assert_eq!(beside_hosts("?t_offre=a", ""), "?t_offre=a");
    }

    #[test]
    fn what_asks_nothing_is_known_before_it_is_read() {
        assert!(UrlState::Page.asks("?q=a", "") && !UrlState::Page.asks("", "#titre"));
        assert!(UrlState::Request.asks("?t_q=a", ""));
        assert!(UrlState::Fragment.asks("?page=2", "#tremplin?q=a"));
        assert!(!UrlState::Fragment.asks("?page=2", "#titre"));
        assert!(!UrlState::None.asks("?q=a", "#tremplin?q=a"));
    }

    #[test]
    fn a_hosts_anchor_is_not_ours() {
        assert!(!UrlState::Fragment.concerns("#titre"));
        assert!(UrlState::Fragment.concerns(""));
        assert!(UrlState::Fragment.concerns("#tremplin?q=a"));
        assert!(UrlState::Page.concerns("#titre"));
    }

    #[test]
    fn any_text_decodes() {
        assert_eq!(decode("q=%E9%zz%4"), pairs(&[("q", "\u{fffd}%zz%4")]));
        assert_eq!(decode("&&=&q&a=b=c"), pairs(&[("", ""), ("q", ""), ("a", "b=c")]));
        assert_eq!(decode("q=%C3%A9+%2B"), pairs(&[("q", "é +")]));
        assert_eq!(decode(""), []);
    }
}
