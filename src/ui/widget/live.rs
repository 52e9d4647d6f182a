//! Values that follow the case, and parts of a view that come and go with them.
//!
//! Leptos writes its code out for every closure that is put into a view. Here a closure is boxed
//! first, so that the program holds that code once for each *type* of value.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

use crate::case::Id;

type Boxed<T> = Box<dyn Fn() -> T + Send + Sync>;

/// A value that follows whatever `of` reads.
pub fn live<T: Send + Sync + 'static>(of: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    let of: Boxed<T> = Box::new(of);
    Signal::derive(of)
}

/// A value worked out from others when one of them has become another, and told on only when it has
/// become another itself.
///
/// Leptos writes its own memos out for every type of value. All of these hold their value behind one
/// type, so that the program holds that code once.
pub struct Memo<T> {
    known: leptos::prelude::Memo<Known>,
    of: PhantomData<fn() -> T>,
}

/// A value of some type.
#[derive(Clone)]
struct Known(Arc<dyn Value>);

trait Value: Any + Send + Sync {
    fn is_the_same_as(&self, other: &dyn Value) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn is_the_same_as(&self, other: &dyn Value) -> bool {
        (other as &dyn Any).downcast_ref() == Some(self)
    }
}

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_the_same_as(&*other.0)
    }
}

impl Known {
    /// The value as the type it was made with; it is never of another, for only [`memo`] makes one.
    fn with<T: 'static, O>(&self, read: impl FnOnce(&T) -> O) -> O {
        let value: &dyn Any = &*self.0;
        value.downcast_ref().map_or_else(|| std::process::abort(), read)
    }
}

/// What [`Memo`] holds, worked out by `of`.
pub fn memo<T>(of: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo { known: remembered(Box::new(move || Known(Arc::new(of())))), of: PhantomData }
}

fn remembered(of: Boxed<Known>) -> leptos::prelude::Memo<Known> {
    leptos::prelude::Memo::new(move |_| of())
}

impl<T: 'static> Memo<T> {
    /// Reads the value, and follows it.
    pub fn with<O>(self, read: impl FnOnce(&T) -> O) -> O {
        tracked(self.known).with(read)
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        tracked(self.known);
    }

    /// Reads the value as it is now; none once its part of the page is gone.
    pub fn try_with_untracked<O>(self, read: impl FnOnce(&T) -> O) -> Option<O> {
        self.known.try_get_untracked().map(|known| known.with(read))
    }

    /// Reads the value as it is now.
    pub fn with_untracked<O>(self, read: impl FnOnce(&T) -> O) -> O {
        untracked(self.known).with(read)
    }

    /// The value, followed.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// The same for what wants a signal, attributes for example.
    pub fn signal(self) -> Signal<T>
    where
        T: Clone + Send + Sync,
    {
        live(move || self.get())
    }
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: Clone + Send + Sync + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        memo.signal()
    }
}

fn tracked(known: leptos::prelude::Memo<Known>) -> Known {
    known.get()
}

fn untracked(known: leptos::prelude::Memo<Known>) -> Known {
    known.get_untracked()
}

/// A part of a view that is built anew whenever what `of` reads becomes another.
pub fn part<V: IntoView + 'static>(
    of: impl Fn() -> V + Send + Sync + 'static,
) -> impl Fn() -> AnyView + Clone + Send + Sync + 'static {
    shared(Arc::new(move || of().into_any()))
}

fn shared(
    of: Arc<dyn Fn() -> AnyView + Send + Sync>,
) -> impl Fn() -> AnyView + Clone + Send + Sync + 'static {
    move || of()
}

/// A part of the view that is there while `when` holds.
#[component]
pub fn When(
    /// While this holds.
    when: Signal<bool>,
    /// What is there.
    children: ChildrenFn,
) -> impl IntoView {
    let when = memo(move || when.get());
    part(move || when.get().then(|| children()))
}

/// A part of the view for each row, kept while the row is there.
#[component]
pub fn Each(
    /// The rows in order.
    ids: Memo<Vec<Id>>,
    /// What is there for one of them.
    row: impl Fn(Id) -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    each(ids, Arc::new(row))
}

fn each(ids: Memo<Vec<Id>>, row: Arc<dyn Fn(Id) -> AnyView + Send + Sync>) -> impl IntoView {
    view! { <For each=move || ids.get() key=|id| *id children=move |id| row(id)/> }
}
