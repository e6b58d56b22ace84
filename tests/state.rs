//! What is shown after any walk of actions, and the way from there to an address and back.

use std::rc::Rc;
use tremplin::catalogue::Catalogue;
use tremplin::state::{
    Action, Address, Choice, Copied, Field, Kept, Lang, Located, Look, MOST_COMPARED, Outlines,
    PAGE, Past, Proposal, Shelf, Side, State, Target, Terms, UrlState, after, reduce,
};
use tremplin_engine::atlas::Point;
use tremplin_engine::calendar::Date;
use tremplin_engine::dataset::{Dataset, VERSION};
use tremplin_engine::offer::{Contract, Offer, Place, Remote, StudyLevel};
use tremplin_engine::query::{Bounds, Facet, Filters, Openness, Query, Sort};
use tremplin_engine::span::Span;

/// Offers enough for more than one page, of each kind, some closed.
fn catalogue() -> Rc<Catalogue> {
    let titles = ["Chargée d’accueil", "Jardinier", "Animatrice radio", "Archiviste"];
    let regions = ["Bretagne", "Occitanie", "Grand Est"];
    let offers = (0..120_usize).map(|rank| Offer {
        id: format!("offre-{rank}"),
        title: Some(titles[rank % titles.len()].to_owned()),
        contract: Contract::ALL.get(rank % 5).copied(),
        remote: Remote::ALL.get(rank % 7).copied(),
        study_level: StudyLevel::ALL.iter().skip(rank % 4).take(rank % 3).copied().collect(),
        places: vec![Place { region: Some(regions[rank % 3].to_owned()), ..Place::default() }],
        deadline: Date::new(2030, 1 + (rank % 12) as u8, 5).filter(|_| rank % 2 == 0),
        text: format!(
            "{}\nOn cherche quelqu’un pour le poste {rank}.",
            titles[rank % titles.len()]
        ),
        ..Offer::default()
    });
    Rc::new(Catalogue::new(Dataset { version: VERSION, offers: offers.collect() }))
}

fn today() -> Date {
    Date::new(2030, 6, 15).unwrap()
}

fn start() -> State {
    State::new(catalogue(), today(), Lang::Fr, Address::default())
}

/// The law of the state, and what must hold beside it.
fn check(state: &State) {
    assert_eq!(
        *state.answer,
        state.catalogue.answer(&state.query, state.among().as_deref(), state.today, state.shown),
        "{:?}",
        state.query
    );
    assert!(state.shown >= state.terms.page);
    for &facet in &state.terms.locked {
        let mut held = state.query.filters.clone();
        held.clear(facet);
        held.add(&state.terms.filters, facet);
        assert_eq!(held, state.query.filters, "{facet:?}");
    }
    assert_eq!(state.answer.hits.len(), state.shown.min(state.total()));
    assert!(state.total() == 0 || state.ways.is_empty() && state.near.total == 0);
    assert!(state.near.hits.len() <= 3);
    assert!(state.listing.as_ref().is_none_or(|listing| !listing.options.is_empty()));
    if let Some(opened) = &state.open {
        assert_eq!(state.offer(opened.offer).id, opened.id);
    }
    assert!(state.open.is_none() || state.missing.is_none());
    assert!(state.picked.len() <= MOST_COMPARED && (!state.comparing || !state.picked.is_empty()));
    let address = state.address();
    for mode in [UrlState::Page, UrlState::Request, UrlState::Fragment] {
        let url = mode.write(&address.to_pairs(), "", "");
        let (search, hash) = url.split_at(url.find('#').unwrap_or(url.len()));
        assert_eq!(Address::from_pairs(&mode.read(search, hash)), address, "{url}");
    }
}

/// Posts that start in March.
fn in_march() -> Filters {
    let day = |day| Date::new(2030, 3, day);
    Filters { start: Bounds { least: day(1), most: day(31) }, ..Filters::default() }
}

/// Every kind of action; the text of one arrives late, or for another offer.
fn actions() -> Vec<Action> {
    let query = Address::from_pairs(&[
        ("contrat".into(), "stage".into()),
        ("offre".into(), "offre-3".into()),
    ]);
    let compared = Address::from_pairs(&[
        ("favoris".into(), "1".into()),
        ("comparer".into(), "offre-1 nulle-part offre-2".into()),
    ]);
    vec![
        Action::Type("radio".into()),
        Action::Rest,
        Action::Type("l’accueil chargee".into()),
        Action::Type("\u{0}\u{301}\u{1f600} ".into()),
        Action::Wipe,
        Action::Lang(Lang::En),
        Action::Lang(Lang::Fr),
        Action::Submit,
        Action::Toggle(Choice::Contract(Contract::Stage)),
        Action::Toggle(Choice::Place("Bretagne".into())),
        Action::Toggle(Choice::Remote(Remote::Partial)),
        Action::Toggle(Choice::Level(StudyLevel::Bac3)),
        Action::Toggle(Choice::Open(Openness::Open)),
        Action::Type("stage en bretagne plus de 800 €".into()),
        Action::AsWords(Span { start: 0, end: 5 }),
        Action::AsWords(Span { start: 1, end: 99 }),
        Action::Suggest(Field::Words),
        Action::Highlight(Field::Words, true),
        Action::Take(Field::Words, 0),
        Action::Take(Field::Place, 9),
        Action::TypePlace("bret".into()),
        Action::Highlight(Field::Place, false),
        Action::EnterPlace,
        Action::Fold,
        Action::Set("duree-min", "6".into()),
        Action::Set("duree-max", "zut".into()),
        Action::Set("debut", "03/2030".into()),
        Action::Set("rayon", "50".into()),
        Action::Locate,
        Action::Found(Point { lat: 48.2, lon: -1.7 }),
        Action::Lost(Located::Denied),
        Action::MoreRecruiters,
        Action::Compact(true),
        Action::Beside("offre-7".into(), true),
        Action::Remove(Choice::Contract(Contract::Stage)),
        Action::ClearFilters,
        Action::ClearAll,
        Action::Ask(Box::new(Query::parse("archiviste en bretagne"))),
        Action::Sort(Sort::Deadline),
        Action::Sort(Sort::Relevance),
        Action::Unfold(true),
        Action::Look(Look::Map),
        Action::Outlines(Outlines::Failed),
        Action::Look(Look::Calendar),
        Action::Toggle(Choice::Bounds(Facet::Start, Box::new(in_march()))),
        Action::More,
        Action::Open("offre-7".into()),
        Action::Open("nulle-part".into()),
        Action::Text("offre-7".into(), "Texte".into()),
        Action::Original(true),
        Action::Copy(Copied::Link),
        Action::Copied(Copied::Addresses, true),
        Action::Share,
        Action::Print,
        Action::Turn("offre-8".into()),
        Action::Keep("offre-7".into()),
        Action::Keep("offre-9".into()),
        Action::Keep("nulle-part".into()),
        Action::Recall(Rc::new(Kept::parse("1 2030-01-01:offre-3").unwrap()), Rc::from([2])),
        Action::Fleeting,
        Action::Recollect(Past::parse("1\nradio").unwrap()),
        Action::Type(String::new()),
        Action::Suggest(Field::Words),
        Action::Take(Field::Words, 0),
        Action::Shelve(Shelf::Kept),
        Action::Shelve(Shelf::Given(Rc::from(["offre-2".into(), "nulle-part".into()]))),
        Action::Shelve(Shelf::All),
        Action::Pick(3),
        Action::Pick(4),
        Action::Pick(7_000),
        Action::Compare,
        Action::Forget,
        Action::Close,
        Action::Visit(Box::new(query), 0),
        Action::Visit(Box::new(compared), 0),
        Action::Visit(Box::default(), 80),
    ]
}

#[test]
fn the_answer_always_answers_the_query() {
    walk(start());
}

#[test]
fn what_the_host_locks_stays() {
    let asked = Filters { contracts: [Contract::Stage].into(), ..in_march() };
    let terms = Terms::new(Some(7), true, "contrat debut-max lieu rien", &asked);
    assert_eq!(terms.locked, [Facet::Contract, Facet::Place, Facet::Start]);
    let state = State::hosted(catalogue(), today(), Lang::Fr, Address::default(), terms);
    assert_eq!(Choice::of(&state.query.filters).len(), 2);
    assert_eq!((state.chosen(), state.compact), (Vec::new(), true));
    assert_eq!(reduce(&state, Action::ClearAll), state);
    walk(state);
    let unlocked = Terms::new(Some(0), false, "", &asked);
    assert_eq!((unlocked.page, unlocked.filters), (1, Filters::default()));
}

/// Checks the state at each step of a walk.
fn walk(mut state: State) {
    let actions = actions();
    check(&state);
    // A fixed walk that meets every ordered pair of actions: steps of each length around the list.
    for stride in 1..actions.len() {
        for step in 0..actions.len() {
            let action = actions[(step * stride) % actions.len()].clone();
            state = reduce(&state, action);
            check(&state);
        }
    }
}

#[test]
fn an_offer_that_is_not_there_stays_closed() {
    let state = reduce(&start(), Action::Open("nulle-part".into()));
    assert_eq!(state.open, None);
    let late = reduce(&state, Action::Text("offre-7".into(), "Texte".into()));
    assert_eq!(late, state);
}

#[test]
fn a_text_goes_to_its_own_offer() {
    let opened = reduce(&start(), Action::Open("offre-7".into()));
    let other = reduce(&opened, Action::Text("offre-8".into(), "Autre".into()));
    assert_eq!(other.open.as_ref().unwrap().text, None);
    let same = reduce(&other, Action::Text("offre-7".into(), "Texte".into()));
    assert_eq!(same.open.as_ref().unwrap().text.as_deref(), Some("Texte"));
    let again = reduce(&same, Action::Open("offre-7".into()));
    assert_eq!(again, same, "an offer that is open keeps its text");
}

#[test]
fn more_rows_last_until_the_query_changes() {
    let more = reduce(&start(), Action::More);
    assert_eq!(more.rows().len(), 2 * PAGE);
    let opened = reduce(&more, Action::Open("offre-7".into()));
    assert_eq!(reduce(&opened, Action::Close).rows().len(), 2 * PAGE);
    let filtered = reduce(&more, Action::Toggle(Choice::Open(Openness::Open)));
    assert_eq!(filtered.shown, PAGE);
    let back = reduce(&filtered, Action::Visit(Box::default(), 2 * PAGE));
    assert_eq!(back.rows().len(), 2 * PAGE);
}

#[test]
fn a_neighbour_is_a_row_away() {
    let id = |state: &State, rank: usize| state.offer(state.rows()[rank].offer).id.clone();
    let list = start();
    let first = reduce(&list, Action::Open(id(&list, 0)));
    assert_eq!(first.neighbour(Side::Before), None);
    let mut here = first;
    for rank in 1..list.total() {
        let next = here.neighbour(Side::After).expect("a row follows").id.clone();
        here = reduce(&here, Action::Turn(next));
        assert_eq!(here.open.as_ref().unwrap().id, id(&here, rank));
        assert_eq!(here.neighbour(Side::Before).unwrap().id, id(&here, rank - 1));
        check(&here);
    }
    assert_eq!(here.neighbour(Side::After), None);
    let elsewhere = reduce(&here, Action::Type("introuvable zzz".into()));
    assert_eq!(elsewhere.neighbour(Side::Before), None, "the open offer is no result");
}

#[test]
fn an_offer_that_is_gone_is_told() {
    let address = Address { offer: Some("archiviste-grand-est-zzz".into()), ..Address::default() };
    let state = State::new(catalogue(), today(), Lang::Fr, address.clone());
    let missing = state.missing.as_ref().expect("it is missing");
    assert_eq!(missing.nearest.len(), 3);
    for &place in &missing.nearest {
        assert_eq!(state.offer(place).title.as_deref(), Some("Archiviste"));
    }
    assert_eq!(state.address(), address, "loaded again it is still told");
    assert_eq!(state.total(), start().total(), "the list is there");
    for action in [Action::Type("radio".into()), Action::Open("offre-7".into()), Action::Close] {
        assert_eq!(reduce(&state, action).missing, None);
    }
    for id in ["--", "\u{0}", &"x".repeat(4000), "é è ê", "a%b"] {
        let address = Address { offer: Some(id.to_owned()), ..Address::default() };
        check(&State::new(catalogue(), today(), Lang::Fr, address));
    }
}

#[test]
fn a_shelf_holds_its_offers_and_no_others() {
    let ids = |state: &State| {
        let ids = state.rows().iter().map(|hit| state.offer(hit.offer).id.clone());
        let mut ids: Vec<String> = ids.collect();
        ids.sort();
        ids
    };
    let kept = ["offre-9", "offre-7", "nulle-part"].iter();
    let kept = kept.fold(start(), |state, id| reduce(&state, Action::Keep((*id).into())));
    assert_eq!(kept.total(), 120, "keeping changes no other list");
    let shelf = reduce(&kept, Action::Shelve(Shelf::Kept));
    assert_eq!(ids(&shelf), ["offre-7", "offre-9"]);
    let contracts: u32 = shelf.answer.facets.contracts.iter().map(|&(_, count)| count).sum();
    assert_eq!(contracts, 2, "its facets count its own");
    let words = reduce(&shelf, Action::Type("archiviste".into()));
    assert_eq!(ids(&words), ["offre-7"]);

    let first = shelf.offer(shelf.rows()[0].offer).id.clone();
    let second = shelf.offer(shelf.rows()[1].offer).id.clone();
    let action = Action::Keep(first);
    let one = reduce(&shelf, action.clone());
    assert_eq!(ids(&one), std::slice::from_ref(&second));
    assert_eq!(after(&shelf, &action, &one), Some(Target::Card(second)));
    let none = reduce(&one, Action::Forget);
    assert_eq!(none.total(), 0);
    assert_eq!(after(&one, &Action::Forget, &none), Some(Target::Count));

    let url = "?ids=offre-2+nulle-part+offre-2+offre-40";
    let address = Address::from_pairs(&UrlState::Page.read(url, ""));
    let given = State::new(catalogue(), today(), Lang::Fr, address);
    assert_eq!(ids(&given), ["offre-2", "offre-40"]);
    check(&given);
}

#[test]
fn up_to_three_are_compared() {
    let shelf = (0..5).fold(start(), |state, place| reduce(&state, Action::Pick(place)));
    assert_eq!(shelf.picked, [0, 1, 2]);
    let compared = reduce(&shelf, Action::Compare);
    assert!(compared.comparing);
    assert_eq!(compared.address().compared, ["offre-0", "offre-1", "offre-2"]);
    assert_eq!(after(&shelf, &Action::Compare, &compared), Some(Target::Comparison));
    let opened = reduce(&compared, Action::Open("offre-1".into()));
    let closed = reduce(&opened, Action::Close);
    assert!(closed.comparing, "what was under it is there again");
    assert_eq!(after(&opened, &Action::Close, &closed), Some(Target::Comparison));
    let list = reduce(&closed, Action::Close);
    assert!(!list.comparing);
    assert_eq!(after(&closed, &Action::Close, &list), Some(Target::Count));
    let none = (0..3).fold(compared, |state, place| reduce(&state, Action::Pick(place)));
    assert!(!none.comparing, "nothing is left to compare");
    let first = reduce(&start(), Action::Compare);
    assert_eq!(first.picked.len(), 3, "who chose none compares the first");
}

#[test]
fn a_suggestion_is_taken_as_it_was_last_seen() {
    let typed = reduce(&start(), Action::Type("arch".into()));
    let listed = reduce(&typed, Action::Suggest(Field::Words));
    let options = &listed.list(Field::Words).unwrap().options;
    let named =
        |option: &Proposal| matches!(option, Proposal::Found(found) if found.text == "archiviste");
    let rank = options.iter().position(named).unwrap();
    let on = reduce(&listed, Action::Type("archi".into()));
    assert!(on.list(Field::Words).unwrap().stale, "it stays under the eyes");
    let taken = reduce(&on, Action::Take(Field::Words, rank));
    assert_eq!((&*taken.query.words, &taken.listing), ("archiviste", &None));
    let gone =
        reduce(&reduce(&listed, Action::Type("radio".into())), Action::Take(Field::Words, rank));
    assert_eq!(gone.query.words, "radio");
    let filter =
        reduce(&reduce(&start(), Action::Type("radio alt".into())), Action::Suggest(Field::Words));
    let set = reduce(&filter, Action::Take(Field::Words, 0));
    assert_eq!(Choice::of(&set.query.filters), [Choice::Contract(Contract::Alternance)]);
    assert_eq!(set.query.words, "radio");
}

#[test]
fn arrows_go_around_the_suggestions() {
    let mut state = reduce(&start(), Action::Type("a".into()));
    let mut active = Vec::new();
    for down in [true, true, false, false, false, true] {
        state = reduce(&state, Action::Highlight(Field::Words, down));
        active.push(state.list(Field::Words).unwrap().active);
    }
    let last = state.list(Field::Words).unwrap().options.len() - 1;
    assert!(last > 0);
    assert_eq!(active, [Some(0), Some(1), Some(0), None, Some(last), None]);
    assert_eq!(reduce(&state, Action::Fold).listing, None);
    assert_eq!(reduce(&state, Action::Type(" ".into())).listing, None);
}

#[test]
fn a_place_is_chosen_by_its_name_or_by_how_it_begins() {
    let place = |words: &str| {
        let typed = reduce(&start(), Action::TypePlace(words.into()));
        let entered = reduce(&typed, Action::EnterPlace);
        (Choice::of(&entered.query.filters), entered.query.filters.radius, entered.unknown_place)
    };
    let chosen = |name: &str| vec![Choice::Place(name.to_owned())];
    assert_eq!(place("bret"), (chosen("Bretagne"), None, false));
    assert_eq!(place("Brest"), (chosen("Brest"), Some(20), false), "a town has a radius");
    assert_eq!(place("35"), (chosen("Ille-et-Vilaine"), None, false));
    assert_eq!(place("zzz"), (vec![], None, true));
    assert_eq!(place(" "), (vec![], None, false));
}

#[test]
fn the_visitor_is_found_at_the_nearest_town() {
    let found = reduce(&start(), Action::Found(Point { lat: 48.2, lon: -1.7 }));
    assert_eq!(found.located, Some(Located::Near("Rennes", 10)));
    assert_eq!(found.query.filters.places[..], ["Rennes".to_owned()]);
    assert_eq!(found.query.filters.radius, Some(20));
    let at_sea = reduce(&start(), Action::Found(Point { lat: 0.0, lon: -30.0 }));
    assert_eq!((at_sea.located, &at_sea.query), (Some(Located::FarOff), &start().query));
}

#[test]
fn an_offer_is_never_under_the_filters() {
    let unfolded = reduce(&start(), Action::Unfold(true));
    let address = Address { offer: Some("offre-7".into()), ..Address::default() };
    let visited = reduce(&unfolded, Action::Visit(Box::new(address), 0));
    assert!(visited.open.is_some() && !visited.unfolded);
    assert_eq!(after(&unfolded, &Action::Unfold(false), &start()), Some(Target::Unfold));
    assert_eq!(after(&unfolded, &Action::ClearFilters, &unfolded), None, "one goes on there");
}

#[test]
fn nothing_found_shows_the_nearest() {
    let typed = reduce(&start(), Action::Type("archiviste introuvable".into()));
    assert_eq!((typed.total(), typed.rows().len()), (0, 0), "no keystroke waits for them");
    let other = reduce(&typed, Action::Look(Look::Map));
    let none = reduce(&typed, Action::Rest);
    assert_eq!((none.total(), none.rows().len()), (0, 3));
    assert_eq!((&other.ways, other.rows()), (&none.ways, none.rows()));
    let way = &none.ways[0];
    let first = none.catalogue.answer(&way.query, None, today(), 3);
    assert_eq!(none.rows(), first.hits);
    let id = none.offer(none.rows()[1].offer).id.clone();
    let opened = reduce(&none, Action::Open(id.clone()));
    let closed = reduce(&opened, Action::Close);
    assert_eq!(after(&opened, &Action::Close, &closed), Some(Target::Card(id)));
}

#[test]
fn what_was_understood_can_be_meant_as_words() {
    let typed = reduce(&start(), Action::Type("archiviste en bretagne".into()));
    let part = typed.answer.understood[0].clone();
    assert_eq!(part.span.of(&typed.query.words), "bretagne");
    assert!(
        typed
            .rows()
            .iter()
            .all(|hit| { typed.offer(hit.offer).places[0].region.as_deref() == Some("Bretagne") })
    );
    let action = Action::AsWords(part.span);
    let words = reduce(&typed, action.clone());
    assert_eq!(words.query.words, "archiviste en \"bretagne\"");
    assert!(words.answer.understood.is_empty());
    assert_eq!(after(&typed, &action, &words), Some(Target::Count));
}

#[test]
fn nonsense_in_an_address_means_nothing() {
    let url = "?q=&contrat=cdi%00&contrat=stage&lieu=Atlantide&lieu=bretagne&niveau=bac%2B42&ouvertes=2&tri=x&offre=zut&zzz=1&%";
    let address = Address::from_pairs(&UrlState::Page.read(url, ""));
    let state = State::new(catalogue(), today(), Lang::Fr, address);
    assert_eq!(state.open, None);
    let chosen = Choice::of(&state.query.filters);
    assert_eq!(chosen, [Choice::Contract(Contract::Stage), Choice::Place("Bretagne".into())]);
    check(&state);
}

#[test]
fn the_keyboard_is_never_lost() {
    let state = start();
    let both = [Choice::Contract(Contract::Stage), Choice::Place("Bretagne".into())];
    let chosen =
        both.iter().fold(state, |state, choice| reduce(&state, Action::Toggle(choice.clone())));
    let walk = |from: &State, action: Action| {
        let to = reduce(from, action.clone());
        (after(from, &action, &to), to)
    };

    let (target, one) = walk(&chosen, Action::Remove(both[0].clone()));
    assert_eq!(target, Some(Target::Chip(0)), "the next chip");
    let (target, _) = walk(&chosen, Action::Remove(both[1].clone()));
    assert_eq!(target, Some(Target::Chip(0)), "the last chip gone, the one before");
    let (target, none) = walk(&one, Action::Remove(both[1].clone()));
    assert_eq!(target, Some(Target::Count), "no chip left");

    let (target, more) = walk(&none, Action::More);
    let first_new = &more.offer(more.rows()[PAGE].offer).id;
    assert_eq!(target, Some(Target::Card(first_new.clone())));

    let listed = none.offer(none.rows()[3].offer).id.clone();
    let (target, opened) = walk(&none, Action::Open(listed.clone()));
    assert_eq!(target, Some(Target::Offer));
    let (target, _) = walk(&opened, Action::Close);
    assert_eq!(target, Some(Target::Card(listed)));

    let words = reduce(&opened, Action::Type("introuvable zzz".into()));
    let (target, _) = walk(&words, Action::Close);
    assert_eq!(target, Some(Target::Count), "its row is gone");
    assert_eq!(walk(&words, Action::Wipe).0, Some(Target::Field));
}

#[test]
fn the_outlines_of_the_site_are_read() {
    let outlines = Outlines::read(include_str!("../src/element/departements.txt"));
    let Outlines::Here(outlines) = outlines else { panic!("{outlines:?}") };
    assert_eq!((outlines.len(), &*outlines[0].code), (96, "01"));
}

#[test]
fn searches_are_kept_for_those_who_ask() {
    let mut state = reduce(&start(), Action::Type("radio".into()));
    state = reduce(&state, Action::Submit);
    assert_eq!(state.past, None);
    state = reduce(&state, Action::Wipe);
    state = reduce(&state, Action::Suggest(Field::Words));
    assert_eq!(*state.list(Field::Words).unwrap().options, [Proposal::KeepPast]);
    assert!(reduce(&state, Action::Type("r".into())).listing.is_none(), "of an empty field");
    state = reduce(&state, Action::Take(Field::Words, 0));
    assert_eq!(state.past, Some(Past::default()));
    state = reduce(&state, Action::Type("radio".into()));
    assert_eq!(state.past, Some(Past::default()), "what is being typed was not searched yet");
    state = reduce(&state, Action::Open("offre-3".into()));
    for action in [Action::Close, Action::Wipe, Action::Highlight(Field::Words, true)] {
        state = reduce(&state, action);
    }
    let options = &state.list(Field::Words).unwrap().options;
    assert_eq!(**options, [Proposal::Past("radio".into()), Proposal::ForgetPast]);
    state = reduce(&state, Action::Take(Field::Words, 0));
    check(&state);
    assert_eq!(state.query.words, "radio");
    state = reduce(&state, Action::Wipe);
    state = reduce(&state, Action::Suggest(Field::Words));
    state = reduce(&state, Action::Take(Field::Words, 1));
    assert_eq!(state.past, None);
}
