//! What speaks for a cut or against it, and how loudly: all weights in one table.
//!
//! A cut's score is the sum of its clues, each times its weight. The weights are no opinions: they were learnt together,
//! as those of a structured perceptron (averaged, drawn towards a first guess by hand), on files whose offers are known:
//! `before` of `tests/unseen`, `tests/listings`, `seeds`, real pages. A weight changed alone makes other files worse;
//! learn all again, after any change to what a line or a block tells:
//!
//! ```sh
//! cargo bench -p tremplin-engine --bench cutting -- learn [FOLDER…]
//! ```
//!
//! It prints how files held out are cut, and writes the table below. A new clue takes its line here, and its first guess
//! in `benches/cutting/guess.txt`.

/// Declares the clues and their weights, in one order.
macro_rules! clues {
    ($($(#[$meaning:meta])* $clue:ident $weight:literal)*) => {
        /// One thing that a line or a block tells about where offers begin.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Clue { $($(#[$meaning])* $clue,)* }

        /// What each clue weighs.
        pub(super) static WEIGHTS: [f32; COUNT] = [$($weight),*];
        /// Their names.
        pub(super) static NAMES: [&str; COUNT] = [$(stringify!($clue)),*];
        /// How many clues there are.
        pub(super) const COUNT: usize = [$(Clue::$clue),*].len();
    };
}

clues! {
    // The line that would open an offer.
    /// A blank line, a ruler or the page's own words stand before it.
    Apart 1.6
    /// Another line stands right before it.
    Joined -1.4
    /// It stands right below a title that names no post.
    BelowTitle 0.0
    /// The same where nearly every title of a post has such a line above.
    BelowTitles -3.8
    /// It stands right below a title that names a post.
    BelowPost -3.4
    /// Its words are said by the title above.
    SaysAgain -2.1
    Link -2.4
    /// A kind of contract alone, or offers of one kind: what offers are sorted by.
    Category -1.1
    /// It says when the offer was published.
    Dated -1.8
    /// It stands right below a title set apart, with no blank line between.
    JoinedBelowTitle -0.4
    JoinedBelowPost -1.6
    /// A title that opens with what is to be done: `Accompagner les élèves`.
    Task 0.1
    /// It ends with a question mark.
    Asks -0.9
    /// It ends with an exclamation mark.
    Exclaims -0.4
    /// Other lines of the file count up, and this one does not.
    Uncounted -2.3
    /// It reads like a title, or like an item that names a post.
    Title 1.1
    /// It does not.
    NoTitle 0.1
    NamesPost 2.3
    Counted 1.8
    /// It says that someone is sought, and names no post.
    Seeks 2.1
    /// It tells as much as an offer does.
    Whole -0.2
    /// It heads a section of an offer.
    Section -7.7
    Small 1.0
    /// It ends with a comma or a semicolon.
    GoesOn -2.2
    Colon -0.4
    Sentence -1.0
    /// `Mission 2 : …`
    Part -3.3
    /// `Lieu : Nantes`
    StatesFact -4.8
    /// `Poste : jardinier`
    Record 2.0
    /// The first line of a message.
    Message 3.1
    /// What opens a record of a feed: `<item>`.
    Element 5.0
    /// A row below the labels of its columns.
    TableRow 4.0
    /// It heads what is no offer in a newsletter: `L'agenda`.
    Rubric -5.1
    /// `Nos offres d'emploi`, and nothing else.
    OnlyOffers -3.9
    /// A message's sender with an address.
    Sender 2.9
    /// It is the time at which a message was sent.
    Stamped 4.2
    /// The same, and a title of a post stands right below it.
    StampAboveTitle -4.3
    /// It is a title right below such a time.
    BelowStamp 2.2
    /// Such a time stands below it.
    AboveStamp 3.2
    /// It speaks of several offers.
    OfOffers -2.9
    Contracted 0.8
    Placed 3.1
    /// A way to apply, or a page's own words, stand above, and it is set apart or a title.
    AfterWay 1.4
    /// The same, and it is neither.
    AfterWayJoined 1.6
    FirstLine 0.8
    /// It is the first line of a file whose first lines speak of several offers.
    FirstOfListing -3.7
    /// Two blank lines or more stand before it.
    Far 0.8
    BelowRuler -0.1
    AboveRuler 0.4
    Capitals 0.5
    Level -0.2
    Row -0.3
    /// A title that names no post stands above another one that is set apart.
    AboveTitle -1.0
    /// The same, and the other names a post.
    AbovePost 0.1
    /// The same, in a file where nearly every title of a post has such a line above.
    AbovePosts 2.1
    /// It stands right above words of the page, or a path.
    AbovePage -0.4
    /// Its words come again below: it may be a table of contents.
    ComesAgain -0.9
    /// Its words stood above already.
    CameBefore -0.3
    /// It names a commune, a département or a region alone.
    Place 0.6
    /// A name, then a post: who signs.
    Signature -1.6
    /// It is a date alone.
    Date -1.9
    /// It is a header of a message, or stands right below one.
    BelowHeader -1.5
    Greeting 0.1
    BelowGreeting -0.1
    /// Words parted by signs, as menus and paths of pages are.
    Path 0.0
    BelowPage -0.1
    /// The lines of its form that open whole offers.
    Kin 0.1
    /// How much less kin it has than others.
    Stranger -2.7

    /// A title whose next lines, right below, name a place: `Jardinier`, `Le Verger`, `Sète (34)`.
    Card 2.6
    /// A title of a post, and a name alone right below it: `Jardinier`, `Le Verger`.
    NameBelow 1.9
    /// An item of a list that tells as much as an offer does, in a file of such lines.
    WholeItem 3.6

    /// An item that names a post, below words of one who recruits or of several offers.
    ItemSought 2.4

    // The offer that it would open.
    /// Any offer.
    Offer -6.9
    Kinds0 -8.0
    Kinds1 -4.9
    Kinds2 -2.6
    Kinds3 -0.3
    Kinds4 1.2
    Kinds5 2.6
    Kinds6 3.4
    Kinds7 5.2
    /// How many kinds of fact it lacks, in a file whose first lines may tell them for all.
    FewInListing 1.3
    /// It tells neither contract nor how to apply.
    NotOffered -2.1
    /// The same where the file's first lines may tell it.
    NotOfferedInListing -0.1
    NoBody -3.0
    /// It names posts, and no way to apply.
    Summary -3.9
    /// It tells again what an offer tells once.
    ToldAgain -1.2
    /// Titles inside that name posts.
    PostsInside -0.2
    /// A title inside names a post in the form of its own: `## Jardinier`, then `## Fleuriste`.
    AlikeInside -1.8
    /// It says again what comes back in the file: labels, buttons, signs.
    Recurring -0.9
    /// It says once what comes back in the file: the share of it.
    Regular 1.0
    /// It is far shorter than the file's usual offer.
    ShortForFile -2.6
    LongForFile 0.3
    CountedInside 0.0
    MessagesInside -2.3
    RulersInside 0.0
    Ways 0.8
    /// Its first lines answer an offer, or tell how a forum works.
    Answers -4.6
    Short 0.9
    /// Kinds of fact beyond two that its only line tells.
    OneLine 2.1
    Long -0.3
    /// It ends with a way to apply.
    EndsWithWay 1.9

    // The next offer's first line, beside its own.
    /// They share a form that mostly first lines have.
    Alike 1.4
    /// They share two of them or more.
    AlikeMore 1.1
    /// They share a form that any line may have.
    AlikeSome 0.9
    Unlike -0.9
    SameGap 1.6

    // What is left out.
    LeftOut -0.8
    LeftOutFirst -0.1
    /// The same, with a page's or a message's own words.
    LeftOutPage -0.6
    LeftOutLast -0.1
    LeftOutBetween 0.4
    LeftOutPost 0.4
    LeftOutWhole -0.7
    LeftOutLong -1.2

    // A file of one offer.
    Alone 2.6
    AloneAtFirst 3.8
    /// It begins at the first line, which stands above words of the page.
    AloneAbovePage -0.8
    AloneOfListing -0.4
}
