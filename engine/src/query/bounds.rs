//! A least and a most, either of which may be left open.

/// Bounds, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds<T> {
    /// The least that passes, if any is asked for.
    pub least: Option<T>,
    /// The most that passes, if any is asked for.
    pub most: Option<T>,
}

impl<T> Default for Bounds<T> {
    fn default() -> Self {
        Self { least: None, most: None }
    }
}

impl<T: Copy + Ord> Bounds<T> {
    /// Exactly this.
    pub fn exactly(value: T) -> Self {
        Self { least: Some(value), most: Some(value) }
    }

    /// This or more.
    pub fn from(least: T) -> Self {
        Self { least: Some(least), most: None }
    }

    /// This or less.
    pub fn up_to(most: T) -> Self {
        Self { least: None, most: Some(most) }
    }

    /// Whether everything passes.
    pub fn is_free(&self) -> bool {
        self.least.is_none() && self.most.is_none()
    }

    /// Whether something between `least` and `most`, both included, lies within.
    pub fn meet(&self, least: T, most: T) -> bool {
        self.least.is_none_or(|bound| most >= bound) && self.most.is_none_or(|bound| least <= bound)
    }

    /// The same, least before most.
    pub fn in_order(self) -> Self {
        match (self.least, self.most) {
            (Some(least), Some(most)) if least > most => {
                Self { least: Some(most), most: Some(least) }
            }
            _ => self,
        }
    }

    /// Keeps what passes both.
    pub fn narrow(&mut self, other: Self) {
        self.least = self.least.max(other.least);
        self.most = match (self.most, other.most) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }
}
