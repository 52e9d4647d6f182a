//! The working as a formula: hovering a term shows its box, and the other way round.

use leptos::ev;
use leptos::math::{math, mfrac, mi, mn, mo, mrow, msub, msup, mtable, mtd, mtr};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::live::{live, part};
use crate::case::Input;
use crate::case::working::{Term, Working, inputs, spoken};
use crate::ui::workspace::Workspace;
use crate::words::shell;

/// A formula in symbols and with the user's numbers.
#[component]
pub fn Formula(
    /// Its lines.
    working: Signal<Option<Working>>,
) -> impl IntoView {
    let workspace = Workspace::here();
    let line = move |terms: Vec<Term>| {
        mtr().child(mtd().child(terms.into_iter().map(|t| term(t, workspace)).collect_view()))
    };
    let whole = move |working: Working| {
        let words = spoken(&working);
        math()
            .attr("display", "block")
            .attr("aria-label", words)
            .child(mtable().child(working.into_iter().map(line).collect_view()))
    };
    // One listener for all terms: they are built anew with every number.
    let point = move |event: ev::PointerEvent| {
        let input = working
            .with_untracked(|working| Some(inputs(working.as_ref()?)[place_of_term(&event)?]));
        if workspace.linked.get_untracked() != input {
            workspace.linked.set(input);
        }
    };
    view! {
        <div class="formula" tabindex="0" role="region" aria-label=workspace.tell(shell::WORKING)
            on:pointerover=point on:pointerleave=move |_| workspace.linked.set(None)>
            {part(move || working.get().map(whole))}
        </div>
    }
}

/// Which of the terms that stand for an input is pointed at, counted as they are written.
fn place_of_term(event: &ev::PointerEvent) -> Option<usize> {
    let formula: web_sys::Element = event.current_target()?.dyn_into().ok()?;
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    let term = target.closest(".term").ok().flatten()?;
    let terms = formula.query_selector_all(".term").ok()?;
    (0..terms.length())
        .position(|k| terms.item(k).is_some_and(|node| node.is_same_node(Some(&term))))
}

/// One term, and what belongs to it.
fn term(term: Term, workspace: Workspace) -> AnyView {
    match term {
        Term::Symbol(letter, "", input) => linked(mi().child(letter).into_any(), input, workspace),
        Term::Symbol(letter, index, input) => {
            let name = msub().child((mi().child(letter), mi().child(index)));
            linked(name.into_any(), input, workspace)
        }
        Term::Number(text, input) => linked(mn().child(text).into_any(), input, workspace),
        Term::Sign(sign) => mo().child(sign).into_any(),
        Term::Fraction(top, bottom) => {
            mfrac().child((row(top, workspace), row(bottom, workspace))).into_any()
        }
        Term::Power(base, power) => {
            msup().child((self::term(*base, workspace), self::term(*power, workspace))).into_any()
        }
    }
}

fn row(terms: Vec<Term>, workspace: Workspace) -> AnyView {
    mrow().child(terms.into_iter().map(|t| term(t, workspace)).collect_view()).into_any()
}

/// A term that stands for an input: the two show each other.
fn linked(term: AnyView, input: Option<Input>, workspace: Workspace) -> AnyView {
    let Some(input) = input else { return term };
    mrow()
        .attr(
            "class",
            live(
                move || {
                    if workspace.linked.get() == Some(input) { "term linked" } else { "term" }
                },
            ),
        )
        .child(term)
        .into_any()
}
