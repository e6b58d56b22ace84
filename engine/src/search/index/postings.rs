//! In which offers a form stands, and in which of their fields.

/// Where a word may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) enum Field {
    Title,
    Organisation,
    /// Commune of the main place.
    City,
    /// Everything else of the places.
    Place,
    /// Words of the closed lists: contract, remote, level.
    Facet,
    Body,
}

impl Field {
    pub(in crate::search) const ALL: [Self; 6] =
        [Self::Title, Self::Organisation, Self::City, Self::Place, Self::Facet, Self::Body];

    /// The bits of a [`Reach`] that tell of it.
    fn bits(self) -> u8 {
        if self == Self::Body { 0b111 << BODY_SHIFT } else { 1 << self as u8 }
    }
}

/// In which fields of an offer a form stands, in one byte: a bit for each short field, and three bits for how often in
/// the body, for its length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Reach(pub(in crate::search) u8);

/// What each step of the three bits stands for.
pub(in crate::search) const OFTEN: [f32; 8] = [0.0, 0.6, 1.0, 1.5, 2.2, 3.2, 5.0, 8.0];

const BODY_SHIFT: u8 = Field::Body as u8;

impl Reach {
    /// Every field.
    pub(in crate::search) const ALL: Self = Self(u8::MAX);

    /// These fields alone.
    pub(in crate::search) fn of(fields: &[Field]) -> Self {
        Self(fields.iter().fold(0, |bits, field| bits | field.bits()))
    }

    /// One field, once.
    pub(in crate::search) fn of_one(field: Field) -> Self {
        if field == Field::Body { Self::body(1.0) } else { Self::short(field) }
    }

    /// One short field.
    pub(super) fn short(field: Field) -> Self {
        Self(1 << field as u8)
    }

    /// The body, where the form stands that often.
    pub(super) fn body(often: f32) -> Self {
        let step = OFTEN.iter().rposition(|&step| step <= often).unwrap_or(0).max(1);
        Self((step as u8) << BODY_SHIFT)
    }

    /// Both; of two bodies the one where the form stands more often.
    pub(super) fn or(self, other: Self) -> Self {
        let body = (self.0 >> BODY_SHIFT).max(other.0 >> BODY_SHIFT) << BODY_SHIFT;
        let short = (1 << BODY_SHIFT) - 1;
        Self(body | ((self.0 | other.0) & short))
    }

    /// What is in both.
    pub(in crate::search) fn within(self, allowed: Self) -> Self {
        Self(self.0 & allowed.0)
    }

    /// Whether the form stands in that field.
    pub(in crate::search) fn holds(self, field: Field) -> bool {
        self.0 & field.bits() != 0
    }

    /// How often in the body, for its length; 0 for not at all.
    pub(in crate::search) const fn often(self) -> f32 {
        OFTEN[(self.0 >> BODY_SHIFT) as usize]
    }
}

/// The offers that hold a form, in order, each with its fields.
#[derive(Clone, Copy)]
pub(in crate::search) struct Postings<'a> {
    bytes: &'a [u8],
}

impl<'a> Postings<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// Calls `see` with each offer and its fields. An offer is told by its distance from the one before, in groups of seven
    /// bits; then come its fields.
    #[inline]
    pub(in crate::search) fn each(self, mut see: impl FnMut(u32, Reach)) {
        let (mut offer, mut distance, mut shift, mut is_reach) = (0_u32, 0_u32, 0, false);
        for &byte in self.bytes {
            if is_reach {
                see(offer, Reach(byte));
                (offer, distance, shift, is_reach) = (offer.wrapping_add(1), 0, 0, false);
            } else {
                distance |= u32::from(byte & 0x7F).wrapping_shl(shift);
                shift += 7;
                if byte < 0x80 {
                    offer = offer.wrapping_add(distance);
                    is_reach = true;
                }
            }
        }
    }

    /// How many offers there are.
    pub(in crate::search) fn count(self) -> usize {
        let mut count = 0;
        self.each(|_, _| count += 1);
        count
    }

    /// The first offer.
    pub(in crate::search) fn first(self) -> Option<u32> {
        let mut first = None;
        self.each(|offer, _| first = first.or(Some(offer)));
        first
    }
}
