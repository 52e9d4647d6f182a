//! Values that follow the case, and parts of a view that come and go with them.
//!
//! Leptos writes its code out for every closure that is put into a view. Here a closure is boxed
//! first, so that the program holds that code once for each *type* of value.

use std::sync::Arc;

use leptos::prelude::*;

use crate::case::Id;

type Boxed<T> = Box<dyn Fn() -> T + Send + Sync>;

/// A value that follows whatever `of` reads.
pub fn live<T: Send + Sync + 'static>(of: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    let of: Boxed<T> = Box::new(of);
    Signal::derive(of)
}

/// The same, worked out once and told on only when it has become another.
pub fn memo<T>(of: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let of: Boxed<T> = Box::new(of);
    Memo::new(move |_| of())
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
