//! Why an offer answers, word by word.

use super::answering::How;
use super::index::Index;
use super::plan::{Kind, Lookup, Plan};
use super::score::{matches, together};
use crate::dataset::Dataset;
use crate::span::Span;

/// Why an offer stands where it does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// What each word of the query gives.
    pub words: Vec<Reason>,
    /// What it gives that words stand together.
    pub together: f32,
}

/// What one word of a query gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The word, in the query.
    pub word: Span,
    /// The form that answers best, folded, and how; none when nothing does.
    pub by: Option<(String, How)>,
    /// What it gives.
    pub points: f32,
}

impl Explanation {
    /// Why `offer` answers the plan.
    pub(super) fn new(dataset: &Dataset, index: &Index, plan: &Plan, offer: u32) -> Self {
        let local = index.local(dataset, offer);
        let found = matches(plan, &local);
        let mut lookup = Lookup::new(index.offers());
        let clauses = plan.clauses.iter().enumerate();
        let words =
            clauses.filter(|(_, clause)| clause.kind != Kind::Excluded).map(|(number, clause)| {
                let points = plan.held(index, number, &mut lookup).get(offer).points;
                let own = found.iter().filter(|m| plan.leaves[m.leaf].clause == number);
                let best =
                    own.max_by(|a, b| a.quality.total_cmp(&b.quality).then(b.leaf.cmp(&a.leaf)));
                let form = |place: (super::index::Field, u32), leaf: usize| {
                    let standing = local.words().filter(|(_, at)| (at.field, at.place) == place);
                    let forms = standing
                        .filter_map(|(form, _)| Some((form, plan.leaves[leaf].answer(form)?)));
                    forms.max_by(|a, b| a.1.1.total_cmp(&b.1.1)).map(|(form, _)| form.to_owned())
                };
                let by = best
                    .filter(|_| points > 0.0)
                    .and_then(|m| Some((form((m.field, m.place), m.leaf)?, m.how)));
                Reason { word: clause.span, by, points: points * clause.weight }
            });
        Self { words: words.collect(), together: together(plan, &found) }
    }
}
