//! Which offers hold something, and how much of it: what is looked up offer by offer, and emptied at the cost of those that
//! hold it alone.

/// What an offer holds of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Worth {
    /// 0 for nothing, 1 for all that could be.
    pub(super) points: f32,
    /// Whether only a word meant by it stands there.
    pub(super) typo: bool,
}

/// What each offer holds.
pub(super) struct Holders {
    worth: Vec<Worth>,
    /// The offers that hold anything, in any order.
    held_by: Vec<u32>,
}

impl Holders {
    /// None of so many offers.
    pub(super) fn none(offers: usize) -> Self {
        Self { worth: vec![Worth::default(); offers], held_by: Vec::new() }
    }

    /// What the offer holds.
    pub(super) fn get(&self, offer: u32) -> Worth {
        self.worth.get(offer as usize).copied().unwrap_or_default()
    }

    /// How many offers hold anything.
    pub(super) fn len(&self) -> usize {
        self.held_by.len()
    }

    /// Calls `see` with each offer that holds anything, and what.
    #[inline]
    pub(super) fn each(&self, mut see: impl FnMut(u32, Worth)) {
        for &offer in &self.held_by {
            see(offer, self.worth[offer as usize]);
        }
    }

    /// The offer holds this too: what is worth more counts, and nothing that was only meant beside what is there.
    #[inline]
    pub(super) fn add(&mut self, offer: u32, worth: Worth) {
        let Some(held) = self.worth.get_mut(offer as usize) else { return };
        if worth.points > held.points && (!worth.typo || held.typo || held.points == 0.0) {
            if held.points == 0.0 {
                self.held_by.push(offer);
            }
            *held = worth;
        }
    }

    /// The offer holds this by another way: what is there as typed counts before what was only meant, then what is worth more.
    pub(super) fn add_way(&mut self, offer: u32, worth: Worth) {
        let Some(held) = self.worth.get_mut(offer as usize) else { return };
        let better =
            held.typo && !worth.typo || worth.points > held.points && worth.typo == held.typo;
        if worth.points > 0.0 && (held.points == 0.0 || better) {
            if held.points == 0.0 {
                self.held_by.push(offer);
            }
            *held = worth;
        }
    }

    /// Nobody holds anything any more.
    pub(super) fn clear(&mut self) {
        for offer in self.held_by.drain(..) {
            self.worth[offer as usize] = Worth::default();
        }
    }
}
