//! A part of the page, which is drawn again only when what it shows is another: a keystroke changes little of the page.

use std::any::Any;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

/// All that a part shows. Two that are equal look the same.
pub(crate) trait Draw: PartialEq + 'static {
    /// Draws it.
    fn draw(&self) -> Html;
}

/// The part that shows `what`. In a list it has a key.
pub(crate) fn part(what: impl Draw, key: Option<Key>) -> Html {
    place(Rc::new(what), key)
}

/// The same, of any kind.
#[inline(never)]
pub(crate) fn place(what: Rc<dyn Shown>, key: Option<Key>) -> Html {
    Html::from(VComp::new::<Part>(Rc::new(Props { what }), key))
}

/// [`Draw`] of any kind, so that there is one component for all.
pub(crate) trait Shown: Any {
    fn draw(&self) -> Html;
    fn is(&self, other: &dyn Any) -> bool;
}

impl<T: Draw> Shown for T {
    fn draw(&self) -> Html {
        Draw::draw(self)
    }

    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>().is_some_and(|other| self == other)
    }
}

#[derive(Properties)]
struct Props {
    what: Rc<dyn Shown>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let other: &Rc<dyn Shown> = &other.what;
        let any: &dyn Any = &**other;
        Rc::ptr_eq(&self.what, other) || self.what.is(any)
    }
}

struct Part;

impl Component for Part {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().what.draw()
    }
}
