//! The frame around the pages.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::browser;
use super::desk::Desk;
use super::page::Page;
use super::route::Route;
use super::storage::{self, Keeper};
use super::widget::button::Button;
use super::widget::live::{When, live, part};
use super::widget::menu::Menu;
use super::widget::name_box::TitleBox;
use super::workspace::{self, Message, Saving, Workspace};
use crate::case::{Sample, file};
use crate::chart::palette::Theme;
use crate::words::{Language, Phrase, Piece, shell};

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let (case, unreadable) = storage::first_case();
    let workspace = Workspace::new(case);
    provide_context(workspace);
    let desk = Desk::new(workspace);
    provide_context(desk);
    provide_context(Keeper::start(workspace));
    if unreadable {
        workspace.message.set(Some(Message { words: shell::UNREADABLE, undoes: false }));
    }
    let _ = window_event_listener(ev::hashchange, move |_| {
        workspace.route.set(Route::of(&browser::fragment()));
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
    let _ = window_event_listener(ev::keydown, move |event| shortcut(workspace, &event));
    let _ = window_event_listener(ev::dragover, |event| event.prevent_default());
    let _ = window_event_listener(ev::drop, move |event| drop_file(workspace, desk, &event));
    dress_document(workspace);

    view! {
        <a class="skip" href="#main" on:click=jump_to_main>{workspace.tell(shell::SKIP)}</a>
        <Navigation/>
        <div class="desk">
            <Toolbar/>
            <Messages/>
            <main id="main" tabindex="-1">
                <Page/>
            </main>
        </div>
    }
}

/// Language, title and theme of the document.
fn dress_document(workspace: Workspace) {
    Effect::new(move |_| {
        let language = workspace.language.get();
        browser::set_root("lang", if language == Language::Chinese { "zh-CN" } else { "en" });
        browser::set_root("data-theme", workspace::theme_name(workspace.theme()));
        let page = workspace.route.get().name().to(language);
        document().set_title(&format!("{page} · {}", shell::TITLE.to(language)));
    });
}

/// Jumps to the content without touching the address, which names the page.
fn jump_to_main(event: ev::MouseEvent) {
    event.prevent_default();
    if let Some(main) = document().get_element_by_id("main")
        && let Ok(main) = main.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = main.focus();
    }
}

fn shortcut(workspace: Workspace, event: &ev::KeyboardEvent) {
    if event.is_composing() || !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => workspace.undo(),
        ("z", true) | ("y", false) => workspace.redo(),
        ("s", false) => save_file(workspace),
        _ => return,
    }
    event.prevent_default();
}

/// A file that is dropped is a case, or a table of customers, which leads to their page.
fn drop_file(workspace: Workspace, desk: Desk, event: &ev::DragEvent) {
    let Some(file) = event.data_transfer().and_then(|d| d.files()).and_then(|f| f.get(0)) else {
        return;
    };
    event.prevent_default();
    let name = file.name().to_lowercase();
    let on_base = workspace.route.get_untracked() == Route::Base;
    let is_one_of = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if is_one_of(&[".csv", ".tsv", ".txt"]) || on_base && !is_one_of(&[".json"]) {
        browser::go_to(Route::Base.fragment());
        return desk.open_file(file.name(), file.into());
    }
    browser::read_file(&file, file::LARGEST, move |text| workspace.open_text(text));
}

/// Gives the reader the case as a file named after it.
fn save_file(workspace: Workspace) {
    let language = workspace.language.get_untracked();
    workspace.case().with_untracked(|case| {
        let title = Some(case.title.to(language)).filter(|title| !title.is_empty());
        let name = title.unwrap_or(shell::TITLE.to(language)).replace(['/', '\\', ':'], " ");
        browser::download(&format!("{name}.json"), "application/json", &file::save(case));
    });
}

/// The list of pages; on a phone behind a button that names the page shown.
#[component]
fn Navigation() -> impl IntoView {
    let workspace = Workspace::here();
    let open = RwSignal::new(false);
    let close = move || open.set(false);
    let here = live(move || workspace.say(workspace.route.get().name()));
    let called = live(move || format!("{}: {}", workspace.say(shell::PAGES), here.get()));
    let link = move |route: Route| {
        let here = live(move || (workspace.route.get() == route).then_some("page"));
        view! {
            <a href=route.fragment() aria-current=here on:click=move |_| close()>
                {workspace.tell(route.name())}
            </a>
        }
    };
    let group = move |(name, routes): (Phrase, &'static [Route])| {
        view! {
            <div class="group">
                <h2>{workspace.tell(name)}</h2>
                {routes.iter().map(|route| link(*route)).collect_view()}
            </div>
        }
    };
    view! {
        <nav class="pages" aria-label=workspace.tell(shell::PAGES)
            on:keydown=move |event| if event.key() == "Escape" { close() }>
            <div class="rail">
                <p class="brand">{workspace.tell(shell::TITLE)}</p>
                <p class="purpose">{workspace.tell(shell::PURPOSE)}</p>
                <button type="button" class="here" aria-label=called
                    aria-expanded=live(move || open.get().to_string())
                    on:click=move |_| open.update(|open| *open = !*open)>
                    {here}
                </button>
                <div class="groups" class:open=open>
                    {Route::GROUPS.into_iter().map(group).collect_view()}
                </div>
            </div>
        </nav>
    }
}

/// The case's name, whether it is saved, and what can be done with it.
#[component]
fn Toolbar() -> impl IntoView {
    let workspace = Workspace::here();
    let state = live(move || match workspace.saving.get() {
        Saving::Saved => workspace.say(shell::SAVED),
        Saving::Pending => workspace.say(shell::SAVING),
        Saving::Refused => workspace.say(shell::CANNOT_SAVE),
        Saving::Conflict => "",
    });
    let refused = live(move || workspace.saving.get() == Saving::Refused);
    view! {
        <header class="toolbar">
            <TitleBox/>
            <span class="state" role="status" class:alarm=refused>
                {state}
            </span>
            <Headline/>
            <div class="actions">
                <Undo/>
                <Button label=shell::REDO disabled=live(move || !workspace.can_redo())
                    act=move |()| workspace.redo()/>
                <FileMenu/>
                <LanguageSwitch/>
                <ThemeMenu/>
            </div>
        </header>
    }
}

/// Takes the latest step back.
#[component]
fn Undo() -> impl IntoView {
    let workspace = Workspace::here();
    let disabled = live(move || !workspace.can_undo());
    view! { <Button label=shell::UNDO disabled act=move |()| workspace.undo()/> }
}

/// The answer of the page while it is out of view; it is read out where it stands. Where the toolbar
/// goes out of view with it, there is a way back beside it.
#[component]
fn Headline() -> impl IntoView {
    let workspace = Workspace::here();
    let away = live(move || workspace.headline.with(Option::is_some));
    let sentence = live(move || {
        workspace.headline.get().map(|answer| match answer.get() {
            Ok(pieces) => pieces.into_iter().map(held_together).collect(),
            Err(reason) => workspace.say(reason).to_owned(),
        })
    });
    view! {
        <div class="headline" class:there=away class:stale=workspace.stale.signal()>
            <p aria-hidden="true">{sentence}</p>
            <When when=away><Undo/></When>
        </div>
    }
}

/// The words of a piece; where they are a number, that stays in one line with its unit.
fn held_together(piece: Piece) -> String {
    match piece {
        Piece::Say(words) => words,
        Piece::Figure(words) => words.replace(' ', "\u{a0}"),
    }
}

/// Open, save, back to the sample.
#[component]
fn FileMenu() -> impl IntoView {
    let workspace = Workspace::here();
    let picker = NodeRef::<leptos::html::Input>::new();
    let pick = move |()| {
        if let Some(picker) = picker.get() {
            picker.click();
        }
    };
    let picked = move |_| {
        let Some(picker) = picker.get() else { return };
        if let Some(file) = picker.files().and_then(|files| files.get(0)) {
            browser::read_file(&file, file::LARGEST, move |text| workspace.open_text(text));
        }
        picker.set_value("");
    };
    view! {
        <Menu label=shell::FILE>
            <Button label=shell::NEW act=move |()| workspace.open_sample(Sample::Blank)/>
            <Button label=shell::OPEN act=pick/>
            <Button label=shell::SAVE act=move |()| save_file(workspace)/>
            <Button label=shell::RESET act=move |()| workspace.reset()/>
        </Menu>
        <input type="file" accept=".json,application/json" class="hidden" node_ref=picker
            tabindex="-1" aria-hidden="true" aria-label=workspace.tell(shell::OPEN) on:change=picked/>
    }
}

/// 中文 or English.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let workspace = Workspace::here();
    let button =
        move |language: Language, name: &'static str, lang: &'static str, key: &'static str| {
            let choose = move |_| {
                browser::keep(workspace::LANGUAGE_KEY, key);
                workspace.language.set(language);
            };
            let chosen = live(move || (workspace.language.get() == language).to_string());
            view! {
                <button type="button" lang=lang aria-pressed=chosen on:click=choose>
                    {name}
                </button>
            }
        };
    view! {
        <div class="switch" role="group" aria-label=workspace.tell(shell::LANGUAGE)>
            {button(Language::Chinese, "中文", "zh-CN", "zh")}
            {button(Language::English, "EN", "en", "en")}
        </div>
    }
}

/// The four themes.
#[component]
fn ThemeMenu() -> impl IntoView {
    let workspace = Workspace::here();
    let themes = [None, Some(Theme::Light), Some(Theme::Dark), Some(Theme::Projector)];
    let item = move |(name, theme): (Phrase, Option<Theme>)| {
        let choose = move |()| {
            match theme.map(workspace::theme_name) {
                Some(name) => _ = browser::keep(workspace::THEME_KEY, name),
                None => browser::forget(workspace::THEME_KEY),
            }
            workspace.look.set(theme);
        };
        let chosen = live(move || workspace.look.get() == theme);
        view! { <Button label=name pressed=chosen act=choose/> }
    };
    view! {
        <Menu label=shell::THEME>
            {shell::THEMES.into_iter().zip(themes).map(item).collect_view()}
        </Menu>
    }
}

/// What the reader must know: a message, or a case that another tab has changed.
#[component]
fn Messages() -> impl IntoView {
    let workspace = Workspace::here();
    let keeper: Keeper = expect_context();
    let conflict = live(move || workspace.saving.get() == Saving::Conflict);
    view! {
        <div class="messages" aria-live="polite">
            <When when=conflict>
                <p class="message alarm">
                    <span>{workspace.tell(shell::OTHER_TAB)}</span>
                    <Button label=shell::TAKE_THEIRS act=move |()| keeper.take_theirs()/>
                    <Button label=shell::KEEP_MINE act=move |()| keeper.keep_mine()/>
                </p>
            </When>
            {part(move || workspace.message.get().map(|message| view! { <Telling message/> }))}
        </div>
    }
}

/// A message, with the way back where it tells of a step.
#[component]
fn Telling(message: Message) -> impl IntoView {
    let workspace = Workspace::here();
    let close = move |()| workspace.message.set(None);
    let undo = move |()| {
        workspace.undo();
        workspace.message.set(None);
    };
    view! {
        <p class="message">
            <span>{workspace.tell(message.words)}</span>
            {message.undoes.then(|| view! { <Button label=shell::UNDO act=undo/> })}
            <Button label=shell::CLOSE act=close/>
        </p>
    }
}
