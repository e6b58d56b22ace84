//! What speaks for a cut or against it, and how loudly: all weights in one table.
//!
//! A cut's score is the sum of its clues, each times its weight. The weights were tuned together on files whose offers
//! are known; a change to one is to be tried on all of them.

/// Declares the clues and their weights, in one order.
macro_rules! clues {
    ($($(#[$meaning:meta])* $clue:ident $weight:literal)*) => {
        /// One thing that a line or a block tells about where offers begin.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Clue { $($(#[$meaning])* $clue,)* }

        /// What each clue weighs.
        pub(super) static WEIGHTS: [f32; COUNT] = [$($weight),*];
        /// How many clues there are.
        pub(super) const COUNT: usize = [$(Clue::$clue),*].len();
        #[allow(dead_code)]
        pub(super) static NAMES: [&str; COUNT] = [$(stringify!($clue)),*];
    };
}

clues! {
    // The line that would open an offer.
    /// A blank line, a ruler or the page's own words stand before it.
    Apart 1.0
    /// Another line stands right before it.
    Joined -2.0
    /// It stands right below a title.
    BelowTitle -3.0
    /// It reads like a title, or like an item that names a post.
    Title 1.5
    /// It does not.
    NoTitle -1.5
    NamesPost 2.0
    Counted 2.0
    /// It says that someone is sought, and names no post.
    Seeks 1.5
    /// It tells as much as an offer does.
    Whole 3.0
    /// It heads a section of an offer.
    Section -8.0
    Small -3.0
    /// It ends with a comma or a semicolon.
    GoesOn -2.0
    Colon 0.0
    Sentence 0.0
    /// `Mission 2 : …`
    Part -4.0
    /// `Lieu : Nantes`
    StatesFact -5.0
    /// `Poste : jardinier`
    Record 2.0
    /// The first line of a message.
    Message 4.0
    /// A message's sender with an address.
    Sender 4.0
    /// It is the time at which a message was sent.
    Stamped 5.0
    /// Such a time stands below it.
    AboveStamp 4.0
    /// It speaks of several offers.
    OfOffers -4.0
    Contracted 1.0
    Placed 3.0
    /// A way to apply, or a page's own words, stand above.
    AfterWay 1.5
    FirstLine 0.0
    /// It is the first line of a file whose first lines speak of several offers.
    FirstOfListing -4.0
    /// Two blank lines or more stand before it.
    Far 0.0
    BelowRuler 0.0
    AboveRuler 0.0
    Capitals 0.0
    Level 0.0
    Row 0.0
    /// A title that names no post stands above another one that is set apart.
    AboveTitle 0.0
    /// The same, and the other names a post.
    AbovePost 0.0
    /// The same, in a file where nearly every title of a post has such a line above.
    AbovePosts 2.0
    /// It stands right above words of the page, or a path.
    AbovePage -1.0
    /// Its words come again below: it may be a table of contents.
    ComesAgain -1.0
    /// Its words stood above already.
    CameBefore 0.0
    /// It names a commune, a département or a region alone.
    Place 0.0
    /// A name, then a post: who signs.
    Signature -2.0
    /// It is a date alone.
    Date -1.0
    /// It is a header of a message, or stands right below one.
    BelowHeader 0.0
    Greeting 0.0
    BelowGreeting 0.0
    /// Words parted by signs, as menus and paths of pages are.
    Path 0.0
    BelowPage 0.0
    /// The lines of its form that open whole offers.
    Kin 1.0
    /// How much less kin it has than others.
    Stranger -4.0

    // The offer that it would open.
    /// Any offer.
    Offer -8.0
    Kinds0 -8.0
    Kinds1 -6.0
    Kinds2 -3.0
    Kinds3 0.5
    Kinds4 2.0
    Kinds5 3.0
    Kinds6 3.5
    Kinds7 3.5
    /// It tells neither contract nor how to apply.
    NotOffered -3.0
    /// The same where the file's first lines may tell it.
    NotOfferedInListing -0.5
    NoBody -6.0
    /// It names posts, and no way to apply.
    Summary -4.0
    /// It tells again what an offer tells once.
    ToldAgain -1.5
    /// Titles inside that name posts.
    PostsInside 0.0
    /// It says again what comes back in the file: labels, buttons, signs.
    Recurring -0.3
    /// It says once what comes back in the file: the share of it.
    Regular 1.0
    /// It is far shorter than the file's usual offer.
    ShortForFile -1.0
    LongForFile 0.0
    CountedInside 0.0
    MessagesInside 0.0
    RulersInside 0.0
    Ways 0.0
    Short 0.0
    Long 0.0
    /// It ends with a way to apply.
    EndsWithWay 0.0

    // The next offer's first line, beside its own.
    /// They share a form that mostly first lines have.
    Alike 0.5
    /// They share a form that any line may have.
    AlikeSome 0.2
    Unlike 0.0
    SameGap 0.0

    // What is left out.
    LeftOut -0.5
    LeftOutFirst 0.0
    LeftOutLast 0.0
    LeftOutBetween 0.0
    LeftOutPost 0.0
    LeftOutWhole 0.0
    LeftOutLong 0.0

    // A file of one offer.
    Alone 1.0
    AloneAtFirst 3.0
    AloneOfListing 0.0
}
