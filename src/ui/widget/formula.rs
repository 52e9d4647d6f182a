//! The working as a formula: hovering a term shows its box, and the other way round.

use std::iter::once;
use std::vec::IntoIter;

use leptos::ev;
use leptos::math::{math, mfrac, mi, mn, mo, mrow, msqrt, msub, msup};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::heading::Heading;
use super::live::{Memo, live, part};
use crate::case::Input;
use crate::case::working::{Term, Working, inputs, spoken};
use crate::ui::workspace::Workspace;
use crate::words::shell;

/// The part of a page that shows how its numbers come about.
#[component]
pub fn WorkingSection(
    /// The lines of the formula.
    working: Memo<Option<Working>>,
    /// Whose numbers they are.
    #[prop(default = None, into)]
    about: Option<Signal<Option<String>>>,
    /// What is said of it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="working">
            <Heading title=shell::WORKING about/>
            <Formula working/>
            {children.map(|children| children())}
        </section>
    }
}

/// A formula in symbols and with the user's numbers.
#[component]
pub fn Formula(
    /// Its lines.
    working: Memo<Option<Working>>,
) -> impl IntoView {
    let workspace = Workspace::here();
    let line = move |terms: Vec<Term>| {
        let piece = |terms| math().attr("aria-hidden", "true").child(row(terms, workspace));
        view! { <p>{pieces(terms).into_iter().map(piece).collect_view()}</p> }
    };
    let whole = move |working: Working| {
        let words = spoken(&working);
        view! {
            <div role="math" aria-label=words>{working.into_iter().map(line).collect_view()}</div>
        }
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

/// A line in the pieces it may be broken into where it is too long: before a sign outside all
/// brackets.
fn pieces(terms: Vec<Term>) -> Vec<Vec<Term>> {
    let mut pieces = vec![Vec::new()];
    let mut depth = 0_usize;
    for term in terms {
        let breaks = matches!(term, Term::Sign("=" | "+" | "−" | "×" | "≈"));
        match bracket(&term) {
            Some(Bracket::Opening) => depth += 1,
            Some(Bracket::Closing) => depth = depth.saturating_sub(1),
            None if breaks && depth == 0 => pieces.push(Vec::new()),
            None => {}
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(term);
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

enum Bracket {
    Opening,
    Closing,
}

/// Which bracket a term is; the closing one may be raised to a power.
fn bracket(term: &Term) -> Option<Bracket> {
    match term {
        Term::Sign("(") => Some(Bracket::Opening),
        Term::Sign(")") => Some(Bracket::Closing),
        Term::Power(base, _) if **base == Term::Sign(")") => Some(Bracket::Closing),
        _ => None,
    }
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
        // The first sign of a row is one between two terms all the same.
        Term::Sign(sign @ ("=" | "+" | "−" | "×" | "≈")) => {
            mo().attr("form", "infix").child(sign).into_any()
        }
        Term::Sign(sign) => mo().child(sign).into_any(),
        Term::Fraction(top, bottom) => {
            mfrac().child((row(top, workspace), row(bottom, workspace))).into_any()
        }
        Term::Row(terms) => row(terms, workspace),
        Term::Power(base, power) => {
            let base = match *base {
                fraction @ Term::Fraction(..) => vec![Term::Sign("("), fraction, Term::Sign(")")],
                base => vec![base],
            };
            msup().child((row(base, workspace), row(in_line(*power), workspace))).into_any()
        }
    }
}

/// A power in one line: a fraction would be too small to read.
fn in_line(power: Term) -> Vec<Term> {
    let bracketed = |terms: Vec<Term>| match terms.len() {
        0 | 1 => terms,
        _ => [vec![Term::Sign("(")], terms, vec![Term::Sign(")")]].concat(),
    };
    match power {
        Term::Fraction(top, bottom) if bottom == [Term::Number("1".into(), None)] => top,
        Term::Fraction(top, bottom) => {
            [bracketed(top), vec![Term::Sign("/")], bracketed(bottom)].concat()
        }
        power => vec![power],
    }
}

/// Terms beside each other.
fn row(terms: Vec<Term>, workspace: Workspace) -> AnyView {
    let mut rest = terms.into_iter();
    let (mut row, mut stray) = views(&mut rest, workspace);
    while let Some(bracket) = stray {
        row.push(term(bracket, workspace));
        let (more, next) = views(&mut rest, workspace);
        row.extend(more);
        stray = next;
    }
    mrow().child(row).into_any()
}

/// The terms up to the end or to the bracket that closes them, and that bracket.
fn views(rest: &mut IntoIter<Term>, workspace: Workspace) -> (Vec<AnyView>, Option<Term>) {
    let mut views = Vec::new();
    let mut is_root = false;
    while let Some(next) = rest.next() {
        match bracket(&next) {
            Some(Bracket::Closing) => return (views, Some(next)),
            Some(Bracket::Opening) => {
                views.push(bracketed(rest, std::mem::take(&mut is_root), workspace));
            }
            None if next == Term::Sign("√") => is_root = true,
            None => views.push(term(next, workspace)),
        }
    }
    (views, None)
}

/// What stands in brackets is a row of its own, so that both are as tall as it is, and that a power
/// is raised over the whole; under a root it needs none.
fn bracketed(rest: &mut IntoIter<Term>, is_root: bool, workspace: Workspace) -> AnyView {
    let (inside, closing) = views(rest, workspace);
    if is_root {
        return msqrt().child(inside).into_any();
    }
    let mark = |sign| mo().child(sign).into_any();
    let whole: Vec<AnyView> = once(mark("(")).chain(inside).chain(once(mark(")"))).collect();
    let whole = mrow().child(whole).into_any();
    match closing {
        Some(Term::Power(_, power)) => {
            msup().child((whole, row(in_line(*power), workspace))).into_any()
        }
        _ => whole,
    }
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
