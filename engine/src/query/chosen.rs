//! The chosen values of one facet.

use std::ops::Deref;

/// Chosen values, in their own order, each once. A handful at most: they lie in one row, and are looked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen<T>(Vec<T>);

impl<T: Ord> Chosen<T> {
    /// Chooses `value`, which may be chosen already.
    pub fn insert(&mut self, value: T) {
        if let Err(place) = self.0.binary_search(&value) {
            self.0.insert(place, value);
        }
    }

    /// Chooses `value`, or no longer.
    pub fn toggle(&mut self, value: T) {
        match self.0.binary_search(&value) {
            Ok(place) => drop(self.0.remove(place)),
            Err(place) => self.0.insert(place, value),
        }
    }
}

impl<T> Default for Chosen<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Deref for Chosen<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Ord> Extend<T> for Chosen<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, values: I) {
        values.into_iter().for_each(|value| self.insert(value));
    }
}

impl<T: Ord> FromIterator<T> for Chosen<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut chosen = Self::default();
        chosen.extend(values);
        chosen
    }
}

impl<T: Ord, const COUNT: usize> From<[T; COUNT]> for Chosen<T> {
    fn from(values: [T; COUNT]) -> Self {
        values.into_iter().collect()
    }
}
