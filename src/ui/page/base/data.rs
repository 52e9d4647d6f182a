//! Where the customers come from: made up, a file, or what was pasted.

use leptos::prelude::*;
use web_sys::{Blob, BlobPropertyBag};

use super::preview::PreviewSection;
use crate::analysis::Opened;
use crate::ui::desk::{Desk, Stage, Trouble};
use crate::ui::widget::button::Button;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{When, live, part};
use crate::ui::workspace::Workspace;
use crate::words::{Glass, base as words, base::refusal};

/// The data, how to bring others, and how far that is.
#[component]
pub fn DataSection() -> impl IntoView {
    let workspace = Workspace::here();
    let desk = Desk::here();
    let told = live(move || {
        let glass = workspace.glass();
        desk.shown.with(|shown| {
            let shown = shown.as_ref()?;
            let name = shown.name.as_deref().unwrap_or(words::SAMPLE_NAME.to(glass.language));
            Some(words::opened(glass, name, &shown.base))
        })
    });
    let trouble = live(move || {
        let glass = workspace.glass();
        desk.trouble.get().map(|trouble| said(&trouble, glass))
    });
    let memory = live(move || {
        let bytes = desk.memory.get();
        (bytes > 0.0).then(|| words::memory(workspace.glass(), bytes))
    });
    view! {
        <section class="data">
            <Heading title=words::DATA remark=words::STAYS/>
            <p class="finding">{told}</p>
            <p class="remark memory">{memory}</p>
            <Bring/>
            <p class="trouble-words" role="alert">{trouble}</p>
            <Progress/>
            <PreviewSection/>
            <LeftOut/>
        </section>
    }
}

fn said(trouble: &Trouble, glass: Glass) -> String {
    match trouble {
        Trouble::Refused(why) => refusal::refusal(why, glass),
        Trouble::Broken => words::BROKEN.to(glass.language).to_owned(),
        Trouble::NoAnalyst => words::NO_ANALYST.to(glass.language).to_owned(),
    }
}

/// A file, a paste, or the made-up customers.
#[component]
fn Bring() -> impl IntoView {
    let workspace = Workspace::here();
    let desk = Desk::here();
    let picker = NodeRef::<leptos::html::Input>::new();
    let pasting = RwSignal::new(false);
    let pick = move |()| {
        if let Some(picker) = picker.get() {
            picker.click();
        }
    };
    let picked = move |_| {
        let Some(picker) = picker.get() else { return };
        if let Some(file) = picker.files().and_then(|files| files.get(0)) {
            desk.open_file(file.name(), file.into());
        }
        picker.set_value("");
    };
    view! {
        <div class="bring">
            <Button label=words::CHOOSE act=pick class="main"/>
            <Button label=words::PASTE expanded=pasting
                act=move |()| pasting.update(|pasting| *pasting = !*pasting)/>
            <Button label=words::SAMPLE act=move |()| desk.open_sample()/>
        </div>
        <input type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" class="hidden" node_ref=picker
            tabindex="-1" aria-hidden="true" aria-label=workspace.tell(words::CHOOSE) on:change=picked/>
        <When when=pasting.into()><Paste pasting/></When>
        <p class="remark">{workspace.tell(words::DROP)}</p>
    }
}

/// The place to paste into.
#[component]
fn Paste(pasting: RwSignal<bool>) -> impl IntoView {
    let workspace = Workspace::here();
    let desk = Desk::here();
    let area = NodeRef::<leptos::html::Textarea>::new();
    let take = move |()| {
        let Some(text) = area.get().map(|area| area.value()) else { return };
        let options = BlobPropertyBag::new();
        options.set_type("text/csv");
        let parts = js_sys::Array::of1(&text.into());
        if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
            pasting.set(false);
            desk.open_file(workspace.say(words::PASTE).to_owned(), blob);
        }
    };
    view! {
        <textarea class="paste" rows="6" spellcheck="false" node_ref=area
            aria-label=workspace.tell(words::PASTE_HERE)
            placeholder=workspace.tell(words::PASTE_HERE)></textarea>
        <Button label=words::TAKE_PASTE act=take/>
    }
}

/// How far the reading is, and a way out.
#[component]
fn Progress() -> impl IntoView {
    let workspace = Workspace::here();
    let desk = Desk::here();
    let busy = live(move || {
        desk.shown.with(Option::is_some)
            && desk.stage.with(|stage| {
                matches!(stage, Some(Stage::Looking | Stage::Reading(..) | Stage::Fitting))
            })
    });
    let words = live(move || {
        let glass = workspace.glass();
        Some(match desk.stage.get()? {
            Stage::Reading(share, rows) => words::progress(share, rows, glass),
            Stage::Fitting => words::FITTING.to(glass.language).to_owned(),
            _ => words::WAIT.to(glass.language).to_owned(),
        })
    });
    let share = live(move || match desk.stage.get() {
        Some(Stage::Reading(share, _)) => format!("{share:.3}"),
        Some(Stage::Fitting) => "1".to_owned(),
        _ => "0".to_owned(),
    });
    view! {
        <When when=busy>
            <div class="progress">
                <span role="status">{words}</span>
                <progress max="1" value=share aria-label=words></progress>
                <Button label=words::CANCEL act=move |()| desk.cancel()/>
            </div>
        </When>
    }
}

/// The rows that were left out, with their reasons.
#[component]
fn LeftOut() -> impl IntoView {
    let workspace = Workspace::here();
    let desk = Desk::here();
    let base = move || desk.shown.with(|shown| shown.as_ref().map(|shown| shown.base.clone()));
    part(move || {
        let glass = workspace.glass();
        let base = base()?;
        let order = base
            .open_order
            .then(|| view! { <p class="remark">{words::OPEN_ORDER.to(glass.language)}</p> });
        let rows = (base.left_out > 0).then(|| rows_left_out(&base, glass));
        Some(view! { {order} {rows} })
    })
}

fn rows_left_out(base: &Opened, glass: Glass) -> AnyView {
    let reason = |(reason, count): &(_, u64)| {
        format!(
            "{} {}",
            refusal::reason(*reason).to(glass.language),
            glass.number(*count as f64, 0)
        )
    };
    let reasons: Vec<String> = base.reasons.iter().map(reason).collect();
    let join = if glass.language == crate::words::Language::Chinese { "，" } else { ", " };
    let head = words::PROBLEM_COLUMNS.map(|name| name.to(glass.language).to_owned());
    let row = |problem: &crate::model::customers::Problem| {
        let why = refusal::reason(problem.reason).to(glass.language).to_owned();
        vec![problem.row.to_string(), why, problem.cell.clone()]
    };
    let table =
        crate::chart::Table { head: head.to_vec(), rows: base.problems.iter().map(row).collect() };
    let title = words::left_out(glass, base.left_out);
    view! {
        <details class="left-out">
            <summary>{title.clone()} " " {reasons.join(join)}</summary>
            {crate::ui::widget::figure::plain_table(title, table)}
        </details>
    }
    .into_any()
}
