//! The first rows of a file, and how they are to be read.

use leptos::prelude::*;

use crate::analysis::{Preview, Reading};
use crate::model::customers::{DateOrder, Decimal, Encoding, Returns, Separator};
use crate::ui::desk::{Desk, Stage};
use crate::ui::widget::button::Button;
use crate::ui::widget::live::{live, part};
use crate::ui::workspace::Workspace;
use crate::words::{Language, Phrase, base as words};

const SEPARATORS: [Separator; 6] = Separator::ALL;
const ENCODINGS: [Encoding; 5] = [
    Encoding::Utf8,
    Encoding::Gb18030,
    Encoding::Utf16Le,
    Encoding::Utf16Be,
    Encoding::Windows1252,
];
const DECIMALS: [Decimal; 2] = [Decimal::Point, Decimal::Comma];
const ORDERS: [Option<DateOrder>; 3] =
    [None, Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst)];
const RETURNS: [Returns; 3] = [Returns::Purchases, Returns::Netted, Returns::Dropped];

/// The preview of the file that is being opened.
#[component]
pub fn PreviewSection() -> impl IntoView {
    let desk = Desk::here();
    part(move || match desk.stage.get() {
        Some(Stage::Preview(preview)) => Some(view! { <Shown preview=*preview/> }),
        _ => None,
    })
}

/// The first rows with the columns that are used marked, and every setting.
#[component]
fn Shown(preview: Preview) -> impl IntoView {
    let workspace = Workspace::here();
    let desk = Desk::here();
    let reading = RwSignal::new(preview.reading);
    let read = move |()| desk.read(&reading.get_untracked());
    view! {
        <section class="preview" aria-label=workspace.tell(words::PREVIEW)>
            <h3>{workspace.tell(words::PREVIEW)}</h3>
            <Rows preview=preview.clone() reading/>
            <Columns preview reading/>
            <Conventions reading/>
            <div class="bring">
                <Button label=words::READ class="main" act=read/>
                <Button label=words::CANCEL act=move |()| desk.cancel()/>
            </div>
        </section>
    }
}

/// What the columns are called.
fn names(preview: &Preview, language: Language) -> Vec<String> {
    let heading = preview.heading.as_ref();
    let name = |k: usize| heading.and_then(|names| names.get(k)).filter(|name| !name.is_empty());
    (0..preview.width)
        .map(|k| name(k).cloned().unwrap_or_else(|| words::column(k + 1, language)))
        .collect()
}

/// The first rows.
#[component]
fn Rows(preview: Preview, reading: RwSignal<Reading>) -> impl IntoView {
    let workspace = Workspace::here();
    part(move || {
        let columns = reading.get().columns;
        let used =
            |k: usize| k == columns.customer || k == columns.date || columns.amount == Some(k);
        let cell =
            |(k, cell): (usize, &String)| view! { <td class:used=used(k)>{cell.clone()}</td> };
        let row = |row: &Vec<String>| view! { <tr>{row.iter().enumerate().map(cell).collect_view()}</tr> };
        let head = names(&preview, workspace.language.get());
        let name = |(k, name): (usize, &String)| view! { <th scope="col" class:used=used(k)>{name.clone()}</th> };
        view! {
            <div class="table" tabindex="0" role="region" aria-label=workspace.say(words::PREVIEW)>
                <table>
                    <thead><tr>{head.iter().enumerate().map(name).collect_view()}</tr></thead>
                    <tbody>{preview.sample.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        }
    })
}

/// Which column holds what.
#[component]
fn Columns(preview: Preview, reading: RwSignal<Reading>) -> impl IntoView {
    let workspace = Workspace::here();
    let count = preview.width;
    let all = live(move || names(&preview, workspace.language.get()));
    let some = live(move || {
        let mut names = all.get();
        names.push(workspace.say(words::NOT_USED).to_owned());
        names
    });
    let [customer, date, amount] = words::ROLES;
    let set =
        move |of: fn(&mut Reading, usize)| Callback::new(move |k| reading.update(|r| of(r, k)));
    let set_amount = Callback::new(move |k: usize| {
        reading.update(|reading| reading.columns.amount = Some(k).filter(|k| *k < count));
    });
    view! {
        <div class="picks">
            <Pick label=customer names=all chosen=live(move || reading.get().columns.customer)
                choose=set(|reading, k| reading.columns.customer = k)/>
            <Pick label=date names=all chosen=live(move || reading.get().columns.date)
                choose=set(|reading, k| reading.columns.date = k)/>
            <Pick label=amount names=some chosen=live(move || reading.get().columns.amount.unwrap_or(count))
                choose=set_amount/>
        </div>
    }
}

fn place<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|other| other == one).unwrap_or_default()
}

/// How cells, letters, amounts and dates are written.
#[component]
fn Conventions(reading: RwSignal<Reading>) -> impl IntoView {
    let workspace = Workspace::here();
    let desk = Desk::here();
    let say = move |phrases: &'static [Phrase]| {
        live(move || phrases.iter().map(|name| workspace.say(*name).to_owned()).collect::<Vec<_>>())
    };
    let encodings = live(|| words::ENCODINGS.map(str::to_owned).to_vec());
    let set =
        move |of: fn(&mut Reading, usize)| Callback::new(move |k| reading.update(|r| of(r, k)));
    // These change how the file is cut: it is looked at again.
    let cut = Callback::new(move |k: usize| {
        desk.look_again(reading.get_untracked().encoding, Some(SEPARATORS[k]));
    });
    let decode = Callback::new(move |k: usize| desk.look_again(ENCODINGS[k], None));
    view! {
        <div class="picks">
            <Pick label=words::SEPARATOR names=say(&words::SEPARATORS) choose=cut
                chosen=live(move || place(&SEPARATORS, &reading.get().separator))/>
            <Pick label=words::ENCODING names=encodings choose=decode
                chosen=live(move || place(&ENCODINGS, &reading.get().encoding))/>
            <Pick label=words::DECIMAL names=say(&words::DECIMALS)
                chosen=live(move || place(&DECIMALS, &reading.get().decimal))
                choose=set(|reading, k| reading.decimal = DECIMALS[k])/>
            <Pick label=words::ORDER names=say(&words::ORDERS)
                chosen=live(move || place(&ORDERS, &reading.get().order))
                choose=set(|reading, k| reading.order = ORDERS[k])/>
            <Pick label=words::RETURNS names=say(&words::RETURNS_WAYS)
                chosen=live(move || place(&RETURNS, &reading.get().returns))
                choose=set(|reading, k| reading.returns = RETURNS[k])/>
        </div>
    }
}

/// One of several, in a list that drops down.
#[component]
pub fn Pick(
    /// What is chosen.
    label: Phrase,
    /// The names to choose from.
    names: Signal<Vec<String>>,
    /// The place of the one in force.
    chosen: Signal<usize>,
    /// Called with the place of the one chosen.
    choose: Callback<usize>,
) -> impl IntoView {
    let workspace = Workspace::here();
    let option = move |(k, name): (usize, String)| {
        view! { <option value=k.to_string() selected=live(move || chosen.get() == k)>{name}</option> }
    };
    let changed = move |event| {
        if let Ok(k) = event_target_value(&event).parse() {
            choose.run(k);
        }
    };
    view! {
        <label class="pick">
            <span>{workspace.tell(label)}</span>
            <select on:change=changed>
                {part(move || names.get().into_iter().enumerate().map(option).collect_view())}
            </select>
        </label>
    }
}
