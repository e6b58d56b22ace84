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
    Apart 0.9
    /// Another line stands right before it.
    Joined -2.4
    /// It stands right below a title that names no post.
    BelowTitle 0.7
    /// The same where nearly every title of a post has such a line above.
    BelowTitles -5.0
    /// It stands right below a title that names a post.
    BelowPost -5.7
    /// Its words are said by the title above.
    SaysAgain -3.1
    Link -3.7
    /// A kind of contract alone, or offers of one kind: what offers are sorted by.
    Category -1.1
    /// It says when the offer was published.
    Dated -2.2
    /// It stands right below a title set apart, with no blank line between.
    JoinedBelowTitle -0.1
    JoinedBelowPost -2.4
    /// A title that opens with what is to be done: `Accompagner les élèves`.
    Task 2.1
    /// It ends with a question mark.
    Asks 0.1
    /// It ends with an exclamation mark.
    Exclaims -0.4
    /// Other lines of the file count up, and this one does not.
    Uncounted -3.9
    /// It reads like a title, or like an item that names a post.
    Title 0.3
    /// It does not.
    NoTitle -0.8
    NamesPost 3.5
    Counted 2.1
    /// It says that someone is sought, and names no post.
    Seeks 3.2
    /// It tells as much as an offer does.
    Whole -1.8
    /// It heads a section of an offer.
    Section -7.5
    Small -0.1
    /// It ends with a comma or a semicolon.
    GoesOn -2.2
    Colon -0.2
    Sentence -1.4
    /// `Mission 2 : …`
    Part -3.6
    /// `Lieu : Nantes`
    StatesFact -5.2
    /// `Poste : jardinier`
    Record 1.8
    /// The first line of a message.
    Message 3.2
    /// A message's sender with an address.
    Sender 3.4
    /// It is the time at which a message was sent.
    Stamped 4.9
    /// Such a time stands below it.
    AboveStamp 3.7
    /// It speaks of several offers.
    OfOffers -6.0
    Contracted 2.2
    Placed 3.2
    /// A way to apply, or a page's own words, stand above, and it is set apart or a title.
    AfterWay 2.6
    /// The same, and it is neither.
    AfterWayJoined 3.0
    FirstLine 0.3
    /// It is the first line of a file whose first lines speak of several offers.
    FirstOfListing -6.2
    /// Two blank lines or more stand before it.
    Far 0.3
    BelowRuler -0.2
    AboveRuler 0.6
    Capitals 0.0
    Level -0.9
    Row 0.0
    /// A title that names no post stands above another one that is set apart.
    AboveTitle -1.6
    /// The same, and the other names a post.
    AbovePost 0.2
    /// The same, in a file where nearly every title of a post has such a line above.
    AbovePosts 3.3
    /// It stands right above words of the page, or a path.
    AbovePage -3.6
    /// Its words come again below: it may be a table of contents.
    ComesAgain -2.3
    /// Its words stood above already.
    CameBefore -0.9
    /// It names a commune, a département or a region alone.
    Place 1.1
    /// A name, then a post: who signs.
    Signature -1.4
    /// It is a date alone.
    Date -2.8
    /// It is a header of a message, or stands right below one.
    BelowHeader -1.5
    Greeting -0.2
    BelowGreeting -0.4
    /// Words parted by signs, as menus and paths of pages are.
    Path 0.0
    BelowPage 1.7
    /// The lines of its form that open whole offers.
    Kin 0.9
    /// How much less kin it has than others.
    Stranger -5.0

    // The offer that it would open.
    /// Any offer.
    Offer -8.7
    Kinds0 -7.6
    Kinds1 -6.9
    Kinds2 -4.8
    Kinds3 -2.1
    Kinds4 -0.1
    Kinds5 2.9
    Kinds6 5.8
    Kinds7 7.6
    /// How many kinds of fact it lacks, in a file whose first lines may tell them for all.
    FewInListing 2.1
    /// It tells neither contract nor how to apply.
    NotOffered -3.8
    /// The same where the file's first lines may tell it.
    NotOfferedInListing -1.4
    NoBody -5.7
    /// It names posts, and no way to apply.
    Summary -4.6
    /// It tells again what an offer tells once.
    ToldAgain -2.1
    /// Titles inside that name posts.
    PostsInside 0.2
    /// It says again what comes back in the file: labels, buttons, signs.
    Recurring -1.4
    /// It says once what comes back in the file: the share of it.
    Regular 3.3
    /// It is far shorter than the file's usual offer.
    ShortForFile -6.4
    LongForFile 0.6
    CountedInside 0.4
    MessagesInside -2.3
    RulersInside 1.8
    Ways 2.1
    Short -0.3
    /// Kinds of fact beyond two that its only line tells.
    OneLine 6.1
    Long -0.1
    /// It ends with a way to apply.
    EndsWithWay 4.9

    // The next offer's first line, beside its own.
    /// They share a form that mostly first lines have.
    Alike 2.2
    /// They share two of them or more.
    AlikeMore 0.6
    /// They share a form that any line may have.
    AlikeSome 0.5
    Unlike -2.6
    SameGap 2.3

    // What is left out.
    LeftOut -0.8
    LeftOutFirst 0.8
    /// The same, with a page's or a message's own words.
    LeftOutPage -0.9
    LeftOutLast -0.1
    LeftOutBetween 0.0
    LeftOutPost -0.5
    LeftOutWhole -1.6
    LeftOutLong -1.1

    // A file of one offer.
    Alone 2.4
    AloneAtFirst 8.8
    /// It begins at the first line, which stands above words of the page.
    AloneAbovePage -1.8
    AloneOfListing -2.2
}
