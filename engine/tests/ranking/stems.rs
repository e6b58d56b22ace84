//! Our stems beside Snowball's French, on the groups of `stems.txt`. Each word also stands without its accents, as
//! visitors type it.

use rust_stemmers::{Algorithm, Stemmer};
use std::collections::BTreeSet;
use tremplin_engine::text::fold;
use tremplin_engine::text::stem::{root, stem};

/// The signs of groups, and whether their words should be joined; `?` marks those that no rule was mended by.
const SIGNS: [(&str, bool); 7] = [
    ("= ", true),
    ("~ ", true),
    ("! ", false),
    ("/ ", false),
    ("=? ", true),
    ("~? ", true),
    ("!? ", false),
];

const GROUPS: &str = include_str!("stems.txt");

/// How many pairs of words a stemmer joins, of how many.
#[derive(Debug, Default)]
struct Joined {
    joined: usize,
    all: usize,
    /// The words of those pairs that it treats wrongly.
    wrong: Vec<String>,
}

type Stem<'a> = &'a dyn Fn(&str) -> String;

/// What a stemmer does with the groups of one sign.
fn measure(sign: &str, wanted: bool, stemmer: Stem<'_>) -> Joined {
    let mut joined = Joined::default();
    for line in GROUPS.lines().filter_map(|line| line.strip_prefix(sign)) {
        let forms = |word: &str| BTreeSet::from([word.to_owned(), fold(word)]);
        let words: Vec<_> = line.split_whitespace().map(forms).collect();
        for (at, one) in words.iter().enumerate() {
            for other in &words[at + 1..] {
                for (one, other) in one.iter().flat_map(|a| other.iter().map(move |b| (a, b))) {
                    let same = stemmer(one) == stemmer(other);
                    joined.all += 1;
                    joined.joined += usize::from(same);
                    if same != wanted {
                        joined.wrong.push(format!("{one}/{other}"));
                    }
                }
            }
        }
    }
    joined
}

#[test]
fn our_stems_are_measured_beside_snowball() {
    let snowball = Stemmer::create(Algorithm::French);
    let accented = |word: &str| fold(&snowball.stem(word));
    let folded = |word: &str| snowball.stem(&fold(word)).into_owned();
    let ours = |word: &str| stem(&fold(word));
    let roots = |word: &str| root(&stem(&fold(word)));
    let stemmers: [(&str, Stem<'_>); 5] = [
        ("no stemmer", &|word| fold(word)),
        ("Snowball, then folded", &accented),
        ("folded, then Snowball", &folded),
        ("ours: stem", &ours),
        ("ours: root", &roots),
    ];
    let heads = ["forms", "families", "apart", "senses", "forms, new", "families", "apart"];
    print!("{:24}", "pairs joined");
    heads.iter().for_each(|head| print!("{head:>16}"));
    println!();
    let percent = |part: &Joined| 100.0 * part.joined as f64 / part.all as f64;
    let mut table = Vec::new();
    for (name, stemmer) in stemmers {
        let parts = SIGNS.map(|(sign, wanted)| measure(sign, wanted, stemmer));
        print!("{name:24}");
        for part in &parts {
            print!("{:>7.1} % of {:<4}", percent(part), part.all);
        }
        println!();
        if std::env::var_os("SHOW").is_some() {
            for part in &parts {
                println!("    {}", part.wrong.join(" "));
            }
        }
        table.push(parts);
    }
    let [_, accented, folded, ours, roots] = &table[..] else { unreachable!("five stemmers") };
    for snowball in [accented, folded] {
        for (forms, families, apart, margin) in [(0, 1, 2, 0.0), (4, 5, 6, 2.0)] {
            assert!(percent(&ours[forms]) > percent(&snowball[forms]), "forms of one word");
            assert!(percent(&ours[apart]) < percent(&snowball[apart]), "stems keep words apart");
            assert!(percent(&roots[families]) + margin > percent(&snowball[families]), "families");
            assert!(percent(&roots[apart]) <= percent(&snowball[apart]), "roots keep apart");
        }
    }
    assert!(percent(&ours[0]) >= 99.0 && percent(&ours[2]) <= 3.0 && percent(&ours[3]) <= 1.0);
    assert!(percent(&roots[1]) >= 99.0 && percent(&roots[2]) <= 6.0);
}
